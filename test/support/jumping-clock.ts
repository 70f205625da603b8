import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { Clock } from '../../src/domain/clock.ts';
import { untilDaytimeMs } from './daytime.ts';

/** Turns of the event loop without a sign of work, after which nobody works. */
const quietTurns = 8;
const turnMs = 4;

const requestMoments = ['http.server.request.start', 'http.server.response.finish'];
const { connect, query } = pg.Client.prototype;

let clocks = 0;
let signs = 0;
const sign = () => void signs++;
/** Statements under way, by connection. */
const underWay = new Map<pg.Client, number>();

/** Everything that a town does is a request or a statement of this process. They are watched while a clock wants to know. */
function watchWork() {
  if (clocks++ > 0) return;
  underWay.clear();
  for (const moment of requestMoments) subscribe(moment, sign);
  pg.Client.prototype.connect = watching(connect);
  pg.Client.prototype.query = watching(query);
}

function unwatchWork() {
  if (--clocks > 0) return;
  for (const moment of requestMoments) unsubscribe(moment, sign);
  Object.assign(pg.Client.prototype, { connect, query });
}

function begins(client: pg.Client) {
  // Of a connection that is closed meanwhile nothing comes any more.
  if (!underWay.has(client)) client.once('end', () => underWay.delete(client));
  underWay.set(client, (underWay.get(client) ?? 0) + 1);
}

function ends(client: pg.Client) {
  sign();
  const left = (underWay.get(client) ?? 1) - 1;
  if (underWay.has(client)) underWay.set(client, left);
}

const isBusy = () => [...underWay.values()].some((statements) => statements > 0);

/** Notes when it begins and ends, whether that is told by a promise or to a callback. */
function watching<Act extends typeof connect | typeof query>(act: Act): Act {
  return function watched(this: pg.Client, ...given: unknown[]) {
    const last = given.at(-1);
    const end = () => ends(this);
    if (typeof last === 'function') {
      begins(this);
      const told = (...results: unknown[]) => {
        end();
        last(...results);
      };
      return Reflect.apply(act, this, [...given.slice(0, -1), told]) as unknown;
    }
    const answer: unknown = Reflect.apply(act, this, given);
    if (!(answer instanceof Promise)) return answer;
    begins(this);
    answer.then(end, end);
    return answer;
  } as Act;
}

type Sleeper = { dueAt: number; wake: () => void };

/**
 * Time that goes on as usual while anybody works and jumps to the next moment that somebody waits for when nobody does: hours pass in as
 * many steps as are taken in them, on a busy machine as on an idle one. It begins by day. With `leastMs` it jumps past what is nearer than that.
 */
export function createJumpingClock({ leastMs = 0 } = {}) {
  watchWork();
  const startedAt = Date.now();
  const sleepers = new Set<Sleeper>();
  let aheadMs = untilDaytimeMs();
  let holds = 0;
  let isStopped = false;
  const now = () => Date.now() + aheadMs;

  async function drive() {
    let quiet = 0;
    let seen = -1;
    while (!isStopped) {
      await delay(turnMs, undefined, { ref: false });
      const isQuiet = holds === 0 && !isBusy() && seen === signs;
      seen = signs;
      quiet = isQuiet ? quiet + 1 : 0;
      if (quiet >= quietTurns && sleepers.size > 0) {
        quiet = 0;
        const nextAt = Math.min(...[...sleepers].map(({ dueAt }) => dueAt));
        aheadMs += Math.max(leastMs, Math.ceil(nextAt - now()));
      }
      for (const sleeper of sleepers) if (sleeper.dueAt <= now()) sleeper.wake();
    }
  }
  void drive();

  const clock: Clock = {
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
  };
  return {
    ...clock,
    /** It does not jump while this is done. */
    async during<T>(work: () => Promise<T>): Promise<T> {
      holds += 1;
      try {
        return await work();
      } finally {
        holds -= 1;
      }
    },
    stop() {
      if (!isStopped) unwatchWork();
      isStopped = true;
    },
  };
}
