import type { Logger } from 'pino';
import type { Clock } from '../domain/clock.ts';
import { keyOfPerson, type Person } from '../domain/person.ts';
import type { CallCosts, KallyClient } from '../kally/client.ts';
import { createCache } from '../store/cache.ts';
import type { Store } from '../store/store.ts';
import type { AccountOf } from './access.ts';
import { type Allowance, readUsage, type Usage } from './usage.ts';

/** What is left of the unit that calls are paid with, and about what one costs in it. */
export type Balance = { unit: Allowance['unit']; left: number; needs: number; mayNotSuffice: boolean };

/** A table is reserved, and an opening hour asked for, in about as long. */
const usualMinutes = 3;
const memory = { lifetimeMs: 5 * 60_000, capacity: 5_000 };
const costsMemory = { lifetimeMs: 60 * 60_000, capacity: 1 };

/**
 * What people have left, asked for while they fill in a form, so that it is known when they confirm. Nobody waits for it: what is not
 * known by then is not told.
 */
export function createBalances(deps: {
  kally: KallyClient;
  accountOf: AccountOf;
  store: Pick<Store, 'preferences'>;
  clock: Clock;
  log: Logger;
}) {
  const { kally, clock, log } = deps;
  const balances = createCache<Balance | 'unknown'>(clock, memory);
  const costs = createCache<CallCosts | 'unknown'>(clock, costsMemory);

  async function read(person: Person): Promise<Balance | 'unknown'> {
    const [usage, cost] = await Promise.all([
      readUsage(deps, person),
      costs.load('', () => kally.getCallCosts().catch(() => 'unknown' as const)),
    ]);
    return balanceIn(usage, cost === 'unknown' ? undefined : cost) ?? 'unknown';
  }

  return {
    /** Begins to ask, unless it is known. */
    ask(person: Person): void {
      balances
        .load(keyOfPerson(person), () => read(person))
        .catch((error: unknown) => log.info({ err: error }, 'what is left is not known beforehand'));
    },
    known(person: Person): Balance | undefined {
      const balance = balances.get(keyOfPerson(person));
      return balance === 'unknown' ? undefined : balance;
    },
    /** A call of theirs may have used some of it. */
    changed: (person: Person) => balances.delete(keyOfPerson(person)),
  };
}

export type Balances = ReturnType<typeof createBalances>;

const units = ['credits', 'minutes', 'calls'] as const;

/** Which of an account's meters a call counts on, KallyAI does not say: only when none of them has enough, it may not suffice. */
export function balanceIn({ meters }: Usage, costs: CallCosts | undefined): Balance | undefined {
  const needed = {
    credits: costs && costs.base + costs.perMinute * usualMinutes,
    minutes: usualMinutes,
    calls: 1,
  };
  const balances = units.flatMap((unit) => {
    const left = meters.find((one) => one.unit === unit)?.left;
    const needs = needed[unit];
    return left === undefined || needs === undefined ? [] : [{ unit, left, needs }];
  });
  const [first] = balances;
  return first && { ...first, mayNotSuffice: balances.every(({ left, needs }) => left < needs) };
}
