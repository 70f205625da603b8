import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createThrottle } from '../../src/slack/send/throttle.ts';
import { connect, connectBy, startTown, type Town } from '../support/app.ts';
import { createFastClock } from '../support/fast-clock.ts';
import { modalOf } from '../support/modal.ts';

let town: Town;
beforeEach(async () => {
  town = await startTown();
});
afterEach(() => town?.stop());

const shown = (userId: string) => JSON.stringify(town.slack.home(userId)?.blocks ?? '');
const showing = (userId: string, words: string) => town.slack.until(() => shown(userId).includes(words));

async function place(userId: string, text: string) {
  const { slack } = town;
  await slack.as(userId).types(slack.channels.general, `/kally ${text}`);
  await modalOf(town, userId);
  expect(await slack.as(userId).submits()).toMatchObject({ closed: true });
}

test('tells a stranger in three lines what this is, and connects them', async () => {
  const { slack } = town;
  const noor = slack.as(slack.people.noor.id);
  await noor.opensHome();
  await showing(noor.id, 'KallyAI, an AI phone assistant');
  expect(shown(noor.id)).not.toContain('Disconnect');
  // Assistants are served only where that is switched on.
  expect(shown(noor.id)).not.toContain('open_assistants');
  expect((await fetch(new URL('/mcp', town.publicUrl), { method: 'POST' })).status).toBe(404);
  await noor.clicks('home', 'Connect KallyAI');
  const { modal } = await modalOf(town, noor.id);
  expect(JSON.stringify(modal().blocks)).toContain('Connect it once');
  await connectBy(town, { blocks: modal().blocks, text: '' }, 'noor');
  await showing(noor.id, 'Disconnect KallyAI');
  await showing(noor.id, '0 of 10 left');
});

test('shows a call while it happens, and offers it again when it is over', async () => {
  await town.stop();
  town = await startTown({ kally: { speed: 0 } });
  const { slack } = town;
  const ana = slack.as(slack.people.ana.id);
  await connect(town, ana.id);
  await ana.opensHome();
  await showing(ana.id, 'You have made no calls yet.');
  await showing(ana.id, '165 of 210 left');
  await place(ana.id, '+1 415 555 0100 ask for the opening hours');
  await showing(ana.id, 'Under way');
  expect(shown(ana.id)).toContain('+1 415 555 0100');
  expect(shown(ana.id)).toContain('"Stop"');
  town.kallyai.setSpeed(1);
  await showing(ana.id, 'answered: ');
  expect(shown(ana.id)).not.toContain('Under way');

  await ana.clicks('home', 'Details');
  const details = await modalOf(town, ana.id);
  expect(JSON.stringify(details.modal().blocks)).toContain('Highlights');
  slack.reload(ana.id);
  await ana.clicks('home', 'Call again');
  expect((await modalOf(town, ana.id)).values()).toMatchObject({ task: 'Ask for the opening hours' });
});

test('does not wait for a slow KallyAI, and says if it is away', async () => {
  const { slack, kallyai } = town;
  const ana = slack.as(slack.people.ana.id);
  await connect(town, ana.id);
  await kallyai.setFault({ kind: 'slow', delayMs: 1_500 });
  await ana.opensHome();
  await showing(ana.id, 'Asking KallyAI');
  await showing(ana.id, '165 of 210 left');
  await kallyai.setFault({ kind: 'down' });
  await ana.clicks('home', 'Change preferences');
  await modalOf(town, ana.id);
  await ana.fills({ 'Your name': 'Ana Torres' });
  expect(await ana.submits()).toMatchObject({ closed: true });
  await showing(ana.id, 'Name: Ana Torres');
  await showing(ana.id, 'cannot be reached right now');
});

test('is each person’s own, in their language', async () => {
  const { slack } = town;
  const [ana, luis] = [slack.as(slack.people.ana.id), slack.as(slack.people.luis.id)];
  await connect(town, ana.id);
  await connect(town, luis.id, 'luis');
  await place(ana.id, '+1 415 555 0102 ask for the opening hours');
  await ana.opensHome();
  await luis.opensHome();
  await showing(ana.id, 'The line was busy');
  await showing(luis.id, 'Todavía no has hecho ninguna llamada.');
  expect(shown(luis.id)).not.toContain('opening hours');
  const callId = /"action_id":"show_details"[^}]*\},"value":"([0-9a-f-]{36})"/.exec(shown(ana.id))?.[1];
  const press = (actionId: string) =>
    slack.deliver({
      kind: 'interactive',
      name: 'block_actions',
      payload: {
        type: 'block_actions',
        user: { id: luis.id, team_id: slack.teamId },
        team: { id: slack.teamId },
        trigger_id: 'none',
        actions: [{ type: 'button', action_id: actionId, value: callId }],
      },
    });
  for (const actionId of ['show_details', 'call_again', 'stop_call']) await press(actionId);
  const opened = () =>
    slack.calls('views.open').filter(({ request }) => JSON.stringify(request).includes('"none"'));
  await slack.until(() => opened().length === 2);
  const views = JSON.stringify(opened().map(({ request }) => request));
  expect(views).toContain('Eso solo lo puede hacer quien pidió la llamada.');
  expect(views).not.toContain('opening hours');
  await slack.until(() =>
    slack.messages(slack.channels.luisAndKally).some(({ text }) => text.includes('Eso solo lo puede hacer')),
  );
});

test('forgets the account when the person disconnects it there', async () => {
  const { slack } = town;
  const ana = slack.as(slack.people.ana.id);
  await connect(town, ana.id);
  await ana.opensHome();
  await showing(ana.id, 'Disconnect KallyAI');
  await ana.clicks('home', 'Disconnect KallyAI');
  await showing(ana.id, 'Connect KallyAI');
  expect(slack.messages(slack.channels.anaAndKally).at(-1)?.text).toContain('is disconnected');
});

test('nobody’s tab is shown for a call when they have not opened it', async () => {
  const { slack } = town;
  await connect(town, slack.people.ana.id);
  await place(slack.people.ana.id, '+1 415 555 0102 ask for the opening hours');
  await slack.until(() =>
    slack.messages(slack.channels.general).some(({ text }) => text.includes('The line was busy')),
  );
  expect(slack.calls('views.publish').length).toBeLessThanOrEqual(1);
});

describe('a throttle', () => {
  test('acts at once, and once more after the pause if asked meanwhile', async () => {
    const throttle = createThrottle(createFastClock(1_000), 3_000);
    const done: string[] = [];
    const ask = (key: string) => throttle.ask(key, async () => void done.push(key));
    for (let times = 0; times < 10; times++) ask('ana');
    ask('luis');
    expect(done).toEqual(['ana', 'luis']);
    await expect.poll(() => done).toEqual(['ana', 'luis', 'ana']);
    ask('ana');
    await expect.poll(() => done.length).toBe(4);
    await throttle.stop();
    const before = done.length;
    ask('luis');
    await throttle.stop();
    expect(done.length).toBe(before);
  });
});
