import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { newReference } from '../domain/reference.ts';
import { readBody } from '../web/read-body.ts';
import { type Principal, type PrincipalDeps, principalOf } from './principal.ts';
import type { ToolDeps } from './tools.ts';

/** The longest request is a task of a thousand characters. */
const bodyLimitBytes = 128 * 1024;
/** Tools answer within a minute. */
const answeredWithinMs = 120_000;

type Deps = PrincipalDeps &
  Omit<ToolDeps, keyof PrincipalDeps> & {
    publicUrl: string;
    version: string;
    log: Logger;
  };

class Refused extends Error {
  override name = 'Refused';
  readonly status: number;
  readonly headers: Record<string, string>;

  constructor(status: number, headers: Record<string, string> = {}) {
    super(`refused with ${status}`);
    this.status = status;
    this.headers = headers;
  }
}

/**
 * Answers `POST /mcp`: Streamable HTTP without sessions, so that any replica answers any request. It reads a body only within limits, and
 * hands it to the SDK only once somebody vouches for it.
 */
export function createMcpFront(deps: Deps): RequestListener {
  const { publicUrl, log } = deps;
  // Only installations that serve assistants load the SDK.
  const serving = import('./serve.ts');

  async function hear(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { headers, method } = request;
    // Without sessions there is nothing to GET or DELETE.
    if (method !== 'POST') throw new Refused(405, { allow: 'POST' });
    // Only browsers send it, and no page but ours may use somebody's browser to reach us.
    if (headers.origin !== undefined && headers.origin !== publicUrl) throw new Refused(403);
    if (!/^application\/json\b/i.test(headers['content-type'] ?? '')) throw new Refused(415);
    const body = await readBody(request, bodyLimitBytes);
    if (!body) throw new Refused(413);
    const principal = await principalOf(deps, headers, body);
    if (!principal) throw new Refused(401, { 'www-authenticate': 'Bearer realm="Kally"' });
    await answer(principal, body, request, response);
  }

  async function answer(
    principal: Principal,
    body: Buffer,
    { headers }: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const overdue = setTimeout(() => gone.abort(), answeredWithinMs);
    const { createHandler } = await serving;
    const handler = createHandler(deps, principal, { version: deps.version, bodyLimitBytes });
    const sent = new Request(new URL('/mcp', publicUrl), {
      method: 'POST',
      headers: headersOf(headers),
      body: Uint8Array.from(body),
      signal: gone.signal,
    });
    try {
      const answered = await handler.fetch(sent);
      response.writeHead(answered.status, Object.fromEntries(answered.headers));
      // Not awaited by anybody who may be gone: a closed response ends the loop.
      if (answered.body)
        for await (const chunk of answered.body) {
          if (gone.signal.aborted) break;
          response.write(chunk);
        }
      response.end();
    } finally {
      clearTimeout(overdue);
      await handler.close();
    }
  }

  return (request, response) => {
    hear(request, response).catch((error: unknown) => {
      // The client left before its request was read.
      if (request.destroyed && !request.complete) return;
      if (response.headersSent) return void response.destroy();
      if (error instanceof Refused) return void response.writeHead(error.status, error.headers).end();
      const reference = newReference();
      log.error({ err: error, reference }, 'a request of an assistant failed');
      response.writeHead(500).end();
    });
  };
}

/** What the protocol knows; the rest, credentials above all, is nobody's business behind here. */
function headersOf(headers: IncomingMessage['headers']): Record<string, string> {
  const passed = Object.entries(headers).filter(
    ([name]) => name === 'accept' || name === 'content-type' || name.startsWith('mcp-'),
  );
  return Object.fromEntries(passed.map(([name, value]) => [name, String(value)]));
}
