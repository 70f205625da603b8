import { randomUUID } from 'node:crypto';
import type { Delivery } from '../../sandbox/slack/delivery.ts';
import { eventPayload, functionPayload } from '../../sandbox/slack/payloads.ts';
import { botIds, credentials, team } from '../../sandbox/slack/world.ts';
import { listeners } from '../../src/slack/app.ts';
import type { Deps } from '../../src/slack/context.ts';

type Table = ReturnType<typeof listeners>;
export type Kind = keyof Table;

/** Everything the app listens to: what is registered decides, so that nothing new is left out. */
export function listenerNames(): { kind: Kind; name: string }[] {
  return Object.entries(listeners({} as Deps, { agent: true, workflow: true, previews: true })).flatMap(
    ([kind, table]) => Object.keys(table).map((name) => ({ kind: kind as Kind, name })),
  );
}

/** With an `organisationId`, somebody of a workspace of an organisation that has the app as a whole. */
export type Doer = { id: string; teamId?: string; organisationId?: string };
/** What a listener is given: a button's value, a form's memory and what is typed into it, where it happened. */
export type Given = {
  value?: string;
  memory?: string;
  values?: Record<string, object>;
  channelId: string;
  messageTs?: string;
  text?: string;
  responseUrl?: string;
  viewId?: string;
  /** Of the step of a workflow. */
  inputs?: Record<string, string>;
};

/** A delivery as Slack makes it. */
export function deliveryTo(kind: Kind, name: string, doer: Doer, given: Given): Delivery {
  if (kind === 'commands') return { kind: 'slash_commands', name, payload: command(name, doer, given) };
  if (kind === 'events') return { kind: 'events_api', name, payload: event(name, doer, given) };
  if (kind === 'steps') return { kind: 'events_api', name, payload: step(name, given) };
  const shape = interaction(kind, name, given);
  const payload: Record<string, unknown> = { ...common(doer), ...shape };
  // Slack names the organisation there, not the workspace.
  if (doer.organisationId && kind === 'submissions')
    payload.view = { ...(shape.view as object), app_installed_team_id: doer.organisationId };
  return { kind: 'interactive', name: String(shape.type), payload };
}

const trigger = () => `${Date.now()}.${randomUUID()}`;
const place = (given: Given) => ({ channel: { id: given.channelId, name: 'directmessage' } });
const answerable = (given: Given) => (given.responseUrl ? { response_url: given.responseUrl } : {});

function common({ id, teamId = team.id, organisationId }: Doer) {
  return {
    token: credentials.verificationToken,
    team: organisationId ? null : { id: teamId, domain: team.domain },
    user: { id, username: id, name: id, team_id: teamId },
    api_app_id: botIds.appId,
    enterprise: organisationId ? { id: organisationId, name: 'Harbor Group' } : null,
    is_enterprise_install: organisationId !== undefined,
    trigger_id: trigger(),
  };
}

function command(name: string, { id, teamId = team.id, organisationId }: Doer, given: Given) {
  return {
    command: name,
    text: given.text ?? '',
    team_id: teamId,
    team_domain: team.domain,
    channel_id: given.channelId,
    channel_name: 'general',
    user_id: id,
    user_name: id,
    api_app_id: botIds.appId,
    is_enterprise_install: String(organisationId !== undefined),
    ...(organisationId && { enterprise_id: organisationId }),
    trigger_id: trigger(),
    ...answerable(given),
  };
}

function event(name: string, { id, teamId = team.id }: Doer, given: Given) {
  const [type = ''] = name.split('.');
  const ts = (Date.now() / 1000).toFixed(6);
  const said = { user: id, text: given.text ?? '', ts, event_ts: ts, channel: given.channelId, team: teamId };
  const below =
    type === 'agent_session_stopped' ? { thread_ts: given.messageTs, streaming_message_ts: [] } : {};
  const of = name === 'message.im' ? { channel_type: 'im' } : below;
  const shared = type === 'link_shared' && {
    message_ts: given.messageTs ?? ts,
    links: [{ domain: '127.0.0.1', url: given.value ?? given.text ?? '' }],
  };
  return eventPayload({ type, ...said, ...of, ...shared, tab: 'home', tokens: { oauth: [], bot: [] } });
}

function step(name: string, { inputs = {} }: Given) {
  return functionPayload({
    id: `Fx${randomUUID()}`,
    callbackId: name,
    title: name,
    inputs,
    token: 'xwfp-none',
  });
}

function interaction(kind: Kind, name: string, given: Given): Record<string, unknown> {
  const { value, memory = '', values = {}, messageTs = '1700000000.000100' } = given;
  const view = {
    id: given.viewId ?? `V${randomUUID()}`,
    type: 'modal',
    callback_id: name,
    private_metadata: memory,
    hash: '1',
    state: { values },
    blocks: [],
    title: { type: 'plain_text', text: 'x' },
    app_installed_team_id: team.id,
  };
  const message = {
    type: 'message',
    user: botIds.botUserId,
    text: given.text ?? 'Call 415 555 0101',
    ts: messageTs,
  };
  const container = { type: 'message', message_ts: messageTs, channel_id: given.channelId };
  const action = { action_id: name, block_id: 'b', action_ts: '1' };
  const option = { text: { type: 'plain_text', text: 'x' }, value };
  const pressed = /menu|listed_call$/.test(name)
    ? { ...action, type: 'overflow', selected_option: option }
    : { ...action, type: 'button', value };
  const shapes: Partial<Record<Kind, Record<string, unknown>>> = {
    globalShortcuts: { type: 'shortcut', callback_id: name, action_ts: '1' },
    messageShortcuts: {
      type: 'message_action',
      callback_id: name,
      message,
      message_ts: messageTs,
      action_ts: '1',
      ...place(given),
      ...answerable(given),
    },
    submissions: { type: 'view_submission', view },
    suggestions: { type: 'block_suggestion', action_id: name, block_id: 'b', value: value ?? '', view },
    actions: {
      type: 'block_actions',
      container,
      message,
      actions: [pressed],
      ...place(given),
      ...answerable(given),
    },
  };
  return shapes[kind] ?? {};
}
