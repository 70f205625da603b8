import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type AccountId, type KallySandbox, startKallySandbox } from '../../sandbox/kally/server.ts';
import { createTokenSources } from '../../src/accounts/tokens.ts';
import { systemClock } from '../../src/domain/clock.ts';
import { NotConnected } from '../../src/domain/not-connected.ts';
import type { Person } from '../../src/domain/person.ts';
import { createKallyClient } from '../../src/kally/client.ts';
import { KallyUnreachable } from '../../src/kally/errors.ts';
import { createChanges } from '../../src/store/changes.ts';
import { createStore, type Store } from '../../src/store/store.ts';
import { createTestDatabase } from '../support/database.ts';
import { connectTo } from '../support/postgres-client.ts';

const keys = [{ id: 'a', key: randomBytes(32) }];
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let sandbox: KallySandbox;
let replicas: ReturnType<typeof startReplica>[];
let store: Store;
let people = 0;

function startReplica(url: string) {
  const { id: clientId, secret: clientSecret } = sandbox.client;
  const oauth = { clientId, clientSecret };
  const kally = createKallyClient({ baseUrl: sandbox.url, clock: systemClock, oauth });
  const onError = (error: Error) => console.error(error);
  const changes = createChanges({ databaseUrl: url, onError });
  const store = createStore({ databaseUrl: url, keys, onError, changes });
  const tokensOf = createTokenSources({ links: store.links, kally, clock: systemClock });
  return { store, kally, changes, tokensOf };
}

beforeAll(async () => {
  database = await createTestDatabase();
  sandbox = await startKallySandbox();
  replicas = [startReplica(database.url), startReplica(database.url)];
  store = replica(0).store;
  await Promise.all(replicas.map(({ changes }) => changes.start()));
});
afterAll(async () => {
  await Promise.all(
    replicas.map(({ store, kally, changes }) => Promise.all([store.close(), kally.close(), changes.stop()])),
  );
  await sandbox.stop();
  await database.drop();
});
beforeEach(() => sandbox.setFault(null));

function replica(index: number) {
  const found = replicas[index];
  if (!found) throw new Error('no such replica');
  return found;
}

async function connect({
  account = 'ana',
  flow = 'terminal',
  lifeMs = 3_600_000,
  leftMs = lifeMs,
}: {
  account?: AccountId;
  flow?: 'terminal' | 'code';
  lifeMs?: number;
  leftMs?: number;
} = {}) {
  people += 1;
  const person: Person = { workspaceId: 'T1', userId: `U${people}` };
  const { accessToken, refreshToken } = sandbox.signIn(account, { flow });
  const expiresAt = Date.now() + leftMs;
  const tokens = { accessToken, refreshToken, expiresAt, obtainedAt: expiresAt - lifeMs, grant: flow };
  await store.links.connect(person, tokens, Date.now());
  return { person, accessToken, refreshToken };
}

async function refreshesDuring(work: () => Promise<unknown>) {
  const before = sandbox.refreshes();
  await work();
  const after = sandbox.refreshes();
  return { granted: after.granted - before.granted, reused: after.reused - before.reused };
}

test('a hundred uses of one expired token on two replicas are one refresh', async () => {
  const { person, accessToken } = await connect({ leftMs: -1 });
  let tokens: string[] = [];
  const refreshes = await refreshesDuring(async () => {
    const uses = Array.from({ length: 100 }, (_, use) =>
      replica(use % 2)
        .tokensOf(person)
        .current(),
    );
    tokens = await Promise.all(uses);
  });
  expect(refreshes).toEqual({ granted: 1, reused: 0 });
  expect(new Set(tokens).size).toBe(1);
  expect(tokens).not.toContain(accessToken);
});

test('a hundred refusals of one revoked token on two replicas are one refresh', async () => {
  const { person, accessToken } = await connect({ flow: 'code' });
  const refreshes = await refreshesDuring(() =>
    Promise.all(
      Array.from({ length: 100 }, (_, use) =>
        replica(use % 2)
          .tokensOf(person)
          .renew(accessToken),
      ),
    ),
  );
  expect(refreshes).toEqual({ granted: 1, reused: 0 });
});

test.each([
  { life: 'an hour', lifeMs: 3_600_000, leftMs: 61_000, refreshes: 0 },
  { life: 'an hour', lifeMs: 3_600_000, leftMs: 59_000, refreshes: 1 },
  { life: 'half a minute', lifeMs: 30_000, leftMs: 12_000, refreshes: 0 },
  { life: 'half a minute', lifeMs: 30_000, leftMs: 9_000, refreshes: 1 },
])(
  'a lifetime of $life with $leftMs ms left: $refreshes refreshes',
  async ({ lifeMs, leftMs, refreshes }) => {
    const { person } = await connect({ lifeMs, leftMs });
    expect(await refreshesDuring(() => replica(0).tokensOf(person).current())).toMatchObject({
      granted: refreshes,
    });
  },
);

