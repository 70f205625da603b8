import type { types } from '@slack/bolt';
import type { Draft } from '../../domain/call-request.ts';
import type { Language } from '../../domain/language.ts';
import { formatPhone, readPhone } from '../../domain/phone.ts';
import { connectActionId } from '../connect/connect-view.ts';
import { connectWords } from '../connect/words.ts';
import { type Carried, carry, openFormActionId } from '../form/button-draft.ts';
import { button, type Message, note, section, sentence, spokenMax } from '../ui/blocks.ts';
import { formatsIn } from '../ui/formats.ts';
import { escapeMarkup, oneLine, shorten } from '../ui/text.ts';
import { uiWords } from '../ui/words.ts';
import type { Profile } from '../workspace/profiles.ts';
import { answerWords } from './words.ts';

export const dismissActionId = 'dismiss';

/** Only the form shows a long task completely. */
const valueMax = 500;

/** What Kally understood in a message, for the person to check before anybody is called. */
export function understoodMessage(
  carried: Carried,
  profile: Pick<Profile, 'language' | 'timeZone' | 'country'>,
  now: number,
): Message {
  const { language, timeZone, country } = profile;
  const words = answerWords[language];
  const read = readPhone(carried.draft.phone ?? '', country);
  if ('fault' in read && read.fault === 'phone_emergency')
    return sentence(uiWords[language].faults[read.fault]);
  const phone = 'phone' in read ? formatPhone(read.phone) : carried.draft.phone;
  const lines = linesOf({ ...carried.draft, ...(phone && { phone }) }, { language, timeZone }, now);
  const review = button(openFormActionId, words.review, carry(carried));
  const label = phone ? { accessibility_label: shorten(words.reviewCallTo(phone), spokenMax) } : {};
  const dismiss = button(dismissActionId, words.dismiss, 'dismiss');
  return {
    text: [
      words.understood,
      ...lines.map(([what, value]) => `${what}: ${escapeMarkup(value)}`),
      words.notYet,
    ].join('\n'),
    blocks: [
      section(`*${words.understood}*`),
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_list', style: 'bullet', elements: lines.map(line) }],
      },
      {
        type: 'actions',
        elements: [
          { ...review, ...label, style: 'primary' },
          { ...dismiss, accessibility_label: words.dismissThis },
        ],
      },
      note(words.notYet),
    ],
  };
}

type Line = readonly [what: string, value: string];

function linesOf(
  draft: Draft,
  { language, timeZone }: { language: Language; timeZone: string },
  now: number,
) {
  const words = answerWords[language];
  const formats = formatsIn(language, timeZone);
  const { phone, task, category, partySize, date, time } = draft;
  const lines: [string, string | undefined][] = [
    [words.phone, phone ?? words.noPhone],
    [words.task, task ?? words.noTask],
    [words.category, category && uiWords[language].categories[category]],
    [words.partySize, partySize],
    [words.date, date && formats.date(date, now)],
    [words.time, time && formats.time(time)],
  ];
  return lines.flatMap(([what, value]) =>
    value ? [[what, shorten(oneLine(value), valueMax)] as const] : [],
  );
}

/** Rich text, because it holds what people wrote. */
function line([what, value]: Line): types.RichTextSection {
  return {
    type: 'rich_text_section',
    elements: [
      { type: 'text', text: `${what}: `, style: { bold: true } },
      { type: 'text', text: value },
    ],
  };
}

/** Greets a person who opens the conversation with Kally for the first time. */
export function helloMessage(language: Language, userId: string, isConnected: boolean): Message {
  const words = answerWords[language];
  if (isConnected) return offer(language, { draft: {}, channelId: userId }, words.hello, '');
  const connect = button(connectActionId, connectWords[language].button, 'connect');
  return {
    text: [words.hello, words.helloConnect, words.more].join('\n'),
    blocks: [
      section(`${words.hello}\n${words.helloConnect}`),
      { type: 'actions', elements: [{ ...connect, style: 'primary' }] },
      note(words.more),
    ],
  };
}

/** The answer to a message that asks for no call; `mention` is how people address Kally there. */
export function hintMessage(language: Language, channelId: string, mention: string): Message {
  return offer(language, { draft: {}, channelId }, answerWords[language].hint, mention);
}

function offer(language: Language, carried: Carried, what: string, mention: string): Message {
  const words = answerWords[language];
  const example = words.example(mention && `${mention} `);
  const open = button(openFormActionId, words.makeCall, carry(carried));
  return {
    text: [what, example, words.more].join('\n'),
    blocks: [
      section(`${what}\n${example}`),
      { type: 'actions', elements: [{ ...open, style: 'primary' }] },
      note(words.more),
    ],
  };
}
