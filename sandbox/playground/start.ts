import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSetup } from '../../src/operator/manifest.ts';
import { manifestFor } from '../../src/slack/install/manifest.ts';
import { startEmbeddedPostgres } from '../../src/store/embedded-postgres.ts';
import { startKallySandbox } from '../kally/server.ts';
import type { Manifest } from '../slack/manifest.ts';
import { createPage } from '../slack/page/serve.ts';
import { type SlackSandbox, startSlackSandbox } from '../slack/server.ts';
import { noteAddress, refuseSecond } from './address.ts';
import { openAppDoor } from './app-door.ts';
import { startAppProcess } from './app-process.ts';
import { createAssistantPage } from './assistant.ts';
import { createControls } from './controls.ts';
import { dropDatabase, findDatabase, newDatabase, urlOf, watchLinks } from './database.ts';
import { forget, keepInMind, type Memory, newEncryptionKey, recall, setAside } from './memory.ts';
import { freePort, onFirstFree } from './ports.ts';
import { startTime } from './time.ts';

const project = new URL('../../', import.meta.url);
const firstPort = 4300;
const triedPorts = 20;

/** Fronts of the app that are off unless they are switched on. */
export const fronts = ['agent', 'workflow', 'mcp', 'previews'] as const;
export type Front = (typeof fronts)[number];

export type PlaygroundOptions = {
  /** Without it the last one, 4300, or the next one that is free. */
  port?: number;
  /** Holds the database server, the app's log and what is kept from one start to the next. */
  stateDir: string;
  /** A Postgres to use instead of an embedded one. */
  databaseUrl?: string | undefined;
  fronts?: readonly Front[];
  /** Forgets what was kept. */
  fresh?: boolean;
  /** The time of Slack's limits, where the wall clock will not do. */
  slackTime?: Pick<Parameters<typeof startSlackSandbox>[0], 'now' | 'timeout'>;
  /** What a developer should see besides the address, such as why the app died. */
  say: (line: string) => void;
};

/** The real app as a process of its own, between a Slack, a KallyAI and a Postgres on loopback. */
export async function startPlayground(options: PlaygroundOptions) {
  const { port, stateDir, say, slackTime, fronts: on = [] } = options;
  await refuseSecond(stateDir);
  await mkdir(stateDir, { recursive: true });
  // This Slackbot needs no manifest: a person plays it.
  const manifest: Manifest = manifestFor(
    readSetup({
      agent: on.includes('agent'),
      // Slack takes no address on loopback; the sandbox takes those besides.
      ...(on.includes('previews') && { previews: true, url: 'https://kally.example.com' }),
    }),
  ).manifest;
  const [ground, page] = await Promise.all([layGround(options), createPage()]);
  const { memory, databaseUrl } = ground;
  const [appPort, doorPort] = [await freePort(), await freePort(memory?.ports.app)];
  const appUrl = `http://127.0.0.1:${doorPort}`;
  const time = await startTime(databaseUrl, memory?.aheadMs);

  const kally = await onFirstFree([memory?.ports.kally ?? 0, 0], (candidate) =>
    startKallySandbox({ port: candidate, memory: memory?.kally, clock: time.clock }),
  );
  const links = watchLinks(databaseUrl);
  const controls = createControls({ kally, time, linkedPeople: links.people });
  const assistant = on.includes('mcp')
    ? createAssistantPage({ appUrl, slack: () => slack })
    : async () => false;
  const slack: SlackSandbox = await onFirstFree(pagePorts(port, memory?.ports.page), (candidate) =>
    startSlackSandbox({
      port: candidate,
      manifest,
      // The step ends with its call, so that there is something to see.
      endsStepsLate: true,
      memory: memory?.slack,
      ...slackTime,
      date: time.clock.now,
      moreTopics: controls.findTopic,
      page: async (request, response, body) =>
        (await controls.handle(request, response)) ||
        (await assistant(request, response, body)) ||
        page(request, response),
    }),
  );
  slack.connectApp(`http://127.0.0.1:${appPort}/slack/events`);
  const door = await openAppDoor({ port: doorPort, appPort, pageUrl: slack.url });
  const app = startAppProcess({
    entry: fileURLToPath(new URL('src/main.ts', project)),
    logFile: join(stateDir, 'app.log'),
    port: appPort,
    env: appEnvironment({ slack, kally, appPort, appUrl, on, ...ground }),
    aheadMs: time.aheadMs,
    say,
  });
  time.onChange(app.setClock);
  controls.attach({ app, slack });
  await noteAddress(stateDir, slack.url);
  const ports = { page: portOf(slack.url), kally: portOf(kally.url), app: doorPort };
  const { database, encryptionKey } = ground;
  const mind = keepInMind(stateDir, () => ({
    database,
    encryptionKey,
    ports,
    kally: kally.memory(),
    slack: slack.memory(),
    aheadMs: time.aheadMs(),
  }));

  async function stop(): Promise<void> {
    await app.stop();
    mind.stop();
    await Promise.all([slack.stop(), kally.stop(), links.stop(), time.stop(), door.stop()]);
    await ground.stop();
  }

  return {
    url: slack.url,
    appUrl,
    databaseUrl,
    slack,
    kally,
    app,
    setSpeed: controls.setSpeed,
    goOn: time.goOn,
    now: time.clock.now,
    stop,
  };
}