test('a call goes through with a token that KallyAI has forgotten', async () => {
  const { person } = await connect();
  sandbox.expireAccessTokens();
  const { kally, tokensOf } = replica(0);
  expect(await kally.getStatistics({ account: tokensOf(person) })).toMatchObject({ planType: 'plus' });
});

test('if KallyAI gives no new refresh token, the old one is kept', async () => {
  const { person, refreshToken } = await connect({ account: 'mia', leftMs: -1 });
  await replica(0).tokensOf(person).current();
  expect(await store.links.find(person)).toMatchObject({ refreshToken, obtainedAt: expect.any(Number) });
});

test.each(['terminal', 'code'] as const)(
  'a refused refresh of the %s flow ends the link, for all replicas',
  async (flow) => {
    const { person } = await connect({ account: 'luis', flow, leftMs: -1 });
    sandbox.revokeTokens('luis');
    const uses = Array.from({ length: 10 }, (_, use) =>
      replica(use % 2)
        .tokensOf(person)
        .current(),
    );
    for (const use of await Promise.allSettled(uses))
      expect(use).toMatchObject({ status: 'rejected', reason: { name: 'NotConnected', person } });
    expect(await store.links.isConnected(person)).toBe(false);
  },
);

test('a person without a link is not connected', async () => {
  const person = { workspaceId: 'T1', userId: 'U-nobody' };
  await expect(replica(0).tokensOf(person).current()).rejects.toThrow(NotConnected);
});

test('without a refresh token the link lasts until KallyAI refuses the token', async () => {
  const { person, accessToken } = await connect({ leftMs: -1 });
  await store.links.connect(person, { accessToken, expiresAt: 1, grant: 'terminal' }, 1);
  expect(await replica(0).tokensOf(person).current()).toBe(accessToken);
  await expect(replica(0).tokensOf(person).renew(accessToken)).rejects.toThrow(NotConnected);
  expect(await store.links.isConnected(person)).toBe(false);
});

test('KallyAI away: the refresh fails, and nothing is lost', async () => {
  const { person, refreshToken } = await connect({ leftMs: -1 });
  await sandbox.setFault({ kind: 'down' });
  await expect(replica(0).tokensOf(person).current()).rejects.toThrow(KallyUnreachable);
  expect(await store.links.find(person)).toMatchObject({ refreshToken });
  await sandbox.setFault(null);
  expect(await replica(0).tokensOf(person).current()).toBeTypeOf('string');
});

test('a client secret that KallyAI rejects costs nobody their link', async () => {
  const { person } = await connect({ flow: 'code', leftMs: -1 });
  const oauth = { clientId: 'kally-sandbox-client', clientSecret: 'mistyped' };
  const kally = createKallyClient({ baseUrl: sandbox.url, clock: systemClock, oauth });
  const tokensOf = createTokenSources({ links: store.links, kally, clock: systemClock });
  await expect(tokensOf(person).current()).rejects.toMatchObject({ code: 'invalid_client' });
  await kally.close();
  expect(await store.links.isConnected(person)).toBe(true);
});

test('many people’s renewals at a slow KallyAI leave the database to others', async () => {
  const all = await Promise.all(Array.from({ length: 30 }, () => connect({ leftMs: -1 })));
  await sandbox.setFault({ kind: 'slow', delayMs: 2_000 });
  let renewed = 0;
  const renewals = all.map(async ({ person }) => {
    const token = await replica(0).tokensOf(person).current();
    renewed += 1;
    return token;
  });
  await store.ping();
  expect(renewed).toBe(0);
  await sandbox.setFault(null);
  expect(new Set(await Promise.all(renewals)).size).toBe(30);
});

test('tokens are cached until another replica changes them', async () => {
  const { person } = await connect();
  const { userId } = person;
  const used = replica(0).tokensOf(person);
  // The notice of connecting may still be on its way when they are read first.
  await new Promise((resolve) => setTimeout(resolve, 200));
  const token = await used.current();
  await onDatabase('update links set sealed = $2 where user_id = $1', [userId, Buffer.from('unreadable')]);
  expect(await used.current()).toBe(token);
  await replica(1).store.links.disconnect(person);
  await expect.poll(() => used.current().catch((error: unknown) => error)).toBeInstanceOf(NotConnected);
});

async function onDatabase(sql: string, values: unknown[]) {
  const client = await connectTo(database.url);
  await client.query(sql, values).finally(() => client.end());
}
