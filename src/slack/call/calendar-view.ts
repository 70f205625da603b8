import { askedIn, type KnownCall, madeAt } from '../../calls/known-call.ts';
import { type CalendarStart, isAsAsked, readCalendarEvent, startIn } from '../../kally/calendar.ts';
import { historyWords } from '../call/history-words.ts';
import { linkButton, type Message, section, sentence } from '../ui/blocks.ts';
import { formatsIn, type Reader } from '../ui/formats.ts';
import { escapeMarkup } from '../ui/text.ts';
import { whomOf } from './details-view.ts';
import { googleCalendarUrl } from './google-calendar.ts';
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

/** Says so when the entry begins at another time than was said on the phone, or was asked for. */
export function mismatchIn(reader: Reader, known: KnownCall, ics: string): string | undefined {
  const { date, time } = askedIn(known);
  const timeZone = known.ours?.request.timeZone ?? reader.timeZone;
  const start = readCalendarEvent(ics)?.startsAt;
  if (!start) return undefined;
  const formats = formatsIn(reader.language, timeZone);
  const spoken = (one: CalendarStart) =>
    [formats.date(one.date, madeAt(known) ?? 0), one.time && formats.time(one.time)]
      .filter(Boolean)
      .join(', ');
  const differs = (wanted: { date: string; time?: string | undefined }) => {
    const { date: day, time: hour } = wanted;
    return !isAsAsked(start, { date: day, timeZone, ...(hour && { time: hour }) });
  };
  const { mismatch, mismatchSaid } = historyWords[reader.language].calendar;
  const entry = spoken(startIn(start, timeZone));
  const said = saidIn(known);
  if (said && differs(said)) return mismatchSaid(entry, spoken(said));
  if (!date || !differs({ date, time })) return undefined;
  return mismatch(entry, spoken({ date, ...(time && { time }) }));
}

/** When it is, by the words of the business. */
function saidIn(known: KnownCall): CalendarStart | undefined {
  const { evidence } = known.ours?.outcome ?? {};
  if (evidence?.verdict !== 'arranged') return undefined;
  const standing = (kind: 'date' | 'time') => evidence.facts.findLast((fact) => fact.kind === kind)?.value;
  const [date, time] = [standing('date') ?? askedIn(known).date, standing('time')];
  return date && time ? { date, time } : undefined;
}

/** Where the file is, and for those who have none of these programs at hand, Google's page. */
export function calendarMessage(reader: Reader, { text, ics }: { text: string; ics: string }): Message {
  const event = readCalendarEvent(ics);
  if (!event) return sentence(text);
  const { google } = historyWords[reader.language].calendar;
  return {
    text,
    blocks: [section(text), { type: 'actions', elements: [linkButton(google, googleCalendarUrl(event))] }],
  };
}
