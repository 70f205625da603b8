import { useId } from 'react';
import { dispatchesOnEnter, type InputBlock } from './block-kit.ts';
import { useSurface } from './context.tsx';
import { Icon } from './icon.tsx';
import { InputControl } from './inputs.tsx';
import { useWords } from './words.ts';

/** An input block: label, control, hint and fault, tied together for screen readers. */
export function InputField({ block }: { block: InputBlock }) {
  const id = useId();
  const surface = useSurface();
  const words = useWords();
  const blockId = block.block_id ?? '';
  const { element, label, hint, optional = false } = block;
  const fault = surface.errors[blockId];
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ');
  const isGroup = element.type === 'radio_buttons' || element.type === 'checkboxes';
  const caption = (
    <>
      {label.text}
      {optional ? (
        <span className="optional"> {words.optional}</span>
      ) : (
        <span className="required" aria-hidden="true">
          {' '}
          *
        </span>
      )}
    </>
  );
  const control = (
    <InputControl
      id={id}
      name={isGroup ? undefined : label.text}
      element={element}
      blockId={blockId}
      value={surface.value(blockId, element)}
      onChange={(value) => surface.fill(blockId, element, value, { hold: dispatchesOnEnter(block) })}
      onEnter={dispatchesOnEnter(block) ? () => void surface.flush() : undefined}
      required={!optional}
      invalid={Boolean(fault)}
      describedBy={described || undefined}
    />
  );
  return (
    <div className={`field${fault ? ' faulty' : ''}`} data-block-id={blockId}>
      {isGroup ? (
        <fieldset aria-describedby={described || undefined}>
          <legend>{caption}</legend>
          {control}
        </fieldset>
      ) : (
        <>
          <label htmlFor={id}>{caption}</label>
          {control}
        </>
      )}
      {fault && (
        <p className="fault" id={`${id}-fault`} role="alert">
          <Icon name="warning" size={15} />
          {fault}
        </p>
      )}
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint.text}
        </p>
      )}
    </div>
  );
}
