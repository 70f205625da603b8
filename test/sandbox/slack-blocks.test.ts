import { describe, expect, test } from 'vitest';
import { checkBlocks, type Surface } from '../../sandbox/slack/check-blocks.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const option = (text: string) => ({ text: plain(text), value: text });
const section = (text: string, more: object = {}) => ({
  type: 'section',
  text: { type: 'mrkdwn', text },
  ...more,
});
const button = (more: object = {}) => ({ type: 'button', text: plain('Go'), action_id: 'go', ...more });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const input = (element: object, more: object = {}) => ({
  type: 'input',
  label: plain('Label'),
  element,
  ...more,
});
const select = (more: object = {}) => ({
  type: 'static_select',
  action_id: 's',
  options: [option('a')],
  ...more,
});
const modal = (blocks: object[], more: object = {}) => ({
  type: 'modal',
  title: plain('Title'),
  blocks,
  ...more,
});
const long = (length: number) => 'x'.repeat(length);
const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));

test('it accepts what Slack accepts', () => {
  const everything = [
    { type: 'header', text: plain(long(150)) },
    section(long(3000), { accessory: button() }),
    { type: 'section', fields: times(10, () => ({ type: 'mrkdwn', text: long(20) })) },
    { type: 'divider' },
    {
      type: 'context',
      elements: [
        { type: 'mrkdwn', text: 'so' },
        { type: 'image', image_url: 'https://e.test', alt_text: '' },
      ],
    },
    actions(...times(25, (index) => button({ action_id: `b${index}`, value: 'v' }))),
    { type: 'image', image_url: 'https://e.test', alt_text: 'alt' },
  ];
  expect(checkBlocks('message', { channel: 'C1', text: 'hi', blocks: everything })).toEqual([]);
  expect(checkBlocks('home', { type: 'home', blocks: everything })).toEqual([]);
  expect(
    checkBlocks(
      'modal',
      modal(
        [
          ...everything,
          input({
            type: 'plain_text_input',
            action_id: 'a',
            multiline: true,
            min_length: 10,
            max_length: 1000,
          }),
          input({
            type: 'number_input',
            action_id: 'n',
            is_decimal_allowed: false,
            min_value: '1',
            max_value: '50',
          }),
          input(select({ initial_option: { value: 'a', text: plain('a') } }), { dispatch_action: true }),
          input({ type: 'conversations_select', action_id: 'c', default_to_current_conversation: true }),
          input({ type: 'datepicker', action_id: 'd', initial_date: '2026-12-01' }, { optional: true }),
          input({ type: 'timepicker', action_id: 't', initial_time: '19:30' }),
          input({ type: 'radio_buttons', action_id: 'r', options: [option('a')] }),
          input({
            type: 'checkboxes',
            action_id: 'k',
            options: [option('a')],
            initial_options: [option('a')],
          }),
        ],
        { submit: plain('Go'), close: plain('No'), private_metadata: long(3000), notify_on_close: true },
      ),
    ),
  ).toEqual([]);
});

