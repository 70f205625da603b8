import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Changes } from '../store/changes.ts';
import { type JobType, steadyNow } from './boss.ts';
import { createLeases, type Holding, type Lease, RunInterrupted } from './leases.ts';
import type { Queue } from './queue.ts';

/** A dead replica's calls miss their heartbeat, and another replica takes them at its next look: within 45 s in all. */
const lookMs = 3_000;
const touchMs = 3_000;
const touchAgainMs = 500;
const drainMs = 10_000;
const largestBatch = 20;
/** A run of a forgotten call ends in moments. If one does not, its job stays for a day, with an id that no call has. */
const forgottenLooks = 15;

/** Runs again from its beginning until it resolves, so it must continue from what is stored. */
export type JobHandler = (lease: Lease) => Promise<void>;

/**
 * Runs what is queued: each job on one replica at a time. When a replica dies, another one takes its jobs.
 */
export function createWorker({
  queue,
  handlers,
  nightly,
  digests,
  changes,
  keepUp,
  log,
  capacity = 10_000,
  onRun = () => {},
}: {
  queue: Queue;
  handlers: Record<JobType, JobHandler>;
  /** Runs once a night, whatever the number of replicas; again when it failed. */
  nightly: (stopping: AbortSignal) => Promise<void>;
  /** Runs every few minutes, on one replica. */
  digests: (stopping: AbortSignal) => Promise<void>;
  changes?: Pick<Changes, 'subscribe'>;
  /**
   * Back-pressure: resolves when one cheap query got its turn. Without it, a takeover of thousands of calls would exhaust the connections,
   * and everybody who opens a form would wait behind it.
   */
  keepUp: () => Promise<unknown>;
  log: Logger;
  /** How many jobs this process has in flight at most. */
  capacity?: number;
  onRun?: (outcome: 'done' | 'failed' | 'interrupted') => void;
}) {
  const { boss } = queue;
  const leases = createLeases(log);
  const underWay = new Set<Promise<void>>();
  const stopping = new AbortController();
  let loops: Promise<unknown> = Promise.resolve();

  async function look() {
    let isDue = false;
    while (!stopping.signal.aborted) {
      const woken = queue.wokenUp().then(() => true);
      isDue = await takeIfDue(isDue).catch((error: unknown) => {
        log.warn({ err: error }, 'job worker: cannot look for jobs');
        return false;
      });
      isDue ||= await Promise.race([woken, rest(lookMs * (0.75 + Math.random() / 2)).then(() => false)]);
    }
  }

  /** Taking costs pg-boss more than a look does, so that a process at rest only looks. True when there may be more to take at once. */
  async function takeIfDue(isDue: boolean): Promise<boolean> {
    if (isDue) return take();
    const { due, overdue } = await boss.look();
    if (overdue) await boss.reclaim();
    return due || overdue ? take() : false;
  }

  /** True when there may be more to take at once. */
  async function take(): Promise<boolean> {
    const batchSize = Math.min(largestBatch, capacity - leases.count());
    if (batchSize <= 0) return false;
    const heldAt = steadyNow();
    const jobs = await boss.take(batchSize);
    for (const job of jobs) {
      const holding = leases.take(job, heldAt);
      if (holding) begin(holding);
    }
    if (jobs.length > 0) await keepUp();
    return jobs.length === batchSize;
  }

  function begin(holding: Holding) {
    const started = carryOut(holding).finally(() => {
      underWay.delete(started);
      leases.release(holding);
    });
    underWay.add(started);
  }

  async function carryOut(holding: Holding) {
    const { callId, type, abort, retryCount } = holding;
    const failure = await handlers[type](leases.leaseOf(holding)).then(
      () => undefined,
      (error: unknown) => ({ error }),
    );
    holding.state = failure ? 'gone' : 'over';
    onRun(!failure ? 'done' : abort.signal.aborted ? 'interrupted' : 'failed');
    if (failure && !abort.signal.aborted) {
      log.error({ err: failure.error, callId, attempt: retryCount }, 'a run failed; it goes on later');
      await rest(Math.min(1_000 * 2 ** retryCount, 30_000));
    }
    await report(holding, failure === undefined);
  }

  /** Settles a job; while the database is away, tries until it can be settled or another replica has the job. */
  async function report(holding: Holding, done: boolean) {
    for (let waitMs = 200; ; waitMs = Math.min(waitMs * 2, 5_000)) {
      try {
        await boss.settle(holding, done);
        return;
      } catch (error) {
        log.warn({ err: error, callId: holding.callId }, 'job worker: cannot settle a job yet');
        if (stopping.signal.aborted) return;
        await rest(waitMs);
      }
    }
  }

  async function beat() {
    for (let waitMs = touchMs; !stopping.signal.aborted; ) {
      await rest(waitMs);
      waitMs = await leases.keep(boss.touch).then(
        () => touchMs,
        (error: unknown) => {
          log.warn({ err: error }, 'job worker: heartbeat failed');
          return touchAgainMs;
        },
      );
    }
  }

  async function rest(ms: number) {
    await delay(ms, undefined, { signal: stopping.signal }).catch(() => {});
  }

  /** Deletes the jobs of calls that are gone; waits for those that still run, on any replica, to end. */
  async function deleteForgotten() {
    for (let looks = 0; looks < forgottenLooks && !stopping.signal.aborted; looks++) {
      if ((await boss.deleteForgotten()) === 0) return;
      await rest(lookMs);
    }
  }

  changes?.subscribe((change) => {
    if (change?.kind === 'forgotten')
      deleteForgotten().catch((err: unknown) =>
        log.warn({ err }, 'cannot delete the jobs of forgotten calls'),
      );
  });

  return {
    async start() {
      const { signal } = stopping;
      await boss.start({ nightly: () => nightly(signal), digests: () => digests(signal) });
      loops = Promise.all([look(), beat()]);
    },

    inFlight: leases.count,

    /** Stops taking jobs and hands those in flight to other replicas; ends within ten seconds. Jobs can still be queued. */
    async handOver() {
      stopping.abort();
      queue.wakeUp();
      leases.interrupt(new RunInterrupted('shutting down'));
      await Promise.race([Promise.allSettled([loops, ...underWay]), delay(drainMs)]);
    },

    /** Only after `handOver`. */
    stop: boss.stop,
  };
}
