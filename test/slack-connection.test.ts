import { afterEach, expect, test } from 'vitest';
import { credentials } from '../sandbox/slack/world.ts';
import { botScopes, listeners } from '../src/slack/app.ts';
import { connect, manifest, startTown, type Town } from './support/app.ts';

let town: Town | undefined;
afterEach(async () => {
  await town?.stop();
  town = undefined;
});

test('the manifest asks for what the code uses, and for nothing else', () => {
  const { commands, globalShortcuts, messageShortcuts } = listeners({} as Parameters<typeof listeners>[0]);
  const shortcuts = (kind: string) =>
    manifest.features?.shortcuts?.filter(({ type }) => type === kind).map(({ callback_id }) => callback_id);
  expect(shortcuts('global')).toEqual(Object.keys(globalShortcuts));
  expect(shortcuts('message')).toEqual(Object.keys(messageShortcuts));
  expect(manifest.features?.slash_commands?.map(({ command }) => command)).toEqual(Object.keys(commands));
  expect([...(manifest.oauth_config?.scopes?.bot ?? [])].sort()).toEqual([...botScopes].sort());
});

test('over Socket Mode the same journey works', async () => {
  town = await startTown({ mode: 'socket' });
  const { slack } = town;
  const ana = slack.as(slack.people.ana.id);
  await connect(town, ana.id);
  await ana.types(slack.channels.dinner, '/kally +1 415 555 0102 ask for the opening hours');
  await slack.until(() => slack.modal(ana.id)?.callbackId === 'call_form');
  expect(await ana.submits()).toMatchObject({ closed: true });
  await slack.until(() =>
    slack.messages(slack.channels.dinner).find(({ text }) => text.includes('The line was busy')),
  );
});

const forMany = ({ clientId, clientSecret }: { clientId: string; clientSecret: string }) => ({
  SLACK_BOT_TOKEN: '',
  SLACK_CLIENT_ID: clientId,
  SLACK_CLIENT_SECRET: clientSecret,
});

test('a workspace installs Kally over HTTP, and its people use it with the token of their workspace', async () => {
  town = await startTown({ env: forMany(credentials) });
  const { slack, publicUrl, logged } = town;
  const install = await fetch(`${publicUrl}/slack/install`, { redirect: 'manual' });
  const cookie = (install.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const authorize = install.headers.get('location') ?? '';
  expect(new URL(authorize).searchParams.get('scope')?.split(',').sort()).toEqual([...botScopes].sort());
  const back = await allow(authorize, slack.people.ana.id);
  expect((await fetch(back, { redirect: 'manual' })).status).toBe(400);
  expect((await fetch(back, { redirect: 'manual', headers: { cookie } })).status).toBe(200);

  const ana = slack.as(slack.people.ana.id);
  await ana.types(slack.channels.dinner, '/kally help');
  await slack.until(() => slack.ephemerals(ana.id).at(-1));
  await connect(town, ana.id);
  await slack.until(() => slack.messages(slack.channels.anaAndKally).at(-1)?.text.includes('connected'));
  expect(logged.join('')).not.toContain('xoxb-');
});

test('an installation that Slack began itself starts over with a state of ours', async () => {
  town = await startTown({ env: forMany(credentials) });
  const answer = await fetch(`${town.publicUrl}/slack/oauth_redirect?code=123`, { redirect: 'manual' });
  expect(answer.headers.get('location')).toBe('/slack/install');
});

test('a workspace that did not install Kally gets an answer with a reference', async () => {
  town = await startTown({ env: forMany(credentials) });
  const { slack } = town;
  const ana = slack.as(slack.people.ana.id);
  await ana.types(slack.channels.dinner, '/kally');
  const said = await slack.until(() => slack.ephemerals(ana.id).at(-1));
  expect(said.text).toMatch(/Reference: \w{8}/);
});

/** Presses *Allow* on Slack's page, and answers where Slack sends the browser then. */
async function allow(authorize: string, userId: string): Promise<string> {
  const html = await fetch(authorize).then((page) => page.text());
  const hidden = [...html.matchAll(/name="(\w+)" value="([^"]*)"/g)];
  const fields = new URLSearchParams(
    hidden.map(([, name = '', value = '']) => [name, value.replaceAll('&amp;', '&')]),
  );
  fields.set('user_id', userId);
  const post = { method: 'POST', body: fields, redirect: 'manual' as const };
  const chosen = await fetch(new URL('/oauth/v2/authorize/callback', authorize), post);
  const returned = await fetch(chosen.headers.get('location') ?? '', { redirect: 'manual' });
  return returned.headers.get('location') ?? chosen.headers.get('location') ?? '';
}