const refused: [what: string, surface: Surface, payload: object, fault: string][] = [
  [
    '51 blocks',
    'message',
    { blocks: times(51, () => ({ type: 'divider' })) },
    'no more than 50 items allowed [json-pointer:/blocks]',
  ],
  [
    '101 blocks',
    'modal',
    modal(times(101, () => ({ type: 'divider' }))),
    'no more than 100 items allowed [json-pointer:/view/blocks]',
  ],
  [
    'a long text',
    'message',
    { text: long(40_001) },
    'must be less than 40001 characters [json-pointer:/text]',
  ],
  [
    'a long section',
    'message',
    { blocks: [section(long(3001))] },
    'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
  ],
  [
    'an empty section',
    'message',
    { blocks: [section('')] },
    'must be more than 0 characters [json-pointer:/blocks/0/text/text]',
  ],
  [
    'a section of nothing',
    'message',
    { blocks: [{ type: 'section' }] },
    'missing required field: text|fields [json-pointer:/blocks/0]',
  ],
  [
    'a formatted header',
    'message',
    { blocks: [{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }] },
    'unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]',
  ],
  [
    'a long header',
    'message',
    { blocks: [{ type: 'header', text: plain(long(151)) }] },
    'must be less than 151 characters [json-pointer:/blocks/0/text/text]',
  ],
  [
    'a long button',
    'message',
    { blocks: [actions(button({ text: plain(long(76)) }))] },
    'must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]',
  ],
  [
    'a long button value',
    'message',
    { blocks: [actions(button({ value: long(2001) }))] },
    'must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]',
  ],
  [
    '26 buttons',
    'message',
    { blocks: [actions(...times(26, (i) => button({ action_id: `${i}` })))] },
    'no more than 25 items allowed [json-pointer:/blocks/0/elements]',
  ],
  [
    'an empty row',
    'message',
    { blocks: [actions()] },
    'no fewer than 1 items allowed [json-pointer:/blocks/0/elements]',
  ],
  [
    '11 context elements',
    'message',
    { blocks: [{ type: 'context', elements: times(11, () => plain('x')) }] },
    'no more than 10 items allowed [json-pointer:/blocks/0/elements]',
  ],
  [
    'an unknown block',
    'message',
    { blocks: [{ type: 'poem' }] },
    'unsupported type: poem [json-pointer:/blocks/0/type]',
  ],
  [
    'a table in a modal',
    'modal',
    modal([{ type: 'table', rows: [[{}]] }]),
    'unsupported type: table [json-pointer:/view/blocks/0/type]',
  ],
  [
    'two tables',
    'message',
    { blocks: times(2, () => ({ type: 'table', rows: [[{}]] })) },
    'only one table is allowed in a message [json-pointer:/blocks/1]',
  ],
  [
    'an alert in a message',
    'message',
    { blocks: [{ type: 'alert' }] },
    'unsupported type: alert [json-pointer:/blocks/0/type]',
  ],
  [
    'a text field among buttons',
    'modal',
    modal([actions({ type: 'plain_text_input', action_id: 'a' })]),
    'unsupported type: plain_text_input [json-pointer:/view/blocks/0/elements/0/type]',
  ],
  [
    'one block_id twice',
    'message',
    { blocks: times(2, () => section('x', { block_id: 'b' })) },
    'block_id must be unique: "b" [json-pointer:/blocks/1]',
  ],
  [
    'one action_id twice',
    'message',
    { blocks: [actions(button(), button())] },
    'action_id must be unique: "go" [json-pointer:/blocks/0]',
  ],
  [
    'a misspelt field',
    'message',
    { blocks: [section('x', { acessory: button() })] },
    'invalid additional property: acessory [json-pointer:/blocks/0]',
  ],
  [
    '101 options',
    'modal',
    modal([input(select({ options: times(101, (i) => option(`${i}`)) }))]),
    'no more than 100 items allowed [json-pointer:/view/blocks/0/element/options]',
  ],
  [
    'a menu of nothing',
    'modal',
    modal([input({ type: 'static_select' })]),
    'missing required field: options|option_groups [json-pointer:/view/blocks/0/element]',
  ],
  [
    'a choice that is not offered',
    'modal',
    modal([input(select({ initial_option: option('z') }))]),
    'the initial option must be one of the options [json-pointer:/view/blocks/0]',
  ],
  [
    '11 boxes',
    'modal',
    modal([input({ type: 'checkboxes', options: times(11, (i) => option(`${i}`)) })]),
    'no more than 10 items allowed [json-pointer:/view/blocks/0/element/options]',
  ],
  ['no title', 'modal', { type: 'modal', blocks: [] }, 'missing required field: title [json-pointer:/view]'],
  [
    'a long title',
    'modal',
    modal([], { title: plain(long(25)) }),
    'must be less than 25 characters [json-pointer:/view/title/text]',
  ],
  [
    'long metadata',
    'modal',
    modal([], { private_metadata: long(3001) }),
    'must be less than 3001 characters [json-pointer:/view/private_metadata]',
  ],
  [
    'a formatted label',
    'modal',
    modal([input(select(), { label: { type: 'mrkdwn', text: 'x' } })]),
    'unsupported type: mrkdwn [json-pointer:/view/blocks/0/label/type]',
  ],
  [
    'a date in words',
    'modal',
    modal([input({ type: 'datepicker', initial_date: 'soon' })]),
    'must be a date as YYYY-MM-DD [json-pointer:/view/blocks/0/element/initial_date]',
  ],
  [
    'input without a button',
    'modal',
    modal([input(select())]),
    'missing required field: submit [json-pointer:/view]',
  ],
  [
    'two focused fields',
    'modal',
    modal([input(select({ focus_on_load: true })), input(select({ focus_on_load: true }))]),
    'only one element may have focus_on_load [json-pointer:/view]',
  ],
];

describe('it refuses what Slack refuses', () => {
  test.each(refused)('%s', (_, surface, payload, fault) => {
    expect(checkBlocks(surface, payload)).toContain(fault);
  });
});

test('a message may be too long although none of its blocks is', () => {
  const [fault] = checkBlocks('message', { blocks: times(5, () => section(long(2700))) });
  expect(fault).toMatch(/^msg_blocks_too_long: \d+ characters/);
});
