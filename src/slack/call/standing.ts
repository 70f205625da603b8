import { type Call, isWaiting } from '../../domain/call.ts';
import type { CallRequest } from '../../domain/call-request.ts';
import type { Language } from '../../domain/language.ts';
import { formatPhone, maskPhone } from '../../domain/phone.ts';
import { placeOfTimeZone } from '../ui/formats.ts';
import { oneLine, shorten } from '../ui/text.ts';
import { isDirectMessage } from '../workspace/channels.ts';
import { cardWords } from './card-words.ts';
import { formatsOf } from './place-time.ts';
import { callActionWords } from './words.ts';

const titleMax = 100;

/** Whether nobody but the requester reads along. */
export function isAlone(channelId: string, { requester }: Pick<Call, 'requester'>): boolean {
  return channelId === requester.userId || isDirectMessage(channelId);
}

/** The business by its name, or else by its number. */
export function recipientOf({ request }: Call, isPrivate: boolean): string {
  const number = isPrivate ? formatPhone(request.phone) : maskPhone(request.phone);
  return request.businessName ? shorten(oneLine(request.businessName), titleMax) : number;
}

/** Where a call stands, on its card. */
export type Standing = { emoji: string; title: string; lines: string[] };

/** The same as it is read aloud: a number of which the most is hidden is no series of bullets. */
export function spokenRecipientOf(call: Call, isPrivate: boolean): string {
  const { businessName, phone, language } = call.request;
  if (businessName || isPrivate) return recipientOf(call, isPrivate);
  return cardWords[language].numberEnding(phone.slice(-3));
}

type Waiting = { status: string | undefined; request?: CallRequest | undefined; now: number };

/** Where a call stands that does not ring yet; `undefined` for any other. */
export function standingOfWaiting(language: Language, { status, request, now }: Waiting) {
  if (!isWaiting(status)) return undefined;
  const { waiting, scheduled, scheduledFor } = callActionWords[language];
  const dialAt = request?.dialAt && whenText(language, request, { ...request.dialAt, now });
  if (dialAt) return { emoji: ':calendar:', title: scheduledFor(dialAt) };
  if (status === 'scheduled') return { emoji: ':calendar:', title: scheduled };
  return { emoji: ':hourglass_flowing_sand:', title: waiting };
}

/** On the clock that the call was asked for with. */
export function whenText(
  language: Language,
  clocks: Pick<CallRequest, 'timeZone' | 'requesterTimeZone'>,
  { date, time, now }: { date: string; time: string; now: number },
): string {
  const formats = formatsOf(language, clocks);
  return callActionWords[language].reschedule.when(
    formats.date(date, now),
    formats.time(time),
    placeOfTimeZone(clocks.timeZone, language),
  );
}
