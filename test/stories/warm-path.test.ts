import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTown, type Town } from '../support/app.ts';
import { connectThroughSlack, forMany, install } from '../support/install.ts';
import { modalOf } from '../support/modal.ts';
import { connectTo } from '../support/postgres-client.ts';

/** A person who uses Kally again costs neither the database nor Slack more than the form that opens. */
let town: Town;
let anaId: string;
let database: pg.Client;
beforeAll(async () => {
  town = await startTown({ env: forMany });
  anaId = town.slack.people.ana.id;
  database = await connectTo(town.database.url);
  await install(town.publicUrl, anaId);
  await connectThroughSlack(town, anaId);
  // The Home tab follows, after which nothing more is due.
  await town.slack.until(() => town.slack.calls('views.publish').length > 0);
});
afterAll(async () => {
  await database?.end();
  await town?.stop();
});

async function open(text = '') {
  town.slack.reload(anaId);
  await town.slack.as(anaId).types(town.slack.channels.dinner, `/kally ${text}`);
  return modalOf(town, anaId);
}

/** When the app asked the database for the last time; the job engine and the listener for changes have connections of their own. */
async function lastStatement(): Promise<string> {
  const { rows } = await database.query<{ at: string }>(
    `select max(query_start)::text as at from pg_stat_activity
     where application_name = 'kally' and datname = current_database()`,
  );
  return rows[0]?.at ?? '';
}

/** Whether nothing was asked since the last look. */
function isQuiet() {
  let last = '';
  return async () => {
    const before = last;
    last = await lastStatement();
    return last === before;
  };
}

test('the form opens again without a statement, and without asking Slack about the channel', async () => {
  const { slack } = town;
  const first = await open();
  expect(first.labels()).toContain('Phone number');
  // What is left at KallyAI is asked for meanwhile, and remembered.
  await expect.poll(isQuiet()).toBe(true);
  const [asked, before] = [slack.calls().length, await lastStatement()];
  for (let times = 0; times < 5; times++) await open();
  const methods = slack.calls().slice(asked);
  expect(methods.map(({ name }) => name)).toEqual(Array.from({ length: 5 }, () => 'views.open'));
  expect(await lastStatement()).toBe(before);
});

test('a number the person called is offered in the very next form', async () => {
  expect((await open('+1 415 555 0101 ask for the opening hours')).labels()).not.toContain('Called before');
  const ana = town.slack.as(anaId);
  await ana.fills({ businessName: "Luigi's" });
  expect(await ana.submits()).toMatchObject({ closed: true });
  expect((await open()).labels()).toContain('Called before');
});

test('a number forgotten on another replica is not offered for the rest of a minute', async () => {
  await open();
  await database.query('delete from calls');
  const change = JSON.stringify({ kind: 'forgotten', workspaceId: town.slack.teamId });
  await database.query('select pg_notify($1, $2)', ['kally_changes', change]);
  await expect.poll(async () => (await open()).labels()).not.toContain('Called before');
});

test('an invitation is noticed at once: that Kally cannot post somewhere is asked each time', async () => {
  const { slack } = town;
  const open = async () => {
    slack.reload(anaId);
    await slack.as(anaId).types(slack.channels.board, '/kally');
    return modalOf(town, anaId);
  };
  await open();
  const asked = slack.calls('conversations.info').length;
  await open();
  expect(slack.calls('conversations.info').length).toBe(asked + 1);
});
