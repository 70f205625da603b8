import { randomBytes } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { startEmbeddedPostgres } from '../../src/store/embedded-postgres.ts';
import { startKallySandbox } from '../kally/server.ts';
import type { Manifest } from '../slack/manifest.ts';
import { createPage } from '../slack/page/serve.ts';
import { startSlackSandbox } from '../slack/server.ts';
import { startAppProcess } from './app-process.ts';
import { createControls } from './controls.ts';
import { freePort, onFirstFree } from './ports.ts';
import { emptyDatabase, noteAddress, refuseSecond, watchLinks } from './state.ts';

const project = new URL('../../', import.meta.url);
const firstPort = 4300;
const triedPorts = 20;

export type PlaygroundOptions = {
  /** Without it 4300, or the next one that is free. */
  port?: number;
  /** Holds the database server and the app's log. */
  stateDir: string;
  /** A Postgres to use instead of an embedded one. */
  databaseUrl?: string | undefined;
  /** Its name on that server, emptied at the start: playgrounds that run side by side need one each. */
  databaseName?: string;
  /** What a developer should see besides the address, such as why the app died. */
  say: (line: string) => void;
};

/** The real app as a process of its own, between a Slack, a KallyAI and a Postgres on loopback. */
export async function startPlayground({
  port,
  stateDir,
  databaseUrl,
  databaseName = 'kally_playground',
  say,
}: PlaygroundOptions) {
  await refuseSecond(stateDir);
  await mkdir(stateDir, { recursive: true });
  const [postgres, kally, page, manifest, appPort] = await Promise.all([
    databaseUrl ? undefined : startEmbeddedPostgres({ dataDir: join(stateDir, 'postgres') }),
    startKallySandbox(),
    createPage(),
    readManifest(),
    freePort(),
  ]);
  const database = await emptyDatabase(postgres?.url ?? databaseUrl ?? '', databaseName);

  const links = watchLinks(database);
  const controls = createControls({ kally, linkedPeople: links.people });
  const candidates =
    port === undefined ? Array.from({ length: triedPorts }, (_, step) => firstPort + step) : [port];
  const slack = await onFirstFree(candidates, (candidate) =>
    startSlackSandbox({
      port: candidate,
      manifest,
      page: async (request, response) =>
        (await controls.handle(request, response)) || page(request, response),
    }),
  );
  const appUrl = `http://127.0.0.1:${appPort}`;
  slack.connectApp(`${appUrl}/slack/events`);
  const app = startAppProcess({
    entry: fileURLToPath(new URL('src/main.ts', project)),
    logFile: join(stateDir, 'app.log'),
    port: appPort,
    env: appEnvironment({ slack, kally, appPort, appUrl, databaseUrl: database }),
    say,
  });
  controls.attach({ app, slack });
  await noteAddress(stateDir, slack.url);

  async function stop(): Promise<void> {
    await app.stop();
    controls.stop();
    await Promise.all([slack.stop(), kally.stop(), links.stop()]);
    await postgres?.stop();
  }

  return { url: slack.url, appUrl, databaseUrl: database, slack, kally, app, stop };
}

async function readManifest(): Promise<Manifest> {
  return parse(await readFile(new URL('slack-manifest.yml', project), 'utf8')) as Manifest;
}

type Around = {
  slack: Awaited<ReturnType<typeof startSlackSandbox>>;
  kally: Awaited<ReturnType<typeof startKallySandbox>>;
  appPort: number;
  appUrl: string;
  databaseUrl: string;
};

function appEnvironment({ slack, kally, appPort, appUrl, databaseUrl }: Around): NodeJS.ProcessEnv {
  return {
    ...process.env,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_API_URL: slack.apiUrl,
    // Empty, so that a real workspace's in `.env` or the shell do not come in.
    SLACK_APP_TOKEN: '',
    SLACK_CLIENT_ID: '',
    SLACK_CLIENT_SECRET: '',
    KALLYAI_BASE_URL: kally.url,
    KALLYAI_CLIENT_ID: kally.client.id,
    KALLYAI_CLIENT_SECRET: kally.client.secret,
    DATABASE_URL: databaseUrl,
    ENCRYPTION_KEYS: `playground:${randomBytes(32).toString('base64')}`,
    PUBLIC_URL: appUrl,
    PORT: String(appPort),
  };
}
