import { Temporal } from 'temporal-polyfill';
import type { Call } from './call.ts';
import { type CallingHours, defaultHours, nextAllowed } from './calling-hours.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

export const maxFurtherAttempts = 2;
export const maxCallsADay = 2;
export const maxCallsAWeek = 4;
/** Calls longer ago do not count. */
export const numberWeekMs = 7 * dayMs;

/** Where the ladder stands once an attempt has ended. Times are milliseconds since the epoch. */
export type Ladder = {
  /** The attempt that just ended. */
  call: Pick<Call, 'stage' | 'status' | 'stopRequestedAt' | 'stoppedAt'>;
  endedAt: number;
  /** Attempts so far, that one among them. */
  attempts: number;
  /** When Kally called this number from this workspace, whoever asked for it, the attempts of this ladder among them. */
  earlierCalls: readonly number[];
  /** The zones the number may be in. */
  zones: readonly string[];
  hours?: CallingHours;
  /** The last moment the requester agreed to. */
  until: number;
};

export type NoFurtherAttempt =
  /** It was answered, by a person or a machine, or it was stopped, or nobody knows what became of it. */
  | 'not_retryable'
  | 'attempts_used'
  /** The next moment that is allowed lies after `until`, or there is none. */
  | 'until_passed'
  /** The number has been called as often as it may be, for longer than `until`. */
  | 'number_rests';

/**
 * Only a line that was busy and a phone that nobody took may be tried again: whoever answered has answered, a voicemail has heard
 * Kally, and a call of which nobody knows may have been answered.
 */
export function mayTryAgain({ stage, status, stopRequestedAt, stoppedAt }: Ladder['call']): boolean {
  const wasToStop = stopRequestedAt !== undefined || stoppedAt !== undefined;
  return stage === 'ended' && !wasToStop && (status === 'busy' || status === 'no_answer');
}

/** The evening of the day after a call left, on the clock of the place: as long as a person agrees to further tries on the form. */
export function ladderEnd(leftAt: number, timeZone: string): number {
  const plainTime = { hour: 18 };
  return dayAt(leftAt, timeZone).add({ days: 1 }).toZonedDateTime({ timeZone, plainTime }).epochMilliseconds;
}

/** Tomorrow at nine, on the clock of the place. */
export function tomorrowMorning(now: number, timeZone: string): number {
  const plainTime = { hour: 9 };
  return dayAt(now, timeZone).add({ days: 1 }).toZonedDateTime({ timeZone, plainTime }).epochMilliseconds;
}

/** When to try again, or why not. Checked once more when that time has come: hours and other calls may have changed. */
export function nextAttempt(ladder: Ladder): { at: number } | { none: NoFurtherAttempt } {
  const { call, attempts, earlierCalls, zones, hours = defaultHours, until } = ladder;
  if (!mayTryAgain(call)) return { none: 'not_retryable' };
  if (attempts > maxFurtherAttempts) return { none: 'attempts_used' };
  const wanted = call.status === 'busy' ? afterBusy(ladder) : afterNobody(ladder);
  const free = wanted === undefined ? undefined : whenNumberIsFree(wanted, earlierCalls, zones, hours);
  if (wanted === undefined || wanted > until) return { none: 'until_passed' };
  return free === undefined || free > until ? { none: 'number_rests' } : { at: free };
}

/** Why a number may not be called at a moment, given when it was called before. A day is one of the place, in every zone it may be in. */
export function numberCapAt(
  at: number,
  earlierCalls: readonly number[],
  zones: readonly string[],
): 'day' | 'week' | undefined {
  if (earlierCalls.filter((one) => one > at - numberWeekMs && one <= at).length >= maxCallsAWeek)
    return 'week';
  const isFull = (zone: string) =>
    earlierCalls.filter((one) => one <= at && dayAt(one, zone).equals(dayAt(at, zone))).length >=
    maxCallsADay;
  return zones.some(isFull) ? 'day' : undefined;
}

/** Lines are busy for as long as a call lasts. */
function afterBusy({ endedAt, attempts, zones, hours }: Ladder): number | undefined {
  return nextAllowed(endedAt + (attempts === 1 ? 10 : 30) * minuteMs, zones, hours);
}

/** Somebody who is out comes back; a place that is closed in the morning may be open in the evening. */
function afterNobody({ endedAt, attempts, zones, hours }: Ladder): number | undefined {
  const soon = nextAllowed(endedAt + 45 * minuteMs, zones, hours);
  const [zone] = zones;
  if (attempts === 1 || soon === undefined || !zone) return soon;
  const isOther = (moment: number) =>
    partOfDayAt(moment, zone) !== partOfDayAt(endedAt, zone) ||
    !dayAt(moment, zone).equals(dayAt(endedAt, zone));
  if (isOther(soon)) return soon;
  return nextPartsOfDay(soon, zone)
    .map((start) => nextAllowed(start, zones, hours))
    .find((moment) => moment !== undefined && isOther(moment));
}

/** Hours of the day at which people are elsewhere than before: morning, afternoon, evening. */
const partsOfDay = [0, 12, 17] as const;

function partOfDayAt(moment: number, zone: string): number {
  const { hour } = placeAt(moment, zone);
  return partsOfDay.filter((start) => start <= hour).length;
}

function nextPartsOfDay(moment: number, zone: string): number[] {
  const today = placeAt(moment, zone).toPlainDate();
  return Array.from({ length: 8 }, (_, ahead) => today.add({ days: ahead }))
    .flatMap((day) =>
      partsOfDay.map((hour) => day.toZonedDateTime({ timeZone: zone, plainTime: { hour, minute: 5 } })),
    )
    .map((start) => start.epochMilliseconds)
    .filter((start) => start > moment);
}

function whenNumberIsFree(
  wanted: number,
  earlierCalls: readonly number[],
  zones: readonly string[],
  hours: CallingHours,
): number | undefined {
  let at: number | undefined = wanted;
  for (let day = 0; at !== undefined && day < 8; day++) {
    if (!numberCapAt(at, earlierCalls, zones)) return at;
    const [zone = 'UTC'] = zones;
    const tomorrow = dayAt(at, zone).add({ days: 1 }).toZonedDateTime(zone);
    at = nextAllowed(tomorrow.epochMilliseconds, zones, hours);
  }
}

function dayAt(moment: number, zone: string): Temporal.PlainDate {
  return placeAt(moment, zone).toPlainDate();
}

function placeAt(moment: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone);
}
