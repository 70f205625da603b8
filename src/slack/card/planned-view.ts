import { z } from 'zod';
import type { Call } from '../../domain/call.ts';
import { instantOf, type WallTime, wallTimeSchema } from '../../domain/due-time.ts';
import type { Language } from '../../domain/language.ts';
import { recipientOf, type Standing } from '../call/standing.ts';
import { dueText } from '../form/due-text.ts';
import { plannedWords } from '../form/due-words.ts';
import { occurrenceBlock } from '../form/form-view.ts';
import { formWords } from '../form/words.ts';
import { type Message, type ModalView, plain, section, sentence } from '../ui/blocks.ts';
import { datePicker, input, timePicker } from '../ui/form-fields.ts';
import { placeOfTimeZone } from '../ui/formats.ts';
import { noticeView } from '../ui/notices.ts';
import { escapeMarkup, messageText } from '../ui/text.ts';
import { uiWords } from '../ui/words.ts';
import { cardButtons } from './actions-view.ts';
import { awaitingStanding } from './approval-view.ts';

/** When Kally calls, or why it did not and asks again, or that somebody else has to approve it. */
export function plannedStanding(call: Call): Standing {
  const words = plannedWords[call.request.language];
  if (call.stage === 'awaiting_approval') return awaitingStanding(call, undefined);
  const { plan } = call;
  if (!plan) throw new Error('a planned call has a due time');
  const when = dueText(call.request.language, call, plan, { isMarkup: true });
  const title = call.attempt ? words.plannedAgain(when) : words.planned(when);
  if (!plan.held) return { emoji: ':alarm_clock:', title, lines: [] };
  return {
    emoji: ':raised_hand:',
    title: words.heldTitle,
    lines: [`${words.was(when)} ${words.held[plan.held]}`, words.heldNext],
  };
}

/** Tells the requester, who may not be looking at the card, that their planned call was not dialled. */
export function askAgainMessage(call: Call): Message {
  const who = recipientOf(call, true);
  const { title, lines } = plannedStanding(call);
  const text = [`*${escapeMarkup(who)}*: ${title}`, ...lines].join('\n');
  return {
    text,
    blocks: [section(text), ...buttonsOf(call, who)],
  };
}

/** A person's planned calls, the next one first. Numbered, so that their buttons sound different. */
export function plannedMessage(language: Language, calls: Call[]): Message {
  const words = plannedWords[language];
  if (calls.length === 0) return sentence(words.none);
  const byDue = calls.toSorted((a, b) => (a.plan?.dueAt ?? 0) - (b.plan?.dueAt ?? 0));
  const shown = byDue.slice(0, listedMax).map((call, index) => {
    const who = recipientOf(call, true);
    const { title, lines } = plannedStanding(call);
    const number = calls.length > 1 ? `${index + 1}. ` : '';
    const text = [`${number}*${escapeMarkup(who)}*: ${title}`, ...lines].join('\n');
    return { text, blocks: [section(text), ...buttonsOf(call, `${number}${who}`)] };
  });
  return {
    text: messageText(shown.map(({ text }) => text)),
    blocks: shown.flatMap(({ blocks }) => blocks),
  };
}

/** Slack takes no longer message. */
const listedMax = 10;

function buttonsOf(call: Call, who: string): Message['blocks'] {
  const elements = cardButtons({ call, isPrivate: true }, who);
  return [{ type: 'actions', elements }];
}

export const changeTimeFormId = 'change_call_time_form';

const memorySchema = z.object({ callId: z.uuid(), timeZone: wallTimeSchema.shape.timeZone });
export const readChangeTimeMemory = (metadata: string) => memorySchema.parse(JSON.parse(metadata));

/** Asks for another time at which Kally is to call, on the clock of the business. */
export function changeTimeView(
  language: Language,
  { call, due, trouble }: { call: Call; due: WallTime; trouble?: string },
): ModalView {
  const { change } = plannedWords[language];
  const { date, time } = formWords[language];
  const place = placeOfTimeZone(due.timeZone, language);
  const { occurrence, ...wall } = due;
  const read = instantOf(wall);
  const isTwice = 'fault' in read && read.fault === 'due_repeated';
  return {
    type: 'modal',
    callback_id: changeTimeFormId,
    title: plain(change.title),
    submit: plain(change.submit),
    close: plain(uiWords[language].cancel),
    private_metadata: JSON.stringify(memorySchema.parse({ callId: call.id, timeZone: due.timeZone })),
    blocks: [
      ...(trouble ? [section(trouble)] : []),
      { type: 'section', text: plain(change.intro(recipientOf(call, true))) },
      input({ field: 'date', label: date }, datePicker(due.date)),
      input(
        { field: 'time', label: time, hint: formWords[language].timesAreIn(place) },
        timePicker(due.time),
      ),
      ...(isTwice ? [occurrenceBlock(occurrence, language)] : []),
    ],
  };
}

/** While it is written, and what came of it. */
export function changeTimeNotice(language: Language, text?: string): ModalView {
  const { change } = plannedWords[language];
  return noticeView(language, text ?? change.underWay, change.title);
}
