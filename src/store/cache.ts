import type { Clock } from '../domain/clock.ts';

/** A cache with a capacity and a lifetime; the oldest entries go first. */
export function createCache<T>(
  clock: Clock,
  { lifetimeMs, capacity }: { lifetimeMs: number; capacity: number },
) {
  const kept = new Map<string, { until: number; value: T }>();
  const onTheWay = new Map<string, Promise<T>>();

  function get(key: string): T | undefined {
    const found = kept.get(key);
    return found && found.until > clock.now() ? found.value : undefined;
  }

  function set(key: string, value: T): void {
    kept.delete(key);
    kept.set(key, { until: clock.now() + lifetimeMs, value });
    const oldest = kept.keys().next().value;
    if (oldest !== undefined && kept.size > capacity) kept.delete(oldest);
  }

  return {
    get,
    set,
    /**
     * The cached value, else what `read` answers, asked once for all who wait. The answer is cached, unless the key was forgotten while
     * it was being read.
     */
    async load(
      key: string,
      read: () => Promise<T>,
      isLasting: (value: T) => boolean = () => true,
    ): Promise<T> {
      const cached = get(key) ?? onTheWay.get(key);
      if (cached !== undefined) return cached;
      const reading = read();
      onTheWay.set(key, reading);
      const isCurrent = () => onTheWay.get(key) === reading;
      try {
        const value = await reading;
        if (isCurrent() && isLasting(value)) set(key, value);
        return value;
      } finally {
        if (isCurrent()) onTheWay.delete(key);
      }
    },
    delete(key: string): void {
      kept.delete(key);
      onTheWay.delete(key);
    },
    clear(): void {
      kept.clear();
      onTheWay.clear();
    },
  };
}