/** What all of it stands on: a database for the app, and what was kept beside it. */
async function layGround(options: PlaygroundOptions) {
  const postgres = options.databaseUrl
    ? undefined
    : await startEmbeddedPostgres({ dataDir: join(options.stateDir, 'postgres') });
  const serverUrl = postgres?.url ?? options.databaseUrl ?? '';
  const memory = await memoryOf(options, serverUrl);
  const database = memory?.database ?? (await newDatabase(serverUrl, { isOwn: postgres !== undefined }));
  return {
    memory,
    database,
    databaseUrl: urlOf(serverUrl, database),
    encryptionKey: memory?.encryptionKey ?? newEncryptionKey(),
    stop: async () => postgres?.stop(),
  };
}

/** What was kept, if it is still of use. */
async function memoryOf(
  { stateDir, fresh, say }: PlaygroundOptions,
  serverUrl: string,
): Promise<Memory | undefined> {
  const memory = await recall(stateDir, say);
  if (!memory) return undefined;
  if (fresh) {
    await dropDatabase(serverUrl, memory.database);
    await forget(stateDir);
    return undefined;
  }
  if (await findDatabase(serverUrl, memory.database)) return memory;
  await setAside(stateDir, say, 'belongs to a database that is not there');
  return undefined;
}

function pagePorts(wanted: number | undefined, last: number | undefined): number[] {
  if (wanted !== undefined) return [wanted];
  const usual = Array.from({ length: triedPorts }, (_, step) => firstPort + step);
  return last === undefined ? usual : [last, ...usual];
}

const portOf = (url: string): number => Number(new URL(url).port);

type Around = {
  slack: Awaited<ReturnType<typeof startSlackSandbox>>;
  kally: Awaited<ReturnType<typeof startKallySandbox>>;
  appPort: number;
  appUrl: string;
  encryptionKey: string;
  databaseUrl: string;
  on: readonly Front[];
};

function appEnvironment({
  slack,
  kally,
  appPort,
  appUrl,
  encryptionKey,
  databaseUrl,
  on,
}: Around): NodeJS.ProcessEnv {
  return {
    ...process.env,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_API_URL: slack.apiUrl,
    // No `.env`, and these empty: a real workspace's settings do not come in.
    DOTENV_CONFIG_PATH: '',
    SLACK_APP_TOKEN: '',
    SLACK_CLIENT_ID: '',
    SLACK_CLIENT_SECRET: '',
    KALLYAI_BASE_URL: kally.url,
    KALLYAI_CLIENT_ID: kally.client.id,
    KALLYAI_CLIENT_SECRET: kally.client.secret,
    DATABASE_URL: databaseUrl,
    ENCRYPTION_KEYS: `playground:${encryptionKey}`,
    CALL_CAPS: '100000/100000/100000',
    SLACK_AGENT: on.includes('agent') ? 'on' : 'off',
    SLACK_WORKFLOW: on.includes('workflow') ? 'outcome' : 'off',
    MCP_SERVER: on.includes('mcp') ? 'on' : 'off',
    SLACK_PREVIEWS: on.includes('previews') ? 'on' : 'off',
    // The playground is tried at every hour of the day, and its phones are everywhere.
    CALLING_HOURS: process.env.CALLING_HOURS || '00:00-24:00',
    PUBLIC_URL: appUrl,
    PORT: String(appPort),
  };
}
