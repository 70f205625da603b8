import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { timeZonesLike } from '../../src/slack/ui/time-zones.ts';
import { createStore } from '../../src/store/store.ts';
import { connect, startTown, type Town } from '../support/app.ts';
import { deliveryTo } from '../support/deliveries.ts';
import { modalOf } from '../support/modal.ts';

let town: Town;
beforeEach(async () => {
  town = await startTown();
});
afterEach(() => town?.stop());

async function open(userId: string, command = '/kally preferences') {
  town.slack.reload(userId);
  await town.slack.as(userId).types(town.slack.channels.general, command);
  return modalOf(town, userId);
}

test('a person’s preference applies everywhere, at once, and to nobody else', async () => {
  const { slack, kallyai } = town;
  const ana = slack.as(slack.people.ana.id);
  await connect(town, ana.id);
  const preferences = await open(ana.id);
  expect(preferences.values()).toMatchObject({ language: 'auto', timeZone: 'auto', transcripts: 'thread' });
  expect(JSON.stringify(preferences.modal().blocks)).toContain('As in Slack: New York (GMT-');
  const { options } = await ana.loadsOptions('modal', { actionId: 'timeZone' }, 'méxico');
  expect(options?.map(({ value }) => value)).toContain('America/Mexico_City');
  await ana.fills({
    'Language of Kally': 'es',
    'Time zone': 'America/Mexico_City',
    'Your name': 'Ana Torres',
    'Your phone number': '12',
  });
  expect((await ana.submits()).errors).toHaveProperty('callbackPhone');
  await ana.fills({ 'Your phone number': '55 1234 5678' });
  expect(await ana.submits()).toMatchObject({ closed: true });

  const form = await open(ana.id, '/kally +1 415 555 0101 mesa para 2 el viernes a las 21:30');
  expect(form.modal().title).toBe('Hacer una llamada');
  expect(form.values()).toMatchObject({ name: 'Ana Torres', time: '21:30' });
  const shown = JSON.stringify(form.modal().blocks);
  expect(shown).toContain('Las horas son las de Los Ángeles.');
  expect(shown).toContain('Kally dará el +52 55 1234 5678');
  expect(await ana.submits()).toMatchObject({ closed: true });
  await slack.until(() => kallyai.rings()['+14155550101']);
  const [placed] = kallyai.traffic().filter(({ method, path }) => method === 'POST' && path === '/v1/calls');
  expect(placed?.request).toMatchObject({
    timezone: 'America/Los_Angeles',
    submission: { user_phone: '+525512345678', language: 'es' },
  });

  const again = await open(ana.id, '/kally preferencias');
  expect(again.modal().title).toBe('Preferencias');
  expect(again.values()).toMatchObject({
    language: 'es',
    name: 'Ana Torres',
    callbackPhone: '+52 55 1234 5678',
  });
  const luiss = await open(slack.people.luis.id);
  expect(luiss.values()).toMatchObject({
    language: 'auto',
    timeZone: 'auto',
    name: null,
    callbackPhone: null,
  });
});

test('a time zone that this runtime does not know is refused, and one saved elsewhere locks nobody out', async () => {
  const { slack } = town;
  const ana = { id: slack.people.ana.id };
  const choose = (value: string) => ({ selected_option: { value } });
  const values = {
    language: { language: choose('auto') },
    timeZone: { timeZone: choose('Mars/Olympus') },
    transcripts: { transcripts: choose('thread') },
  };
  const given = { channelId: slack.channels.general, values };
  const refused = await slack.deliver(deliveryTo('submissions', 'preferences', ana, given));
  expect(refused).toMatchObject({
    ok: true,
    body: { errors: { timeZone: expect.stringContaining('time zone') } },
  });

  const { ENCRYPTION_KEYS } = town.environment;
  const [id = '', key = ''] = ENCRYPTION_KEYS.split(':');
  const keys = [{ id, key: Buffer.from(key, 'base64') }];
  const newer = createStore({ databaseUrl: town.database.url, keys, onError: () => {} });
  const person = { workspaceId: slack.teamId, userId: ana.id };
  await newer.preferences.change(person, () => ({ timeZone: 'Mars/Olympus' }));
  await newer.close();
  const preferences = await open(ana.id);
  expect(preferences.values()).toMatchObject({ timeZone: 'auto' });
});

test('the name of one reservation does not become everybody’s', async () => {
  const { slack } = town;
  const ana = slack.as(slack.people.ana.id);
  await connect(town, ana.id);
  const request = '/kally +1 415 555 0101 table for 2 tomorrow at 8pm';
  expect((await open(ana.id, request)).values().name).toBe('Ana Torres');
  await ana.fills({ 'Name to give': 'Grandmother' });
  expect(await ana.submits()).toMatchObject({ closed: true });
  await slack.until(() => town.logged.some((line) => line.includes('call moved on')));
  expect((await open(ana.id, request)).values().name).toBe('Ana Torres');
});

describe('a transcript for the requester alone', () => {
  test.for([
    ['+1 415 555 0101', 'short'],
    ['+1 415 555 0123', 'long'],
  ] as const)('%s, %s', async ([phone]) => {
    const { slack } = town;
    const { dinner, anaAndKally } = slack.channels;
    const ana = slack.as(slack.people.ana.id);
    await connect(town, ana.id);
    await open(ana.id);
    await ana.fills({ 'Who sees what was said in your calls?': 'me' });
    expect(await ana.submits()).toMatchObject({ closed: true });
    await ana.types(dinner, `/kally ${phone} ask about everything they sell`);
    await modalOf(town, ana.id);
    expect(await ana.submits()).toMatchObject({ closed: true });
    const heading = await slack.until(() =>
      slack
        .messages(anaAndKally)
        .find(({ text, replies }) => text.startsWith('Transcript of your call') && replies.length > 0),
    );
    expect(heading.replies[0]?.files.length || heading.replies[0]?.text).toBeTruthy();
    const thread = slack.messages(dinner).flatMap(({ replies }) => replies);
    expect(thread.map(({ text }) => text).join()).toContain(`The transcript went to <@${ana.id}> alone.`);
    expect(JSON.stringify(thread)).not.toMatch(/\[0:\d\d\] Kally|Business:/);
    expect(thread.flatMap(({ files }) => files)).toEqual([]);

    // Who may not read the transcript gets the result, and no words of it.
    const card = slack.messages(dinner).findLast(({ isBot }) => isBot);
    const luis = slack.as(slack.people.luis.id);
    await luis.clicks(card ?? { channelId: dinner, ts: '' }, 'call_menu', { value: 'Details' });
    const details = await slack.until(() =>
      slack.ephemerals(luis.id).findLast(({ text }) => text.includes('Petición')),
    );
    expect(details.text).not.toContain('Lo que dijeron');
  });
});

test('time zones are found by city, by country in one’s own language, and one’s own country comes first', () => {
  expect(timeZonesLike('york', { language: 'en' })[0]).toBe('America/New_York');
  expect(timeZonesLike('Espana', { language: 'es' })).toContain('Atlantic/Canary');
  expect(timeZonesLike('', { language: 'es', country: 'ES' })[0]).toBe('Africa/Ceuta');
  expect(timeZonesLike('Europe/Madr', { language: 'en' })).toEqual(['Europe/Madrid']);
  expect(timeZonesLike('nowhere at all', { language: 'en' })).toEqual([]);
});
