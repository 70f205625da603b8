import { afterEach, expect, test } from 'vitest';
import type { WireMessage } from '../../sandbox/slack/wire.ts';
import { connect, startTown, type Town } from '../support/app.ts';

let town: Town;
afterEach(() => town.stop());

async function startWith(options: Parameters<typeof startTown>[0], ...people: ('ana' | 'luis')[]) {
  town = await startTown(options);
  for (const name of people.length > 0 ? people : (['luis'] as const))
    await connect(town, town.slack.people[name].id, name);
}

const dinner = () => town.slack.channels.dinner;
const luis = () => town.slack.as(town.slack.people.luis.id);
const cardSaying = (words: string | RegExp) =>
  town.slack.until(() =>
    town.slack
      .messages(dinner())
      .find(
        ({ isBot, text }) => isBot && (typeof words === 'string' ? text.includes(words) : words.test(text)),
      ),
  );
const privately = (name: 'ana' | 'luis' | 'noor', words: string) =>
  town.slack.until(() =>
    town.slack.ephemerals(town.slack.people[name].id).find(({ text }) => text.includes(words)),
  );
const hasStop = ({ blocks }: WireMessage) => JSON.stringify(blocks).includes('stop_call');
/** What KallyAI was asked, to end a call. */
const endings = () => town.kallyai.traffic().flatMap(({ path }) => /\/(stop|cancel)$/.exec(path)?.[1] ?? []);
const rang = (phone: string) => town.slack.until(() => town.kallyai.rings()[phone]);

/** Luis, whose Slack is in Spanish, has the business called. */
async function luisCalls(phone: string) {
  const { slack } = town;
  const { id } = slack.people.luis;
  await luis().types(dinner(), `/kally ${phone} preguntar si arreglan bicicletas`);
  await slack.until(() => slack.modal(id)?.submit);
  expect(await luis().submits()).toMatchObject({ closed: true });
}

test('a live call is hung up, once however often it is pressed, and the card says after how long', async () => {
  await startWith({ kally: { speed: 2 } });
  await luisCalls('+14155550101');
  await rang('+14155550101');
  const card = await cardSaying('Al teléfono');
  await Promise.all([luis().clicks(card, 'Colgar'), luis().clicks(card, 'Colgar')]);
  const stopped = await cardSaying(/Cortada a los \d+ s/);
  expect(stopped.ts).toBe(card.ts);
  expect(hasStop(stopped)).toBe(false);
  expect(endings().filter((ending) => ending === 'stop')).toHaveLength(1);
  await luis().types(dinner(), '/kally historial');
  expect((await privately('luis', 'Cortada')).text).not.toContain('Se terminó');
});

test('a call that does not ring yet is cancelled, and nobody’s phone rings', async () => {
  await startWith({ kally: { speed: 2 } });
  await luisCalls('+14155550129');
  const card = await cardSaying('Esperando a que KallyAI marque');
  await luis().clicks(card, 'Cancelar');
  await cardSaying('Cancelada antes de que sonara ningún teléfono');
  expect(town.kallyai.rings()).toEqual({});
});

test('while the create still waits for its answer, the call is found in the list', async () => {
  await startWith({ kally: { speed: 1 } });
  await luisCalls('+14155550110');
  await rang('+14155550110');
  await luis().clicks(await cardSaying('Llamando'), 'Colgar');
  await cardSaying(/Cortada/);
  expect(town.kallyai.rings()).toEqual({ '+14155550110': 1 });
});

test('a stop that KallyAI cannot hear yet is kept, and an end that came first is reported as such', async () => {
  await startWith({ kally: { speed: 3 } });
  await luisCalls('+14155550100');
  await rang('+14155550100');
  const card = await cardSaying('Llamando');
  await luis().clicks(card, 'Colgar');
  await privately('luis', 'Todavía no se le puede decir a KallyAI');
  expect(hasStop(await cardSaying('Cortando la llamada'))).toBe(false);
  const ended = await cardSaying('Lo pidió');
  expect(ended.text).toContain('Terminó antes de que se pudiera colgar');
});

test('a stop survives an outage of KallyAI and a restart of the app', async () => {
  await startWith({ kally: { speed: 1 } });
  await luisCalls('+14155550108');
  await rang('+14155550108');
  await cardSaying('Al teléfono');
  await town.kallyai.setFault({ kind: 'unavailable' });
  await luis().types(dinner(), '/kally cancelar');
  await luis().clicks(await privately('luis', '¿Qué llamada quieres cancelar?'), { actionId: 'stop_call' });
  await privately('luis', 'Kally lo sigue intentando');
  await town.restart();
  await town.kallyai.setFault(null);
  await cardSaying(/Cortada/);
});

test('a stopped call that waits for KallyAI is not dialled', async () => {
  await startWith({});
  await town.kallyai.setFault({ kind: 'down' });
  await luisCalls('+14155550101');
  const card = await cardSaying('no se puede contactar');
  await luis().clicks(card, 'Cancelar');
  await cardSaying('Cancelada antes de que sonara');
  await town.kallyai.setFault(null);
  await luisCalls('+14155550102');
  await rang('+14155550102');
  expect(town.kallyai.rings()).toEqual({ '+14155550102': 1 });
});

test('if the account cannot stop calls, the call goes on and the card says so', async () => {
  await startWith({ kally: { speed: 5, api: 'v1' } });
  await luisCalls('+14155550101');
  await rang('+14155550101');
  const card = await cardSaying('Al teléfono');
  await luis().clicks(card, 'Colgar');
  await privately('luis', 'no permite cortar llamadas');
  await cardSaying('Lo pidió');
});

test('a colleague cannot, an admin can, and the requester learns who it was', async () => {
  await startWith({ kally: { speed: 1 } });
  const { slack } = town;
  await luisCalls('+14155550101');
  const card = await cardSaying('Al teléfono');
  await slack.as(slack.people.noor.id).clicks(card, 'Colgar');
  await privately('noor', 'Only the person who asked');
  expect(endings()).toEqual([]);
  await slack.as(slack.people.ana.id).clicks(card, 'Colgar');
  await cardSaying(/Cortada|Cancelada/);
  await slack.until(() =>
    slack
      .messages(slack.channels.luisAndKally)
      .some(({ text }) => text.includes(`<@${slack.people.ana.id}> ha cortado tu llamada`)),
  );
});
