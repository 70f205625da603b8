import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startKallySandbox } from '../../sandbox/kally/server.ts';
import { freePort } from '../../sandbox/playground/ports.ts';
import { carefree, startRestartablePostgres } from '../../sandbox/postgres.ts';
import { startSlackSandbox } from '../../sandbox/slack/server.ts';
import { standardRules } from '../../src/domain/rules.ts';
import { readSetup } from '../../src/operator/manifest.ts';
import { manifestFor } from '../../src/slack/install/manifest.ts';
import { migrate } from '../../src/store/migrate.ts';
import { createStore } from '../../src/store/store.ts';
import { startBalancer } from './balancer.ts';
import { startDatabaseProxy } from './database-proxy.ts';
import { startHttpProxy } from './http-proxy.ts';
import { createLedger } from './ledger.ts';
import { awayMs, type Replica, startReplica } from './replica.ts';
import { createWatchers } from './watchers.ts';

/** A phone call of twenty seconds is over in four: time for a poll or two, and for a create to block. */
const kallySpeed = 5;
const connectEveryMs = 1_000;

/** Two of them share an account. */
const accountOf = { ana: 'ana', luis: 'mia', noor: 'mia' } as const;

export type Town = Awaited<ReturnType<typeof startTown>>;

/** Replicas of the real app, a Postgres, a Slack and a KallyAI, and between them proxies that break what passes. */
export async function startTown({
  size,
  folder,
  deliveriesOf,
}: {
  size: number;
  /** For the replicas' logs. */
  folder: string;
  deliveriesOf: (mark: string) => number;
}) {
  const postgres = await startRestartablePostgres('faults', carefree);
  const databasePort = () => Number(new URL(postgres.url()).port);
  await migrate(postgres.url());
  const [kallyai, slack, ownDatabase] = await Promise.all([
    // KallyAI's keys would hide a request that was sent twice.
    startKallySandbox({ speed: kallySpeed, honoursKeys: false }),
    startSlackSandbox({ manifest: manifestFor(readSetup({ agent: true })).manifest }),
    startDatabaseProxy({ port: databasePort }),
  ]);
  const log = createWriteStream(join(folder, 'harness.log'));
  const ledger = createLedger({
    trace: (line) => log.write(`${(performance.now() / 1000).toFixed(2)} ${line}\n`),
    callOfKally: (kallyId) => kallyai.calls().find(({ id }) => id === kallyId)?.idempotencyKey,
  });
  const key = randomBytes(32);
  const store = createStore({
    databaseUrl: withPort(postgres.url(), ownDatabase.port),
    keys: [{ id: 'faults', key }],
    onError: () => {},
  });
  // Noor is a guest, and calls like the others.
  const rules = { ...standardRules, callers: { who: 'everybody' as const, people: [] } };
  const decided = { kind: 'callers' as const, userId: 'U0ADMIN', changedAt: Date.now() };
  await store.rules.change(slack.teamId, 0, rules, decided);
  const stopping = new AbortController();
  const replicas: Replica[] = [];
  const balancer = await startBalancer({ replicas: () => replicas, deliveriesOf });
  slack.connectApp(`${balancer.url}/slack/events`);
  const proxies = await Promise.all(Array.from({ length: size }, (_, index) => addReplica(index)));
  await Promise.all(replicas.map((replica) => replica.whenReady()));

  async function addReplica(index: number) {
    const watchers = createWatchers({
      ledger,
      replica: index,
      life: () => replicas[index]?.life() ?? 0,
      isAlive: () => replicas[index]?.isAlive() ?? false,
      suffer(harm) {
        // With all of them frozen or alone nothing would happen for the better part of a minute.
        const isLast = replicas.every((replica, other) => other === index || !replica.isReady());
        if (harm === 'cut the database' || (harm === 'isolate' && isLast)) return cut();
        if (harm === 'isolate') return void isolate();
        replicas[index]?.suffer(harm === 'freeze' && isLast ? 'kill' : harm);
      },
    });
    function cut() {
      ledger.databaseCut();
      database.cut();
    }

    async function isolate() {
      ledger.databaseCut();
      ledger.noteHarm(index, awayMs);
      database.hush();
      replicas[index]?.standAside();
      await pause(awayMs, undefined, { signal: stopping.signal }).catch(() => {});
      database.speak();
      replicas[index]?.comeBack();
    }

    const [database, toKally, toSlack, port] = await Promise.all([
      startDatabaseProxy({ port: databasePort, watch: watchers.database }),
      startHttpProxy({ target: () => kallyai.url, watcher: watchers.kally }),
      startHttpProxy({ target: () => slack.url, watcher: watchers.slack }),
      freePort(),
    ]);
    replicas[index] = startReplica({
      port,
      logFile: join(folder, `replica-${index}.log`),
      onReady: (life) => ledger.replicaReady(index, life),
      onGone: (life) => ledger.replicaGone(index, life),
      env: {
        PATH: process.env.PATH,
        NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
        TZ: 'UTC',
        SLACK_BOT_TOKEN: slack.botToken,
        SLACK_SIGNING_SECRET: slack.signingSecret,
        SLACK_AGENT: 'on',
        SLACK_API_URL: `${toSlack.url}/api/`,
        KALLYAI_BASE_URL: toKally.url,
        KALLYAI_CLIENT_ID: kallyai.client.id,
        KALLYAI_CLIENT_SECRET: kallyai.client.secret,
        DATABASE_URL: withPort(postgres.url(), database.port),
        DOTENV_CONFIG_PATH: '',
        ENCRYPTION_KEYS: `faults:${key.toString('base64')}`,
        CALL_CAPS: '100000/100000/100000',
        CALLING_HOURS: '00:00-24:00',
        PUBLIC_URL: balancer.url,
        HOST: '127.0.0.1',
        PORT: String(port),
      },
    });
    return { database, toKally, toSlack };
  }

  /** Whoever lost their link to a fault connects again, as the card asks them to. */
  async function connectPeople() {
    for (const [name, account] of Object.entries(accountOf)) {
      const person = { workspaceId: slack.teamId, userId: slack.people[name as keyof typeof accountOf].id };
      if (await store.links.isConnected(person)) continue;
      // Both of KallyAI's ways to refresh.
      const flow = name === 'ana' ? 'code' : 'terminal';
      const { accessToken, refreshToken, expiresInSeconds, scope } = kallyai.signIn(account, { flow });
      const obtainedAt = Date.now();
      const tokens = {
        accessToken,
        refreshToken,
        scope,
        obtainedAt,
        expiresAt: obtainedAt + expiresInSeconds * 1000,
      };
      await store.links.connect(person, { ...tokens, grant: flow }, obtainedAt);
    }
  }

  async function keepConnected() {
    while (!stopping.signal.aborted) {
      // The database may be away, which is the point of all this.
      await connectPeople().catch(() => {});
      await pause(connectEveryMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
  }
  await connectPeople();
  const connecting = keepConnected();

  return {
    replicas,
    slack,
    kallyai,
    store,
    ledger,
    databaseUrl: postgres.url,
    /** Slack and KallyAI answer again whom they kept waiting. */
    release() {
      for (const { toKally, toSlack } of proxies) {
        toKally.release();
        toSlack.release();
      }
    },
    cutDatabase() {
      ledger.databaseCut();
      for (const { database } of proxies) database.cut();
    },
    /** The server ends, and comes back on another port that the proxies know. */
    async stopDatabaseFor(ms: number) {
      const outage = { from: performance.now(), until: Number.POSITIVE_INFINITY };
      ledger.outages.push(outage);
      await postgres.suspend();
      await pause(ms);
      await postgres.resume();
      outage.until = performance.now() + 2_000;
    },
    /** Connections stand and nothing comes back, as when a network swallows it. */
    async silenceDatabaseFor(ms: number) {
      const outage = { from: performance.now(), until: Number.POSITIVE_INFINITY };
      ledger.outages.push(outage);
      for (const { database } of proxies) database.hush();
      await pause(ms);
      for (const { database } of proxies) database.speak();
      outage.until = performance.now() + 2_000;
    },
    async stop() {
      stopping.abort();
      await connecting;
      await Promise.all(replicas.map((replica) => replica.stop()));
      for (const { database, toKally, toSlack } of proxies)
        for (const proxy of [database, toKally, toSlack]) proxy.stop();
      balancer.stop();
      await store.close();
      ownDatabase.stop();
      await Promise.all([kallyai.stop(), slack.stop(), postgres.stop()]);
    },
  };
}

function withPort(databaseUrl: string, port: number): string {
  const url = new URL(databaseUrl);
  url.port = String(port);
  return url.href;
}
