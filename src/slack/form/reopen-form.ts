import type { BlockAction, ButtonAction, Middleware, SlackActionMiddlewareArgs } from '@slack/bolt';
import { callFor } from '../../calls/access.ts';
import { isSamePerson } from '../../domain/call.ts';
import { draftOf } from '../../domain/call-request.ts';
import type { CardPress } from '../card/card-press.ts';
import { type Kit, personIn } from '../context.ts';
import { wordsIn } from '../ui/formats.ts';
import { openCallForm } from './open-form.ts';

type ButtonClick = Middleware<SlackActionMiddlewareArgs<BlockAction<ButtonAction>>>;

/** *Continue* after connecting: the form as it was being filled. */
export function continueForm(kit: Kit): ButtonClick {
  return async ({ ack, body, action, context, client, respond }) => {
    await ack();
    const person = personIn(context, body.user.id);
    await openCallForm(kit, {
      person,
      client,
      respond,
      triggerId: body.trigger_id,
      async start({ language }) {
        const attempt = action.value ? await kit.store.linkAttempts.findById(action.value) : undefined;
        if (!attempt?.draft || !isSamePerson(attempt.person, person))
          return { sorry: wordsIn(language).connect.continueGone };
        return { draft: attempt.draft, channelId: attempt.channelId };
      },
    });
  };
}

/** *Call again* or *Edit and try again*: the form as it was sent for that call; a new call only when it is confirmed. */
export async function openFormAgain({ kit, callId, ...asker }: CardPress): Promise<void> {
  await openCallForm(kit, {
    ...asker,
    async start({ language }) {
      const found = await callFor(kit, asker.person, callId);
      if ('sorry' in found) return { sorry: wordsIn(language).card[found.sorry] };
      const { request, channelId, refusal } = found.call;
      return { draft: draftOf(request), channelId, refused: refusal?.code };
    },
  });
}
