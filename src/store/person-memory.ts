import { keyOfPerson, type Person } from '../domain/call.ts';
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
  changes: Pick<Changes, 'hear' | 'isLive'> | undefined;
  kind: 'linked' | 'preferred';
  read: (person: Person) => Promise<T>;
}) {
  const kept = new Map<string, { value: T; until: number }>();
  let changed = 0;
  changes?.hear((change) => {
    if (change?.kind === kind) forget(change);
    else if (change === undefined || change.kind === 'forgotten') {
      changed += 1;
      kept.clear();
    }
  });

  /** For whoever makes a change: the notice of it comes a moment later, and they may read again before. */
  function forget(person: Person): void {
    changed += 1;
    kept.delete(keyOfPerson(person));
  }

  async function find(person: Person): Promise<T> {
    const key = keyOfPerson(person);
    const known = changes?.isLive() ? kept.get(key) : undefined;
    if (known && known.until > Date.now()) return known.value;
    const before = changed;
    const value = await read(person);
    kept.delete(key);
    // Not what may have been replaced while it was on its way; nor that there is nothing, for that is about to change.
    if (value && before === changed) kept.set(key, { value, until: Date.now() + lifetimeMs });
    const [oldest] = kept.keys();
    if (oldest !== undefined && kept.size > capacity) kept.delete(oldest);
    return value;
  }

  return { find, forget };
}
