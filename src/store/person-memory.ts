import { systemClock } from '../domain/clock.ts';
import { keyOfPerson, type Person } from '../domain/person.ts';
import { createCache } from './cache.ts';
import type { Changes } from './changes.ts';

const capacity = 20_000;
/** Bounds what a notice that got lost can do, as of somebody who disconnected on another replica. */
const lifetimeMs = 10 * 60_000;

/**
 * What is read of a person again and again: at every command, and for every request to KallyAI of a call that is followed. Kept only while
 * changes by other replicas are heard of, until one of this kind is made anywhere, and never from before one.
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

  /** For whoever makes a change: the notice of it comes a moment later, and they may read again before. */
  function forget(person: Person): void {
    kept.delete(keyOfPerson(person));
  }

  async function find(person: Person): Promise<T> {
    if (!changes?.isLive()) return read(person);
    // Not that there is nothing, for that is about to change.
    return kept.load(keyOfPerson(person), () => read(person), Boolean);
  }

  return { find, forget };
}
