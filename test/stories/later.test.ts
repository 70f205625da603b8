import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { connect, startTown, type Town } from '../support/app.ts';
import { withPlainSpaces } from '../support/ask.ts';
import { labelsIn, modalOf, valuesIn } from '../support/modal.ts';
import { bringJobsForward, createSetClock } from '../support/set-clock.ts';

/** A Wednesday: 3 PM in London, 4 PM in Madrid, 11 AM in New York. */
const afternoon = '2027-03-10T15:00:00Z';
/** 3:10 AM in London, and still Wednesday evening in New York. */
const night = '2027-03-11T03:10:00Z';

const clock = createSetClock(afternoon);
let town: Town;
beforeAll(async () => {
  town = await startTown({ clock, kally: { speed: 200 }, env: { CALLING_HOURS: '' } });
  await connect(town, ana().id);
  await connect(town, luis().id, 'luis');
});
afterAll(() => town?.stop());
beforeEach(() => {
  clock.set(afternoon);
  for (const { id } of Object.values(town.slack.people)) town.slack.reload(id);
});

const ana = () => town.slack.as(town.slack.people.ana.id);
const luis = () => town.slack.as(town.slack.people.luis.id);
let numbers = 7_000;
/** A number in London that nobody has called yet. */
const london = () => `+44 20 7946 ${String(numbers++).padStart(4, '0')}`;
const ringsOf = (phone: string) => town.kallyai.rings()[phone.replaceAll(' ', '')] ?? 0;

async function open(person: ReturnType<typeof ana>, text: string, channel = town.slack.channels.dinner) {
  await person.types(channel, `/kally ${text}`);
  await town.slack.until(() => town.slack.modal(person.id)?.submit);
  return modalOf(town, person.id);
}

const topOf = (person: ReturnType<typeof ana>) =>
  withPlainSpaces(JSON.stringify(town.slack.modal(person.id)?.blocks ?? ''));

const rang = (phone: string, times = 1) => town.slack.until(() => ringsOf(phone) === times);

/** What a card of this number says, once it says so. */
const cardSaying = (phone: string, words: string | RegExp, channel = town.slack.channels.dinner) =>
  town.slack.until(() =>
    town.slack
      .messages(channel)
      .find(
        ({ isBot, text }) =>
          isBot && text.includes(phone.slice(-3)) && withPlainSpaces(text).match(words) !== null,
      ),
  );

/** Time goes on to a moment, and what was to happen by then does. */
async function goOnTo(moment: string) {
  clock.set(moment);
  await bringJobsForward(town);
}

test('a table is booked by the restaurant’s clock, and everybody is told whose clock it is', async () => {
  const phone = london();
  const form = await open(ana(), `${phone} table for 2 tomorrow at 8pm`);
  expect(topOf(ana())).toContain('Times are in London time.');
  expect(form.values()).toMatchObject({ date: '2027-03-11', time: '20:00', when: 'now' });
  expect(await ana().submits()).toMatchObject({ closed: true });
  await cardSaying(phone, '8:00 PM London time');
  await rang(phone, 1);
  const sent = await town.slack.until(() =>
    town.kallyai.traffic().findLast(({ method, path }) => method === 'POST' && path === '/v1/calls'),
  );
  expect(sent.request).toMatchObject({
    timezone: 'Europe/London',
    submission: { appointment_date: '2027-03-11', appointment_time: '20:00' },
  });
});

test('a number that was typed last is shown on its own clock before anything is confirmed', async () => {
  const form = await open(ana(), 'table for 2 tomorrow at 8pm');
  expect(topOf(ana())).toContain('Times are in New York time.');
  await ana().fills({ 'Phone number': '+34 910 000 001' });
  await town.slack.until(() => topOf(ana()).includes('Times are in Madrid time.'));
  await ana().fills({ 'Phone number': '+34 612 345 678' });
  await town.slack.until(() => form.labels().includes('Time zone there'));
  expect((await ana().submits()).errors).toMatchObject({ timeZone: expect.any(String) });
});

