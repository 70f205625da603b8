import { clientErrors } from './client-errors.ts';
import type { Deliveries } from './deliveries.ts';
import type { Delivery, Outcome } from './delivery.ts';
import { escapeText } from './escaping.ts';
import { type Element, type Placed, placedElements, stateFrom, valuesOf } from './inputs.ts';
import { hasCommands, listensTo, type Manifest } from './manifest.ts';
import * as payloads from './payloads.ts';
import { linksFor } from './previews.ts';
import type { ResponseUrls } from './response-urls.ts';
import type { State, StoredChannel, StoredMessage } from './state.ts';
import { obeySubmission } from './submission.ts';
import { describeView, type View, type Views } from './views.ts';
import type { WebApi } from './web-api.ts';
import type {
  ActAnswer,
  Block,
  InputState,
  InputValue,
  StateValues,
  WireOption,
  WireOptionGroup,
  WirePerson,
} from './wire.ts';
import type { Workflows } from './workflows.ts';
import { botIds } from './world.ts';

/** A message (ephemeral ones too), the modal on top, or the Home tab. */
export type Where = { channelId: string; ts: string } | 'modal' | 'home';
/** An element by its label, its button text, its action_id, its block_id or `block_id/action_id`. */
export type What = string | { actionId: string; blockId?: string };
export type Person = ReturnType<typeof createPerson>;

type Deps = {
  manifest: Manifest;
  state: State;
  views: Views;
  deliveries: Deliveries;
  responseUrls: ResponseUrls;
  webApi: WebApi;
  workflows: Workflows;
};
type Spot =
  | { blocks: Block[]; view: View }
  | { blocks: Block[]; channel: StoredChannel; message: StoredMessage };

const trouble = 'We had some trouble connecting. Try again?';
const tooLate = 'Operation timed out. Apps need to respond within 3 seconds.';
const leastQueryLength = 3;

