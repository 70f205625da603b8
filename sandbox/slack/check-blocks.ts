/**
 * Block Kit's rules as far as Slack documents them: sizes, counts, where an element may stand, what must be plain text.
 * https://docs.slack.dev/reference/block-kit
 */

export type Surface = 'message' | 'modal' | 'home';
type Report = (at: string, fault: string) => void;
type Check = (value: unknown, at: string, report: Report) => void;
type Fields = Record<string, Check>;
type Placed = { block: Record<string, unknown>; at: string };

// Slack documents more, and refuses more than this in all: https://github.com/slackapi/bolt-js/issues/2509
const longestMessage = 13_200;

/**
 * What Slack would say against a message (`text`, `blocks`) or a view, in its own words as far as they are known; nothing
 * when it would take it.
 */
export function checkBlocks(surface: Surface, payload: unknown): string[] {
  const faults: string[] = [];
  const report: Report = (at, fault) => faults.push(`${fault} [json-pointer:${at || '/'}]`);
  if (surface === 'message') message(payload, '', report);
  else (surface === 'modal' ? modal : home)(payload, '/view', report);
  checkWhole(surface, payload, surface === 'message' ? '' : '/view', report);
  return faults;
}

const anything: Check = () => undefined;

const flag: Check = (value, at, report) => {
  if (typeof value !== 'boolean') report(at, 'must provide a boolean');
};

function string(longest: number, shortest = 0): Check {
  return (value, at, report) => {
    if (typeof value !== 'string') return report(at, 'must provide a string');
    if (value.length > longest) report(at, `must be less than ${longest + 1} characters`);
    if (value.length < shortest) report(at, `must be more than ${shortest - 1} characters`);
  };
}

function matching(pattern: RegExp, wanted: string): Check {
  return (value, at, report) => {
    if (typeof value !== 'string' || !pattern.test(value)) report(at, `must be ${wanted}`);
  };
}

function integer(least: number, most: number): Check {
  return (value, at, report) => {
    const isInside = Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
    if (!isInside) report(at, `must be an integer from ${least} to ${most}`);
  };
}

function oneOf(...allowed: string[]): Check {
  return (value, at, report) => {
    if (!allowed.includes(String(value))) report(at, `must be one of: ${allowed.join(', ')}`);
  };
}

function list(item: Check, most: number, least = 1): Check {
  return (value, at, report) => {
    if (!Array.isArray(value)) return report(at, 'must provide an array');
    if (value.length > most) report(at, `no more than ${most} items allowed`);
    if (value.length < least) report(at, `no fewer than ${least} items allowed`);
    for (const [index, one] of value.entries()) item(one, `${at}/${index}`, report);
  };
}

/** `required` may name alternatives: `text|fields`. */
function object(fields: Fields, required: string[] = []): Check {
  return (value, at, report) => {
    if (!isObject(value)) return report(at, 'must provide an object');
    for (const names of required) {
      if (names.split('|').every((name) => value[name] === undefined))
        report(at, `missing required field: ${names}`);
    }
    for (const [name, one] of Object.entries(value)) {
      if (one === undefined || name === 'type') continue;
      const check = fields[name];
      if (check) check(one, `${at}/${name}`, report);
      else report(at, `invalid additional property: ${name}`);
    }
  };
}

