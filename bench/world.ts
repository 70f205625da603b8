import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { freePort } from '../sandbox/playground/ports.ts';
import { wallTimeAt } from '../src/domain/due-time.ts';
import { migrate } from '../src/store/migrate.ts';
import { createStore } from '../src/store/store.ts';
import { type Child, startChild, type Usage } from './child.ts';

export const signingSecret = 'bench-signing-secret';
const silent = { onError: () => {} };

export type World = Awaited<ReturnType<typeof startWorld>>;
export type App = { url: string; metricsUrl: string; child: Child; startedMs: number };

/** The real app, each part of the world around it a process of its own, and a database that starts empty. */
export async function startWorld({
  postgresUrl,
  replicas = 1,
  workspaces = 2,
}: {
  postgresUrl: string;
  replicas?: number;
  workspaces?: number;
}) {
  const database = await createDatabase(postgresUrl);
  const [slack, kallyai, proxy] = await Promise.all([
    startChild('peers/slack.ts'),
    startChild('peers/kallyai.ts'),
    startChild('peers/postgres-proxy.ts', { args: [database.url] }),
  ]);
  const keys = [{ id: 'bench', key: Uint8Array.from(randomBytes(32)) }];
  const store = createStore({ databaseUrl: database.url, keys, ...silent });
  const proxied = new URL(database.url);
  proxied.host = `127.0.0.1:${proxy.port}`;
  const slackApiUrl = `http://127.0.0.1:${slack.port}/api/`;
  const env = {
    ...process.env,
    SLACK_API_URL: slackApiUrl,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_CLIENT_ID: 'bench',
    SLACK_CLIENT_SECRET: 'bench',
    SLACK_BOT_TOKEN: '',
    SLACK_APP_TOKEN: '',
    KALLYAI_BASE_URL: `http://127.0.0.1:${kallyai.port}`,
    KALLYAI_CLIENT_ID: 'bench',
    KALLYAI_CLIENT_SECRET: 'bench',
    DATABASE_URL: proxied.href,
    DOTENV_CONFIG_PATH: '',
    ENCRYPTION_KEYS: `bench:${Buffer.from(keys[0]?.key ?? '').toString('base64')}`,
    CALL_CAPS: '100000/100000/100000',
    CALLING_HOURS: '00:00-24:00',
    LOG_LEVEL: 'fatal',
  };
  await install(store, workspaces);
  const apps: App[] = [];
  const addApp = async () => apps[apps.push(await startApp(env)) - 1] as App;
  for (let count = 0; count < replicas; count++) await addApp();
  const boss = new PgBoss({ connectionString: database.url, schedule: false, supervise: false });
  // Dropping the database ends connections of its pool that are still open.
  boss.on('error', silent.onError);
  await boss.start();

  return {
    slack,
    kallyai,
    proxy,
    store,
    apps,
    slackApiUrl,
    addApp,
    statements: () => proxy.ask<number>('statements'),
    usage: async () => {
      const all = await Promise.all(apps.map(({ child }) => child.ask<Usage>('usage')));
      return all.reduce((a, b) => ({
        cpuSeconds: a.cpuSeconds + b.cpuSeconds,
        residentBytes: a.residentBytes + b.residentBytes,
      }));
    },
    metrics: () => readMetrics(apps),
    /** People whose KallyAI account is connected: U0, U1, ... */
    async connectPeople(count: number, workspaceOf: (person: number) => string = () => 'T1') {
      const tokens = { accessToken: '', expiresAt: Date.now() + 864e5, grant: 'terminal' as const };
      await inBatches(count, (index) => {
        const person = { workspaceId: workspaceOf(index), userId: `U${index}` };
        const accessToken = `${person.workspaceId}-${index}`;
        return store.links.connect(person, { ...tokens, accessToken }, Date.now());
      });
    },
    /** Confirms calls as the form does, and queues them; those that are due later rest in the queue until then. */
    async confirm(count: number, plan: (index: number) => Plan, dueInMs?: number): Promise<void> {
      const dueAt = dueInMs === undefined ? undefined : Date.now() + dueInMs;
      const jobs: { data: Record<string, unknown>; startAfter?: Date }[] = [];
      await inBatches(count, async (index) => {
        const { task, person, workspaceId = 'T1', channelId } = plan(index);
        const id = randomUUID();
        const request = {
          phone: '+14155550100',
          task,
          category: 'general' as const,
          callLanguage: 'en' as const,
          language: 'en' as const,
          timeZone: 'Europe/Madrid',
        };
        const requester = { workspaceId, userId: `U${person}` };
        const call = { id, requester, request, channelId, confirmedAt: Date.now() };
        const due = dueAt === undefined ? undefined : wallTimeAt(dueAt, request.timeZone);
        const planned = due && dueAt !== undefined ? { ...call, plan: { due, dueAt } } : call;
        await store.calls.confirm(planned, randomUUID(), async () => {});
        jobs.push(
          dueAt === undefined
            ? { data: { callId: id, errand: 'call' } }
            : { data: { callId: id, errand: 'plan', version: 0 }, startAfter: new Date(dueAt) },
        );
      });
      for (let from = 0; from < jobs.length; from += 500)
        await boss.insert('calls', jobs.slice(from, from + 500));
    },
    async connections(): Promise<number> {
      return database.count(
        `select count(*)::int as n from pg_stat_activity where application_name like 'kally%'`,
      );
    },
    async stop() {
      await Promise.all(apps.map(({ child }) => child.stop()));
      await boss.stop({ graceful: false });
      await store.close();
      await Promise.all([slack.stop(), kallyai.stop(), proxy.stop()]);
      await database.drop();
    },
  };
}

