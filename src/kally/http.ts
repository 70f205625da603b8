import type { z } from 'zod';
import about from '../../package.json' with { type: 'json' };
import type { Clock } from '../domain/clock.ts';
import { type BeforeSending, type HttpAnswer, type Message, openConnections } from './connections.ts';
import { type Endpoint, nameOf, type Repeat } from './endpoints.ts';
import { KallyAnswerUnreadable, KallyRefusal, KallyUnreachable, markAsBeforeSending } from './errors.ts';
import { createGate } from './gate.ts';
import { createLinkCheck } from './link-hosts.ts';
import { salvage } from './salvage.ts';
import { quotaSchema, refusalSchema } from './wire.ts';

/** A person's access token: the one in use, and a newer one in place of one that KallyAI rejected. */
export type TokenSource = {
  current: () => Promise<string>;
  renew: (rejected: string) => Promise<string>;
};

type Failure = 'unconnected' | 'unanswered' | 'limited' | 'unavailable';

const repeatedAfter: Record<Repeat, ReadonlySet<Failure>> = {
  freely: new Set(['unconnected', 'unanswered', 'limited', 'unavailable']),
  unspent: new Set(['unconnected', 'limited']),
  never: new Set(),
};
/** Answers of a gateway before KallyAI, or of a KallyAI that is down. */
const gatewayTroubles = new Set([502, 503, 504]);
const maxTries = 3;
const firstBackoffMs = 500;
/** A longer wait is cut to this, and KallyAI is asked again then. */
const longestRetryAfterSeconds = 3600;
/** A longer `Retry-After` is not waited for here: the error rises and says how long. */
const longestWaitMs = 10_000;

export type Ask<S extends z.ZodType> = {
  schema: S;
  account?: TokenSource;
  /** Fills `{id}` of the endpoint's path. */
  id?: string;
  query?: Record<string, number | undefined>;
  headers?: Record<string, string>;
  body?: object | URLSearchParams;
  signal?: AbortSignal | undefined;
  /** For requests on a connection of their own: rejects when the request must not leave any more. */
  beforeSending?: BeforeSending | undefined;
};

export type Http = ReturnType<typeof createHttp>;

/** What is counted of the requests; endpoints are named as patterns, without an id. */
export type HttpMetrics = {
  answered: (endpoint: string, outcome: string, seconds: number) => void;
  repeated: (endpoint: string) => void;
  /** How long a request waited for its turn before it left. */
  waited: (seconds: number) => void;
  /** Parts of an answer could not be read; `fields` are KallyAI's names for them, as `calls.duration_seconds`, once for each time. */
  leftOut: (endpoint: string, fields: readonly string[]) => void;
};
const uncounted: HttpMetrics = { answered() {}, repeated() {}, waited() {}, leftOut() {} };

export type HttpOptions = {
  baseUrl: string;
  clock: Clock;
  metrics?: HttpMetrics;
  /** The hosts that buttons may lead to; KallyAI's usual ones when it is left out. */
  linkHosts?: readonly string[] | undefined;
};

const userAgent = `${about.name}/${about.version} (+node)`;

