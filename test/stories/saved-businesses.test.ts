import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { checkBlocks } from '../../sandbox/slack/check-blocks.ts';
import { businessesLike, savedBusinessesIn } from '../../src/calls/saved-businesses.ts';
import { savedBusinessOption } from '../../src/slack/form/form-view.ts';
import { connect, startTown, type Town } from '../support/app.ts';
import { modalOf } from '../support/modal.ts';

let town: Town;
beforeAll(async () => {
  town = await startTown();
  await connect(town, town.slack.people.ana.id);
  await connect(town, town.slack.people.luis.id, 'luis');
});
afterAll(() => town?.stop());
beforeEach(() => {
  for (const { id } of Object.values(town.slack.people)) town.slack.reload(id);
});

async function open(userId: string, text = '') {
  town.slack.reload(userId);
  await town.slack.as(userId).types(town.slack.channels.general, `/kally ${text}`);
  return modalOf(town, userId);
}

async function call(userId: string, text: string, business: string) {
  await open(userId, text);
  const person = town.slack.as(userId);
  await person.fills({ businessName: business });
  expect(await person.submits()).toMatchObject({ closed: true });
}

test('nobody types a number twice, and nobody sees another’s', async () => {
  const { slack } = town;
  const ana = slack.as(slack.people.ana.id);
  const luis = slack.as(slack.people.luis.id);
  expect((await open(ana.id)).labels()).not.toContain('Called before');
  await call(ana.id, '+1 415 555 0101 ask for the opening hours', "Luigi's");
  await call(ana.id, '+1 415 555 0102 ask whether they repair bikes', 'Café Motor');
  await call(luis.id, '+34 910 000 001 preguntar a qué hora abren', 'Casa Pepe');

  const form = await open(ana.id, 'table for 4 tomorrow at 8pm');
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

  const luiss = await open(luis.id);
  expect(luiss.labels()).toContain('Ya has llamado a');
  const { options } = await luis.loadsOptions('modal', 'Ya has llamado a', '');
  expect(options?.map(({ text }) => text.text)).toEqual(['Casa Pepe · +34 910 00 00 01']);
});

test('somebody else’s call fills nothing in, even if its id is sent', async () => {
  const { slack } = town;
  await open(slack.people.ana.id);
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
  expect(places.map(({ callId }) => callId)).toEqual(['3', '0']);
  expect(businessesLike(places, '+44 20')).toHaveLength(1);
  const select = {
    type: 'external_select',
    action_id: 'x',
    initial_option: places[1] && savedBusinessOption(places[1]),
  };
  const block = { type: 'section', text: { type: 'plain_text', text: 'x' }, accessory: select };
  expect(checkBlocks('message', { text: 'x', blocks: [block] })).toEqual([]);
});
