import { addAbortListener } from 'node:events';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import { buildConnector, Client, type Dispatcher, errors, Pool, request } from 'undici';
import { type Endpoint, nameOf } from './endpoints.ts';
import { KallyAnswerUnreadable, KallyUnreachable } from './errors.ts';

const connectTimeoutMs = 10_000;
/** A list of two hundred calls and an hour's transcript are far smaller. */
const maxAnswerBytes = 5 * 1024 * 1024;

export type Message = { url: URL; headers: Record<string, string>; body: string | null };
export type HttpAnswer = { status: number; retryAfter: string | undefined; text: string };

/** Called when the connection is open, right before the request leaves. If it rejects, nothing leaves. */
export type BeforeSending = () => Promise<void>;

/** How many short requests are out at once. At a quarter of a second each, this is a thousand polls a second. */
export const pooledConnections = 256;

/** Carries one request to KallyAI and its answer back, once, within the endpoint's time limit. */
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
  const inFlight = new Set<ReturnType<typeof limitTime>>();
  let closed = false;

  async function exchange(
    endpoint: Endpoint,
    message: Message,
    signal?: AbortSignal,
    beforeSending?: BeforeSending,
  ): Promise<HttpAnswer> {
    if (closed) throw unreachable(endpoint, false, new Error('The KallyAI client is closed'));
    if (signal?.aborted) throw unreachable(endpoint, false, signal.reason);
    // A kept connection may have been closed by the other side just now, and then nobody can say whether the request
    // arrived. What must not be sent twice therefore gets a connection of its own, and nothing limits how many.
    const own =
      endpoint.repeat === 'freely'
        ? undefined
        : new Client(origin, { ...settings, connect: once(asking(connector, beforeSending)) });
    using limit = limitTime(endpoint.timeoutMs, signal);
    inFlight.add(limit);
    try {
      return await answerTo(endpoint, message, own ?? pool, limit.signal);
    } catch (error) {
      throw translated(endpoint, error);
    } finally {
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

async function answerTo(
  { method }: Endpoint,
  { url, headers, body }: Message,
  dispatcher: Dispatcher,
  signal: AbortSignal,
): Promise<HttpAnswer> {
  const response = await request(url, { dispatcher, method, headers, body, signal });
  const [retryAfter] = [response.headers['retry-after']].flat();
  const bytes = await decoded(await response.body.bytes(), response.headers['content-encoding']);
  return { status: response.statusCode, retryAfter, text: new TextDecoder().decode(bytes) };
}

const decoders = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
};

/** Kally asks for no encoding, but some proxies compress anyway. */
async function decoded(bytes: Uint8Array, encodings: string | string[] = []): Promise<Uint8Array> {
  const encoding = String(encodings).trim().toLowerCase();
  if (encoding === '' || encoding === 'identity' || bytes.length === 0) return bytes;
  if (!Object.hasOwn(decoders, encoding)) throw new NotDecoded('in an unknown encoding');
  return decoders[encoding as keyof typeof decoders](bytes, { maxOutputLength: maxAnswerBytes }).catch(
    (error: NodeJS.ErrnoException) => {
      throw new NotDecoded(error.code === 'ERR_BUFFER_TOO_LARGE' ? 'too large' : 'not as its encoding says');
    },
  );
}

/** Stands for an answer that arrived and is not text. */
class NotDecoded extends Error {
  override readonly name = 'NotDecoded';
}

/** Aborts when the time is up, and with the caller's signal, until it is disposed of. */
function limitTime(timeoutMs: number, signal: AbortSignal | undefined) {
  const limit = new AbortController();
  const abort = (reason: unknown) => limit.abort(reason);
  const timer = setTimeout(() => abort(new Error(`No answer within ${timeoutMs / 1000} s`)), timeoutMs);
  const listening = signal && addAbortListener(signal, () => abort(signal.reason));
  return {
    signal: limit.signal,
    abort,
    [Symbol.dispose]() {
      clearTimeout(timer);
      listening?.[Symbol.dispose]();
    },
  };
}

/** Stands for every way in which a connection, TLS included, can fail to open. */
class NoConnection extends Error {
  override readonly name = 'NoConnection';
}

/** Tells a failure to connect from all others by where it happens: lists of error codes are never complete. */
function telling(connector: buildConnector.connector): buildConnector.connector {
  return (options, callback) =>
    connector(options, (...[error, socket]) => {
      if (error) callback(new NoConnection('No connection', { cause: error }), null);
      else callback(null, socket);
    });
}

function asking(
  connector: buildConnector.connector,
  beforeSending: BeforeSending = async () => {},
): buildConnector.connector {
  return (options, callback) =>
    connector(options, (...[error, socket]) => {
      if (error) return callback(error, null);
      beforeSending().then(
        () => callback(null, socket),
        (reason: unknown) => {
          socket.destroy();
          callback(new NoConnection('Nothing may leave any more', { cause: reason }), null);
        },
      );
    });
}

/** undici reconnects for a request that it considers unsent; here a second connection could be a second phone call. */
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
  if (error instanceof NoConnection) return unreachable(endpoint, false, error.cause);
  if (error instanceof errors.ResponseExceededMaxSizeError || error instanceof errors.HeadersOverflowError)
    return new KallyAnswerUnreadable({ endpoint: nameOf(endpoint), fault: 'too large' });
  if (error instanceof NotDecoded)
    return new KallyAnswerUnreadable({ endpoint: nameOf(endpoint), fault: error.message });
  // It carries the bytes it failed on, so it does not become a cause.
  if (error instanceof errors.HTTPParserError)
    return new KallyAnswerUnreadable({ endpoint: nameOf(endpoint), fault: 'not HTTP' });
  return unreachable(endpoint, true, error);
}
