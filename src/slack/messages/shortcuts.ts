import type { GlobalShortcut, MessageShortcut, Middleware, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import { type Deps, interactionOf } from '../context.ts';
import { withShortTask } from '../form/button-draft.ts';
import { openCallForm } from '../form/open-form.ts';
import { readTextOfMessage } from '../form/read-text.ts';
import { textOf } from './message-text.ts';

/** *Make a phone call*, from anywhere: Slack does not say where the person is. */
export function makeCall(deps: Deps): Middleware<SlackShortcutMiddlewareArgs<GlobalShortcut>> {
  return async ({ ack, shortcut, context, client }) => {
    await ack();
    const { user, trigger_id: triggerId } = shortcut;
    const i = interactionOf(deps, { context, client, userId: user.id, triggerId });
    await openCallForm(i, () => ({ draft: {}, channelId: i.channelId }));
  };
}

/** *Call about this*, on a message: the form, filled in from the message. */
export function callAboutThis(deps: Deps): Middleware<SlackShortcutMiddlewareArgs<MessageShortcut>> {
  return async ({ ack, shortcut, context, client, respond }) => {
    await ack();
    const { user, channel, message, message_ts: ts, trigger_id: triggerId } = shortcut;
    const channelId = channel.id;
    const i = interactionOf(deps, { context, client, userId: user.id, channelId, triggerId, respond });
    await openCallForm(i, async () => {
      const writtenAt = Math.floor(Number(ts) * 1000);
      const { draft, phones } = await readTextOfMessage(i, textOf(message), writtenAt);
      return { draft: withShortTask(draft), channelId, foundPhones: phones };
    });
  };
}
