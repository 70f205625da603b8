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
    return replies.length >= 1 && replies;
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
  await slack.until(() => slack.thread(slack.channels.dinner, card.ts).length >= 1);
});

test.for([
  ['+14155550130', 'no calls left', 'See plans'],
  ['+14155550135', 'Dial it yourself, now', ''],
  ['+14155550144', 'They asked not to be called', ''],
] as const)(
  'a call to %s that was not made leaves the channel, and its requester alone reads: %s',
  async ([phone, sentence, link]) => {
    town = await startTown();
    const { slack, kallyai } = town;
    await connect(town, slack.people.ana.id);
    await call(slack.people.ana.id, slack.channels.dinner, `${phone} ask whether they repair bikes`);
    const card = await cardIn(slack.channels.anaAndKally, sentence);
    expect(card.text).toContain('Not called');
    await slack.until(() => posted(slack.channels.dinner).length === 0);
    expect(JSON.stringify(slack.ephemerals(slack.people.luis.id))).not.toContain(sentence);
    if (link) expect(JSON.stringify(card.blocks)).toContain(link);
    expect(kallyai.rings()).toEqual({});
  },
);

test('if the table is booked at another time, the card says so first', async () => {
  town = await startTown();
  const { slack } = town;
  await connect(town, slack.people.ana.id);
  const { reception } = slack.channels;
  await call(slack.people.ana.id, reception, '+1 415 555 0127 book a table for 4 tomorrow at 8pm');
  const card = await cardIn(reception, 'Asked by Ana Torres');
  expect(card.text).toMatch(
    /ending in 127\. 8:30\sPM, not 8:00\sPM as asked\. Booked for Ana Torres: a table for four/,
  );
  expect(card.text).toContain('by KallyAI, an AI');
  const [reply, ...more] = await slack.until(() => {
    const replies = slack.thread(reception, card.ts);
    return replies.length > 0 && replies;
  });
  expect(more).toEqual([]);
  expect(reply?.text).toMatch(
    new RegExp(`^<@${slack.people.ana.id}> a number ending in 127: 8:30\\sPM, not`),
  );
  // Each value with the words of the business, and when they were said.
  expect(reply?.text).toMatch(/Time: 8:30\sPM\b.* \(“.*[Hh]alf past eight.*” · 0:\d\d\)/);
  // A line that says two things is quoted once.
  expect(reply?.text).toMatch(/Confirmation number: \d{4}\b.* \(“.*\d{4}.*” · \d:\d\d\)/);

  await slack.as(slack.people.luis.id).types(reception, '@Kally ¿cuál es el número de confirmación?', {
    threadTs: card.ts,
  });
  const answer = await slack.until(() =>
    slack.thread(reception, card.ts).find(({ text }) => text.startsWith('Lo que dijeron')),
  );
  expect(answer.text).toMatch(/• Número de confirmación: \d{4} \(«.*\d{4}.*» · \d:\d\d\)$/);
});

test('a late transcript is announced, and then supports the result', async () => {
  town = await startTown({ kally: { speed: 5 } });
  const { slack } = town;
  await connect(town, slack.people.ana.id);
  const { dinner } = slack.channels;
  await call(slack.people.ana.id, dinner, '+1 415 555 0120 book a table for 4 tomorrow at 8pm');
  town.kallyai.setSpeed(5);
  const early = await cardIn(dinner, 'still to come');
  expect(JSON.stringify(early.blocks)).toContain('speech_balloon');
  await slack.until(() => JSON.stringify(lastIn(dinner)?.blocks).includes('white_check_mark'));
  const replies = await slack.until(() => {
    const all = slack.thread(dinner, early.ts);
    return all.length === 2 && all;
  });
  expect(replies[0]?.text).toContain(`<@${slack.people.ana.id}>`);
  expect(replies[1]?.text).not.toContain(`<@${slack.people.ana.id}>`);
  expect(replies[1]?.text).toContain('What they said');
});

test.for([
  ['+14155550102', 'The line was busy.'],
  ['+14155550103', 'Nobody answered.'],
] as const)('%s is one line on the card, and no reply repeats it', async ([phone, line]) => {
  town = await startTown();
  const { slack } = town;
  await connect(town, slack.people.ana.id);
  await call(slack.people.ana.id, slack.channels.dinner, `${phone} ask whether they repair bikes`);
  const card = await cardIn(slack.channels.dinner, line);
  await slack.until(() => town.logged.some((logged) => logged.includes('run is done')));
  expect(slack.thread(slack.channels.dinner, card.ts)).toEqual([]);
});

test.for([
  ['+14155550104', 'It went to voicemail. Nothing is arranged.'],
  ['+14155550106', 'They hung up, or the line was cut'],
] as const)('%s is told apart: %s', async ([phone, line]) => {
  town = await startTown();
  const { slack } = town;
  await connect(town, slack.people.ana.id);
  await call(slack.people.ana.id, slack.channels.dinner, `${phone} ask whether they repair bikes`);
  const card = await cardIn(slack.channels.dinner, line);
  const [reply] = await slack.until(() => {
    const replies = slack.thread(slack.channels.dinner, card.ts);
    return replies.length > 0 && replies;
  });
  expect(reply?.text).toContain(line);
  expect(reply?.text).toContain('Business: ');
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
    await slack.until(() => slack.thread(slack.channels.dinner, card.ts).length >= 1);
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

test('if the app is not a member, a long transcript is not lost either', async () => {
  town = await startTown();
  const { slack } = town;
  await connect(town, slack.people.ana.id);
  await call(slack.people.ana.id, slack.channels.travel, '+1 415 555 0123 ask about everything they sell');
  await cardIn(slack.channels.travel, 'Asked by');
  await slack.until(() => slack.files()[0] ?? (lastIn(slack.channels.travel)?.replies.length ?? 0) > 1);
});