test('"at 5pm and ask" rings then and not now, once, and the card says when on both clocks', async () => {
  const phone = london();
  const form = await open(ana(), `call ${phone} at 5pm and ask whether they repair bikes`);
  expect(form.values()).toMatchObject({ when: 'at', callDate: '2027-03-10', callTime: '17:00' });
  expect(await ana().submits()).toMatchObject({ closed: true });
  const card = await cardSaying(
    phone,
    /Kally calls on Wednesday, March 10, at 5:00 PM London time \(.*yours\)/,
  );
  expect(card.text).toContain('|12:00 PM>');
  await goOnTo('2027-03-10T16:30:00Z');
  await cardSaying(phone, 'Kally calls on');
  expect(ringsOf(phone)).toBe(0);
  await goOnTo('2027-03-10T17:00:00Z');
  await rang(phone, 1);
});

test('at night there, nothing rings before the person has looked twice', async () => {
  clock.set(night);
  const phone = london();
  await open(ana(), `${phone} ask whether they repair bikes`);
  expect(await ana().submits()).toMatchObject({ ok: true, closed: false });
  expect(town.slack.modal(ana().id)?.title).toBe('Before Kally calls');
  expect(topOf(ana())).toContain('It is 3:10 AM in London.');
  expect(topOf(ana())).toContain('On Thursday, March 11, 8:05 AM there');
  expect(await ana().submits()).toMatchObject({ closed: true });
  expect(town.slack.modal(ana().id)).toBeUndefined();
  const card = await cardSaying(phone, 'Kally calls on Thursday, March 11, at 8:05 AM London time');
  expect(ringsOf(phone)).toBe(0);

  // Calling now after all is asked about once more.
  await ana().clicks(card, 'Call now');
  await town.slack.until(() => topOf(ana()).includes('It is 3:10 AM in London.'));
  await ana().fills({ 'When should Kally call?': 'Now, they are open' });
  expect(await ana().submits()).toMatchObject({ closed: true });
  await rang(phone, 1);
});

test('"when they can be called" is now by day, and in the morning at night', async () => {
  clock.set(night);
  const phone = london();
  const form = await open(ana(), `${phone} ask whether they repair bikes`);
  await ana().fills({ 'When should Kally call?': 'When they can be called' });
  expect(form.values().when).toBe('open');
  expect(await ana().submits()).toMatchObject({ closed: true });
  const card = await cardSaying(phone, 'Kally calls on Thursday, March 11, at 8:05 AM London time');
  await ana().clicks(card, 'Cancel');
  await cardSaying(phone, 'Cancelled before anybody’s phone rang');
  await goOnTo('2027-03-11T08:05:00Z');
  expect(ringsOf(phone)).toBe(0);
});

test('hours that the admins narrowed are asked about, offered and read, and count when a planned call is due', async () => {
  const { slack } = town;
  const later = london();
  await open(ana(), `${later} call tomorrow at 9:30am and ask if they repair bikes`);
  expect(await ana().submits()).toMatchObject({ closed: true });

  await ana().types(slack.channels.dinner, '/kally admin');
  await slack.until(() => topOf(ana()).includes('Who called whom'));
  await ana().clicks('modal', 'Calling hours');
  await slack.until(() => topOf(ana()).includes('every day from 8:00 AM to 9:00 PM'));
  const refusalOf = async (fields: Record<string, string | string[]>) => {
    await ana().fills(fields);
    return Object.values((await ana().submits()).errors ?? {}).join();
  };
  expect(await refusalOf({ hoursUntil: '07:00' })).toContain('no phone could ring');
  expect(await refusalOf({ hoursUntil: '22:00' })).toContain('from 08:00–21:00 only');
  expect(await refusalOf({ hoursDays: [] })).toContain('required');
  await ana().fills({ hoursDays: ['4', '5'], hoursFrom: '10:00', hoursUntil: '17:00' });
  await slack.until(() => topOf(ana()).includes('Kally calls Thu–Fri from 10:00 AM to 5:00 PM'));
  await ana().submits();
  await slack.until(() => topOf(ana()).includes('Saved.'));

  await luis().types(slack.channels.dinner, '/kally reglas');
  await slack.until(() =>
    slack.ephemerals(luis().id).some(({ text }) => text.includes('Kally llama jue–vie de 10:00 a 17:00')),
  );
  // A Wednesday: nobody is called before they looked twice, or when it opens.
  const now = london();
  await open(ana(), `${now} ask if they repair bikes`);
  await ana().submits();
  await slack.until(() => topOf(ana()).includes('It is 3:00 PM in London.'));
  expect(topOf(ana())).toContain('Thursday, March 11');
  expect(ringsOf(now)).toBe(0);
  slack.reload(ana().id);
  const opening = london();
  await open(luis(), `${opening} pregunta si arreglan bicis cuando abran`);
  await luis().fills({ when: 'open' });
  expect(await luis().submits()).toMatchObject({ closed: true });

  await goOnTo('2027-03-11T09:30:00Z');
  await cardSaying(later, 'outside the hours in which Kally calls there');
  expect([later, opening].map(ringsOf)).toEqual([0, 0]);
  await goOnTo('2027-03-11T10:05:00Z');
  await rang(opening);
  expect(ringsOf(later)).toBe(0);
  const stored = await town.store.rules.findNow(slack.teamId);
  const how = { kind: 'hours' as const, userId: ana().id, changedAt: clock.now() };
  await town.store.rules.change(slack.teamId, stored.version, { ...stored.rules, hours: null }, how);
});

