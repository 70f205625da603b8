import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { checkBlocks } from '../../sandbox/slack/check-blocks.ts';
import { businessesLike, savedBusinessesIn } from '../../src/calls/saved-businesses.ts';
import { savedBusinessOption } from '../../src/slack/form/form-view.ts';
import { connect, startTown, type Town } from '../support/app.ts';
import { modalOf, sends } from '../support/modal.ts';

let town: Town;
beforeAll(async () => {
  town = await startTown({ rules: { callers: { who: 'everybody', people: [] } } });
  await connect(town, town.slack.people.ana.id);
  await connect(town, town.slack.people.luis.id, 'luis');
});
afterAll(() => town?.stop());
beforeEach(() => {
  for (const { id } of Object.values(town.slack.people)) town.slack.reload(id);
});

async function open(userId: string, text = '') {
  town.slack.reload(userId);
  await town.slack.as(userId).types(town.slack.channels.dinner, `/kally ${text}`);
  await town.slack.until(() => town.slack.modal(userId)?.submit);
  return modalOf(town, userId);
}

/** The form does not wait long for the businesses, with which a busy machine may be late: then it is opened again. */
async function openWithMenu(userId: string, label: string, text = ''): ReturnType<typeof open> {
  const form = await open(userId, text);
  return form.labels().includes(label) ? form : openWithMenu(userId, label, text);
}

async function call(userId: string, text: string, business: string) {
  await open(userId, text);
  const person = town.slack.as(userId);
  await person.fills({ businessName: business });
  expect(await person.submits()).toMatchObject({ closed: true });
}

const inSpanish = 'Negocios a los que ya se ha llamado';

test('nobody types a number twice, and nobody sees another’s', async () => {
  const { slack } = town;
  const ana = slack.as(slack.people.ana.id);
  const luis = slack.as(slack.people.luis.id);
  expect((await open(ana.id)).labels()).not.toContain('Called before');
  await call(ana.id, '+1 415 555 0101 ask for the opening hours', "Luigi's");
  await call(ana.id, '+1 415 555 0102 ask whether they repair bikes', 'Café Motor');
  await call(luis.id, '+34 910 000 001 preguntar a qué hora abren', 'Casa Pepe');

  const form = await openWithMenu(ana.id, 'Called before', 'table for 4 tomorrow at 8pm');
  const offered = async (query: string) => {
    const { options } = await ana.loadsOptions('modal', 'Called before', query);
    return options?.map(({ text }) => text.text);
  };
  expect(await offered('')).toEqual(['Café Motor · +1 415 555 0102', "Luigi's · +1 415 555 0101"]);
  expect(await offered('cafe')).toEqual(['Café Motor · +1 415 555 0102']);
  expect(await offered('555 0101')).toEqual(["Luigi's · +1 415 555 0101"]);
  expect(await offered('pepe')).toEqual([]);
  await offered('');
  await ana.fills({ 'Phone number': '12', 'Called before': "Luigi's · +1 415 555 0101" });
  await slack.until(() => form.values().businessName === "Luigi's");
  expect(form.values()).toMatchObject({ phone: '+1 415 555 0101', partySize: '4', time: '20:00' });
  expect(JSON.stringify(form.modal().blocks)).toContain('Kally will dial +1 415 555 0101');

  await openWithMenu(luis.id, inSpanish);
  const { options } = await luis.loadsOptions('modal', inSpanish, '');
  expect(options?.map(({ text }) => text.text)).toEqual(['Casa Pepe · +34 910 00 00 01']);
});

test('somebody else’s call fills nothing in, even if its id is sent', async () => {
  const { slack } = town;
  await openWithMenu(slack.people.ana.id, 'Called before');
  const { options } = await slack.as(slack.people.ana.id).loadsOptions('modal', 'Called before', '');
  const form = await open(slack.people.luis.id);
  const { id } = form.modal();
  const view = {
    id,
    private_metadata: form.modal().privateMetadata,
    state: { values: form.modal().values },
  };
  const action = { type: 'external_select', action_id: 'savedPlace', selected_option: options?.[0] };
  const user = { id: slack.people.luis.id, team_id: slack.teamId };
  const payload = { type: 'block_actions', user, team: { id: slack.teamId }, view, actions: [action] };
  const before = slack.calls('views.update').length;
  await slack.deliver({ kind: 'interactive', name: 'block_actions', payload });
  await slack.until(() => slack.calls('views.update').length > before);
  expect(form.values()).toMatchObject({ phone: null, businessName: null });
});

