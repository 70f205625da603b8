import { AsyncLocalStorage } from 'node:async_hooks';

export const late = Symbol('late');

/** Arrival time of the current delivery. Slack's 3 s cover everything we do for it. */
const arrival = new AsyncLocalStorage<number>();
/** Slack waits 3 s for an acknowledgement; this leaves it time to travel. */
const ackMs = 2_300;
/** A trigger lives 3 s, and what is opened has to be composed. */
const openMs = 1_800;

export function duringDelivery<T>(work: () => T): T {
  return arrival.run(performance.now(), work);
}

/** Milliseconds in which what Slack delivered can still be acknowledged. */
export const leftToAck = () => leftOf(ackMs);
/** Milliseconds in which what a view is to show must be known. */
export const leftToOpen = () => leftOf(openMs);

function leftOf(ms: number): number {
  const arrivedAt = arrival.getStore() ?? performance.now();
  return Math.max(0, arrivedAt + ms - performance.now());
}

/**
 * What a promise answers, or `late`. The promise goes on; should it fail after the deadline, nobody hears of it. By real time, not by
 * the app's clock: Slack's limits are.
 */
export async function within<T>(ms: number, promise: Promise<T>): Promise<Awaited<T> | typeof late> {
  const { promise: deadline, resolve } = Promise.withResolvers<typeof late>();
  const timer = setTimeout(resolve, ms, late);
  try {
    return await Promise.race([promise, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
