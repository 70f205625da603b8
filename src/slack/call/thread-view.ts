import type { types } from '@slack/bolt';
import type { Call, TranscriptLine } from '../../domain/call.ts';
import type { Language } from '../../domain/language.ts';
import { type Message, plain, section, sentence } from '../ui/blocks.ts';
import { formatsIn, type Reader } from '../ui/formats.ts';
import { clockTime, escapeMarkup, messageText, oneLine, wholeCharacters } from '../ui/text.ts';
import { endedCall, lineText, outcomeLine } from './outcome-line.ts';
import { outcomeWords } from './outcome-words.ts';
import { requesterAsReader } from './place-time.ts';
import { listBlocks, listTexts, moreOfSummary, proofBlocks, proofText } from './proof-view.ts';
import { recipientOf, spokenRecipientOf } from './standing.ts';
import { threadWords } from './thread-words.ts';

/**
 * A page also stands whole in the message's `text`, for screen readers, and Slack advises 4,000 characters there. Its own limit for all
 * blocks together is about 13,200.
 */
const pageMax = 3_800;
/** Three pages are ten minutes of talk; more bury the thread, so a longer transcript is one file where Slack takes it. */
export const maxPages = 3;
/** Where Slack takes no file. */
export const mostPages = 20;

/** Mentions the requester, and quotes the lines that support the result. The card itself says only the result. */
type Bringing = {
  /** The result was not posted before, so its requester is notified. */
  isNews: boolean;
  /** Nobody else reads along. */
  isAlone: boolean;
};

/** Stands before the transcript; nothing where there is nothing to say. */
export function leadMessage(call: Call, { isNews, isAlone }: Bringing): Message | undefined {
  const { request, requester } = call;
  const words = outcomeWords[request.language];
  const reader = requesterAsReader(request);
  const ended = endedCall(call);
  const lists = moreOfSummary(reader, ended);
  const blocks = [
    ...(isNews && !isAlone ? [section(`<@${requester.userId}> ${words.brings}`)] : []),
    ...proofBlocks(reader, ended),
    ...listBlocks(lists),
  ];
  if (blocks.length === 0) return undefined;
  const brought = isNews && newsText(call, isAlone, isAlone ? '' : words.brings);
  return { text: messageText([brought, proofText(reader, ended), ...listTexts(lists)]), blocks };
}

/** Brings the result while the transcript is awaited. */
export function resultMessage(call: Call, isAlone: boolean): Message {
  const { request, requester } = call;
  const lists = moreOfSummary(requesterAsReader(request), endedCall(call));
  const words = outcomeWords[request.language];
  return {
    text: messageText([newsText(call, isAlone, words.follows), ...listTexts(lists)]),
    blocks: [
      section(isAlone ? words.follows : `<@${requester.userId}> ${words.follows}`),
      ...listBlocks(lists),
    ],
  };
}

/** What a notification shows: the same line as the card. */
function newsText(call: Call, isAlone: boolean, more = ''): string {
  const line = outcomeLine(requesterAsReader(call.request), endedCall(call));
  const said = escapeMarkup(`${spokenRecipientOf(call, isAlone)}: ${lineText(line)}`);
  return [isAlone ? '' : `<@${call.requester.userId}>`, said, more].filter(Boolean).join(' ');
}

/** The lead and what it leads to, as one message. */
export function ledBy(lead: Message | undefined, message: Message): Message {
  if (!lead) return message;
  return {
    text: messageText([lead.text, message.text]),
    blocks: [...lead.blocks, ...message.blocks],
  };
}

/** What somebody said, as people read it. */
export type Line = { speaker: string; at: string; text: string };

/** The transcript in as many messages as it takes; more than `maxPages` is for a file. */
export function transcriptPages({ language, timeZone }: Reader, lines: TranscriptLine[]): Message[] {
  const words = threadWords[language];
  const { number } = formatsIn(language, timeZone);
  const pages = paged(lines.flatMap((line) => piecesOf(attributed(line, language))));
  return pages.map((page, index) => {
    const title =
      pages.length > 1 ? words.transcriptPage(number(index + 1), number(pages.length)) : words.transcript;
    return pageMessage(title, page);
  });
}

/** The same as one file, and what is said beside it. */
export function transcriptFile({ language }: Reader, lines: TranscriptLine[]) {
  const words = threadWords[language];
  const spoken = lines.map((line) => plainLine(attributed(line, language)));
  return {
    filename: 'transcript.txt',
    title: words.transcript,
    comment: words.transcriptFile,
    content: `${words.transcript}\n\n${spoken.join('\n')}\n`,
  };
}

export function attributed({ speaker, text, atSeconds }: TranscriptLine, language: Language): Line {
  const at = atSeconds === undefined ? '' : clockTime(atSeconds);
  return { speaker: threadWords[language].speakers[speaker], at, text: oneLine(text) };
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
  const thread = threadWords[call.request.language];
  const text = thread.transcriptOf(recipientOf(call, true));
  return { text: escapeMarkup(text), blocks: [{ type: 'section', text: plain(text) }] };
}

/** Stands in place of the pages that nobody would scroll through. */
export function transcriptGoesOn({ id, request }: Call): Message {
  return sentence(threadWords[request.language].transcriptGoesOn(id.slice(0, 8)));
}

/** Stands in the card's thread, where others would look for it. */
export function transcriptElsewhere(call: Call): Message {
  const { request, requester } = call;
  const elsewhere = threadWords[request.language].transcriptElsewhere(`<@${requester.userId}>`);
  return { text: `${newsText(call, false)}\n${elsewhere}`, blocks: [section(elsewhere)] };
}

/** To somebody who sees the card, and not what was said. */
export function notForYouMessage({ language }: Reader, { requester }: Call): Message {
  return sentence(outcomeWords[language].answers.notForYou(`<@${requester.userId}>`));
}

/** One honest sentence in place of a transcript. */
export function noTranscriptMessage({ language }: Reader, why: 'none' | 'not_allowed'): Message {
  const thread = threadWords[language];
  return sentence(why === 'not_allowed' ? thread.notAllowed : thread.unavailable);
}
