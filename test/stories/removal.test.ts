import type pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { createStore } from '../../src/store/store.ts';
import { startTown, type Town } from '../support/app.ts';
import { tokenFor } from '../support/assistant.ts';
import { dumpOf } from '../support/database.ts';
import { connectThroughSlack, forMany, install } from '../support/install.ts';
import { connectTo } from '../support/postgres-client.ts';

let town: Town;
let client: pg.Client;
beforeEach(async () => {
  town = await startTown({ env: forMany, kally: { speed: 1 } });
  client = await connectTo(town.database.url);
  expect((await install(town.publicUrl, town.slack.people.ana.id)).status).toBe(200);
});
afterEach(async () => {
  await client.end();
  await town.stop();
});

/** A person with an account, preferences, a call that is under way, and a *Connect* button somebody else did not press yet. */
async function use() {
  const { slack, logged } = town;
  const ana = slack.as(slack.people.ana.id);
  await connectThroughSlack(town, ana.id);
  await ana.types(slack.channels.dinner, '/kally +1 415 555 0101 Ask whether they have a terrace');
  await slack.until(() => slack.modal(ana.id));
  await ana.submits();
  await until(() => logged.some((line) => line.includes('"stage":"calling"')));
  await slack.as(slack.people.luis.id).types(slack.channels.dinner, '/kally login');
  await slack.until(() => slack.ephemerals(slack.people.luis.id).at(-1));
  const settings =
    'insert into workspace_settings (workspace_id, retention_days, updated_at) values ($1, 7, now())';
  await client.query(settings, [slack.teamId]);
  const { databaseUrl = '', keys } = readConfig(town.environment);
  const store = createStore({ databaseUrl, keys, onError: () => {} });
  const unwanted = { workspaceId: slack.teamId, phone: '+14155550199', maskedPhone: '+1 ••• 199' };
  await store.doNotCall.add({ ...unwanted, by: 'kallyai', addedAt: Date.now() });
  await store.refusals.add(slack.teamId, 'do_not_call', Date.now());
  const business = { phone: '+14155550198', businessName: 'Nonna', isPinned: true };
  const decided = { userId: ana.id, decidedAt: Date.now() };
  await store.businesses.decide(slack.teamId, business.phone, business, decided);
  await store.close();
  // The rules, a change of theirs, a number on the list, a refused request, and a business.
  expect(await rowsOfWorkspace()).toBeGreaterThanOrEqual(11);
}

/** Counts in every table that knows workspaces, so that one that is added later is not forgotten here. */
async function rowsOfWorkspace(workspaceId = town.slack.teamId): Promise<number> {
  const { rows } = await client.query<{ table: string }>(
    `select table_name as table from information_schema.columns
     where table_schema = 'public' and column_name = 'workspace_id'`,
  );
  const counts = rows.map(({ table }) => `select count(*) from ${table} where workspace_id = $1`);
  const posts = 'select count(*) from posts';
  const sum = [posts, ...counts].map((count) => `(${count})`).join(' + ');
  const counted = await client.query<{ sum: number }>(`select (${sum})::int as sum`, [workspaceId]);
  return counted.rows[0]?.sum ?? 0;
}

async function until(holds: () => boolean | Promise<boolean>) {
  await expect.poll(holds, { timeout: 15_000 }).toBe(true);
}

const event = (type: string, more: object, overrides: object = {}) => ({
  kind: 'events_api' as const,
  name: type,
  payload: {
    type: 'event_callback',
    team_id: town.slack.teamId,
    api_app_id: 'A1',
    event: { type, ...more },
    event_id: `Ev${Math.random()}`,
    event_time: Math.floor(town.clock.now() / 1000),
    ...overrides,
  },
});
const revoked = { tokens: { oauth: [], bot: ['U0KALLYBOT'] } };

test('removing the app deletes everything about the workspace and ends its calls', async () => {
  await use();
  const ids = await client.query<{ id: string }>('select id from calls');
  await town.slack.uninstall(town.clock.now());
  await until(async () => (await rowsOfWorkspace()) === 0);
  await until(() => town.logged.some((line) => line.includes('the call was forgotten; its run ends')));
  const people = [town.slack.people.ana.id, town.slack.people.luis.id];
  const traces = [town.slack.teamId, ...people, ...ids.rows.map(({ id }) => id)];
  const found = async () => {
    const dump = await dumpOf(town.database.url);
    return traces.filter((trace) => dump.includes(trace));
  };
  await expect.poll(found, { timeout: 30_000, interval: 500 }).toEqual([]);
  expect(town.logged.filter((line) => line.includes('"level":"error"'))).toEqual([]);
});

test('in the other order, twice, and for a workspace nobody knows', async () => {
  await use();
  const { slack } = town;
  for (const [type, more] of [
    ['app_uninstalled', {}],
    ['tokens_revoked', revoked],
    ['app_uninstalled', {}],
    ['tokens_revoked', revoked],
  ] as const)
    expect(await slack.deliver(event(type, more))).toMatchObject({ ok: true });
  await until(async () => (await rowsOfWorkspace()) === 0);
  const unknown = { team_id: 'T-nobody' };
  expect(await slack.deliver(event('app_uninstalled', {}, unknown))).toMatchObject({ ok: true });
  expect(town.logged.filter((line) => line.includes('"level":"error"'))).toEqual([]);
});

test('a person deactivated in Slack is disconnected at once; other changes of a profile do nothing', async () => {
  await use();
  const { ana, luis } = town.slack.people;
  await tokenFor(town, ana.id);
  const connected = async () => {
    const { rows } = await client.query('select user_id from links');
    return rows.map(({ user_id }) => user_id);
  };
  const changed = (user: object, overrides?: object) =>
    town.slack.deliver(event('user_change', { user }, overrides));
  for (const user of [{ id: ana.id }, { id: ana.id, deleted: false }, { id: luis.id, deleted: true }, {}])
    expect(await changed(user)).toMatchObject({ ok: true });
  await changed({ id: ana.id, deleted: true }, { team_id: 'T-other' });
  expect(await connected()).toEqual([ana.id]);
  await changed({ id: ana.id, deleted: true });
  await until(async () => (await connected()).length === 0);
  const { rows } = await client.query(
    'select (select count(*)::int from calls) as calls, (select count(*)::int from assistant_tokens) as tokens',
  );
  expect(rows).toEqual([{ calls: 1, tokens: 0 }]);
});

test('events about others change nothing', async () => {
  await use();
  const { slack } = town;
  const before = await rowsOfWorkspace();
  await slack.deliver(event('app_uninstalled', {}, { team_id: 'T-other' }));
  await slack.deliver(event('tokens_revoked', { tokens: { oauth: ['U1'], bot: [] } }));
  const enterprise = { team_id: null, enterprise_id: 'E-other', is_enterprise_install: true };
  await slack.deliver(event('app_uninstalled', {}, enterprise));
  await new Promise((done) => setTimeout(done, 300));
  expect(await rowsOfWorkspace()).toBe(before);
});

test('a late event of the last removal does not undo a new installation', async () => {
  const { slack, publicUrl } = town;
  const removedAt = Math.floor(town.clock.now() / 1000) - 60;
  expect((await install(publicUrl, slack.people.ana.id)).status).toBe(200);
  await slack.deliver(event('app_uninstalled', {}, { event_time: removedAt }));
  await until(() => town.logged.some((line) => line.includes('and is back')));
  expect(await rowsOfWorkspace()).toBe(1);
});
