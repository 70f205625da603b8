import type { CallRequest } from '../../domain/call-request.ts';
import { instantOf } from '../../domain/due-time.ts';
import type { Language } from '../../domain/language.ts';
import { isSameClock } from '../../domain/place-zone.ts';
import { formatsIn, placeOfTimeZone, type Reader } from '../ui/formats.ts';
import { cardWords } from './card-words.ts';

type Clocks = Pick<CallRequest, 'timeZone' | 'requesterTimeZone'>;

/** Who asked for the call, for whom its card and its thread are written. */
export function requesterAsReader({ language, timeZone, requesterTimeZone }: Clocks & Reader): Reader {
  return { language, timeZone: requesterTimeZone ?? timeZone };
}

/** Dates and times of a call as its requester writes them; what they say is on the clock of the business. */
export function formatsOf(language: Language, clocks: Clocks) {
  const { timeZone } = requesterAsReader({ language, ...clocks });
  return formatsIn(language, timeZone);
}

/** A time on the clock of the business, with its place where the requester reads another clock: "8:00 PM London time". */
export function placeTime(
  language: Language,
  clocks: Clocks,
  { date, time, now }: { date?: string | undefined; time: string; now: number },
): string {
  const { timeZone, requesterTimeZone = timeZone } = clocks;
  const spoken = formatsOf(language, clocks).time(time);
  const read = instantOf({ date: date ?? '', time, timeZone });
  const at = 'instant' in read ? read.instant : now;
  if (isSameClock(timeZone, requesterTimeZone, at)) return spoken;
  return cardWords[language].timeThere(spoken, placeOfTimeZone(timeZone, language));
}
