import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { createStore, type Store } from '../../src/store/store.ts';
import { startTown, type Town } from '../support/app.ts';
import { dumpOf } from '../support/database.ts';
import { type Doer, deliveryTo } from '../support/deliveries.ts';
import { forMany } from '../support/install.ts';
import { connectTo } from '../support/postgres-client.ts';
import { request } from '../support/samples.ts';

/** The organisation has the app as a whole; Ana is in its first workspace, Luis in its second, Noor in both. */
let town: Town;
let store: Store;
const organisationId = 'E0HARBOR';
const [first, second] = ['T0FIRST', 'T0SECOND'];

beforeEach(async () => {
  town = await startTown({ env: forMany });
  const { databaseUrl = '', keys } = readConfig(town.environment);
  store = createStore({ databaseUrl, keys, onError: () => {} });
  await installForAll();
});
afterEach(async () => {
  await store.close();
  await town.stop();
});

async function installForAll(installedAt = Date.now() - 60_000) {
  const bot = { token: town.slack.botToken, id: town.slack.botId, userId: town.slack.botUserId };
  const enterprise = { id: organisationId, name: 'Harbor Group' };
  await store.installations.save(organisationId, { bot, enterprise, isEnterpriseInstall: true }, installedAt);
}

const doer = (name: 'ana' | 'luis' | 'noor', teamId: string): Doer => ({
  id: town.slack.people[name].id,
  teamId,
  organisationId,
});

/** Types a command, has preferences, an account and a call that is over. */
async function use(who: Doer) {
  const { slack } = town;
  const asked = deliveryTo('commands', '/kally', who, { channelId: slack.channels.dinner, text: 'login' });
  expect(await slack.deliver(asked)).toMatchObject({ ok: true });
  const person = { workspaceId: organisationId, userId: who.id, teamId: who.teamId ?? '' };
  await store.preferences.change(person, () => ({ name: 'Zenobia' }));
  const tokens = { accessToken: 'a', expiresAt: Date.now() + 60_000, grant: 'code' as const };
  await store.links.connect(person, tokens, Date.now());
  await call(person);
}

async function call(requester: { workspaceId: string; userId: string; teamId: string }) {
  const written = { id: randomUUID(), requester, request, channelId: 'C1', confirmedAt: Date.now() };
  await store.calls.confirm(written, randomUUID(), async () => {});
}

async function keptOf(name: 'ana' | 'luis' | 'noor') {
  const person = { workspaceId: organisationId, userId: town.slack.people[name].id };
  const [calls, isConnected, { name: chosen }] = await Promise.all([
    store.calls.count(person),
    store.links.isConnected(person),
    store.preferences.find(person),
  ]);
  return { calls, isConnected, chosen };
}
async function teamsOfAttempts() {
  const client = await connectTo(town.database.url);
  const { rows } = await client.query<{ team_id: string }>('select team_id from link_attempts');
  await client.end();
  return rows.map(({ team_id }) => team_id).sort();
}

const everything = { calls: 1, isConnected: true, chosen: 'Zenobia' };
const nothing = { calls: 0, isConnected: false, chosen: undefined };

const forgotten = (times: number) =>
  expect
    .poll(() => town.logged.filter((line) => line.includes('of an organisation are forgotten')).length, {
      timeout: 10_000,
    })
    .toBe(times);
const errors = () => town.logged.filter((line) => line.includes('"level":"error"'));

test('a workspace that leaves an organisation is forgotten, the others and the organisation are not', async () => {
  const { slack } = town;
  await use(doer('ana', first));
  await use(doer('luis', second));
  await use(doer('noor', first));
  await call({ workspaceId: organisationId, userId: slack.people.noor.id, teamId: second });
  // What they typed is known to be of the workspace in which they typed it.
  await expect.poll(teamsOfAttempts).toEqual([first, second, first].sort());

  await slack.revokeTeamAccess(organisationId, [first], town.clock.now());
  await forgotten(1);
  expect(await keptOf('ana')).toEqual(nothing);
  expect(await keptOf('luis')).toEqual(everything);
  // She works in the other one too: only what she asked for in the first is gone.
  expect(await keptOf('noor')).toEqual(everything);
  expect(await dumpOf(town.database.url)).not.toContain(slack.people.ana.id);
  expect(await store.installations.find(organisationId)).toBeDefined();

  await slack.revokeTeamAccess(organisationId, [first, 'T0NOBODY', second], town.clock.now());
  await forgotten(2);
  expect(await keptOf('luis')).toEqual(nothing);
  expect(errors()).toEqual([]);
});

test('an action in a view belongs to the person’s workspace, although Slack names the organisation', async () => {
  const { slack } = town;
  const chosen = {
    language: { selected_option: { value: 'en' } },
    timeZone: { selected_option: { value: 'auto' } },
    transcripts: { selected_option: { value: 'thread' } },
    name: { value: 'Zenobia' },
  };
  const values = Object.fromEntries(
    Object.entries(chosen).map(([field, state]) => [field, { [field]: state }]),
  );
  const form = { channelId: slack.channels.dinner, values };
  expect(
    await slack.deliver(deliveryTo('submissions', 'preferences', doer('ana', first), form)),
  ).toMatchObject({
    ok: true,
  });
  await expect.poll(() => keptOf('ana')).toMatchObject({ chosen: 'Zenobia' });
  await slack.revokeTeamAccess(organisationId, [first], town.clock.now());
  await forgotten(1);
  expect(await keptOf('ana')).toEqual(nothing);
});

test('for an organisation that nobody knows, with another one’s workspaces, and as nonsense, it changes nothing', async () => {
  const { slack } = town;
  await use(doer('ana', first));
  await slack.revokeTeamAccess('E0OTHER', [first], town.clock.now());
  await forgotten(1);
  for (const team_ids of [undefined, null, 'T0FIRST', [7], {}])
    await slack.deliverEvent({ type: 'team_access_revoked', team_ids });
  expect(await keptOf('ana')).toEqual(everything);
  expect(errors()).toEqual([]);
});

test('after and before the app is removed from the whole organisation', async () => {
  const { slack } = town;
  const removed = (type: string, more: object = {}) => ({
    kind: 'events_api' as const,
    name: type,
    payload: {
      type: 'event_callback',
      team_id: null,
      enterprise_id: organisationId,
      event: { type, ...more },
      event_id: `Ev${randomUUID()}`,
      event_time: Math.floor(town.clock.now() / 1000),
      is_enterprise_install: true,
    },
  });
  const tokens = { tokens: { oauth: [], bot: ['U0KALLYBOT'] } };
  await use(doer('ana', first));
  await slack.revokeTeamAccess(organisationId, [first], town.clock.now());
  await forgotten(1);
  for (const [type, more] of [
    ['tokens_revoked', tokens],
    ['app_uninstalled', {}],
  ] as const)
    expect(await slack.deliver(removed(type, more))).toMatchObject({ ok: true });
  await expect.poll(() => dumpOf(town.database.url)).not.toContain(organisationId);
  await slack.revokeTeamAccess(organisationId, [first], town.clock.now());
  await forgotten(2);
  expect(errors()).toEqual([]);
});

test('a late event does not touch what happened since the workspace came back', async () => {
  await use(doer('ana', first));
  const until = Date.now() - 60_000;
  await store.forgetTeams(organisationId, [first], until);
  expect(await keptOf('ana')).toEqual(everything);
});
