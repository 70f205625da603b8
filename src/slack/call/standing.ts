import { type Call, type FinalStatus, isWaiting } from '../../domain/call.ts';
import type { CallRequest } from '../../domain/call-request.ts';
import type { Language } from '../../domain/language.ts';
import { formatPhone, maskPhone } from '../../domain/phone.ts';
import { placeOfTimeZone } from '../ui/formats.ts';
import { clockTime, oneLine, shorten } from '../ui/text.ts';
import { isDirectMessage } from '../workspace/channels.ts';
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
export type Standing = { emoji: string; title: string; lines: string[]; reference?: string };

export const emojiOf: Record<FinalStatus, string> = {
  success: ':white_check_mark:',
  no_answer: ':no_bell:',
  busy: ':no_bell:',
  failed: ':x:',
  voicemail: ':mailbox:',
  cancelled: ':black_square_for_stop:',
  terminated: ':black_square_for_stop:',
};

/** In place of KallyAI's word for the end, which does not say whose doing it was. */
export function stoppedWord(language: Language, status: string | undefined): string {
  const { stopped, stoppedBefore } = callActionWords[language];
  return status === 'cancelled' ? stoppedBefore : stopped;
}

/** The same with how long it had lasted. */
export function stoppedTitle({ status, durationSeconds, request: { language } }: Call): string {
  if (status === 'cancelled' || !durationSeconds) return stoppedWord(language, status);
  return callActionWords[language].stoppedAfter(clockTime(durationSeconds));
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
    placeOfTimeZone(clocks.timeZone),
  );
}
