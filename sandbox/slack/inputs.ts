import { randomBytes } from 'node:crypto';
import type { Block, InputState, InputValue, StateValues, WireOption, WireOptionGroup } from './wire.ts';

export type Element = { type: string; action_id: string; [field: string]: unknown };
export type Placed = { block: Block & { block_id: string }; element: Element };

/** The field of `state.values` that holds each element's value, and what an untouched one holds. */
const stateOf: Record<string, readonly [field: string, empty: null | readonly []]> = {
  plain_text_input: ['value', null],
  email_text_input: ['value', null],
  url_text_input: ['value', null],
  number_input: ['value', null],
  rich_text_input: ['rich_text_value', null],
  static_select: ['selected_option', null],
  external_select: ['selected_option', null],
  radio_buttons: ['selected_option', null],
  users_select: ['selected_user', null],
  conversations_select: ['selected_conversation', null],
  channels_select: ['selected_channel', null],
  datepicker: ['selected_date', null],
  timepicker: ['selected_time', null],
  datetimepicker: ['selected_date_time', null],
  checkboxes: ['selected_options', []],
  multi_static_select: ['selected_options', []],
  multi_external_select: ['selected_options', []],
  multi_users_select: ['selected_users', []],
  multi_conversations_select: ['selected_conversations', []],
  multi_channels_select: ['selected_channels', []],
  file_input: ['files', []],
};

/** Slack gives a random id to every block and element that came without one. */
export function withIds(blocks: Block[]): Block[] {
  return blocks.map((block) => {
    const { element, accessory, elements } = block as {
      element?: unknown;
      accessory?: unknown;
      elements?: unknown;
    };
    return {
      ...block,
      block_id: block.block_id ?? randomBytes(3).toString('base64url'),
      ...(element ? { element: withActionId(element) } : {}),
      ...(accessory ? { accessory: withActionId(accessory) } : {}),
      ...(block.type === 'actions' && Array.isArray(elements)
        ? { elements: elements.map(withActionId) }
        : {}),
    };
  });
}

function withActionId(element: unknown): unknown {
  const { type, action_id } = element as Element;
  if (type === 'image' || action_id) return element;
  return { ...(element as Element), action_id: randomBytes(3).toString('base64url') };
}

/** Everything in these blocks that a person can press, choose or type into. */
export function placedElements(blocks: Block[]): Placed[] {
  return blocks.flatMap((block) => {
    const { element, accessory, elements } = block as {
      element?: Element;
      accessory?: Element;
      elements?: Element[];
    };
    const own = block.type === 'actions' ? (elements ?? []) : [element, accessory];
    return own
      .filter((one): one is Element => one !== undefined && typeof one.action_id === 'string')
      .map((one) => ({ block: block as Placed['block'], element: one }));
  });
}

/**
 * The values of a view: what stood in an element of the same block_id, action_id and type stays, whatever `initial_*` says
 * now; everything else starts from its `initial_*`.
 */
export function valuesOf(
  blocks: Block[],
  previous: StateValues = {},
  currentChannelId?: string,
): StateValues {
  const values: StateValues = {};
  for (const { block, element } of placedElements(blocks)) {
    if (!stateOf[element.type]) continue;
    const kept = previous[block.block_id]?.[element.action_id];
    const state = kept && stillPossible(element, kept) ? kept : initialState(element, currentChannelId);
    values[block.block_id] = { ...values[block.block_id], [element.action_id]: state };
  }
  return values;
}

function stillPossible(element: Element, state: InputState): boolean {
  if (state.type !== element.type) return false;
  const chosen = state.selected_option as WireOption | null | undefined;
  if (!chosen || element.type === 'external_select') return true;
  return offered(element).some((option) => option.value === chosen.value);
}

function initialState(element: Element, currentChannelId: string | undefined): InputState {
  const [field, empty] = stateOf[element.type] ?? ['value', null];
  const initial = element[`initial_${field.replace(/^selected_|^rich_text_/, '')}`];
  const current = element.default_to_current_conversation ? currentChannelId : undefined;
  return { type: element.type, [field]: initial ?? current ?? empty };
}

/** The state an element takes when a person enters `value`; options are named by their value or by their text. */
export function stateFrom(element: Element, value: InputValue, loaded: WireOption[] = []): InputState {
  const [field, empty] = stateOf[element.type] ?? ['selected_option', null];
  if (value === null || value === '') return { type: element.type, [field]: empty };
  const choose = (wanted: string | number) => chosenOption([...offered(element), ...loaded], `${wanted}`);
  if (field === 'selected_option') return { type: element.type, [field]: choose(value as string) };
  if (field === 'selected_options') return { type: element.type, [field]: [value].flat().map(choose) };
  if (field === 'selected_date_time') return { type: element.type, [field]: Number(value) };
  return { type: element.type, [field]: Array.isArray(empty) ? [value].flat() : String(value) };
}

export function offered(element: Element): WireOption[] {
  const groups = (element.option_groups ?? []) as WireOptionGroup[];
  return [...((element.options ?? []) as WireOption[]), ...groups.flatMap((group) => group.options)];
}

function chosenOption(options: WireOption[], wanted: string): WireOption {
  const found =
    options.find((option) => option.value === wanted) ??
    options.find((option) => option.text.text === wanted);
  if (found) return found;
  const known = options.map((option) => `${option.text.text} (${option.value})`).join(', ');
  throw new Error(`There is no option "${wanted}"; there is ${known || 'none'}`);
}

export function isEmpty(state: InputState): boolean {
  const [field] = stateOf[state.type] ?? ['value'];
  const value = state[field];
  return (
    value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  );
}
