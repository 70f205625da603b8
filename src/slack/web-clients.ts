import type { Logger, webApi } from '@slack/bolt';
import { exchange } from './exchange.ts';

const timeoutMs = 10_000;

/** What is counted of the requests to Slack: by the method of its Web API. */
export type CountRequest = (method: string, outcome: string, seconds: number) => void;

/**
 * Not one retry of its own: a lost answer may have been a posted message, a trigger is gone by then, and the default of ten would hold a
 * listener for half an hour. Jobs run again; a person tries again.
 */
export function webClientOptions(
  apiUrl: string,
  logger: Logger,
  count: CountRequest = () => {},
): webApi.WebClientOptions {
  return {
    slackApiUrl: apiUrl,
    logger,
    timeout: timeoutMs,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    fetch: counted(onlySlack(apiUrl), apiUrl, count),
  };
}

/** Tokens and response URLs go to Slack, or to the Slack on loopback that the configuration names, and nowhere else. */
function onlySlack(apiUrl: string): webApi.FetchFunction {
  const configured = new URL(apiUrl).origin;
  return async (url, init) => {
    const { protocol, hostname, origin } = new URL(url);
    const isSlack = hostname === 'slack.com' || hostname.endsWith('.slack.com');
    if (origin !== configured && !(isSlack && protocol === 'https:'))
      throw new Error(`refusing to send anything to ${hostname}, which is not Slack`);
    // Bolt answers on a response URL without any time-out.
    return exchange(url, { ...init, signal: init?.signal ?? AbortSignal.timeout(timeoutMs) });
  };
}

function counted(send: webApi.FetchFunction, apiUrl: string, count: CountRequest): webApi.FetchFunction {
  return async (url, init) => {
    const address = String(url);
    const startedAt = performance.now();
    // The path of a response URL or an upload is a secret of its own.
    const method = address.startsWith(apiUrl) ? address.slice(apiUrl.length).replace(/\?.*/, '') : 'other';
    const tell = (outcome: string) => count(method, outcome, (performance.now() - startedAt) / 1000);
    try {
      const answer = await send(url, init);
      tell(answer.status === 429 ? '429' : `${Math.floor(answer.status / 100)}xx`);
      return answer;
    } catch (error) {
      tell('lost');
      throw error;
    }
  };
}
