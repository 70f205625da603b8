import type { InputValue } from '../wire.ts';
import type { Element } from './block-kit.ts';

export type InputControlProps = {
  id: string;
  /** Accessible name where no label element names it. */
  name?: string | undefined;
  element: Element;
  blockId: string;
  value: InputValue;
  onChange: (value: InputValue) => void;
  /** Takes the Enter key from the form. */
  onEnter?: (() => void) | undefined;
  required?: boolean;
  invalid?: boolean;
  describedBy?: string | undefined;
};
