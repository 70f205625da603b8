import { expect } from 'vitest';
import { type Clock, systemClock } from '../../src/domain/clock.ts';
import type { Town } from './app.ts';
import { connectTo } from './postgres-client.ts';

/** Time that goes on like the wall clock's from whatever moment it is set to. */
export function createSetClock(start: string): Clock & { set(moment: string): void } {
  let ahead = Date.parse(start) - Date.now();
  return {
    ...systemClock,
    now: () => Date.now() + ahead,
    set(moment) {
      ahead = Date.parse(moment) - Date.now();
    },
  };
}

/**
 * The queue counts by the database's clock, which nobody sets: what is not due yet is made due. Resolves when nothing is left to be done
 * at present.
 */
export async function bringJobsForward({ database }: Pick<Town, 'database'>): Promise<void> {
  const client = await connectTo(database.url);
  try {
    await client.query(`update pgboss.job set start_after = now() where name = 'calls' and state < 'active'`);
    const left = async () => {
      const { rows } = await client.query<{ count: number }>(
        `select count(*)::int from pgboss.job where name = 'calls' and state <= 'active' and start_after <= now()`,
      );
      return rows[0]?.count;
    };
    await expect.poll(left, { timeout: 30_000 }).toBe(0);
  } finally {
    await client.end();
  }
}
