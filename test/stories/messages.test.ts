import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connect, startTown, type Town } from '../support/app.ts';
import { modalOf } from '../support/modal.ts';

let town: Town;
beforeAll(async () => {
  town = await startTown();
  await connect(town, town.slack.people.ana.id);
});
afterAll(() => town?.stop());
beforeEach(() => {
  town.slack.clearFaults();
  for (const { id } of Object.values(town.slack.people)) town.slack.reload(id);
});

const whispered = (userId: string) => town.slack.until(() => town.slack.ephemerals(userId).at(-1));
const fromKally = (channelId: string) => town.slack.messages(channelId).filter(({ isBot }) => isBot);

describe('a mention', () => {
  test('is answered with what was understood, for the asker alone, and dials nothing', async () => {
    const { slack, kallyai } = town;
    const { reception } = slack.channels;
    const ana = slack.as(slack.people.ana.id);
    await ana.types(reception, '@Kally call +1 415 555 0101 and book a table for 4 tomorrow at 8pm');
    const answer = await whispered(ana.id);
    expect(answer.text).toMatch(/Is this the call you want\?\nPhone number: \+1 415 555 0101\nWhat to ask/);
    expect(answer.text).toContain('People: 4');
    expect(slack.ephemerals(slack.people.luis.id)).toEqual([]);
    expect(fromKally(reception)).toEqual([]);
    expect(kallyai.rings()).toEqual({});

    await ana.clicks(answer, 'Review and call');
    const form = await modalOf(town, ana.id);
    expect(form.values()).toMatchObject({
      phone: '+1 415 555 0101',
      partySize: '4',
      time: '20:00',
      place: 'here',
    });
    expect(await ana.submits()).toMatchObject({ closed: true });
    await slack.until(() => fromKally(reception).some(({ text }) => text.includes('Asked by')));
    expect(kallyai.rings()).toEqual({ '+14155550101': 1 });
  });

  test('in a thread is answered in the thread, and can be dismissed', async () => {
    const { slack } = town;
    const { reception } = slack.channels;
    const ana = slack.as(slack.people.ana.id);
    await ana.types(reception, 'Who books the dinner?');
    const { ts: threadTs = '' } = slack.messages(reception).findLast(({ isBot }) => !isBot) ?? {};
    await ana.types(reception, '@Kally call 415 555 0101 and ask for a table', { threadTs });
    const answer = await whispered(ana.id);
    expect(answer.threadTs).toBe(threadTs);
    await ana.clicks(answer, 'Dismiss');
    await slack.until(() => slack.ephemerals(ana.id).length === 0);
  });

  test('that asks for no call is answered with how to ask', async () => {
    const { slack } = town;
    const ana = slack.as(slack.people.ana.id);
    await ana.types(slack.channels.reception, '@Kally hello there!');
    const answer = await whispered(ana.id);
    expect(answer.text).toContain(`<@${slack.botUserId}> call +44`);
    await ana.clicks(answer, 'Make a phone call');
    expect((await modalOf(town, ana.id)).values()).toMatchObject({ phone: null, place: 'here' });
  });

  test('that only says thanks is not answered with how to ask', async () => {
    const { slack } = town;
    const { anaAndKally } = slack.channels;
    await slack.as(slack.people.ana.id).types(anaAndKally, 'Great, thanks!');
    const answer = await slack.until(() =>
      fromKally(anaAndKally).find(({ text }) => text.includes('welcome')),
    );
    expect(answer.text).toBe('You are welcome! :slightly_smiling_face:');
  });

  test('with an emergency number is answered with "dial it yourself"', async () => {
    const ana = town.slack.as(town.slack.people.ana.id);
    await ana.types(town.slack.channels.reception, '@Kally call 911 please, there is a fire');
    const answer = await whispered(ana.id);
    expect(answer.text).toContain('dial it yourself, now');
    expect(answer.blocks).toHaveLength(1);
  });

  test('comes as a direct message where nothing can be shown to one person alone', async () => {
    const { slack } = town;
    const ana = slack.as(slack.people.ana.id);
    const before = fromKally(slack.channels.anaAndKally).length;
    const event = { type: 'app_mention', user: ana.id, ts: '1.2', event_ts: '1.2' };
    await slack.deliverEvent({ ...event, channel: slack.channels.board, text: 'call 415 555 0101' });
    await slack.until(() => fromKally(slack.channels.anaAndKally).length > before);
  });
});

