import type { Call } from '../domain/call.ts';
import type { CallingHours } from '../domain/calling-hours.ts';
import type { Clock } from '../domain/clock.ts';
import type { Ruled } from '../domain/rules.ts';
import type { Store } from '../store/store.ts';
import { findingsOf, isOutsideHours, unaccepted } from './policies.ts';
import { deadlines } from './timing.ts';

/** Clocks that differ by less are right. */
const clocksDifferMs = 60_000;
/** A run waits itself for a moment that is nearer than this: the clocks of machines differ by less. */
export const nearMs = clocksDifferMs;

/** Now, by the machine's clock and by the database's. If they differ, one of them is wrong, and nobody knows which. */
export type Now = { earliest: number; latest: number };

/** A phone must ring neither early nor late because the clock of one machine was set wrongly. */
export async function nowByBothClocks(store: Pick<Store, 'aheadMs'>, clock: Clock): Promise<Now> {
  const ahead = await store.aheadMs();
  const now = clock.now();
  if (Math.abs(ahead) < clocksDifferMs) return { earliest: now, latest: now };
  return { earliest: Math.min(now, now + ahead), latest: Math.max(now, now + ahead) };
}

/** The last moment at which a phone may ring for this call: by then nobody expects it any more, or its further tries are over. */
export function latestMoment({ confirmedAt, plan, retryUntil }: Call): number {
  const due = plan?.dueAt ?? confirmedAt;
  const latest = due + deadlines.queuedMs;
  // Whoever sends a further try later than that has decided anew.
  return retryUntil !== undefined && due <= retryUntil ? Math.min(latest, retryUntil) : latest;
}

/** Whether a phone may still ring for this call: calling hours may end while it waits. */
export function isInTime(
  call: Call,
  { at, hours, ruled }: { at: number; hours: CallingHours; ruled: Ruled },
): boolean {
  if (at > latestMoment(call)) return false;
  const facts = { ruled, leaves: { at, isNow: true, hours } };
  return !isOutsideHours(unaccepted(findingsOf(call.request, facts), call.accepted));
}