function typed(kinds: Record<string, Check>): Check {
  return (value, at, report) => {
    if (!isObject(value)) return report(at, 'must provide an object');
    const kind = kinds[String(value.type)];
    if (kind) kind(value, at, report);
    else report(`${at}/type`, `unsupported type: ${String(value.type)}`);
  };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function text(longest: number): Check {
  const fields = { text: string(longest, 1), emoji: flag, verbatim: flag };
  return typed({ plain_text: object(fields, ['text']), mrkdwn: object(fields, ['text']) });
}

/** Where Slack shows no formatting it refuses `mrkdwn`. */
function plain(longest: number): Check {
  return typed({ plain_text: object({ text: string(longest, 1), emoji: flag }, ['text']) });
}

const identifier = string(255, 1);
const date = matching(/^\d{4}-\d{2}-\d{2}$/, 'a date as YYYY-MM-DD');
const time = matching(/^\d{2}:\d{2}$/, 'a time as HH:mm');
const numeral = matching(/^-?\d+(\.\d+)?$/, 'a number in a string');
const confirm = object(
  {
    title: plain(100),
    text: text(300),
    confirm: plain(30),
    deny: plain(30),
    style: oneOf('primary', 'danger'),
  },
  ['title', 'text', 'confirm', 'deny'],
);
const menuOption = object(
  { text: plain(75), value: string(150), description: plain(75), url: string(3000) },
  ['text'],
);
const boxOption = object({ text: text(75), value: string(150), description: text(75) }, ['text', 'value']);
const optionGroups = list(
  object({ label: plain(75), options: list(menuOption, 100) }, ['label', 'options']),
  100,
);
const dispatchConfig = object({
  trigger_actions_on: list(oneOf('on_enter_pressed', 'on_character_entered'), 2),
});
const conversationFilter = object({
  include: list(oneOf('im', 'mpim', 'private', 'public'), 4),
  exclude_external_shared_channels: flag,
  exclude_bot_users: flag,
});

const interactive = { action_id: identifier, confirm, focus_on_load: flag };
const typing = {
  action_id: identifier,
  placeholder: plain(150),
  dispatch_action_config: dispatchConfig,
  focus_on_load: flag,
};
const menu = { ...interactive, placeholder: plain(150) };
const menuOptions = { options: list(menuOption, 100), option_groups: optionGroups };
const many = { max_selected_items: integer(1, 1000) };
const boxes = list(boxOption, 10);

/** Menus for one choice and, by the prefix `multi_`, for several. */
const selects: Record<string, Check> = {
  static_select: object({ ...menu, ...menuOptions, initial_option: menuOption }, ['options|option_groups']),
  external_select: object({ ...menu, min_query_length: integer(0, 1000), initial_option: menuOption }),
  users_select: object({ ...menu, initial_user: identifier }),
  conversations_select: object({
    ...menu,
    initial_conversation: identifier,
    default_to_current_conversation: flag,
    response_url_enabled: flag,
    filter: conversationFilter,
  }),
  channels_select: object({ ...menu, initial_channel: identifier, response_url_enabled: flag }),
};
const multiSelects: Record<string, Check> = {
  multi_static_select: object({ ...menu, ...menuOptions, ...many, initial_options: list(menuOption, 100) }, [
    'options|option_groups',
  ]),
  multi_external_select: object({
    ...menu,
    ...many,
    min_query_length: integer(0, 1000),
    initial_options: list(menuOption, 100),
  }),
  multi_users_select: object({ ...menu, ...many, initial_users: list(identifier, 1000, 0) }),
  multi_conversations_select: object({
    ...menu,
    ...many,
    initial_conversations: list(identifier, 1000, 0),
    default_to_current_conversation: flag,
    filter: conversationFilter,
  }),
  multi_channels_select: object({ ...menu, ...many, initial_channels: list(identifier, 1000, 0) }),
};
const pickers: Record<string, Check> = {
  datepicker: object({ ...menu, initial_date: date }),
  timepicker: object({ ...menu, initial_time: time, timezone: string(255, 1) }),
  radio_buttons: object({ ...interactive, options: boxes, initial_option: boxOption }, ['options']),
  checkboxes: object({ ...interactive, options: boxes, initial_options: boxes }, ['options']),
};
const datetimepicker = object({ ...interactive, initial_date_time: integer(1_000_000_000, 9_999_999_999) });
const pressable: Record<string, Check> = {
  button: object(
    {
      action_id: identifier,
      text: plain(75),
      url: string(3000),
      value: string(2000),
      style: oneOf('primary', 'danger'),
      confirm,
      accessibility_label: string(75),
    },
    ['text'],
  ),
  overflow: object({ action_id: identifier, options: list(menuOption, 5), confirm }, ['options']),
  workflow_button: object(
    {
      action_id: identifier,
      text: plain(75),
      workflow: anything,
      style: anything,
      accessibility_label: string(75),
    },
    ['text', 'workflow', 'action_id'],
  ),
};
const imageFields = { image_url: string(3000, 1), slack_file: anything, alt_text: string(2000) };
const image = object(imageFields, ['alt_text', 'image_url|slack_file']);
const length = { min_length: integer(0, 3000), max_length: integer(1, 3000) };
const typedInputs: Record<string, Check> = {
  plain_text_input: object({ ...typing, ...length, multiline: flag, initial_value: string(3000) }),
  email_text_input: object({ ...typing, initial_value: string(3000) }),
  url_text_input: object({ ...typing, initial_value: string(3000) }),
  number_input: object(
    { ...typing, is_decimal_allowed: flag, initial_value: numeral, min_value: numeral, max_value: numeral },
    ['is_decimal_allowed'],
  ),
  rich_text_input: object({ ...typing, initial_value: anything }),
};
const fileInput = object({
  action_id: identifier,
  filetypes: list(string(255, 1), 100),
  max_files: integer(1, 10),
});

const accessory = typed({ ...pressable, ...selects, ...multiSelects, ...pickers, image });
const actionElement = typed({ ...pressable, ...selects, ...pickers, datetimepicker });
const messageInput = { ...typedInputs, ...selects, ...multiSelects, ...pickers, datetimepicker };
const contextElement = typed({ image, plain_text: text(3000), mrkdwn: text(3000) });

const common: Record<string, Check> = {
  section: object(
    { block_id: identifier, text: text(3000), fields: list(text(2000), 10), accessory, expand: flag },
    ['text|fields'],
  ),
  header: object({ block_id: identifier, text: plain(150) }, ['text']),
  divider: object({ block_id: identifier }),
  image: object({ block_id: identifier, ...imageFields, title: plain(2000) }, [
    'alt_text',
    'image_url|slack_file',
  ]),
  context: object({ block_id: identifier, elements: list(contextElement, 10) }, ['elements']),
  actions: object({ block_id: identifier, elements: list(actionElement, 25) }, ['elements']),
  rich_text: object({ block_id: identifier, elements: list(anything, 1000) }, ['elements']),
  video: anything,
};
const inputBlock = (elements: Record<string, Check>): Check =>
  object(
    {
      block_id: identifier,
      label: plain(2000),
      element: typed(elements),
      hint: plain(2000),
      optional: flag,
      dispatch_action: flag,
    },
    ['label', 'element'],
  );
const messageBlock = typed({
  ...common,
  input: inputBlock(messageInput),
  markdown: object({ block_id: identifier, text: string(12_000, 1) }, ['text']),
  table: object(
    { block_id: identifier, rows: list(list(anything, 20), 100), column_settings: list(anything, 20) },
    ['rows'],
  ),
  file: anything,
  context_actions: anything,
  plan: anything,
  task_card: anything,
});
const modalBlock = typed({
  ...common,
  input: inputBlock({ ...messageInput, file_input: fileInput }),
  alert: anything,
});
const homeBlock = typed({ ...common, input: inputBlock(messageInput) });

const viewFields = { private_metadata: string(3000), callback_id: string(255), external_id: string(255) };
const modal = object(
  {
    ...viewFields,
    title: plain(24),
    blocks: list(modalBlock, 100, 0),
    submit: plain(24),
    close: plain(24),
    clear_on_close: flag,
    notify_on_close: flag,
    submit_disabled: flag,
  },
  ['title', 'blocks'],
);
const home = object({ ...viewFields, blocks: list(homeBlock, 100, 0) }, ['blocks']);

/** A message's other arguments are no blocks, and are Slack's to judge. */
const message: Check = (value, at, report) => {
  if (!isObject(value)) return report(at, 'must provide an object');
  if (value.text !== undefined) string(40_000)(value.text, `${at}/text`, report);
  if (value.blocks !== undefined) list(messageBlock, 50, 0)(value.blocks, `${at}/blocks`, report);
};

function blocksOf(payload: unknown): Record<string, unknown>[] {
  const blocks = isObject(payload) ? payload.blocks : undefined;
  return Array.isArray(blocks) ? blocks.filter(isObject) : [];
}

/** The rules that no single block breaks. */
function checkWhole(surface: Surface, payload: unknown, at: string, report: Report) {
  const blocks = blocksOf(payload);
  const placed = blocks.map((block, index) => ({ block, at: `${at}/blocks/${index}` }));
  checkUnique(
    placed.map((one) => ({ id: one.block.block_id, at: one.at })),
    'block_id',
    report,
  );
  for (const one of placed) checkElements(one, report);
  checkFocus(placed, at, report);
  if (surface === 'message') checkLength(blocks, at, report);
  if (surface === 'modal') checkSubmit(payload, blocks, at, report);
  const tables = placed.filter((one) => one.block.type === 'table');
  for (const one of tables.slice(1)) report(one.at, 'only one table is allowed in a message');
}

function checkSubmit(view: unknown, blocks: Record<string, unknown>[], at: string, report: Report) {
  const hasInput = blocks.some((block) => block.type === 'input');
  if (hasInput && isObject(view) && view.submit === undefined) report(at, 'missing required field: submit');
}

function elementsOf(block: Record<string, unknown>): Record<string, unknown>[] {
  const listed = Array.isArray(block.elements) ? block.elements : [];
  return [...listed, block.element, block.accessory].filter(isObject);
}

function checkElements({ block, at }: Placed, report: Report) {
  const elements = elementsOf(block);
  checkUnique(
    elements.map((element) => ({ id: element.action_id, at })),
    'action_id',
    report,
  );
  for (const element of elements) checkInitial(element, at, report);
}

function checkUnique(named: { id: unknown; at: string }[], field: string, report: Report) {
  const seen = new Set<unknown>();
  for (const { id, at } of named) {
    if (id !== undefined && seen.has(id)) report(at, `${field} must be unique: ${JSON.stringify(id)}`);
    seen.add(id);
  }
}

/** Slack refuses a preset choice that is not, to the letter, one of those offered. */
function checkInitial(element: Record<string, unknown>, at: string, report: Report) {
  const groups = Array.isArray(element.option_groups) ? element.option_groups.filter(isObject) : [];
  const offered = [element.options, ...groups.map((group) => group.options)]
    .flat()
    .map((one) => canonical(one));
  if (element.type === 'external_select' || element.type === 'multi_external_select') return;
  for (const initial of [element.initial_option, element.initial_options].flat()) {
    if (initial !== undefined && !offered.includes(canonical(initial))) {
      report(at, 'the initial option must be one of the options');
    }
  }
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    isObject(one) ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1))) : one,
  );
}

function checkFocus(placed: Placed[], at: string, report: Report) {
  const focused = placed
    .flatMap((one) => elementsOf(one.block))
    .filter((element) => element.focus_on_load === true);
  if (focused.length > 1) report(at, 'only one element may have focus_on_load');
}

function checkLength(blocks: Record<string, unknown>[], at: string, report: Report) {
  const length = blocks.reduce((sum, block) => sum + textLength(block), 0);
  if (length > longestMessage) report(`${at}/blocks`, `msg_blocks_too_long: ${length} characters in all`);
  const markdown = blocks
    .filter((block) => block.type === 'markdown')
    .map((block) => String(block.text).length);
  const inMarkdown = markdown.reduce((sum, one) => sum + one, 0);
  if (inMarkdown > 12_000)
    report(`${at}/blocks`, 'markdown blocks must be less than 12001 characters in all');
}

function textLength(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + textLength(one), 0);
  return isObject(value) ? textLength(Object.values(value)) : 0;
}
