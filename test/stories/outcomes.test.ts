import { afterEach, describe, expect, test } from 'vitest';
import { connect, startTown, type Town } from '../support/app.ts';

let town: Town;
afterEach(() => town.stop());

/** What the app has posted in a place, threads apart. */
const posted = (channelId: string) => town.slack.messages(channelId).filter(({ isBot }) => isBot);
const lastIn = (channelId: string) => posted(channelId).at(-1);
const cardIn = (channelId: string, words: string) =>
  town.slack.until(() => posted(channelId).find(({ text }) => text.includes(words)));

async function call(userId: string, channelId: string, text: string, fields: Record<string, string> = {}) {
  const { slack } = town;
  const person = slack.as(userId);
  await person.types(channelId, `/kally ${text}`);
  await slack.until(() => slack.modal(userId)?.submit);
  await person.fills(fields);
  expect(await person.submits()).toMatchObject({ closed: true });
}

test('a clinic call in Spanish stays between the person and Kally', async () => {
  town = await startTown();
  const { slack, kallyai } = town;
  const luis = slack.people.luis.id;
  await connect(town, luis);
  await call(luis, slack.channels.general, '+34 910 000 002 pedir cita con el dentista mañana a las 10:30', {
    '¿A nombre de quién?': 'Luis Ortega',
  });
  const card = await cardIn(slack.channels.luisAndKally, '910 00 00 02');
  await cardIn(slack.channels.luisAndKally, 'Llamada');
  const thread = await slack.until(() => {
    const replies = slack.thread(card.channelId, card.ts);
    return replies.length >= 2 && replies;
  });
  expect(thread.map(({ text }) => text).join('\n')).toContain('Luis Ortega');
  expect(posted(slack.channels.general)).toEqual([]);
  expect(kallyai.rings()).toEqual({ '+34910000002': 1 });
});

test('Socket Mode is the same journey', async () => {
  town = await startTown({ mode: 'socket' });
  const { slack } = town;
  await connect(town, slack.people.ana.id);
  await call(slack.people.ana.id, slack.channels.dinner, '+1 415 555 0101 ask whether they repair bikes');
  const card = await cardIn(slack.channels.dinner, 'Asked by');
  await slack.until(() => slack.thread(slack.channels.dinner, card.ts).length >= 2);
});

test.for([
  ['+14155550130', 'no calls left', 'See plans'],
  ['+14155550135', 'Dial it yourself, now', ''],
  ['+14155550144', 'They asked not to be called', ''],
] as const)('a refusal of %s is a sentence on the card: %s', async ([phone, sentence, link]) => {
  town = await startTown();
  const { slack, kallyai } = town;
  await connect(town, slack.people.ana.id);
  await call(slack.people.ana.id, slack.channels.dinner, `${phone} ask whether they repair bikes`);
  const card = await cardIn(slack.channels.dinner, sentence);
  expect(card.text).toContain('Not called');
  if (link) expect(JSON.stringify(card.blocks)).toContain(link);
  expect(kallyai.rings()).toEqual({});
});

describe('whatever stops the app, a call goes on', () => {
  test.for(['+14155550100', '+14155550101', '+14155550112'])('stopped in the middle of %s', async (phone) => {
    town = await startTown({ kally: { speed: 10 } });
    const { slack, kallyai } = town;
    await connect(town, slack.people.ana.id);
    await call(slack.people.ana.id, slack.channels.dinner, `${phone} ask whether they repair bikes`);
    await slack.until(() => kallyai.rings()[phone]);
    await town.restart();
    const card = await cardIn(slack.channels.dinner, 'Asked by');
    await slack.until(() => slack.thread(slack.channels.dinner, card.ts).length >= 2);
    expect(posted(slack.channels.dinner)).toHaveLength(1);
    expect(kallyai.rings()).toEqual({ [phone]: 1 });
  });
});

test('a card says that KallyAI is away, and the call is made when it is back', async () => {
  town = await startTown();
  const { slack, kallyai } = town;
  await connect(town, slack.people.ana.id);
  await kallyai.setFault({ kind: 'down' });
  await call(slack.people.ana.id, slack.channels.dinner, '+1 415 555 0101 ask whether they repair bikes');
  await cardIn(slack.channels.dinner, 'cannot be reached');
  await kallyai.setFault(null);
  await cardIn(slack.channels.dinner, 'Asked by');
  expect(kallyai.rings()).toEqual({ '+14155550101': 1 });
});

test('a long transcript is one file in the thread', async () => {
  town = await startTown();
  const { slack } = town;
  await connect(town, slack.people.ana.id);
  await call(slack.people.ana.id, slack.channels.reception, '+1 415 555 0123 ask about everything they sell');
  const file = await slack.until(() => slack.files()[0]);
  expect(file.name).toMatch(/\.txt$/);
  expect(lastIn(slack.channels.reception)?.replies.some(({ files }) => files.length === 1)).toBe(true);
});

test('where the app is no member, a long transcript is not lost either', async () => {
  town = await startTown();
  const { slack } = town;
  await connect(town, slack.people.ana.id);
  await call(slack.people.ana.id, slack.channels.travel, '+1 415 555 0123 ask about everything they sell');
  await cardIn(slack.channels.travel, 'Asked by');
  await slack.until(() => slack.files()[0] ?? (lastIn(slack.channels.travel)?.replies.length ?? 0) > 2);
});