describe('a direct message', () => {
  test('is answered in Spanish, and a person who is not connected gets the button first', async () => {
    const { slack, kallyai } = town;
    const { luisAndKally } = slack.channels;
    const luis = slack.as(slack.people.luis.id);
    await luis.types(
      luisAndKally,
      'Hola, ¿puedes llamar al 910 000 001 y pedir mesa para 4 el viernes a las 21:30?',
    );
    const answer = await slack.until(() => fromKally(luisAndKally).at(-1));
    expect(answer.text).toContain('Número de teléfono: +34 910 00 00 01');
    expect(answer.text).toContain('Qué preguntar o gestionar: Pedir mesa');
    await luis.clicks(answer, 'Revisar y llamar');
    const prompt = await whispered(luis.id);
    expect(prompt.text).toContain('Conéctala una vez');
    expect(kallyai.rings()['+34910000001']).toBeUndefined();
    await luis.clicks(answer, 'Descartar');
    await slack.until(() => !fromKally(luisAndKally).some(({ ts }) => ts === answer.ts));
    await luis.types(luisAndKally, '¡Muchas gracias!');
    await slack.until(() => fromKally(luisAndKally).find(({ text }) => text.includes('De nada')));
  });

  test('is answered once, however often Slack sends it, and an app, an edit or a notice never', async () => {
    const { slack } = town;
    const { anaAndKally } = slack.channels;
    const ana = slack.people.ana.id;
    const before = fromKally(anaAndKally).length;
    const message = { type: 'message', channel_type: 'im', channel: anaAndKally, ts: '2.1', event_ts: '2.1' };
    const hello = { ...message, user: ana, text: 'hello' };
    const envelope = { team_id: slack.teamId, type: 'event_callback', authorizations: [] };
    const deliver = (event: object, id: string, num: number) =>
      slack.deliver({
        kind: 'events_api',
        name: 'message.im',
        payload: { ...envelope, event_id: id, event },
        ...(num > 0 && { retry: { num, reason: 'http_timeout' } }),
      });
    await Promise.all([0, 1, 2].map((num) => deliver(hello, 'Ev1', num)));
    await deliver({ ...hello, bot_id: 'B1' }, 'Ev2', 0);
    await deliver({ ...hello, user: slack.botUserId }, 'Ev3', 0);
    await deliver({ ...message, subtype: 'message_changed', message: hello }, 'Ev4', 0);
    await deliver({ ...hello, subtype: 'channel_topic' }, 'Ev5', 0);
    await deliver(hello, 'Ev6', 1);
    await slack.until(() => fromKally(anaAndKally).length === before + 2);
    await slack.as(ana).types(slack.channels.general, '/kally status');
    await whispered(ana);
    expect(fromKally(anaAndKally)).toHaveLength(before + 2);
  });

  test('that cannot be answered leaves a reference', async () => {
    const { slack } = town;
    const ana = slack.as(slack.people.ana.id);
    slack.fault({ method: 'chat.postMessage', kind: '500' });
    await ana.types(slack.channels.anaAndKally, 'hello');
    await slack.until(() => fromKally(slack.channels.anaAndKally).at(-1)?.text.includes('Reference: '));
  });

  test('is greeted before the first one, once', async () => {
    const { slack } = town;
    const { noorAndKally } = slack.channels;
    const noor = slack.as(slack.people.noor.id);
    await Promise.all([noor.opensHome('messages'), noor.opensHome('messages')]);
    const hello = await slack.until(() => fromKally(noorAndKally).at(-1));
    expect(hello.text).toContain('Hello, I am Kally.');
    expect(JSON.stringify(hello.blocks)).toContain('connect_account');
    await noor.opensHome('messages');
    await noor.types(noorAndKally, 'what can you do?');
    await slack.until(() => fromKally(noorAndKally).length === 2);
    expect(fromKally(noorAndKally).filter(({ text }) => text.includes('Hello'))).toHaveLength(1);
  });
});
