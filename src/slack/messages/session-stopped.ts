import type { Middleware, SlackEventMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import { pressStop } from '../card/stop.ts';
import { type Deps, interactionOf } from '../context.ts';
import { createSieve } from './sieve.ts';

const stoppedSchema = z.object({ user: z.string(), channel: z.string(), thread_ts: z.string() });

/**
 * Slack's own *Stop* in a call's thread is the same as *Stop* on its card. Slack stops nothing and leaves the session as it is, so the
 * session moves when the card does.
 */
export function sessionStopped(deps: Deps): Middleware<SlackEventMiddlewareArgs<'agent_session_stopped'>> {
  const isNew = createSieve(deps);
  return async ({ event, body, context, client }) => {
    const heard = stoppedSchema.safeParse(event).data;
    if (!heard || !isNew(body.event_id)) return;
    const { user, channel, thread_ts } = heard;
    const i = interactionOf(deps, {
      context,
      client,
      userId: user,
      channelId: channel,
      respond: ({ text, blocks }) => client.chat.postEphemeral({ text, blocks, channel, user, thread_ts }),
    });
    await pressStop(i, await deps.calls.ofCard(channel, thread_ts));
  };
}
