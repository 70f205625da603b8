import type { Clock } from '../../domain/clock.ts';
import { createCache } from '../../store/cache.ts';

/** Slack repeats an event for up to an hour. A second answer would only be a nuisance, so memory is enough. */
const memory = { lifetimeMs: 60 * 60_000, capacity: 10_000 };

/** Says of each event whether it is new. */
export function createSieve({ clock }: { clock: Clock }) {
  const heard = createCache<true>(clock, memory);
  return (eventId: string): boolean => {
    if (heard.get(eventId)) return false;
    heard.set(eventId, true);
    return true;
  };
}
