import { type Clock, systemClock } from '../../src/domain/clock.ts';

/** Time that goes by `speed` times faster, starting now: deadlines of minutes pass in a test's seconds. */
export function createFastClock(speed: number): Clock {
  const start = Date.now();
  return {
    now: () => start + (Date.now() - start) * speed,
    sleep: (ms, signal) => systemClock.sleep(ms / speed, signal),
  };
}
