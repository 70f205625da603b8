import { randomUUID } from 'node:crypto';
import { type Element, type Placed, placedElements } from './inputs.ts';
import type { Manifest } from './manifest.ts';
import type { StoredChannel, StoredMessage } from './state.ts';
import { describeView, type View } from './views.ts';
import type { InputState, StateValues, WirePerson } from './wire.ts';
import { botIds, credentials, team } from './world.ts';

/** What every interaction says of who did it and where it comes from. */
function common(person: WirePerson) {
  return {
    token: credentials.verificationToken,
    team: { id: team.id, domain: team.domain },
    user: { id: person.id, username: person.name, name: person.name, team_id: team.id },
    api_app_id: botIds.appId,
    enterprise: null,
    is_enterprise_install: false,
  };
}

function placeOf(channel: StoredChannel) {
  const names = { public: channel.name, private: 'privategroup', im: 'directmessage' };
  return { id: channel.id, name: names[channel.kind] };
}

export function commandPayload(
  person: WirePerson,
  channel: StoredChannel,
  command: { command: string; text: string; triggerId: string; responseUrl: string },
) {
  const place = placeOf(channel);
  return {
    token: credentials.verificationToken,
    team_id: team.id,
    team_domain: team.domain,
    channel_id: place.id,
    channel_name: place.name,
    user_id: person.id,
    user_name: person.name,
    command: command.command,
    text: command.text,
    api_app_id: botIds.appId,
    is_enterprise_install: 'false',
    response_url: command.responseUrl,
    trigger_id: command.triggerId,
  };
}

/** One entry of `actions`: the element as the app sent it, with what was pressed or chosen. */
export function actionOf({ block, element }: Placed, state?: InputState) {
  const { type, action_id, text, value, style, placeholder } = element;
  const given = { text, value, style, placeholder };
  const shown = Object.entries(given).filter(([, field]) => field !== undefined);
  return {
    type,
    action_id,
    block_id: block.block_id,
    ...Object.fromEntries(shown),
    ...state,
    action_ts: (Date.now() / 1000).toFixed(6),
  };
}

export function messageActionsPayload(
  person: WirePerson,
  channel: StoredChannel,
  message: StoredMessage,
  more: { action: object; values: StateValues; triggerId: string; responseUrl: string },
) {
  const container = {
    type: 'message',
    message_ts: message.ts,
    channel_id: channel.id,
    is_ephemeral: message.isEphemeral,
    ...(message.threadTs ? { thread_ts: message.threadTs } : {}),
  };
  return {
    type: 'block_actions',
    ...common(person),
    container,
    trigger_id: more.triggerId,
    channel: placeOf(channel),
    // Slack leaves an ephemeral message's content out.
    ...(message.isEphemeral ? {} : { message: describeMessage(message) }),
    state: { values: more.values },
    response_url: more.responseUrl,
    actions: [more.action],
  };
}

export function viewActionsPayload(
  person: WirePerson,
  view: View,
  more: { action: object; triggerId: string },
) {
  return {
    type: 'block_actions',
    ...common(person),
    container: { type: 'view', view_id: view.id },
    trigger_id: more.triggerId,
    view: describeView(view),
    actions: [more.action],
  };
}

export function submissionPayload(person: WirePerson, view: View, triggerId: string, responseUrls: object[]) {
  return {
    type: 'view_submission',
    ...common(person),
    trigger_id: triggerId,
    view: describeView(view),
    response_urls: responseUrls,
  };
}

export function closedPayload(person: WirePerson, view: View, isCleared: boolean) {
  return { type: 'view_closed', ...common(person), view: describeView(view), is_cleared: isCleared };
}

export function shortcutPayload(person: WirePerson, callbackId: string, triggerId: string) {
  return {
    type: 'shortcut',
    ...common(person),
    callback_id: callbackId,
    trigger_id: triggerId,
    action_ts: (Date.now() / 1000).toFixed(6),
  };
}

