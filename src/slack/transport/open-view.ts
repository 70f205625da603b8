import { webApi } from '@slack/bolt';

type Reached = { slackApiUrl: string; fetch: webApi.FetchFunction };
/** Opens a view with a trigger that has not expired. It fails as Slack's client does. */
export type OpenView = (
  client: Pick<webApi.WebClient, 'token'>,
  triggerId: string,
  view: object,
) => Promise<webApi.ViewsOpenResponse>;

/**
 * Opening the form is what people wait for most often, and Slack's client took a third of it: it quotes the view for debug lines that nobody
 * reads, and passes it through a queue and retries that are switched off.
 */
export function createOpenView({ slackApiUrl, fetch }: Reached): OpenView {
  return async ({ token }, triggerId, view) => {
    const answer = await fetch(`${slackApiUrl}views.open`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token ?? ''}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: `trigger_id=${encodeURIComponent(triggerId)}&view=${encodeURIComponent(JSON.stringify(view))}`,
    }).catch((error: Error) => {
      throw new webApi.WebAPIRequestError(error);
    });
    if (answer.status === 429)
      throw new webApi.WebAPIRateLimitedError(Number(answer.headers.get('retry-after') ?? 1));
    if (!answer.ok) throw new webApi.WebAPIHTTPError(answer.status, answer.statusText, {});
    const result = (await answer.json().catch(() => ({ ok: false }))) as webApi.ViewsOpenResponse;
    if (!result.ok) throw new webApi.WebAPIPlatformError({ ...result, error: result.error ?? 'fatal_error' });
    return result;
  };
}
