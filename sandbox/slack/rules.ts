import { type Args, textOf } from './arguments.ts';
import { checkBlocks } from './check-blocks.ts';
import type { Answer } from './emulated.ts';
import type { State, StoredChannel } from './state.ts';
import { refusal } from './views.ts';
import { botIds } from './world.ts';

export type Caller = { token: string; scopes: Set<string> };
type Call = { method: string; args: Args; caller: Caller; channel: StoredChannel | undefined };

/** The scopes of the methods that are answered or refused here before the emulator could ask for them. */
const scopeOf: Record<string, string> = {
  'agents.sessions.setStatus': 'chat:write',
  'assistant.threads.setSuggestedPrompts': 'assistant:write',
  'chat.postMessage': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'chat.unfurl': 'links:write',
  'chat.update': 'chat:write',
  'chat.delete': 'chat:write',
  'files.completeUploadExternal': 'files:write',
};

/** Why Slack refuses a call that the emulator would take; nothing when it is the emulator's to judge. */
export function refuse(call: Call): Answer | undefined {
  return missingScope(call) ?? checkContent(call) ?? checkAccess(call);
}

/** The conversation a call is about, by its id or by `#name`. */
export function channelOf(state: State, args: Args): StoredChannel | undefined {
  const named = textOf(args.channel ?? args.channel_id);
  return state.channel(named) ?? state.channels.find((one) => one.kind !== 'im' && `#${one.name}` === named);
}

function missingScope({ method, caller }: Call): Answer | undefined {
  const needed = scopeOf[method];
  if (!needed || caller.scopes.has(needed)) return undefined;
  return { ok: false, error: 'missing_scope', needed, provided: [...caller.scopes].join(',') };
}

function checkContent({ method, args }: Call): Answer | undefined {
  if (!/^chat\.(postMessage|postEphemeral|update)$/.test(method)) return undefined;
  const faults = checkBlocks('message', args);
  if (faults.length === 0) return undefined;
  const isTooLong = faults.some((fault) => fault.startsWith('msg_blocks_too_long'));
  return refusal(isTooLong ? 'msg_blocks_too_long' : 'invalid_blocks', faults);
}

function checkAccess({ method, args, caller, channel }: Call): Answer | undefined {
  if (!channel) {
    // A file goes to a conversation; a person's id is taken by chat.postMessage only.
    const isUpload = method === 'files.completeUploadExternal' && args.channel_id !== undefined;
    return isUpload ? refusal('channel_not_found') : undefined;
  }
  if (isMember(channel)) return undefined;
  // Slack does not tell a stranger that a private conversation exists.
  if (channel.kind !== 'public') return needsAccess(method) ? refusal('channel_not_found') : undefined;
  // Posting to a channel from outside does not extend to whispering there:
  // https://github.com/slackapi/node-slack-sdk/issues/977
  const isOpenToAll = method === 'chat.postMessage' && caller.scopes.has('chat:write.public');
  return needsMembership(method) && !isOpenToAll ? refusal('not_in_channel') : undefined;
}

const isMember = (channel: StoredChannel) => channel.memberIds.includes(botIds.botUserId);

const needsAccess = (method: string) =>
  /^(chat|conversations|files)\./.test(method) && method !== 'conversations.open';

const membersOnly = [
  'chat.postMessage',
  'chat.postEphemeral',
  'files.completeUploadExternal',
  'conversations.history',
  'conversations.replies',
];
const needsMembership = (method: string) => membersOnly.includes(method);
