import { AsyncLocalStorage } from 'node:async_hooks';

export const late = Symbol('late');

/** Arrival time of the current delivery. Slack's 3 s cover everything we do for it. */
const arrival = new AsyncLocalStorage<number>();
/** Slack waits 3 s for an acknowledgement; the rest is for the network. */
const ackMs = 2_300;
/** A trigger lives 3 s; the rest is for composing the view. */
const openMs = 1_800;

export function duringDelivery<T>(work: () => T): T {
  return arrival.run(performance.now(), work);
}

/** Milliseconds left to acknowledge the current delivery. */
export const leftToAck = () => leftOf(ackMs);
/** Milliseconds left to get the data of a view. */
export const leftToOpen = () => leftOf(openMs);

function leftOf(ms: number): number {
  const arrivedAt = arrival.getStore() ?? performance.now();
  return Math.max(0, arrivedAt + ms - performance.now());
}

/**
 * The promise's value, or `late`. The promise continues; a failure after the deadline is ignored. Uses real time, not the app's clock,
 * because Slack's limits are in real time.
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
