import { type Args, contentOf, isTrue, textOf, threadOf } from './arguments.ts';
import type { Answer } from './emulated.ts';
import type { FileStore } from './file-store.ts';
import { newMessage } from './messenger.ts';
import { describeUser } from './profiles.ts';
import { channelOf } from './rules.ts';
import type { State } from './state.ts';
import type { Block, WireFile } from './wire.ts';
import { botIds, team } from './world.ts';

const previewLength = 2_000;

type EmulatedFile = {
  id: string;
  name: string;
  title: string;
  mimetype: string;
  size: number;
  shares?: Record<'public' | 'private', Record<string, { ts: string }[]> | undefined>;
};

/** Brings to people's screens what a call did, and its answer into the shape that Slack gives it. */
export function createEffects({ fileStore, state }: { fileStore: FileStore; state: State }) {
  async function apply(method: string, args: Args, answer: Answer): Promise<Answer> {
    const channelId = textOf(answer.channel ?? args.channel);
    switch (method) {
      case 'chat.postMessage':
        return posted(channelId, args, answer);
      case 'chat.update':
        return updated(channelId, answer);
      case 'chat.delete':
        state.remove(channelId, String(args.ts));
        return answer;
      case 'files.completeUploadExternal':
        return shared(args, answer);
      case 'conversations.join':
      case 'conversations.leave':
        setMembership(args, method === 'conversations.join');
        return answer;
      case 'users.info':
        return { ...answer, user: describe(answer.user as Args, isTrue(args.include_locale)) };
      case 'users.list':
        return { ...answer, members: describeAll(answer.members as Args[], isTrue(args.include_locale)) };
      default:
        return answer;
    }
  }

  function posted(channelId: string, args: Args, answer: Answer): Answer {
    state.put(newMessage(channelId, String(answer.ts), contentOf(args), threadOf(args)));
    const identity = { bot_id: botIds.botId, app_id: botIds.appId, team: team.id };
    return { ...answer, message: { ...(answer.message as Args), ...identity } };
  }

  function updated(channelId: string, answer: Answer): Answer {
    const before = state.findMessage(channelId, String(answer.ts));
    const { text, blocks = [] } = answer.message as { text: string; blocks?: Block[] };
    // Slack's client writes "(edited)" under plain text only, not under blocks.
    if (before) state.put({ ...before, text, blocks, edited: blocks.length === 0 });
    return answer;
  }

  /** Slack shares a file some time after it answered, so its answer does not say where the file went. */
  async function shared(args: Args, answer: Answer): Promise<Answer> {
    const files = answer.files as EmulatedFile[];
    const channelId = textOf(args.channel_id);
    const ts = files.map((file) => shareTs(file, channelId)).find((one) => one !== undefined);
    if (ts) {
      const drawn = await Promise.all(files.map(drawFile));
      const content = { text: textOf(args.initial_comment) };
      state.put(newMessage(channelId, ts, content, { ...threadOf(args), files: drawn }));
    }
    return { ok: true, files: files.map(({ id, title }) => ({ id, title })) };
  }

  async function drawFile({ id, name, title, mimetype, size }: EmulatedFile): Promise<WireFile> {
    const path = `${id}/${encodeURIComponent(name)}`;
    const file = { id, name, title, mimetype, size, url: `/sandbox/files/${path}` };
    const bytes = await fileStore.keep(path);
    return mimetype.startsWith('text/')
      ? { ...file, preview: bytes.toString('utf8').slice(0, previewLength) }
      : file;
  }

  function setMembership(args: Args, joins: boolean) {
    const channel = channelOf(state, args);
    if (!channel) return;
    const others = channel.memberIds.filter((id) => id !== botIds.botUserId);
    channel.memberIds = joins ? [...others, botIds.botUserId] : others;
    state.changed();
  }

  function describe(user: Args, includeLocale: boolean): Args {
    const person = state.person(String(user.id));
    return person ? describeUser(user, person, includeLocale) : user;
  }

  /** The emulator has a user of its own, who is nobody in this workspace. */
  function describeAll(users: Args[], includeLocale: boolean): Args[] {
    return users.filter((user) => state.person(String(user.id))).map((user) => describe(user, includeLocale));
  }

  return { apply };
}

function shareTs({ shares }: EmulatedFile, channelId: string): string | undefined {
  return (shares?.public?.[channelId] ?? shares?.private?.[channelId])?.[0]?.ts;
}
