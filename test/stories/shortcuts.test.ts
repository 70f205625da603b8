import { webApi } from '@slack/bolt';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readMessage } from '../../src/domain/free-text.ts';
import { connect, startTown, type Town } from '../support/app.ts';
import { inTwoDays } from '../support/daytime.ts';
import { modalOf } from '../support/modal.ts';

let town: Town;
beforeAll(async () => {
  // Noor is a guest.
  town = await startTown({ rules: { callers: { who: 'everybody', people: [] } } });
  await connect(town, town.slack.people.ana.id);
  await connect(town, town.slack.people.luis.id, 'luis');
});
afterAll(() => town?.stop());
beforeEach(() => {
  for (const { id } of Object.values(town.slack.people)) town.slack.reload(id);
});

/** A message of Luis's, and what the form makes of it when somebody calls about it. */
async function callAbout(text: string, { who = town.slack.people.ana, threadTs = '' } = {}) {
  const { slack } = town;
  const channelId = slack.channels.general;
  await slack.as(slack.people.luis.id).types(channelId, text, threadTs ? { threadTs } : {});
  const inChannel = slack.messages(channelId);
  // Slack writes links and signs in its own way.
  const { ts } = [...inChannel, ...inChannel.flatMap(({ replies }) => replies)]
    .filter(({ isBot }) => !isBot)
    .sort((one, other) => Number(one.ts) - Number(other.ts))
    .at(-1) ?? { ts: '' };
  await slack.as(who.id).usesMessageShortcut('call_about_this', { channelId, ts });
  return { ...(await modalOf(town, who.id)), ts };
}

