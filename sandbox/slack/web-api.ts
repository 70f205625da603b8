import { checkBlocks } from './check-blocks.ts';
import type { Answer, Emulated } from './emulated.ts';
import { withIds } from './inputs.ts';
import { botScopes, type Manifest } from './manifest.ts';
import { botMessage, type Messenger } from './messenger.ts';
import type { Sockets } from './sockets.ts';
import type { State, StoredChannel } from './state.ts';
import { refusal, type Views } from './views.ts';
import type { Block, WireFile, WirePerson } from './wire.ts';
import { botIds, credentials, innerBotToken, personToken, team } from './world.ts';

type Args = Record<string, unknown>;
type Caller = { token: string; scopes: Set<string> };
type Deps = {
  manifest: Manifest;
  url: string;
  emulated: Emulated;
  state: State;
  views: Views;
  messenger: Messenger;
  sockets: Sockets;
};
export type WebApi = ReturnType<typeof createWebApi>;

const previewLength = 2_000;

/** Arguments that are JSON inside a form. */
const jsonArguments = ['blocks', 'view', 'files', 'attachments', 'metadata'];

/** The scopes of the methods that are answered or refused here before the emulator could ask for them. */
const scopeOf: Record<string, string> = {
  'chat.postMessage': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'chat.update': 'chat:write',
  'chat.delete': 'chat:write',
  'files.completeUploadExternal': 'files:write',
};

/**
 * The Web API as the app meets it: Slack's rules that the emulator does not know, then the emulator, then what changed on
 * people's screens.
 */
