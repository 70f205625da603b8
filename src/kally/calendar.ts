import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import type { CallRequest } from '../domain/call-request.ts';
import { windowsZones } from './windows-zones.ts';

/**
 * A day, and the time if it has one, on the clock of `timeZone`: an IANA name, or an offset such as `-05:00`. Without a zone, on the clock
 * of the place.
 */
export type CalendarStart = { date: string; time?: string; timeZone?: string };

export type CalendarEvent = {
  startsAt: CalendarStart;
  endsAt?: CalendarStart;
  summary?: string;
  location?: string;
};

const lineBytesMax = 75;

/** Bounds the rules by which clocks change. */
const usualParts = new Set(['byday', 'bymonth', 'bymonthday', 'until', 'wkst']);

/** Undefined when nothing says when the event begins; a calendar may still use the file. */
export function readCalendarEvent(ics: string): CalendarEvent | undefined {
  const event = firstEventOf(ics);
  const startsAt = event && momentOf(event, 'dtstart');
  if (!startsAt) return undefined;
  const endsAt = momentOf(event, 'dtend');
  const summary = textOf(event, 'summary');
  const location = textOf(event, 'location');
  return { startsAt, ...(endsAt && { endsAt }), ...(summary && { summary }), ...(location && { location }) };
}

function momentOf(event: ICAL.Component, name: 'dtstart' | 'dtend'): CalendarStart | undefined {
  const property = event.getFirstProperty(name);
  // The raw value: hydrated, 31 February would have become 3 March.
  return (
    (property &&
      startOf(String(property.jCal[3]), (local) =>
        zoneOf(event.parent, property.getFirstParameter('tzid'), local),
      )) ||
    undefined
  );
}

/** The same file without the number (E.164), in whichever way it is written: for those who see only the end of it. */
export function maskNumber(ics: string, phone: string): string {
  const unfolded = ics.replace(/\r?\n[ \t]/g, '').split(/\r?\n/);
  const national = [...phone.slice(-8)].join('[\\s().\\\\,;/-]*');
  const number = new RegExp(`[+(]?[\\d\\s().\\\\/-]*${national}`, 'g');
  return unfolded.map((line) => folded(line.replace(number, ` ••• ${phone.slice(-3)}`))).join('\r\n');
}

/** RFC 5545 wants no line above 75 bytes. */
function folded(line: string): string {
  if (Buffer.byteLength(line) <= lineBytesMax) return line;
  const pieces: string[] = [''];
  for (const character of line) {
    const piece = `${pieces.at(-1)}${character}`;
    if (Buffer.byteLength(piece) < lineBytesMax) pieces[pieces.length - 1] = piece;
    else pieces.push(character);
  }
  return pieces.join('\r\n ');
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
function startOf(
  value: string,
  zoneAt: (local: Temporal.PlainDateTime) => string | undefined,
): CalendarStart | undefined {
  const [, date, time, utc] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::\d{2})?(Z)?)?/.exec(value) ?? [];
  const day = time ? `${date}T${time}` : `${date}`;
  if (!date || !isPossible(() => Temporal.PlainDateTime.from(day))) return undefined;
  if (!time) return { date };
  const timeZone = utc ? 'UTC' : zoneAt(Temporal.PlainDateTime.from(day));
  return { date, time, ...(timeZone && { timeZone }) };
}

/** The file's own definition counts before the name, which may be anything, or a zone whose rules have changed since. */
function zoneOf(
  file: ICAL.Component,
  tzid: string | undefined,
  local: Temporal.PlainDateTime,
): string | undefined {
  if (!tzid) return undefined;
  const name = Object.hasOwn(windowsZones, tzid) ? windowsZones[tzid] : tzid;
  const named = name && isPossible(() => local.toZonedDateTime(name)) ? name : undefined;
  const offset = offsetIn(file, tzid, local);
  if (!offset) return named;
  return named && local.toZonedDateTime(named).offset === offset ? named : offset;
}

/** The offset by the VTIMEZONE of that name, such as `-05:00`; undefined when there is no usable one. */
function offsetIn(file: ICAL.Component, tzid: string, local: Temporal.PlainDateTime): string | undefined {
  const zone = file.getAllSubcomponents('vtimezone').find((one) => textOf(one, 'tzid') === tzid);
  const observances = zone?.getAllSubcomponents() ?? [];
  const at = local.toString({ smallestUnit: 'second' });
  // For a time before the first observance ical.js answers UTC.
  const reachesBack = observances.some((one) => String(one.getFirstProperty('dtstart')?.jCal[3]) <= at);
  if (!zone || !reachesBack || !observances.every(recursByYear)) return undefined;
  try {
    const seconds = new ICAL.Timezone(zone).utcOffset(ICAL.Time.fromDateTimeString(at));
    const clock = new Date(Math.abs(seconds) * 1000).toISOString().slice(11, 16);
    return `${seconds < 0 ? '-' : '+'}${clock}`;
  } catch {
    return undefined;
  }
}

/** ical.js walks through every recurrence since 1601, so a rule by the second would never end. */
function recursByYear(observance: ICAL.Component): boolean {
  const rules = observance.getAllProperties('rrule').map((rule) => Object(rule.jCal[3]));
  return rules.every(
    ({ freq, ...parts }) =>
      freq === 'YEARLY' && Object.keys(parts).every((part) => usualParts.has(part.toLowerCase())),
  );
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
