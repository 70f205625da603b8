import { createAgents } from './agents.ts';
import { type Args, contentOf, parseJsonArguments, textOf, threadOf } from './arguments.ts';
import { createEffects } from './effects.ts';
import type { Answer, Emulated } from './emulated.ts';
import type { FileStore } from './file-store.ts';
import { withIds } from './inputs.ts';
import { botScopes, type Manifest } from './manifest.ts';
import { type Messenger, newMessage } from './messenger.ts';
import type { OpenId } from './openid.ts';
import { unfurl } from './previews.ts';
import { type Caller, channelOf, refuse } from './rules.ts';
import type { Sockets } from './sockets.ts';
import type { State } from './state.ts';
import { refusal, type Views } from './views.ts';
import type { Block, WirePerson } from './wire.ts';
import type { Workflows } from './workflows.ts';
import { credentials, personToken } from './world.ts';

type Deps = {
  manifest: Manifest;
  url: string;
  emulated: Emulated;
  fileStore: FileStore;
  state: State;
  views: Views;
  messenger: Messenger;
  sockets: Sockets;
  openId: OpenId;
  workflows: Workflows;
};
export type WebApi = ReturnType<typeof createWebApi>;

/**
 * The Web API as the app meets it: Slack's rules that the emulator does not know, then the emulator, then what changed on
 * people's screens.
 */
export function createWebApi(deps: Deps) {
  const { manifest, url, emulated, fileStore, state, views, messenger, sockets, openId, workflows } = deps;
  const effects = createEffects({ fileStore, state });
  const agents = createAgents({ manifest, state });
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
    'agents.sessions.setStatus': (args) => agents.setStatus(args),
    'assistant.threads.setSuggestedPrompts': (args) => agents.suggest(args),
    'auth.revoke': (_, caller) => ({ ok: true, revoked: kill(caller.token, 'token_revoked') }),
    'chat.postEphemeral': postEphemeral,
    'chat.unfurl': (args) => unfurl(state, manifest, args),
    'functions.completeSuccess': (args, caller) => workflows.complete(args, caller.token),
    'functions.completeError': (args, caller) => workflows.complete(args, caller.token),
    'views.open': (args) => views.open(args),
    'views.push': (args) => views.push(args),
    'views.update': (args) => views.update(args),
    'views.publish': (args) => (hasHome ? views.publish(args, isPerson) : refusal('not_enabled')),
  };

  async function call(method: string, token: string | undefined, given: Args): Promise<Answer> {
    if (method === 'apps.connections.open') return openConnection(token);
    if (method === 'oauth.v2.access') return exchangeCode(given);
    if (method === 'openid.connect.token') return openId.exchange(given);
    if (method === 'openid.connect.userInfo') return openId.tellWho(token);
    if (!token) return refusal('not_authed');
    if (token === credentials.appToken) return refusal('not_allowed_token_type');
    const caller = callers.get(token) ?? workflows.callerOf(token);
    if (!caller) return refusal(dead.get(token) ?? 'invalid_auth');
    const { args, fault } = parseJsonArguments(given);
    if (fault) return fault;
    const refused = refuse({ method, args, caller, channel: channelOf(state, args) });
    if (refused) return refused;
    if (Array.isArray(args.blocks)) args.blocks = withIds(args.blocks as Block[]);
    const answer = await (own[method]?.(args, caller) ?? emulated.call(token, method, args));
    return answer.ok ? effects.apply(method, args, answer) : answer;
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

  function postEphemeral(args: Args): Answer {
    const channel = channelOf(state, args);
    const viewerId = textOf(args.user);
    if (!channel) return refusal('channel_not_found');
    if (!args.text && !args.blocks) return refusal('no_text');
    if (!isPerson(viewerId)) return refusal('user_not_found');
    if (!channel.memberIds.includes(viewerId)) return refusal('user_not_in_channel');
    return { ok: true, message_ts: messenger.whisper(viewerId, channel.id, contentOf(args), threadOf(args)) };
  }

  /** A message from a person's own client. */
  async function postAs(
    person: WirePerson,
    channelId: string,
    text: string,
    threadTs?: string,
  ): Promise<Answer> {
    const args = { channel: channelId, text, ...(threadTs ? { thread_ts: threadTs } : {}) };
    const answer = await emulated.call(personToken(person.id), 'chat.postMessage', args);
    const author = { userId: person.id, isBot: false };
    if (answer.ok)
      state.put(newMessage(channelId, String(answer.ts), { text }, { ...threadOf(args), ...author }));
    return answer;
  }

  async function leaveAs({ id }: WirePerson, channelId: string): Promise<Answer> {
    const answer = await emulated.call(personToken(id), 'conversations.leave', { channel: channelId });
    const channel = answer.ok ? state.channel(channelId) : undefined;
    if (channel) channel.memberIds = channel.memberIds.filter((one) => one !== id);
    if (channel) state.changed();
    return answer;
  }

  return {
    call,
    postAs,
    leaveAs,
    /** What a token may do, while it is good. */
    scopesOf(token = ''): string[] | undefined {
      const caller = callers.get(token);
      return caller && [...caller.scopes];
    },
    /** After an uninstall no token of the app's works. */
    revokeAll() {
      for (const token of callers.keys()) kill(token, 'account_inactive');
    },
  };
}
