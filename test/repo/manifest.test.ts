import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { manifestCommand, readSetup, renderManifest } from '../../src/operator/manifest.ts';
import { listeners } from '../../src/slack/app.ts';
import { setupOf } from '../../src/slack/install/manifest.ts';
import {
  callsLackingScopes,
  connect,
  type Front,
  manifest,
  manifestWith,
  startTown,
  type Town,
} from '../support/app.ts';
import { manifestLimits } from '../support/manifest-limits.ts';

const url = 'https://kally.example.com';
const oneTeam = readSetup({});
const setups = {
  'one workspace in Socket Mode': oneTeam,
  'one workspace in Socket Mode, with Sign in with Slack': readSetup({ url, 'socket-mode': true }),
  'one workspace over HTTP': readSetup({ url }),
  'many workspaces': readSetup({ url, 'many-workspaces': true }),
  'one workspace on the agent surface': readSetup({ agent: true }),
  'one workspace with a step for workflows': readSetup({ url, workflow: true, agent: true }),
  'one workspace for Slackbot': readSetup({ url, mcp: true }),
  'one workspace with previews of links': readSetup({ url, 'socket-mode': true, previews: true }),
  'many workspaces with all there is': readSetup({
    url,
    'many-workspaces': true,
    agent: true,
    mcp: true,
    previews: true,
  }),
  'many workspaces on the agent surface': readSetup({ url, 'many-workspaces': true, agent: true }),
  'many workspaces with tokens that rotate': readSetup({
    url,
    'many-workspaces': true,
    'token-rotation': true,
  }),
};

test('slack-manifest.yml is what npm run -s manifest prints', () => {
  expect(readFileSync(join(import.meta.dirname, '../../slack-manifest.yml'), 'utf8')).toBe(
    renderManifest(oneTeam),
  );
});

describe.each(Object.entries(setups))('the manifest for %s', (_, setup) => {
  const printed = renderManifest(setup);
  const { features, oauth_config, settings, mcp_servers } = manifestLimits.parse(parse(printed));
  const isOverHttp = setup.url !== undefined && !setup.socketMode;

  test('says by which command it was made', () => {
    const flags = manifestCommand(setup).replace(/^npm run -s manifest(?: --)?/, '');
    expect(printed.split('\n')[0]).toMatch(new RegExp(`printed by: npm run -s manifest(?: --)?${flags}$`));
  });

  test('has the address in all places or in none', () => {
    const requests = isOverHttp ? `${url}/slack/events` : undefined;
    expect(settings.socket_mode_enabled).toBe(!isOverHttp);
    expect(features.slash_commands.map((command) => command.url)).toEqual([requests]);
    expect(settings.event_subscriptions.request_url).toBe(requests);
    expect(settings.interactivity.request_url).toBe(requests);
  });

  test('lets Slackbot in where it is to come, and nowhere else', () => {
    const server = { url: `${url}/mcp`, auth_type: 'slack_identity_auth' };
    expect(mcp_servers).toEqual(setup.mcp ? { kally: server } : undefined);
    expect(oauth_config.scopes.bot.includes('mcp:connect')).toBe(setup.mcp);
  });

  test('lets Slack send browsers back to the addresses that are served', () => {
    expect(oauth_config.redirect_urls ?? []).toEqual([
      ...(setup.manyWorkspaces ? [`${url}/slack/oauth_redirect`] : []),
      ...(setup.url ? [`${url}/link/slack`] : []),
    ]);
    expect(settings.org_deploy_enabled).toBe(setup.manyWorkspaces || setup.workflow);
    expect(settings.token_rotation_enabled).toBe(setup.tokenRotation);
  });

  test('has a reason before each scope, event and redirect', () => {
    const lines = printed.split('\n').map((line) => line.trim());
    const asked = [
      ...oauth_config.scopes.bot,
      ...settings.event_subscriptions.bot_events,
      ...(oauth_config.redirect_urls ?? []),
    ];
    expect(asked.filter((one) => !lines[lines.indexOf(`- ${one}`) - 1]?.startsWith('# '))).toEqual([]);
  });
});

