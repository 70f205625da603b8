import type { AskerInPlace } from './ask-kally.ts';
import { createSender } from './sender.ts';
import { sentence } from './views/blocks.ts';

type File = { filename: string; title: string; content: string; comment: string };

/**
 * Sends a file to one person: nothing else of Slack takes one for somebody alone than their direct messages with Kally. It hangs
 * under a message of ours, because only posting that message tells which conversation this is.
 */
export async function sendFile(
  { kit, client, person }: AskerInPlace,
  { comment, ...file }: File,
): Promise<void> {
  const sender = createSender(client, kit.clock);
  const posted = await sender.post(person.userId, sentence(comment));
  await sender.upload(posted, file);
}
