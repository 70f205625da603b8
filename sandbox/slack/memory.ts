import type { Emulated } from './emulated.ts';
import type { FileStore } from './file-store.ts';
import type { ResponseUrls } from './response-urls.ts';
import type { State, StoredChannel, StoredMessage } from './state.ts';
import type { Views } from './views.ts';
import type { Workflows } from './workflows.ts';
import { botIds, innerBotToken, personToken } from './world.ts';

type Keepers = {
  state: State;
  views: Views;
  responseUrls: ResponseUrls;
  fileStore: FileStore;
  workflows: Workflows;
};
export type SlackMemory = ReturnType<typeof memoryOf>;

/** All that a Slack would still know after a restart, as plain data. */
export function memoryOf({ state, views, responseUrls, fileStore, workflows }: Keepers) {
  return {
    ...state.save(),
    views: views.save(),
    responseUrls: responseUrls.save(),
    files: fileStore.save(),
    runs: workflows.save(),
  };
}

export async function remember(
  keepers: Keepers & { emulated: Emulated },
  memory: SlackMemory,
): Promise<void> {
  const { emulated, state, views, responseUrls, fileStore, workflows } = keepers;
  const before = new Map(state.channels.map(({ id, memberIds }) => [id, memberIds]));
  state.restore(memory);
  views.restore(memory.views);
  responseUrls.restore(memory.responseUrls);
  fileStore.restore(memory.files);
  workflows.restore(memory.runs ?? []);
  await Promise.all(state.channels.map((channel) => repeat(emulated, channel, before.get(channel.id) ?? [])));
}

/** Does once more to the emulator what was done to the one before, and takes its new stamps for the old ones. */
async function repeat(emulated: Emulated, channel: StoredChannel, memberIds: string[]): Promise<void> {
  const isNew = channel.memberIds.includes(botIds.botUserId) && !memberIds.includes(botIds.botUserId);
  if (isNew) await emulated.call(innerBotToken, 'conversations.join', { channel: channel.id });
  const oldestFirst = channel.messages.toSorted((a, b) => (a.ts < b.ts ? -1 : 1));
  for (const message of oldestFirst) await repost(emulated, message);
}

async function repost(emulated: Emulated, message: StoredMessage): Promise<void> {
  const { channelId, ts, threadTs, userId, isBot, text, blocks } = message;
  const answer = await emulated.call(isBot ? innerBotToken : personToken(userId), 'chat.postMessage', {
    channel: channelId,
    // A file may have come without a word.
    text: text || 'file',
    ...(blocks.length > 0 ? { blocks } : {}),
    ...(threadTs && threadTs !== ts ? { thread_ts: threadTs } : {}),
  });
  // Refused where it was refused before: what came by a `response_url` to a conversation without the bot.
  if (answer.ok) emulated.aliasTs(String(answer.ts), ts);
}
