import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createExchange } from '../../src/slack/transport/fetch.ts';

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** A Slack that answers so, and what is sent to it. */
async function serve(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  stops.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/some.method`;
  return { url, exchange: createExchange(url, 300) };
}

test('an answer is as the Web API’s client reads it', async () => {
  const { url, exchange } = await serve((request, response) => {
    response.setHeader('x-oauth-scopes', ['a', 'b']);
    request.resume().on('end', () => response.writeHead(429, { 'Retry-After': '7' }).end('{"ok":false}'));
  });
  const answer = await exchange(url, { method: 'POST', body: 'a=1' });
  expect(answer).toMatchObject({ ok: false, status: 429, url });
  expect(answer.headers.get('Retry-After')).toBe('7');
  expect(answer.headers.get('x-oauth-scopes')).toBe('a, b');
  expect(answer.headers.get('x-none')).toBeNull();
  expect(Object.fromEntries(answer.headers.entries())).toMatchObject({ 'x-oauth-scopes': 'a, b' });
  expect(await answer.text()).toBe('{"ok":false}');
  expect(await answer.json()).toEqual({ ok: false });
  expect(Buffer.from(await answer.arrayBuffer()).toString()).toBe('{"ok":false}');
});

test('the platform’s form data arrives as a file', async () => {
  const { promise, resolve } = Promise.withResolvers<{ type: string | undefined; body: string }>();
  const { url, exchange } = await serve((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      resolve({ type: request.headers['content-type'], body: Buffer.concat(chunks).toString() });
      response.end('{}');
    });
  });
  const body = new FormData();
  body.append('file', new Blob(['what was said']), 'transcript.txt');
  await exchange(url, { method: 'POST', body });
  const sent = await promise;
  expect(sent.type).toMatch(/^multipart\/form-data; boundary=/);
  expect(sent.body).toContain('filename="transcript.txt"');
  expect(sent.body).toContain('what was said');
});

test('a redirect is an answer, and is not followed', async () => {
  let asked = 0;
  const { url, exchange } = await serve((_, response) => {
    asked += 1;
    response.writeHead(302, { location: '/elsewhere' }).end();
  });
  expect(await exchange(url, { method: 'POST' })).toMatchObject({ ok: false, status: 302 });
  expect(asked).toBe(1);
});

test('an answer that does not end is not waited for', async () => {
  const { url, exchange } = await serve((_, response) => response.writeHead(200).write('{"ok":'));
  await expect(exchange(url, { method: 'POST' })).rejects.toThrow('timeout');
});
