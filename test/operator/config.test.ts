import { expect, test } from 'vitest';
import { ConfigFaults, readConfig } from '../../src/config.ts';

const key = Buffer.alloc(32, 7).toString('base64');
const team = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', ENCRYPTION_KEYS: `a:${key}` };

function faultsOf(env: Record<string, string>) {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigFaults) return error.message;
    throw error;
  }
  throw new Error('no fault was found');
}

test('three values are enough for one team', () => {
  const config = readConfig(team);
  expect(config).toMatchObject({
    slack: { apiUrl: 'https://slack.com/api/', appToken: 'xapp-1' },
    kally: { baseUrl: 'https://api.kallyai.com' },
    publicUrl: 'http://localhost:3000',
    host: '127.0.0.1',
    port: 3000,
    databaseUrl: undefined,
  });
  expect(config.keys).toEqual([{ id: 'a', key: Uint8Array.from(Buffer.alloc(32, 7)) }]);
});

test('empty values are as good as none', () => {
  expect(readConfig({ ...team, PORT: '', DATABASE_URL: '', PUBLIC_URL: '' }).port).toBe(3000);
});

test('it listens on all interfaces if people are sent there', () => {
  expect(readConfig({ ...team, PUBLIC_URL: 'https://kally.example.com' }).host).toBe('0.0.0.0');
  expect(readConfig({ ...team, PUBLIC_URL: 'https://kally.example.com', HOST: '127.0.0.1' }).host).toBe(
    '127.0.0.1',
  );
});

test('every fault is named at once, without any value', () => {
  const message = faultsOf({
    SLACK_BOT_TOKEN: 'secret-of-the-wrong-kind',
    ENCRYPTION_KEYS: 'a:c2hvcnQ=',
    DATABASE_URL: 'mysql://secret-host/db',
    SLACK_API_URL: 'https://slack.evil.example/api/',
    KALLYAI_BASE_URL: 'http://kally.example.com',
    PORT: '70000',
  });
  for (const name of [
    'SLACK_BOT_TOKEN',
    'ENCRYPTION_KEYS',
    'DATABASE_URL',
    'SLACK_API_URL',
    'KALLYAI_BASE_URL',
    'PORT',
    'SLACK_SIGNING_SECRET',
  ])
    expect(message).toContain(name);
  expect(message).not.toMatch(/secret|evil|c2hvcnQ/);
});

test.for([
  [{ ...team, SLACK_APP_TOKEN: '' }, 'SLACK_APP_TOKEN or SLACK_SIGNING_SECRET is missing'],
  [{ ...team, SLACK_BOT_TOKEN: '' }, 'SLACK_BOT_TOKEN is missing'],
  [{ ...team, ENCRYPTION_KEYS: '' }, 'ENCRYPTION_KEYS is missing'],
  [{ ...team, SLACK_CLIENT_ID: '1.2' }, 'SLACK_CLIENT_SECRET is missing'],
  [{ ...team, KALLYAI_CLIENT_SECRET: 's' }, 'KALLYAI_CLIENT_ID is missing'],
  [{ ...team, ENCRYPTION_KEYS: `a:${key},a:${key}` }, 'a name of its own'],
  [{ ...team, TRUSTED_PROXIES: '10.0.0.0/8,0.0.0.0/0' }, 'TRUSTED_PROXIES must be'],
  [{ ...team, LINK_HOSTS: 'https://kallyai.com/' }, 'LINK_HOSTS must be hosts'],
  [{ ...team, LINK_HOSTS: 'com' }, 'LINK_HOSTS must be hosts'],
  [{ ...team, LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of trace, debug'],
  [{ ...team, SLACK_API_URL: 'http://slack.com/api/' }, 'SLACK_API_URL must be https'],
] as const)('a missing or unsafe setting is named: %#', ([env, words]) => {
  expect(faultsOf(env)).toContain(words);
});

test.for([
  ['', undefined],
  ['9464', { host: '127.0.0.1', port: 9464 }],
  ['0.0.0.0:9464', { host: '0.0.0.0', port: 9464 }],
  ['[::]:9464', { host: '::', port: 9464 }],
] as const)('metrics are served on loopback unless another interface is named: %s', ([text, address]) => {
  expect(readConfig({ ...team, METRICS_ADDRESS: text }).metricsAddress).toEqual(address);
});
