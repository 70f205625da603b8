import type { Clock } from '../domain/clock.ts';

/** Remembers so many values for so long; the oldest go first. */
export function createCache<T>(
  clock: Clock,
  { lifetimeMs, capacity }: { lifetimeMs: number; capacity: number },
) {
  const kept = new Map<string, { until: number; value: T }>();
  return {
    get(key: string): T | undefined {
      const found = kept.get(key);
      return found && found.until > clock.now() ? found.value : undefined;
    },
    set(key: string, value: T): void {
      kept.delete(key);
      kept.set(key, { until: clock.now() + lifetimeMs, value });
      const oldest = kept.keys().next().value;
      if (oldest !== undefined && kept.size > capacity) kept.delete(oldest);
    },
    delete: (key: string) => kept.delete(key),
    clear: () => kept.clear(),
  };
}
