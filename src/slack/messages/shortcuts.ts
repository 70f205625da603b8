import type { GlobalShortcut, MessageShortcut, Middleware, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import { readMessage } from '../../domain/free-text.ts';
import { type Kit, personIn } from '../context.ts';
import { withShortTask } from '../form/button-draft.ts';
import { openCallForm } from '../form/open-form.ts';

/** *Make a phone call*, from anywhere: Slack does not say where the person is. */
export function makeCall(kit: Kit): Middleware<SlackShortcutMiddlewareArgs<GlobalShortcut>> {
  return async ({ ack, shortcut, context, client }) => {
    await ack();
    const person = personIn(context, shortcut.user.id);
    const start = () => ({ draft: {}, channelId: person.userId });
    await openCallForm(kit, { person, client, triggerId: shortcut.trigger_id, start });
  };
}

/** Apps write their messages into attachments, and leave the text empty. */
const messageSchema = z.object({
  text: z.string().nullish(),
  attachments: z.array(z.object({ text: z.string().nullish(), fallback: z.string().nullish() })).nullish(),
});

/** *Call about this*, on a message: the form filled in with what it says. */
export function callAboutThis(kit: Kit): Middleware<SlackShortcutMiddlewareArgs<MessageShortcut>> {
  return async ({ ack, shortcut, context, client, respond }) => {
    await ack();
    const { channel, message, message_ts: ts, trigger_id: triggerId } = shortcut;
    await openCallForm(kit, {
      person: personIn(context, shortcut.user.id),
      client,
      respond,
      triggerId,
      start({ language, timeZone, country }) {
        const reading = { now: kit.clock.now(), language, timeZone, country };
        const { draft, phones } = readMessage(textOf(message), Math.floor(Number(ts) * 1000), reading);
        return { draft: withShortTask(draft), channelId: channel.id, foundPhones: phones };
      },
    });
  };
}

function textOf(message: object): string {
  const { text, attachments } = messageSchema.parse(message);
  return [text, ...(attachments ?? []).map(({ text, fallback }) => text || fallback)]
    .filter(Boolean)
    .join('\n');
}