test('after an outage a call that is late is asked about and not dialled', async () => {
  const phone = london();
  await open(ana(), `call ${phone} at 5pm and ask whether they repair bikes`);
  expect(await ana().submits()).toMatchObject({ closed: true });
  await cardSaying(phone, 'Kally calls on');
  await goOnTo('2027-03-10T17:16:00Z');
  await cardSaying(phone, 'Kally could not make it on time, so nobody was called.');
  const asked = await town.slack.until(() =>
    town.slack.messages(town.slack.channels.anaAndKally).find(({ text }) => text.includes(phone)),
  );
  expect(ringsOf(phone)).toBe(0);
  await ana().clicks(asked, 'Call now');
  await rang(phone, 1);
});

test('the time of a planned call can be changed, by its requester', async () => {
  const phone = london();
  await open(ana(), `call ${phone} at 5pm and ask whether they repair bikes`);
  expect(await ana().submits()).toMatchObject({ closed: true });
  const card = await cardSaying(phone, 'Kally calls on');
  await luis().clicks(card, 'Call now');
  await town.slack.until(() =>
    town.slack.ephemerals(luis().id).some(({ text }) => text.includes('Eso solo')),
  );
  await ana().types(town.slack.channels.general, '/kally planned');
  await town.slack.until(() =>
    town.slack.ephemerals(ana().id).some(({ text }) => text.includes(`${phone}*: Kally calls on`)),
  );
  await ana().clicks(card, 'Change');
  await town.slack.until(() => town.slack.modal(ana().id)?.submit);
  await ana().fills({ Time: '11:00' });
  expect((await ana().submits()).errors).toEqual({
    time: 'It is later than that in London already. Choose a later time.',
  });
  await ana().fills({ Date: '2027-03-12' });
  await ana().submits();
  await cardSaying(phone, 'Kally calls on Friday, March 12, at 11:00 AM London time');
  await goOnTo('2027-03-10T17:00:00Z');
  await cardSaying(phone, 'Friday, March 12');
  expect(ringsOf(phone)).toBe(0);
  await goOnTo('2027-03-12T11:00:00Z');
  await rang(phone, 1);
});