export type Plan = { task: string; person: number; workspaceId?: string; channelId: string };

async function startApp(env: NodeJS.ProcessEnv): Promise<App> {
  const [port, metricsPort] = [await freePort(), await freePort()];
  const url = `http://127.0.0.1:${port}`;
  const startedAt = performance.now();
  const child = await startChild('../src/main.ts', {
    env: { ...env, PORT: String(port), PUBLIC_URL: url, METRICS_ADDRESS: String(metricsPort) },
    whenReady: () => until(async () => (await fetch(`${url}/readyz`)).ok),
  });
  return {
    url,
    metricsUrl: `http://127.0.0.1:${metricsPort}/metrics`,
    child,
    startedMs: performance.now() - startedAt,
  };
}

export async function until(
  isSo: () => Promise<boolean>,
  { everyMs = 10, withinMs = 120_000 } = {},
): Promise<void> {
  for (const end = Date.now() + withinMs; Date.now() < end; await pause(everyMs))
    if (await isSo().catch(() => false)) return;
  throw new Error('it did not come to pass');
}

async function inBatches(count: number, act: (index: number) => Promise<void>, width = 20): Promise<void> {
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < count; index = next++) await act(index);
  };
  await Promise.all(Array.from({ length: width }, worker));
}

async function install(store: World['store'], workspaces: number): Promise<void> {
  for (let nth = 1; nth <= workspaces; nth++) {
    const id = `T${nth}`;
    const installation = {
      team: { id, name: 'Bench' },
      isEnterpriseInstall: false,
      user: { id: 'UADMIN' },
      bot: { token: `xoxb-${id}`, id: 'BKALLY', userId: 'UKALLY', scopes: [] },
      authVersion: 'v2',
    };
    await store.installations.save(id, installation, Date.now());
  }
}

async function createDatabase(serverUrl: string) {
  const name = `kally_bench_${randomUUID().slice(0, 8)}`;
  const onServer = async (sql: string) => {
    const client = new pg.Client({ connectionString: serverUrl });
    await client.connect();
    return client.query<{ n: number }>(sql).finally(() => client.end());
  };
  await onServer(`create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  await migrate(url.href);
  return {
    url: url.href,
    count: async (sql: string) => (await onServer(sql)).rows[0]?.n ?? 0,
    drop: async () => void (await onServer(`drop database ${name} with (force)`)),
  };
}

/** All processes' figures: counters and gauges added up; histograms by the sums of their buckets. */
async function readMetrics(apps: readonly App[]) {
  const texts = await Promise.all(
    apps.map(({ metricsUrl }) => fetch(metricsUrl).then((answer) => answer.text())),
  );
  const lines = texts.flatMap((text) => text.split('\n')).filter((line) => line && !line.startsWith('#'));
  const sum = (wanted: (name: string) => boolean) =>
    lines.filter((line) => wanted(line)).reduce((total, line) => total + Number(line.split(' ').at(-1)), 0);
  return {
    sum: (beginning: string) => sum((line) => line.startsWith(beginning)),
    /** The upper edge of the bucket that holds this share, in seconds. */
    bucket(name: string, share: number): number {
      const edges = new Map<number, number>();
      for (const line of lines) {
        const edge = line.startsWith(`${name}_bucket{`) && /le="([^"]+)"/.exec(line)?.[1];
        if (!edge) continue;
        const limit = edge === '+Inf' ? Number.POSITIVE_INFINITY : Number(edge);
        edges.set(limit, (edges.get(limit) ?? 0) + Number(line.split(' ').at(-1)));
      }
      const all = edges.get(Number.POSITIVE_INFINITY) ?? 0;
      const sorted = [...edges].sort(([a], [b]) => a - b);
      return sorted.find(([, below]) => below >= all * share)?.[0] ?? Number.NaN;
    },
  };
}

/** The headers by which Slack signs a body. */
export function signed(body: string): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${signature}` };
}
