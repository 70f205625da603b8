import { webApi } from '@slack/bolt';
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import type { WireMessage } from '../../sandbox/slack/wire.ts';
import { cardActionIds } from '../../src/slack/card/actions-view.ts';
import { button } from '../../src/slack/ui/blocks.ts';
import { connect, startTown, type Town } from '../support/app.ts';
import { createJumpingClock } from '../support/jumping-clock.ts';

let town: Town;
afterEach(() => town.stop());

type Name = 'ana' | 'luis' | 'noor';
const idOf = (name: Name) => town.slack.people[name].id;
const as = (name: Name) => town.slack.as(idOf(name));

async function startWith(options: Parameters<typeof startTown>[0], name: 'ana' | 'luis' = 'ana') {
  town = await startTown(options);
  await connect(town, idOf(name), name);
}

async function calls(
  name: Name,
  text: string,
  channelId = town.slack.channels.dinner,
  fields: Record<string, string> = {},
) {
  await as(name).types(channelId, `/kally ${text}`);
  await town.slack.until(() => town.slack.modal(idOf(name))?.submit);
  await as(name).fills(fields);
  expect(await as(name).submits()).toMatchObject({ closed: true });
}

const cardSaying = (words: string | RegExp, channelId = town.slack.channels.dinner) =>
  town.slack.until(() =>
    town.slack.messages(channelId).find(({ isBot, text }) => isBot && text.match(words)),
  );
const privately = (name: Name, words: string | RegExp) =>
  town.slack.until(() => town.slack.ephemerals(idOf(name)).find(({ text }) => text.match(words)));
const chooses = (name: Name, card: WireMessage, label: string) =>
  as(name).clicks(card, 'call_menu', { value: label });

describe('Details', () => {
  test('tell the requester everything, and a colleague what they may read', async () => {
    await startWith({});
    await calls('ana', '+1 415 555 0101 ask whether they repair bikes');
    const card = await cardSaying('Asked by');
    await chooses('ana', card, 'Details');
    const details = await privately('ana', 'Asked:');
    expect(details.text).toContain('+1 415 555 0101');
    expect(details.text).toMatch(/KallyAI’s id: \S+/);
    await chooses('luis', card, 'Details');
    const told = await privately('luis', 'Petición: Ask whether they repair bikes');
    expect(told.text).toContain('They answered: Yes, we do repairs');
    // Neither the number nor what is the requester's at KallyAI.
    expect(JSON.stringify(town.slack.ephemerals(idOf('luis')))).not.toMatch(
      /415\W{0,2}555|Créditos|Identificador/,
    );
  });

  test('are refused to people who do not see the card', async () => {
    await startWith({});
    const { board, dinner } = town.slack.channels;
    await calls('ana', '+1 415 555 0101 ask whether they repair bikes');
    const card = await cardSaying('Asked by');
    const client = new webApi.WebClient(town.slack.botToken, { slackApiUrl: town.slack.apiUrl });
    const copy = await client.chat.postMessage({
      channel: town.slack.channels.reception,
      text: 'a copy of its buttons',
      blocks: card.blocks as never,
    });
    expect([board, dinner]).not.toContain(copy.channel);
    await chooses('luis', { ...card, channelId: copy.channel ?? '', ts: copy.ts ?? '' }, 'Details');
    await privately('luis', 'Eso solo lo puede hacer quien pidió la llamada');
  });

  test('show what is kept here while KallyAI is away, in Spanish too', async () => {
    await startWith({}, 'luis');
    await calls('luis', '+1 415 555 0101 preguntar si arreglan bicicletas');
    const card = await cardSaying('Lo pidió');
    await town.slack.until(() => town.slack.thread(card.channelId, card.ts).length >= 1);
    await town.kallyai.setFault({ kind: 'unavailable' });
    await chooses('luis', card, 'Detalles');
    await privately('luis', 'Petición: ');
    await privately('luis', 'KallyAI tiene problemas');
  });
});

describe('Recording', () => {
  test('is a link for the requester alone', async () => {
    await startWith({});
    await calls('ana', '+1 415 555 0101 ask whether they repair bikes');
    const card = await cardSaying('Asked by');
    await chooses('luis', card, 'Recording');
    await privately('luis', 'Eso solo');
    await chooses('ana', card, 'Recording');
    const told = await privately('ana', 'The recording of this call is ready');
    expect(JSON.stringify(told.blocks)).toContain(`${town.kallyai.url}/recordings/`);
    expect(JSON.stringify(town.slack.messages(card.channelId))).not.toContain('/recordings/');
  });

  test('is reported missing if there is none', async () => {
    await startWith({});
    await calls('ana', '+1 415 555 0153 ask whether they repair bikes');
    await chooses('ana', await cardSaying('Asked by'), 'Recording');
    await privately('ana', 'KallyAI has no recording of this call');
  });
});

