import { webApi } from '@slack/bolt';
import type { AskerInPlace } from '../errors/explain.ts';
import { type Message, sentence } from '../ui/blocks.ts';
import { wordsIn } from '../ui/formats.ts';
import { createSender } from './sender.ts';

type File = { filename: string; title: string; content: string; comment: string };

/**
 * Sends a file to one person: nothing else of Slack takes one for somebody alone than their direct messages with Kally. It hangs
 * under a message of ours, because only posting that message tells which conversation this is. Answers what to say where they asked:
 * `said`, or that Slack did not take it.
 */
export async function sendFile(
  { kit, client, person, profile }: AskerInPlace,
  { comment, said, ...file }: File & { said: string },
): Promise<Message[]> {
  const sender = createSender(client, kit.clock);
  const posted = await sender.post(person.userId, sentence(comment));
  try {
    await sender.upload(posted, file);
    return [sentence(said)];
  } catch (error) {
    if (!(error instanceof webApi.WebAPIPlatformError)) throw error;
    kit.log.info({ err: error }, 'Slack did not take a file');
    const refused = sentence(wordsIn(profile.language).trouble.file);
    await sender.edit(posted, refused);
    return [refused];
  }
}
