import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { systemClock } from '../../src/domain/clock.ts';
import type { Person } from '../../src/domain/person.ts';
import { standardRules } from '../../src/domain/rules.ts';
import { createNightly } from '../../src/jobs/nightly.ts';
import { createQueue } from '../../src/jobs/queue.ts';
import { createWorker } from '../../src/jobs/worker.ts';
import { printAudit } from '../../src/operator/audit.ts';
import { createStore, type Store } from '../../src/store/store.ts';
import { createTestDatabase } from '../support/database.ts';
import { proposalOf, request } from '../support/samples.ts';

const key = randomBytes(32);
const log = pino({ level: 'silent' });
const day = 24 * 60 * 60_000;
const ana = { workspaceId: 'T1', userId: 'U1' };

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let store: Store;
let client: pg.Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  const keys = [{ id: 'a', key }];
  store = createStore({ databaseUrl: database.url, keys, onError: (error) => console.error(error) });
  client = new pg.Pool({ connectionString: database.url });
  client.on('error', () => {});
});
afterAll(async () => {
  await client.end();
  await store.close();
  await database.drop();
});

async function call({
  daysAgo,
  stage,
  endedDaysAgo,
  workspaceId = ana.workspaceId,
}: {
  workspaceId?: string;
  daysAgo: number;
  stage: string;
  endedDaysAgo?: number;
}) {
  const id = randomUUID();
  const confirmedAt = Date.now() - daysAgo * day;
  const written = { id, requester: { ...ana, workspaceId }, request, channelId: 'C1', confirmedAt };
  await store.calls.confirm(written, randomUUID(), async () => {});
  await store.posts.save({ callId: id, part: 'card', channelId: 'C1', ts: '1', digest: '' });
  const endedAt = endedDaysAgo === undefined ? null : new Date(Date.now() - endedDaysAgo * day);
  await client.query('update calls set stage = $2::stage, ended_at = $3 where id = $1', [id, stage, endedAt]);
  return id;
}

async function proposed(daysAgo: number) {
  const proposedAt = Date.now() - daysAgo * day;
  const one = proposalOf(ana, { proposedAt, expiresAt: proposedAt + day });
  await store.proposals.add(one, one.id, { open: 9, anHour: 9 }, async () => {});
  return one.id;
}

const pauses: number[] = [];
function nightly(
  retentionDays: number,
  isInstalled: (id: string) => Promise<boolean | undefined>,
  isDeactivated: (person: Person) => Promise<boolean | undefined> = async () => false,
) {
  const clock = { ...systemClock, sleep: async (ms: number) => void pauses.push(ms) };
  const run = createNightly({ store, retentionDays, isInstalled, isDeactivated, clock, log });
  return () => run(new AbortController().signal);
}

