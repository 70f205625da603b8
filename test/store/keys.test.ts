import { randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { rotateKeys } from '../../src/operator/rotate-keys.ts';
import { sealedTables } from '../../src/store/sealed-tables.ts';
import { createStore } from '../../src/store/store.ts';
import { createTestDatabase } from '../support/database.ts';
import { connectTo } from '../support/postgres-client.ts';
import { request } from '../support/samples.ts';

const ring = [
  { id: 'old', key: randomBytes(32) },
  { id: 'new', key: randomBytes(32) },
] as const;
const [oldKey, newKey] = ring;
const people = 450;

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let client: pg.Client;

const storeWith = (...keys: { id: string; key: Buffer }[]) =>
  createStore({ databaseUrl: database.url, keys, onError: (error) => console.error(error) });

const personOf = (index: number) => ({ workspaceId: 'T1', userId: `U${index}` });
const callId = randomUUID();
const outcome = { highlights: ['Open at nine.'], nextSteps: [], transcript: 'none' as const };

beforeAll(async () => {
  database = await createTestDatabase();
  client = await connectTo(database.url);
  const store = storeWith(oldKey);
  const bot = { token: 'xoxb-1', id: 'B1', userId: 'U1' };
  await store.installations.save('T1', { bot }, 0);
  await store.links.connect(personOf(0), { accessToken: 'a', expiresAt: 0, grant: 'code' }, 0);
  const details = { personName: 'Ana', workspaceName: 'W', language: 'en' as const, channelId: 'C1' };
  await store.linkAttempts.start(personOf(0), details, Date.now());
  const call = { id: callId, requester: personOf(0), request, channelId: 'C1', confirmedAt: 0 };
  await store.calls.keepOutcome(await store.calls.confirm(call, 'V1', async () => {}), outcome);
  for (let index = 0; index < people; index++)
    await store.preferences.change(personOf(index), () => ({ name: `Name ${index}` }));
  await store.close();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

async function rotate(...keys: { id: string; key: Buffer }[]) {
  const config = readConfig({
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_APP_TOKEN: 'xapp-1',
    DATABASE_URL: database.url,
    ENCRYPTION_KEYS: keys.map(({ id, key }) => `${id}:${key.toString('base64')}`).join(','),
  });
  const said: string[] = [];
  const complete = await rotateKeys(config, (line) => said.push(line));
  return { complete, said: said.join('\n') };
}

async function keysInUse() {
  const counts = sealedTables
    .map(({ table, columns }) => `select ${columns?.keyId ?? 'key_id'} as key_id from ${table}`)
    .join(' union all ');
  const { rows } = await client.query<{ key_id: string; count: number }>(
    `select key_id, count(*)::int as count from (${counts}) t group by 1 order by 1`,
  );
  return Object.fromEntries(rows.map(({ key_id, count }) => [key_id, count]));
}

test('every table with sealed rows is known to the rotation', async () => {
  const { rows } = await client.query<{ table: string }>(
    `select table_name as table from information_schema.columns
     where table_schema = 'public' and column_name like '%sealed' order by 1`,
  );
  expect(rows.map(({ table }) => table)).toEqual(sealedTables.map(({ table }) => table).sort());
});

test('the rows of a lost key are counted, and stay as they are', async () => {
  const { complete, said } = await rotate(newKey);
  expect(complete).toBe(false);
  expect(said).toContain(`preferences: ${people} left as they are: sealed with key "old"`);
  expect(said).toContain('calls: 1 left as they are');
  expect(said).toContain('calls.outcome_sealed: 1 left as they are');
  expect(await keysInUse()).toEqual({ old: people + 5 });
});

test('an interrupted rotation continues, while the app writes', async () => {
  await client.query(`update preferences set key_id = 'gone' where user_id = 'U7'`);
  const store = storeWith(newKey, oldKey);
  const writing = (async () => {
    for (let index = 0; index < people; index += 9)
      await store.preferences.change(personOf(index), () => ({ name: `Changed ${index}` }));
  })();
  const first = await rotate(newKey, oldKey);
  await writing;
  expect(first).toMatchObject({ complete: false });
  expect(first.said).toContain('preferences: 1 left as they are: sealed with key "gone"');
  await client.query(`update preferences set key_id = 'old' where key_id = 'gone'`);
  const second = await rotate(newKey, oldKey);
  expect(second).toMatchObject({ complete: true });
  expect(second.said).toContain('preferences: 1 sealed anew');
  expect(await keysInUse()).toEqual({ new: people + 5 });
  await store.close();
});

test('afterwards the old key is not needed', async () => {
  const store = storeWith(newKey);
  expect(await store.preferences.find(personOf(9))).toEqual({ name: 'Changed 9' });
  expect(await store.preferences.find(personOf(8))).toEqual({ name: 'Name 8' });
  expect(await store.calls.find(callId)).toMatchObject({ request, outcome });
  expect(await store.links.find(personOf(0))).toMatchObject({ accessToken: 'a' });
  expect(await store.installations.find('T1')).toMatchObject({ bot: { token: 'xoxb-1' } });
  expect((await rotate(newKey)).said).not.toContain('left');
  await store.close();
});
