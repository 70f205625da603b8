import { describe, expect, test } from 'vitest';
import { checkBlocks } from '../../sandbox/slack/check-blocks.ts';
import { listeners } from '../../src/slack/app.ts';
import { cardActionIds, cardMenuActionId, readMenuChoice } from '../../src/slack/card/actions-view.ts';
import { everyView } from '../support/every-view.ts';
import { adminId, requesterId } from '../support/samples.ts';
import { sourcesIn } from '../support/sources.ts';

/** The functions in src/slack whose declared result is a message, a modal or a Home tab, and no promise of one. */
function viewsInSource(): string[] {
  return sourcesIn('src/slack').flatMap(({ program, text }) =>
    program.body.flatMap((node) => {
      if (node.type !== 'ExportNamedDeclaration') return [];
      const { declaration } = node;
      if (declaration?.type === 'FunctionDeclaration' && declaration.id)
        return isShown(text, declaration.returnType) ? [declaration.id.name] : [];
      if (declaration?.type !== 'VariableDeclaration') return [];
      return declaration.declarations.flatMap(({ id, init }) =>
        id.type === 'Identifier' && init?.type === 'ArrowFunctionExpression' && isShown(text, init.returnType)
          ? [id.name]
          : [],
      );
    }),
  );
}

function isShown(text: string, type: { start: number; end: number } | null | undefined): boolean {
  if (!type) return false;
  const declared = text.slice(type.start, type.end);
  return /\b(Message|ModalView|HomeView)\b/.test(declared) && !declared.includes('Promise');
}

/** Made once: the table is large. */
const made = new Map<string, ReturnType<(typeof everyView)[string]>>();

function shownBy(name: string) {
  const shown = made.get(name) ?? everyView[name]?.() ?? [];
  made.set(name, shown);
  return shown;
}

test('every view of the source is walked', () => {
  expect(Object.keys(everyView).sort()).toEqual(viewsInSource().sort());
});

describe('Slack would accept, and cannot mislead anybody:', () => {
  test.for(Object.keys(everyView))('%s', (name) => {
    const shown = shownBy(name);
    expect(shown.length).toBeGreaterThan(0);
    for (const { surface, payload } of shown) {
      expect(checkBlocks(surface, payload)).toEqual([]);
      expect(JSON.stringify(payload), 'split characters').not.toMatch(/\\ud[89a-f]/i);
      expect(markupsOf(payload).filter(isDeceiving)).toEqual([]);
      expect(textsOf(payload.blocks, 'mrkdwn').filter((text) => text.includes('evil'))).toEqual([]);
      expect(twinsIn(payload.blocks), 'buttons that sound alike').toEqual([]);
      expect(misnamedIn(payload.blocks), 'buttons that cannot be pressed by saying their label').toEqual([]);
      if (surface === 'message') expectSpoken(payload);
    }
  });
});

/** A screen reader reads the text instead of the blocks: all that stands in these is in that, as far as it fits. */
function expectSpoken({ text = '', blocks }: { text?: string; blocks: object[] }) {
  expect(text).not.toBe('');
  expect(text.length).toBeLessThanOrEqual(4_000);
  if (text.endsWith('\n…')) return;
  const spoken = new Set(wordsIn(text));
  const unspoken = saidIn(blocks)
    .flatMap(wordsIn)
    .filter((word) => !spoken.has(word));
  expect(unspoken, text).toEqual([]);
}

/** What is written in the blocks; what is pressed apart. */
function saidIn(blocks: object[]): string[] {
  const read = blocks.filter((block) => !('type' in block && block.type === 'actions'));
  return [...textsOf(read, 'mrkdwn'), ...textsOf(read, 'text'), ...textsOf(read, 'header')];
}

