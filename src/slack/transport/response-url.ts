import type { webApi } from '@slack/bolt';

/**
 * Replaces a message through the response URL of a click on it, which works for half an hour. With the response URL of a command, Slack would
 * post another message instead.
 */
export function createReplaceAt(send: webApi.FetchFunction) {
  return async (responseUrl: string, message: object): Promise<void> => {
    const body = JSON.stringify({ ...message, replace_original: true });
    const headers = { 'content-type': 'application/json' };
    const { ok, status } = await send(responseUrl, { method: 'POST', headers, body });
    if (!ok) throw new Error(`a response URL was answered with ${status}`);
  };
}
