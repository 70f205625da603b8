import type { Call } from '../domain/call.ts';
import type { Clock } from '../domain/clock.ts';
import { keyOfPerson, type Person } from '../domain/person.ts';
import { plainText } from '../domain/plain-text.ts';
import { createCache } from '../store/cache.ts';
import type { Changes } from '../store/changes.ts';
import type { Store } from '../store/store.ts';

/** A business that a person called before, named as in the latest of those calls. */
export type SavedBusiness = { callId: string; phone: string; businessName: string };

/** How many of a person's calls are looked through: about a year, for most people. */
const rememberedCalls = 200;
/** Slack's limit of a menu. */
const shownMax = 100;

/** Cached, because every form and every letter typed in its menu needs them. */
const memory = { lifetimeMs: 60_000, capacity: 5_000 };

/** The businesses that each person called before, newest first, each number once. */
export function createSavedBusinesses({
  calls,
  changes,
  clock,
}: {
  calls: Store['calls'];
  changes: Pick<Changes, 'subscribe'>;
  clock: Clock;
}) {
  const cached = createCache<SavedBusiness[]>(clock, memory);
  changes.subscribe((change) => {
    if (change === undefined || change.kind === 'forgotten') cached.clear();
  });

  /** At most a minute old, if the person made a call through another replica. */
  function of(person: Person): Promise<SavedBusiness[]> {
    return cached.load(keyOfPerson(person), async () =>
      savedBusinessesIn(await calls.ofPerson(person, rememberedCalls)),
    );
  }

  return {
    of,
    /** The person made another call. */
    changed: (person: Person) => cached.delete(keyOfPerson(person)),
  };
}

export function savedBusinessesIn(calls: Pick<Call, 'id' | 'stage' | 'request'>[]): SavedBusiness[] {
  const businesses = new Map<string, SavedBusiness>();
  for (const { id, stage, request } of calls) {
    const { phone, businessName } = request;
    // Do not offer a number that KallyAI refused.
    if (businessName && stage !== 'refused' && !businesses.has(phone))
      businesses.set(phone, { callId: id, phone, businessName });
  }
  return [...businesses.values()];
}

/** The businesses that match a part of a name or a number. */
export function businessesLike(businesses: SavedBusiness[], query: string): SavedBusiness[] {
  const wanted = plainText(query.trim());
  const digits = /^[\d\s()+.-]+$/.test(query) ? query.replace(/\D/g, '') : '';
  const found = businesses.filter(
    ({ phone, businessName }) =>
      plainText(businessName).includes(wanted) || (digits !== '' && phone.includes(digits)),
  );
  return found.slice(0, shownMax);
}

export type SavedBusinesses = ReturnType<typeof createSavedBusinesses>;
