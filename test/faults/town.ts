import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startKallySandbox } from '../../sandbox/kally/server.ts';
import { freePort } from '../../sandbox/playground/ports.ts';
import { carefree, startRestartablePostgres } from '../../sandbox/postgres.ts';
import { startSlackSandbox } from '../../sandbox/slack/server.ts';
import { type CallingHours, defaultHours } from '../../src/domain/calling-hours.ts';
import { systemClock } from '../../src/domain/clock.ts';
import { wallTimeAt } from '../../src/domain/due-time.ts';
import { standardRules } from '../../src/domain/rules.ts';
import { readSetup } from '../../src/operator/manifest.ts';
import { manifestFor } from '../../src/slack/install/manifest.ts';
import { migrate } from '../../src/store/migrate.ts';
import { createStore } from '../../src/store/store.ts';
import { connectTo } from '../support/postgres-client.ts';
import { startBalancer } from './balancer.ts';
import { startDatabaseProxy } from './database-proxy.ts';
import { startHttpProxy } from './http-proxy.ts';
import { createLedger } from './ledger.ts';
import { firstTriesOf } from './plan.ts';
import { awayMs, type Replica, startReplica } from './replica.ts';
import { createWatchers } from './watchers.ts';

/** A phone call of twenty seconds is over in four: time for a poll or two, and for a create to block. */
const kallySpeed = 5;
const connectEveryMs = 1_000;
const deadForMs = 2_000;
export const placeCalled = 'America/Los_Angeles';

/** Two of them share an account. */
const accountOf = { ana: 'ana', luis: 'mia', noor: 'mia' } as const;

export type Town = Awaited<ReturnType<typeof startTown>>;

/** Replicas of the real app, a Postgres, a Slack and a KallyAI, and between them proxies that break what passes. */
export async function startTown({
  size,
  folder,
  deliveriesOf,
  hastens = false,
}: {
  size: number;
  /** A process that was killed is missed sooner: its heartbeats are made older than they are. */
  hastens?: boolean;
  /** For the replicas' logs. */
  folder: string;
  deliveriesOf: (mark: string) => number;
}) {
  const postgres = await startRestartablePostgres('faults', carefree);
  const databasePort = () => Number(new URL(postgres.url()).port);
  await migrate(postgres.url());
  let aheadMs = 0;
  const clock = { ...systemClock, now: () => Date.now() + aheadMs };
  const hours = hoursAround(Date.now());
  const [kallyai, slack, ownDatabase] = await Promise.all([
    // KallyAI's keys would hide a request that was sent twice.
    startKallySandbox({ speed: kallySpeed, honoursKeys: false, clock, firstTriesOf }),
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
  // Noor is a guest, and calls like the others. What she wants tried again, Ana or Luis has to approve.
  const rules = {
    ...standardRules,
    callers: { who: 'everybody' as const, people: [] },
    approval: {
      when: ['many_attempts' as const],
      attempts: 2,
      who: 'named' as const,
      people: [slack.people.ana.id, slack.people.luis.id],
    },
  };
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
        const isLast = replicas.every((replica, other) => other === index || !replica.hearsSlack());
        if (harm === 'cut the database' || (harm === 'isolate' && isLast)) return cut();
        if (harm === 'isolate') return void isolate();
        replicas[index]?.suffer(harm === 'freeze' && isLast ? 'kill' : harm, isLast);
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
      startDatabaseProxy({ port: databasePort, watch: watchers.database, aheadMs: () => aheadMs }),
      startHttpProxy({ target: () => kallyai.url, watcher: watchers.kally }),
      startHttpProxy({ target: () => slack.url, watcher: watchers.slack }),
      freePort(),
    ]);
    replicas[index] = startReplica({
      port,
      logFile: join(folder, `replica-${index}.log`),
      onReady: (life) => ledger.replicaReady(index, life),
      aheadMs: () => aheadMs,
      onGone: (life) => ledger.replicaGone(index, life),
      onKilled: () => void missSooner(ledger.runsOn(index)),
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
        CALLING_HOURS: `${hours.from}-${hours.until}`,
        PUBLIC_URL: balancer.url,
        HOST: '127.0.0.1',
        PORT: String(port),
      },
    });
    return { database, toKally, toSlack, due: watchers.due };
  }

  /** What the dead process ran is overdue soon: no more than its heartbeats ages, and those of others stand again in seconds. */
  async function missSooner(orphans: string[]) {
    if (!hastens) return;
    await pause(deadForMs);
    for (const callId of orphans) ledger.hastened.add(callId);
    await query(
      `update pgboss.job set heartbeat_on = heartbeat_on - interval '19 seconds'
       where name = 'calls' and state = 'active' and data->>'callId' = any($1)`,
      [orphans],
    ).catch(() => {});
  }

  async function query(sql: string, values: unknown[]) {
    const client = await connectTo(postgres.url());
    try {
      await client.query(sql, values);
    } finally {
      await client.end();
    }
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
    hours,
    /** As it should be; a replica's may have been set wrongly. */
    now: clock.now,
    /** Time goes on, for everybody and everything. */
    async goOn(ms: number) {
      aheadMs += ms;
      for (const replica of replicas) replica.jump(ms);
      await query(
        `update pgboss.job set start_after = start_after - $1 * interval '1 millisecond' where name = 'calls' and state < 'active'`,
        [ms],
      );
    },
    /** The time that Slack has. */
    setClocksRight() {
      aheadMs = 0;
      for (const replica of replicas) replica.setClockRight();
    },
    /** The queue hands the jobs of these calls out at once, and those that rest until later as well. */
    async deliverTwice(callIds: string[]) {
      await query(
        `insert into pgboss.job select (jsonb_populate_record(j, jsonb_build_object('id', gen_random_uuid(), 'start_after', now()))).*
         from pgboss.job j where name = 'calls' and state = 'created' and data->>'callId' = any($1)`,
        [callIds],
      );
    },
    strikeDue(callId: string, phase: 'going' | 'over', mark: string) {
      proxies[ledger.replicaOf(callId) ?? 0]?.due(phase, mark);
    },
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

/** Phones may ring from an hour ago to two hours from now; a time that is near to midnight there leaves no such hours. */
function hoursAround(now: number): CallingHours {
  const hourMs = 3_600_000;
  const at = (ms: number) => wallTimeAt(now + ms, placeCalled);
  const [from, until] = [at(-hourMs), at(2 * hourMs)];
  if (from.date !== until.date) return { ...defaultHours, from: '00:00', until: '24:00' };
  return { ...defaultHours, from: from.time, until: until.time };
}

function withPort(databaseUrl: string, port: number): string {
  const url = new URL(databaseUrl);
  url.port = String(port);
  return url.href;
}
