import { Temporal } from 'temporal-polyfill';

/** When phones may ring, by the clock of the place that is called. */
export type CallingHours = {
  /** 1 is Monday, 7 Sunday. */
  days: readonly number[];
  /** HH:MM, the first minute in which a phone may ring. */
  from: string;
  /** HH:MM, the first minute in which it may no longer. */
  until: string;
};

export type HoursFault = 'hours_unreadable' | 'hours_no_day' | 'hours_never' | 'hours_too_wide';

export const defaultHours: CallingHours = { days: [1, 2, 3, 4, 5, 6, 7], from: '08:00', until: '21:00' };

/** What is wrong with configured hours: they may be narrower than the default, never wider. */
export function faultOfHours({ days, from, until }: CallingHours): HoursFault | undefined {
  const isTime = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
  if (!isTime(from) || !isTime(until) || !days.every((day) => defaultHours.days.includes(day)))
    return 'hours_unreadable';
  if (days.length === 0) return 'hours_no_day';
  if (from >= until) return 'hours_never';
  return from < defaultHours.from || until > defaultHours.until ? 'hours_too_wide' : undefined;
}

/** Allowed only if allowed in every zone that the number may be in; never if no zone is known. */
export function isAllowedAt(
  instant: number,
  zones: readonly string[],
  hours: CallingHours = defaultHours,
): boolean {
  return zones.length > 0 && zones.every((zone) => isOpenAt(instant, zone, hours));
}

/** Nobody wants to be the first call of the day. */
const afterOpeningMs = 5 * 60_000;

/** Hours recur every week; two weeks have at least one that no clock change cuts short. */
const daysAhead = 15;

/** `instant` if it is allowed, else some minutes after the next opening; none if the zones are never open at the same time. */
export function nextAllowed(
  instant: number,
  zones: readonly string[],
  hours: CallingHours = defaultHours,
): number | undefined {
  if (isAllowedAt(instant, zones, hours)) return instant;
  const openings = zones.flatMap((zone) => openingsAfter(instant, zone, hours)).sort((a, b) => a - b);
  const opening = openings.find((one) => isAllowedAt(one, zones, hours));
  if (opening === undefined) return undefined;
  const settled = opening + afterOpeningMs;
  return isAllowedAt(settled, zones, hours) ? settled : opening;
}

function isOpenAt(instant: number, zone: string, { days, from, until }: CallingHours): boolean {
  const there = atPlace(instant, zone);
  const time = there.toPlainTime().toString({ smallestUnit: 'minute' });
  return days.includes(there.dayOfWeek) && time >= from && time < until;
}

function openingsAfter(instant: number, zone: string, { days, from }: CallingHours): number[] {
  const today = atPlace(instant, zone).toPlainDate();
  return Array.from({ length: daysAhead }, (_, ahead) => today.add({ days: ahead }))
    .filter((day) => days.includes(day.dayOfWeek))
    .map((day) => day.toZonedDateTime({ timeZone: zone, plainTime: from }).epochMilliseconds)
    .filter((opening) => opening > instant);
}

function atPlace(instant: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
}
