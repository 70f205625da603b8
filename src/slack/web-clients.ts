import type { Logger, webApi } from '@slack/bolt';

const timeoutMs = 10_000;

/**
 * Not one retry of its own: a lost answer may have been a posted message, a trigger is gone by then, and the default of ten would hold a
 * listener for half an hour. Jobs run again; a person tries again.
 */
export function webClientOptions(apiUrl: string, logger: Logger): webApi.WebClientOptions {
  return {
    slackApiUrl: apiUrl,
    logger,
    timeout: timeoutMs,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    fetch: onlySlack(apiUrl),
  };
}

/** Tokens and response URLs go to Slack, or to the Slack on loopback that the configuration names, and nowhere else. */
function onlySlack(apiUrl: string): webApi.FetchFunction {
  const configured = new URL(apiUrl).origin;
  return (url, init) => {
    const { protocol, hostname, origin } = new URL(url);
    const isSlack = hostname === 'slack.com' || hostname.endsWith('.slack.com');
    if (origin !== configured && !(isSlack && protocol === 'https:'))
      throw new Error(`refusing to send anything to ${hostname}, which is not Slack`);
    // Bolt answers on a response URL without any time-out.
    return fetch(url, { redirect: 'error', ...init, signal: init?.signal ?? AbortSignal.timeout(timeoutMs) });
  };
}
