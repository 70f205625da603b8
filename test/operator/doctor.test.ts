import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startKallySandbox } from '../../sandbox/kally/server.ts';
import { type SlackSandbox, startSlackSandbox } from '../../sandbox/slack/server.ts';
import { credentials } from '../../sandbox/slack/world.ts';
import { readConfig } from '../../src/config.ts';
import { checkAddresses } from '../../src/operator/check-addresses.ts';
import { examine } from '../../src/operator/doctor.ts';
import { renderFinding, renderSummary } from '../../src/operator/findings.ts';
import { createStore } from '../../src/store/store.ts';
import { manifest } from '../support/app.ts';
import { createTestDatabase } from '../support/database.ts';

let slack: SlackSandbox;
let kallyai: Awaited<ReturnType<typeof startKallySandbox>>;
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let healthy: Record<string, string>;
const key = randomBytes(32).toString('base64');

beforeAll(async () => {
  database = await createTestDatabase();
  slack = await startSlackSandbox({ manifest });
  kallyai = await startKallySandbox();
  healthy = {
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    KALLYAI_BASE_URL: kallyai.url,
    KALLYAI_CLIENT_ID: kallyai.client.id,
    KALLYAI_CLIENT_SECRET: kallyai.client.secret,
    DATABASE_URL: database.url,
    ENCRYPTION_KEYS: `now:${key}`,
    PUBLIC_URL: 'http://127.0.0.1:3999',
  };
});
afterAll(async () => {
  await slack.stop();
  await kallyai.stop();
  await database.drop();
});

