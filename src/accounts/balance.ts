import type { FewLeft } from '../domain/allowance.ts';
import type { Clock } from '../domain/clock.ts';
import type { CallCosts, KallyClient } from '../kally/client.ts';
import { createCache } from '../store/cache.ts';

/** What little is left, and about what a call needs. */
export type Balance = FewLeft & { needs: number };

/** A table is reserved, and an opening hour asked for, in about as long. */
const usualMinutes = 3;

/** Of what is remembered as little, whether it may not even do for one call; `undefined` where it does, or nobody knows. */
export function balanceOf(
  fewLeft: FewLeft | undefined,
  costs: CallCosts | undefined,
  now: number,
): Balance | undefined {
  if (!fewLeft || (fewLeft.until !== undefined && fewLeft.until <= now)) return undefined;
  const ofCredits = costs && costs.base + costs.perMinute * usualMinutes;
  const needs = { credits: ofCredits, minutes: usualMinutes, calls: 1 }[fewLeft.unit];
  return needs === undefined || fewLeft.left >= needs ? undefined : { ...fewLeft, needs };
}

/** Longer than the form is filled in, and shorter than prices stay as they are. */
const memory = { lifetimeMs: 60 * 60_000, capacity: 1 };

/** What calls cost, asked for when a form opens, so that it is known when the form is sent; nobody waits for it. */
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
