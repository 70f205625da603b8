import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { migrate } from '../../src/store/migrate.ts';
import { connect, startTown, type Town } from '../support/app.ts';
import { createTestDatabase } from '../support/database.ts';
import { connectTo } from '../support/postgres-client.ts';

const afterRestore = readFileSync(join(import.meta.dirname, '../../docs/deploy/after-restore.sql'), 'utf8');
const phone = '+14155550101';

let town: Town | undefined;
afterEach(() => town?.stop());

type Backup = { name: string; columns: string; rows: string }[];

/**
 * All rows of all tables as one moment has them, while the app writes on: what `pg_dump` does. Its version has to be the server's,
 * and the server that comes along for tests brings none.
 */
async function backUp(url: string): Promise<Backup> {
  const client = await connectTo(url);
  await client.query('begin isolation level repeatable read read only');
  const tables = await client.query<{ name: string; columns: string }>(
    `select format('%I.%I', t.table_schema, t.table_name) as name,
       string_agg(quote_ident(c.column_name), ', ' order by c.ordinal_position) as columns
     from information_schema.tables t join information_schema.columns c using (table_schema, table_name)
     join pg_class p on p.oid = format('%I.%I', t.table_schema, t.table_name)::regclass
     where t.table_schema in ('public', 'pgboss') and t.table_type = 'BASE TABLE'
       and not p.relispartition and c.is_generated = 'NEVER'
     group by 1 order by 1`,
  );
  const backup: Backup = [];
  for (const { name, columns } of tables.rows) {
    const { rows } = await client.query<{ rows: string }>(
      `select coalesce(jsonb_agg(to_jsonb(t)), '[]')::text as rows from ${name} t`,
    );
    backup.push({ name, columns, rows: rows[0]?.rows ?? '[]' });
  }
  await client.end();
  return backup;
}

/** Into a database that has the tables and nothing in them. */
async function restore(backup: Backup, url: string) {
  const client = await connectTo(url);
  await client.query('set session_replication_role = replica');
  for (const { name } of backup) await client.query(`delete from ${name}`);
  for (const { name, columns, rows } of backup)
    await client.query(
      `insert into ${name} (${columns}) select ${columns} from jsonb_populate_recordset(null::${name}, $1)`,
      [rows],
    );
  await client.end();
}

/** A restored job counts as a dead replica's until its heartbeats are missed. */
const patienceMs = 60_000;

test('a restored backup works: links work, and calls dialled since are not dialled again', {
  timeout: 2 * patienceMs,
}, async () => {
  town = await startTown();
  const { slack, kallyai, database } = town;
  const ana = slack.as(slack.people.ana.id);
  await connect(town, ana.id);
  await kallyai.setFault({ kind: 'down' });
  await ana.types(slack.channels.dinner, `/kally ${phone} Ask whether they have a terrace`);
  await slack.until(() => slack.modal(ana.id));
  await ana.submits();
  const said = () => slack.messages(slack.channels.dinner).map(({ text }) => text);
  await slack.until(() => said().length === 1);

  // Not in one of the moments in which it is being tried.
  let backup: Backup = [];
  await expect
    .poll(async () => {
      backup = await backUp(database.url);
      return backup.find(({ name }) => name === 'public.calls')?.rows;
    })
    .toContain('"stage": "queued"');
  await kallyai.setFault(null);
  await slack.until(() => slack.messages(slack.channels.dinner)[0]?.replies.length);
  expect(kallyai.rings()[phone]).toBe(1);

  // How long KallyAI keeps idempotency keys is not known, so they must not be what saves us.
  kallyai.forgetKeys();
  const restored = await createTestDatabase();
  // The engine's tables, as a first start makes them.
  await town.restart({ databaseUrl: restored.url });
  await town.restart();
  await restore(backup, restored.url);
  const client = await connectTo(restored.url);
  expect((await client.query('select stage from calls')).rows).toEqual([{ stage: 'queued' }]);
  await client.query(afterRestore);
  expect(await migrate(restored.url)).toEqual([]);
  await town.restart({ databaseUrl: restored.url });
  await expect
    .poll(async () => (await client.query('select stage, status from calls')).rows, { timeout: patienceMs })
    .toEqual([{ stage: 'ended', status: 'success' }]);
  expect(kallyai.rings()[phone]).toBe(1);

  await ana.types(slack.channels.dinner, '/kally status');
  await slack.until(() => slack.ephemerals(ana.id).at(-1)?.text.includes('connected'));
  await town.restart();
  await client.end();
  await restored.drop();
});
