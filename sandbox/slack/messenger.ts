import type { Emulated } from './emulated.ts';
import { withIds } from './inputs.ts';
import type { State, StoredMessage } from './state.ts';
import type { Block } from './wire.ts';
import { botIds, innerBotToken } from './world.ts';

export type Content = { text?: string; blocks?: Block[] };
export type Messenger = ReturnType<typeof createMessenger>;

/** What Slack itself writes in the app's name: answers to commands and to `response_url`s, and ephemeral messages. */
export function createMessenger({ emulated, state }: { emulated: Emulated; state: State }) {
  let lastTs = 0;

  /** Within one second these sort after the emulator's own, which count up from .000001. */
  function newTs(): string {
    lastTs = (lastTs + 1) % 500_000;
    return `${Math.floor(Date.now() / 1000)}.${500_000 + lastTs}`;
  }

  async function post(channelId: string, content: Content, threadTs?: string): Promise<string> {
    const thread = threadTs ? { thread_ts: threadTs } : {};
    const blocks = content.blocks ? { blocks: withIds(content.blocks) } : {};
    const args = { channel: channelId, text: content.text ?? '', ...blocks, ...thread };
    // A `response_url` reaches conversations that the bot is no member of; the emulator then cannot keep the message.
    const answer = await emulated.call(innerBotToken, 'chat.postMessage', args);
    const ts = answer.ok ? String(answer.ts) : newTs();
    state.put(newMessage(channelId, ts, content, threadTs ? { threadTs } : {}));
    return ts;
  }

  async function edit(channelId: string, ts: string, content: Content) {
    const before = state.findMessage(channelId, ts);
    if (!before) return;
    const blocks = withIds(content.blocks ?? []);
    await emulated.call(innerBotToken, 'chat.update', {
      channel: channelId,
      ts,
      text: content.text ?? '',
      blocks,
    });
    state.put({ ...before, text: content.text ?? '', blocks, edited: blocks.length === 0 });
  }

  async function remove(channelId: string, ts: string) {
    await emulated.call(innerBotToken, 'chat.delete', { channel: channelId, ts });
    state.remove(channelId, ts);
  }

  function whisper(
    viewerId: string,
    channelId: string,
    content: Content,
    at: { ts?: string; threadTs?: string } = {},
  ) {
    const ts = at.ts ?? newTs();
    const thread = at.threadTs ? { threadTs: at.threadTs } : {};
    state.putEphemeral(viewerId, newMessage(channelId, ts, content, { ...thread, isEphemeral: true }));
    return ts;
  }

  return { post, edit, remove, whisper };
}

/** A message of the app's, unless `more` names another author. */
export function newMessage(
  channelId: string,
  ts: string,
  { text = '', blocks = [] }: Content,
  more: Partial<Pick<StoredMessage, 'threadTs' | 'isEphemeral' | 'files' | 'userId' | 'isBot'>> = {},
): StoredMessage {
  return {
    channelId,
    ts,
    userId: botIds.botUserId,
    isBot: true,
    text,
    blocks: withIds(blocks),
    files: [],
    edited: false,
    isEphemeral: false,
    ...more,
  };
}
