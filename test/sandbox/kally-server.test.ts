import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type KallySandbox, startKallySandbox, type TrafficEntry } from '../../sandbox/kally/server.ts';
import { endpoints } from '../../src/kally/endpoints.ts';
import { ask, clientOf, eventually, type SandboxClient } from '../support/sandbox-kally-client.ts';

let sandbox: KallySandbox;
let ana: SandboxClient;

beforeEach(async () => {
  sandbox = await startKallySandbox({ speed: 200 });
  ana = clientOf(sandbox);
});
afterEach(() => sandbox.stop());

const control = (path: string, body: unknown = {}) =>
  ask(`${sandbox.url}/sandbox/${path}`, { method: 'POST', body: JSON.stringify(body) });

describe('trouble with requests', () => {
  it('is answered with structured errors', async () => {
    const cases: [Promise<{ status: number; body: unknown }>, number, string][] = [
      [ana.get('/v1/nothing'), 404, 'not_found'],
      [ana.get('/v1/calls/'), 404, 'not_found'],
      [ana.get('/v1/calls/%00..'), 404, 'call_not_found'],
      [ana.post('/v1/users/me/statistics'), 405, 'method_not_allowed'],
      [ana.post('/v1/calls', { submission: 'x'.repeat(1_100_000) }), 413, 'payload_too_large'],
      [ana.post('/v1/calls', []), 422, 'validation_error'],
      [ask(`${sandbox.url}/v1/auth/refresh`, { method: 'POST', body: '{' }), 400, 'invalid_json'],
    ];
    for (const [answer, status, code] of cases) {
      expect(await answer).toMatchObject({
        status,
        body: { error: { code, correlation_id: expect.any(String) } },
      });
    }
  });

  it('says which methods there are', async () => {
    const answer = await ask(`${sandbox.url}/v1/calls`, { method: 'DELETE' });
    expect(answer.headers.get('allow')).toBe('POST, GET');
  });
});

it.each(Object.values(endpoints))('answers what Kally asks: $method $path', async ({ method, path }) => {
  const { body } = await ask(sandbox.url + path.replace('{id}', 'call_1'), { method });
  expect(body).not.toMatchObject({
    error: { code: expect.stringMatching(/^(not_found|method_not_allowed)$/) },
  });
});

describe('faults', () => {
  it('refuses connections while it is down, and comes back at the same address', async () => {
    await sandbox.setFault({ kind: 'down' });
    await expect(ana.get('/v1/calls')).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
    await sandbox.setFault(null);
    expect((await ana.get('/v1/calls')).status).toBe(200);
  });

  it('goes down in the middle of a call: the answer is lost, the call is not', async () => {
    sandbox.setSpeed(40);
    const lost = expect(ana.call('+14155550100')).rejects.toThrow();
    await eventually(() => sandbox.rings()['+14155550100'] === 1);
    await sandbox.setFault({ kind: 'down' });
    await lost;
    await sandbox.setFault(null);
    expect(await ana.over('+14155550100')).toMatchObject({ status: 'success' });
  });

  it('loses answers to requests that were carried out', async () => {
    await sandbox.setFault({ kind: 'lose-answers' });
    await expect(ana.call('+14155550101')).rejects.toThrow();
    await sandbox.setFault(null);
    expect((await ana.get('/v1/calls')).body.total).toBe(1);
  });

  it('is unavailable, too busy, or slow', async () => {
    await sandbox.setFault({ kind: 'unavailable' });
    expect((await ana.get('/v1/calls')).status).toBe(503);
    await sandbox.setFault({ kind: 'rate-limited', retryAfterSeconds: 7 });
    expect((await ana.get('/v1/calls')).headers.get('retry-after')).toBe('7');
    await sandbox.setFault({ kind: 'slow', delayMs: 150 });
    const startedAt = performance.now();
    expect((await ana.get('/v1/calls')).status).toBe(200);
    expect(performance.now() - startedAt).toBeGreaterThan(140);
  });
});