/** One person's own Slack client. Every act resolves when the app has acknowledged it, or has not within Slack's limit. */
export function createPerson(me: WirePerson, deps: Deps) {
  const { manifest, state, views, deliveries, responseUrls, webApi, workflows } = deps;
  const userId = me.id;
  const loaded = new Map<string, WireOption[]>();
  const touched = new Map<string, StateValues>();

  function complain(notice: string): ActAnswer {
    state.notify(userId, notice);
    return { ok: false, notice };
  }

  const settle = (outcome: Outcome): ActAnswer => (outcome.ok ? { ok: true } : complain(tooLateOr(outcome)));

  function interact(payload: { type: string; [field: string]: unknown }): Promise<Outcome> {
    const delivery: Delivery = { kind: 'interactive', name: payload.type, payload };
    return deliveries.deliver(delivery);
  }

  /** Slack sends only the events that the manifest asks for. */
  async function emit(event: { type: string; [field: string]: unknown }, name = event.type) {
    if (listensTo(manifest, name)) await deliveries.deliverEvent(payloads.eventPayload(event), name);
  }

  function channelOf(id: string): StoredChannel {
    const channel = state.channelsFor(userId).some((one) => one.id === id) ? state.channel(id) : undefined;
    if (!channel) throw new Error(`${me.realName} cannot see a channel ${id}`);
    return channel;
  }

  /** A command when it begins with a slash, else a message. */
  async function types(
    channelId: string,
    text: string,
    { threadTs }: { threadTs?: string } = {},
  ): Promise<ActAnswer> {
    const channel = channelOf(channelId);
    const [, command, rest = ''] = /^(\/\S+)\s*([\s\S]*)$/.exec(text) ?? [];
    if (command) return runCommand(channel, command, escapeText(rest), threadTs);
    const encoded = withMentions(escapeText(text));
    const posted = await webApi.postAs(me, channelId, encoded, threadTs);
    if (!posted.ok) return complain(`Your message was not sent: ${posted.error}`);
    const ts = String(posted.ts);
    await Promise.all([
      ...eventsOfMessage(channel, encoded, ts, threadTs),
      ...eventsOfLinks(channel, encoded, ts, threadTs),
    ]);
    return { ok: true };
  }

  /** Slack's client sends `<@U…>` for the `@Name` that a person picks while typing. */
  function withMentions(text: string): string {
    return state.people.reduce((all, { id, realName }) => all.replaceAll(`@${realName}`, `<@${id}>`), text);
  }

  async function runCommand(channel: StoredChannel, command: string, text: string, threadTs?: string) {
    const commands = hasCommands(manifest) ? manifest.features?.slash_commands : [];
    if (!commands?.some((one) => one.command === command)) {
      return complain(
        `${command} is not a valid command. In Slack, all messages that start with the “/” are interpreted as commands.`,
      );
    }
    if (threadTs) return complain(`${command} is not supported in threads. Sorry!`);
    const origin = { userId, channelId: channel.id };
    const triggerId = views.issueTrigger(userId, { channelId: channel.id });
    const payload = payloads.commandPayload(me, channel, {
      command,
      text,
      triggerId,
      responseUrl: responseUrls.issue(origin),
    });
    const outcome = await deliveries.deliver({ kind: 'slash_commands', name: command, payload });
    if (!outcome.ok) return complain(`${command} failed with the error "${outcome.error}"`);
    await answerCommand(origin, outcome.body);
    return { ok: true };
  }

  async function answerCommand(origin: { userId: string; channelId: string }, body: unknown) {
    if (typeof body === 'string') await responseUrls.reply(origin, { text: body });
    else if (body && typeof body === 'object') await responseUrls.reply(origin, body);
  }

  function eventsOfMessage(channel: StoredChannel, text: string, ts: string, threadTs?: string) {
    const thread = threadTs ? { thread_ts: threadTs } : {};
    const common = { user: userId, text, ts, channel: channel.id, event_ts: ts, ...thread };
    if (!channel.memberIds.includes(botIds.botUserId)) return [];
    const isMention = channel.kind !== 'im' && text.includes(`<@${botIds.botUserId}>`);
    const scope = { public: 'channels', private: 'groups', im: 'im' }[channel.kind];
    const channelType = { public: 'channel', private: 'group', im: 'im' }[channel.kind];
    const message = emit({ ...common, type: 'message', channel_type: channelType }, `message.${scope}`);
    return isMention ? [message, emit({ ...common, type: 'app_mention' })] : [message];
  }

  /** Slack tells of links in public channels, and where the bot is. */
  function eventsOfLinks(channel: StoredChannel, text: string, ts: string, threadTs?: string) {
    const links = linksFor(manifest, text);
    const isMember = channel.memberIds.includes(botIds.botUserId);
    if (links.length === 0 || (channel.kind !== 'public' && !isMember)) return [];
    const said = { user: userId, channel: channel.id, message_ts: ts, event_ts: ts, links };
    const thread = threadTs ? { thread_ts: threadTs } : {};
    const source = { source: 'conversations_history', unfurl_id: `${channel.id}.${ts}` };
    return [emit({ type: 'link_shared', ...said, ...thread, ...source, is_bot_user_member: isMember })];
  }

  /** Presses a button, or gives a menu, picker or box `value`. */
  async function clicks(
    where: Where,
    what: What,
    { value }: { value?: InputValue } = {},
  ): Promise<ActAnswer> {
    const spot = look(where);
    const placed = findPlaced(spot.blocks, what);
    const chosen = value === undefined ? undefined : chooseState(placed, value);
    if (chosen) keep(spot, placed, chosen);
    if ('view' in spot && placed.block.type === 'input' && !placed.block.dispatch_action) return { ok: true };
    return press(spot, placed, chosen);
  }

  function look(where: Where): Spot {
    if (where === 'modal' || where === 'home') {
      const view = where === 'modal' ? views.top(userId) : views.home(userId);
      if (!view) throw new Error(`${me.realName} has no ${where} open`);
      return { view, blocks: view.payload.blocks };
    }
    const channel = channelOf(where.channelId);
    const own = state.ephemeralsOf(userId, channel.id).find((one) => one.ts === where.ts);
    const message = own ?? state.findMessage(channel.id, where.ts);
    if (!message) throw new Error(`${me.realName} sees no message ${where.ts} in ${where.channelId}`);
    return { channel, message, blocks: message.blocks };
  }

  function chooseState(placed: Placed, value: InputValue): InputState {
    const key = `${placed.block.block_id}/${placed.element.action_id}`;
    return stateFrom(placed.element, resolveNames(placed.element, value), loaded.get(key));
  }

  /** `#dinner` and `Luis Ortega` stand for their ids. */
  function resolveNames(element: Element, value: InputValue): InputValue {
    if (Array.isArray(value)) return value.map((one) => String(resolveNames(element, one)));
    if (/(conversations|channels)_select$/.test(element.type)) {
      return state.channelsFor(userId).find((one) => `#${one.name}` === value)?.id ?? value;
    }
    if (!element.type.endsWith('users_select')) return value;
    return state.people.find((one) => one.realName === value)?.id ?? value;
  }

  function keep(spot: Spot, { block, element }: Placed, chosen: InputState) {
    const values = 'view' in spot ? spot.view.values : messageValues(spot.message);
    values[block.block_id] = { ...values[block.block_id], [element.action_id]: chosen };
    if ('view' in spot) delete spot.view.errors[block.block_id];
    state.changed();
  }

  function messageValues(message: StoredMessage): StateValues {
    const values = valuesOf(message.blocks, touched.get(message.ts));
    touched.set(message.ts, values);
    return values;
  }

  async function press(spot: Spot, placed: Placed, chosen?: InputState): Promise<ActAnswer> {
    const action = payloads.actionOf(placed, chosen);
    if ('view' in spot) {
      const triggerId = views.issueTrigger(userId, triggerOrigin(spot.view));
      return settle(await interact(payloads.viewActionsPayload(me, spot.view, { action, triggerId })));
    }
    const { channel, message } = spot;
    const payload = payloads.messageActionsPayload(me, channel, message, {
      action,
      values: messageValues(message),
      triggerId: views.issueTrigger(userId, { channelId: channel.id }),
      responseUrl: responseUrls.issue({ userId, channelId: channel.id, message }),
    });
    return settle(await interact(payload));
  }

  /** Types into the open modal by the labels a person reads; what asks for `dispatch_action` reaches the app at once. */
  async function fills(
    values: Record<string, InputValue>,
    where: 'modal' | 'home' = 'modal',
  ): Promise<ActAnswer> {
    let last: ActAnswer = { ok: true };
    for (const [what, value] of Object.entries(values)) {
      last = await clicks(where, what, { value });
      if (!last.ok) return last;
    }
    return last;
  }

  /** The choices of an external menu for what was typed into it. */
  async function loadsOptions(where: Where, what: What, query: string): Promise<ActAnswer> {
    const spot = look(where);
    const placed = findPlaced(spot.blocks, what);
    const least = Number(placed.element.min_query_length ?? leastQueryLength);
    if (query.length < least) return { ok: true, options: [] };
    const outcome = await interact(payloads.suggestionPayload(me, placed, query, spot));
    if (!outcome.ok) return complain(tooLateOr(outcome));
    const body = (outcome.body ?? {}) as { options?: WireOption[]; option_groups?: WireOptionGroup[] };
    const { options, option_groups: optionGroups } = body;
    const all = [...(options ?? []), ...(optionGroups ?? []).flatMap((group) => group.options)];
    loaded.set(`${placed.block.block_id}/${placed.element.action_id}`, all);
    return { ok: true, ...(options ? { options } : {}), ...(optionGroups ? { optionGroups } : {}) };
  }

  async function submits(): Promise<ActAnswer> {
    const { view } = look('modal') as { view: View };
    view.errors = clientErrors(view.payload.blocks, view.values, me.locale);
    state.changed();
    if (Object.keys(view.errors).length > 0) return { ok: false, errors: view.errors, closed: false };
    const triggerId = views.issueTrigger(userId, triggerOrigin(view));
    const outcome = await interact(payloads.submissionPayload(me, view, triggerId, targetsOf(view)));
    if (!outcome.ok) return { ...complain(trouble), closed: false };
    const answer = obeySubmission(view, outcome.body, { views, state });
    return answer === 'nonsense' ? { ...complain(trouble), closed: false } : answer;
  }

  function targetsOf(view: View) {
    return payloads.responseUrlTargets(view).map(({ blockId, actionId, channelId }) => ({
      block_id: blockId,
      action_id: actionId,
      channel_id: channelId,
      response_url: responseUrls.issue({ userId, channelId }),
    }));
  }

  /** The close button, which goes back to the view below; or, with `all`, the X. */
  async function closes({ all = false }: { all?: boolean } = {}): Promise<ActAnswer> {
    const gone = all ? views.clear(userId) : views.pop(userId);
    const told = gone.filter((view) => view.payload.notify_on_close);
    await Promise.all(told.map((view) => interact(payloads.closedPayload(me, view, gone.length > 1 || all))));
    return { ok: true, closed: true };
  }

  async function opensHome(tab: 'home' | 'messages' = 'home'): Promise<ActAnswer> {
    const channel = state.channels.find(({ kind, memberIds }) => kind === 'im' && hasBoth(memberIds, userId));
    const view = views.home(userId);
    await emit({
      type: 'app_home_opened',
      user: userId,
      channel: channel?.id,
      tab,
      event_ts: (Date.now() / 1000).toFixed(6),
      ...(tab === 'home' && view ? { view: describeView(view) } : {}),
    });
    return { ok: true };
  }

  /** Slack's own *Stop*. It tells the app and changes nothing itself. */
  async function stopsSession({ channelId, ts }: { channelId: string; ts: string }): Promise<ActAnswer> {
    const session = channelOf(channelId).messages.find((message) => message.ts === ts)?.session;
    if (session?.status !== 'processing' || !session.canStop)
      throw new Error(`${me.realName} sees no Stop in the thread ${ts}`);
    await emit({
      type: 'agent_session_stopped',
      user: userId,
      channel: channelId,
      thread_ts: ts,
      streaming_message_ts: [],
      event_ts: (Date.now() / 1000).toFixed(6),
    });
    return { ok: true };
  }

  async function usesShortcut(nameOrId: string): Promise<ActAnswer> {
    const shortcut = findShortcut(nameOrId, 'global');
    const payload = payloads.shortcutPayload(me, shortcut.callbackId, views.issueTrigger(userId));
    return settle(await interact(payload));
  }

  async function usesMessageShortcut(nameOrId: string, message: { channelId: string; ts: string }) {
    const shortcut = findShortcut(nameOrId, 'message');
    const spot = look(message) as { channel: StoredChannel; message: StoredMessage };
    const channelId = spot.channel.id;
    const payload = payloads.messageShortcutPayload(me, spot.channel, spot.message, {
      callbackId: shortcut.callbackId,
      triggerId: views.issueTrigger(userId, { channelId }),
      responseUrl: responseUrls.issue({ userId, channelId }),
    });
    return settle(await interact(payload));
  }

  function findShortcut(nameOrId: string, type: 'global' | 'message') {
    const shortcuts = (hasCommands(manifest) ? payloads.shortcutsOf(manifest) : []).filter(
      (one) => one.type === type,
    );
    const found = shortcuts.find((one) => one.callbackId === nameOrId || one.name === nameOrId);
    if (!found) throw new Error(`The manifest has no ${type} shortcut "${nameOrId}"`);
    return found;
  }

  /** The client starts anew: what Slack kept on no server is gone. */
  function reloads() {
    state.dropEphemerals(userId);
    state.dropNotices(userId);
    views.clear(userId);
    loaded.clear();
  }

  return {
    id: userId,
    types,
    clicks,
    fills,
    submits,
    closes,
    opensHome,
    stopsSession,
    /** Runs a workflow of this one step. */
    async runsStep(callbackId: string, inputs: Record<string, string>): Promise<ActAnswer> {
      await workflows.run(userId, callbackId, inputs);
      return { ok: true };
    },
    /** Leaves a channel; Slack tells nobody who did not ask for that event. */
    async leaves(channelId: string): Promise<ActAnswer> {
      const { ok, error } = await webApi.leaveAs(me, channelOf(channelId).id);
      return ok ? { ok } : complain(`You are still in the channel: ${error}`);
    },
    usesShortcut,
    usesMessageShortcut,
    loadsOptions,
    reloads,
    /** What Slack itself last told this person. */
    lastNotice: (): string | undefined => state.noticesOf(userId).at(-1)?.text,
  };
}

