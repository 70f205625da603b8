import type { Clock } from '../../domain/clock.ts';

/**
 * Leading-and-trailing throttle per key: acts at once, then at most every `pauseMs`, and once more after the pause if asked meanwhile.
 */
export function createThrottle(clock: Clock, pauseMs: number) {
  const asked = new Map<string, { again: boolean }>();
  const running = new Set<Promise<void>>();
  const stopping = new AbortController();

  async function run(turn: { again: boolean }, act: () => Promise<void>): Promise<void> {
    while (turn.again && !stopping.signal.aborted) {
      turn.again = false;
      await act();
      await clock.sleep(pauseMs, stopping.signal).catch(() => {});
    }
  }

  return {
    /** `act` must not reject. */
    ask(key: string, act: () => Promise<void>): void {
      const turn = asked.get(key);
      if (turn) {
        turn.again = true;
        return;
      }
      const first = { again: true };
      asked.set(key, first);
      const work = run(first, act).finally(() => {
        asked.delete(key);
        running.delete(work);
      });
      running.add(work);
    },
    async stop(): Promise<void> {
      stopping.abort();
      await Promise.all(running);
    },
  };
}
