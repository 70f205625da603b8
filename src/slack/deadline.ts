export const late = Symbol('late');

/** Slack waits 3 s for an acknowledgement; this leaves it time to travel. */
export const ackMarginMs = 2_300;

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
