import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';

/** Prisma takes the same lock, so a `prisma migrate deploy` and any number of starting replicas wait for one another. */
const advisoryLock = 72707369;

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
  // The statement under way rejects; nobody has to hear it a second time, least of all as an uncaught exception.
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [advisoryLock]);
    await client.query(createLedger);
    const applied = await readLedger(client);
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
  const known = await client.query<{ ledger: string | null }>(
    `select to_regclass('_prisma_migrations')::text as ledger`,
  );
  const ledger = known.rows[0]?.ledger ? await ledgerOf(client) : [];
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

async function readLedger(client: pg.Client): Promise<Set<string>> {
  const rows = await ledgerOf(client);
  const failed = rows.find(({ finished_at }) => finished_at === null);
  if (failed) {
    throw new MigrationBlocked(
      `Migration ${failed.migration_name} failed before. Mend the database, then say so with "prisma migrate resolve".`,
    );
  }
  return new Set(rows.map(({ migration_name }) => migration_name));
}

async function ledgerOf(client: pg.Client) {
  const { rows } = await client.query<{ migration_name: string; finished_at: Date | null }>(
    'select migration_name, finished_at from _prisma_migrations where rolled_back_at is null',
  );
  return rows;
}

async function apply(client: pg.Client, { name, sql }: Migration) {
  const id = randomUUID();
  const checksum = createHash('sha256').update(sql).digest('hex');
  await client.query('insert into _prisma_migrations (id, checksum, migration_name) values ($1, $2, $3)', [
    id,
    checksum,
    name,
  ]);
  try {
    await client.query(`begin; ${sql}; commit`);
  } catch (cause) {
    await client.query('rollback');
    await client.query('update _prisma_migrations set logs = $2 where id = $1', [id, String(cause)]);
    throw new MigrationBlocked(`Migration ${name} failed: ${String(cause)}`, { cause });
  }
  await client.query(
    'update _prisma_migrations set finished_at = now(), applied_steps_count = 1 where id = $1',
    [id],
  );
}