test('calls older than the retention time are deleted, and nothing else', async () => {
  const old = await Promise.all([
    call({ daysAgo: 40, stage: 'ended', endedDaysAgo: 31 }),
    call({ daysAgo: 31, stage: 'refused' }),
    call({ daysAgo: 60, stage: 'unknown', endedDaysAgo: 60 }),
  ]);
  const kept = await Promise.all([
    call({ daysAgo: 40, stage: 'ended', endedDaysAgo: 29 }),
    call({ daysAgo: 90, stage: 'calling' }),
    call({ daysAgo: 90, stage: 'queued' }),
    call({ daysAgo: 1, stage: 'refused' }),
  ]);
  const details = { personName: 'Ana', workspaceName: 'W', language: 'en' as const, channelId: 'C1' };
  const { nonce } = await store.linkAttempts.start(ana, details, Date.now());
  await client.query(`insert into link_attempts select gen_random_uuid(), '\\x01', workspace_id, user_id, sealed, key_id,
    now() - interval '25 hours', now() - interval '24 hours' from link_attempts`);
  const decided = (changedAt: number) => ({ kind: 'amounts' as const, userId: 'U1', changedAt });
  await store.rules.change('T1', 0, standardRules, decided(Date.now() - 366 * day));
  await store.rules.change('T1', 1, standardRules, decided(Date.now() - 364 * day));
  const token = { name: 'Claude', scopes: ['read' as const], createdAt: Date.now() - 30 * day };
  for (const [secret, expiresAt] of [
    ['over', Date.now() - 1_000],
    ['good', Date.now() + day],
  ] as const)
    await store.assistantTokens.add(ana, { ...token, id: randomUUID(), expiresAt }, secret, 9);
  const proposals = await Promise.all([6, 8, 9].map((daysAgo) => proposed(daysAgo)));
  await client.query(`update proposals set settled = 'called', call_id = $2 where id = $1`, [
    proposals[2],
    kept[1],
  ]);
  const business = { phone: '+14155550101', businessName: 'Nonna' };
  for (const [n, isPinned, daysAgo] of [
    [1, true, 366],
    [2, false, 366],
    [3, false, 364],
  ] as const) {
    const how = { userId: 'U1', decidedAt: Date.now() - daysAgo * day };
    await store.businesses.decide(
      'T1',
      `+1415555010${n}`,
      { ...business, phone: `+1415555010${n}`, isPinned },
      how,
    );
  }
  await store.installStates.use(store.installStates.issue(Date.now() - 5 * 60_000), Date.now());
  await client.query(`update used_install_states set expires_at = now() - interval '1 minute'`);

  await store.refusals.add('T1', 'do_not_call', Date.now() - 62 * day);
  await store.refusals.add('T1', 'do_not_call', Date.now() - 29 * day);
  await store.refusals.add('T1', 'do_not_call', Date.now() - 29 * day);

  await nightly(30, async () => true)();
  expect(await store.refusals.since('T1', 0)).toEqual([
    { day: expect.any(Number), reason: 'do_not_call', count: 2 },
  ]);
  expect(await store.calls.existing(old)).toEqual(new Set());
  expect(await store.calls.existing(kept)).toEqual(new Set(kept));
  const { rows } = await client.query(`select (select count(*)::int from posts) as posts,
    (select count(*)::int from link_attempts) as attempts, (select count(*)::int from used_install_states) as states`);
  expect(rows).toEqual([{ posts: kept.length, attempts: 1, states: 0 }]);
  expect((await Promise.all(proposals.map(store.proposals.find))).map((one) => one?.id)).toEqual([
    proposals[0],
    undefined,
    // Its call is still under way.
    proposals[2],
  ]);
  expect(await client.query('select id from assistant_tokens')).toHaveProperty('rowCount', 1);
  expect(await store.assistantTokens.use('good', Date.now())).toBeDefined();
  expect(await store.linkAttempts.find(nonce)).toBeDefined();
  expect((await store.rules.changesOf('T1', 9)).changes.map(({ kind }) => kind)).toEqual([
    'business_removed',
    'amounts',
  ]);
  const businesses = await store.businesses.decisions('T1');
  expect(businesses.map(({ phone }) => phone).sort()).toEqual(['+14155550101', '+14155550103']);
  await nightly(30, async () => true)();
  expect(await store.calls.existing(kept)).toEqual(new Set(kept));
});

test('the admins of a workspace decide for their own', async () => {
  await store.settings.save('T-short', { retentionDays: 7 });
  await store.settings.save('T-long', { retentionDays: 365 });
  const ages = [6, 8, 29, 31, 364, 366];
  const kept = async (workspaceId: string) => {
    const all = await Promise.all(
      ages.map(async (days) => [days, await call({ daysAgo: days, stage: 'refused', workspaceId })] as const),
    );
    return async () => {
      const known = await store.calls.existing(all.map(([, id]) => id));
      return all.flatMap(([days, id]) => (known.has(id) ? [days] : []));
    };
  };
  const [short, long, other] = await Promise.all(['T-short', 'T-long', 'T-other'].map(kept));
  await nightly(30, async () => true)();
  expect(await short?.()).toEqual([6]);
  expect(await long?.()).toEqual([6, 8, 29, 31, 364]);
  expect(await other?.()).toEqual([6, 8, 29]);
  await store.forgetWorkspace('T-short', Date.now());
  expect(await store.settings.find('T-short')).toEqual({});
});

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

test('an unreported removal is found, and an unreachable Slack removes nothing', async () => {
  const bot = { token: 'xoxb-1', id: 'B1', userId: 'U1' };
  for (const id of ['T-removed', 'T-there', 'T-unclear']) {
    await store.installations.save(id, { bot }, Date.now() - day);
    await store.preferences.change({ workspaceId: id, userId: 'U1' }, () => ({ name: 'Ana' }));
  }
  const answers = new Map([
    ['T-removed', false],
    ['T-there', true],
  ]);
  await nightly(30, async (workspaceId) => answers.get(workspaceId))();
  const left = await collect(store.installations.workspaceIds());
  expect(left).toEqual(['T-there', 'T-unclear']);
  expect(await store.preferences.find({ workspaceId: 'T-removed', userId: 'U1' })).toEqual({});
  expect(await store.preferences.find({ workspaceId: 'T-unclear', userId: 'U1' })).toEqual({ name: 'Ana' });
});

