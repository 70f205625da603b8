import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { connect, connectBy, startTown, type Town } from '../support/app.ts';
import { labelsIn, sends, valuesIn } from '../support/modal.ts';
import { connectTo } from '../support/postgres-client.ts';

let town: Town;
beforeAll(async () => {
  // Noor is a guest.
  town = await startTown({ rules: { callers: { who: 'everybody', people: [] } } });
  await connect(town, town.slack.people.ana.id);
  await connect(town, town.slack.people.luis.id, 'luis');
});
afterAll(() => town?.stop());
beforeEach(() => {
  town.slack.clearFaults();
  for (const { id } of Object.values(town.slack.people)) town.slack.reload(id);
});

const asked = { phone: '(415) 555-0123', task: 'Ask for the opening hours' };
const fillIn = { 'Phone number': asked.phone, 'What should Kally ask or arrange?': asked.task };

async function open(text = '', { channel = town.slack.channels.general, who = town.slack.people.ana } = {}) {
  const { slack } = town;
  const person = slack.as(who.id);
  expect(await person.types(channel, `/kally ${text}`)).toMatchObject({ ok: true });
  const view = await slack.until(() => slack.modal(who.id));
  const modal = () => {
    const top = slack.modal(who.id);
    if (!top) throw new Error('the form is closed');
    return top;
  };
  return {
    person,
    view,
    modal,
    labels: () => labelsIn(modal()),
    values: () => valuesIn(modal().values),
    showing: slack.until,
  };
}

test('the category decides what is asked, and nothing typed is lost on the way', async () => {
  const { person, labels, values, showing } = await open('table for 4 tomorrow at 8pm');
  expect(labels()).toContain('How many people?');
  await person.fills({ ...fillIn, 'Name to give': 'Ana', 'How many people?': '6' });
  await person.fills({ 'Who are you calling?': 'hotel' });
  await showing(() => !labels().includes('How many people?'));
  expect(values()).toMatchObject({ phone: '(415) 555-0123', name: 'Ana', category: 'hotel' });
  await person.fills({ 'Who are you calling?': 'restaurant' });
  await showing(() => labels().includes('How many people?'));
  expect(values()).toMatchObject({ partySize: '6', time: '20:00', name: 'Ana', ...asked });
});

test('the form says for whom KallyAI calls, where the result goes, and when little is left', async () => {
  const { slack } = town;
  const { view, person, values } = await open('ask whether they repair bikes');
  expect(values().name).toBe('Ana Torres');
  const shown = JSON.stringify(view.blocks);
  expect(shown).toContain('KallyAI says that it is an AI calling for Ana Torres.');
  expect(shown).toContain(`"text":"<#${slack.channels.general}>"`);
  expect(shown).not.toContain('Your plan has');
  await person.closes();
  const noor = slack.people.noor;
  await connect(town, noor.id, 'noor');
  await slack.as(noor.id).types(slack.channels.dinner, '/kally usage');
  await slack.until(() => slack.ephemerals(noor.id).find(({ text }) => text.includes('Nothing is left')));
  const short = await open('', { channel: slack.channels.dinner, who: noor });
  expect(JSON.stringify(short.view.blocks)).toContain('Your plan has no calls left.');
  await short.person.closes();
  await query(`delete from links where user_id = '${noor.id}'`);
  await forgetRemembered();
});

test('every fault is shown at its field, and the form keeps what was typed', async () => {
  const { person, labels, values, showing } = await open();
  await person.fills({ 'Who are you calling?': 'restaurant', 'Phone number': '112' });
  await showing(() => labels().includes('Date'));
  await person.fills({ Date: '2020-01-01', Time: '20:00', 'What should Kally ask or arrange?': 'Hi' });
  const { errors } = await person.submits();
  expect(errors).toEqual({
    phone: 'This is an emergency number. Kally cannot call it: dial it yourself, now.',
    task: 'Say a little more: at least 10 characters.',
    date: 'This date has passed. Choose today or a later day.',
  });
  expect(values()).toMatchObject({ phone: '112', date: '2020-01-01', time: '20:00', task: 'Hi' });
});

