import { createHmac, randomUUID } from 'node:crypto';
import type { Delivery, Outcome } from './delivery.ts';
import type { Sockets } from './sockets.ts';
import type { Traffic } from './traffic.ts';
import { credentials } from './world.ts';

// https://docs.slack.dev/interactivity/handling-user-interaction#acknowledgment_response
const ackLimitMs = 3_000;
// https://docs.slack.dev/apis/events-api/#retries: almost at once, after 1 minute, after 5 minutes.
const retryDelaysMs = [100, 60_000, 300_000];
const retryReasons = { operation_timeout: 'http_timeout', dispatch_failed: 'http_error' };

export type Forgery = 'unsigned' | 'stale' | 'wrong-secret';
export type Deliveries = ReturnType<typeof createDeliveries>;

export function createDeliveries({
  sockets,
  traffic,
  timeout,
  date,
}: {
  sockets: Sockets;
  traffic: Traffic;
  /** By whose time an acknowledgement is late. */
  timeout: (ms: number) => AbortSignal;
  /** The date that stands on deliveries. */
  date: () => number;
}) {
  const retries = new Set<NodeJS.Timeout>();
  let requestUrl: string | undefined;

  async function deliver(delivery: Delivery): Promise<Outcome> {
    const transport = requestUrl ? 'http' : 'socket';
    const entry = traffic.begin({
      kind: 'delivery',
      name: delivery.name,
      transport,
      request: delivery.payload,
    });
    const outcome = requestUrl
      ? await deliverOverHttp(requestUrl, delivery, { signal: timeout(ackLimitMs), date: date() })
      : await sockets.deliver(delivery, timeout(ackLimitMs));
    const { status, ...result }: Outcome & { status?: number } = outcome;
    entry.end({
      ...(status ? { status } : {}),
      answer: result.ok ? result.body : undefined,
      ...(result.ok ? {} : { error: result.error }),
    });
    return result;
  }

  /** Resolves after the first try; the others follow on Slack's schedule until one is acknowledged. */
  async function deliverEvent(
    payload: Record<string, unknown>,
    name: string,
    attempt = 0,
    reason?: string,
  ): Promise<Outcome> {
    const retry = attempt > 0 && reason ? { retry: { num: attempt, reason } } : {};
    const outcome = await deliver({ kind: 'events_api', name, payload, ...retry });
    const delayMs = retryDelaysMs[attempt];
    if (!outcome.ok && delayMs !== undefined) {
      const timer = setTimeout(() => {
        retries.delete(timer);
        void deliverEvent(payload, name, attempt + 1, retryReasons[outcome.error]);
      }, delayMs);
      retries.add(timer.unref());
    }
    return outcome;
  }

  /** Sends what Slack would never send; an app must answer it with 401. */
  async function deliverForged(delivery: Delivery, forgery: Forgery) {
    if (!requestUrl) throw new Error('Forged deliveries go over HTTP: call connectApp first');
    const { body, contentType } = encode(delivery);
    const timestamp = Math.floor(date() / 1000) - (forgery === 'stale' ? 301 : 0);
    const secret = forgery === 'wrong-secret' ? 'not-the-secret' : credentials.signingSecret;
    const headers = forgery === 'unsigned' ? {} : signatureHeaders(body, timestamp, secret);
    const response = await fetch(requestUrl, {
      method: 'POST',
      headers: { 'content-type': contentType, ...headers },
      body,
    });
    return { status: response.status, body: await response.text() };
  }

  return {
    deliver,
    deliverEvent,
    deliverForged,
    connect(url: string) {
      requestUrl = url;
    },
    verifyUrl: () =>
      deliver({
        kind: 'events_api',
        name: 'url_verification',
        payload: { type: 'url_verification', token: credentials.verificationToken, challenge: randomUUID() },
      }),
    stop: () => retries.forEach(clearTimeout),
  };
}

async function deliverOverHttp(
  url: string,
  delivery: Delivery,
  { signal, date }: { signal: AbortSignal; date: number },
): Promise<Outcome & { status?: number }> {
  const { body, contentType } = encode(delivery);
  const headers = {
    'content-type': contentType,
    'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
    ...signatureHeaders(body, Math.floor(date / 1000), credentials.signingSecret),
    ...(delivery.retry
      ? { 'x-slack-retry-num': String(delivery.retry.num), 'x-slack-retry-reason': delivery.retry.reason }
      : {}),
  };
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body,
      signal,
    });
    const text = await response.text();
    if (!response.ok) return { ok: false, error: 'dispatch_failed', status: response.status };
    return { ok: true, status: response.status, body: decode(text) };
  } catch (error) {
    const isLate = error instanceof Error && error.name === 'TimeoutError';
    return { ok: false, error: isLate ? 'operation_timeout' : 'dispatch_failed' };
  }
}

function encode({ kind, payload }: Delivery): { body: string; contentType: string } {
  if (kind === 'events_api') return { body: JSON.stringify(payload), contentType: 'application/json' };
  const fields =
    kind === 'interactive' ? { payload: JSON.stringify(payload) } : (payload as Record<string, string>);
  return { body: new URLSearchParams(fields).toString(), contentType: 'application/x-www-form-urlencoded' };
}

function decode(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function signatureHeaders(body: string, timestamp: number, secret: string) {
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': String(timestamp), 'x-slack-signature': `v0=${signature}` };
}
