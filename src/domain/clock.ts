import { setTimeout as delay } from 'node:timers/promises';

/** Time as the app sees it. Milliseconds since the epoch; `sleep` rejects with the signal's reason when aborted. */
export type Clock = {
  now(): number;
  /** Milliseconds from some beginning: for measuring how long, for it goes on evenly whatever the machine's clock is set to. */
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
