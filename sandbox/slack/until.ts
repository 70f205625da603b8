import { grantedTime } from './granted-time.ts';
import type { State } from './state.ts';
import type { Traffic } from './traffic.ts';

// What `look` asks about may also be the app's own, of whose changes nobody tells.
const pollMs = 50;

/** Makes the function by which a story waits for what it expects to see. */
export function createUntil(deps: { state: State; traffic: Traffic; describe: () => string }) {
  const { state, traffic, describe } = deps;

  async function nextChange(limitMs: number) {
    const { promise, resolve } = Promise.withResolvers<void>();
    const forgets = [state.onChange(() => resolve()), traffic.subscribe(() => resolve())];
    const timer = setTimeout(resolve, limitMs);
    await promise;
    clearTimeout(timer);
    for (const forget of forgets) forget();
  }

  /** Waits until `look` gives something, looking again at every change; fails by telling what there was instead. */
  return async function until<T>(
    look: () => T | undefined | null | false,
    { timeoutMs = 30_000 } = {},
  ): Promise<T> {
    const deadline = grantedTime.now() + timeoutMs;
    for (;;) {
      const found = look();
      if (found) return found;
      const leftMs = deadline - grantedTime.now();
      if (leftMs <= 0) throw new Error(`Waited ${timeoutMs} ms for ${String(look)}\n${describe()}`);
      await nextChange(Math.min(leftMs, pollMs));
    }
  };
}
