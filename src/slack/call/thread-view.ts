import type { types } from '@slack/bolt';
import { type Call, type Outcome, type TranscriptLine, wasStopped } from '../../domain/call.ts';
import { type Block, type Message, plain, section, sentence } from '../ui/blocks.ts';
import { formatsIn, type Reader, wordsIn } from '../ui/formats.ts';
import { clockTime, escapeMarkup, messageText, oneLine, shorten, wholeCharacters } from '../ui/text.ts';
import type { Words } from '../ui/words-en.ts';
import { recipientOf, stoppedTitle } from './standing.ts';

/** KallyAI sets no limits to these; a message has them. */
const maxItems = 10;
const itemMax = 400;

/**
 * A page also stands whole in the message's `text`, for screen readers, and Slack advises 4,000 characters there. Its own limit for all
 * blocks together is about 13,200.
 */
const pageMax = 3_800;
/** Three pages are ten minutes of talk; more bury the thread, so a longer transcript is one file where Slack takes it. */
export const maxPages = 3;
/** Where Slack takes no file. */
export const mostPages = 20;

export function outcomeMessage(call: Call, outcome: Outcome): Message {
  const { request, durationSeconds } = call;
  const words = wordsIn(request.language);
  const formats = formatsIn(request.language, request.timeZone);
  const seconds = outcome.durationSeconds ?? durationSeconds;
  const lasted = seconds ? words.thread.duration(formats.duration(seconds)) : undefined;
  const lists = [
    { title: words.thread.highlights, items: itemsOf(outcome.highlights, request) },
    { title: words.thread.nextSteps, items: itemsOf(outcome.nextSteps, request) },
  ].filter(({ items }) => items.length > 0);
  const status = wasStopped(call) ? stoppedTitle(call) : words.card.statuses[outcome.status];
  const closing = lists.length > 0 ? [lasted] : [lasted, words.thread.nothingMore];
  const end = closing.filter(Boolean).join(' ');
  return {
    text: messageText([`${words.thread.outcome}: ${status}.`, ...lists.map(listText), end]),
    blocks: [
      section(`*${words.thread.outcome}:* ${status}`),
      ...lists.map(({ title, items }) => bullets(title, items)),
      ...(end ? [section(end)] : []),
    ],
  };
}

export function itemsOf(items: string[], { language, timeZone }: Reader): string[] {
  const { thread } = wordsIn(language);
  const { number } = formatsIn(language, timeZone);
  const shown = items.map((item) => shorten(oneLine(item), itemMax)).filter(Boolean);
  const rest = shown.length - maxItems;
  return rest > 0 ? [...shown.slice(0, maxItems), thread.more(number(rest))] : shown;
}

/** The same as `bullets`, for a message's `text`. */
export function listText({ title, items }: { title: string; items: string[] }): string {
  return [`${title}:`, ...items.map((item) => `• ${escapeMarkup(item)}`)].join('\n');
}

export function bullets(title: string, items: string[]): Block {
  const line = (text: string): types.RichTextSection => ({
    type: 'rich_text_section',
    elements: [{ type: 'text', text }],
  });
  return {
    type: 'rich_text',
    elements: [
      { type: 'rich_text_section', elements: [{ type: 'text', text: title, style: { bold: true } }] },
      { type: 'rich_text_list', style: 'bullet', elements: items.map(line) },
    ],
  };
}

type Line = { speaker: string; at: string; text: string };

/** The transcript in as many messages as it takes; more than `maxPages` is for a file. */
export function transcriptPages({ language, timeZone }: Reader, lines: TranscriptLine[]): Message[] {
  const words = wordsIn(language);
  const { number } = formatsIn(language, timeZone);
  const pages = paged(lines.flatMap((line) => piecesOf(attributed(line, words))));
  return pages.map((page, index) => {
    const title =
      pages.length > 1
        ? words.thread.transcriptPage(number(index + 1), number(pages.length))
        : words.thread.transcript;
    return pageMessage(title, page);
  });
}

/** The same as one file, and what is said beside it. */
export function transcriptFile({ language }: Reader, lines: TranscriptLine[]) {
  const words = wordsIn(language);
  const spoken = lines.map((line) => plainLine(attributed(line, words)));
  return {
    filename: 'transcript.txt',
    title: words.thread.transcript,
    comment: words.thread.transcriptFile,
    content: `${words.thread.transcript}\n\n${spoken.join('\n')}\n`,
  };
}

function attributed({ speaker, text, atSeconds }: TranscriptLine, { thread }: Words): Line {
  const at = atSeconds === undefined ? '' : clockTime(atSeconds);
  return { speaker: thread.speakers[speaker], at, text: oneLine(text) };
}

/** A speech longer than a page goes on in the next, under the same name. */
function piecesOf(line: Line): Line[] {
  const room = pageMax / 2;
  const pieces: Line[] = [];
  for (let rest = line.text; rest; ) {
    const text = wholeCharacters(rest, room);
    pieces.push({ ...line, text });
    rest = rest.slice(text.length);
  }
  return pieces;
}

function paged(lines: Line[]): Line[][] {
  const pages: Line[][] = [];
  let room = 0;
  for (const line of lines) {
    const length = escapeMarkup(plainLine(line)).length + 1;
    if (length > room) {
      pages.push([]);
      room = pageMax;
    }
    pages.at(-1)?.push(line);
    room -= length;
  }
  return pages;
}

function pageMessage(title: string, lines: Line[]): Message {
  const spoken = lines.flatMap(({ speaker, at, text }): types.RichTextText[] => [
    { type: 'text', text: [speaker, at].filter(Boolean).join(' · '), style: { bold: true } },
    { type: 'text', text: `  ${text}\n` },
  ]);
  return {
    text: [title, ...lines.map((line) => escapeMarkup(plainLine(line)))].join('\n'),
    blocks: [
      section(`*${title}*`),
      { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: spoken }] },
    ],
  };
}

function plainLine({ speaker, at, text }: Line): string {
  return `${at ? `[${at}] ` : ''}${speaker}: ${text}`;
}

/** Begins the thread in which the requester alone reads what was said. */
export function transcriptHeading(call: Call): Message {
  const { thread } = wordsIn(call.request.language);
  const text = thread.transcriptOf(recipientOf(call, true));
  return { text: escapeMarkup(text), blocks: [{ type: 'section', text: plain(text) }] };
}

/** Stands in place of the pages that nobody would scroll through. */
export function transcriptGoesOn({ id, request }: Call): Message {
  return sentence(wordsIn(request.language).thread.transcriptGoesOn(id.slice(0, 8)));
}

/** Stands in the card's thread, where others would look for it. */
export function transcriptElsewhere({ request, requester }: Call): Message {
  return sentence(wordsIn(request.language).thread.transcriptElsewhere(`<@${requester.userId}>`));
}

/** One honest sentence in place of a transcript. */
export function noTranscriptMessage({ language }: Reader, why: 'unavailable' | 'not_allowed'): Message {
  const { thread } = wordsIn(language);
  return sentence(why === 'not_allowed' ? thread.notAllowed : thread.unavailable);
}
