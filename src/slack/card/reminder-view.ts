import { type Appointment, appointmentOf, remindBeforeMs } from '../../domain/appointment.ts';
import type { Call } from '../../domain/call.ts';
import type { Draft } from '../../domain/call-request.ts';
import { wallTimeAt } from '../../domain/due-time.ts';
import type { Language } from '../../domain/language.ts';
import { cardWords } from '../call/card-words.ts';
import { formatsOf, placeTime } from '../call/place-time.ts';
import { recipientOf } from '../call/standing.ts';
import { callActionWords } from '../call/words.ts';
import { type Block, button, type Message, spokenMax } from '../ui/blocks.ts';
import { formatsIn } from '../ui/formats.ts';
import { escapeMarkup, messageText, oneLine, shorten } from '../ui/text.ts';
import { reminderWords } from './reminder-words.ts';

const nameMax = 100;

/** On the card too. */
export const changeActionId = 'call_to_change';

/** What was arranged, two hours before. */
export function reminderMessage(call: Call, isPrivate: boolean): Message {
  const { language } = call.request;
  const words = reminderWords[language];
  const who = recipientOf(call, isPrivate);
  const appointment = appointmentOf(call);
  if (!appointment) throw new Error('a reminder is of an appointment');
  const details = [whenOf(call, appointment), ...detailsOf(call), codeOf(call, words.code)].flatMap(
    (one) => one || [],
  );
  const heading = words.reminder(who);
  const below = details.join(' · ');
  const { changeBooking: change } = callActionWords[language].actions;
  const changing = {
    ...button(changeActionId, change.label, call.id),
    accessibility_label: shorten(change.spoken(who), spokenMax),
  };
  return {
    text: messageText([heading, below].map(escapeMarkup)),
    blocks: [reminderBlock(heading, below), { type: 'actions', elements: [changing] }],
  };
}

/** Rich text, because it holds what people wrote. */
function reminderBlock(heading: string, below: string): Block {
  return {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          { type: 'emoji', name: 'alarm_clock' },
          { type: 'text', text: ` ${heading}`, style: { bold: true } },
          { type: 'text', text: `\n${below}` },
        ],
      },
    ],
  };
}

/** On the card, until people were reminded. */
export function reminderLine(call: Call): string[] {
  const { remindTo, request } = call;
  const appointment = appointmentOf(call);
  if (!remindTo || !appointment) return [];
  const { date, time } = wallTimeAt(appointment.at - remindBeforeMs, request.timeZone);
  return [reminderWords[request.language].line[remindTo](whenOf(call, { date, time }))];
}

/** The form with which the requester cancels or changes what was arranged. They see and edit every word before anybody is called. */
export function changeDraft(language: Language, call: Call): Draft {
  const words = reminderWords[language];
  const { request } = call;
  const { phone, businessName, name, callLanguage } = request;
  const appointment = appointmentOf(call);
  const thing =
    words.things[
      request.category === 'clinic' || request.category === 'general' ? 'appointment' : 'reservation'
    ];
  const what = [
    appointment
      ? words.of(
          formatsIn(language, request.timeZone).date(appointment.date, call.confirmedAt),
          formatsIn(language, request.timeZone).time(appointment.time),
        )
      : '',
    ...detailsOf(call),
  ].filter(Boolean);
  const code = codeOf(call, words.code);
  return {
    phone,
    category: 'general',
    task: [words.cancel(thing, what.join(', ')), code && `${code}.`].filter(Boolean).join(' '),
    callLanguage,
    ...(businessName && { businessName }),
    ...(name && { name }),
    about: call.id,
  };
}

function whenOf({ request, confirmedAt }: Call, { date, time }: Pick<Appointment, 'date' | 'time'>): string {
  const { language } = request;
  const day = formatsOf(language, request).date(date, confirmedAt);
  return `${day}, ${placeTime(language, request, { date, time, now: confirmedAt })}`;
}

/** For how many, and in whose name: as it stands, where that differs from what was asked. */
function detailsOf({ request, outcome }: Call): string[] {
  const { partySize, name, language } = request;
  const { party, name: inName } = cardWords[language];
  const formats = formatsOf(language, request);
  const other = outcome?.evidence?.mismatches.find(({ field }) => field === 'partySize');
  const size = other ? Number(other.said) : partySize;
  return [
    ...(size ? [formats.plural(size) === 'one' ? party.one : party.other(formats.number(size))] : []),
    ...(name ? [inName(shorten(oneLine(name), nameMax))] : []),
  ];
}

function codeOf({ outcome }: Call, words: (code: string) => string): string | undefined {
  const fact = outcome?.evidence?.facts.findLast(({ kind }) => kind === 'confirmation');
  return fact && words(fact.value);
}
