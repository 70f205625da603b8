import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { startKallySandbox } from '../../sandbox/kally/server.ts';
import { freePort } from '../../sandbox/playground/ports.ts';
import { carefree, startThrowawayPostgres } from '../../sandbox/postgres.ts';
import { startSlackSandbox } from '../../sandbox/slack/server.ts';
import { fuzz, type Tally } from './fuzz.ts';
import type { Look } from './watch.ts';

/** Working longer than this at one thing, the process keeps all workspaces waiting. */
const mayStandMs = 500;

/** What may be left in memory by the second half of the requests; more is a leak. */
const mayGrowBytes = 16 * 1024 * 1024;

const { values } = parseArgs({
  options: { count: { type: 'string', default: '20000' }, seed: { type: 'string', default: '1' } },
});
const [count, seed] = [Number(values.count), Number(values.seed)];

/** The real app in a process of its own, between a Slack and a KallyAI that run here. */
async function startApp(databaseUrl: string) {
  const root = join(import.meta.dirname, '../..');
  const manifest = parse(readFileSync(join(root, 'slack-manifest.yml'), 'utf8'));
  const [slack, kallyai] = await Promise.all([
    startSlackSandbox({ manifest }),
    startKallySandbox({ speed: 50 }),
  ]);
  const publicUrl = `http://127.0.0.1:${await freePort()}`;
  const env = {
    PATH: process.env.PATH,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_API_URL: slack.apiUrl,
    KALLYAI_BASE_URL: kallyai.url,
    KALLYAI_CLIENT_ID: kallyai.client.id,
    KALLYAI_CLIENT_SECRET: kallyai.client.secret,
    DATABASE_URL: databaseUrl,
    DOTENV_CONFIG_PATH: '',
    ENCRYPTION_KEYS: `fuzz:${randomBytes(32).toString('base64')}`,
    PUBLIC_URL: publicUrl,
    PORT: new URL(publicUrl).port,
    TRUSTED_PROXIES: '127.0.0.1',
    MCP_SERVER: 'on',
    LOG_LEVEL: 'fatal',
  };
  const execArgv = ['--expose-gc', '--import', join(import.meta.dirname, 'watch.ts')];
  const child = fork(join(root, 'src/main.ts'), {
    env,
    execArgv,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let crashes = 0;
  child.once('exit', () => {
    crashes += 1;
  });
  while (!(await isUp(publicUrl))) await new Promise((resolve) => setTimeout(resolve, 100));
  return {
    publicUrl,
    crashes: () => crashes,
    async look(): Promise<Look> {
      if (crashes > 0)
        return { unhandled: 0, heapBytes: 0, delayMs: { median: 0, p99: 0, most: 0 }, busyMs: 0 };
      const told = new Promise<Look>((resolve) =>
        child.once('message', (message) => resolve(message as Look)),
      );
      child.send('look');
      return told;
    },
    async stop() {
      child.removeAllListeners('exit').kill('SIGTERM');
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 15_000))]);
      child.kill('SIGKILL');
      await Promise.all([slack.stop(), kallyai.stop()]);
    },
  };
}

async function isUp(publicUrl: string): Promise<boolean> {
  return fetch(`${publicUrl}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** Half, a look, the other half, a look: caches fill up in the first. */
async function run(app: Awaited<ReturnType<typeof startApp>>) {
  const half = Math.ceil(count / 2);
  // The start is not what is measured.
  await app.look();
  const first = await fuzz(app.publicUrl, { count: half, seed });
  const before = await app.look();
  const second = await fuzz(app.publicUrl, { count: count - half, seed: seed + half });
  const after = await app.look();
  return { tallies: [first, second], before, after };
}

function report(tallies: Tally[]) {
  const statuses: Record<string, number> = {};
  for (const tally of tallies)
    for (const [status, times] of Object.entries(tally.statuses))
      statuses[status] = (statuses[status] ?? 0) + times;
  console.log('answers:', JSON.stringify(statuses));
  for (const sample of tallies.flatMap(({ samples }) => samples)) console.log('500:', sample);
}

async function main() {
  const database = await startThrowawayPostgres('fuzz', undefined, carefree);
  const app = await startApp(database.url);
  const { tallies, before, after } = await run(app);
  const grown = after.heapBytes - before.heapBytes;
  report(tallies);
  console.log(
    `heap: ${Math.round(before.heapBytes / 2 ** 20)} MiB, then ${Math.round(after.heapBytes / 2 ** 20)} MiB`,
  );
  for (const { delayMs, busyMs } of [before, after])
    console.log(
      `event loop late: median ${delayMs.median} ms, p99 ${delayMs.p99} ms, at most ${delayMs.most} ms; busy at most ${busyMs} ms`,
    );
  const stood = Math.max(before.busyMs, after.busyMs);
  const sum = (of: (tally: Tally) => number) => tallies.reduce((all, tally) => all + of(tally), 0);
  const faults = [
    app.crashes(),
    sum(({ errors500 }) => errors500),
    after.unhandled,
    sum(({ unanswered }) => unanswered),
  ];
  await app.stop();
  await database.stop();
  console.log(
    `requests=${sum(({ requests }) => requests)} crashes=${faults[0]} errors500=${faults[1]} unhandled=${faults[2]} loop_delay_max_ms=${stood.toFixed(0)}`,
  );
  process.exitCode =
    faults.some((times) => times !== 0) || grown > mayGrowBytes || stood > mayStandMs ? 1 : 0;
}

await main();
