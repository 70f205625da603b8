import { describe, expect, test } from 'vitest';
import { sourcesIn } from '../support/sources.ts';

type Node = { type: string; start: number; [field: string]: unknown };
type Named = { name?: string; property?: Named };
type Found = { start: number; text: string };

/** Who logs, and who throws, speaks to operators and developers, and in English. */
const logMethods = new Set(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'child']);
const isForOperators = (node: Node): boolean => isLogging(node) || isFailing(node);

function isLogging({ type, callee }: Node): boolean {
  const { object, property } = (callee ?? {}) as { object?: Named; property?: Named };
  const name = object?.name ?? object?.property?.name ?? '';
  return type === 'CallExpression' && logMethods.has(property?.name ?? '') && /^(log|logger)$/i.test(name);
}

function isFailing({ type, callee, superClass }: Node): boolean {
  if (type === 'NewExpression')
    return /Error$|^Cannot|Interrupted$|^Lost/.test(String((callee as Node).name));
  return type === 'ClassDeclaration' && superClass !== null;
}

/** Functions that show one of their arguments, by its place. */
const showing: Record<string, number> = {
  plain: 0,
  section: 0,
  note: 0,
  header: 0,
  sentence: 0,
  option: 0,
  linkButton: 0,
  button: 1,
};

/** What a person would read: sentences anywhere, and single words where they are shown. */
function textsIn(node: unknown): Found[] {
  if (Array.isArray(node)) return node.flatMap(textsIn);
  if (!isNode(node) || isForOperators(node) || /^(Import|TS)/.test(node.type)) return [];
  const text = textOf(node);
  const own = text !== undefined && isSentence(text) ? [{ start: node.start, text }] : [];
  return [...own, ...shownIn(node), ...childrenOf(node).flatMap(textsIn)];
}

function childrenOf(node: Node): unknown[] {
  return node.type === 'TaggedTemplateExpression' ? [(node.quasi as Node).expressions] : Object.values(node);
}

function shownIn({ type, callee, arguments: given }: Node): Found[] {
  const shown = type === 'CallExpression' ? showing[String((callee as Node).name)] : undefined;
  const node = shown === undefined ? undefined : (given as Node[])[shown];
  const text = node && textOf(node)?.replace(/:[a-z_]+:/g, '');
  return node && text && /\p{L}{2}/u.test(text) ? [{ start: node.start, text }] : [];
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

/** A literal, or what a template has besides what is put into it; of mark-up what is shown. */
function textOf({ type, value, quasis, quasi }: Node): string | undefined {
  if (type === 'Literal' && typeof value === 'string') return value;
  if (type === 'TaggedTemplateExpression') return textOf(quasi as Node)?.replace(/<[^>]*>/g, '\n');
  if (type !== 'TemplateLiteral') return undefined;
  return (quasis as { value: { cooked: string } }[]).map((part) => part.value.cooked).join('…');
}

const isSentence = (text: string) => /\p{L}{2,}[,.:;]? \p{L}{2,}/u.test(text);

/** No words for people. */
const allowed = [
  /^text\/html; charset/,
  /^Path=\/; HttpOnly/,
  // What is logged of a delivery that cannot be read.
  /^(not an (object|envelope)|Slack delivered what .*)$/,
  // What a probe of a load balancer is answered.
  /^not ready\n$/,
  /^\s*:root \{/,
  /^(select|with) .* from pgboss/s,
  // The product's name.
  /^\s*… · Kally\s+…\s+Kally for Slack\s[\s…]*$/,
];

/** What these know are words that people say to Kally, and names of zones. */
const readers = /^src\/domain\/(evidence|free-text|phone-zone-table)\b/;
/** Slack shows the manifest's words to everybody as they are, and operators read its reasons. */
const manifest = 'src/slack/install/manifest.ts';

function textsOfFolder(folder: string) {
  return sourcesIn(folder)
    .filter(({ path }) => !/\bwords(-\w+)?\.ts$/.test(path) && !readers.test(path) && path !== manifest)
    .flatMap(({ path, text: source, program }) =>
      textsIn(program.body).map(({ start, text }) => ({
        path,
        line: source.slice(0, start).split('\n').length,
        text,
      })),
    )
    .filter(({ text }) => !allowed.some((one) => one.test(text)));
}

describe('texts for people are in the catalogues of both languages, and not', () => {
  test.for([
    'src/slack',
    'src/link',
    'src/call-page',
    'src/domain',
    'src/jobs',
    'src/calls',
    'src/accounts',
    'src/web',
  ])('in %s', (folder) => {
    expect(textsOfFolder(folder)).toEqual([]);
  });
});

test('the search finds what it looks for', () => {
  const found = textsOfFolder('test/support').filter(({ path }) => path.endsWith('samples.ts'));
  expect(found.map(({ text }) => text)).toContain('Ask if they repair bikes');
});
