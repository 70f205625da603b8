import { type Clock, fromPrisma, PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import { z } from 'zod';

export type Transaction = Parameters<typeof fromPrisma>[0];

export const heartbeatSeconds = 27;
/** Two replicas that find the same overdue jobs do not both reclaim them within this time. */
const reclaimSeconds = 2;
/** What pg-boss tidies by itself: old jobs, statistics, indexes. Overdue jobs are reclaimed at a look. */
const superviseSeconds = 300;

const jobTypes = ['call', 'plan', 'approval', 'stop', 'proposal', 'remind'] as const;
/**
 * What a job is for: to make the call, to see to one that is planned or awaits approval, to stop it, to show a proposed call as it stands, or
 * to remind people of what a call arranged. That of a proposal goes by the proposal's id.
 */
export type JobType = (typeof jobTypes)[number];

const startAfterSeconds: Record<JobType, number> = {
  call: 0,
  plan: 0,
  approval: 0,
  remind: 0,
  // The process that was asked to stop a call tries at once. The job finishes what that process left open.
  stop: 5,
  proposal: 0,
};

export type Later = {
  /** From now on, by the database's clock. */
  inMs?: number;
  /** The version of the call that the job is for: one that moved on has a job of its own. */
  version?: number;
};

const queue = 'calls';
const queueOptions = {
  heartbeatSeconds,
  // A run is a call's whole life; the longest that pg-boss allows is below 24 hours.
  expireInSeconds: 23 * 3600,
  // The run gives a job up by the call's deadlines, never by counting tries. pg-boss also counts tries that
  // ended with a replica, and would make calls wait longer each time they were handed over.
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

const digestsQueue = 'digests';
/** A digest comes up to this much after its time. */
const digestsAt = '*/10 * * * *';
const digestsOptions = { expireInSeconds: 9 * 60, retryLimit: 0, deleteAfterSeconds: 24 * 3600 };

/** Jobs of no call in particular, which one replica at a time does. */
export type Regular = Record<'nightly' | 'digests', () => Promise<void>>;

const jobSchema = z
  .object({
    id: z.string(),
    retryCount: z.number(),
    // `errand` is the name under which queued jobs carry their type.
    data: z.object({ callId: z.uuid(), errand: z.enum(jobTypes), version: z.int().exactOptional() }),
  })
  .transform(({ data: { errand: type, ...data }, ...attempt }) => ({ ...attempt, ...data, type }));
/** `retryCount` is the attempt; the database tells by it who owns the job. */
export type Job = z.output<typeof jobSchema>;
export type Attempt = Pick<Job, 'id' | 'retryCount'>;
type Ending = {
  attempt: Attempt;
  done: boolean;
  resolve: () => void;
  reject: (error: unknown) => void;
};
const workSchema = z.object({ due: z.boolean(), overdue: z.boolean() });
const backlogSchema = z.object({ waiting: z.number(), oldestSeconds: z.number() });
const forgottenSchema = z.object({ running: z.number() });
const touchedSchema = z.object({ settled: z.array(z.string()).nullish() });

/** A clock that nobody can set. With the machine's clock, a jump forward would lose calls and one backward would stop supervision. */
export const steadyNow = () => performance.timeOrigin + performance.now();
const steadyClock: Clock = {
  now: steadyNow,
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: (timer) => clearTimeout(timer as NodeJS.Timeout),
  setInterval: (run, ms) => setInterval(run, ms),
  clearInterval: (timer) => clearInterval(timer as NodeJS.Timeout),
};

/** A network can swallow packets silently; this is all that `pg` and its types offer against it. */
const patience = {
  connectionTimeoutMillis: 5_000,
  query_timeout: 15_000,
  // Frozen within a transaction, a process must not hold jobs that others may take.
  idle_in_transaction_session_timeout: 5_000,
};

/** pg-boss as queue and worker use it: one queue in which a job is a call's whole life, and one job a night. */
export function createBoss({ databaseUrl, log }: { databaseUrl: string; log: Logger }) {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    application_name: 'kally-jobs',
    ...patience,
    clock: steadyClock,
    max: 4,
    cronMonitorIntervalSeconds: 45,
    cronWorkerIntervalSeconds: 45,
    superviseIntervalSeconds: superviseSeconds,
    monitorIntervalSeconds: reclaimSeconds,
    flowIntervalSeconds: superviseSeconds,
  });
  boss.on('error', (error) => log.warn({ err: error }, 'job queue: database trouble'));
  let settling: Promise<unknown> = Promise.resolve();

  /** Statements over the same jobs deadlock when they overlap, so they go one after another. */
  function settle<T>(statement: () => Promise<T>): Promise<T> {
    const next = settling.then(statement, statement);
    settling = next.catch(() => {});
    return next;
  }

  let endings: Ending[] = [];

  /** Settles in one statement all jobs that ended during the previous one, so that heartbeats do not queue behind a thousand ends. */
  async function tellEndings(): Promise<void> {
    const told = endings.sort((a, b) => (a.attempt.id < b.attempt.id ? -1 : 1));
    endings = [];
    for (const done of [true, false]) {
      const alike = told.filter((ending) => ending.done === done);
      const attempts = alike.map(({ attempt: { id, retryCount } }) => ({ id, retryCount }));
      if (attempts.length === 0) continue;
      try {
        await (done ? boss.complete(queue, attempts) : boss.fail(queue, attempts));
        for (const { resolve } of alike) resolve();
      } catch (error) {
        for (const { reject } of alike) reject(error);
      }
    }
  }

  async function open(
    name: string,
    options: typeof queueOptions | typeof nightlyOptions | typeof digestsOptions,
  ) {
    await boss.createQueue(name, options);
    await boss.updateQueue(name, options);
  }

  return {
    async start({ nightly, digests }: Regular): Promise<void> {
      await boss.start();
      await open(queue, queueOptions);
      await open(nightlyQueue, nightlyOptions);
      await boss.schedule(nightlyQueue, nightlyAt, null, { tz: 'UTC', missed: 'once' });
      await boss.work(nightlyQueue, { pollingIntervalSeconds: 60 }, nightly);
      await open(digestsQueue, digestsOptions);
      await boss.schedule(digestsQueue, digestsAt, null, { tz: 'UTC', missed: 'skip' });
      await boss.work(digestsQueue, { pollingIntervalSeconds: 60 }, digests);
    },

    async send(callId: string, type: JobType, tx: Transaction, { inMs, version }: Later = {}): Promise<void> {
      const startAfter = inMs === undefined ? startAfterSeconds[type] : Math.max(0, Math.ceil(inMs / 1000));
      const data = { callId, errand: type, ...(version !== undefined && { version }) };
      if (!(await boss.send(queue, data, { db: fromPrisma(tx), startAfter })))
        throw new Error(`the job "${type}" was not queued`);
    },

    /** Whether there are jobs to take, and jobs whose process has stopped its heartbeat. One statement, which reads an index. */
    async look(): Promise<z.infer<typeof workSchema>> {
      const { rows } = await boss.getDb().executeSql(
        `select exists (select from pgboss.job where name = $1 and state < 'active' and start_after <= now()) as due,
           exists (select from pgboss.job where name = $1 and state = 'active'
             and heartbeat_on + heartbeat_seconds * interval '1 second' < now()) as overdue`,
        [queue],
      );
      return workSchema.parse(rows[0]);
    },

    /** Makes jobs due again whose process has stopped its heartbeat. */
    reclaim: () => boss.supervise(queue),

    /** Job types of a newer release are left to its replicas: without heartbeats, the job becomes due again. */
    async take(batchSize: number): Promise<Job[]> {
      const jobs = await boss.fetch(queue, { batchSize, includeMetadata: true });
      return jobs.flatMap((job) => {
        const { data } = jobSchema.safeParse(job);
        if (!data) log.warn({ jobId: job.id }, 'job queue: this release does not know such a job');
        return data ?? [];
      });
    },

    /** Sends a heartbeat for these attempts, read when the statement is sent; answers the ids of those that are still ours. */
    touch: (attempts: () => Attempt[]): Promise<Set<string>> =>
      settle(async () => {
        const { settled } = touchedSchema.parse(await boss.touch(queue, attempts()));
        return new Set(settled ?? []);
      }),

    /**
     * Ends an attempt, read when the statement is sent; a failed job is due again at once. An attempt that is no longer ours
     * stays as it is.
     */
    settle(attempt: Readonly<Attempt>, done: boolean): Promise<void> {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      endings.push({ attempt, done, resolve, reject });
      if (endings.length === 1) void settle(tellEndings);
      return promise;
    },

    /** Counts the calls that are due and that no process runs. One statement; throws when the database does not answer. */
    async backlog(): Promise<z.infer<typeof backlogSchema>> {
      const { rows } = await boss.getDb().executeSql(
        `select count(*)::int as waiting, coalesce(extract(epoch from now() - min(start_after)), 0)::float8 as "oldestSeconds"
         from pgboss.job where name = $1 and state < 'active' and start_after <= now()`,
        [queue],
      );
      return backlogSchema.parse(rows[0]);
    },

    /** Deletes the jobs of calls that are gone; answers how many still run and must be deleted later. */
    async deleteForgotten(): Promise<number> {
      const { rows } = await boss.getDb().executeSql(
        `with forgotten as (
           select j.id, j.state from pgboss.job j where j.name = $1
             and not exists (select from calls c where c.id = (j.data->>'callId')::uuid)
             and not exists (select from proposals p where p.id = (j.data->>'callId')::uuid)
         ), deleted as (
           delete from pgboss.job where name = $1 and id in (select id from forgotten where state <> 'active')
         ) select count(*)::int as running from forgotten where state = 'active'`,
        [queue],
      );
      return forgottenSchema.parse(rows[0]).running;
    },

    stop: () => boss.stop({ graceful: false }),
  };
}
