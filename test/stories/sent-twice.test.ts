import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startDatabaseProxy } from '../faults/database-proxy.ts';
import { connect, startTown, type Town } from '../support/app.ts';

/** How many answers to the COMMIT of a new call are lost from here on. */
let commitsToLose = 0;
/** From the first that is lost the database is away. */
let isAwayAfterwards = false;
let town: Town;
let proxy: Awaited<ReturnType<typeof startDatabaseProxy>>;
let lastDigit = 0;

beforeAll(async () => {
  town = await startTown();
  const direct = new URL(town.database.url);
  proxy = await startDatabaseProxy({
    port: () => Number(direct.port),
    watch(phase, statement, memory) {
      if (isAwayAfterwards && commitsToLose === 0) return 'cut the database';
      if (phase === 'going' && statement.includes('INSERT INTO "public"."calls"'))
        memory.set('calls', 'written');
      const isCommit = /COMMIT/i.test(statement) && memory.has('calls');
      if (phase !== 'answered' || !isCommit || commitsToLose === 0) return undefined;
      commitsToLose -= 1;
      return 'cut the database';
    },
  });
  const proxied = new URL(town.database.url);
  proxied.port = String(proxy.port);
  await town.restart({ databaseUrl: proxied.href });
  await connect(town, town.slack.people.ana.id);
});
afterAll(async () => {
  await town?.stop();
  proxy?.stop();
});
beforeEach(() => {
  commitsToLose = 0;
  isAwayAfterwards = false;
  town.slack.reload(town.slack.people.ana.id);
});

async function open() {
  const { slack } = town;
  const ana = slack.as(slack.people.ana.id);
  await ana.types(slack.channels.general, '/kally');
  await slack.until(() => slack.modal(ana.id));
  const [number, mended] = [`+1415555016${lastDigit++}`, `+1415555016${lastDigit++}`];
  await ana.fills({
    'Phone number': number,
    'What should Kally ask or arrange?': 'Ask for the opening hours',
  });
  return { ana, number, mended };
}

test('a call whose commit got no answer is one call, and its form closes', async () => {
  const { ana, number } = await open();
  commitsToLose = 1;
  expect(await ana.submits()).toMatchObject({ closed: true });
  await town.slack.until(() => town.kallyai.rings()[number]);
  expect(town.kallyai.rings()[number]).toBe(1);
});

test('if nobody knows whether a call was saved, the form does not say that nothing was called', async () => {
  const { ana, number, mended } = await open();
  commitsToLose = 1;
  isAwayAfterwards = true;
  const said = Object.values((await ana.submits()).errors ?? {}).join();
  expect(said).toContain('could not make sure');
  expect(said).not.toContain('nothing was called');
  isAwayAfterwards = false;
  await ana.fills({ 'Phone number': mended });
  // It was saved, with the number as it was then.
  const { errors } = await ana.submits();
  expect(Object.values(errors ?? {}).join()).toMatch(
    /You sent this form already: Kally has that call, to \+1 415 555/,
  );
  await town.slack.until(() => town.kallyai.rings()[number]);
  expect(town.kallyai.rings()[mended]).toBeUndefined();
  await ana.fills({ 'Phone number': number });
  expect(await ana.submits()).toMatchObject({ closed: true });
  expect(town.kallyai.rings()[number]).toBe(1);
});
