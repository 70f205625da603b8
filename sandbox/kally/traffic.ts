import type { Ask, Outcome } from './http.ts';
import { connectionLost } from './http.ts';

export interface TrafficEntry {
  id: number;
  at: string;
  method: string;
  /** With the query, secrets hidden. */
  path: string;
  headers: Record<string, string>;
  request: unknown;
  /** Null: the connection was cut instead. */
  status: number | null;
  response: unknown;
  tookMs: number;
}

const remembered = 300;
const longestBody = 20_000;
/** Calendar files, but not whole pages. */
const longestRaw = 1500;
const shownHeaders = ['authorization', 'content-type', 'idempotency-key', 'user-agent'];
const secretFields = new Set(['access_token', 'refresh_token', 'client_secret']);
/** In JSON, `code` names an error. */
const secretParameters = new Set([...secretFields, 'code', 'state']);

/** The latest requests, without their secrets. */
export class Traffic {
  readonly #entries: TrafficEntry[] = [];
  readonly #listeners = new Set<(entry: TrafficEntry) => void>();
  #count = 0;

  record(ask: Ask, outcome: Outcome, startedAt: Date): void {
    const lost = outcome === connectionLost;
    const entry: TrafficEntry = {
      id: ++this.#count,
      at: startedAt.toISOString(),
      method: ask.method,
      path: ask.url.pathname + queryOf(ask.url.searchParams),
      headers: shown(ask.headers),
      request: shownBody(ask.body.toString('utf8'), ask.headers['content-type']),
      status: lost ? null : outcome.status,
      response: lost ? null : shownReply(outcome),
      tookMs: Date.now() - startedAt.getTime(),
    };
    this.#entries.push(entry);
    if (this.#entries.length > remembered) this.#entries.shift();
    for (const listener of this.#listeners) listener(entry);
  }

  recent(): readonly TrafficEntry[] {
    return [...this.#entries];
  }

  /** Returns what stops listening. */
  listen(listener: (entry: TrafficEntry) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  clear(): void {
    this.#entries.length = 0;
  }
}

function shown(headers: Ask['headers']): Record<string, string> {
  const pairs = shownHeaders.flatMap((name) => {
    const value = headers[name];
    if (typeof value !== 'string') return [];
    return [[name, name === 'authorization' ? value.replace(/\S+$/, '[hidden]') : value]];
  });
  return Object.fromEntries(pairs);
}

function shownReply({ json, raw, headers }: Exclude<Outcome, typeof connectionLost>): unknown {
  if (json !== undefined) return JSON.stringify(json).length > longestBody ? '[long]' : withoutSecrets(json);
  const location = headers?.location;
  if (location) return { location: location.replace(/\?.*/, '?[hidden]') };
  return typeof raw === 'string' && raw.length <= longestRaw ? raw : '[long]';
}

function shownBody(body: string, contentType: string | undefined): unknown {
  if (body === '') return null;
  if (body.length > longestBody) return '[long]';
  if (contentType?.startsWith('application/x-www-form-urlencoded')) {
    return Object.fromEntries(hidden(new URLSearchParams(body)));
  }
  try {
    return withoutSecrets(JSON.parse(body));
  } catch {
    return '[not JSON]';
  }
}

function queryOf(parameters: URLSearchParams): string {
  return parameters.size > 0 ? `?${hidden(parameters)}` : '';
}

function hidden(parameters: URLSearchParams): URLSearchParams {
  const pairs = [...parameters].map(([name, value]) => [
    name,
    secretParameters.has(name) ? '[hidden]' : value,
  ]);
  return new URLSearchParams(pairs);
}

function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (value === null || typeof value !== 'object') return value;
  const pairs = Object.entries(value).map(([name, inner]) => [
    name,
    secretFields.has(name) ? '[hidden]' : withoutSecrets(inner),
  ]);
  return Object.fromEntries(pairs);
}
