import { afterAll, beforeAll, expect, test } from 'vitest';
import { appointmentOf, remindBeforeMs } from '../../src/domain/appointment.ts';
import { connect, startTown, type Town } from '../support/app.ts';
import { answerTo, withPlainSpaces } from '../support/ask.ts';
import { modalOf, sends } from '../support/modal.ts';
import { bringJobsForward } from '../support/set-clock.ts';

let town: Town;
beforeAll(async () => {
  town = await startTown();
  await connect(town, ana().id);
  await connect(town, luis().id, 'luis');
});
afterAll(() => town?.stop());

const ana = () => town.slack.as(town.slack.people.ana.id);
const luis = () => town.slack.as(town.slack.people.luis.id);

async function call(text: string, fields: Record<string, string> = {}, who = ana()) {
  await who.types(town.slack.channels.dinner, `/kally ${text}`);
  const form = await modalOf(town, who.id);
  await who.fills(fields);
  return form;
}

async function cardOf(ending: string, words: string | RegExp) {
  const found = await town.slack.until(() =>
    town.slack
      .messages(town.slack.channels.dinner)
      .findLast(({ isBot, text }) => isBot && text.includes(ending) && withPlainSpaces(text).match(words)),
  );
  return { ...found, text: withPlainSpaces(found.text) };
}

/** What KallyAI was asked last. */
function submission() {
  const placed = town.kallyai
    .traffic()
    .filter(({ method, path }) => method === 'POST' && path === '/v1/calls');
  const request = placed.at(-1)?.request as { submission?: Record<string, unknown> } | undefined;
  return request?.submission ?? {};
}

const hers = (words: string) =>
  town.slack
    .messages(town.slack.channels.anaAndKally)
    .filter(({ isBot, text }) => isBot && withPlainSpaces(text).includes(words));
const inDinner = (words: string) =>
  town.slack.messages(town.slack.channels.dinner).filter(({ isBot, text }) => isBot && text.includes(words));

/** A table for tomorrow at eight. */
async function arranged(phone: string) {
  await call(`${phone} book a table for 4 tomorrow at 8pm`);
  expect(await sends(ana())).toMatchObject({ closed: true });
  const card = await cardOf(`ending in ${phone.slice(-3)}`, 'Asked by');
  const made = await town.store.calls.find(
    (await town.store.posts.callOfCard(card.channelId, card.ts)) ?? '',
  );
  if (!made) throw new Error('no call has this card');
  return { card, made, now: () => cardOf(`ending in ${phone.slice(-3)}`, 'Asked by') };
}

const ifNotPossible = 'If that is not possible';

test('another time that was allowed is arranged, and one outside of it is not', async () => {
  const withinHalfAnHour = { [ifNotPossible]: 'Take the nearest time within 30 minutes' };
  await call('+1 415 555 0155 book a table for 4 tomorrow at 8pm', withinHalfAnHour);
  expect(await sends(ana())).toMatchObject({ closed: true });
  const taken = await cardOf('ending in 155', 'Asked by');
  expect(taken.text).toContain('8:30 PM instead of 8:00 PM, as was allowed.');
  expect(submission().additional_instructions).toEqual([
    expect.stringContaining('you are an AI assistant, and that you are calling for Ana Torres'),
    expect.stringContaining('at most 30 minutes earlier or later'),
  ]);

  await call('+1 415 555 0169 book a table for 4 tomorrow at 8pm', withinHalfAnHour);
  expect(await sends(ana())).toMatchObject({ closed: true });
  const left = await cardOf('ending in 169', 'Asked by');
  expect(left.text).toContain('or up to 30 minutes earlier or later');
  expect(left.text).not.toMatch(/Arranged|Booked/);

  // The form has it again, and a wider margin takes the same offer.
  await ana().clicks(left, 'Call again');
  const again = await modalOf(town, ana().id);
  expect(again.values()).toMatchObject({ ifNotPossible: 'within_30', time: '20:00' });
  await ana().fills({ [ifNotPossible]: 'Take any time that day' });
  expect(await sends(ana())).toMatchObject({ closed: true });
  await cardOf('ending in 169', '9:30 PM instead of 8:00 PM, as was allowed.');
});

test('what else KallyAI should know goes along unsaid, in the language of the call', async () => {
  const { slack } = town;
  const form = await call('+1 415 555 0101 book a table for 2 on friday at 9pm', {
    'Language of the call': 'Spanish',
  });
  expect(form.labels()).not.toContain('Call-back number');
  await ana().clicks('modal', 'More options');
  await slack.until(() => form.labels().includes('Call-back number'));
  const more = { 'What else should KallyAI know?': 'Ana walks\nwith a stick', 'Call-back number': '12' };
  await ana().fills(more);
  expect((await ana().submits()).errors).toHaveProperty('callbackPhone');
  await ana().fills({
    'Call-back number': '(415) 555-0199',
    'What else should KallyAI know?': 'IBAN ES9121000418450200051332',
  });
  expect((await ana().submits()).errors).toEqual({ wishes: expect.stringContaining('bank account') });
  await ana().fills({ 'What else should KallyAI know?': 'Ana walks\nwith a stick' });
  expect(await sends(ana())).toMatchObject({ closed: true });
  const card = await cardOf('ending in 101', 'Asked by');
  expect(submission()).toMatchObject({
    user_phone: '+14155550199',
    additional_instructions: [
      expect.stringContaining(
        'eres un asistente de inteligencia artificial y que llamas de parte de Ana Torres',
      ),
      expect.stringContaining('no aceptes otra cosa'),
      'Solo para ti, no lo leas en voz alta; úsalo solo donde ayude: Ana walks with a stick',
      'Da el número de contacto solo si lo piden.',
    ],
  });
  const replies = () =>
    slack
      .thread(card.channelId, card.ts)
      .map(({ text }) => text)
      .join('\n');
  await slack.until(() => replies().includes('[0:01]'));
  expect(replies()).not.toContain('stick');

  const hers = await answerTo(town, ana().id, () => ana().clicks(card, 'call_menu', { value: 'Details' }));
  expect(hers.text).toContain('Ana walks with a stick');
  const his = await answerTo(town, luis().id, () => luis().clicks(card, 'call_menu', { value: 'Details' }));
  expect(his.text).not.toMatch(/stick|555\W?0199/);
  // A colleague who makes the same call makes it as themselves.
  await luis().clicks(card, 'call_menu', { value: 'Call again' });
  const theirs = await modalOf(town, luis().id);
  expect(JSON.stringify(theirs.modal())).not.toMatch(/stick|555\W?0199/);
  await luis().closes();
});

