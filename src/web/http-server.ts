import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { newReference } from '../domain/reference.ts';
import { readBody } from './read-body.ts';

export type Reply = {
  status: number;
  headers?: Record<string, string | string[]>;
  html?: string;
  text?: string;
};

export type PageRequest = {
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  /** What stands in the path at the `*` of its route. */
  rest?: string;
  /** The fields of a posted form. Throws `HttpRefusal` if it is too large or not a form. */
  form: () => Promise<URLSearchParams>;
};

export type Route = {
  method: 'GET' | 'POST';
  /** Its last part may be `*`, for any one part. */
  path: string;
  handle: (request: PageRequest) => Reply | Promise<Reply>;
};

/** Why the server itself refuses a request; `reference` finds the failure in the log. */
export type HttpProblem = {
  status: 400 | 404 | 405 | 413 | 415 | 429 | 500;
  reference?: string;
  acceptLanguage: string | undefined;
};

/** Thrown by a handler that wants the server to refuse the request. */
export class HttpRefusal extends Error {
  override readonly name = 'HttpRefusal';
  readonly status: HttpProblem['status'];
  readonly headers: Record<string, string>;

  constructor(status: HttpProblem['status'], headers: Record<string, string> = {}) {
    super(`refused with ${status}`);
    this.status = status;
    this.headers = headers;
  }
}

const formLimitBytes = 64 * 1024;

/**
 * A client that sends slowly must not hold a connection. Tokens may come in a query and go in cookies, so headers may be
 * longer than Node's 16 KiB. Idle connections live longer than the minute after which load balancers drop theirs.
 */
const limits = {
  headersTimeout: 5_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 1_000,
  keepAliveTimeout: 65_000,
  maxHeaderSize: 48 * 1024,
};
const drainMs = 10_000;
const readyWithinMs = 2_000;
const readyLastsMs = 1_000;

/** Bolt throws it at once for a path below /slack/ that it does not serve. */
const notServedByBolt = 'slack_bolt_http_receiver_deferred_request_error';

