import { isRecord } from '../transport/payload-schemas.ts';

/** Longer than the part of a message that Kally reads. */
const readMax = 8_000;
const mostPieces = 300;
/** Deeper than Slack nests blocks. */
const deepest = 8;

/**
 * The text of a message, as lines in Slack's mark-up. People's messages have it all in `text`. Apps write blocks, fields and attachments
 * beside or instead of `text`; text that they repeat is taken once.
 */
export function textOf(message: unknown): string {
  const said: string[] = [];
  let left = readMax;
  let asked = mostPieces;
  let known = '';
  for (const piece of piecesOf(message)) {
    if (left <= 0 || asked-- <= 0) break;
    const text = piece.slice(0, left).trim();
    const bare = bareOf(text);
    if (!bare || known.includes(bare)) continue;
    said.push(text);
    known += `${bare}\n`;
    left -= text.length;
  }
  return said.join('\n');
}

/** A key for finding repeated text: without marks, and without the people and channels that Slack names by id. */
function bareOf(text: string): string {
  return text
    .replace(/<[@#!][^<>]*>/g, '')
    .replace(/<([^<>|]*)\|?([^<>]*)>/g, '$2$1')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function* piecesOf(message: unknown): Generator<string> {
  if (!isRecord(message)) return;
  yield* textIn(message.text);
  yield* blocksIn(message.blocks);
  for (const attachment of listOf(message.attachments)) yield* attachmentIn(attachment);
}

function* attachmentIn(attachment: unknown): Generator<string> {
  if (!isRecord(attachment)) return;
  const { pretext, author_name, title, text, fields, blocks, footer, fallback } = attachment;
  let isSilent = true;
  for (const said of [pretext, author_name, title, text].flatMap((one) => [...textIn(one)])) {
    isSilent = false;
    yield said;
  }
  for (const field of listOf(fields)) {
    if (!isRecord(field)) continue;
    isSilent = false;
    yield [...textIn(field.title), ...textIn(field.value)].join(': ');
  }
  for (const said of blocksIn(blocks)) {
    isSilent = false;
    yield said;
  }
  yield* textIn(footer);
  // A fallback repeats the rest.
  if (isSilent) yield* textIn(fallback);
}

function* blocksIn(blocks: unknown): Generator<string> {
  // Labels of buttons and menus are not part of the message.
  for (const block of listOf(blocks)) if (isRecord(block) && block.type !== 'actions') yield* partsIn(block);
}

/** A paragraph of rich text is one piece. In other parts, each text is a piece. */
function* partsIn(part: unknown, depth = 0): Generator<string> {
  if (!isRecord(part) || depth > deepest) return;
  const { type, text, title, fields, elements, rows } = part;
  if (type === 'button') return;
  if (typeof type === 'string' && /^rich_text_(?:section|preformatted|quote)$/.test(type)) {
    yield listOf(elements).map(inlineIn).join('');
    return;
  }
  yield* textIn(text);
  for (const one of [text, title, ...listOf(fields), ...listOf(elements), ...listOf(rows).flat()])
    yield* partsIn(one, depth + 1);
}

function inlineIn(element: unknown): string {
  if (!isRecord(element)) return '';
  const { type, text, url, name } = element;
  const said = typeof text === 'string' ? text : '';
  if (type === 'link' && typeof url === 'string') return `<${url}${said && `|${said}`}>`;
  return type === 'emoji' && typeof name === 'string' ? `:${name}:` : said;
}

function* textIn(value: unknown): Generator<string> {
  if (typeof value === 'string' && value) yield value;
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