test('if Kally cannot post in a channel, the form says so before and after sending', async () => {
  const { slack } = town;
  const { person, modal, labels, values, showing } = await open('', { channel: slack.channels.board });
  const warning = `Kally cannot post in <#${slack.channels.board}>`;
  const isWarned = () => JSON.stringify(modal().blocks).includes(warning);
  expect(values().place).toBe('me');
  expect(isWarned()).toBe(true);
  await person.fills({ ...fillIn, 'Post the result in': 'here' });
  expect((await person.submits()).errors).toEqual({
    place: 'Kally cannot post there. Invite it with /invite @Kally, or choose another place.',
  });
  await person.fills({ 'Post the result in': 'other' });
  await showing(() => labels().includes('Which channel?'));
  await person.fills({ 'Which channel?': '#board' });
  await showing(isWarned);
  await person.fills({ 'Which channel?': '#travel' });
  await showing(() => !isWarned());
  expect(await person.submits()).toMatchObject({ closed: true });
  await slack.until(() => slack.messages(slack.channels.travel).find(({ isBot }) => isBot));
});

test('a clinic’s result goes to the person alone, in full, and they may choose otherwise', async () => {
  const { slack } = town;
  const { person, values, showing } = await open('+1 415 555 0134 ask the dentist for an appointment');
  expect(values()).toMatchObject({ category: 'clinic', place: 'me' });
  await person.fills({ 'Who are you calling?': 'general' });
  await showing(() => values().place === 'here');
  await person.fills({ 'Who are you calling?': 'clinic' });
  await showing(() => values().place === 'me');
  expect(await person.submits()).toMatchObject({ closed: true });
  const card = await slack.until(() =>
    slack.messages(slack.channels.anaAndKally).find(({ text }) => text.includes('dentist')),
  );
  expect(card.text).toContain('+1 415 555 0134');
});

test('a channel that the person chose stays, whatever the category', async () => {
  const { person, labels, values, showing } = await open('ask the dentist for an appointment');
  await person.fills({ 'Post the result in': 'here' });
  await showing(() => town.slack.calls('views.update').length > 0);
  await person.fills({ 'Who are you calling?': 'restaurant' });
  await showing(() => labels().includes('How many people?'));
  await person.fills({ 'Who are you calling?': 'clinic' });
  await showing(() => !labels().includes('How many people?'));
  expect(values().place).toBe('here');
});

test('times are the person’s own, and so is the language', async () => {
  const { slack } = town;
  const { view, labels } = await open('mesa para dos mañana a las 21:30', { who: slack.people.luis });
  expect(labels()).toContain('¿Cuántas personas sois?');
  expect(JSON.stringify(view.blocks)).toContain('Las horas son las de Madrid.');
});

test('from a direct message there is no channel to post in, only oneself or another', async () => {
  const { slack } = town;
  const { person, view, values } = await open('', { channel: slack.channels.anaAndLuis });
  expect(values().place).toBe('me');
  expect(JSON.stringify(view.blocks)).not.toContain('"here"');
  await person.closes();
});

test('pressing twice is one call', async () => {
  const { person } = await open();
  await person.fills({ ...fillIn, 'Phone number': '(415) 555-0135' });
  const before = await callCount();
  const [first, second] = await Promise.all([person.submits(), person.submits()]);
  expect([first, second].some(({ closed }) => closed)).toBe(true);
  expect(await callCount()).toBe(before + 1);
});

test('text that is not understood gets the help, for the person alone', async () => {
  const { slack } = town;
  const ana = slack.as(slack.people.ana.id);
  for (const text of ['frobnicate', 'help', '<!channel> now']) {
    slack.reload(ana.id);
    await ana.types(slack.channels.general, `/kally ${text}`);
    const said = await slack.until(() => slack.ephemerals(ana.id).at(-1));
    expect(said.text).toContain('How to use Kally');
    if (text !== 'help') expect(said.text).toContain('did not understand');
  }
});

test('a slow Slack does not keep the form from opening', async () => {
  const { slack } = town;
  slack.fault({ method: 'conversations.info', kind: 'slow', delayMs: 4_000 });
  const { view, person } = await open();
  expect(view.callbackId).toBe('call_form');
  await person.closes();
});

