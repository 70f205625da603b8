import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Harm, Phase } from './points.ts';

/** Bodies byte by byte (latin1), so that they pass as they came. */
export type Asked = { method: string; path: string; headers: Record<string, string>; body: string };
export type Answered = { status: number; headers: Record<string, string>; body: string };

/** What the proxy tells of each exchange, and is told to do to it. */
export type Watcher = {
  /** A harm to the replica has been done already when this answers. Nobody awaits an answer that comes too late. */
  pass(phase: Phase, asked: Asked, answered?: Answered, isAwaited?: boolean): Harm | undefined;
  /** How this service says that it was asked too often, or that it is in trouble. */
  refusal(harm: '429' | '500' | '503'): Answered;
};

const momentMs = 300;
const garbage = {
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: '<!doctype html><title>Hm</title>',
};

/** Stands between one replica and one service. Nothing passes but through `watcher`. */
export async function startHttpProxy({ target, watcher }: { target: () => string; watcher: Watcher }) {
  const held = new Set<ServerResponse>();
  const server = createServer({ requestTimeout: 0 }, (request, response) => {
    carry(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function carry(request: IncomingMessage, response: ServerResponse) {
    const asked = await read(request);
    const hindrance = watcher.pass('going', asked);
    if (hindrance && hinder(hindrance, response)) return;
    const soon = setTimeout(() => watcher.pass('under way', asked), momentMs);
    const answered = here(await forward(target(), asked).finally(() => clearTimeout(soon)));
    const loss = watcher.pass('answered', asked, answered, !response.destroyed);
    if (loss && hinder(loss, response)) return;
    write(response, answered);
    await pause(momentMs);
    watcher.pass('over', asked, answered);
  }

  /** Addresses that the service gives for what comes next lead through here too. */
  function here(answered: Answered): Answered {
    return { ...answered, body: answered.body.replaceAll(target(), url) };
  }

  /** False when the harm is to the replica and leaves it able to go on. */
  function hinder(harm: Harm, response: ServerResponse): boolean {
    if (harm === 'say nothing') held.add(response);
    else if (harm === 'reset' || harm === 'kill') response.destroy();
    else if (harm === '429' || harm === '500' || harm === '503') write(response, watcher.refusal(harm));
    else if (harm === 'garbage') write(response, garbage);
    else return false;
    return true;
  }

  return {
    url,
    /** Ends the silence of those that were not answered. */
    release() {
      for (const response of held) response.destroy();
      held.clear();
    },
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

export async function read(request: IncomingMessage): Promise<Asked> {
  const { method = 'GET', url: path = '/', headers } = request;
  return { method, path, headers: plain(headers), body: await textOf(request) };
}

export async function forward(target: string, asked: Asked): Promise<Answered> {
  const { method, path, headers, body } = asked;
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  // One connection each: a kept one that breaks would be a fault that nobody injected.
  const outgoing = send(target + path, {
    method,
    headers: { ...headers, connection: 'close' },
    agent: false,
  });
  outgoing.once('response', resolve).once('error', reject).end(body, 'latin1');
  const response = await promise;
  return {
    status: response.statusCode ?? 502,
    headers: plain(response.headers),
    body: await textOf(response),
  };
}

export function write(response: ServerResponse, { status, headers, body }: Answered) {
  const { 'transfer-encoding': _, connection: __, ...rest } = headers;
  response
    .writeHead(status, { ...rest, 'content-length': Buffer.byteLength(body, 'latin1') })
    .end(body, 'latin1');
}

async function textOf(stream: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('latin1');
}

function plain(headers: IncomingMessage['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
}
