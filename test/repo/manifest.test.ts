import { describe, expect, test } from 'vitest';
import { listeners } from '../../src/slack/app.ts';
import { botScopes } from '../../src/slack/install/scopes.ts';
import { callsLackingScopes, connect, manifest, startTown, type Town } from '../support/app.ts';

describe('the manifest asks for what the code uses, and for nothing else:', () => {
  const table = listeners({} as Parameters<typeof listeners>[0]);
  const { features, settings, oauth_config: oauth } = manifest;
  const shortcuts = (kind: string) =>
    features?.shortcuts?.filter(({ type }) => type === kind).map(({ callback_id }) => callback_id);

  test('commands and shortcuts', () => {
    expect(features?.slash_commands?.map(({ command }) => command)).toEqual(Object.keys(table.commands));
    expect(shortcuts('global')).toEqual(Object.keys(table.globalShortcuts));
    expect(shortcuts('message')).toEqual(Object.keys(table.messageShortcuts));
  });

  test('events, and the tabs that they are about', () => {
    const events = Object.keys(table.events);
    expect(settings?.event_subscriptions?.bot_events).toEqual(events);
    expect(features?.app_home).toMatchObject({
      home_tab_enabled: events.includes('app_home_opened'),
      messages_tab_enabled: events.includes('message.im'),
      messages_tab_read_only_enabled: !events.includes('message.im'),
    });
  });

  test('interactivity', () => {
    const { submissions, actions, suggestions } = table;
    const hasAny = Object.keys({ ...submissions, ...actions, ...suggestions }).length > 0;
    expect(settings).toMatchObject({ interactivity: { is_enabled: hasAny } });
  });

  test('scopes', () => {
    expect([...(oauth?.scopes?.bot ?? [])].sort()).toEqual([...botScopes].sort());
  });
});

/** What fails without each scope: all of it is asked for because something needs it. */
const needs: Record<string, { what: string; deed: (town: Town) => Promise<unknown> }> = {
  commands: {
    what: 'no command reaches Kally',
    deed: async ({ slack }) => slack.as(slack.people.ana.id).types(slack.channels.dinner, '/kally help'),
  },
  'chat:write': {
    what: 'chat.postEphemeral needs chat:write',
    deed: async ({ slack }) => slack.as(slack.people.ana.id).types(slack.channels.reception, '@Kally help'),
  },
  'chat:write.public': {
    what: 'chat.postMessage: not_in_channel',
    deed: async (town) => callFrom(town, town.slack.channels.travel, '+14155550102'),
  },
  'channels:read': {
    what: 'conversations.info needs channels:read',
    deed: async (town) => openIn(town, town.slack.channels.dinner),
  },
  'groups:read': {
    what: 'conversations.info needs groups:read',
    deed: async (town) => openIn(town, town.slack.channels.reception),
  },
  'users:read': {
    what: 'users.info needs users:read',
    deed: async ({ slack }) => slack.as(slack.people.ana.id).types(slack.channels.dinner, '/kally help'),
  },
  'files:write': {
    what: 'files.getUploadURLExternal needs files:write',
    deed: async (town) => callFrom(town, town.slack.channels.reception, '+14155550123'),
  },
  'app_mentions:read': {
    what: 'no event app_mention',
    deed: async ({ slack }) => slack.as(slack.people.ana.id).types(slack.channels.reception, '@Kally help'),
  },
  'im:history': {
    what: 'no event message.im',
    deed: async ({ slack }) => slack.as(slack.people.ana.id).types(slack.channels.anaAndKally, 'help'),
  },
};

test('every scope has its reason', () => {
  expect(Object.keys(needs).sort()).toEqual([...botScopes].sort());
});

test.for(Object.entries(needs))('without %s, something fails', async ([withoutScope, { what, deed }]) => {
  const town = await startTown({ withoutScope });
  await deed(town);
  await town.slack.until(() => failuresIn(town).includes(what));
  await town.stop();
});

test('with all of them, nothing of this fails', { timeout: 60_000 }, async () => {
  const town = await startTown();
  for (const { deed } of Object.values(needs)) {
    await deed(town);
    town.slack.reload(town.slack.people.ana.id);
  }
  await town.slack.until(() => town.slack.files()[0]);
  expect(failuresIn(town)).toEqual([]);
  await town.stop();
});

function failuresIn({ slack }: Town): string[] {
  const delivered = slack.traffic.entries().filter(({ kind }) => kind === 'delivery');
  const wasDelivered = (name: string) => delivered.some((entry) => entry.name === name);
  const said = slack.people.ana.id;
  const isTyped = (channelId: string, text: string) =>
    slack.messages(channelId).some((message) => message.userId === said && message.text.includes(text));
  const isMentioned = isTyped(slack.channels.reception, 'help');
  const isAddressed = isTyped(slack.channels.anaAndKally, 'help');
  return [
    ...callsLackingScopes(slack),
    ...slack.calls('chat.postMessage').flatMap(({ name, error }) => (error ? [`${name}: ${error}`] : [])),
    ...(wasDelivered('/kally') ? [] : ['no command reaches Kally']),
    ...(isMentioned && !wasDelivered('app_mention') ? ['no event app_mention'] : []),
    ...(isAddressed && !wasDelivered('message.im') ? ['no event message.im'] : []),
  ];
}

async function openIn(town: Town, channelId: string) {
  const { slack } = town;
  const ana = slack.as(slack.people.ana.id);
  if (!slack.calls('chat.postMessage').length) await connect(town, ana.id);
  await ana.types(channelId, '/kally');
  await slack.until(() => slack.modal(ana.id)?.submit);
  await ana.closes();
}

async function callFrom(town: Town, channelId: string, phone: string) {
  const { slack } = town;
  const ana = slack.as(slack.people.ana.id);
  if (!slack.calls('chat.postMessage').length) await connect(town, ana.id);
  await ana.types(channelId, `/kally ${phone} ask about everything they sell`);
  await slack.until(() => slack.modal(ana.id)?.submit);
  expect(await ana.submits()).toMatchObject({ closed: true });
}
