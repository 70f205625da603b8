import type { webApi } from '@slack/bolt';
import { Agent, type Dispatcher, request } from 'undici';

type Exchange = webApi.FetchFunction;
type Answer = Awaited<ReturnType<Exchange>>;

/**
 * What Slack's client needs of `fetch`, at a third of the price of the platform's, which was a good part of what opening a form cost.
 * Tokens and response URLs go to Slack, or to the Slack on loopback that the configuration names, and nowhere else: no redirect is followed.
 */
export function createExchange(apiUrl: string, timeoutMs: number): Exchange {
  const configured = new URL(apiUrl).origin;
  // Not the platform's, which is of another version. Its idle connections keep no process alive.
  const dispatcher = new Agent();
  return async (url, init = {}) => {
    const { protocol, hostname, origin } = new URL(url);
    const isSlack = hostname === 'slack.com' || hostname.endsWith('.slack.com');
    if (origin !== configured && !(isSlack && protocol === 'https:'))
      throw new Error(`refusing to send anything to ${hostname}, which is not Slack`);
    // Bolt answers on a response URL without any time-out.
    const { method = 'GET', headers = {}, body, signal = AbortSignal.timeout(timeoutMs) } = init;
    // A file: rare, and undici's own request does not take the platform's.
    if (body instanceof FormData) return fetch(url, { ...init, signal, redirect: 'error' });
    const sent = { method: method as Dispatcher.HttpMethod, headers, body: body ?? null, signal };
    return read(String(url), await request(url, { ...sent, dispatcher }));
  };
}

/** Whole, so that no connection is held by an answer that nobody reads. */
async function read(url: string, { statusCode, statusText, headers, body }: Dispatcher.ResponseData) {
  const bytes = await body.arrayBuffer();
  const text = async () => Buffer.from(bytes).toString();
  return {
    ok: statusCode >= 200 && statusCode < 300,
    status: statusCode,
    statusText,
    url,
    headers: headersOf(headers),
    arrayBuffer: async () => bytes,
    text,
    json: async () => JSON.parse(await text()) as unknown,
  };
}

function headersOf(received: Dispatcher.ResponseData['headers']): Answer['headers'] {
  const joined = (value: string | string[] | undefined) => (Array.isArray(value) ? value.join(', ') : value);
  return {
    get: (name) => joined(received[name.toLowerCase()]) ?? null,
    entries: () => Object.entries(received).map(([name, value]) => [name, joined(value) ?? '']),
  };
}