/** The one HTTP server: our pages, health checks, and Slack's requests, which Bolt answers. */
export function createHttpServer({
  routes,
  slack,
  mcp,
  waitSecondsOf = () => 0,
  isReady,
  pages,
  log,
}: {
  routes: readonly Route[];
  /** Answers everything below /slack/, with its own body limit. */
  slack?: RequestListener | undefined;
  /** Answers `/mcp`, with its own body limit; without it there is no such page. */
  mcp?: RequestListener | undefined;
  /** How many seconds a client must wait before it may ask for a page of ours. */
  waitSecondsOf?: (request: IncomingMessage) => number;
  isReady: () => Promise<boolean>;
  /** `styleSource` is the CSP source of the pages' inline style. */
  pages: { styleSource: string; problem: (problem: HttpProblem) => string };
  log: Logger;
}) {
  let closing = false;
  const strictHeaders = headersFor(pages.styleSource);
  const table: readonly Route[] = [
    { method: 'GET', path: '/healthz', handle: () => ({ status: 200, text: 'ok\n' }) },
    { method: 'GET', path: '/readyz', handle: tellReadiness },
    ...routes,
  ];
  const server = createServer(limits, (request, response) => {
    // Else a kept-alive connection would hold `close` until it idles out.
    response.once('close', () => closing && server.closeIdleConnections());
    // A refused body must be drained, or the next request on the connection waits behind it.
    response.once('finish', () => request.resume());
    void serve(request, response);
  });

  /** Anybody may ask, and the answer costs a statement, so all requests within a second share one. */
  let asked: { at: number; answer: Promise<boolean> } | undefined;
  function askReadiness(): Promise<boolean> {
    if (asked && performance.now() - asked.at < readyLastsMs) return asked.answer;
    const answer = within(readyWithinMs, isReady());
    const asking = { at: Number.POSITIVE_INFINITY, answer };
    asked = asking;
    void answer.then(() => {
      asking.at = performance.now();
    });
    return answer;
  }

  async function tellReadiness(): Promise<Reply> {
    const ready = !closing && (await askReadiness());
    return ready ? { status: 200, text: 'ready\n' } : { status: 503, text: 'not ready\n' };
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = URL.parse(request.url ?? '/', 'http://any');
    try {
      if (slack && url?.pathname.startsWith('/slack/')) {
        // Slack sends many deliveries from few addresses, and no browser shows an answer to them. What Bolt serves else are pages, as ours.
        if (request.method !== 'POST') {
          refuseCrowd(request);
          for (const [name, value] of Object.entries(strictHeaders)) response.setHeader(name, value);
        }
        return slack(request, response);
      }
      if (mcp && url?.pathname === '/mcp') {
        // Slack asks for many people from few addresses.
        if (request.headers['x-slack-signature'] === undefined) refuseCrowd(request);
        for (const [name, value] of Object.entries(strictHeaders)) response.setHeader(name, value);
        return mcp(request, response);
      }
      const route = find(url, request.method);
      if (routes.includes(route)) refuseCrowd(request);
      send(response, await route.handle(pageRequest(request, url, route)));
    } catch (error) {
      // The client left before its form was read.
      if (request.destroyed && !request.complete) return;
      send(response, explain(error, request, url));
    }
  }

  function refuseCrowd(request: IncomingMessage): void {
    const waitSeconds = waitSecondsOf(request);
    if (waitSeconds > 0) throw new HttpRefusal(429, { 'retry-after': String(waitSeconds) });
  }

  function find(url: URL | null, method: string | undefined): Route {
    const here = table.filter(({ path }) => isAt(path, url?.pathname));
    if (here.length === 0) throw new HttpRefusal(404);
    const asked = method === 'HEAD' ? 'GET' : method;
    const route = here.find((candidate) => candidate.method === asked);
    if (!route) throw new HttpRefusal(405, { allow: here.map((candidate) => candidate.method).join(', ') });
    return route;
  }

  function explain(error: unknown, request: IncomingMessage, url: URL | null): Reply {
    const acceptLanguage = request.headers['accept-language'];
    const refusal = asRefusal(error);
    if (refusal) {
      const { status, headers } = refusal;
      return { status, headers, html: pages.problem({ status, acceptLanguage }) };
    }
    const reference = newReference();
    // Never the query: it may carry tokens on their way in.
    log.error({ err: error, reference, method: request.method, path: url?.pathname }, 'a page failed');
    return { status: 500, html: pages.problem({ status: 500, reference, acceptLanguage }) };
  }

  function send(response: ServerResponse, { status, headers, html, text = '' }: Reply) {
    if (response.headersSent) return response.destroy();
    const body = html ?? text;
    response.writeHead(status, {
      ...strictHeaders,
      'content-type': `${html === undefined ? 'text/plain' : 'text/html'}; charset=utf-8`,
      'content-length': Buffer.byteLength(body),
      ...headers,
    });
    return response.end(body);
  }

  return {
    async listen({ host, port }: { host: string; port: number }): Promise<{ port: number }> {
      await new Promise<void>((listening, failed) => {
        server.once('error', failed);
        server.listen({ host, port }, () => {
          server.off('error', failed);
          listening();
        });
      });
      return { port: (server.address() as AddressInfo).port };
    },

    /** Accepts nothing new, answers the requests under way, and cuts off the rest after ten seconds. */
    async close(): Promise<void> {
      closing = true;
      const overdue = setTimeout(() => server.closeAllConnections(), drainMs);
      await new Promise<void>((closed) => server.close(() => closed()));
      clearTimeout(overdue);
    },
  };
}

function headersFor(styleSource: string) {
  const policy = [
    "default-src 'none'",
    `style-src ${styleSource}`,
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ];
  return {
    'content-security-policy': policy.join('; '),
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  };
}

function asRefusal(error: unknown): HttpRefusal | undefined {
  if (error instanceof HttpRefusal) return error;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === notServedByBolt ? new HttpRefusal(404) : undefined;
}

function isAt(path: string, asked = ''): boolean {
  if (!path.endsWith('/*')) return path === asked;
  const rest = asked.slice(path.length - 1);
  return asked.startsWith(path.slice(0, -1)) && rest !== '' && !rest.includes('/');
}

function pageRequest(request: IncomingMessage, url: URL | null, { path }: Route): PageRequest {
  return {
    query: url?.searchParams ?? new URLSearchParams(),
    headers: request.headers,
    ...(path.endsWith('/*') && { rest: url?.pathname.slice(path.length - 1) ?? '' }),
    form: () => readForm(request),
  };
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') throw new HttpRefusal(415);
  const body = await readBody(request, formLimitBytes);
  if (!body) throw new HttpRefusal(413);
  return new URLSearchParams(body.toString('utf8'));
}

/** `false` if the answer is late or an error: in both cases requests would not be served. */
async function within(ms: number, answer: Promise<boolean>): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(resolve, ms, false);
  return Promise.race([answer.catch(() => false), late]).finally(() => clearTimeout(timer));
}
