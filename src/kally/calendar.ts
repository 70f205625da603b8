import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import type { CallRequest } from '../domain/call-request.ts';

/** A day, and the time if it has one, on the clock of `timeZone`; without a zone, on the clock of the place. */
export type CalendarStart = { date: string; time?: string; timeZone?: string };

export type CalendarEvent = { startsAt: CalendarStart; summary?: string; location?: string };

/** Undefined where nothing says when it begins; the file may still be of use to a calendar. */
export function readCalendarEvent(ics: string): CalendarEvent | undefined {
  const event = firstEventOf(ics);
  const start = event?.getFirstProperty('dtstart');
  // The raw value: hydrated, 31 February would have become 3 March.
  const startsAt = start && startOf(String(start.jCal[3]), start.getFirstParameter('tzid'));
  if (!event || !startsAt) return undefined;
  const summary = textOf(event, 'summary');
  const location = textOf(event, 'location');
  return { startsAt, ...(summary && { summary }), ...(location && { location }) };
}

/** The same moment on the clock of another zone; an event of a whole day, or without a zone, stays what it is. */
export function startIn({ date, time, timeZone: own }: CalendarStart, timeZone: string): CalendarStart {
  if (!time || !own) return { date, ...(time && { time }) };
  const there = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(own).withTimeZone(timeZone);
  return {
    date: there.toPlainDate().toString(),
    time: there.toPlainTime().toString({ smallestUnit: 'minute' }),
    timeZone,
  };
}

/**
 * Whether it begins when it was asked for, as far as something was asked for. Whose clock KallyAI means is not
 * documented: the one of a named zone is as good as the person's. UTC is a moment and nobody's clock.
 */
export function isAsAsked(
  start: CalendarStart,
  asked: Pick<CallRequest, 'date' | 'time' | 'timeZone'>,
): boolean {
  const clocks = start.timeZone === 'UTC' ? [] : [start];
  return [...clocks, startIn(start, asked.timeZone)].some(
    ({ date, time }) => (!asked.date || asked.date === date) && (!asked.time || !time || asked.time === time),
  );
}

function firstEventOf(ics: string): ICAL.Component | null {
  try {
    // Trimmed for a byte order mark, which is white space to `trim` and a fault to the parser.
    return new ICAL.Component(ICAL.parse(ics.trim())).getFirstSubcomponent('vevent');
  } catch {
    return null;
  }
}

/** `value` as RFC 7265 has it: `2026-05-04`, `2026-05-04T20:30:00`, `2026-05-04T20:30:00Z`. */
function startOf(value: string, zone: string | undefined): CalendarStart | undefined {
  const [, date, time, utc] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::\d{2})?(Z)?)?/.exec(value) ?? [];
  const day = time ? `${date}T${time}` : `${date}`;
  if (!date || !isPossible(() => Temporal.PlainDateTime.from(day))) return undefined;
  if (!time) return { date };
  const timeZone = utc ? 'UTC' : zone;
  const known = timeZone && isPossible(() => Temporal.PlainDate.from(date).toZonedDateTime(timeZone));
  return { date, time, ...(known && { timeZone }) };
}

function isPossible(make: () => unknown): boolean {
  try {
    return Boolean(make());
  } catch {
    return false;
  }
}

function textOf(event: ICAL.Component, name: string): string | undefined {
  const value = event.getFirstPropertyValue(name);
  return typeof value === 'string' ? value.trim() : undefined;
}
