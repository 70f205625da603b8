import type { Interaction } from '../context.ts';
import { promptWords } from './prompt-words.ts';

/**
 * Suggestions in an empty conversation with Kally. Choosing one sends its message, which Kally answers like any other: with what it
 * understood, and a button that opens the form.
 */
export async function suggestPrompts({
  deps,
  person,
  client,
  channelId,
  profile,
}: Interaction): Promise<void> {
  const { surface } = deps;
  if (!surface?.isOpen(person.workspaceId, channelId)) return;
  const { title, prompts } = promptWords[(await profile()).language];
  try {
    await client.assistant.threads.setSuggestedPrompts({ channel_id: channelId, title, prompts });
  } catch (error) {
    surface.refused(person.workspaceId, channelId, error);
  }
}