export function createHttp({ baseUrl, clock, metrics = uncounted, linkHosts }: HttpOptions) {
  const base = new URL(baseUrl);
  if (base.protocol !== 'https:' && base.protocol !== 'http:')
    throw new TypeError('The base address of KallyAI must be http or https');
  const connections = openConnections(base.origin);
  const gate = createGate(clock, metrics.waited);
  const mayLeadTo = createLinkCheck(base, linkHosts);

  /** Asks one endpoint. Address, token, time limit, retries, errors and parsing are handled here for all of them. */
  async function request<S extends z.ZodType>(endpoint: Endpoint, ask: Ask<S>): Promise<z.output<S>> {
    const { account } = ask;
    if (!account) return repeat(endpoint, ask, undefined);
    const token = await account.current().catch(rethrowBeforeSending);
    try {
      return await repeat(endpoint, ask, token);
    } catch (error) {
      // KallyAI answers 401 before it does anything, so even a create may be sent again with a new token.
      if (!(error instanceof KallyRefusal && error.status === 401)) throw error;
      return await repeat(endpoint, ask, await account.renew(token).catch(rethrowBeforeSending));
    }
  }

  async function repeat<S extends z.ZodType>(endpoint: Endpoint, ask: Ask<S>, token: string | undefined) {
    const { signal, beforeSending } = ask;
    const message = messageOf(endpoint, ask, token);
    // A create had its turn before its row said that it leaves.
    const pass = endpoint.repeat === 'never' ? gate.pass : gate.passInTurn;
    for (let tries = 1; ; tries++) {
      try {
        const passing = { endpoint: nameOf(endpoint), account: token ?? '', signal };
        const answer = await pass(passing, () => exchange(endpoint, message, token, signal, beforeSending));
        return readAnswer(endpoint, answer, ask.schema);
      } catch (error) {
        const waitMs = tries < maxTries ? waitBeforeRepeating(endpoint, error, tries) : undefined;
        const isInVain = signal?.aborted || connections.isClosed() || gate.state() === 'open';
        if (waitMs === undefined || isInVain) throw error;
        await clock.sleep(waitMs, signal);
        metrics.repeated(nameOf(endpoint));
      }
    }
  }

  /** Sends it, and keeps the gate and the figures informed. */
  async function exchange(
    endpoint: Endpoint,
    message: Message,
    token = '',
    signal?: AbortSignal,
    beforeSending?: BeforeSending,
  ): Promise<HttpAnswer> {
    const startedAt = performance.now();
    const count = (outcome: string) =>
      metrics.answered(nameOf(endpoint), outcome, (performance.now() - startedAt) / 1000);
    try {
      const answer = await connections.exchange(endpoint, message, signal, beforeSending);
      const { status, retryAfter } = answer;
      count(status === 429 ? '429' : `${Math.floor(status / 100)}xx`);
      if (gatewayTroubles.has(status)) gate.unanswered();
      else gate.answered();
      if (status === 429) gate.pause(token, secondsOf(retryAfter, clock.now()) ?? 0);
      return answer;
    } catch (error) {
      count('lost');
      if (!signal?.aborted && !connections.isClosed()) gate.unanswered();
      throw error;
    }
  }

  function readAnswer<S extends z.ZodType>(endpoint: Endpoint, answer: HttpAnswer, schema: S): z.output<S> {
    const { status, text } = answer;
    if (status < 200 || status > 299) throw readRefusal(endpoint, answer, clock.now(), mayLeadTo);
    const body = bodyOf(endpoint, text);
    const unreadable = (fault: string, field?: string) =>
      new KallyAnswerUnreadable({ endpoint: nameOf(endpoint), status, fault, field });
    if (body === undefined) throw unreadable('not JSON');
    const salvaged = salvage(schema, body);
    if ('issue' in salvaged)
      throw unreadable(salvaged.issue?.message ?? 'unknown shape', salvaged.issue?.path.join('.'));
    if (salvaged.leftOut.length > 0) metrics.leftOut(nameOf(endpoint), salvaged.leftOut);
    return salvaged.data;
  }

  function messageOf(endpoint: Endpoint, ask: Ask<z.ZodType>, token: string | undefined): Message {
    const { body } = ask;
    const form = body instanceof URLSearchParams;
    return {
      url: addressOf(endpoint.path.replace('{id}', ask.id ?? ''), ask.query),
      headers: {
        'user-agent': userAgent,
        accept: endpoint.answer === 'json' ? 'application/json' : '*/*',
        ...(body && { 'content-type': form ? 'application/x-www-form-urlencoded' : 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...ask.headers,
      },
      body: body ? (form ? body.toString() : JSON.stringify(body)) : null,
    };
  }

  /** The address of a path at KallyAI, below whatever path the base address has. */
  function addressOf(path: string, query: Record<string, string | number | undefined> = {}): URL {
    const url = new URL(base.pathname.replace(/\/+$/, '') + path, base.origin);
    for (const [name, value] of Object.entries(query))
      if (value !== undefined) url.searchParams.set(name, String(value));
    return url;
  }

  return { request, addressOf, mayLeadTo, gate, close: connections.close };
}

function rethrowBeforeSending(error: unknown): never {
  throw markAsBeforeSending(error);
}

/** Undefined when it must not, or need not, be sent again. */
function waitBeforeRepeating(endpoint: Endpoint, error: unknown, tries: number): number | undefined {
  const failure = failureOf(error);
  if (!failure || !repeatedAfter[endpoint.repeat].has(failure)) return undefined;
  const asked = error instanceof KallyRefusal ? error.retryAfterSeconds : undefined;
  if (asked !== undefined) return asked * 1000 <= longestWaitMs ? asked * 1000 : undefined;
  return firstBackoffMs * 2 ** (tries - 1) * (0.5 + Math.random());
}

function failureOf(error: unknown): Failure | undefined {
  if (error instanceof KallyUnreachable) return error.mayHaveArrived ? 'unanswered' : 'unconnected';
  if (!(error instanceof KallyRefusal || error instanceof KallyAnswerUnreadable)) return undefined;
  if (error.status === 429) return 'limited';
  return error.status && gatewayTroubles.has(error.status) ? 'unavailable' : undefined;
}

function bodyOf({ answer }: Endpoint, text: string): unknown {
  if (answer === 'text') return text.replaceAll('\0', '');
  // 204 and an empty 200 mean null; the schema knows whether that is enough.
  return text.trim() === '' ? null : jsonOf(text);
}

function readRefusal(
  endpoint: Endpoint,
  { status, text, retryAfter }: HttpAnswer,
  now: number,
  mayLeadTo: (address: string) => boolean,
): Error {
  const name = nameOf(endpoint);
  const body = jsonOf(text);
  const said = refusalSchema.safeParse(body).data ?? bareRefusalOf(status, body);
  if (said) {
    const { upgradeUrl, ...rest } = { upgradeUrl: undefined, ...said };
    return new KallyRefusal({
      endpoint: name,
      status,
      retryAfterSeconds: secondsOf(retryAfter, now),
      ...rest,
      ...(upgradeUrl && mayLeadTo(upgradeUrl) && { upgradeUrl }),
    });
  }
  const field = status >= 400 && body !== undefined ? 'error' : undefined;
  return new KallyAnswerUnreadable({ endpoint: name, status, field, fault: 'no error that is known' });
}

/** What a status means when no code comes with it, as from a gateway. */
const codeOfStatus: Record<number, string> = {
  401: 'token_expired',
  402: 'quota_exceeded',
  429: 'rate_limited',
};

function bareRefusalOf(status: number, body: unknown) {
  const code = codeOfStatus[status];
  return code && { code, upgradeUrl: quotaSchema.parse(body).upgrade_url };
}

/** Undefined when the text is not JSON: the parser's own error would quote it. */
function jsonOf(text: string): unknown {
  try {
    // Postgres stores no text with a NUL in it.
    return text.includes('\\u0000') ? JSON.parse(text, withoutNul) : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function withoutNul(_: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\0', '') : value;
}

/** `Retry-After` is a number of seconds or an HTTP date. */
function secondsOf(retryAfter: string | undefined, now: number): number | undefined {
  if (retryAfter === undefined) return undefined;
  const seconds = /^\d+$/.test(retryAfter)
    ? Number(retryAfter)
    : Math.ceil((Date.parse(retryAfter) - now) / 1000);
  return Number.isNaN(seconds) ? undefined : Math.min(Math.max(0, seconds), longestRetryAfterSeconds);
}
