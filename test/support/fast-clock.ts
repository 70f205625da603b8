import { type Clock, systemClock } from '../../src/domain/clock.ts';

/** Time that goes by `speed` times faster, starting now: deadlines of minutes pass in a test's seconds. */
export function createFastClock(speed: number) {
  let now = runningAt(speed, Date.now());
  let pace = speed;
  const clock: Clock = {
    now: () => now(),
    steady: () => now(),
    sleep: (ms, signal) => systemClock.sleep(ms / pace, signal),
  };
  return {
    ...clock,
    /** From here on; who sleeps already is not woken sooner. */
    goAt(next: number) {
      now = runningAt(next, now());
      pace = next;
    },
  };
}

function runningAt(speed: number, from: number): () => number {
  const start = Date.now();
  return () => from + (Date.now() - start) * speed;
}