describe('a business that arranged something', () => {
  const people = () => town.slack.people;
  const minute = () => town.clock.sleep(61_000);

  /** Has a table booked, and waits until the card says so. */
  async function book(
    userId: string,
    phone: string,
    business: string,
    channelId = town.slack.channels.general,
  ) {
    const { slack } = town;
    slack.reload(userId);
    await slack.as(userId).types(channelId, `/kally ${phone} book a table for 4 tomorrow at 8pm`);
    await slack.until(() => slack.modal(userId)?.submit);
    await slack.as(userId).fills({ businessName: business });
    expect(await sends(slack.as(userId))).toMatchObject({ closed: true });
    await slack.until(() =>
      slack.messages(channelId).some(({ text }) => text.includes(`reserved at ${business}`)),
    );
  }

  async function offered(userId: string, label = 'Called before') {
    if (userId === people().noor.id) expect((await open(userId)).labels()).not.toContain(label);
    if (userId === people().noor.id) return [];
    await openWithMenu(userId, label);
    const { options } = await town.slack.as(userId).loadsOptions('modal', label, '');
    return (options ?? []).map(({ text }) => text.text);
  }
  /** What the form has read of a sentence. */
  async function read(userId: string, text: string) {
    const { phone, businessName, task } = (await open(userId, text)).values();
    return { phone, businessName, task };
  }

  test('is suggested to colleagues and found by its name, but not to guests', async () => {
    const { slack } = town;
    const { ana, luis, noor } = people();
    await connect(town, noor.id, 'luis');
    await book(ana.id, '+1 415 555 0110', 'Osteria Nonna');
    await book(ana.id, '+1 415 555 0111', 'Secret Supper', slack.channels.reception);
    await minute();
    const nonna = 'Osteria Nonna · +1 415 555 0110';
    expect(await offered(luis.id, inSpanish)).toEqual(['Casa Pepe · +34 910 00 00 01', nonna]);
    expect(await offered(noor.id)).toEqual([]);
    expect(await read(luis.id, 'llama a osteria nonna y pregunta si tienen terraza')).toEqual({
      phone: '+1 415 555 0110',
      businessName: 'Osteria Nonna',
      task: 'Pregunta si tienen terraza',
    });
    expect(await read(noor.id, 'call osteria nonna and ask for the menu')).toMatchObject({ phone: null });
  });

  test('is no longer suggested once the person who called it keeps it', async () => {
    const { ana, luis } = people();
    const choose = async (businesses: string) => {
      await open(ana.id, 'preferences');
      await town.slack.as(ana.id).fills({ businesses });
      await town.slack.as(ana.id).submits();
      await minute();
    };
    await choose('me');
    expect(await offered(luis.id, inSpanish)).toEqual(['Casa Pepe · +34 910 00 00 01']);
    expect(await offered(ana.id)).toContain('Osteria Nonna · +1 415 555 0110');
    await choose('workspace');
  });

  test('is pinned, corrected, removed and put back by admins', async () => {
    const { slack } = town;
    const { ana, luis } = people();
    const admin = slack.as(ana.id);
    const shown = () => JSON.stringify(slack.modal(ana.id)?.blocks ?? []);
    const showing = (words: string) => slack.until(() => shown().includes(words));
    await open(ana.id, 'admin');
    await showing('Who called whom');
    await admin.clicks('modal', 'Businesses');
    await showing('Last called');
    expect(shown()).not.toContain('Secret Supper');
    await admin.clicks('modal', 'Edit…');
    await showing('Name of the business');
    await admin.fills({ 'Name of the business': ' ', 'Phone number': '112' });
    expect((await admin.submits()).errors).toEqual({
      businessName: 'Enter the name of the business.',
      phone: expect.stringContaining('emergency'),
    });
    await admin.fills({ 'Name of the business': 'Nonna', 'Phone number': '+1 415 555 0112' });
    await admin.submits();
    await showing('Kally suggests Nonna like this');
    expect(await offered(luis.id, inSpanish)).toEqual([
      'Casa Pepe · +34 910 00 00 01',
      'Nonna · +1 415 555 0112',
    ]);
    expect(await offered(ana.id)).toContain('Nonna · +1 415 555 0112');
    expect(await offered(ana.id)).not.toContain('Osteria Nonna · +1 415 555 0110');

    await open(ana.id, 'admin');
    await showing('Who called whom');
    await admin.clicks('modal', 'Businesses');
    await showing('Pinned');
    await admin.clicks('modal', 'Remove');
    await showing('Nonna is removed');
    expect(await offered(luis.id, inSpanish)).toEqual(['Casa Pepe · +34 910 00 00 01']);
    slack.reload(ana.id);
    await open(ana.id, 'admin');
    await showing('Who called whom');
    await admin.clicks('modal', 'Businesses');
    await showing('Put back');
    await admin.clicks('modal', 'Put back');
    await showing('Kally suggests Nonna again');
    expect(await offered(luis.id, inSpanish)).toContain('Osteria Nonna · +1 415 555 0110');

    await open(ana.id, 'admin');
    await showing('Who called whom');
    await admin.clicks('modal', 'Changes');
    await showing('Business unpinned or put back');
    for (const done of ['Business edited', 'Business removed from the suggestions'])
      expect(shown()).toMatch(new RegExp(`<@${ana.id}> · ${done}"[^{]*\\{[^{]*\\{[^}]*Nonna · \\+1 ••• 112`));
    await admin.clicks('modal', 'Send me all of them as CSV');
    await showing('The file is in your direct messages');
    const csv = await (await fetch(new URL(slack.files().at(-1)?.url ?? '', slack.url))).text();
    expect(csv).toMatch(/^[^,]+,U0ANATORRE,Ana [^,]+,Business edited,'\+1 ••• 112,,,Nonna$/m);
  });

  test('is not suggested once its number is not to be called', async () => {
    const { ana, luis } = people();
    const addition = { workspaceId: town.slack.teamId, phone: '+14155550110', maskedPhone: '+1 ••• 110' };
    await town.store.doNotCall.add({ ...addition, by: 'admin', addedAt: Date.now() });
    await expect.poll(() => offered(luis.id, inSpanish)).toEqual(['Casa Pepe · +34 910 00 00 01']);
    expect((await offered(ana.id)).join()).not.toContain('555 0110');
    expect(await read(luis.id, 'llama a osteria nonna y pregunta si abren')).toMatchObject({ phone: null });
  });
});

test('each number is offered once, by its latest name, and a refused one is not', () => {
  const callOf = (id: string, phone: string, businessName: string, stage: 'ended' | 'refused' = 'ended') => ({
    id,
    requester: { workspaceId: 'T1', userId: 'U1' },
    request: {
      phone,
      businessName,
      task: 'Ask for the opening hours',
      category: 'general' as const,
      callLanguage: 'en' as const,
      language: 'en' as const,
      timeZone: 'UTC',
    },
    channelId: 'C1',
    stage,
    confirmedAt: 0,
  });
  const places = savedBusinessesIn([
    callOf('3', '+14155550101', 'Luigi’s Trattoria'),
    callOf('2', '+14155550199', 'Nope', 'refused'),
    callOf('1', '+14155550101', "Luigi's"),
    callOf('0', '+442079460958', '<!channel> 😀 '.repeat(20).slice(0, 200)),
  ]);
  expect(places.map(({ phone }) => phone)).toEqual(['+14155550101', '+442079460958']);
  expect(businessesLike(places, '+44 20')).toHaveLength(1);
  const select = {
    type: 'external_select',
    action_id: 'x',
    initial_option: places[1] && savedBusinessOption(places[1]),
  };
  const block = { type: 'section', text: { type: 'plain_text', text: 'x' }, accessory: select };
  expect(checkBlocks('message', { text: 'x', blocks: [block] })).toEqual([]);
});
