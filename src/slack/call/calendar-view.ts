import { askedIn, type KnownCall, madeAt } from '../../calls/known-call.ts';
import { type CalendarStart, isAsAsked, readCalendarEvent, startIn } from '../../kally/calendar.ts';
import { historyWords } from '../call/history-words.ts';
import type { Reader } from '../ui/formats.ts';
import { escapeMarkup } from '../ui/text.ts';
import { whomOf } from './details-view.ts';
import { formatsOf, placeTime } from './place-time.ts';
import { callActionWords } from './words.ts';

/** The iCalendar file that KallyAI gives for a call, and what is said beside it. */
export function calendarFile(reader: Reader, known: KnownCall, ics: string) {
  const { calendar } = historyWords[reader.language];
  const of = calendar.of(escapeMarkup(whomOf(reader, known)));
  return {
    filename: 'appointment.ics',
    title: calendar.title,
    content: ics,
    comment: [of, mismatchIn(reader, known, ics)].filter(Boolean).join(' '),
  };
}

/** The same for the thread of a call, where others may read along. */
export function threadCalendarFile(reader: Reader, known: KnownCall, ics: string) {
  const { calendar } = callActionWords[reader.language];
  const timeZone = known.ours?.request.timeZone ?? reader.timeZone;
  const start = readCalendarEvent(ics)?.startsAt;
  const when = start ? [spokenStart(reader, known, startIn(start, timeZone))] : [];
  const plainly = when.length > 0 ? calendar.entry(when.join(', ')) : calendar.entryOnly;
  return { ...calendarFile(reader, known, ics), comment: mismatchIn(reader, known, ics) ?? plainly };
}

/** On the clock of the business, which is named where its requester reads another. */
function spokenStart(
  { language, ...reader }: Reader,
  known: KnownCall,
  { date, time }: CalendarStart,
): string {
  const clocks = known.ours?.request ?? reader;
  const now = madeAt(known) ?? 0;
  return [
    formatsOf(language, clocks).date(date, now),
    time && placeTime(language, clocks, { date, time, now }),
  ]
    .filter(Boolean)
    .join(', ');
}

/** Says so when the entry begins at another time than was asked for. */
export function mismatchIn(reader: Reader, known: KnownCall, ics: string): string | undefined {
  const { date, time } = askedIn(known);
  const timeZone = known.ours?.request.timeZone ?? reader.timeZone;
  const start = readCalendarEvent(ics)?.startsAt;
  if (!start || !date || isAsAsked(start, { date, timeZone, ...(time && { time }) })) return undefined;
  const spoken = (one: CalendarStart) => spokenStart(reader, known, one);
  const { mismatch } = historyWords[reader.language].calendar;
  return mismatch(spoken(startIn(start, timeZone)), spoken({ date, ...(time && { time }) }));
}
