import { request as ask, type RequestListener } from 'node:http';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { afterEach, expect, test } from 'vitest';
import { serverPages } from '../../src/link/pages.ts';
import { createHttpServer, type Route } from '../../src/web/http-server.ts';
import { styleSource } from '../../src/web/page.ts';

let stop: (() => Promise<void>) | undefined;
afterEach(async () => stop?.());

async function serve(
  parts: { routes?: Route[]; slack?: RequestListener; isReady?: () => Promise<boolean> } = {},
) {
  const logged: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) });
  const { routes = [], slack, isReady = async () => true } = parts;
  const server = createHttpServer({ routes, slack, isReady, pages: serverPages, log });
  const { port } = await server.listen({ host: '127.0.0.1', port: 0 });
  const close = () => server.close();
  stop = close;
  return { base: `http://127.0.0.1:${port}`, port, logged, close };
}

const echo: Route = {
  method: 'POST',
  path: '/echo',
  handle: async ({ form }) => ({ status: 200, text: String(await form()) }),
};

function post(url: string, body: string, type = 'application/x-www-form-urlencoded') {
  return fetch(url, { method: 'POST', body, headers: { 'content-type': type } });
}

test('every answer of ours carries strict headers', async () => {
  const { base } = await serve();
  for (const path of ['/healthz', '/readyz', '/nowhere']) {
    const { headers } = await fetch(base + path);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-security-policy': `default-src 'none'; style-src ${styleSource}; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'permissions-policy': expect.stringContaining('camera=()'),
    });
    expect(headers.has('x-powered-by')).toBe(false);
  }
});

test('readiness asks the database at most once a second, however many ask', async () => {
  let asked = 0;
  const answer = Promise.withResolvers<boolean>();
  const isReady = () => {
    asked += 1;
    return asked === 1 ? answer.promise : Promise.resolve(true);
  };
  const { base } = await serve({ isReady });
  const many = Array.from({ length: 50 }, () => fetch(`${base}/readyz`));
  await expect.poll(() => asked).toBe(1);
  answer.resolve(true);
  expect((await Promise.all(many)).map(({ status }) => status)).toEqual(Array(50).fill(200));
  expect(asked).toBe(1);
  await expect.poll(() => fetch(`${base}/readyz`).then(() => asked)).toBe(2);
});

test('alive is not ready: readiness is asked, may fail, and may be late', async () => {
  const rows: [() => Promise<boolean>, number][] = [
    [async () => true, 200],
    [async () => false, 503],
    [() => Promise.reject(new Error('no database')), 503],
    [() => new Promise(() => {}), 503],
  ];
  for (const [isReady, status] of rows) {
    const { base, close } = await serve({ isReady });
    expect((await fetch(`${base}/healthz`)).status).toBe(200);
    expect((await fetch(`${base}/readyz`)).status).toBe(status);
    await close();
  }
});

test('unknown addresses and methods are explained, in the language of the browser, and nothing is reflected', async () => {
  const { base } = await serve({ routes: [echo] });
  const headers = { 'accept-language': 'es' };
  const lost = await fetch(`${base}/%3Cb%3Ehello?x=<b>hello`, { headers });
  expect(lost.status).toBe(404);
  const page = await lost.text();
  expect(page).toContain('Esta página no existe');
  expect(page).not.toContain('hello');
  const wrong = await fetch(`${base}/echo`);
  expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'POST']);
  const head = await fetch(`${base}/healthz`, { method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([200, '']);
});

test('a form above 64 KiB is refused, with or without a content length', async () => {
  const { base, port } = await serve({ routes: [echo] });
  expect(await (await post(`${base}/echo`, 'a=1&b=%C3%B1')).text()).toBe('a=1&b=%C3%B1');
  expect((await post(`${base}/echo`, `a=${'x'.repeat(70_000)}`)).status).toBe(413);
  expect((await post(`${base}/echo`, '{}', 'application/json')).status).toBe(415);

  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'transfer-encoding': 'chunked' };
  const chunked = ask({ port, host: '127.0.0.1', path: '/echo', method: 'POST', headers });
  const answered = new Promise<number | undefined>((resolve) =>
    chunked.once('response', (response) => resolve(response.statusCode)),
  );
  chunked.write('x'.repeat(70_000));
  // Before its end: the rest never comes.
  expect(await answered).toBe(413);
  chunked.destroy();
});

