import { type Args, textOf } from './arguments.ts';
import type { Answer } from './emulated.ts';
import { isAgent, listensTo, type Manifest } from './manifest.ts';
import { channelOf } from './rules.ts';
import type { State, StoredChannel } from './state.ts';
import { refusal } from './views.ts';
import type { WirePrompts, WireSession } from './wire.ts';
import { botIds } from './world.ts';

const statuses: readonly string[] = ['active', 'processing', 'suspended', 'closed'];
/** https://docs.slack.dev/ai/agent-sessions */
const processingMs = 60 * 60_000;
const titleMax = 200;
const mostPrompts = 4;

/** Slack's agent surface: sessions in threads, and suggestions in direct messages. Only for an app whose manifest has an `agent_view`. */
export function createAgents({ manifest, state }: { manifest: Manifest; state: State }) {
  const hours = new Map<string, NodeJS.Timeout>();

  /** https://docs.slack.dev/reference/methods/agents.sessions.setStatus */
  function setStatus(args: Args): Answer {
    const status = textOf(args.status);
    const title = textOf(args.title);
    const channel = channelOf(state, args);
    const ts = textOf(args.thread_ts);
    if (!isAgent(manifest)) return refusal('not_authorized');
    if (!statuses.includes(status) || title.length > titleMax) return refusal('invalid_arguments');
    if (!channel) return refusal('channel_not_found');
    if (!isMember(channel, botIds.botUserId)) return refusal('not_authorized');
    if (!ts) return refusal('thread_ts_required');
    const message = state.findMessage(channel.id, ts);
    // Slack does not document what it says of a thread that is not there.
    if (!message) return refusal('invalid_arguments', ['thread_ts']);
    const initiator = textOf(args.initiator_user_id);
    if (!message.session && initiator && !isMember(channel, initiator)) return refusal('user_not_found');
    const canStop = listensTo(manifest, 'agent_session_stopped');
    const session: WireSession = {
      status: status as WireSession['status'],
      title: message.session?.title ?? title,
      canStop,
    };
    state.put({ ...message, session });
    begin(channel.id, ts, session);
    const warning = 'missing_agent_session_stopped_event_subscription';
    return {
      ok: true,
      status,
      agent_status: status,
      title: session.title,
      ...(!canStop && { warning, response_metadata: { warnings: [warning] } }),
    };
  }

  /** Slack ends `processing` by itself; setting it again begins a new hour. */
  function begin(channelId: string, ts: string, { status }: WireSession): void {
    const key = `${channelId} ${ts}`;
    clearTimeout(hours.get(key));
    hours.delete(key);
    if (status !== 'processing') return;
    const end = setTimeout(() => {
      const message = state.findMessage(channelId, ts);
      if (message?.session) state.put({ ...message, session: { ...message.session, status: 'active' } });
    }, processingMs);
    hours.set(key, end.unref());
  }

  /** https://docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts */
  function suggest(args: Args): Answer {
    if (!isAgent(manifest)) return refusal('not_agent_app');
    const channel = channelOf(state, args);
    if (channel?.kind !== 'im' || !isMember(channel, botIds.botUserId)) return refusal('channel_not_found');
    const prompts = args.prompts as WirePrompts['prompts'] | undefined;
    const areGood = Array.isArray(prompts) && prompts.every(({ title, message }) => title && message);
    if (!areGood || prompts.length === 0 || prompts.length > mostPrompts) return refusal('invalid_arguments');
    channel.prompts = { title: textOf(args.title), prompts };
    state.changed();
    return { ok: true };
  }

  return { setStatus, suggest };
}

const isMember = ({ memberIds }: StoredChannel, id: string) => memberIds.includes(id);
