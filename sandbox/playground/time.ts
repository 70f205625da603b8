import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type Clock, systemClock } from '../../src/domain/clock.ts';

const longestMs = 30 * 24 * 3_600_000;
const jobsEndWithinMs = 10_000;
const lookEveryMs = 50;

export type Time = Awaited<ReturnType<typeof startTime>>;

/**
 * The time of the playground, which people set forward and which then goes on as usual. Slack, KallyAI and the app go by it, and the
 * database says it when it is asked; its queue counts by the machine's clock, so jobs that rest there are moved instead.
 */
export async function startTime(databaseUrl: string, kept = 0) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  pool.on('error', () => undefined);
  const listeners = new Set<(aheadMs: number) => unknown>();
  let aheadMs = kept;

  const name = pg.escapeIdentifier(decodeURIComponent(new URL(databaseUrl).pathname.slice(1)));
  await pool.query(`
    create schema if not exists playground;
    create table if not exists playground.time (ahead_ms bigint not null);
    create or replace function playground.clock_timestamp() returns timestamptz language sql volatile as
      $$ select pg_catalog.clock_timestamp() + (select ahead_ms from playground.time) * interval '1 millisecond' $$;
    alter database ${name} set search_path = public, playground, pg_catalog;
    delete from playground.time`);
  await pool.query('insert into playground.time values ($1)', [aheadMs]);

  /** How long until the next job of a planned call; `undefined` if none rests. */
  async function untilNextMs(): Promise<number | undefined> {
    const { rows } = await pool.query<{ ms: number | null }>(
      `select 1000 * extract(epoch from min(start_after) - now())::float8 as ms
       from pgboss.job where name = 'calls' and data->>'errand' = 'plan' and state < 'active' and start_after > now()`,
    );
    return rows[0]?.ms ?? undefined;
  }

  /**
   * A job that is to queue its call for later counts by the time in which it began. Were time set forward meanwhile, the call would rest
   * too long. The wait is bounded, because nobody takes jobs while the app is away.
   */
  async function untilShortJobsEnd(): Promise<void> {
    for (const until = performance.now() + jobsEndWithinMs; performance.now() < until; ) {
      const { rows } = await pool.query<{ busy: boolean }>(
        `select exists (select from pgboss.job where name = 'calls' and data->>'errand' not in ('call', 'stop')
           and (state = 'active' or (state < 'active' and start_after <= now()))) as busy`,
      );
      if (!rows[0]?.busy) return;
      await pause(lookEveryMs);
    }
  }

  return {
    clock: { ...systemClock, now: () => Date.now() + aheadMs } satisfies Clock,
    aheadMs: () => aheadMs,
    /** What a listener answers is awaited before the jobs of that time begin. */
    onChange: (listener: (aheadMs: number) => unknown) => void listeners.add(listener),

    /** Time goes on by so much, or to the next planned call. False if that is not possible. */
    async goOn(ms: number | 'next'): Promise<boolean> {
      await untilShortJobsEnd();
      const by = Math.ceil(ms === 'next' ? ((await untilNextMs()) ?? 0) : ms);
      if (!(by > 0 && by <= longestMs)) return false;
      aheadMs += by;
      // A job that an app with the old time takes would be put off again.
      await Promise.all([...listeners].map((listener) => listener(aheadMs)));
      await pool.query('update playground.time set ahead_ms = $1', [aheadMs]);
      await pool.query(
        `update pgboss.job set start_after = start_after - $1 * interval '1 millisecond'
         where name = 'calls' and state < 'active' and start_after > now()`,
        [by],
      );
      return true;
    },

    stop: () => pool.end(),
  };
}
