import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectBy, startTown, type Town } from '../support/app.ts';

let town: Town;
beforeAll(async () => {
  town = await startTown();
});
afterAll(() => town.stop());

test('from the first /kally to the transcript in the thread', async () => {
  const { slack, kallyai } = town;
  const { dinner } = slack.channels;
  const ana = slack.as(slack.people.ana.id);

  // Not connected yet: a private message with one button, and nothing of what was typed is lost.
  await ana.types(dinner, '/kally +1 415 555 0101 Reserve a table for 4 tomorrow at 8pm');
  const prompt = await slack.until(() => slack.ephemerals(slack.people.ana.id, dinner)[0]);
  const page = await connectBy(town, prompt);
  expect(page.text).toContain('Ana Torres');
  expect(page.text).toContain('Harbor');

  const welcome = await slack.until(() => slack.messages(slack.channels.anaAndKally).at(-1));
  expect(welcome.text).toContain('connected');
  await ana.clicks({ channelId: welcome.channelId, ts: welcome.ts }, 'Continue');
  const form = await slack.until(() => slack.modal(slack.people.ana.id));
  expect(form.title).toBe('Make a phone call');

  await ana.fills({ 'Name to give': 'Ana Torres', 'Name of the business': "Luigi's" });
  expect(await ana.submits()).toMatchObject({ closed: true });

  const card = await slack.until(() => slack.messages(dinner).find(({ text }) => text.includes("Luigi's")));
  const done = await slack.until(() =>
    slack.messages(dinner).find(({ ts, text }) => ts === card.ts && text.includes('Call completed')),
  );
  expect(slack.messages(dinner).filter(({ isBot }) => isBot)).toHaveLength(1);
  expect(done.text).toContain('for 4 people');
  expect(done.text).not.toContain('415');

  const [outcome, transcript] = await slack.until(() => {
    const replies = slack.thread(dinner, card.ts);
    return replies.length >= 2 && replies;
  });
  expect(outcome?.text).toContain('How it went: Call completed');
  expect(transcript?.text).toMatch(/\[0:\d\d\] Kally: /);
  expect(transcript?.text).toContain('Business: ');
  expect(kallyai.rings()).toEqual({ '+14155550101': 1 });
});
