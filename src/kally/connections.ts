import { addAbortListener } from 'node:events';
import { buildConnector, Client, errors, Pool, request } from 'undici';
import type { Endpoint } from './endpoints.ts';
import { KallyAnswerUnreadable, KallyUnreachable } from './errors.ts';

const connectTimeoutMs = 10_000;
/** Two hundred calls, or the transcript of an hour, are far below. */
const maxAnswerBytes = 5 * 1024 * 1024;
const pooledConnections = 64;

export type Message = { url: URL; headers: Record<string, string>; body: string | null };
export type Answer = { status: number; retryAfter: string | undefined; text: string };

export type Connections = ReturnType<typeof openConnections>;

/** What carries a request to KallyAI and its answer back, once, within the endpoint's time limit. */
export function openConnections(origin: string) {
  const connector = telling(buildConnector({ timeout: connectTimeoutMs, allowH2: false }));
  const settings = {
    // Over HTTP/2 requests would share a connection, and fail and be repeated by undici together.
    allowH2: false,
    // 300 s by default, which would cut a long call; the endpoint's own time limit stands instead.
    headersTimeout: 0,
    bodyTimeout: 0,
    maxResponseSize: maxAnswerBytes,
  };
  const pool = new Pool(origin, { ...settings, connect: connector, connections: pooledConnections });
  const inFlight = new Set<AbortController>();
  let closed = false;

  async function exchange(endpoint: Endpoint, message: Message, signal?: AbortSignal): Promise<Answer> {
    if (closed) throw new Error('The KallyAI client is closed');
    if (signal?.aborted) throw unreachable(endpoint, false, signal.reason);
    const limit = new AbortController();
    const timer = setTimeout(() => {
      limit.abort(new Error(`No answer within ${endpoint.timeoutMs / 1000} s`));
    }, endpoint.timeoutMs);
    using _abort = signal && addAbortListener(signal, () => limit.abort(signal.reason));
    // A kept connection may have been closed by the other side just now, and then nobody can say whether the request
    // arrived. What must not be sent twice therefore gets a connection of its own, and nothing limits how many.
    const own =
      endpoint.repeat === 'freely'
        ? undefined
        : new Client(origin, { ...settings, connect: once(connector) });
    inFlight.add(limit);
    try {
      const response = await request(message.url, {
        dispatcher: own ?? pool,
        method: endpoint.method,
        headers: message.headers,
        body: message.body,
        signal: limit.signal,
      });
      const retryAfter = response.headers['retry-after'];
      return {
        status: response.statusCode,
        retryAfter: Array.isArray(retryAfter) ? retryAfter[0] : retryAfter,
        text: await response.body.text(),
      };
    } catch (error) {
      throw translated(endpoint, error);
    } finally {
      clearTimeout(timer);
      inFlight.delete(limit);
      void own?.destroy();
    }
  }

  async function close(): Promise<void> {
    closed = true;
    for (const limit of inFlight) limit.abort(new Error('The KallyAI client was closed'));
    await pool.destroy();
  }

  return { exchange, close, isClosed: () => closed };
}

/** Stands for every way in which a connection, TLS included, did not come about. */
class NotConnected extends Error {
  override readonly name = 'NotConnected';
}

/** Tells a failure to connect from all others by where it happens: lists of error codes are never complete. */
function telling(connector: buildConnector.connector): buildConnector.connector {
  return (options, callback) =>
    connector(options, (...[error, socket]) => {
      if (error) callback(new NotConnected('No connection', { cause: error }), null);
      else callback(null, socket);
    });
}

/** undici connects anew for a request it takes for unsent; here a second connection could be a second phone call. */
export function once(connector: buildConnector.connector): buildConnector.connector {
  let used = false;
  return (options, callback) => {
    if (used) return callback(new Error('The connection was used before'), null);
    connector(options, (...[error, socket]) => {
      used ||= !error;
      if (error) callback(error, null);
      else callback(null, socket);
    });
  };
}

function unreachable(endpoint: Endpoint, mayHaveArrived: boolean, cause: unknown): KallyUnreachable {
  return new KallyUnreachable({ endpoint: nameOf(endpoint), mayHaveArrived, cause });
}

function translated(endpoint: Endpoint, error: unknown): Error {
  if (error instanceof NotConnected) return unreachable(endpoint, false, error.cause);
  if (error instanceof errors.ResponseExceededMaxSizeError || error instanceof errors.HeadersOverflowError)
    return new KallyAnswerUnreadable({ endpoint: nameOf(endpoint), fault: 'too large' });
  // It carries the bytes it failed on, so it does not become a cause.
  if (error instanceof errors.HTTPParserError)
    return new KallyAnswerUnreadable({ endpoint: nameOf(endpoint), fault: 'not HTTP' });
  return unreachable(endpoint, true, error);
}

/** For errors and logs: the path as a pattern, without an id. */
export function nameOf(endpoint: Endpoint): string {
  return `${endpoint.method} ${endpoint.path}`;
}
