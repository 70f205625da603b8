import { randomBytes, randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { createStore, type Store } from '../../src/store/store.ts';
import { connectTo } from './postgres-client.ts';

/** An empty, migrated database of this test file's own. */
export async function createTestDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `kally_${randomUUID().replaceAll('-', '')}`;
  await onServer(`create database ${name} template kally_template`);
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => dropDatabase(name) };
}

/** A store in a database of its own, without the app. */
export async function createTestStore(): Promise<{ store: Store; stop(): Promise<void> }> {
  const database = await createTestDatabase();
  const keys = [{ id: 'a', key: randomBytes(32) }];
  const store = createStore({ databaseUrl: database.url, keys, onError: () => {} });
  return { store, stop: () => store.close().then(database.drop) };
}

export const dropDatabase = (name: string) => onServer(`drop database if exists ${name} with (force)`);

async function onServer(sql: string) {
  const client = await connectTo(inject('postgresUrl'));
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** All rows of all tables, the job engine's too; what is sealed is read as text as well, or clear text could hide there. */
export async function dumpOf(url: string): Promise<string> {
  const client = await connectTo(url);
  const tables = await client.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE'`,
  );
  const rows: string[] = [];
  for (const { name } of tables.rows) {
    const all = await client.query<{ row: string }>(`select t::text as row from ${name} t`);
    rows.push(...all.rows.map(({ row }) => row));
  }
  await client.end();
  const bytes = rows.flatMap((row) => [...row.matchAll(/\\\\x([0-9a-f]+)/g)].map(([, hex = '']) => hex));
  return [...rows, ...bytes.map((hex) => Buffer.from(hex, 'hex').toString('latin1'))].join('\n');
}
