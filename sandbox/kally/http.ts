import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { z } from 'zod';
import { ApiError, type ApiVersion } from './errors.ts';

const bodyLimitBytes = 1_000_000;

export interface Reply {
  status: number;
  headers?: Record<string, string>;
  json?: unknown;
  /** Sent as it is; its content type is in the headers. */
  raw?: string | Buffer;
}

/** Instead of a reply: the connection is cut. */
export const connectionLost = Symbol('connection lost');

export type Outcome = Reply | typeof connectionLost;

export interface Ask {
  method: string;
  url: URL;
  params: Record<string, string>;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

export interface Route {
  method: 'GET' | 'POST';
  path: string;
  handle(ask: Ask): Outcome | Promise<Outcome>;
}

export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  let tooLarge = false;
  // Read to its end even when too large: a client that is still sending would not see the answer.
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    tooLarge ||= size > bodyLimitBytes;
    if (size > 10 * bodyLimitBytes) break;
    if (!tooLarge) chunks.push(chunk);
  }
  if (tooLarge) throw new ApiError('payload_too_large');
  return Buffer.concat(chunks);
}

export function jsonOf(ask: Ask): unknown {
  try {
    return JSON.parse(ask.body.toString('utf8'));
  } catch {
    throw new ApiError('invalid_json');
  }
}

export function jsonAs<T>(ask: Ask, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(jsonOf(ask));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => ({
    field: issue.path.join('.'),
    message: issue.message,
  }));
  throw new ApiError('validation_error', { reason: 'invalid_fields', details: { errors: faults } });
}

export function formOf(ask: Ask): URLSearchParams {
  return new URLSearchParams(ask.body.toString('utf8'));
}

export function json(value: unknown, status = 200, headers: Record<string, string> = {}): Reply {
  return { status, json: value, headers };
}

export function html(page: string, status = 200): Reply {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  };
  return { status, raw: page, headers };
}

export function redirect(to: string, query: Record<string, string | undefined>): Reply {
  const url = new URL(to);
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) url.searchParams.set(name, value);
  }
  return {
    status: 303,
    headers: { location: url.href, 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' },
    raw: '',
  };
}

/** Finds the route; throws not_found or method_not_allowed. */
export function match(
  routes: readonly Route[],
  method: string,
  path: string,
): { route: Route; params: Record<string, string> } {
  const allowed: string[] = [];
  for (const route of routes) {
    const params = paramsOf(route.path, path);
    if (!params) continue;
    if (route.method === method) return { route, params };
    allowed.push(route.method);
  }
  if (allowed.length === 0) throw new ApiError('not_found');
  throw new ApiError('method_not_allowed', { headers: { allow: allowed.join(', ') } });
}

function paramsOf(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    if (part.startsWith(':') && value !== '') params[part.slice(1)] = value;
    else if (part !== value) return null;
  }
  return params;
}

export function replyToError(error: unknown, api: ApiVersion): Reply {
  const known = error instanceof ApiError ? error : new ApiError('internal_error');
  if (known !== error) console.error(error);
  return json(known.body(api, randomUUID()), known.status, known.options.headers);
}

export function send(response: ServerResponse, reply: Reply): void {
  const body = reply.raw ?? JSON.stringify(reply.json);
  const type: Record<string, string> = reply.raw === undefined ? { 'content-type': 'application/json' } : {};
  const headers = { ...type, 'content-length': Buffer.byteLength(body), ...reply.headers };
  response.writeHead(reply.status, headers).end(body);
}
