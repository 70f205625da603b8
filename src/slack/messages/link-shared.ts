import type { Middleware, SlackEventMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import { isOwnId } from '../../domain/own-id.ts';
import { type Deps, personIn } from '../context.ts';
import { callPreviewMessage } from './call-preview-view.ts';
import { createSieve } from './sieve.ts';

const linkSchema = z.object({ url: z.string().max(4_000) });
const sharedSchema = z.object({
  user: z.string(),
  channel: z.string(),
  message_ts: z.string(),
  links: z.array(z.unknown()).max(100),
});
/** More in one message are for no reader. */
const mostPreviews = 5;

/**
 * Somebody posted the address of a call's page. Everybody in the channel sees the preview, so there is one only where everybody sees the card,
 * whoever posted the address.
 */
export function linkShared(deps: Deps): Middleware<SlackEventMiddlewareArgs<'link_shared'>> {
  const isNew = createSieve(deps);
  return async ({ event, body, context, client }) => {
    const shared = sharedSchema.safeParse(event).data;
    if (!shared || !isNew(body.event_id)) return;
    const { user, channel, message_ts: ts } = shared;
    const urls = shared.links.flatMap((link) => linkSchema.safeParse(link).data?.url ?? []);
    const found = await Promise.all(
      [...new Set(urls)].slice(0, mostPreviews).map(async (url) => {
        const callId = callIdIn(url, deps.publicUrl);
        const call =
          callId && (await deps.calls.inChannel({ person: personIn(context, user) }, channel, callId));
        return call ? [[url, callPreviewMessage(call)] as const] : [];
      }),
    );
    const previews = found.flat();
    if (previews.length === 0) return;
    const unfurls = previews.map(([url, { text, blocks }]) => [url, { fallback: text, blocks }]);
    await client.chat
      .unfurl({ channel, ts, unfurls: Object.fromEntries(unfurls) })
      // Nobody waits for it, and the address still leads to the page.
      .catch((err: unknown) => deps.log.info({ err }, 'Slack did not show the preview of a call'));
  };
}

function callIdIn(text: string, publicUrl: string): string | undefined {
  const url = URL.parse(text);
  if (url?.hostname !== new URL(publicUrl).hostname) return undefined;
  const [, id = ''] = /^\/calls\/([^/]+)$/.exec(url.pathname) ?? [];
  return isOwnId(id) ? id : undefined;
}
