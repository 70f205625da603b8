import { afterEach, expect, test } from 'vitest';
import { connect, startTown, type Town } from '../support/app.ts';

let town: Town | undefined;
afterEach(async () => {
  await town?.stop();
  town = undefined;
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
