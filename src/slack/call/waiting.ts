import { isWaiting } from '../../domain/call.ts';
import type { CallRequest, Language } from '../../domain/call-request.ts';
import { formatsIn, placeOfTimeZone } from '../ui/formats.ts';
import { callActionWords } from './words.ts';

type Waiting = { status: string | undefined; request?: CallRequest | undefined; now: number };

/** Where a call stands that does not ring yet; `undefined` for any other. */
export function standingOfWaiting(language: Language, { status, request, now }: Waiting) {
  if (!isWaiting(status)) return undefined;
  const { waiting, scheduled, scheduledFor } = callActionWords(language);
  const dialAt = request?.dialAt && whenText(language, request, { ...request.dialAt, now });
  if (dialAt) return { emoji: ':calendar:', title: scheduledFor(dialAt) };
  if (status === 'scheduled') return { emoji: ':calendar:', title: scheduled };
  return { emoji: ':hourglass_flowing_sand:', title: waiting };
}

/** On the clock that the call was asked for with. */
export function whenText(
  language: Language,
  { timeZone }: Pick<CallRequest, 'timeZone'>,
  { date, time, now }: { date: string; time: string; now: number },
): string {
  const formats = formatsIn(language, timeZone);
  return callActionWords(language).reschedule.when(
    formats.date(date, now),
    formats.time(time),
    placeOfTimeZone(timeZone),
  );
}