test('a person deactivated in Slack keeps no tokens, and an unreachable Slack takes nobody’s', async () => {
  const tokens = { accessToken: 'a', expiresAt: Date.now(), grant: 'code' as const };
  const answers: Record<string, boolean | undefined> = { gone: true, there: false, unclear: undefined };
  const people = Object.keys(answers).map((userId) => ({ workspaceId: 'T-people', userId }));
  for (const person of people) await store.links.connect(person, tokens, Date.now());
  pauses.length = 0;
  await nightly(
    30,
    async () => true,
    async ({ userId }) => answers[userId],
  )();
  const connected = await Promise.all(people.map((person) => store.links.isConnected(person)));
  expect(connected).toEqual([false, true, true]);
  expect(pauses).toEqual([1_000, 1_000, 1_000]);
  expect(await store.links.draw(1)).toHaveLength(1);
});

test('it is scheduled once, and one replica does it', async () => {
  let runs = 0;
  let digests = 0;
  const worker = () =>
    createWorker({
      queue: createQueue({ databaseUrl: database.url, log }),
      handlers: {
        call: async () => {},
        plan: async () => {},
        approval: async () => {},
        stop: async () => {},
        proposal: async () => {},
        remind: async () => {},
      },
      log,
      keepUp: store.ping,
      digests: async () => {
        digests += 1;
      },
      nightly: async () => {
        runs += 1;
        await new Promise((done) => setTimeout(done, 300));
      },
    });
  const first = worker();
  await first.start();
  const { rows } = await client.query('select name, cron, timezone from pgboss.schedule');
  expect(rows.sort((a, b) => a.name.localeCompare(b.name))).toEqual([
    { name: 'digests', cron: '*/10 * * * *', timezone: 'UTC' },
    { name: 'nightly', cron: '17 3 * * *', timezone: 'UTC' },
  ]);
  await first.stop();
  const boss = new PgBoss(database.url);
  await boss.start();
  await boss.send('nightly');
  await boss.send('digests');
  await boss.stop({ graceful: false });
  const replicas = [worker(), worker()];
  await Promise.all(replicas.map((replica) => replica.start()));
  await expect.poll(() => runs).toBe(1);
  await new Promise((done) => setTimeout(done, 500));
  await Promise.all(replicas.map((replica) => replica.stop()));
  // Ten minutes may have passed on the clock meanwhile.
  const ended = await client.query<{ digests: number }>(
    `select count(*)::int as digests from pgboss.job where name = 'digests' and state = 'completed'`,
  );
  expect([runs, digests]).toEqual([1, ended.rows[0]?.digests]);
  expect(digests).toBeGreaterThan(0);
});

async function audit(env: Record<string, string> = {}, period: { from?: number; to?: number } = {}) {
  const config = readConfig({
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_APP_TOKEN: 'xapp-1',
    DATABASE_URL: database.url,
    ENCRYPTION_KEYS: `a:${key.toString('base64')}`,
    ...env,
  });
  const lines: string[] = [];
  await printAudit(config, { workspaceId: 'T2', ...period }, (line) => lines.push(line));
  return lines;
}

test('the audit says who called which number, masked, and what came of it', async () => {
  const people = Array.from({ length: 1_203 }, (_, index) => `U${index}`);
  for (const userId of people) {
    const requester = { workspaceId: 'T2', userId };
    const written = { id: randomUUID(), requester, request, channelId: 'C1', confirmedAt: 1_700_000_000_000 };
    await store.calls.confirm(written, randomUUID(), async () => {});
  }
  await client.query(`update calls set stage = 'ended', status = '=cmd,"x"', duration_seconds = 61, confirmed_at = to_timestamp(1700000001)
    where user_id = 'U7' and workspace_id = 'T2'`);
  const lines = await audit();
  expect(lines[0]).toBe(
    'confirmed_at,user,number,stage,status,duration_seconds,ended_at,call,result,refusal,accepted,approval,approval_by,approval_at,approval_reason,channel,name,outcome',
  );
  expect(lines).toHaveLength(people.length + 1);
  expect(new Set(lines).size).toBe(lines.length);
  expect(lines.at(-1)).toMatch(
    /^2023-11-14T22:13:21\.000Z,U7,'\+44 ••• 958,ended,"'=cmd,""x""",61,,[\w-]{36},over,,,,,,,C1,,The call went through\.$/,
  );
  expect(lines.join('\n')).not.toMatch(/442079460958|bikes/);
  expect(await audit({}, { to: 1_700_000_000_000 })).toHaveLength(1);
  expect(await audit({}, { from: 1_700_000_000_500 })).toHaveLength(2);
  const lost = await audit({ ENCRYPTION_KEYS: `b:${randomBytes(32).toString('base64')}` });
  expect(lost.at(-1)).toContain(',unreadable,');
});