test('a slow database does not lose the trigger: the form comes into a view that is open already', async () => {
  const { slack } = town;
  const ana = slack.as(slack.people.ana.id);
  await forgetRemembered();
  const release = await lock('links');
  await ana.types(slack.channels.general, '/kally +1 415 555 0123');
  const moment = await slack.until(() => slack.modal(ana.id));
  expect(JSON.stringify(moment.blocks)).toContain('Getting your form ready');
  await release();
  const form = await slack.until(
    () => slack.modal(ana.id)?.callbackId === 'call_form' && slack.modal(ana.id),
  );
  expect(form.id).toBe(moment.id);
  expect(valuesIn(form.values).phone).toBe('+1 415 555 0123');
});

test('a database that is slow to save keeps the form open, and pressing again is the same call', async () => {
  const { person } = await open();
  await person.fills({ ...fillIn, 'Phone number': '(415) 555-0136' });
  const before = await callCount();
  const release = await lock('calls');
  const { errors } = await person.submits();
  expect(Object.values(errors ?? {}).join()).toContain('could not make sure in time');
  await release();
  expect(await person.submits()).toMatchObject({ closed: true });
  expect(await callCount()).toBe(before + 1);
});

test('a call that cannot be saved is not called, and the form keeps everything', async () => {
  const { person, values } = await open();
  await person.fills(fillIn);
  const before = await callCount();
  await query('alter table calls rename to calls_away');
  const { errors } = await person.submits();
  await query('alter table calls_away rename to calls');
  expect(Object.values(errors ?? {}).join()).toMatch(/nothing was called.*Reference: \w{8}/);
  expect(values()).toMatchObject({ phone: '(415) 555-0123', task: 'Ask for the opening hours' });
  expect(await sends(person)).toMatchObject({ closed: true });
  expect(await callCount()).toBe(before + 1);
});

test('a failure before the form is answered with a reference, which the log has too', async () => {
  const { slack } = town;
  const ana = slack.as(slack.people.ana.id);
  slack.fault({ method: 'views.open', kind: '500' });
  await ana.types(slack.channels.general, '/kally');
  const said = await slack.until(() =>
    slack.ephemerals(ana.id).find(({ text }) => text.includes('Reference')),
  );
  const reference = said.text.match(/Reference: (\w{8})/)?.[1];
  expect(town.logged.filter((line) => line.includes(`"${reference}"`))).toHaveLength(1);
});

test.each(['lost', '500', 'timeout'] as const)(
  'a failure before the form comes as a direct message if the response URL fails too: %s',
  async (kind) => {
    const { slack } = town;
    const ana = slack.as(slack.people.ana.id);
    const told = () =>
      slack.messages(slack.channels.anaAndKally).filter(({ text }) => /Reference: \w{8}/.test(text)).length;
    const before = told();
    slack.fault({ method: 'views.open', kind: '500' });
    slack.fault({ method: 'response_url', kind });
    await ana.types(slack.channels.general, '/kally');
    await slack.until(() => told() > before);
  },
);

test('a person who is not connected gets one button, and Continue brings back their request', async () => {
  const { slack } = town;
  const noor = slack.as(slack.people.noor.id);
  await noor.types(slack.channels.dinner, '/kally table for 4 tomorrow at 8pm');
  const prompt = await slack.until(() => slack.ephemerals(noor.id).find(({ blocks }) => blocks.length > 1));
  expect(JSON.stringify(prompt.blocks).match(/"type":"button"/g)).toHaveLength(1);
  await connectBy(town, prompt, 'noor');
  const welcome = await slack.until(() => slack.messages(slack.channels.noorAndKally).at(-1));
  await noor.clicks({ channelId: welcome.channelId, ts: welcome.ts }, 'Continue');
  const form = await slack.until(() => slack.modal(noor.id));
  expect(valuesIn(form.values)).toMatchObject({
    category: 'restaurant',
    partySize: '4',
    time: '20:00',
    place: 'here',
  });
  await query(`delete from links where user_id = '${noor.id}'`);
  await forgetRemembered();
  await noor.fills({ 'Phone number': '+1 415 555 0123', 'What should Kally ask or arrange?': asked.task });
  // The number is on another clock than hers: she is shown that first.
  const { errors } = await sends(noor);
  expect(Object.values(errors ?? {}).join()).toContain('no longer connected');
});

