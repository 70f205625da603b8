import type { Block, InputState, InputValue, WireOption, WireOptionGroup } from '../wire.ts';

export type Text = { type: 'plain_text' | 'mrkdwn'; text: string; emoji?: boolean };

export type Confirm = { title: Text; text: Text; confirm: Text; deny: Text; style?: 'primary' | 'danger' };

/** The fields of any interactive element that the page draws. */
export type Element = {
  type: string;
  action_id: string;
  text?: Text;
  url?: string;
  value?: string;
  style?: 'primary' | 'danger';
  accessibility_label?: string;
  confirm?: Confirm;
  placeholder?: Text;
  options?: WireOption[];
  option_groups?: WireOptionGroup[];
  multiline?: boolean;
  min_length?: number;
  max_length?: number;
  is_decimal_allowed?: boolean;
  min_value?: string;
  max_value?: string;
  min_query_length?: number;
  max_selected_items?: number;
  focus_on_load?: boolean;
  dispatch_action_config?: { trigger_actions_on?: string[] };
  filter?: { include?: string[]; exclude_bot_users?: boolean };
  [field: string]: unknown;
};

export type InputBlock = Block & {
  label: Text;
  element: Element;
  hint?: Text;
  optional?: boolean;
  dispatch_action?: boolean;
};

export const isInputBlock = (block: Block): block is InputBlock => block.type === 'input';

export function elementsOf(block: Block): Element[] {
  if (isInputBlock(block)) return [block.element];
  if (block.type === 'section' && block.accessory) return [block.accessory as Element];
  return block.type === 'actions' || block.type === 'context_actions' ? (block.elements as Element[]) : [];
}

const BUTTONS = ['button', 'overflow', 'workflow_button', 'feedback_buttons', 'icon_button', 'image'];

/** Whether it holds a value that a person sets, as against one that is only pressed. */
export const holdsValue = (element: Element): boolean => !BUTTONS.includes(element.type);

const TEXT_INPUTS = [
  'plain_text_input',
  'email_text_input',
  'url_text_input',
  'number_input',
  'rich_text_input',
];
export const isTextInput = (element: Element): boolean => TEXT_INPUTS.includes(element.type);

/** What stands in an input, out of Slack's many shapes for it. */
export function readInput(input: InputState | undefined): InputValue {
  if (!input) return null;
  const { type: _type, ...fields } = input;
  const value = Object.values(fields)[0];
  if (Array.isArray(value))
    return value.map((item) => (typeof item === 'string' ? item : ((item as WireOption).value ?? '')));
  if (typeof value === 'string' || typeof value === 'number') return value;
  return (value as WireOption | null | undefined)?.value ?? null;
}

/** The options an external select shows before anything was searched: those it was given or has. */
export function optionsIn(input: InputState | undefined): WireOption[] {
  const chosen = [input?.selected_option, ...((input?.selected_options as unknown[]) ?? [])];
  return chosen.filter((option): option is WireOption => typeof option === 'object' && option !== null);
}

/** What a message's input holds before anybody touched it. */
export function initialValue(element: Element): InputValue {
  const initial = Object.entries(element).find(([field]) => field.startsWith('initial_'))?.[1];
  return readInput({ type: element.type, value: initial });
}

// https://docs.slack.dev/reference/block-kit/composition-objects/dispatch-action-configuration-object
export function dispatchesOnEnter({ dispatch_action, element }: InputBlock): boolean {
  const triggers = element.dispatch_action_config?.trigger_actions_on ?? ['on_enter_pressed'];
  return Boolean(dispatch_action) && isTextInput(element) && !triggers.includes('on_character_entered');
}
