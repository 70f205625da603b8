import { type Clock, fromPrisma, PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import { z } from 'zod';
import { systemClock } from '../domain/clock.ts';

type Transaction = Parameters<typeof fromPrisma>[0];

const queue = 'calls';

/** Stopping is tried at once by whoever was asked; the errand goes on with what that left undecided, or died in. */
const stopAfterSeconds = 5;

/**
 * A dead replica's calls are found after `heartbeatSeconds` plus one supervision, and taken at the next look: within 45 s. A database
 * that is away for 20 s comes back to heartbeats that are not overdue yet, so that nobody loses a call to it.
 */
const timing = {
  heartbeatSeconds: 27,
  touchMs: 3_000,
  touchAgainMs: 500,
  superviseSeconds: 5,
  lookMs: 2_000,
  drainMs: 10_000,
  statementMs: 15_000,
};

/** From then on another replica may be about to take a call: less than the heartbeat by what saying something in Slack may last. */
const sureForMs = timing.heartbeatSeconds * 1000 - 12_000;

const queueOptions = {
  heartbeatSeconds: timing.heartbeatSeconds,
  // A run is a call's whole life; the longest that pg-boss allows is below 24 hours.
  expireInSeconds: 23 * 3600,
  // A job is given up by the run itself, by the deadlines of the call, never by counting tries. pg-boss counts as tries also those that
  // ended with a replica, and would have calls wait the longer for their next one the more often they were handed over.
  retryLimit: 1_000_000,
  retryDelay: 0,
  retryBackoff: false,
  deleteAfterSeconds: 24 * 3600,
};

const nightlyQueue = 'nightly';
const nightlyAt = '17 3 * * *';
const nightlyOptions = {
  expireInSeconds: 2 * 3600,
  retryLimit: 5,
  retryDelay: 300,
  deleteAfterSeconds: 7 * 24 * 3600,
};

const jobSchema = z.object({
  id: z.string(),
  retryCount: z.number(),
  data: z.object({ callId: z.uuid(), errand: z.enum(['call', 'stop']).default('call') }),
});
/** What a run is for: to make the call, or to stop it. */
export type Errand = z.infer<typeof jobSchema>['data']['errand'];
const backlogSchema = z.object({ waiting: z.number(), oldestSeconds: z.number() });
const touchedSchema = z.object({ settled: z.array(z.string()).nullish() });

/** The signal's reason when another replica has the call now, or this one is shutting down. */
export class RunInterrupted extends Error {
  override name = 'RunInterrupted';
}

class LostToAnother extends RunInterrupted {
  override name = 'LostToAnother';
}

type Run = {
  id: string;
  /** The attempt, by which the database knows whose the job is. */
  retryCount: number;
  callId: string;
  errand: Errand;
  abort: AbortController;
  /** When the database last confirmed that the job is ours. */
  heldAt: number;
};

/** For what must not depend on the machine's clock being set: forward it would lose calls, backward it would stop supervision. */
const steadyNow = () => performance.timeOrigin + performance.now();
const steadyClock: Clock = {
  now: steadyNow,
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: (timer) => clearTimeout(timer as NodeJS.Timeout),
  setInterval: (run, ms) => setInterval(run, ms),
  clearInterval: (timer) => clearInterval(timer as NodeJS.Timeout),
};

/** Neither a pool of `pg` nor its types know more of a network that swallows what is said than this. */
const patience = { connectionTimeoutMillis: 5_000, query_timeout: timing.statementMs };

/**
 * Runs calls durably: each queued call is run by one replica at a time; when a replica dies, another one goes on. `run` is called again
 * from the start until it resolves, so it must continue from what is stored.
 */
export function createEngine({
  databaseUrl,
  log,
  run,
  nightly,
  capacity = 10_000,
  onRun = () => {},
}: {
  databaseUrl: string;
  log: Logger;
  run: (callId: string, signal: AbortSignal, errand: Errand) => Promise<void>;
  /** Once a night, whatever the number of replicas; again when it failed. */
  nightly: () => Promise<void>;
  /** How many calls this process has in flight at most. */
  capacity?: number;
  onRun?: (outcome: 'done' | 'failed' | 'interrupted') => void;
}) {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    application_name: 'kally-jobs',
    ...patience,
    clock: steadyClock,
    max: 4,
    cronMonitorIntervalSeconds: 45,
    cronWorkerIntervalSeconds: 45,
    superviseIntervalSeconds: timing.superviseSeconds,
    monitorIntervalSeconds: timing.superviseSeconds,
  });
  boss.on('error', (error) => log.warn({ err: error }, 'job engine: database trouble'));
  const runs = new Map<string, Run>();
  const calls = new Map<string, Run>();
  const underWay = new Set<Promise<void>>();
  const stopping = new AbortController();
  let wake = () => {};
  let loops: Promise<unknown> = Promise.resolve();
  let settling: Promise<unknown> = Promise.resolve();

  /** Statements over the same jobs deadlock when they overlap, so they go one after another. */
  function settle<T>(statement: () => Promise<T>): Promise<T> {
    const next = settling.then(statement, statement);
    settling = next.catch(() => {});
    return next;
  }

  async function look() {
    while (!stopping.signal.aborted) {
      const woken = new Promise<void>((resolve) => {
        wake = resolve;
      });
      const taken = await take().catch((error: unknown) => {
        log.warn({ err: error }, 'job engine: cannot look for calls');
        return false;
      });
      if (!taken) await Promise.race([woken, rest(timing.lookMs * (0.75 + Math.random() / 2))]);
    }
  }

  /** True when there may be more to take at once. */
  async function take(): Promise<boolean> {
    const batchSize = Math.min(500, capacity - runs.size);
    if (batchSize <= 0) return false;
    const heldAt = steadyNow();
    const jobs = await boss.fetch(queue, { batchSize, includeMetadata: true });
    for (const { id, retryCount, data } of z.array(jobSchema).parse(jobs)) {
      const held = runs.get(id);
      if (held && !held.abort.signal.aborted) {
        // Its heartbeat was overdue, as after an outage of the database; nobody else took it, so its run simply goes on.
        Object.assign(held, { retryCount, heldAt });
      } else begin({ id, retryCount, ...data, abort: new AbortController(), heldAt });
    }
    return jobs.length === batchSize;
  }

  function begin(job: Run) {
    runs.set(job.id, job);
    if (job.errand === 'call') calls.set(job.callId, job);
    const started = carryOut(job).finally(() => {
      underWay.delete(started);
      if (runs.get(job.id) === job) runs.delete(job.id);
      if (calls.get(job.callId) === job) calls.delete(job.callId);
    });
    underWay.add(started);
  }

  async function carryOut(job: Run) {
    const { callId, errand, abort } = job;
    const failure = await run(callId, abort.signal, errand).then(
      () => undefined,
      (error: unknown) => ({ error }),
    );
    onRun(!failure ? 'done' : abort.signal.aborted ? 'interrupted' : 'failed');
    if (failure && !abort.signal.aborted) {
      log.error({ err: failure.error, callId, attempt: job.retryCount }, 'a run failed; it goes on later');
      await rest(Math.min(1_000 * 2 ** job.retryCount, 30_000));
    }
    await report(job, failure === undefined);
  }

  /** Tells pg-boss how a run ended; while the database is away, until it can be told or somebody else has the job. */
  async function report(job: Run, done: boolean) {
    for (let waitMs = 200; ; waitMs = Math.min(waitMs * 2, 5_000)) {
      try {
        const attempt = () => ({ id: job.id, retryCount: job.retryCount });
        await settle(() => (done ? boss.complete(queue, attempt()) : boss.fail(queue, attempt())));
        return;
      } catch (error) {
        log.warn({ err: error, callId: job.callId }, 'job engine: cannot report a run yet');
        if (stopping.signal.aborted) return;
        await rest(waitMs);
      }
    }
  }

  async function beat() {
    for (let waitMs = timing.touchMs; !stopping.signal.aborted; ) {
      await rest(waitMs);
      waitMs = await touchAll().then(
        () => timing.touchMs,
        (error: unknown) => {
          log.warn({ err: error }, 'job engine: heartbeat failed');
          return timing.touchAgainMs;
        },
      );
    }
  }

  async function touchAll() {
    const held = [...runs.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    if (held.length === 0) return;
    const { answer, at, attempts } = await settle(async () => {
      const attempts = held.map(({ id, retryCount }) => ({ id, retryCount }));
      const at = steadyNow();
      return { at, attempts, answer: touchedSchema.parse(await boss.touch(queue, attempts)) };
    });
    const kept = new Set(answer.settled ?? []);
    for (const [index, job] of held.entries()) {
      if (kept.has(job.id)) job.heldAt = Math.max(job.heldAt, at);
      else if (runs.get(job.id) === job && job.retryCount === attempts[index]?.retryCount) lose(job);
    }
  }

  async function scheduleNightly() {
    await boss.createQueue(nightlyQueue, nightlyOptions);
    await boss.updateQueue(nightlyQueue, nightlyOptions);
    await boss.schedule(nightlyQueue, nightlyAt, null, { tz: 'UTC', missed: 'once' });
    await boss.work(nightlyQueue, { pollingIntervalSeconds: 60 }, () => nightly());
  }

  function lose({ callId, abort }: Run) {
    if (abort.signal.aborted) return;
    log.warn({ callId }, 'another replica has this call now');
    abort.abort(new LostToAnother('another replica has this call'));
  }

  async function rest(ms: number) {
    await systemClock.sleep(ms, stopping.signal).catch(() => {});
  }

  return {
    async start() {
      await boss.start();
      await boss.createQueue(queue, queueOptions);
      await boss.updateQueue(queue, queueOptions);
      await scheduleNightly();
      loops = Promise.all([look(), beat()]);
    },

    /** Queues a call's run inside the transaction that writes what the run is to find. Call `wakeUp` once it has committed. */
    async enqueue(callId: string, tx: Transaction): Promise<void> {
      const queued = await boss.send(queue, { callId }, { db: fromPrisma(tx) });
      if (!queued) throw new Error('the job was not queued');
    },

    /** Queues the errand that stops a call, inside the transaction that remembers the wish. */
    async enqueueStop(callId: string, tx: Transaction): Promise<void> {
      const options = { db: fromPrisma(tx), startAfter: stopAfterSeconds };
      const queued = await boss.send(queue, { callId, errand: 'stop' satisfies Errand }, options);
      if (!queued) throw new Error('the errand was not queued');
    },

    wakeUp: () => wake(),

    /**
     * Resolves when no other replica can have the call, as far as this one runs it; waits while that is in doubt, and rejects when
     * another one has it.
     */
    async surelyOurs(callId: string): Promise<void> {
      const job = calls.get(callId);
      if (!job) return;
      while (steadyNow() - job.heldAt > sureForMs && !job.abort.signal.aborted)
        await systemClock.sleep(timing.touchAgainMs);
      if (job.abort.signal.reason instanceof LostToAnother) throw job.abort.signal.reason;
    },

    inFlight: () => runs.size,

    /** The calls that are due and that no process runs. One statement; throws when the database does not answer. */
    async backlog(): Promise<{ waiting: number; oldestSeconds: number }> {
      const { rows } = await boss.getDb().executeSql(
        `select count(*)::int as waiting, coalesce(extract(epoch from now() - min(start_after)), 0)::float8 as "oldestSeconds"
         from pgboss.job where name = $1 and state < 'active' and start_after <= now()`,
        [queue],
      );
      return backlogSchema.parse(rows[0]);
    },

    /** Stops taking calls and hands those in flight to other replicas; ends within ten seconds. Calls can still be queued. */
    async handOver() {
      stopping.abort();
      wake();
      for (const { abort } of runs.values()) abort.abort(new RunInterrupted('shutting down'));
      await Promise.race([Promise.allSettled([loops, ...underWay]), systemClock.sleep(timing.drainMs)]);
    },

    /** Only after `handOver`. */
    stop: () => boss.stop({ graceful: false }),
  };
}

export type Engine = ReturnType<typeof createEngine>;