export function createWebApi(deps: Deps) {
  const { manifest, url, emulated, state, views, messenger, sockets } = deps;
  const callers = new Map<string, Caller>();
  /** Tokens that worked once, and what Slack says to them now. */
  const dead = new Map<string, 'token_revoked' | 'account_inactive'>();
  admit(credentials.botToken, botScopes(manifest));

  function admit(token: string, scopes: string[]) {
    callers.set(token, { token, scopes: new Set(scopes) });
  }

  function kill(token: string, answer: 'token_revoked' | 'account_inactive'): boolean {
    dead.set(token, answer);
    return callers.delete(token);
  }

  const hasHome = manifest.features?.app_home?.home_tab_enabled ?? false;
  const isPerson = (id: string) => state.people.some((one) => one.id === id && !one.isBot);

  const own: Record<string, (args: Args, caller: Caller) => Answer> = {
    'auth.revoke': (_, caller) => ({ ok: true, revoked: kill(caller.token, 'token_revoked') }),
    'chat.postEphemeral': postEphemeral,
    'views.open': (args) => views.open(args),
    'views.push': (args) => views.push(args),
    'views.update': (args) => views.update(args),
    'views.publish': (args) => (hasHome ? views.publish(args, isPerson) : refusal('not_enabled')),
  };

  async function call(method: string, token: string | undefined, given: Args): Promise<Answer> {
    if (method === 'apps.connections.open') return openConnection(token);
    if (method === 'oauth.v2.access') return exchangeCode(given);
    if (!token) return refusal('not_authed');
    if (token === credentials.appToken) return refusal('not_allowed_token_type');
    const caller = callers.get(token);
    if (!caller) return refusal(dead.get(token) ?? 'invalid_auth');
    const { args, fault } = parseJsonArguments(given);
    if (fault) return fault;
    const refused =
      missingScope(method, caller) ?? checkContent(method, args) ?? checkAccess(method, args, caller);
    if (refused) return refused;
    const answer = await (own[method]?.(args, caller) ?? emulated.call(token, method, args));
    return answer.ok ? accepted(method, args, answer) : hidePrivate(args, answer);
  }

  function openConnection(token: string | undefined): Answer {
    if (!token) return refusal('not_authed');
    if (token === credentials.botToken) return refusal('not_allowed_token_type');
    if (token !== credentials.appToken) return refusal('invalid_auth');
    return { ok: true, url: sockets.issueUrl(url) };
  }

  async function exchangeCode(args: Args): Promise<Answer> {
    // The emulator knows one redirect address of the sandbox's own; the app's was checked when it sent the person there.
    const { redirect_uri: _, ...rest } = args;
    const answer = await emulated.call('', 'oauth.v2.access', rest);
    if (answer.ok) admit(String(answer.access_token), String(answer.scope).split(','));
    return answer;
  }

  function missingScope(method: string, caller: Caller): Answer | undefined {
    const needed = scopeOf[method];
    if (!needed || caller.scopes.has(needed)) return undefined;
    return { ok: false, error: 'missing_scope', needed, provided: [...caller.scopes].join(',') };
  }

  function checkContent(method: string, args: Args): Answer | undefined {
    if (!/^chat\.(postMessage|postEphemeral|update)$/.test(method)) return undefined;
    const faults = checkBlocks('message', args);
    if (faults.length === 0) {
      if (Array.isArray(args.blocks)) args.blocks = withIds(args.blocks as Block[]);
      return undefined;
    }
    return refusal(
      faults.some((fault) => fault.startsWith('msg_blocks_too_long'))
        ? 'msg_blocks_too_long'
        : 'invalid_blocks',
      faults,
    );
  }

  function channelOf(args: Args): StoredChannel | undefined {
    const named = textOf(args.channel ?? args.channel_id);
    return (
      state.channel(named) ?? state.channels.find((one) => one.kind !== 'im' && `#${one.name}` === named)
    );
  }

  function checkAccess(method: string, args: Args, caller: Caller): Answer | undefined {
    const channel = channelOf(args);
    if (!channel) {
      // A file goes to a conversation; a person's id is taken by chat.postMessage only.
      const isUpload = method === 'files.completeUploadExternal' && args.channel_id !== undefined;
      return isUpload ? refusal('channel_not_found') : undefined;
    }
    if (channel.memberIds.includes(botIds.botUserId)) return undefined;
    if (channel.kind !== 'public') return needsAccess(method) ? refusal('channel_not_found') : undefined;
    // Posting to a channel from outside does not extend to whispering there:
    // https://github.com/slackapi/node-slack-sdk/issues/977
    const isOpenToAll = method === 'chat.postMessage' && caller.scopes.has('chat:write.public');
    return needsMembership(method) && !isOpenToAll ? refusal('not_in_channel') : undefined;
  }

  /** Slack does not tell a stranger that a private conversation exists. */
  function hidePrivate(args: Args, answer: Answer): Answer {
    const channel = channelOf(args);
    const isSecret = channel && channel.kind !== 'public' && !channel.memberIds.includes(botIds.botUserId);
    return isSecret && answer.error === 'not_in_channel' ? { ...answer, error: 'channel_not_found' } : answer;
  }

  function postEphemeral(args: Args): Answer {
    const channel = channelOf(args);
    const viewerId = textOf(args.user);
    if (!channel) return refusal('channel_not_found');
    if (!args.text && !args.blocks) return refusal('no_text');
    if (!isPerson(viewerId)) return refusal('user_not_found');
    if (!channel.memberIds.includes(viewerId)) return refusal('user_not_in_channel');
    const thread = args.thread_ts ? { threadTs: textOf(args.thread_ts) } : {};
    return { ok: true, message_ts: messenger.whisper(viewerId, channel.id, contentOf(args), thread) };
  }

  async function accepted(method: string, args: Args, answer: Answer): Promise<Answer> {
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
        return { ...answer, user: withLocale(answer.user as Args, isTrue(args.include_locale)) };
      case 'users.list':
        return { ...answer, members: listed(answer.members as Args[], isTrue(args.include_locale)) };
      default:
        return answer;
    }
  }

  function posted(channelId: string, args: Args, answer: Answer): Answer {
    const thread = args.thread_ts ? { threadTs: textOf(args.thread_ts) } : {};
    state.put(botMessage(channelId, String(answer.ts), contentOf(args), thread));
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
      const thread = args.thread_ts ? { threadTs: textOf(args.thread_ts) } : {};
      const content = { text: textOf(args.initial_comment) };
      state.put(
        botMessage(channelId, ts, content, { ...thread, files: await Promise.all(files.map(drawFile)) }),
      );
    }
    return { ok: true, files: files.map(({ id, title }) => ({ id, title })) };
  }

  async function drawFile({ id, name, title, mimetype, size }: EmulatedFile): Promise<WireFile> {
    const path = `${id}/${encodeURIComponent(name)}`;
    const file = { id, name, title, mimetype, size, url: `/sandbox/files/${path}` };
    if (!mimetype.startsWith('text/')) return file;
    const { bytes } = await emulated.download(innerBotToken, path);
    return { ...file, preview: bytes.toString('utf8').slice(0, previewLength) };
  }

  function setMembership(args: Args, joins: boolean) {
    const channel = channelOf(args);
    if (!channel) return;
    const others = channel.memberIds.filter((id) => id !== botIds.botUserId);
    channel.memberIds = joins ? [...others, botIds.botUserId] : others;
    state.changed();
  }

  function withLocale(user: Args, includeLocale: boolean): Args {
    const person = state.person(String(user.id));
    if (!person) return user;
    return { ...user, ...localeOf(person), ...(includeLocale ? { locale: person.locale } : {}) };
  }

  function listed(members: Args[], includeLocale: boolean): Args[] {
    const known = members.filter((member) => state.person(String(member.id)));
    return known.map((member) => withLocale(member, includeLocale));
  }

  /** A message from a person's own client. */
  async function postAs(
    person: WirePerson,
    channelId: string,
    text: string,
    threadTs?: string,
  ): Promise<Answer> {
    const thread = threadTs ? { thread_ts: threadTs } : {};
    const args = { channel: channelId, text, ...thread };
    const answer = await emulated.call(personToken(person.id), 'chat.postMessage', args);
    if (answer.ok) {
      const message = botMessage(channelId, String(answer.ts), { text }, threadTs ? { threadTs } : {});
      state.put({ ...message, userId: person.id, isBot: false });
    }
    return answer;
  }

  return {
    call,
    postAs,
    /** After an uninstall no token of the app's works. */
    revokeAll() {
      for (const token of callers.keys()) kill(token, 'account_inactive');
    },
  };
}

