import { type FewLeft, stillCounts } from '../domain/allowance.ts';
import type { Clock } from '../domain/clock.ts';
import type { CallCosts, KallyClient } from '../kally/client.ts';
import { createCache } from '../store/cache.ts';

/** The small rest of a plan, and what a call roughly needs. */
export type Balance = FewLeft & { needs: number };

/** Reserving a table or asking for opening hours takes about this long. */
const usualMinutes = 3;

/** The rest of the plan if it may not cover one call; `undefined` if it does, or nobody knows. */
export function balanceOf(
  fewLeft: FewLeft | undefined,
  costs: CallCosts | undefined,
  now: number,
): Balance | undefined {
  if (!fewLeft || !stillCounts(fewLeft, now)) return undefined;
  const needs = { credits: usualCredits(costs), minutes: usualMinutes, calls: 1 }[fewLeft.unit];
  return needs === undefined || fewLeft.left >= needs ? undefined : { ...fewLeft, needs };
}

/** What a usual call costs in credits, where KallyAI says so. */
export function usualCredits(costs: CallCosts | undefined): number | undefined {
  return costs && costs.base + costs.perMinute * usualMinutes;
}

/** Longer than filling in a form takes, and shorter than prices stay the same. */
const memory = { lifetimeMs: 60 * 60_000, capacity: 1 };

/** What calls cost. Fetched when a form opens, so that it is there when the form is sent; nobody waits for it. */
export function createCallCosts({ kally, clock }: { kally: KallyClient; clock: Clock }) {
  const costs = createCache<CallCosts | 'unknown'>(clock, memory);
  const read = () => kally.getCallCosts().catch(() => 'unknown' as const);
  return {
    ask(): void {
      void costs.load('', read);
    },
    known(): CallCosts | undefined {
      const known = costs.get('');
      return known === 'unknown' ? undefined : known;
    },
  };
}

export type CallCostsMemory = ReturnType<typeof createCallCosts>;