describe('the controls over HTTP', () => {
  it('show the table, the rings and a page', async () => {
    await ana.call('+14155550100');
    expect((await ask(`${sandbox.url}/sandbox/rings`)).body).toEqual({ '+14155550100': 1 });
    const phones = (await ask(`${sandbox.url}/sandbox/phones`)).body;
    expect(phones[0]).toMatchObject({
      phone: '+14155550101',
      does: expect.any(String),
      why: expect.any(String),
    });
    const page = (await ask(`${sandbox.url}/`)).text;
    expect(page).toContain('sandbox');
    expect(page).toContain('<code>+14155550152</code>');
  });

  it('change speed, faults and tokens, and start afresh', async () => {
    expect((await control('speed', { speed: 500 })).body).toEqual({ speed: 500 });
    expect((await control('speed', { speed: 0 })).status).toBe(422);
    await control('fault', { fault: { kind: 'unavailable' } });
    expect((await ana.get('/v1/calls')).status).toBe(503);
    await control('fault', { fault: null });
    expect((await control('fault', { fault: { kind: 'fire' } })).status).toBe(422);
    await ana.call('+14155550100');
    await control('reset');
    expect((await ana.get('/v1/calls')).body.total).toBe(0);
    expect(sandbox.rings()).toEqual({});
    await control('tokens', { do: 'expire' });
    expect((await ana.get('/v1/calls')).status).toBe(401);
  });

  it('lift `down` by themselves', async () => {
    await control('fault', { fault: { kind: 'down' }, forSeconds: 0.3 });
    await eventually(() =>
      ana.get('/v1/calls').then(
        () => false,
        () => true,
      ),
    );
    await eventually(() =>
      ana.get('/v1/calls').then(
        ({ status }) => status === 200,
        () => false,
      ),
    );
  });
});

describe('the traffic', () => {
  it('tells of each request, without secrets', async () => {
    const heard: TrafficEntry[] = [];
    const stopListening = sandbox.onTraffic((entry) => heard.push(entry));
    await ana.call('+14155550101', {}, 'key-1');
    await expect(ana.call('+14155550113')).rejects.toThrow();
    await ask(`${sandbox.url}/v1/auth/cli?redirect_uri=http://localhost:1&state=secret-state&account=ana`, {
      method: 'POST',
    });
    const { refreshToken } = sandbox.signIn('ana');
    await ask(`${sandbox.url}/v1/auth/refresh`, {
      method: 'POST',
      body: JSON.stringify({ refresh_token: refreshToken }),
    });
    stopListening();
    await ana.get('/v1/calls');
    expect(heard.map(({ method, status }) => `${method} ${status}`)).toEqual([
      'POST 201',
      'POST null',
      'POST 303',
      'POST 200',
    ]);
    expect(heard[0]).toMatchObject({
      path: '/v1/calls',
      headers: { 'idempotency-key': 'key-1' },
      response: { status: 'queued' },
    });
    const { body, text } = await ask(`${sandbox.url}/sandbox/traffic`);
    expect(body).toHaveLength(5);
    expect(text).not.toMatch(/sandbox-(access|refresh)-|secret-state/);
  });
});

describe('stopping', () => {
  it('takes less than a second with creates that wait', async () => {
    sandbox.setSpeed(1);
    const waiting = Promise.allSettled([ana.call('+14155550109'), ana.call('+14155550100')]);
    await eventually(() => sandbox.calls().length === 2);
    const startedAt = performance.now();
    await sandbox.stop();
    expect((await waiting).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(performance.now() - startedAt).toBeLessThan(1000);
  });
});

describe('the command', () => {
  const run = (...args: string[]) => {
    const child = spawn(process.execPath, [
      new URL('../../sandbox/kally/main.ts', import.meta.url).pathname,
      ...args,
    ]);
    const heard = { text: '' };
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        heard.text += chunk;
      });
    return { child, heard, ended: once(child, 'close') };
  };

  it('prints its address, serves, and ends on a signal', async () => {
    const { child, heard, ended } = run('--port', '0', '--api', 'v1', '--speed', '50');
    const url = await eventually(() => /at (http:\/\/127\.0\.0\.1:\d+)/.exec(heard.text)?.[1]);
    expect((await ask(`${url}/v1/calls`)).body.error.details.message).toBeTypeOf('string');
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  });

  it.each([
    [['--port', '70000'], '--port'],
    [['--api', 'v3'], '--api is v1 or v2'],
    [['--speed', 'fast'], '--speed'],
    [['--loud'], 'loud'],
  ])('refuses %j', async (args, words) => {
    const { heard, ended } = run(...args);
    expect(await ended).toEqual([2, null]);
    expect(heard.text).toContain(words);
    expect(heard.text).toContain('usage:');
  });

  it('says so when the port is taken', async () => {
    const { heard, ended } = run('--port', new URL(sandbox.url).port);
    expect(await ended).toEqual([1, null]);
    expect(heard.text).toContain('EADDRINUSE');
  });
});