type EmulatedFile = {
  id: string;
  name: string;
  title: string;
  mimetype: string;
  size: number;
  shares?: Record<'public' | 'private', Record<string, { ts: string }[]> | undefined>;
};

function shareTs({ shares }: EmulatedFile, channelId: string): string | undefined {
  return (shares?.public?.[channelId] ?? shares?.private?.[channelId])?.[0]?.ts;
}

const needsAccess = (method: string) =>
  /^(chat|conversations|files)\./.test(method) && method !== 'conversations.open';
const needsMembership = (method: string) =>
  /^chat\.(postMessage|postEphemeral)$|^files\.completeUploadExternal$|^conversations\.(history|replies)$/.test(
    method,
  );

function contentOf(args: Args) {
  return {
    text: textOf(args.text),
    ...(Array.isArray(args.blocks) ? { blocks: args.blocks as Block[] } : {}),
  };
}

function parseJsonArguments(given: Args): { args: Args; fault?: Answer } {
  const args = { ...given };
  for (const name of jsonArguments) {
    if (typeof args[name] !== 'string') continue;
    try {
      args[name] = JSON.parse(args[name]);
    } catch {
      return { args, fault: refusal(name === 'blocks' ? 'invalid_blocks_format' : 'invalid_arguments') };
    }
  }
  return { args };
}

function localeOf(person: WirePerson) {
  const now = new Date();
  return {
    tz: person.tz,
    tz_label: new Intl.DateTimeFormat('en', { timeZone: person.tz, timeZoneName: 'long' })
      .formatToParts(now)
      .find((part) => part.type === 'timeZoneName')?.value,
    tz_offset: offsetSeconds(person.tz, now),
    is_bot: person.isBot,
    is_restricted: person.isGuest,
    is_ultra_restricted: false,
    is_app_user: false,
    updated: Math.floor(now.getTime() / 1000),
  };
}

function offsetSeconds(tz: string, at: Date): number {
  const wallClock = new Date(at.toLocaleString('en-US', { timeZone: tz }));
  const utc = new Date(at.toLocaleString('en-US', { timeZone: 'UTC' }));
  return Math.round((wallClock.getTime() - utc.getTime()) / 1000);
}

/** An argument that Slack reads as text. */
const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

const isTrue = (value: unknown) => value === true || value === 'true' || value === '1' || value === 1;
