import type { Interaction } from '../context.ts';
import { type Message, sentence } from '../ui/blocks.ts';

type Answerable = Pick<Interaction, 'client' | 'person' | 'respond'>;

/** Tells the person alone: where they are, or as a direct message if Slack's address for that is used up. */
export async function tellPrivately(
  { respond, client, person }: Answerable,
  message: Message | string,
): Promise<void> {
  const said = typeof message === 'string' ? sentence(message) : message;
  if (respond) {
    const isSaid = await respond({ ...said, response_type: 'ephemeral', replace_original: false }).then(
      () => true,
      () => false,
    );
    if (isSaid) return;
  }
  await client.chat.postMessage({ channel: person.userId, ...said, unfurl_links: false });
}

/** Replaces the message in which the person pressed a button. */
export async function replacePrivately(i: Answerable, message: Message): Promise<void> {
  const isReplaced = await i.respond?.({ ...message, replace_original: true }).then(
    () => true,
    () => false,
  );
  if (!isReplaced) await tellPrivately({ ...i, respond: undefined }, message);
}