test('Transcript is KallyAI’s answer to the requester alone; a colleague is led to the thread', async () => {
  await startWith({});
  await calls('ana', '+1 415 555 0101 ask whether they repair bikes');
  const card = await cardSaying('Asked by');
  await chooses('luis', card, 'Transcript');
  await privately('luis', 'está en el hilo de esta llamada');
  await chooses('ana', card, 'Transcript');
  await privately('ana', /^Transcript\n\[0:\d\d\] /);
});

describe('Add to calendar', () => {
  const asked = 'Reserve a table for 4 tomorrow at 8pm';

  test('puts the file into the thread, once for all who see the card', async () => {
    await startWith({});
    const { reception } = town.slack.channels;
    await calls('ana', `+1 415 555 0101 ${asked}`, reception, { 'Name of the business': "Luigi's" });
    const card = await cardSaying('Asked by', reception);
    await Promise.all([as('ana').clicks(card, 'Add to calendar'), as('ana').clicks(card, 'Add to calendar')]);
    const shared = await town.slack.until(() =>
      town.slack.thread(reception, card.ts).find(({ files }) => files.length > 0),
    );
    expect(shared.files[0]?.name).toBe('appointment.ics');
    expect(shared.text).toMatch(/The calendar entry of this call, for \w+, .*8:00\sPM Los Angeles time\./);
    await privately('ana', 'in the thread of this call');
    await as('luis').clicks(card, 'Add to calendar');
    const told = await privately('luis', 'en el hilo de esta llamada');
    expect(JSON.stringify(told.blocks)).toMatch(
      /https:\/\/calendar\.google\.com\/calendar\/render\?action=TEMPLATE&text=Table[^"]*&dates=\d{8}T\d{6}Z%2F\d{8}T\d{6}Z/,
    );
    expect(town.slack.files()).toHaveLength(1);
  });

  test('goes into the direct messages where Slack takes no file, and says what differs', async () => {
    await startWith({});
    await calls('ana', `+1 415 555 0127 ${asked}`);
    await as('ana').clicks(await cardSaying('Asked by'), 'Add to calendar');
    await privately('ana', 'in your direct messages');
    const told = await town.slack.until(() =>
      town.slack.messages(town.slack.channels.anaAndKally).find(({ files }) => files.length > 0),
    );
    expect(told.text).toMatch(
      /the entry begins on .*8:30\sPM Los Angeles time, and .*8:00\sPM Los Angeles time was asked for/,
    );
  });

  test('keeps the number to the requester', async () => {
    await startWith({});
    const { reception } = town.slack.channels;
    await calls('ana', `+1 415 555 0101 ${asked}`, reception);
    const card = await cardSaying('Asked by', reception);
    await as('luis').clicks(card, 'Add to calendar');
    const told = await privately('luis', 'en el hilo de esta llamada');
    const [file] = await town.slack.until(() => {
      const files = town.slack.thread(reception, card.ts).flatMap((reply) => reply.files);
      return files.length > 0 && files;
    });
    const ics = await fetch(new URL(file?.url ?? '', town.slack.url)).then((answer) => answer.text());
    expect(ics).toContain('SUMMARY:Table for 4');
    for (const text of [ics, decodeURIComponent(JSON.stringify(told.blocks))])
      expect(text.replaceAll(/\D/g, '')).not.toContain('5550101');
  });
});

test('Call again behind the dots opens the form filled in; a colleague calls as themselves', async () => {
  await startWith({});
  await calls('ana', '+1 415 555 0101 ask whether they repair bikes');
  const card = await cardSaying('Asked by');
  await connect(town, idOf('luis'), 'luis');
  await chooses('luis', card, 'Call again');
  const theirs = await town.slack.until(() => town.slack.modal(idOf('luis')));
  expect(JSON.stringify(theirs)).toContain('+1 415 555 0101');
  // A colleague called there today: Kally asks before it calls again.
  await as('luis').submits();
  expect(JSON.stringify(town.slack.modal(idOf('luis')))).toContain('Llamar igualmente');
  await as('luis').submits();
  await cardSaying('Luis Ortega');
  await town.slack.until(() => town.kallyai.rings()['+14155550101'] === 2);
  await chooses('ana', card, 'Call again');
  const form = await town.slack.until(() => town.slack.modal(idOf('ana')));
  expect(JSON.stringify(form)).toContain('+1 415 555 0101');
});

test('Check again finds out the result of a call after all', async () => {
  const clock = createJumpingClock({ leastMs: 10 * 60_000 });
  onTestFinished(clock.stop);
  // The call stands still, until the app has given up on it.
  await startWith({ kally: { speed: 0 }, clock });
  await calls('ana', '+1 415 555 0101 ask whether they repair bikes');
  const card = await cardSaying('did not say whether');
  await as('noor').clicks(card, 'Check again');
  await privately('noor', 'Only the person who asked');
  town.kallyai.setSpeed(200);
  await town.slack.until(() => town.kallyai.calls().every(({ over }) => over));
  await Promise.all([as('ana').clicks(card, 'Check again'), as('ana').clicks(card, 'Check again')]);
  await cardSaying('Asked by');
  expect(town.kallyai.rings()).toEqual({ '+14155550101': 1 });
});

describe('Reschedule', () => {
  const tomorrow = () => new Date(Date.now() + 30 * 3600_000).toISOString().slice(0, 10);

  test('moves a call that does not ring yet, and the thread gives the new time', async () => {
    await startWith({ kally: { speed: 5 } }, 'luis');
    await calls('luis', '+1 415 555 0129 preguntar si arreglan bicicletas');
    const card = await cardSaying('Esperando a que KallyAI marque');
    await chooses('luis', card, 'Cambiar la hora');
    await town.slack.until(() => town.slack.modal(idOf('luis'))?.submit);
    await as('luis').fills({ Fecha: '2020-01-02', Hora: '13:30' });
    expect(await as('luis').submits()).toMatchObject({
      errors: { date: expect.stringContaining('ya ha pasado') },
    });
    await as('luis').fills({ Fecha: tomorrow(), Hora: '13:30' });
    await as('luis').submits();
    await town.slack.until(() => JSON.stringify(town.slack.modal(idOf('luis'))).includes('Hecho. KallyAI'));
    const toWhen = /Programada para el .*13:30 \(hora de Los Ángeles\)/;
    await chooses('luis', await cardSaying(toWhen), 'Detalles');
    await privately('luis', toWhen);
    const [told] = await town.slack.until(() => {
      const replies = town.slack.thread(card.channelId, card.ts);
      return replies.length > 0 && replies;
    });
    expect(told?.text).toMatch(/ha cambiado la hora de esta llamada: .*13:30 \(hora de Los Ángeles\)/);
    expect(town.kallyai.rings()).toEqual({});
    town.kallyai.setSpeed(100_000);
    await cardSaying('Lo pidió');
    expect(town.kallyai.rings()).toEqual({ '+14155550129': 1 });
  });

  test('is for the requester alone', async () => {
    await startWith({ kally: { speed: 5 } });
    await calls('ana', '+1 415 555 0129 ask whether they repair bikes');
    await chooses('luis', await cardSaying('Waiting for KallyAI'), 'Reschedule');
    await privately('luis', 'Eso solo');
  });

  test('comes too late once it rings', async () => {
    await startWith({ kally: { speed: 5 } });
    await calls('ana', '+1 415 555 0129 ask whether they repair bikes');
    await chooses('ana', await cardSaying('Waiting for KallyAI'), 'Reschedule');
    await town.slack.until(() => town.slack.modal(idOf('ana'))?.submit);
    await as('ana').fills({ Date: tomorrow(), Time: '13:30' });
    town.kallyai.setSpeed(200);
    await town.slack.until(() => town.kallyai.rings()['+14155550129']);
    await as('ana').submits();
    await town.slack.until(() => JSON.stringify(town.slack.modal(idOf('ana'))).includes('too late'));
  });
});

describe('An account on the older version of the API', () => {
  /** As a card that was posted before anybody knew what the account offers. */
  async function earlierCard(deed: keyof typeof cardActionIds, { channelId, blocks }: WireMessage) {
    const [, callId = ''] = /"value":"(?:details )?([\w-]{36})"/.exec(JSON.stringify(blocks)) ?? [];
    const client = new webApi.WebClient(town.slack.botToken, { slackApiUrl: town.slack.apiUrl });
    const elements = [button(cardActionIds[deed], deed, callId)];
    const { ts = '' } = await client.chat.postMessage({
      channel: channelId,
      text: deed,
      blocks: [{ type: 'actions', elements }],
    });
    return { channelId, ts };
  }

  test('is offered what it has, and an older card says what it lacks', async () => {
    await startWith({ kally: { speed: 5, api: 'v1' } });
    // The Home tab asks what the account has.
    await as('ana').opensHome();
    await town.slack.until(() => JSON.stringify(town.slack.home(idOf('ana')) ?? '').includes('Minutes'));
    await calls('ana', '+1 415 555 0129 ask whether they repair bikes');
    const waiting = await cardSaying('Waiting for KallyAI');
    expect(JSON.stringify(waiting.blocks)).toContain('Details');
    expect(JSON.stringify(waiting.blocks)).not.toContain('Reschedule');
    await as('ana').clicks(await earlierCard('reschedule', waiting), cardActionIds.reschedule);
    await town.slack.until(() => town.slack.modal(idOf('ana'))?.submit);
    await as('ana').fills({ Date: '2099-01-02', Time: '13:30' });
    await as('ana').submits();
    await town.slack.until(() => JSON.stringify(town.slack.modal(idOf('ana'))).includes('does not offer'));
    town.kallyai.setSpeed(500);
    const over = await cardSaying('Asked by');
    expect(JSON.stringify(over.blocks)).toContain('Transcript');
    expect(JSON.stringify(over.blocks)).not.toContain('Recording');
    await as('ana').clicks(await earlierCard('recording', over), cardActionIds.recording);
    await privately('ana', 'does not offer recordings');
  });
});

describe('Share', () => {
  /** A result that only its requester has, with its card in their direct messages. */
  async function privateCall(name: 'ana' | 'luis', text: string) {
    const direct = town.slack.channels[name === 'ana' ? 'anaAndKally' : 'luisAndKally'];
    await calls(name, text, direct);
    return cardSaying(/Asked by|Lo pidió/, direct);
  }

  test('posts the result where the requester chooses, with their name and without the number', async () => {
    await startWith({}, 'luis');
    const { slack } = town;
    const { board, dinner } = slack.channels;
    const card = await privateCall('luis', '+34 910 000 002 pedir cita con el dentista mañana a las 10:30');
    await as('luis').clicks(card, 'Compartir');
    const form = await slack.until(() => slack.modal(idOf('luis'))?.submit && slack.modal(idOf('luis')));
    expect(JSON.stringify(form)).toContain('sobre salud');
    await as('luis').fills({ '¿En qué canal?': board });
    expect(await as('luis').submits()).toMatchObject({
      errors: { channel: expect.stringContaining('no puede publicar ahí') },
    });
    await as('luis').fills({ '¿En qué canal?': dinner });
    await as('luis').submits();
    const shared = await slack.until(() =>
      slack.messages(dinner).find(({ text }) => text.includes(`Compartido por <@${idOf('luis')}>`)),
    );
    expect(shared.text).toContain('Cita concertada a nombre de Luis Ortega');
    expect(JSON.stringify(shared)).not.toMatch(/910 ?00/);
    await slack.until(() => JSON.stringify(slack.modal(idOf('luis'))).includes('Compartido en'));
    expect(slack.thread(dinner, shared.ts)).toEqual([]);
  });

  test('brings the transcript along only where that was chosen', async () => {
    await startWith({});
    const { slack } = town;
    const card = await privateCall('ana', '+1 415 555 0101 ask whether they repair bikes');
    await as('ana').clicks(card, 'Share');
    await slack.until(() => slack.modal(idOf('ana'))?.submit);
    await as('ana').fills({
      'In which channel?': slack.channels.dinner,
      'What may be read there?': 'How it went, and the transcript',
    });
    await as('ana').submits();
    const shared = await slack.until(() =>
      slack.messages(slack.channels.dinner).find(({ text }) => text.includes('Shared by')),
    );
    const [transcript] = await slack.until(() => {
      const replies = slack.thread(slack.channels.dinner, shared.ts);
      return replies.length > 0 && replies;
    });
    expect(transcript?.text).toContain('Business: ');
  });

  test('keeps the form when KallyAI is away, and shares nothing', async () => {
    await startWith({});
    const { slack } = town;
    const card = await privateCall('ana', '+1 415 555 0101 ask whether they repair bikes');
    await as('ana').clicks(card, 'Share');
    await slack.until(() => slack.modal(idOf('ana'))?.submit);
    await as('ana').fills({ 'In which channel?': slack.channels.dinner });
    await town.kallyai.setFault({ kind: 'unavailable' });
    await as('ana').submits();
    const form = await slack.until(() => {
      const modal = slack.modal(idOf('ana'));
      return modal?.submit && JSON.stringify(modal).includes('KallyAI has trouble') && modal;
    });
    expect(JSON.stringify(form)).toContain(slack.channels.dinner);
    expect(slack.messages(slack.channels.dinner)).toEqual([]);
  });

  test('is not on a card that everybody sees', async () => {
    await startWith({});
    await calls('ana', '+1 415 555 0101 ask whether they repair bikes');
    expect(JSON.stringify((await cardSaying('Asked by')).blocks)).not.toContain('share');
  });
});
