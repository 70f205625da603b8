import { type Call, keyOfPerson, type Person } from '../domain/call.ts';
import type { Clock } from '../domain/clock.ts';
import { late, within } from '../slack/transport/deadline.ts';
import { createCache } from '../store/cache.ts';
import type { Changes } from '../store/changes.ts';
import type { Store } from '../store/store.ts';

/** A business that a person had called before; named by the latest of those calls. */
export type SavedPlace = { callId: string; phone: string; businessName: string };

/** So many of a person's calls are looked through: a year's worth, for most. */
const rememberedCalls = 200;
/** Slack's own limit of a menu. */
const shownMax = 100;
/** A form does not wait for what only saves typing. */
const patienceMs = 600;

/** Looked at for every form, and for every letter typed in its menu. */
const memory = { lifetimeMs: 60_000, capacity: 5_000 };

/** The businesses each person had called before, newest first, each number once. */
export function createSavedPlaces({
  calls,
  changes,
  clock,
}: {
  calls: Store['calls'];
  changes: Pick<Changes, 'hear'>;
  clock: Clock;
}) {
  const remembered = createCache<SavedPlace[]>(clock, memory);
  changes.hear((change) => {
    if (change === undefined || change.kind === 'forgotten') remembered.clear();
  });

  /** At most a minute old, where the person made a call by another replica. */
  function of(person: Person): Promise<SavedPlace[]> {
    return remembered.load(keyOfPerson(person), async () =>
      savedPlacesIn(await calls.ofPerson(person, rememberedCalls)),
    );
  }

  return {
    of,
    async has(person: Person): Promise<boolean> {
      const found = of(person).then(
        (places) => places.length > 0,
        () => false,
      );
      const answer = await within(patienceMs, found);
      return answer !== late && answer;
    },
    /** The person made another call. */
    changed: (person: Person) => remembered.delete(keyOfPerson(person)),
  };
}

export function savedPlacesIn(calls: Pick<Call, 'id' | 'stage' | 'request'>[]): SavedPlace[] {
  const places = new Map<string, SavedPlace>();
  for (const { id, stage, request } of calls) {
    const { phone, businessName } = request;
    // A number that KallyAI refused is not one to be offered again.
    if (businessName && stage !== 'refused' && !places.has(phone))
      places.set(phone, { callId: id, phone, businessName });
  }
  return [...places.values()];
}

/** Those that are meant by what is typed of a name or of a number. */
export function placesLike(places: SavedPlace[], query: string): SavedPlace[] {
  const wanted = plain(query.trim());
  const digits = /^[\d\s()+.-]+$/.test(query) ? query.replace(/\D/g, '') : '';
  const found = places.filter(
    ({ phone, businessName }) =>
      plain(businessName).includes(wanted) || (digits !== '' && phone.includes(digits)),
  );
  return found.slice(0, shownMax);
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
