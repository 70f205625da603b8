import { askedIn, type KnownCall, madeAt } from '../../calls/known-call.ts';
import { type CalendarStart, isAsAsked, readCalendarEvent, startIn } from '../../kally/calendar.ts';
import { historyWords } from '../call/history-words.ts';
import { formatsIn, type Reader } from '../ui/formats.ts';
import { escapeMarkup } from '../ui/text.ts';
import { whomOf } from './details-view.ts';
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
  const formats = formatsIn(reader.language, timeZone);
  const start = readCalendarEvent(ics)?.startsAt;
  const { date, time } = start ? startIn(start, timeZone) : {};
  const when = [date && formats.date(date, madeAt(known) ?? 0), time && formats.time(time)].filter(Boolean);
  const plainly = when.length > 0 ? calendar.entry(when.join(', ')) : calendar.entryOnly;
  return { ...calendarFile(reader, known, ics), comment: mismatchIn(reader, known, ics) ?? plainly };
}

/** Says so when the entry begins at another time than was asked for. */
export function mismatchIn(reader: Reader, known: KnownCall, ics: string): string | undefined {
  const { date, time } = askedIn(known);
  const timeZone = known.ours?.request.timeZone ?? reader.timeZone;
  const start = readCalendarEvent(ics)?.startsAt;
  if (!start || !date || isAsAsked(start, { date, timeZone, ...(time && { time }) })) return undefined;
  const formats = formatsIn(reader.language, timeZone);
  const spoken = (one: CalendarStart) =>
    [formats.date(one.date, madeAt(known) ?? 0), one.time && formats.time(one.time)]
      .filter(Boolean)
      .join(', ');
  const { mismatch } = historyWords[reader.language].calendar;
  return mismatch(spoken(startIn(start, timeZone)), spoken({ date, ...(time && { time }) }));
}
