import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';

/** Prisma takes the same lock, so a `prisma migrate deploy` and any number of starting replicas wait for one another. */
const advisoryLock = 72707369;

const lockTimeout = '10s';

const createLedger = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`;

export class MigrationBlocked extends Error {
  override name = 'MigrationBlocked';
}

/**
 * Applies the SQL files of `prisma/migrations` that the database does not have yet, each in a transaction of its own, and keeps the
 * ledger as `prisma migrate deploy` does: its native engine cannot be had everywhere. Answers the names it applied.
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: 'kally-migrate',
    connectionTimeoutMillis: 10_000,
  });
  // The statement under way rejects too; this keeps the error from being thrown a second time, uncaught.
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [advisoryLock]);
    await client.query(createLedger);
    const finished = (await ledgerOf(client)).filter(({ finished_at }) => finished_at !== null);
    const applied = new Set(finished.map(({ migration_name }) => migration_name));
    const pending = (await readMigrations()).filter(({ name }) => !applied.has(name));
    for (const migration of pending) await apply(client, migration);
    return pending.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

export type MigrationState = {
  applied: string[];
  /** In this version of Kally, and not in the database yet. */
  pending: string[];
  /** In the database, and not in this version of Kally: a newer one was here. */
  unknown: string[];
  failed: string | undefined;
};

/** How a database and `prisma/migrations` stand to each other. Changes nothing. */
export async function readMigrationState(client: pg.Client): Promise<MigrationState> {
  const existing = await client.query<{ ledger: string | null }>(
    `select to_regclass('_prisma_migrations')::text as ledger`,
  );
  const ledger = existing.rows[0]?.ledger ? await ledgerOf(client) : [];
  const applied = ledger.map(({ migration_name }) => migration_name);
  const ours = (await readMigrations()).map(({ name }) => name);
  return {
    applied,
    pending: ours.filter((name) => !applied.includes(name)),
    unknown: applied.filter((name) => !ours.includes(name)),
    failed: ledger.find(({ finished_at }) => finished_at === null)?.migration_name,
  };
}

type Migration = { name: string; sql: string };

async function readMigrations(): Promise<Migration[]> {
  const folder = join(import.meta.dirname, '../../prisma/migrations');
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(
    names.sort().map(async (name) => ({
      name,
      sql: await readFile(join(folder, name, 'migration.sql'), 'utf8'),
    })),
  );
}

async function ledgerOf(client: pg.Client) {
  const { rows } = await client.query<{ migration_name: string; finished_at: Date | null }>(
    'select migration_name, finished_at from _prisma_migrations where rolled_back_at is null',
  );
  return rows;
}

/** Ledger row, SQL and its end are one transaction: a failure leaves nothing behind, and the migration can be tried again. */
async function apply(client: pg.Client, { name, sql }: Migration) {
  const checksum = createHash('sha256').update(sql).digest('hex');
  try {
    await client.query('begin');
    // All other statements would queue behind a migration that waits for a long transaction.
    await client.query(`set local lock_timeout = '${lockTimeout}'`);
    // Left by an older release, which wrote the row before the SQL: the connection broke in between.
    await client.query(
      'delete from _prisma_migrations where migration_name = $1 and finished_at is null and rolled_back_at is null',
      [name],
    );
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       values ($1, $2, $3, now(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query(sql);
    await client.query('commit');
  } catch (cause) {
    await client.query('rollback').catch(() => {});
    if (isBroken(cause)) throw cause;
    throw new MigrationBlocked(
      `Migration ${name} failed and changed nothing: ${String(cause)}. Start again to retry it; until then the last release goes on working.`,
      { cause },
    );
  }
}

/** The connection failed, not the migration: another start may try again. */
function isBroken(cause: unknown): boolean {
  const { code, message } = cause as { code?: string; message?: string };
  return code === '57P01' || (message ?? '').startsWith('Connection terminated');
}