async function ask(env: Record<string, string> = {}) {
  const findings = await collect(examine({ ...healthy, ...env }));
  const text = [...findings.map(renderFinding), renderSummary(findings)].join('\n');
  for (const [name, value] of Object.entries({ ...healthy, ...env }))
    if (/TOKEN|SECRET|KEYS|DATABASE/.test(name) && value) expect(text).not.toContain(value);
  return { findings, text, faults: findings.filter(({ state }) => state === 'fault') };
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

test('all is well', async () => {
  const { text, findings } = await ask();
  expect(findings.map(({ state }) => state)).not.toContain('fault');
  expect(text).toContain('speaks for the workspace Harbor & Pine');
  expect(text).toContain('Slack scopes: those that this installation asks for');
  expect(text).toContain('Socket Mode: Slack gives this app a connection');
  expect(text).toMatch(/Migrations: all \d+ applied/);
  expect(text).toContain('"now" is current; what is stored opens');
  expect(text).toContain('offers people to sign in');
  expect(text).toContain('Clock: agrees with Slack');
  expect(text).toContain('Everything is as it should be.');
});

test('every configuration fault is printed, and nothing else is tried', async () => {
  const { findings, text } = await ask({ SLACK_BOT_TOKEN: 'wrong-kind', ENCRYPTION_KEYS: '' });
  expect(findings).toHaveLength(2);
  expect(text).toContain('SLACK_BOT_TOKEN must start with xoxb-');
  expect(text).toContain('Fix: Set it right in .env');
  expect(text).toContain('2 fault(s), 0 warning(s).');
});

test.for([
  [{ SLACK_BOT_TOKEN: 'xoxb-unknown' }, 'Slack bot token: Slack does not know it'],
  [{ SLACK_APP_TOKEN: 'xapp-unknown' }, 'Socket Mode: Slack does not know it'],
  [{ SLACK_API_URL: 'http://127.0.0.1:3/api/' }, 'Slack cannot be reached: nothing listens there'],
  [{ KALLYAI_BASE_URL: 'http://127.0.0.1:3' }, 'cannot be reached: nothing listens there'],
  [{ KALLYAI_CLIENT_ID: 'nobody' }, 'answers the start of a sign-in with 400'],
  [{ DATABASE_URL: 'postgresql://kally:hidden@127.0.0.1:3/kally' }, 'Database: cannot be reached'],
] as const)('a thing that does not work is one fault with its fix: %#', async ([env, words]) => {
  const { faults, text } = await ask(env);
  expect(text).toContain(words);
  expect(faults.length).toBeGreaterThan(0);
  expect(faults.every(({ fix }) => fix)).toBe(true);
  expect(text).not.toContain('hidden');
});

test('a wrong password and a missing database are told apart', async () => {
  const wrong = new URL(database.url);
  wrong.password = 'guessed';
  expect((await ask({ DATABASE_URL: wrong.href })).text).toContain('the password is not accepted');
  const missing = new URL(database.url);
  missing.pathname = '/nothing_here';
  expect((await ask({ DATABASE_URL: missing.href })).text).toContain('the database does not exist');
});

test('missing scopes are named', async () => {
  const scopes = { bot: ['commands', 'chat:write', 'users:read', 'pins:read'] };
  const poor = await startSlackSandbox({ manifest: { ...manifest, oauth_config: { scopes } } });
  const { text } = await ask({ SLACK_API_URL: poor.apiUrl });
  await poor.stop();
  expect(text).toMatch(/FAULT {4}Slack scopes: missing: .*files:write/);
  expect(text).toContain('what "npm run -s manifest" prints');
});

test('rows of a missing key are counted', async () => {
  const keys = [{ id: 'lost', key: randomBytes(32) }];
  const store = createStore({ databaseUrl: database.url, keys, onError: () => {} });
  await store.preferences.change({ workspaceId: 'T1', userId: 'U1' }, () => ({ name: 'Ana' }));
  const { text } = await ask();
  await store.close();
  expect(text).toContain('about 1 row(s) cannot be opened: sealed with key "lost"');
});

test('for many workspaces, the client id and the address are checked', async () => {
  const forMany = {
    SLACK_BOT_TOKEN: '',
    SLACK_APP_TOKEN: '',
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_CLIENT_ID: credentials.clientId,
    SLACK_CLIENT_SECRET: credentials.clientSecret,
  };
  expect((await ask(forMany)).text).toContain('Slack client id: known to Slack');
  expect((await ask({ ...forMany, SLACK_CLIENT_SECRET: 'guessed-secret' })).text).toContain(
    'FAULT    Slack client id',
  );
});

test('the scopes that each of many workspaces granted are compared with the manifest', async () => {
  const fresh = await createTestDatabase();
  const forMany = {
    SLACK_BOT_TOKEN: '',
    SLACK_APP_TOKEN: '',
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_CLIENT_ID: credentials.clientId,
    SLACK_CLIENT_SECRET: credentials.clientSecret,
    PUBLIC_URL: 'https://kally.example.com',
    DATABASE_URL: fresh.url,
  };
  expect((await ask(forMany)).text).toContain('Slack scopes: no workspace has added Kally yet');
  const keys = [{ id: 'now', key: Buffer.from(key, 'base64') }];
  const store = createStore({ databaseUrl: fresh.url, keys, onError: () => {} });
  const asked = manifest.oauth_config?.scopes?.bot ?? [];
  const install = (workspaceId: string, scopes: string[], more: object = {}) =>
    store.installations.save(
      workspaceId,
      { bot: { id: 'B1', userId: 'U1', token: 't', scopes, ...more } },
      0,
    );
  await install('T1', asked);
  await install('T2', [...asked, 'pins:read']);
  expect((await ask(forMany)).text).toContain(
    'Slack scopes: those that are asked for, in all 2 workspace(s)',
  );
  const fewer = asked.filter((scope) => scope !== 'files:write');
  await install('T2', fewer, { refreshToken: 'r', expiresAt: 1 });
  const { text, faults } = await ask(forMany);
  await store.close();
  await fresh.drop();
  expect(faults).toEqual([]);
  expect(text).toContain('warning  Slack scopes: 1 of 2 workspace(s) granted less: T2; missing: files:write');
  expect(text).toContain(
    '"npm run -s manifest -- --url https://kally.example.com --many-workspaces --token-rotation"',
  );
});

test('it says what the addresses mean for connecting accounts', async () => {
  const noClient = { KALLYAI_CLIENT_ID: '', KALLYAI_CLIENT_SECRET: '' };
  expect((await ask(noClient)).text).toContain('in a browser on this machine');
  const lan = await ask({ ...noClient, PUBLIC_URL: 'http://192.168.1.20:3000' });
  expect(lan.text).toContain('pasting the address');
  expect(lan.text).toContain('is not encrypted');
});

test('with the real Slack, the addresses must be usable for Slack', () => {
  const forSlack = (env: Record<string, string>) =>
    checkAddresses(
      readConfig({
        ...healthy,
        SLACK_API_URL: '',
        SLACK_APP_TOKEN: '',
        SLACK_SIGNING_SECRET: 'x'.repeat(32),
        ...env,
      }),
    )
      .map(renderFinding)
      .join('\n');
  expect(forSlack({})).toContain(
    'warning  Address (PUBLIC_URL): Slack cannot reach an address on this machine',
  );
  const open = { PUBLIC_URL: 'https://kally.example.com' };
  expect(forSlack(open)).toContain('Slack must send its requests to https://kally.example.com/slack/events');
  const many = { SLACK_BOT_TOKEN: '', SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: 's' };
  expect(forSlack({ ...many, ...open })).toContain('https://kally.example.com/link/slack');
  expect(forSlack({ ...many, PUBLIC_URL: 'http://kally.example.com' })).toMatch(
    /FAULT .* https addresses only/,
  );
});

test('a wrong clock is a fault', async () => {
  const late = createServer((_, response) => {
    response.writeHead(302, { date: new Date(Date.now() - 400_000).toUTCString(), location: '/' }).end();
  });
  await new Promise<void>((listening) => late.listen(0, '127.0.0.1', listening));
  const { text } = await ask({
    KALLYAI_BASE_URL: `http://127.0.0.1:${(late.address() as AddressInfo).port}`,
  });
  late.close();
  expect(text).toMatch(/FAULT {4}Clock: this machine is 40\d s ahead of KallyAI/);
});