test.each([
  [{ url: 'http://kally.example.com' }, 'must begin with https'],
  [{ url: 'kally.example.com' }, 'must be an address like https://kally.example.com'],
  [{ url: '' }, 'must be an address like'],
  [{ url: 'https://' }, 'must be an address like'],
  [{ url: 'https://kally.example.com/slack' }, 'the address alone, like https://kally.example.com,'],
  [{ url: 'https://kally.example.com?a' }, 'the address alone'],
  [{ url: 'https://me:word@kally.example.com' }, 'the address alone'],
  [{ url: 'https://localhost:3000' }, 'that Slack can reach'],
  [{ url: 'https://kally' }, 'that Slack can reach'],
  [{ 'many-workspaces': true }, '--many-workspaces goes over HTTP'],
  [{ url, 'many-workspaces': true, 'socket-mode': true }, '--many-workspaces goes over HTTP'],
  [{ mcp: true }, '--mcp needs the address'],
  [{ previews: true }, '--previews needs the address'],
  [{ url, 'token-rotation': true }, '--token-rotation goes with --many-workspaces'],
  [{ url, 'many-workspaces': true, workflow: true }, '--workflow goes with one workspace'],
])('contradicting flags are refused in a sentence: %j', (flags, sentence) => {
  expect(() => readSetup(flags)).toThrow(sentence);
});

test('an address may be written with a slash, in capitals and with a port', () => {
  expect(readSetup({ url: 'https://Kally.Example.com:8443/' }).url).toBe('https://kally.example.com:8443');
});

test.each([
  [['manifest', '--robot'], "Unknown option '--robot'"],
  [['manifest', 'please'], "Unexpected argument 'please'"],
  [['manifest', '--url'], "Option '--url <value>' argument missing"],
  [['manifest', '--url', 'http://kally.example.com'], '--url must begin with https'],
  [['doctor', '--url', url], "Unknown option '--url'"],
])('an invalid command line prints no manifest: %j', async (args, sentence) => {
  const run = promisify(execFile)(process.execPath, ['src/operator/main.ts', ...args], {
    cwd: join(import.meta.dirname, '../..'),
    env: { DOTENV_CONFIG_PATH: '' },
  });
  await expect(run).rejects.toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(sentence) });
});

const oauth = {};
test.each([
  [{ appToken: 'xapp-1', botToken: 'xoxb-1' }, 'http://localhost:3000', ''],
  [{ appToken: 'xapp-1', botToken: 'xoxb-1' }, url, ''],
  [{ appToken: 'xapp-1', botToken: 'xoxb-1', oauth }, url, ` -- --url ${url} --socket-mode`],
  [{ botToken: 'xoxb-1' }, url, ` -- --url ${url}`],
  [{ botToken: 'xoxb-1' }, 'http://localhost:3000', ' -- --url https://ADDRESS'],
  [{ oauth }, url, ` -- --url ${url} --many-workspaces`],
  [{ appToken: 'xapp-1', botToken: 'xoxb-1', agent: true }, url, ' -- --agent'],
  [{ botToken: 'xoxb-1', workflow: 'asked' }, url, ` -- --url ${url} --workflow`],
  // Slackbot cannot reach it, whatever other assistants do.
  [{ appToken: 'xapp-1', botToken: 'xoxb-1', mcp: true }, url, ''],
  [{ botToken: 'xoxb-1', mcp: true }, url, ` -- --url ${url} --mcp`],
  [
    { appToken: 'xapp-1', botToken: 'xoxb-1', previews: true },
    url,
    ` -- --url ${url} --socket-mode --previews`,
  ],
])('a configuration has its manifest: %j at %s', (slack, publicUrl, flags) => {
  expect(manifestCommand(setupOf(slack, publicUrl))).toBe(`npm run -s manifest${flags}`);
});

