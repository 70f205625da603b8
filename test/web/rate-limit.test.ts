import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { webClientOptions } from '../../src/slack/transport/web-clients.ts';
import { createRateLimit } from '../../src/web/rate-limit.ts';

const request = (remoteAddress: string, forwarded?: string) =>
  ({
    socket: { remoteAddress },
    headers: { ...(forwarded && { 'x-forwarded-for': forwarded }) },
  }) as unknown as IncomingMessage;

const asks = (wait: (request: IncomingMessage) => number, times: number, one: IncomingMessage) =>
  Array.from({ length: times }, () => wait(one)).filter((seconds) => seconds > 0).length;

test('120 pages at once, then one every half second', () => {
  let now = 0;
  const wait = createRateLimit([], () => now);
  expect(asks(wait, 130, request('192.0.2.1'))).toBe(10);
  expect(wait(request('192.0.2.1'))).toBe(1);
  expect(wait(request('192.0.2.2'))).toBe(0);
  now = 1_001;
  expect(asks(wait, 3, request('192.0.2.1'))).toBe(1);
});

test.each([
  {
    name: 'no proxy is trusted',
    proxies: [],
    from: '192.0.2.1',
    forwarded: '198.51.100.1',
    counted: '192.0.2.1',
  },
  {
    name: 'a trusted one',
    proxies: ['10.0.0.0/8'],
    from: '10.1.1.1',
    forwarded: '198.51.100.1',
    counted: '198.51.100.1',
  },
  {
    name: 'a forged first hop',
    proxies: ['10.0.0.0/8'],
    from: '10.1.1.1',
    forwarded: '1.1.1.1, 198.51.100.1',
    counted: '198.51.100.1',
  },
  {
    name: 'two trusted',
    proxies: ['10.0.0.0/8'],
    from: '::ffff:10.1.1.1',
    forwarded: '198.51.100.1, 10.2.2.2',
    counted: '198.51.100.1',
  },
  { name: 'nonsense', proxies: ['10.1.1.1'], from: '10.1.1.1', forwarded: 'unknown', counted: '10.1.1.1' },
  {
    name: 'an IPv6 network',
    proxies: [],
    from: '2001:db8:1:2::77',
    forwarded: undefined,
    counted: '2001:0db8:1:2:ffff::1',
  },
])('who is counted: $name', ({ proxies, from, forwarded, counted }) => {
  const wait = createRateLimit(proxies, () => 0);
  asks(wait, 120, request(from, forwarded));
  const direct = proxies.length > 0 && counted !== from ? request('10.1.1.1', counted) : request(counted);
  expect(wait(direct)).toBeGreaterThan(0);
  expect(wait(request('203.0.113.9'))).toBe(0);
});

test('memory is bounded', () => {
  const wait = createRateLimit([], () => 0);
  asks(wait, 120, request('192.0.2.1'));
  for (let n = 0; n < 20_000; n++) wait(request(`10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`));
  expect(wait(request('192.0.2.1'))).toBe(0);
});

test.each([
  'http://slack.com/api/x',
  'https://slack.com.evil.example/',
  'https://evilslack.com/',
  'https://slack.com@evil.example/',
  'https://169.254.169.254/latest/meta-data',
  'http://127.0.0.1:5432/',
  'https://hooks.slack.com.:8443@evil.example/',
  'file:///etc/passwd',
])('nothing is sent to %s', async (address) => {
  const silent = {
    debug() {},
    info() {},
    warn() {},
    error() {},
    setLevel() {},
    getLevel: () => 'error',
    setName() {},
  };
  const { fetch: send } = webClientOptions('https://slack.com/api/', silent as never);
  await expect(send?.(address, {})).rejects.toThrow('not Slack');
});