describe('Call about this', () => {
  test('reads number, day, hour and party in Slack’s mark-up, and the call goes to the channel', async () => {
    const { slack, kallyai } = town;
    const day = inTwoDays(slack.people.ana.tz);
    const form = await callAbout(
      `Can somebody get us a table for 6 on ${day} at 8pm? (415) 555-0101 & https://luigis.example/`,
    );
    expect(form.values()).toMatchObject({
      phone: '+1 415 555 0101',
      category: 'restaurant',
      partySize: '6',
      time: '20:00',
      place: 'here',
    });
    expect(await slack.as(slack.people.ana.id).submits()).toMatchObject({ closed: true });
    await slack.until(() => kallyai.rings()['+14155550101']);
    await slack.until(() =>
      slack.messages(slack.channels.general).some(({ text }) => text.includes('Call to')),
    );
  });

  test('offers the other numbers of the message', async () => {
    const form = await callAbout('Ring Luigi on 415 555 0100 or, if nobody answers, on 415 555 0123.');
    const ana = town.slack.as(town.slack.people.ana.id);
    expect(form.values().phone).toBe('+1 415 555 0100');
    await ana.fills({ 'What should Kally ask or arrange?': 'Ask for a table outside' });
    await ana.fills({ 'Numbers in the message': '+1 415 555 0123' });
    await town.slack.until(() => form.values().phone === '+1 415 555 0123');
    expect(form.values().task).toBe('Ask for a table outside');
    await ana.fills({ 'Phone number': '911' });
    expect(Object.values((await ana.submits()).errors ?? {})).toEqual([
      'This is an emergency number. Kally cannot call it: dial it yourself, now.',
    ]);
  });

  test('finds the number that an app wrote into fields, and takes no order for one', async () => {
    const { slack } = town;
    const channel = slack.channels.dinner;
    const app = new webApi.WebClient(slack.botToken, { slackApiUrl: slack.apiUrl });
    const fields = [
      '*Order number:*\n2026111810',
      '*Supplier:*\nLuigi’s',
      '*Phone:*\n+1 415 555 0101 ext 12',
    ];
    const blocks = [{ type: 'section', fields: fields.map((text) => ({ type: 'mrkdwn', text })) }];
    const { ts = '' } = await app.chat.postMessage({ channel, text: 'A delivery is late', blocks });
    await slack.as(slack.people.ana.id).usesMessageShortcut('call_about_this', { channelId: channel, ts });
    const form = await modalOf(town, slack.people.ana.id);
    expect(form.values().phone).toBe('+1 415 555 0101');
    expect(form.values().task).toMatch(/A delivery is late[\s\S]*2026111810[\s\S]*Luigi’s[\s\S]*ext 12/);
    expect(form.labels()).not.toContain('Numbers in the message');
  });

  test('says that the message has no number', async () => {
    const form = await callAbout('Order 4155550 is still not here, could we ask?');
    expect(form.values().phone).toBeNull();
    expect(JSON.stringify(form.modal().blocks)).toContain('There is no phone number in the message.');
  });

  test('works in a thread, in Spanish, with the numbers of the reader’s country', async () => {
    const { slack } = town;
    const { general } = slack.channels;
    await slack.as(slack.people.ana.id).types(general, 'Who takes care of the dinner?');
    const parent = slack.messages(general).at(-1);
    const form = await callAbout('Mesa para 4 el viernes a las 21:30, tel. 910 000 001', {
      who: slack.people.luis,
      threadTs: parent?.ts ?? '',
    });
    expect(form.values()).toMatchObject({
      phone: '+34 910 00 00 01',
      partySize: '4',
      time: '21:30',
      place: 'here',
    });
    expect(form.labels()).toContain('¿Cuántas personas sois?');
  });

  test('shows a person who is not connected only the button', async () => {
    const { slack } = town;
    const { dinner } = slack.channels;
    await slack.as(slack.people.ana.id).types(dinner, 'Call 415 555 0101 about the terrace');
    const { ts } = slack.messages(dinner).at(-1) ?? { ts: '' };
    await slack.as(slack.people.noor.id).usesMessageShortcut('Call about this', { channelId: dinner, ts });
    const prompt = await slack.until(() => slack.ephemerals(slack.people.noor.id, dinner).at(-1));
    expect(prompt.text).toContain('Connect it once');
    expect(slack.ephemerals(slack.people.ana.id)).toEqual([]);
  });

  test('leaves no hole in the task where the number was', () => {
    const reading = { now: Date.parse('2026-11-20T10:00:00Z'), timeZone: 'America/New_York', country: 'US' };
    const taskIn = (text: string, language: 'en' | 'es') =>
      readMessage(text, reading.now, { ...reading, language }).draft.task;
    expect(taskIn('Luigi’s is +1 415 555 0101. A table for 6?', 'en')).toBe('Luigi’s. A table for 6?');
    expect(taskIn('Casa Paco, el número es +34 910 000 001: mesa para 4', 'es')).toBe(
      'Casa Paco: mesa para 4',
    );
  });

  test('what was tomorrow when it was written is not tomorrow now', () => {
    const writtenAt = Date.parse('2026-11-20T10:00:00Z');
    const inLondon = { timeZone: 'Europe/London', country: 'GB', language: 'en' as const };
    const dateRead = (now: string) =>
      readMessage('a table for 2 tomorrow at 8pm', writtenAt, { ...inLondon, now: Date.parse(now) }).draft
        .date;
    expect(dateRead('2026-11-20T23:00:00Z')).toBe('2026-11-21');
    expect(dateRead('2026-11-21T09:00:00Z')).toBe('2026-11-21');
    expect(dateRead('2026-11-22T09:00:00Z')).toBeUndefined();
  });
});

describe('Make a phone call', () => {
  test('has no channel to post in until the person chooses one', async () => {
    const { slack } = town;
    const ana = slack.as(slack.people.ana.id);
    await ana.usesShortcut('Make a phone call');
    const form = await modalOf(town, ana.id);
    expect(form.values().place).toBe('me');
    const shown = JSON.stringify(form.modal().blocks);
    expect(shown).not.toContain('"here"');
    expect(shown).toContain('to you alone, or to a channel you choose');
    await ana.fills({
      'Phone number': '415 555 0104',
      'What should Kally ask or arrange?': 'Ask for the opening hours',
    });
    expect(await ana.submits()).toMatchObject({ closed: true });
    await slack.until(() =>
      slack.messages(slack.channels.anaAndKally).some(({ text }) => text.includes('opening hours')),
    );
  });

  test('shows a person who is not connected the button where they are looking', async () => {
    const { slack } = town;
    await slack.as(slack.people.noor.id).usesShortcut('make_a_call');
    const view = await slack.until(() => slack.modal(slack.people.noor.id));
    expect(view.title).toBe('Connect KallyAI');
    expect(JSON.stringify(view.blocks)).toContain('/link/start?n=');
  });
});
