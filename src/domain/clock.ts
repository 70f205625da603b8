import { setTimeout as delay } from 'node:timers/promises';

/** Time as the app sees it. Milliseconds since the epoch; `sleep` rejects with the signal's reason when aborted. */
export type Clock = {
  now(): number;
  /** A monotonic clock in milliseconds, for durations: setting the machine's clock does not affect it. */
  steady(): number;
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
};

export const systemClock: Clock = {
  now: () => Date.now(),
  steady: () => performance.now(),
  async sleep(ms, signal) {
    signal?.throwIfAborted();
    try {
      await delay(ms, undefined, signal ? { signal } : {});
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    }
  },
};
