import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import { startSlackSandbox } from '../../sandbox/slack/server.ts';
import { startEmbeddedPostgres } from '../../src/store/embedded-postgres.ts';
import { manifest } from '../support/app.ts';

const key = `test:${Buffer.alloc(32, 7).toString('base64')}`;
const root = join(import.meta.dirname, '../..');

const overHttp = {
  SLACK_BOT_TOKEN: 'xoxb-1',
  SLACK_SIGNING_SECRET: 'a signing secret of Slack',
  ENCRYPTION_KEYS: key,
};

/** The app as a process, as `npm start` runs it. */
function startProcess(env: Record<string, string>, { cwd = root } = {}) {
  const child = spawn(process.execPath, [join(root, 'src/main.ts')], {
    cwd,
    // Not the settings of whoever runs the tests.
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
      DOTENV_CONFIG_PATH: '',
      ...env,
    },
  });
  const said = { text: '' };
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said.text += chunk;
    });
  return { child, said, ended: once(child, 'exit').then(([code]) => code as number | null) };
}

test('without configuration it lists everything that is missing, and exits', async () => {
  const { said, ended } = startProcess({});
  expect(await ended).toBe(1);
  for (const name of ['ENCRYPTION_KEYS', 'SLACK_APP_TOKEN', 'SLACK_BOT_TOKEN'])
    expect(said.text).toContain(name);
  expect(said.text).not.toContain('    at ');
});

test('the .env file is found from any folder, and the environment wins over it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kally-env-'));
  const file = join(folder, '.env');
  writeFileSync(file, 'SLACK_BOT_TOKEN=xoxb-1\nLOG_LEVEL=loud\nPORT=http\n');
  const { said, ended } = startProcess({ DOTENV_CONFIG_PATH: file, PORT: '0' }, { cwd: folder });
  expect(await ended).toBe(1);
  expect(said.text).toContain('LOG_LEVEL must be one of');
  expect(said.text).not.toContain('SLACK_BOT_TOKEN');
  expect(said.text).not.toContain('PORT');
  rmSync(folder, { recursive: true });
});

test('a .env file that cannot be read is named', async () => {
  const { said, ended } = startProcess({ DOTENV_CONFIG_PATH: root });
  expect(await ended).toBe(1);
  expect(said.text).toContain(`${root} cannot be read`);
});

async function waitsForDatabase(port: number) {
  const { child, said, ended } = startProcess({
    ...overHttp,
    DATABASE_URL: `postgresql://kally@127.0.0.1:${port}/kally`,
  });
  await expect.poll(() => said.text).toContain('the database does not answer yet');
  child.kill('SIGKILL');
  await ended;
}

test('it waits for a database that is away', async () => {
  const port = await closedPort();
  await waitsForDatabase(port);
});

test('a database that refuses is named, without its password', async () => {
  const url = new URL(inject('postgresUrl'));
  url.password = 'not-the-password';
  const { said, ended } = startProcess({
    ...overHttp,
    DATABASE_URL: url.href,
  });
  expect(await ended).toBe(1);
  expect(said.text).toContain('The database cannot be used');
  expect(said.text).not.toContain('not-the-password');
});

test.for([{ SLACK_APP_TOKEN: 'xapp-wrong' }, { SLACK_SIGNING_SECRET: 'a signing secret of Slack' }])(
  'tokens that Slack refuses are reported at once: %o',
  async (transport) => {
    const slack = await startSlackSandbox({ manifest });
    const { said, ended } = startProcess({
      SLACK_BOT_TOKEN: 'xoxb-wrong',
      SLACK_API_URL: slack.apiUrl,
      ENCRYPTION_KEYS: key,
      DATABASE_URL: inject('postgresUrl'),
      PORT: '0',
      ...transport,
    });
    expect(await ended).toBe(1);
    expect(said.text).toContain('Slack did not let Kally in');
    expect(said.text).not.toContain('xoxb-wrong');
    await slack.stop();
  },
);

async function closedPort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address ? address.port : 1;
}

test('it also waits for a database behind a connection pooler', async () => {
  const balancer = createServer((socket) => socket.destroy());
  balancer.listen(0, '127.0.0.1');
  await once(balancer, 'listening');
  const { port } = balancer.address() as AddressInfo;
  await waitsForDatabase(port);
  balancer.close();
});

test.runIf(process.getuid?.() === 0)(
  'root’s own Postgres does not follow a link that somebody else put where its folder is to be',
  async () => {
    // Only root can enter it, so the folder is elsewhere, under a name that anybody can work out.
    const dataDir = join(mkdtempSync(join(tmpdir(), 'kally-data-')), 'postgres');
    const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
    const room = join('/var/tmp', `kally-postgres-${name}`);
    const elsewhere = mkdtempSync(join(tmpdir(), 'kally-elsewhere-'));
    symlinkSync(elsewhere, room);
    onTestFinished(() => {
      for (const path of [room, elsewhere, dirname(dataDir)]) rmSync(path, { recursive: true });
    });
    await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow('belongs to somebody else');
    expect(readdirSync(elsewhere)).toEqual([]);
  },
);