test('Call again opens the form as that call was, for a colleague too', async () => {
  const { slack } = town;
  const { person } = await open('+1 415 555 0102 ask for the opening hours');
  expect(await person.submits()).toMatchObject({ closed: true });
  const card = await slack.until(() =>
    slack.messages(slack.channels.general).find(({ text }) => text.includes('The line was busy')),
  );
  const where = { channelId: card.channelId, ts: card.ts };
  await slack.as(slack.people.luis.id).clicks(where, 'call_menu', { value: 'Call again' });
  const theirs = await slack.until(() => {
    const view = slack.modal(slack.people.luis.id);
    return view?.submit ? view : undefined;
  });
  expect(valuesIn(theirs.values)).toMatchObject({
    phone: '+1 415 555 0102',
    task: 'Ask for the opening hours',
  });
  slack.reload(slack.people.luis.id);
  await person.clicks(where, 'call_menu', { value: 'Call again' });
  const form = await slack.until(() => slack.modal(slack.people.ana.id));
  expect(valuesIn(form.values)).toMatchObject({ task: 'Ask for the opening hours', place: 'here' });
});

test('commands connect, check, connect again and disconnect an account', async () => {
  const { slack } = town;
  const luis = slack.as(slack.people.luis.id);
  const said = async (command: string) => {
    slack.reload(luis.id);
    await luis.types(slack.channels.general, `/kally ${command}`);
    return slack.until(() => slack.ephemerals(luis.id).at(-1));
  };
  expect((await said('estado')).text).toContain('está conectada');
  await connectBy(town, await said('login'), 'luis');
  expect((await said('logout')).text).toContain('desconectada');
  expect((await said('status')).text).toContain('No hay ninguna cuenta');
});

test('with a slow database, a person who is not connected still gets the button', async () => {
  const { slack } = town;
  const luis = slack.as(slack.people.luis.id);
  const release = await lock('links');
  await luis.types(slack.channels.general, '/kally mesa para dos mañana');
  const moment = await slack.until(() => slack.modal(luis.id));
  await release();
  const view = await slack.until(
    () => slack.modal(luis.id)?.title === 'Conectar KallyAI' && slack.modal(luis.id),
  );
  expect(view.id).toBe(moment.id);
  expect(JSON.stringify(view.blocks)).toContain('/link/start?n=');
});

test('right after a start, with a database and a Slack that are slow, a view opens in time all the same', async () => {
  const { slack } = town;
  const ana = slack.as(slack.people.ana.id);
  await town.restart();
  slack.fault({ method: 'users.info', kind: 'slow', delayMs: 4_000 });
  const release = await lock('links, preferences, calls, installations');
  expect(await ana.types(slack.channels.general, '/kally +1 415 555 0123')).toMatchObject({ ok: true });
  const moment = await slack.until(() => slack.modal(ana.id));
  expect(JSON.stringify(moment.blocks)).toContain('Getting your form ready');
  await release();
  const form = await slack.until(
    () => slack.modal(ana.id)?.callbackId === 'call_form' && slack.modal(ana.id),
  );
  expect(form.id).toBe(moment.id);
});

/** As if a notice had been missed: what the app remembers of people is read anew. */
async function forgetRemembered() {
  await query(`select pg_notify('kally_changes', '')`);
  await new Promise((resolve) => setTimeout(resolve, 200));
}

/** Holds tables as a database under load would, until released. */
async function lock(tables: string): Promise<() => Promise<void>> {
  const client = await connectTo(town.database.url);
  await client.query(`begin; lock table ${tables} in access exclusive mode`);
  return async () => {
    await client.query('rollback');
    await client.end();
  };
}

async function query(sql: string) {
  const client = await connectTo(town.database.url);
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

async function callCount(): Promise<number> {
  const [row] = await query('select count(*)::int as count from calls');
  return row.count;
}
