import { systemClock } from '../domain/clock.ts';
import { keyOfPerson, type Person } from '../domain/person.ts';
import { createCache } from './cache.ts';
import type { Changes } from './changes.ts';

const capacity = 20_000;
/** Bounds the harm of a lost notice, as when somebody disconnected on another replica. */
const lifetimeMs = 10 * 60_000;

/**
 * A read-through cache per person, for what every command and every request of a followed call reads. NOTIFY invalidates it across
 * replicas; while the listener is down it is bypassed.
 */
export function createPersonMemory<T>({
  changes,
  kind,
  read,
}: {
  changes: Pick<Changes, 'subscribe' | 'isLive'> | undefined;
  kind: 'linked' | 'preferred';
  read: (person: Person) => Promise<T>;
}) {
  const kept = createCache<T>(systemClock, { lifetimeMs, capacity });
  changes?.subscribe((change) => {
    if (change?.kind === kind) forget(change);
    else if (change === undefined || change.kind === 'forgotten') kept.clear();
  });

  /** Call it after a change of your own: its notice arrives a moment later, and you may read before that. */
  function forget(person: Person): void {
    kept.delete(keyOfPerson(person));
  }

  async function find(person: Person): Promise<T> {
    if (!changes?.isLive()) return read(person);
    // "Nothing stored" is not cached: it is about to change.
    return kept.load(keyOfPerson(person), () => read(person), Boolean);
  }

  return { find, forget };
}