test('a colleague who calls the same number is told of the first call, and by whose name only where both are seen', async () => {
  const phone = london();
  town.kallyai.setSpeed(0);
  await open(ana(), `${phone} ask whether they repair bikes`);
  expect(await ana().submits()).toMatchObject({ closed: true });
  await cardSaying(phone, /Placing|On the phone/);
  clock.set('2027-03-10T15:04:00Z');
  await open(luis(), `${phone} preguntar si arreglan bicicletas`);
  expect(await luis().submits()).toMatchObject({ ok: true, closed: false });
  expect(topOf(luis())).toContain(`<@${ana().id}> pidió a Kally que llamara a este número hace 4 minutos.`);
  expect(topOf(luis())).toContain('Esa llamada todavía está en curso.');
  expect(topOf(luis())).toContain('Ver esa llamada');
  town.slack.reload(luis().id);
  await open(luis(), `${phone} preguntar si arreglan bicicletas`, town.slack.channels.general);
  await luis().submits();
  expect(topOf(luis())).toContain('Alguien de tu equipo pidió a Kally');
  expect(topOf(luis())).not.toContain(ana().id);
  expect(await luis().submits()).toMatchObject({ closed: true });
  town.kallyai.setSpeed(200);
  await rang(phone, 2);
});

test('if two people confirm one number at the same moment, one is asked', async () => {
  const phone = london();
  town.kallyai.setSpeed(0);
  await Promise.all([
    open(ana(), `${phone} ask whether they repair bikes`),
    open(luis(), `${phone} preguntar si arreglan bicicletas`),
  ]);
  const answers = await Promise.all([ana().submits(), luis().submits()]);
  expect(answers.filter(({ closed }) => closed)).toHaveLength(1);
  town.kallyai.setSpeed(200);
});

test('a mobile number is asked about, the first time', async () => {
  await open(luis(), '+34 612 000 111 preguntar si arreglan bicicletas');
  await luis().submits();
  expect(topOf(luis())).toContain('Parece un móvil. ¿Es de un negocio?');
  expect(await luis().submits()).toMatchObject({ closed: true });
  await rang('+34612000111', 1);
});

test('a secret in the request is refused, and the form stays', async () => {
  const form = await open(ana(), `${london()} book a room and pay with 4111 1111 1111 1111`);
  expect((await ana().submits()).errors).toEqual({ task: expect.stringContaining('payment card’s number') });
  expect(labelsIn(form.modal())).toContain('Phone number');
  expect(valuesIn(form.modal().values).task).toContain('4111');
});

test('a busy line that was called at night is tried again in the morning, whichever button is pressed', async () => {
  clock.set('2027-03-11T06:00:00Z');
  const phone = '+1 415 555 0102';
  await open(ana(), `${phone} ask whether they repair bikes`);
  await ana().submits();
  await ana().fills({ 'When should Kally call?': 'Now, they are open' });
  expect(await ana().submits()).toMatchObject({ closed: true });
  const busy = await cardSaying(phone, 'The line was busy.');
  await ana().clicks(busy, 'Try again in 10 min');
  await cardSaying(phone, 'Kally tries again on Thursday, March 11, at 8:05 AM');
});

test('if the clocks go back over the changed time, it is asked which of the two is meant', async () => {
  clock.set('2027-10-20T15:00:00Z');
  const phone = london();
  await open(ana(), `call ${phone} at 5pm and ask whether they repair bikes`);
  expect(await ana().submits()).toMatchObject({ closed: true });
  const card = await cardSaying(phone, 'Kally calls on');
  await ana().clicks(card, 'Change');
  const form = await modalOf(town, ana().id);
  const which = 'The clocks go back there that night. Which of the two?';
  expect(form.labels()).not.toContain(which);
  await ana().fills({ Date: '2027-10-31', Time: '01:30' });
  await ana().submits();
  await town.slack.until(() => form.labels().includes(which));
  await ana().fills({ [which]: 'The second, after they went back' });
  await ana().submits();
  await town.slack.until(() => topOf(ana()).includes('1:30 AM in London'));
  await ana().fills({ 'When should Kally call?': 'At that time, they are open then' });
  await ana().submits();
  await cardSaying(phone, 'Sunday, October 31, at 1:30 AM London time');
  const call = (await town.store.calls.underWay({ workspaceId: town.slack.teamId, userId: ana().id })).find(
    ({ plan }) => plan?.due.date === '2027-10-31',
  );
  expect(call?.plan?.dueAt).toBe(Date.parse('2027-10-31T01:30:00Z'));
  await ana().clicks(card, 'Cancel');
});