test('a margin needs a time, and the card says when nobody was told of an AI', async () => {
  const form = await call('+1 415 555 0170 book a table for 2', {
    [ifNotPossible]: 'Take any time that day',
  });
  expect((await ana().submits()).errors).toEqual({
    ifNotPossible: expect.stringContaining('Choose the date'),
  });
  await ana().fills({ Date: '2027-02-13', [ifNotPossible]: 'Take the nearest time within an hour' });
  expect((await ana().submits()).errors).toEqual({
    ifNotPossible: expect.stringContaining('Choose the time'),
  });
  await ana().fills({ Time: '21:00' });
  expect(form.labels()).toContain(ifNotPossible);
  expect(await sends(ana())).toMatchObject({ closed: true });
  const card = await cardOf('ending in 170', 'Asked by');
  expect(card.text).toContain('They may not have been told that an AI was speaking.');
});

test('whoever asked, or the channel, is reminded once, two hours before', async () => {
  const { slack } = town;
  const { card, made, now } = await arranged('+1 415 555 0171');
  const refused = await answerTo(town, luis().id, () => luis().clicks(card, 'Remind me'));
  expect(refused.text).toContain('Eso solo');
  await ana().clicks(card, 'Remind the channel');
  const line = await cardOf('ending in 171', /Reminder in this channel: .* 6:00 PM Los Angeles time/);
  await ana().clicks(line, 'No reminder');
  await slack.until(() => !inDinner('ending in 171').some(({ text }) => text.includes('Reminder')));
  await Promise.all([ana().clicks(await now(), 'Remind me'), ana().clicks(card, 'Remind me')]);
  await cardOf('ending in 171', 'Private reminder: ');
  const other = await arranged('+1 415 555 0172');
  await ana().clicks(other.card, 'Remind the channel');
  await cardOf('ending in 172', 'Reminder in this channel');
  await bringJobsForward(town);
  expect([...hers('Reminder:'), ...inDinner('Reminder:')]).toEqual([]);

  const { at = 0 } = appointmentOf(made) ?? {};
  await town.clock.sleep(at - remindBeforeMs - town.clock.now());
  await bringJobsForward(town);
  await slack.until(() => hers('Reminder:').length > 0 && inDinner('Reminder:').length > 0);
  await bringJobsForward(town);
  expect(hers('Reminder:').map(({ text }) => withPlainSpaces(text))).toEqual([
    expect.stringMatching(
      /^Reminder: \+1 415 555 0171\n.*8:00 PM Los Angeles time · for 4 people · in the name of Ana Torres/,
    ),
  ]);
  const [reminder, second] = inDinner('Reminder:');
  expect(second).toBeUndefined();
  expect(reminder?.text).toMatch(/^Reminder: .*172\n/);
  expect(reminder?.text).not.toMatch(/415\W{0,2}555/);
  await slack.until(() => !inDinner('ending in 171').some(({ text }) => text.includes('Private reminder')));
  const late = await answerTo(town, ana().id, () => ana().clicks(card, 'Remind me'));
  expect(late.text).toContain('less than two hours');
  await ana().clicks(reminder ?? card, 'Call to cancel or change');
  await modalOf(town, ana().id);
  await ana().closes();
});

test('a call that cancels an arrangement takes its reminder along', async () => {
  const { slack } = town;
  const { card } = await arranged('+1 415 555 0174');
  await ana().clicks(card, 'Remind the channel');
  await cardOf('ending in 174', 'Reminder in this channel');
  const change = { value: 'Call to cancel or change' };
  const refused = await answerTo(town, luis().id, () => luis().clicks(card, 'call_menu', change));
  expect(refused.text).toContain('Eso solo');
  await ana().clicks(card, 'call_menu', change);
  const form = await modalOf(town, ana().id);
  expect(withPlainSpaces(JSON.stringify(form.values().task))).toMatch(
    /^"Cancel the reservation on .* at 8:00 PM, for 4 people, in the name of Ana Torres\./,
  );
  expect(await sends(ana())).toMatchObject({ closed: true });
  await slack.until(() => inDinner('It is cancelled').length > 0);
  await slack.until(() => !inDinner('ending in 174').some(({ text }) => text.includes('Reminder in')));
});
