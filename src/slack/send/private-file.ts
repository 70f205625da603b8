import { webApi } from '@slack/bolt';
import type { Interaction } from '../context.ts';
import { type Message, sentence } from '../ui/blocks.ts';
import { uiWords } from '../ui/words.ts';

export type PrivateFile = { filename: string; title: string; content: string };

/**
 * Sends a file to one person, in their direct messages with Kally: the only place where Slack takes a file for one person. Only posting a
 * message tells the id of that conversation, so one goes ahead and is deleted when the file is there. Returns what to say where they asked:
 * `said`, or that Slack did not take the file.
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
  const [sender, { language }] = await Promise.all([deps.senderFor(person.workspaceId), profile()]);
  const { fileComing, fileRefused } = uiWords[language];
  const coming = await sender.post(person.userId, sentence(fileComing));
  try {
    let isFirst = true;
    for await (const file of files) {
      await sender.upload({ channelId: coming.channelId }, { ...file, ...(isFirst && { comment }) });
      isFirst = false;
    }
  } catch (error) {
    if (!(error instanceof webApi.WebAPIPlatformError)) throw error;
    deps.log.info({ err: error }, 'Slack did not take a file');
    await sender.edit(coming, sentence(fileRefused));
    return [sentence(fileRefused)];
  }
  await sender
    .remove(coming)
    .catch((err: unknown) => deps.log.info({ err }, 'the message that announced a file stays'));
  return [sentence(said)];
}