/** Mark-up and what is escaped apart, so that the same word is the same in blocks and text. */
function wordsIn(said: string): string[] {
  const plain = said
    .replace(/<[^>|]*\|([^>]*)>/g, '$1')
    .replace(/<[^>]*>/g, ' ')
    .replace(/:[a-z_]+:/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
  return plain.match(/[\p{L}\p{N}]{4,}/gu) ?? [];
}

/** The places where `<!channel>` would call everybody. */
function markupsOf({ text, blocks }: { text?: string; blocks: object[] }): string[] {
  return [text ?? '', ...textsOf(blocks, 'mrkdwn')];
}

/** A mention, a call to all, or a link that is not one of ours. */
function isDeceiving(markup: string): boolean {
  const ours = markup
    .replaceAll(`<@${requesterId}>`, '')
    .replaceAll(`<@${adminId}>`, '')
    .replaceAll(/<!date\^\d+\^[^|>]*\|[^>]*>/g, '')
    .replaceAll(/<#C0(BOARD001|GENERAL1|DINNER01)>/g, '')
    .replaceAll(/<https:\/\/harbor-and-pine\.slack\.com\/archives\/[^|>]*\|[^>]*>/g, '');
  return /<[!@#a-z]/i.test(ours);
}

/** Buttons of one view must make sense alone: those with the same label say to a screen reader what they are for. */
function twinsIn(blocks: object[]): string[] {
  const sounds = elementsIn(blocks, 'button').map(
    ({ text, accessibility_label: spoken }) => spoken ?? (text as { text: string }).text,
  );
  return sounds.filter((sound, index) => sounds.indexOf(sound) !== index).map(String);
}

/** https://www.w3.org/WAI/WCAG22/Understanding/label-in-name */
function misnamedIn(blocks: object[]): string[] {
  const buttons = elementsIn(blocks, 'button') as { text: { text: string }; accessibility_label?: string }[];
  return buttons.flatMap(({ text: { text }, accessibility_label: spoken = text }) =>
    spoken.startsWith(text) ? [] : [`${text}: ${spoken}`],
  );
}

test('everything that can be pressed, chosen or sent has a listener, and every listener has its use', () => {
  const { actions, submissions, suggestions } = listeners({} as Parameters<typeof listeners>[0]);
  const shown = Object.keys(everyView).flatMap(shownBy);
  made.clear();
  const pressed = new Set(shown.flatMap(({ payload }) => actionsIn(payload.blocks)));
  const sent = new Set(shown.flatMap(({ payload }) => payload.callback_id ?? []));
  const asked = new Set(
    shown.flatMap(({ payload }) =>
      ['external_select', 'multi_external_select'].flatMap((type) =>
        elementsIn(payload.blocks, type).map(idOf),
      ),
    ),
  );
  expect([...pressed].sort()).toEqual(Object.keys(actions).sort());
  expect([...sent].sort()).toEqual(Object.keys(submissions).sort());
  expect([...asked].sort()).toEqual(Object.keys(suggestions).sort());
});

type Fields = Record<string, unknown>;

/** Slack tells of all that stands outside an input, and of those inputs that ask for it. */
function actionsIn(blocks: object[]): string[] {
  return blocks.flatMap((block) => {
    const { type, elements, accessory, element, dispatch_action } = block as Fields;
    if (type === 'actions') return (elements as Fields[]).flatMap(idsOf);
    if (accessory) return [idOf(accessory as Fields)];
    return type === 'input' && dispatch_action ? [idOf(element as Fields)] : [];
  });
}

/** What is behind the dots of a card is heard by the same names where it is a button. */
function idsOf(element: Fields): string[] {
  const options = element.action_id === cardMenuActionId ? (element.options as { value: string }[]) : [];
  return [
    idOf(element),
    ...options.flatMap(({ value }) => cardActionIds[readMenuChoice(value)?.action ?? 'details']),
  ];
}

const idOf = (element: Fields) => String(element.action_id);

function elementsIn(value: unknown, type: string): Fields[] {
  if (Array.isArray(value)) return value.flatMap((one) => elementsIn(one, type));
  if (typeof value !== 'object' || value === null) return [];
  const own = 'type' in value && value.type === type ? [value as Fields] : [];
  return [...own, ...Object.values(value).flatMap((one) => elementsIn(one, type))];
}

function textsOf(value: unknown, type: string): string[] {
  return elementsIn(value, type).flatMap(({ text }) => (typeof text === 'string' ? [text] : []));
}
