import type { IncomingHttpHeaders, RequestListener, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { onTestFinished } from 'vitest';
import type { CallRequest } from '../../src/domain/call-request.ts';
import { type Clock, systemClock } from '../../src/domain/clock.ts';
import { createKallyClient } from '../../src/kally/client.ts';

export type Received = { method: string; path: string; headers: IncomingHttpHeaders; body: string };
export type Reply = (response: ServerResponse, received: Received, nth: number) => void;

/** An HTTP server on loopback that answers as one test wants and remembers what it was asked. */
export async function serve(reply: Reply): Promise<{ url: string; received: Received[]; server: Server }> {
  const received: Received[] = [];
  const listener: RequestListener = async (request, response) => {
    const body = (await request.toArray()).join('');
    const one = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body };
    received.push(one);
    reply(response, one, received.length);
  };
  const server = createServer(listener);
  const port = await listen(server);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${port}`, received, server };
}

export async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Reply {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  };
}

/** A clock that jumps ahead instead of waiting, and that remembers how long it would have been. */
export function hurriedClock(): Clock & { waits: number[] } {
  const waits: number[] = [];
  let aheadMs = 0;
  return {
    waits,
    now: () => systemClock.now() + aheadMs,
    steady: () => systemClock.steady() + aheadMs,
    async sleep(ms) {
      waits.push(ms);
      aheadMs += ms;
    },
  };
}

export function clientOf(baseUrl: string, more: Partial<Parameters<typeof createKallyClient>[0]> = {}) {
  const client = createKallyClient({ clock: hurriedClock(), ...more, baseUrl });
  onTestFinished(() => client.close());
  return client;
}

/** A token source that counts how often it had to renew. */
export function accountWith(...tokens: string[]) {
  let at = 0;
  const rejected: string[] = [];
  return {
    rejected,
    current: async () => tokens[at] ?? 'token',
    async renew(token: string) {
      rejected.push(token);
      at = Math.min(at + 1, tokens.length - 1);
      return tokens[at] ?? 'token';
    },
  };
}

export const someRequest: CallRequest = {
  phone: '+14155550123',
  task: 'Ask whether they repair bikes',
  category: 'general',
  callLanguage: 'es',
  language: 'en',
  timeZone: 'Europe/Madrid',
};

export const someCall = { call_id: 'call_1', status: 'success' };

export async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => Promise.reject(new Error('Expected a failure')),
    (error: unknown) => error,
  );
}
