import { subscribe } from 'node:diagnostics_channel';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { Clock } from '../../src/domain/clock.ts';

/** Turns of the event loop without a sign of work, after which nobody works. */
const quietTurns = 8;
const turnMs = 4;

let watched = false;
let queries = 0;
let signs = 0;

/** Everything a town does is a request or a statement of this process. */
function watchWork() {
  if (watched) return;
  watched = true;
  for (const moment of ['http.server.request.start', 'http.server.response.finish'])
    subscribe(moment, () => void signs++);
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function watchedQuery(this: pg.Client, ...args: unknown[]) {
    const answer = Reflect.apply(query, this, args) as unknown;
    if (!(answer instanceof Promise)) return answer;
    queries += 1;
    const end = () => {
      queries -= 1;
      signs += 1;
    };
    answer.then(end, end);
    return answer;
  } as typeof query;
}
type Sleeper = { dueAt: number; wake: () => void };

/**
 * Time that stands while anybody works and jumps to the next moment that the app waits for when nobody does: hours pass in as many steps
 * as the app takes in them, on a busy machine as on an idle one. With `leastMs` it jumps past what is nearer than that.
 */
export function createJumpingClock({ leastMs = 0 } = {}): Clock & { stop(): void } {
  watchWork();
  const startedAt = Date.now();
  const sleepers = new Set<Sleeper>();
  let aheadMs = 0;
  let stopped = false;
  const now = () => Date.now() + aheadMs;

  async function drive() {
    let quiet = 0;
    let seen = -1;
    while (!stopped) {
      await delay(turnMs, undefined, { ref: false });
      const isQuiet = queries === 0 && seen === signs;
      seen = signs;
      quiet = isQuiet ? quiet + 1 : 0;
      if (quiet < quietTurns || sleepers.size === 0) continue;
      quiet = 0;
      const next = [...sleepers].reduce((a, b) => (b.dueAt < a.dueAt ? b : a));
      aheadMs += Math.max(leastMs, next.dueAt - now());
      for (const sleeper of sleepers) if (sleeper.dueAt <= now()) sleeper.wake();
    }
  }
  void drive();

  return {
    now,
    steady: () => now() - startedAt,
    async sleep(ms, signal) {
      signal?.throwIfAborted();
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const sleeper = { dueAt: now() + ms, wake: resolve };
      const abort = () => reject(signal?.reason);
      sleepers.add(sleeper);
      signal?.addEventListener('abort', abort, { once: true });
      try {
        await promise;
      } finally {
        sleepers.delete(sleeper);
        signal?.removeEventListener('abort', abort);
      }
    },
    stop() {
      stopped = true;
    },
  };
}
