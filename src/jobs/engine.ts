import { fromPrisma, PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import { z } from 'zod';
import { systemClock } from '../domain/clock.ts';

type Transaction = Parameters<typeof fromPrisma>[0];

const queue = 'calls';

/** Stopping is tried at once by whoever was asked; the errand goes on with what that left undecided, or died in. */
const stopAfterSeconds = 5;

/** A dead replica's calls are found after `heartbeatSeconds` plus one supervision, and taken at the next look. */
const timing = { heartbeatSeconds: 15, touchMs: 5_000, superviseSeconds: 5, lookMs: 2_000, drainMs: 10_000 };

const queueOptions = {
  heartbeatSeconds: timing.heartbeatSeconds,
  // A run is a call's whole life; the longest that pg-boss allows is below 24 hours.
  expireInSeconds: 23 * 3600,
  // A job is given up by the run itself, by the deadlines of the call, never by counting tries.
  retryLimit: 1_000_000,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 30,
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

type Run = { id: string; retryCount: number; callId: string; errand: Errand; abort: AbortController };

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
    max: 4,
    cronMonitorIntervalSeconds: 45,
    cronWorkerIntervalSeconds: 45,
    superviseIntervalSeconds: timing.superviseSeconds,
    monitorIntervalSeconds: timing.superviseSeconds,
  });
  boss.on('error', (error) => log.warn({ err: error }, 'job engine: database trouble'));
  const runs = new Map<string, Run>();
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
    const jobs = await boss.fetch(queue, { batchSize, includeMetadata: true });
    for (const { id, retryCount, data } of z.array(jobSchema).parse(jobs)) {
      const started = start({ id, retryCount, ...data, abort: new AbortController() });
      underWay.add(started);
      void started.finally(() => underWay.delete(started));
    }
    return jobs.length === batchSize;
  }

  async function start(job: Run) {
    runs.set(job.id, job);
    const failure = await run(job.callId, job.abort.signal, job.errand).then(
      () => undefined,
      (error: unknown) => ({ error }),
    );
    if (failure && !job.abort.signal.aborted) {
      log.error(
        { err: failure.error, callId: job.callId, attempt: job.retryCount },
        'a run failed; it goes on later',
      );
    }
    onRun(!failure ? 'done' : job.abort.signal.aborted ? 'interrupted' : 'failed');
    await report(job, failure === undefined);
    runs.delete(job.id);
  }

  /** Tells pg-boss how a run ended; while the database is away, until it can be told or somebody else has the job. */
  async function report(job: Run, done: boolean) {
    const attempt = { id: job.id, retryCount: job.retryCount };
    for (let waitMs = 200; ; waitMs = Math.min(waitMs * 2, 5_000)) {
      try {
        await settle(() => (done ? boss.complete(queue, attempt) : boss.fail(queue, attempt)));
        return;
      } catch (error) {
        log.warn({ err: error, callId: job.callId }, 'job engine: cannot report a run yet');
        if (stopping.signal.aborted) return;
        await rest(waitMs);
      }
    }
  }

  async function beat() {
    while (!stopping.signal.aborted) {
      await rest(timing.touchMs);
      await touchAll().catch((error: unknown) => log.warn({ err: error }, 'job engine: heartbeat failed'));
    }
  }

  async function touchAll() {
    const held = [...runs.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    if (held.length === 0) return;
    const attempts = held.map(({ id, retryCount }) => ({ id, retryCount }));
    const answer = touchedSchema.parse(await settle(() => boss.touch(queue, attempts)));
    const kept = new Set(answer.settled ?? []);
    for (const lost of held.filter(({ id }) => runs.has(id) && !kept.has(id))) {
      log.warn({ callId: lost.callId }, 'another replica has this call now');
      lost.abort.abort(new RunInterrupted('another replica has this call'));
    }
  }

  async function scheduleNightly() {
    await boss.createQueue(nightlyQueue, nightlyOptions);
    await boss.updateQueue(nightlyQueue, nightlyOptions);
    await boss.schedule(nightlyQueue, nightlyAt, null, { tz: 'UTC', missed: 'once' });
    await boss.work(nightlyQueue, { pollingIntervalSeconds: 60 }, () => nightly());
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

    /** Stops taking calls and hands those in flight to other replicas; ends within `drainMs`. */
    async stop() {
      stopping.abort();
      wake();
      for (const { abort } of runs.values()) abort.abort(new RunInterrupted('shutting down'));
      await Promise.race([Promise.allSettled([loops, ...underWay]), systemClock.sleep(timing.drainMs)]);
      await boss.stop({ graceful: false });
    },
  };
}

export type Engine = ReturnType<typeof createEngine>;
