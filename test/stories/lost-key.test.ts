import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterEach, expect, test } from 'vitest';
import { connect, connectBy, startTown, type Town } from '../support/app.ts';

let town: Town | undefined;
afterEach(async () => {
  await town?.stop();
  town = undefined;
});

test('with a lost key people connect again and continue, and calls that cannot be opened end', async () => {
  town = await startTown();
  const { slack, database, environment, logged } = town;
  const ana = slack.as(slack.people.ana.id);
  await connect(town, ana.id);
  await ana.types(slack.channels.dinner, '/kally +1 415 555 0104 ask for the opening hours');
  await slack.until(() => slack.modal(ana.id)?.callbackId === 'call_form');
  await ana.submits();
  const ask = async (sql: string) => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    return client.query<{ stage: string }>(sql).finally(() => client.end());
  };
  const stages = async () => (await ask('select stage from calls')).rows.map(({ stage }) => stage);
  await slack.until(() => slack.messages(slack.channels.dinner).length > 0);
  await ask(`update calls set stage = 'calling'`);

  environment.ENCRYPTION_KEYS = `other:${randomBytes(32).toString('base64')}`;
  await town.restart();
  const says = async (command: string, words: RegExp) => {
    const before = slack.ephemerals(ana.id).length;
    await ana.types(slack.channels.dinner, command);
    const said = await slack.until(() => slack.ephemerals(ana.id)[before]);
    expect(said.text).toMatch(words);
    return said;
  };
  await says('/kally status', /not connected|no longer/i);
  await connectBy(town, await says('/kally login', /connect/i));
  await says('/kally status', /connected/i);
  await ana.types(slack.channels.dinner, '/kally preferences');
  await slack.until(() => slack.modal(ana.id)?.callbackId === 'preferences');
  slack.reload(ana.id);
  await says('/kally history', /call/i);
  await expect.poll(stages, { timeout: 60_000 }).toEqual(['unknown']);
  await says('/kally forget', /1 call/i);
  expect(logged.filter((line) => line.includes('what a lost key sealed')).length).toBeLessThan(10);
});
