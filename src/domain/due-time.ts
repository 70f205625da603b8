import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/**
 * A time as a person says it: by the clock of a place. It is stored like this, and converted to an instant whenever one is needed, because
 * the rules of a zone may change in between. `occurrence` says which of two is meant, on the night when clocks go back.
 */
export const wallTimeSchema = z.object({
  /** YYYY-MM-DD */
  date: z.string(),
  /** HH:MM */
  time: z.string(),
  timeZone: z.string(),
  occurrence: z.enum(['first', 'second']).exactOptional(),
});
export type WallTime = z.infer<typeof wallTimeSchema>;

export type DueFault =
  | { fault: 'due_unreadable' }
  | { fault: 'due_zone_unknown' }
  /** Clocks skip it: the last wall-clock time before, and the first after. */
  | { fault: 'due_skipped'; before: string; after: string }
  /** Clocks go back over it, so it comes twice. */
  | { fault: 'due_repeated'; first: number; second: number }
  | { fault: 'due_past' }
  | { fault: 'due_too_far' };

export const maxDaysAhead = 90;

/** The instant (milliseconds since the epoch) of a wall-clock time, by its zone's current rules. */
export function instantOf(wall: WallTime): { instant: number } | DueFault {
  if (!isTimeZone(wall.timeZone)) return { fault: 'due_zone_unknown' };
  const local = readLocal(wall);
  if (!local) return { fault: 'due_unreadable' };
  const first = local.toZonedDateTime(wall.timeZone, { disambiguation: 'earlier' });
  const second = local.toZonedDateTime(wall.timeZone, { disambiguation: 'later' });
  if (first.equals(second)) return { instant: first.epochMilliseconds };
  if (!first.toPlainDateTime().equals(local)) return skippedBetween(first);
  if (wall.occurrence === undefined)
    return { fault: 'due_repeated', first: first.epochMilliseconds, second: second.epochMilliseconds };
  return { instant: (wall.occurrence === 'first' ? first : second).epochMilliseconds };
}

/** The instant of a time to call, checked at `now`: not past, and not further ahead than Kally plans. */
export function readDueTime(wall: WallTime, now: number): { instant: number } | DueFault {
  const read = instantOf(wall);
  if ('fault' in read) return read;
  if (read.instant < now) return { fault: 'due_past' };
  if (read.instant - now > maxDaysAhead * 24 * 60 * 60_000) return { fault: 'due_too_far' };
  return read;
}

/** An instant as wall-clock time of a place, rounded down to the minute. */
export function wallTimeAt(instant: number, timeZone: string): WallTime {
  const there = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
  const wall = { date: there.toPlainDate().toString(), time: minutesOf(there.toPlainTime()), timeZone };
  const read = instantOf(wall);
  if (!('fault' in read) || read.fault !== 'due_repeated') return wall;
  return { ...wall, occurrence: instant < read.second ? 'first' : 'second' };
}

function readLocal({ date, time }: WallTime): Temporal.PlainDateTime | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || !/^\d\d:\d\d$/.test(time)) return undefined;
  try {
    return Temporal.PlainDateTime.from(`${date}T${time}`);
  } catch {
    return undefined;
  }
}

/** Temporal would accept offsets ("+02:00") as zones, which have no clock changes. */
function isTimeZone(timeZone: string): boolean {
  if (!/^[A-Za-z]/.test(timeZone)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone);
    return true;
  } catch {
    return false;
  }
}

function skippedBetween(earlier: Temporal.ZonedDateTime): DueFault {
  const change = earlier.getTimeZoneTransition('next');
  if (!change) return { fault: 'due_unreadable' };
  const before = change.subtract({ minutes: 1 });
  return {
    fault: 'due_skipped',
    before: minutesOf(before.toPlainTime()),
    after: minutesOf(change.toPlainTime()),
  };
}

function minutesOf(time: Temporal.PlainTime): string {
  return time.toString({ smallestUnit: 'minute' });
}
