import { describe, expect, test } from 'vitest';
import { readMessage } from '../../src/domain/free-text.ts';
import { textOf } from '../../src/slack/messages/message-text.ts';

const now = Date.parse('2026-12-02T10:00:00Z');
const reading = { now, timeZone: 'America/New_York', country: 'US', language: 'en' as const };
const readAbout = (message: object) => {
  const { draft, phones } = readMessage(textOf(message), now, reading);
  return { phones, task: draft.task };
};

const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const said = (text: string, style?: object) => ({ type: 'text', text, ...(style && { style }) });
const rich = (...sections: object[][]) => ({
  type: 'rich_text',
  elements: sections.map((elements) => ({ type: 'rich_text_section', elements })),
});
const number = '+1 415 555 0101';
const silent = { text: '' };

describe('the number in a message of an app', () => {
  test.each<[string, object, string]>([
    [
      'a section',
      { ...silent, blocks: [{ type: 'section', text: mrkdwn(`Luigi’s\n${number}`) }] },
      'Luigi’s',
    ],
    ['a header', { ...silent, blocks: [{ type: 'header', text: plain(`Luigi’s ${number}`) }] }, 'Luigi’s'],
    [
      'the fields of a section',
      {
        ...silent,
        blocks: [{ type: 'section', fields: [mrkdwn('*Place:*\nLuigi’s'), mrkdwn(`*Phone:*\n${number}`)] }],
      },
      'Place:\nLuigi’s',
    ],
    [
      'a context',
      { ...silent, blocks: [{ type: 'context', elements: [plain(`Luigi’s ${number}`)] }] },
      'Luigi’s',
    ],
    [
      'a markdown block',
      { ...silent, blocks: [{ type: 'markdown', text: `**Luigi’s** ${number}` }] },
      'Luigi’s',
    ],
    [
      'rich text, in pieces',
      {
        ...silent,
        blocks: [
          rich([
            said('Luigi’s is '),
            { type: 'link', url: 'tel:+14155550101', text: number },
            said(', ask for '),
            said('Maria', { bold: true }),
          ]),
        ],
      },
      'Luigi’s, ask for Maria',
    ],
    [
      'a list in rich text',
      {
        ...silent,
        blocks: [
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_list',
                elements: ['Luigi’s', number].map((text) => ({
                  type: 'rich_text_section',
                  elements: [said(text)],
                })),
              },
            ],
          },
        ],
      },
      'Luigi’s',
    ],
    [
      'a table',
      {
        ...silent,
        blocks: [
          {
            type: 'table',
            rows: [
              [
                { type: 'raw_text', text: 'Luigi’s' },
                { type: 'raw_text', text: number },
              ],
            ],
          },
        ],
      },
      'Luigi’s',
    ],
    ['the text of an attachment', { ...silent, attachments: [{ text: `Luigi’s ${number}` }] }, 'Luigi’s'],
    ['its pretext', { ...silent, attachments: [{ pretext: `Luigi’s ${number}`, fallback: 'x' }] }, 'Luigi’s'],
    ['its title', { ...silent, attachments: [{ title: `Luigi’s ${number}` }] }, 'Luigi’s'],
    [
      'its fields',
      {
        ...silent,
        attachments: [
          {
            fields: [
              { title: 'Place', value: 'Luigi’s' },
              { title: 'Phone', value: number },
            ],
          },
        ],
      },
      'Place: Luigi’s',
    ],
    [
      'its blocks, where the fallback says nothing',
      {
        ...silent,
        attachments: [
          {
            fallback: '[no preview available]',
            blocks: [{ type: 'section', text: mrkdwn(`Luigi’s ${number}`) }],
          },
        ],
      },
      'Luigi’s',
    ],
    [
      'its fallback, where there is nothing else',
      { ...silent, attachments: [{ fallback: `Luigi’s ${number}` }] },
      'Luigi’s',
    ],
  ])('stands in %s', (_, message, task) => {
    const read = readAbout(message);
    expect(read.phones).toEqual([number]);
    expect(read.task?.replace(/\s+/g, ' ')).toBe(task.replace(/\s+/g, ' '));
  });

  test('is not read from buttons, and not from an order', () => {
    const button = { type: 'button', text: plain('Call 415 555 0199'), value: '4155550198' };
    const blocks = [
      { type: 'actions', elements: [button] },
      { type: 'section', text: mrkdwn('*Order:*\n2026111810'), accessory: button },
      { type: 'section', fields: [mrkdwn('*Invoice number:*\n4155550197'), mrkdwn('*PO:* 4155550196')] },
    ];
    const attachments = [{ fields: [{ title: 'Ticket', value: '4155550195' }] }];
    expect(readAbout({ ...silent, blocks, attachments }).phones).toEqual([]);
  });
});

test('what a person wrote is taken once, though Slack sends it twice', () => {
  const message = {
    text: 'Table for 6 at *Luigi’s* on <tel:+14155550101|(415) 555-0101>, ask <@U1> :wave:\n• outside\n• at 8',
    blocks: [
      rich([
        said('Table for 6 at '),
        said('Luigi’s', { bold: true }),
        said(' on '),
        { type: 'link', url: 'tel:+14155550101', text: '(415) 555-0101' },
        said(', ask '),
        { type: 'user', user_id: 'U1' },
        said(' '),
        { type: 'emoji', name: 'wave' },
      ]),
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_list',
            elements: ['outside', 'at 8'].map((text) => ({
              type: 'rich_text_section',
              elements: [said(text)],
            })),
          },
        ],
      },
    ],
  };
  expect(textOf(message).match(/Luigi/g)).toHaveLength(1);
  expect(textOf(message).match(/outside/g)).toHaveLength(1);
  expect(readAbout(message).phones).toEqual([number]);
});

test('a text that an app gives for notifications is kept beside what only its blocks say', () => {
  const blocks = [{ type: 'section', text: mrkdwn(`New lead: Luigi’s, ${number}`) }];
  expect(textOf({ text: 'New lead', blocks })).toBe(`New lead\nNew lead: Luigi’s, ${number}`);
});

test('unexpected values are skipped', () => {
  let deep: object = { type: 'context', elements: [plain('deep')] };
  for (let level = 0; level < 5_000; level++) deep = { type: 'context', elements: [deep] };
  const odd = [
    null,
    1,
    'x',
    [],
    {},
    { text: 7 },
    { text: { text: null } },
    { fields: 'x' },
    { rows: [1, [null]] },
    deep,
  ];
  expect(textOf({ text: null, blocks: odd, attachments: odd })).toBe('');
  expect(textOf({ blocks: 'no', attachments: { length: 5 } })).toBe('');
  expect(textOf(undefined)).toBe('');
});

test('of a very long message, only the part that Kally reads is taken', () => {
  const block = (index: number) => ({ type: 'section', text: mrkdwn(`${index} ${'word '.repeat(600)}`) });
  const blocks = Array.from({ length: 50 }, (_, index) => block(index));
  const attachments = Array.from({ length: 100 }, () => ({ blocks, text: 'x'.repeat(40_000) }));
  const start = process.cpuUsage();
  expect(textOf({ text: 'x', blocks, attachments }).length).toBeLessThan(9_000);
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(200);
});