export function messageShortcutPayload(
  person: WirePerson,
  channel: StoredChannel,
  message: StoredMessage,
  more: { callbackId: string; triggerId: string; responseUrl: string },
) {
  return {
    type: 'message_action',
    ...common(person),
    callback_id: more.callbackId,
    trigger_id: more.triggerId,
    response_url: more.responseUrl,
    channel: placeOf(channel),
    message_ts: message.ts,
    message: describeMessage(message),
    action_ts: (Date.now() / 1000).toFixed(6),
  };
}

export function suggestionPayload(
  person: WirePerson,
  placed: Placed,
  query: string,
  where: { view: View } | { channel: StoredChannel; message: StoredMessage },
) {
  const origin =
    'view' in where
      ? { container: { type: 'view', view_id: where.view.id }, view: describeView(where.view) }
      : {
          container: { type: 'message', message_ts: where.message.ts, channel_id: where.channel.id },
          channel: placeOf(where.channel),
          message: describeMessage(where.message),
        };
  return {
    type: 'block_suggestion',
    ...common(person),
    ...origin,
    action_id: placed.element.action_id,
    block_id: placed.block.block_id,
    value: query,
  };
}

/** An event that happened at `at`, in ms since the epoch. */
export function eventPayload(event: { type: string; [field: string]: unknown }, at = Date.now()) {
  return {
    token: credentials.verificationToken,
    team_id: team.id,
    api_app_id: botIds.appId,
    event,
    type: 'event_callback',
    event_id: `Ev${randomUUID().replaceAll('-', '').slice(0, 10).toUpperCase()}`,
    event_time: Math.floor(at / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: team.id,
        user_id: botIds.botUserId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
  };
}

/** A run of a step, which the app answers with a token of the run's own. */
export function functionPayload({
  id,
  callbackId,
  title,
  inputs,
  token,
}: {
  id: string;
  callbackId: string;
  title: string;
  inputs: Record<string, unknown>;
  token: string;
}) {
  const at = Math.floor(Date.now() / 1000);
  return eventPayload({
    type: 'function_executed',
    function: {
      id: `Fn${id.slice(2)}`,
      callback_id: callbackId,
      title,
      type: 'app',
      input_parameters: [],
      output_parameters: [],
      app_id: botIds.appId,
      date_created: at,
      date_updated: at,
      date_deleted: 0,
    },
    inputs,
    function_execution_id: id,
    workflow_execution_id: `Wx${id.slice(2)}`,
    event_ts: (Date.now() / 1000).toFixed(6),
    bot_access_token: token,
  });
}

/** What concerns an organisation names it, and says all the same that it is not: https://github.com/slackapi/bolt-js/issues/1778 */
export function organisationPayload(
  event: { type: string; [field: string]: unknown },
  organisationId: string,
  at: number,
) {
  const payload = eventPayload(event, at);
  const authorizations = payload.authorizations.map((one) => ({ ...one, enterprise_id: organisationId }));
  return { ...payload, enterprise_id: organisationId, authorizations };
}

export function describeMessage(message: StoredMessage) {
  return {
    type: 'message',
    user: message.userId,
    ...(message.isBot ? { bot_id: botIds.botId, app_id: botIds.appId } : {}),
    team: team.id,
    ts: message.ts,
    text: message.text,
    ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(message.threadTs ? { thread_ts: message.threadTs } : {}),
    ...(message.files.length > 0 ? { files: message.files.map(({ id, name }) => ({ id, name })) } : {}),
  };
}

/** The `response_urls` that conversation menus with `response_url_enabled` bring along with a submission. */
export function responseUrlTargets(view: View): { blockId: string; actionId: string; channelId: string }[] {
  return placedElements(view.payload.blocks)
    .filter(({ element }: { element: Element }) => element.response_url_enabled)
    .flatMap(({ block, element }) => {
      const state = view.values[block.block_id]?.[element.action_id];
      const channelId = state?.selected_conversation ?? state?.selected_channel;
      if (typeof channelId !== 'string') return [];
      return [{ blockId: block.block_id, actionId: element.action_id, channelId }];
    });
}

export function shortcutsOf(manifest: Manifest) {
  return (manifest.features?.shortcuts ?? []).map(({ callback_id, name, type }) => ({
    callbackId: callback_id,
    name,
    type,
  }));
}
