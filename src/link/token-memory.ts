import type { Person } from '../domain/call.ts';
import type { Clock } from '../domain/clock.ts';
import type { Changes } from '../store/changes.ts';
import type { LinkTokens } from '../store/links.ts';
import type { Store } from '../store/store.ts';

const capacity = 20_000;
/** Bounds what a notice that got lost can do: the tokens of somebody who disconnected on another replica. */
const lifetimeMs = 10 * 60_000;

/**
 * People's tokens without a statement for every request: a call that is followed asks KallyAI many times a minute. Kept only while
 * changes by other replicas are heard of, and never from before one.
 */
export function createTokenMemory({
  links,
  changes,
  clock,
}: {
  links: Pick<Store['links'], 'find'>;
  changes: Pick<Changes, 'hear' | 'isLive'>;
  clock: Clock;
}) {
  const kept = new Map<string, { tokens: LinkTokens; until: number }>();
  let changed = 0;
  changes.hear((change) => {
    changed += 1;
    if (change?.kind === 'linked') kept.delete(keyOf(change));
    else if (change?.kind !== 'installed') kept.clear();
  });

  return async function find(person: Person): Promise<LinkTokens | undefined> {
    const key = keyOf(person);
    const known = changes.isLive() ? kept.get(key) : undefined;
    if (known && known.until > clock.now()) return known.tokens;
    const before = changed;
    const tokens = await links.find(person);
    kept.delete(key);
    // Not what may have been replaced while it was on its way.
    if (tokens && before === changed) kept.set(key, { tokens, until: clock.now() + lifetimeMs });
    const [oldest] = kept.keys();
    if (oldest !== undefined && kept.size > capacity) kept.delete(oldest);
    return tokens;
  };
}

function keyOf({ workspaceId, userId }: Person): string {
  return JSON.stringify([workspaceId, userId]);
}
