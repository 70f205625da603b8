import { webApi } from '@slack/bolt';
import type { Interaction } from '../context.ts';
import { type Message, sentence } from '../ui/blocks.ts';
import { uiWords } from '../ui/words.ts';

export type PrivateFile = { filename: string; title: string; content: string };

/**
 * Sends a file to one person, in their direct messages with Kally: the only place where Slack takes a file for one person. It hangs below a
 * message of ours, because only posting a message tells the id of that conversation. Returns what to say where they asked: `said`, or that
 * Slack did not take the file.
 */
export function sendFile(
  i: Interaction,
  { comment, said, ...file }: PrivateFile & { comment: string; said: string },
): Promise<Message[]> {
  return sendFiles(i, { comment, said }, [file]);
}

/** The same of several, each made when the one before it was sent. */
export async function sendFiles(
  { deps, person, profile }: Interaction,
  { comment, said }: { comment: string; said: string },
  files: AsyncIterable<PrivateFile> | Iterable<PrivateFile>,
): Promise<Message[]> {
  const sender = await deps.senderFor(person.workspaceId);
  const posted = await sender.post(person.userId, sentence(comment));
  try {
    for await (const file of files) await sender.upload(posted, file);
    return [sentence(said)];
  } catch (error) {
    if (!(error instanceof webApi.WebAPIPlatformError)) throw error;
    deps.log.info({ err: error }, 'Slack did not take a file');
    const { language } = await profile();
    const refused = sentence(uiWords[language].fileRefused);
    await sender.edit(posted, refused);
    return [refused];
  }
}