const tooLateOr = (outcome: { error: string }) => (outcome.error === 'operation_timeout' ? tooLate : trouble);
const hasBoth = (memberIds: string[], userId: string) =>
  memberIds.includes(userId) && memberIds.includes(botIds.botUserId);

function triggerOrigin(view: View) {
  return { viewId: view.id, ...(view.channelId ? { channelId: view.channelId } : {}) };
}

export function findPlaced(blocks: Block[], what: What): Placed {
  const all = placedElements(blocks);
  const found =
    typeof what === 'string'
      ? (all.find((one) => namesOf(one).some((name) => name === what)) ??
        all.find((one) => labelOf(one) === what))
      : all.find(
          ({ block, element }) =>
            element.action_id === what.actionId && (!what.blockId || block.block_id === what.blockId),
        );
  if (found) return found;
  const known = all
    .map((one) => `${labelOf(one)} (${one.block.block_id}/${one.element.action_id})`)
    .join(', ');
  throw new Error(
    `There is no "${typeof what === 'string' ? what : what.actionId}" here; there is ${known || 'nothing'}`,
  );
}

function namesOf({ block, element }: Placed): string[] {
  return [element.action_id, block.block_id, `${block.block_id}/${element.action_id}`];
}

function labelOf({ block, element }: Placed): string {
  const textOf = (value: unknown) => (value as { text?: string } | undefined)?.text;
  return (
    textOf(element.text) ?? textOf(block.label) ?? textOf(element.placeholder) ?? textOf(block.text) ?? ''
  );
}
