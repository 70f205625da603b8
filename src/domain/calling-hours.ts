import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/** When phones may ring, by the clock of the place that is called. */
export type CallingHours = {
  /** 1 is Monday, 7 Sunday. */
  days: readonly number[];
  /** HH:MM, the first minute in which a phone may ring. */
  from: string;
  /** HH:MM, the first minute in which it may no longer. */
  until: string;
};

const wallTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/);
export const callingHoursSchema = z.object({
  days: z.array(z.int().min(1).max(7)).min(1).max(7).readonly(),
  from: wallTime,
  until: wallTime,
}) satisfies z.ZodType<CallingHours>;

export type HoursFault = 'hours_unreadable' | 'hours_no_day' | 'hours_never' | 'hours_too_wide';

export const defaultHours: CallingHours = { days: [1, 2, 3, 4, 5, 6, 7], from: '08:00', until: '21:00' };

/** What is wrong with hours that somebody chose: they may be narrower than the usual ones, never wider. */
export function faultOfHours(
  hours: CallingHours,
  usual: CallingHours = defaultHours,
): HoursFault | undefined {
  const { days, from, until } = hours;
  if (!days.some((day) => usual.days.includes(day))) return 'hours_no_day';
  if (!callingHoursSchema.safeParse(hours).success) return 'hours_unreadable';
  if (from >= until) return 'hours_never';
  return from < usual.from || until > usual.until ? 'hours_too_wide' : undefined;
}

/** Only when both allow it; never if they have no moment in common. */
export function withinBoth(one: CallingHours, other: CallingHours | null): CallingHours {
  if (!other) return one;
  const [, from = one.from] = [one.from, other.from].sort();
  const [until = one.until] = [one.until, other.until].sort();
  return { days: one.days.filter((day) => other.days.includes(day)), from, until };
}

export function isSameHours(one: CallingHours, other: CallingHours): boolean {
  const days = (hours: CallingHours) => hours.days.toSorted().join();
  return one.from === other.from && one.until === other.until && days(one) === days(other);
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
