import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { MayStill } from '../calls/run.ts';
import { createBoss, type Errand, steadyNow } from './boss.ts';
import { createHolds, type Hold, RunInterrupted } from './leases.ts';

/** A dead replica's calls are found by their heartbeat, and taken at the next look of another: within 45 s in all. */
const lookMs = 2_000;
const touchMs = 3_000;
const touchAgainMs = 500;
const drainMs = 10_000;
const largestBatch = 20;
/** A run of a call that was forgotten ends in moments. One that does not leaves its job for a day, with the id of no call. */
const forgottenLooks = 15;

/**
 * Runs calls durably: each queued call is run by one replica at a time; when a replica dies, another one goes on. `run` is called again
 * from the start until it resolves, so it must continue from what is stored.
 */
export function createEngine({
  databaseUrl,
  log,
  run,
  nightly,
  keepUp,
  capacity = 10_000,
  onRun = () => {},
}: {
  databaseUrl: string;
  log: Logger;
  run: (callId: string, signal: AbortSignal, errand: Errand, mayStill: MayStill) => Promise<void>;
  /** Once a night, whatever the number of replicas; again when it failed. */
  nightly: () => Promise<void>;
  /**
   * Resolves when the runs begun so far get their turn at the database. Without it thousands that are due at once, as those of a replica
   * that died, would wait for each other until they fail, and with them whoever opens a form.
   */
  keepUp: () => Promise<unknown>;
  /** How many calls this process has in flight at most. */
  capacity?: number;
  onRun?: (outcome: 'done' | 'failed' | 'interrupted') => void;
}) {
  const boss = createBoss({ databaseUrl, log, nightly });
  const holds = createHolds(log);
  const underWay = new Set<Promise<void>>();
  const stopping = new AbortController();
  let wake = () => {};
  let loops: Promise<unknown> = Promise.resolve();

  async function look() {
    while (!stopping.signal.aborted) {
      const woken = new Promise<void>((resolve) => {
        wake = resolve;
      });
      const taken = await take().catch((error: unknown) => {
        log.warn({ err: error }, 'job engine: cannot look for calls');
        return false;
      });
      if (!taken) await Promise.race([woken, rest(lookMs * (0.75 + Math.random() / 2))]);
    }
  }

  /** True when there may be more to take at once. */
  async function take(): Promise<boolean> {
    const batchSize = Math.min(largestBatch, capacity - holds.count());
    if (batchSize <= 0) return false;
    const heldAt = steadyNow();
    const jobs = await boss.take(batchSize);
    for (const job of jobs) {
      const hold = holds.take(job, heldAt);
      if (hold) begin(hold);
    }
    if (jobs.length > 0) await keepUp();
    return jobs.length === batchSize;
  }

  function begin(hold: Hold) {
    const started = carryOut(hold).finally(() => {
      underWay.delete(started);
      holds.release(hold);
    });
    underWay.add(started);
  }

  async function carryOut(hold: Hold) {
    const { callId, errand, abort } = hold;
    const failure = await run(callId, abort.signal, errand, holds.mayStill(hold)).then(
      () => undefined,
      (error: unknown) => ({ error }),
    );
    hold.state = failure ? 'gone' : 'over';
    onRun(!failure ? 'done' : abort.signal.aborted ? 'interrupted' : 'failed');
    if (failure && !abort.signal.aborted) {
      log.error({ err: failure.error, callId, attempt: hold.retryCount }, 'a run failed; it goes on later');
      await rest(Math.min(1_000 * 2 ** hold.retryCount, 30_000));
    }
    await report(hold, failure === undefined);
  }

  /** Says how a run ended; while the database is away, until it can be said or somebody else has the job. */
  async function report(hold: Hold, done: boolean) {
    for (let waitMs = 200; ; waitMs = Math.min(waitMs * 2, 5_000)) {
      try {
        await boss.settle(hold, done);
        return;
      } catch (error) {
        log.warn({ err: error, callId: hold.callId }, 'job engine: cannot report a run yet');
        if (stopping.signal.aborted) return;
        await rest(waitMs);
      }
    }
  }

  async function beat() {
    for (let waitMs = touchMs; !stopping.signal.aborted; ) {
      await rest(waitMs);
      waitMs = await holds.keep(boss.touch).then(
        () => touchMs,
        (error: unknown) => {
          log.warn({ err: error }, 'job engine: heartbeat failed');
          return touchAgainMs;
        },
      );
    }
  }

  async function forgetJobs() {
    for (let looks = 0; looks < forgottenLooks && !stopping.signal.aborted; looks++) {
      if ((await boss.deleteForgotten()) === 0) return;
      await rest(lookMs);
    }
  }

  async function rest(ms: number) {
    await delay(ms, undefined, { signal: stopping.signal }).catch(() => {});
  }

  return {
    async start() {
      await boss.start();
      loops = Promise.all([look(), beat()]);
    },

    /** Queues a run of a call inside the transaction that writes what the run is to find. Call `wakeUp` once it has committed. */
    enqueue: boss.send,

    wakeUp: () => wake(),

    /** Leaves no job of calls that are gone; waits for those that still run, on any replica, to end. */
    forgetJobs,

    inFlight: holds.count,
    backlog: boss.backlog,

    /** Stops taking calls and hands those in flight to other replicas; ends within ten seconds. Calls can still be queued. */
    async handOver() {
      stopping.abort();
      wake();
      holds.interrupt(new RunInterrupted('shutting down'));
      await Promise.race([Promise.allSettled([loops, ...underWay]), delay(drainMs)]);
    },

    /** Only after `handOver`. */
    stop: boss.stop,
  };
}

export type Engine = ReturnType<typeof createEngine>;
