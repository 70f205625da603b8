import type { Logger, webApi } from '@slack/bolt';
import { createExchange } from './fetch.ts';

const timeoutMs = 10_000;

/** Counts requests to Slack, by Web API method. */
export type CountRequest = (method: string, outcome: string, seconds: number) => void;

/**
 * The client retries nothing: after a lost answer the message may be posted, a trigger has expired by then, and the default of ten retries
 * would hold a listener for half an hour. Jobs run again; a person tries again.
 */
export function webClientOptions(
  apiUrl: string,
  logger: Logger,
  count: CountRequest = () => {},
): webApi.WebClientOptions & { fetch: webApi.FetchFunction } {
  return {
    slackApiUrl: apiUrl,
    logger,
    timeout: timeoutMs,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    fetch: counted(createExchange(apiUrl, timeoutMs), apiUrl, count),
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
