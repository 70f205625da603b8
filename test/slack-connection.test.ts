import { afterEach, expect, test } from 'vitest';
import { botScopes, listeners } from '../src/slack/app.ts';
import { connect, manifest, startTown, type Town } from './support/app.ts';

let town: Town | undefined;
afterEach(async () => {
  await town?.stop();
  town = undefined;
});

test('the manifest asks for what the code uses, and for nothing else', () => {
  const { commands, globalShortcuts, messageShortcuts, events } = listeners(
    {} as Parameters<typeof listeners>[0],
  );
  const shortcuts = (kind: string) =>
    manifest.features?.shortcuts?.filter(({ type }) => type === kind).map(({ callback_id }) => callback_id);
  expect(shortcuts('global')).toEqual(Object.keys(globalShortcuts));
  expect(shortcuts('message')).toEqual(Object.keys(messageShortcuts));
  expect(manifest.settings?.event_subscriptions?.bot_events).toEqual(Object.keys(events));
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
