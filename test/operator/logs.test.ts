import { afterEach, expect, test } from 'vitest';
import { connect, startTown, type Town } from '../support/app.ts';

let town: Town | undefined;
afterEach(async () => {
  await town?.stop();
  town = undefined;
});

type Line = { level: string; msg: string; callId?: string; kallyCallId?: string } & Record<string, unknown>;
const lines = ({ logged }: Town) => logged.map((line) => JSON.parse(line) as Line);

async function confirm({ slack }: Town, phone: string) {
  const ana = slack.as(slack.people.ana.id);
  await ana.types(slack.channels.dinner, `/kally ${phone} ask for the opening hours`);
  await slack.until(() => slack.modal(slack.people.ana.id)?.callbackId === 'call_form');
  await ana.submits();
}

test('one id leads through a call’s whole life, from its confirmation through two processes to its transcript', async () => {
  town = await startTown({ kally: { speed: 10 } });
  const { slack, kallyai } = town;
  await connect(town, slack.people.ana.id);
  await confirm(town, '+1 415 555 0101');
  await slack.until(() => kallyai.rings()['+14155550101']);
  await town.restart();
  await slack.until(() => slack.messages(slack.channels.dinner)[0]?.replies.length === 1);
  const all = () => lines(town as Town);
  await slack.until(() => all().some(({ msg }) => msg === 'run is done'));

  const callId = all().find(({ msg }) => msg === 'call confirmed')?.callId;
  expect(callId).toMatch(/^[0-9a-f-]{36}$/);
  const life = all().filter((line) => line.callId === callId);
  const told = life.map(({ msg, part, stage }) => [msg, part ?? stage].filter(Boolean).join(' '));
  expect(told).toEqual(
    expect.arrayContaining([
      'call confirmed',
      'run begins queued',
      'said in Slack card',
      'the call leaves for KallyAI',
      'call moved on ended',
      'said in Slack transcript-1',
      'run is done ended',
    ]),
  );
  // Once by each of the two processes.
  expect(told.filter((it) => it.startsWith('run begins'))).toHaveLength(2);
  expect(told.filter((it) => it === 'the call leaves for KallyAI')).toHaveLength(1);
  // By which it is found at KallyAI.
  const { kallyCallId } = life.findLast(({ msg }) => msg === 'call moved on') ?? {};
  expect(kallyCallId).toBe(kallyai.calls()[0]?.id);
  // Whatever speaks of a call says which, but for what the whole engine does.
  const about = all().filter(({ msg }) => /^(call|run|said|the call|KallyAI)\b/.test(msg));
  expect(about.filter((line) => line.callId !== callId)).toEqual([]);
});

test('the same id finds a request to stop', async () => {
  town = await startTown({ kally: { speed: 1 } });
  const { slack, kallyai } = town;
  await connect(town, slack.people.ana.id);
  await confirm(town, '+1 415 555 0101');
  await slack.until(() => kallyai.rings()['+14155550101']);
  const card = await slack.until(() => slack.messages(slack.channels.dinner)[0]);
  await slack.as(slack.people.ana.id).clicks({ channelId: slack.channels.dinner, ts: card.ts }, 'Stop');
  const wish = await slack.until(() =>
    lines(town as Town).find(({ msg }) => msg === 'KallyAI was asked to stop the call'),
  );
  expect(wish.callId).toBe(lines(town).find(({ msg }) => msg === 'call confirmed')?.callId);
  expect(wish).toMatchObject({ level: 'info', result: 'stopped' });
});
