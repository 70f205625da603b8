import { randomBytes } from 'node:crypto';
import type { Installation } from '@slack/bolt';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Clock, systemClock } from '../../src/domain/clock.ts';
import { type BotToken, createInstallations } from '../../src/slack/install/installations.ts';
import { createChanges } from '../../src/store/changes.ts';
import { createStore } from '../../src/store/store.ts';
import { createTestDatabase } from '../support/database.ts';
import { connectTo } from '../support/postgres-client.ts';

const keys = [{ id: 'a', key: randomBytes(32) }];
const time = { aheadMs: 0 };
const clock: Clock = { ...systemClock, now: () => Date.now() + time.aheadMs };
const slack = { refreshes: 0, refused: 0, down: false };
const hour = 60 * 60_000;

/** Slack's side of a rotation: each refresh token is good once. */
const good = new Set(['xoxe-1-0']);
async function refresh(refreshToken: string): Promise<BotToken> {
  slack.refreshes += 1;
  const { down } = slack;
  await new Promise((done) => setTimeout(done, 100));
  if (down) {
    slack.refused += 1;
    throw new Error('Slack is away');
  }
  if (!good.delete(refreshToken)) throw new Error('invalid_refresh_token');
  const next = `xoxe-1-${slack.refreshes}`;
  good.add(next);
  const expiresAt = Math.floor((clock.now() + 12 * hour) / 1000);
  return { token: `xoxe.xoxb-${slack.refreshes}`, refreshToken: next, expiresAt };
}

let database: Awaited<ReturnType<typeof createTestDatabase>>;
const opened: { close: () => Promise<unknown> }[] = [];

async function replica() {
  const onError = () => {};
  const store = createStore({ databaseUrl: database.url, keys, onError });
  const changes = createChanges({ databaseUrl: database.url, onError });
  await changes.start();
  const log = pino({ level: 'silent' });
  const reads = { count: 0 };
  const counted = {
    ...store.installations,
    find: (workspaceId: string) => {
      reads.count += 1;
      return store.installations.find(workspaceId);
    },
  };
  const installations = createInstallations({ store: counted, changes, refresh, clock, log });
  opened.push({ close: () => changes.stop().then(() => store.close()) });
  const tokenOf = async (teamId: string) => {
    const query = { teamId, enterpriseId: undefined, isEnterpriseInstall: false };
    return (await installations.installationStore.fetchInstallation(query)).bot;
  };
  return { ...installations, store, changes, reads, tokenOf };
}

const installation = (teamId: string, bot: object) =>
  ({ team: { id: teamId, name: 'Team' }, isEnterpriseInstall: false, bot }) as unknown as Installation;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await Promise.all(opened.map(({ close }) => close()));
  await database.drop();
});

const plain = (token: string) => ({ token, id: 'B1', userId: 'U1', scopes: [] });

test('the other replicas see a change at once, without a query for each request', async () => {
  const [one, two] = await Promise.all([replica(), replica()]);
  await one.installationStore.storeInstallation(installation('T1', plain('xoxb-first')));
  for (let times = 0; times < 20; times++) expect((await two.tokenOf('T1'))?.token).toBe('xoxb-first');
  expect(two.reads.count).toBeLessThanOrEqual(2);
  await one.installationStore.storeInstallation(installation('T1', plain('xoxb-second')));
  await expect
    .poll(async () => (await two.tokenOf('T1'))?.token, { timeout: 2_000, interval: 10 })
    .toBe('xoxb-second');
  await one.store.forgetWorkspace('T1', Date.now());
  await expect
    .poll(
      () =>
        two.tokenOf('T1').then(
          () => 'there',
          () => 'gone',
        ),
      { timeout: 2_000, interval: 10 },
    )
    .toBe('gone');
});

test('a replica that cannot listen for changes uses no cached value', async () => {
  const [one, two] = await Promise.all([replica(), replica()]);
  await one.installationStore.storeInstallation(installation('T2', plain('xoxb-first')));
  expect((await two.tokenOf('T2'))?.token).toBe('xoxb-first');
  const client = await connectTo(database.url);
  await client.query(`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'kally-changes' and datname = current_database()`);
  await client.end();
  await expect.poll(() => two.changes.isLive(), { interval: 5 }).toBe(false);
  await one.installationStore.storeInstallation(installation('T2', plain('xoxb-second')));
  expect((await two.tokenOf('T2'))?.token).toBe('xoxb-second');
  await expect.poll(() => two.changes.isLive(), { timeout: 5_000 }).toBe(true);
  expect((await two.tokenOf('T2'))?.token).toBe('xoxb-second');
});

test('a token that rotates is renewed once, whichever replicas need it', async () => {
  const replicas = await Promise.all([replica(), replica(), replica()]);
  const bot = {
    ...plain('xoxe.xoxb-0'),
    refreshToken: 'xoxe-1-0',
    expiresAt: Math.floor(clock.now() / 1000) + 60,
  };
  await replicas[0].installationStore.storeInstallation(installation('T3', bot));
  const found = await Promise.all([...replicas, ...replicas].map(({ tokenOf }) => tokenOf('T3')));
  expect(new Set(found.map((it) => it?.token))).toEqual(new Set(['xoxe.xoxb-1']));
  expect(slack.refreshes).toBe(1);
  // Bolt would otherwise renew it as well.
  expect(found[0]).not.toHaveProperty('refreshToken');
  expect(found[0]).not.toHaveProperty('expiresAt');
});

test('it is renewed early in the background, and nobody waits if Slack is away', async () => {
  const one = await replica();
  slack.refreshes = 1;
  time.aheadMs = 10.5 * hour;
  slack.down = true;
  expect((await one.tokenOf('T3'))?.token).toBe('xoxe.xoxb-1');
  expect((await one.tokenOf('T3'))?.token).toBe('xoxe.xoxb-1');
  await expect.poll(() => slack.refused).toBe(1);
  // The refusal has to come through the transaction before another try is made.
  await new Promise((done) => setTimeout(done, 200));
  slack.down = false;
  time.aheadMs += 60_000;
  expect((await one.tokenOf('T3'))?.token).toBe('xoxe.xoxb-1');
  await expect.poll(async () => (await one.tokenOf('T3'))?.token, { timeout: 3_000 }).toBe('xoxe.xoxb-3');
  expect(slack.refreshes).toBe(3);
});

test('an org-wide installation is found by its enterprise', async () => {
  const one = await replica();
  await one.installationStore.storeInstallation({
    ...installation('', plain('xoxb-org')),
    team: undefined,
    enterprise: { id: 'E1', name: 'Org' },
    isEnterpriseInstall: true,
  });
  const query = { teamId: 'T9', enterpriseId: 'E1', isEnterpriseInstall: true } as const;
  expect((await one.installationStore.fetchInstallation(query)).bot?.token).toBe('xoxb-org');
  expect(await one.nameOf('E1')).toBe('Org');
  await expect(one.tokenOf('T9')).rejects.toThrow('not installed in workspace T9');
});
