import { afterEach, expect, test } from 'vitest';
import { connect, startTown, type Town } from '../support/app.ts';
import { createJumpingClock } from '../support/jumping-clock.ts';
import { sends } from '../support/modal.ts';
import { bringJobsForward } from '../support/set-clock.ts';

let town: Town;
afterEach(() => town.stop());

async function startWith(options: Parameters<typeof startTown>[0] = {}) {
  town = await startTown({ fronts: ['agent'], ...options });
  await connect(town, town.slack.people.luis.id, 'luis');
}

const inReception = () => town.slack.channels.reception;
const luis = () => town.slack.as(town.slack.people.luis.id);
const said = (words: string | RegExp, channelId = inReception()) =>
  town.slack.until(() =>
    town.slack.messages(channelId).find(({ isBot, text }) => isBot && text.match(words) !== null),
  );
/** What Slack was told of sessions, in order, with what it refused. */
const told = () =>
  town.slack
    .calls('agents.sessions.setStatus')
    .map(({ request, error }) => [(request as { status: string }).status, error].filter(Boolean).join(' '));
const settled = (...statuses: string[]) => expect.poll(told, { timeout: 30_000 }).toEqual(statuses);
/** Two who tell Slack of one session at the same time both look again, and may tell the same once more. */
const changesTold = () => told().filter((status, at, all) => status !== all[at - 1]);
const closedLines = () => town.logged.filter((line) => line.includes('agent surface is closed'));

async function luisCalls(phone: string, channelId = inReception(), fields: Record<string, string> = {}) {
  const { slack } = town;
  await luis().types(channelId, `/kally ${phone} preguntar por el paraguas violeta`);
  await slack.until(() => slack.modal(luis().id)?.submit);
  await luis().fills(fields);
  expect(await sends(luis())).toMatchObject({ closed: true });
}

test('a call’s thread is a session, which never says the task, and a lost request is made good', async () => {
  await startWith();
  town.slack.fault({ method: 'agents.sessions.setStatus', kind: 'lost' });
  await luisCalls('+14155550101', inReception(), { 'Nombre del negocio': 'Casa: Paco' });
  const card = await said(/Lo pidió/);
  await settled('processing', 'processing', 'active');
  const session = { status: 'active', title: 'Llamada a Casa Paco', canStop: true };
  expect(town.slack.session(card.channelId, card.ts)).toEqual(session);
  expect(JSON.stringify(town.slack.calls('agents.sessions.setStatus'))).not.toContain('violeta');
});

test('Slack’s own Stop hangs up once, however often it comes, and tells somebody else that it is not theirs', async () => {
  await startWith({ kally: { speed: 2 } });
  await luisCalls('+14155550101');
  const { channelId, ts } = await said('Al teléfono');
  const stop = { type: 'agent_session_stopped', channel: channelId, thread_ts: ts, streaming_message_ts: [] };
  await town.slack.deliverEvent({ ...stop, user: town.slack.people.noor.id });
  await town.slack.until(() => town.slack.messages(town.slack.channels.noorAndKally).at(-1));
  expect(town.slack.session(channelId, ts)?.status).toBe('processing');
  await Promise.all([luis().stopsSession({ channelId, ts }), luis().stopsSession({ channelId, ts })]);
  await said(/Cortada a los \d+ s/);
  await settled('processing', 'active');
  expect(town.kallyai.traffic().filter(({ path }) => path.endsWith('/stop'))).toHaveLength(1);
});

test('of a long call Slack is told again before its hour is over, and at once by a process that takes it over', async () => {
  const clock = createJumpingClock({ leastMs: 5 * 60_000 });
  await startWith({ clock, kally: { speed: 0 } });
  await luisCalls('+14155550101');
  await settled('processing');
  await clock.sleep(70 * 60_000);
  const before = told();
  expect(before).toEqual(['processing', 'processing', 'processing']);
  await clock.during(() => town.restart());
  await settled(...before, 'processing');
  town.kallyai.setSpeed(1_000);
  await said(/Lo pidió/);
  await town.slack.until(() => told().at(-1) === 'active');
  clock.stop();
});

test('neither a call that was not made nor one that is tried again leaves a session at work', async () => {
  await startWith();
  await luisCalls('+14155550143');
  await town.slack.until(() => town.slack.messages(town.slack.channels.luisAndKally).at(-1));
  await settled('processing', 'active');
  await luisCalls('+14155550167');
  await luis().clicks(await said('comunica'), 'Reintentar en 10 min');
  await said('Kally vuelve a intentarlo');
  await town.clock.sleep(11 * 60_000);
  await bringJobsForward(town);
  await said(/Lo pidió/);
  await expect
    .poll(changesTold, { timeout: 30_000 })
    .toEqual(Array.from({ length: 3 }, () => ['processing', 'active']).flat());
});

test('while Kally waits for a word of its requester, the session does too', async () => {
  await startWith();
  await luisCalls('llama al +14155550102 mañana a las 11:00 y');
  const card = await said('Kally llama');
  expect(told()).toEqual([]);
  const [planned] = await town.store.calls.underWay({ workspaceId: town.slack.teamId, userId: luis().id });
  await town.clock.sleep((planned?.plan?.dueAt ?? 0) - town.clock.now() + 20 * 60_000);
  await bringJobsForward(town);
  await settled('suspended');
  await luis().clicks(card, 'Cancelar');
  await settled('suspended', 'active');
});

test('where Slack has no agent surface, it is asked once a day, and nothing else changes', async () => {
  await startWith();
  town.slack.fault({ method: 'agents.sessions.setStatus', kind: 'refused', error: 'feature_disabled' });
  await luisCalls('+14155550101');
  await said(/Lo pidió/);
  await luisCalls('+14155550104');
  await settled('processing feature_disabled');
  expect(closedLines()).toHaveLength(1);
  await town.clock.sleep(25 * 3_600_000);
  await luisCalls('+14155550105');
  await settled('processing feature_disabled', 'processing', 'active');
});

test('a channel without Kally says nothing of the workspace', async () => {
  await startWith();
  await luisCalls('+14155550101', town.slack.channels.dinner);
  await said(/Lo pidió/, town.slack.channels.dinner);
  await luisCalls('+14155550104');
  await said(/Lo pidió/);
  await settled('processing not_authorized', 'processing', 'active');
});

test('suggestions are in the person’s language, and lead to the form', async () => {
  await startWith();
  const { slack } = town;
  await luis().opensHome('messages');
  const direct = slack.channels.luisAndKally;
  const prompts = await slack.until(
    () => slack.stateFor(luis().id).channels.find(({ id }) => id === direct)?.prompts?.prompts,
  );
  for (const [index, { message }] of prompts.entries()) {
    await luis().types(direct, message);
    await slack.until(
      () => slack.messages(direct).filter(({ text }) => text.includes('¿Es esta la llamada')).length > index,
    );
  }
  const understood = slack.messages(direct).findLast(({ isBot }) => isBot);
  if (!understood) throw new Error('nothing was understood');
  await luis().clicks(understood, 'Revisar y llamar');
  await slack.until(() => slack.modal(luis().id)?.submit);
  expect(town.kallyai.rings()).toEqual({});
});
