import { afterEach, expect, test } from 'vitest';
import { connect, startTown, type Town } from '../support/app.ts';
import { createFastClock } from '../support/fast-clock.ts';
import { sends } from '../support/modal.ts';

/** The app's second is half of ours, and so are Slack's limits as the app keeps them. Faster, a busy machine would miss the app's own deadlines. */
const speed = 2;
const ownSecondMs = 1_000 / speed;

let town: Town;
afterEach(() => town.stop());

async function startWith(names: ('ana' | 'luis')[], kallySpeed = 50) {
  town = await startTown({ clock: createFastClock(speed), kally: { speed: kallySpeed } });
  for (const name of names) await connect(town, town.slack.people[name].id, name);
}

async function calls(name: 'ana' | 'luis', channelId: string) {
  const person = town.slack.as(town.slack.people[name].id);
  await person.types(channelId, '/kally +1 415 555 0101 ask for the opening hours');
  await town.slack.until(() => town.slack.modal(person.id)?.submit);
  expect(await sends(person)).toMatchObject({ closed: true });
}

const sentTo = (channelId: string, method: string) =>
  town.slack
    .calls(method)
    .filter(({ request }) => (request as { channel?: string }).channel === channelId)
    .map(({ at, status }) => ({ at, status }));
const spanMs = (sent: { at: number }[] = []) => (sent.at(-1)?.at ?? 0) - (sent[0]?.at ?? 0);
const cardsIn = (channelId: string) => town.slack.messages(channelId).filter(({ isBot }) => isBot);
const allTold = (channelId: string, count: number) =>
  town.slack.until(() => {
    const told = cardsIn(channelId).filter(
      ({ text, replies }) => /Asked by|Lo pidió/.test(text) && replies.length >= 1,
    );
    return told.length === count;
  });

test('a channel gets one post a second, and calls in other channels do not wait for it', async () => {
  await startWith(['ana', 'luis'], 0);
  const { dinner, general } = town.slack.channels;
  const burst = 12;
  for (let nth = 0; nth < burst; nth++) await calls('ana', dinner);
  await calls('luis', general);
  // All end at the same moment: twelve results for one channel, and one for the other, which may be seen some seconds later.
  town.kallyai.setSpeed(50);
  await allTold(dinner, burst);
  await allTold(general, 1);

  const [posts, others] = [dinner, general].map((channel) => sentTo(channel, 'chat.postMessage'));
  expect(posts).toHaveLength(2 * burst);
  expect(spanMs(posts)).toBeGreaterThan(0.9 * (2 * burst - 1) * ownSecondMs);
  expect(others?.at(-1)?.at).toBeLessThan(posts?.at(-1)?.at ?? 0);
});

test('while Slack asks to wait nothing is sent, and what changed meanwhile is one edit', async () => {
  await startWith(['ana']);
  const { dinner } = town.slack.channels;
  const waitSeconds = 10;
  town.slack.fault({ method: 'chat.update', kind: '429', retryAfterSeconds: waitSeconds });
  await calls('ana', dinner);
  await allTold(dinner, 1);

  const edits = sentTo(dinner, 'chat.update');
  expect(edits.map(({ status }) => status)).toEqual([429, 200]);
  expect(spanMs(edits)).toBeGreaterThan(0.9 * waitSeconds * ownSecondMs);
  expect(cardsIn(dinner)).toHaveLength(1);
  expect(cardsIn(dinner)[0]?.replies).toHaveLength(1);
});