test('a handler that fails is logged once, with the reference that the page shows and without the query', async () => {
  const fail: Route = {
    method: 'GET',
    path: '/fail',
    handle: () => Promise.reject(new Error('the database is on fire')),
  };
  const { base, logged } = await serve({ routes: [fail] });
  const page = await fetch(`${base}/fail?access_token=secret`);
  expect(page.status).toBe(500);
  const shown = await page.text();
  expect(shown).not.toContain('on fire');
  expect(logged).toHaveLength(1);
  const { reference, path } = JSON.parse(logged[0] ?? '');
  expect(shown).toContain(reference);
  expect(path).toBe('/fail');
  expect(logged[0]).not.toContain('secret');
});

test('requests below /slack/ go to Slack’s listener with their body', async () => {
  const slack: RequestListener = async (request, response) => {
    if (request.url !== '/slack/events') return response.writeHead(418).end();
    return response.end(`slack got ${await text(request)}`);
  };
  const { base } = await serve({ slack });
  expect(await (await post(`${base}/slack/events`, 'payload=1')).text()).toBe('slack got payload=1');
  expect((await fetch(`${base}/slack/else`)).status).toBe(418);
  expect((await fetch(`${base}/slackish`)).status).toBe(404);
});

test('a path that Bolt does not serve is not found; its own failures are logged', async () => {
  const slack: RequestListener = ({ url }) => {
    const code = url === '/slack/nothing' ? 'slack_bolt_http_receiver_deferred_request_error' : 'else';
    throw Object.assign(new Error('thrown at once'), { code });
  };
  const { base, logged } = await serve({ slack });
  expect((await fetch(`${base}/slack/nothing`)).status).toBe(404);
  expect(logged).toEqual([]);
  expect((await fetch(`${base}/slack/events`)).status).toBe(500);
  expect(logged).toHaveLength(1);
});

test('without Slack over HTTP, nothing is served below /slack/', async () => {
  const { base } = await serve();
  expect((await post(`${base}/slack/events`, '')).status).toBe(404);
});

test('closing answers what is under way and drops idle connections', async () => {
  const { promise: entered, resolve: enter } = Promise.withResolvers<void>();
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const slow: Route = {
    method: 'GET',
    path: '/slow',
    async handle() {
      enter();
      await released;
      return { status: 200, text: 'done' };
    },
  };
  const { base, close } = await serve({ routes: [slow] });
  await (await fetch(`${base}/healthz`)).text();
  const answer = fetch(`${base}/slow`);
  await entered;
  const startedAt = performance.now();
  const closed = close();
  await pause(50);
  release();
  expect(await (await answer).text()).toBe('done');
  await closed;
  expect(performance.now() - startedAt).toBeLessThan(2_000);
  await expect(fetch(`${base}/healthz`)).rejects.toThrow();
});

test('a client that sends its headers slowly is cut off', async () => {
  const { port } = await serve();
  const socket = connect(port, '127.0.0.1');
  socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: ');
  expect(await whileDripping(socket)).toContain('408');
}, 20_000);

test('a client that sends its body slowly is cut off, too', async () => {
  const { port } = await serve({ routes: [echo] });
  const socket = connect(port, '127.0.0.1');
  const type = 'Content-Type: application/x-www-form-urlencoded';
  socket.write(`POST /echo HTTP/1.1\r\nHost: x\r\n${type}\r\nContent-Length: 1000\r\n\r\n`);
  expect(await whileDripping(socket)).toContain('408');
}, 45_000);

/** What comes back until the connection ends; a drop that is on its way then resets it. */
async function whileDripping(socket: Socket): Promise<string> {
  let answer = '';
  const drip = setInterval(() => socket.write('x'), 500);
  socket.on('data', (chunk) => {
    answer += String(chunk);
  });
  await new Promise((resolve) => socket.once('error', resolve).once('close', resolve));
  clearInterval(drip);
  return answer;
}

test('an invalid address is not found', async () => {
  const { port } = await serve();
  const socket = connect(port, '127.0.0.1');
  socket.end('GET http://[ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 40[04]/);
});

test('a client that asks for too many pages waits; health checks are not limited', async () => {
  const log = pino({ level: 'silent' });
  const routes: Route[] = [{ method: 'GET', path: '/page', handle: () => ({ status: 200, text: 'page' }) }];
  const server = createHttpServer({
    routes,
    waitSecondsOf: () => 7,
    isReady: async () => true,
    pages: serverPages,
    log,
  });
  stop = () => server.close();
  const { port } = await server.listen({ host: '127.0.0.1', port: 0 });
  const page = await fetch(`http://127.0.0.1:${port}/page`);
  expect(page.status).toBe(429);
  expect(page.headers.get('retry-after')).toBe('7');
  expect(await page.text()).toContain('One moment, please');
  expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
});