describe.each([
  { name: 'the manifest', manifest, fronts: {} },
  { name: 'the manifest for the agent surface', manifest: manifestWith(['agent']), fronts: { agent: true } },
  { name: 'the manifest with a step', manifest: manifestWith(['workflow']), fronts: { workflow: true } },
  { name: 'the manifest with previews', manifest: manifestWith(['previews']), fronts: { previews: true } },
])('$name asks for what the code uses, and for nothing else:', ({ manifest, fronts }) => {
  const table = listeners({} as Parameters<typeof listeners>[0], fronts);
  const { features, settings } = manifest;
  const shortcuts = (kind: string) =>
    features?.shortcuts?.filter(({ type }) => type === kind).map(({ callback_id }) => callback_id);

  test('commands and shortcuts', () => {
    expect(features?.slash_commands?.map(({ command }) => command)).toEqual(Object.keys(table.commands));
    expect(shortcuts('global')).toEqual(Object.keys(table.globalShortcuts));
    expect(shortcuts('message')).toEqual(Object.keys(table.messageShortcuts));
  });

  test('events, and the tabs that they are about', () => {
    const steps = Object.keys(table.steps);
    const events = [...Object.keys(table.events), ...(steps.length > 0 ? ['function_executed'] : [])];
    expect(settings?.event_subscriptions?.bot_events).toEqual(events);
    expect(Object.keys(manifest.functions ?? {})).toEqual(steps);
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

/** The same of what only some installations have. */
const needsOf: Record<Front, typeof needs> = {
  agent: {
    'assistant:write': {
      what: 'assistant.threads.setSuggestedPrompts needs assistant:write',
      deed: async ({ slack }) => slack.as(slack.people.ana.id).opensHome('messages'),
    },
  },
  workflow: {},
  previews: {
    'links:read': {
      what: 'no event link_shared',
      deed: postCallLink,
    },
    'links:write': {
      what: 'chat.unfurl needs links:write',
      deed: postCallLink,
    },
  },
};

async function postCallLink(town: Town) {
  const { slack, kallyai } = town;
  const { dinner } = slack.channels;
  await callFrom(town, dinner, '+14155550102');
  const card = await slack.until(() => slack.messages(dinner).find(({ isBot }) => isBot));
  const id = /([0-9a-f]{8}-[0-9a-f-]{27})/.exec(JSON.stringify(card.blocks))?.[1];
  // Kally has written down where the card is before it dials.
  await slack.until(() => kallyai.rings()['+14155550102']);
  await slack.as(slack.people.ana.id).types(dinner, `${town.publicUrl}/calls/${id}`);
}

const fronts = Object.keys(needsOf) as Front[];

test('no scope is unused', () => {
  const scopesOf = ({ oauth_config }: typeof manifest) => [...(oauth_config?.scopes?.bot ?? [])].sort();
  expect(Object.keys(needs).sort()).toEqual(scopesOf(manifest));
  for (const front of fronts)
    expect(Object.keys({ ...needs, ...needsOf[front] }).sort()).toEqual(scopesOf(manifestWith([front])));
});

test.for(
  fronts.flatMap((front) =>
    Object.entries(needsOf[front]).map(([scope, need]) => [front, scope, need] as const),
  ),
)('on the front %s, something fails without %s', async ([front, withoutScope, { what, deed }]) => {
  const town = await startTown({ withoutScope, fronts: [front] });
  await deed(town);
  await town.slack.until(() => failuresIn(town).includes(what));
  await town.stop();
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
  const isLinked = isTyped(slack.channels.dinner, '/calls/');
  const isAddressed = isTyped(slack.channels.anaAndKally, 'help');
  return [
    ...callsLackingScopes(slack),
    ...slack.calls('chat.postMessage').flatMap(({ name, error }) => (error ? [`${name}: ${error}`] : [])),
    ...(wasDelivered('/kally') ? [] : ['no command reaches Kally']),
    ...(isLinked && !wasDelivered('link_shared') ? ['no event link_shared'] : []),
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
