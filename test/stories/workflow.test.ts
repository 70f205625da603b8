import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { WireRun } from '../../sandbox/slack/wire.ts';
import { connect, startTown, type Town } from '../support/app.ts';
import { modalOf, sends } from '../support/modal.ts';
import { bringJobsForward } from '../support/set-clock.ts';

let town: Town;
const ana = () => town.slack.as(town.slack.people.ana.id);
const luis = () => town.slack.as(town.slack.people.luis.id);
let numbers = 3_000;
const number = () => `+1 415 555 ${numbers++}`;
const ringsOf = (phone: string) => town.kallyai.rings()[phone.replaceAll(' ', '')] ?? 0;

async function start(end: 'asked' | 'outcome') {
  town = await startTown({
    fronts: ['workflow'],
    env: { SLACK_WORKFLOW: end },
    endsStepsLate: end === 'outcome',
  });
  await connect(town, ana().id);
}

/** Luis has a workflow that asks Ana, unless the values say otherwise. */
async function runs(inputs: Record<string, string>): Promise<() => WireRun> {
  await luis().runsStep('prepare_phone_call', {
    task: 'Ask whether they repair bikes',
    person: ana().id,
    ...inputs,
  });
  const [newest] = town.slack.runs();
  return () => town.slack.runs().find(({ id }) => id === newest?.id) as WireRun;
}

const tomorrow = () => new Date(town.clock.now() + 36 * 3_600_000).toISOString().slice(0, 10);
const over = (run: () => WireRun) => town.slack.until(() => (run().status === 'running' ? undefined : run()));
const proposed = (words: string) =>
  town.slack.until(() =>
    town.slack
      .messages(town.slack.channels.anaAndKally)
      .find(({ text, isBot }) => isBot && text.startsWith('A workflow suggests') && text.includes(words)),
  );

async function confirms(phone: string) {
  await ana().clicks(await proposed(phone), 'Review and call');
  const form = await modalOf(town, ana().id);
  const values = form.values();
  expect(await sends(ana())).toMatchObject({ closed: true });
  return values;
}

describe('a step that is over when its person was asked', () => {
  beforeAll(() => start('asked'));
  afterAll(() => town?.stop());
  beforeEach(() => town.slack.reload(ana().id));

  test('asks its person, who calls by their own form; the step never dials', async () => {
    const phone = number();
    const details = 'for 4 on the 3rd of May 2027 at 8 pm';
    const task = 'Reserve a table, near the window';
    const run = await runs({
      phone,
      task,
      category: 'Restaurant',
      details,
      channel: town.slack.channels.dinner,
    });
    expect(await over(run)).toMatchObject({
      status: 'completed',
      outputs: { verdict: 'asked', card_link: expect.stringContaining('http') },
    });
    expect(run().outputs?.headline).toMatch(/asked them to confirm the call to \+1 •.*\d{3}\.$/);
    expect(ringsOf(phone)).toBe(0);
    expect(await confirms(phone)).toMatchObject({
      category: 'restaurant',
      partySize: '4',
      date: '2027-05-03',
      time: '20:00',
      place: 'here',
    });
    await town.slack.until(() => ringsOf(phone) === 1);
    await town.slack.until(() =>
      town.slack.messages(town.slack.channels.dinner).find(({ text }) => /Asked by Ana/.test(text)),
    );
    expect(run().outputs?.verdict).toBe('asked');
  });

  test('the same run, delivered again and again, asks once', async () => {
    const phone = number();
    town.slack.fault({ method: 'functions.completeSuccess', kind: 'lost', times: 1 });
    const run = await runs({ phone });
    const delivered = town.slack.traffic
      .entries()
      .findLast(({ name, kind }) => kind === 'delivery' && name === 'function_executed');
    await Promise.all(
      [1, 2, 3].map(() =>
        town.slack.deliver({
          kind: 'events_api',
          name: 'function_executed',
          payload: delivered?.request as Record<string, unknown>,
        }),
      ),
    );
    await bringJobsForward(town);
    expect(await over(run)).toMatchObject({ status: 'completed' });
    const asked = town.slack
      .messages(town.slack.channels.anaAndKally)
      .filter(({ text }) => text.includes(phone));
    expect(asked).toHaveLength(1);
  });

  test.each([
    ['an emergency number', { phone: '112' }, 'emergency'],
    ['a task of a word', { phone: '+1 415 555 0100', task: 'Ask' }, 'at least 10 characters'],
    ['somebody who is not there', { phone: '+1 415 555 0100', person: 'U0NOBODY00' }, 'takes no message'],
    ['nobody', { phone: '+1 415 555 0100', person: 'somebody' }, 'Choose a person'],
    [
      'a channel without Kally',
      { phone: '+1 415 555 0100', channel: 'C0BOARD001' },
      'Kally does not suggest this call',
    ],
    ['a novel', { phone: '+1 415 555 0100', details: 'x'.repeat(3_000) }, 'cannot be read'],
  ])('what cannot be suggested fails the step with a sentence: %s', async (_, inputs, sentence) => {
    const run = await runs(inputs);
    expect(await over(run)).toMatchObject({ status: 'failed', error: expect.stringContaining(sentence) });
    expect(town.kallyai.rings()['+14155550100']).toBeUndefined();
  });

  test('a workflow that runs in circles asks nobody without end', async () => {
    const all = [];
    for (let count = 0; count < 12; count++) all.push(await runs({ phone: number() }));
    const last = await over(all.at(-1) ?? (() => ({}) as WireRun));
    expect(last).toMatchObject({ status: 'failed', error: expect.stringContaining('many calls already') });
  });
});

describe('a step that is over with its call', () => {
  beforeAll(() => start('outcome'));
  afterAll(() => town?.stop());
  beforeEach(() => town.slack.reload(ana().id));

  test('brings the result, also hours later and over a restart', async () => {
    const phone = '+1 415 555 0101';
    const run = await runs({ phone, business: 'Bike Bros', channel: town.slack.channels.dinner });
    await proposed(phone);
    await town.restart();
    await town.clock.sleep(3 * 3_600_000);
    expect(run().status).toBe('running');
    town.slack.fault({ method: 'functions.completeSuccess', kind: '500', times: 1 });
    await confirms(phone);
    const { outputs } = await over(run);
    expect(outputs).toMatchObject({
      verdict: expect.stringMatching(/^(arranged|answered)$/),
      headline: expect.stringMatching(/\w/),
      card_link: expect.stringContaining('http'),
      call_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  test('a process that ends before it asked, or before it said how the call ended, leaves nothing undone or done twice', async () => {
    const phone = number();
    const ended = () => town.slack.calls('functions.completeSuccess').length;
    const before = ended();
    // The proposal is written, and Slack did not take the question.
    town.slack.fault({ method: 'chat.postMessage', kind: 'refused', error: 'internal_error' });
    const run = await runs({ phone });
    await expect.poll(() => town.logged.some((line) => line.includes('could not be shown yet'))).toBe(true);
    await town.restart();
    await bringJobsForward(town);
    await proposed(phone);
    await bringJobsForward(town);
    const asked = town.slack
      .messages(town.slack.channels.anaAndKally)
      .filter(({ text, isBot }) => isBot && text.includes(phone));
    expect(asked).toHaveLength(1);
    // The call is over; the step is not, and then it is and Kally does not know.
    town.slack.fault({ method: 'functions.completeSuccess', kind: 'refused', error: 'internal_error' });
    town.slack.fault({ method: 'functions.completeSuccess', kind: 'lost' });
    await confirms(phone);
    await town.slack.until(() => ended() > before);
    await town.restart();
    expect(await over(run)).toMatchObject({
      status: 'completed',
      outputs: { verdict: expect.any(String) },
    });
    await bringJobsForward(town);
    expect(ringsOf(phone)).toBe(1);
    const [proposal] = await town.store.proposals.unanswered({
      workspaceId: town.slack.teamId,
      userId: ana().id,
    });
    expect(proposal).toBeUndefined();
  });

  test('a result for one person alone passes on no more than a word', async () => {
    const phone = '+1 415 555 0106';
    const run = await runs({ phone });
    await confirms(phone);
    expect((await over(run)).outputs).toMatchObject({ facts: '', verdict: expect.any(String) });
    expect(JSON.stringify(run())).not.toMatch(/“|quote/);
  });

  test('discarded, and expired, fail it with a sentence', async () => {
    const [first, second] = [number(), number()];
    const discarded = await runs({ phone: first });
    await ana().clicks(await proposed(first), 'Discard');
    expect(await over(discarded)).toMatchObject({
      status: 'failed',
      error: expect.stringContaining('discarded'),
    });
    const expired = await runs({ phone: second });
    await proposed(second);
    await town.clock.sleep(25 * 3_600_000);
    await bringJobsForward(town);
    expect(await over(expired)).toMatchObject({
      status: 'failed',
      error: expect.stringContaining('within a day'),
    });
  });

  test('a call that KallyAI refuses fails it, and so does one that is taken back', async () => {
    const refused = '+1 415 555 0143';
    const run = await runs({ phone: refused });
    await confirms(refused);
    expect(await over(run)).toMatchObject({
      status: 'failed',
      error: expect.stringContaining('was not made'),
    });
    const later = number();
    const planned = await runs({ phone: later });
    await ana().clicks(await proposed(later), 'Review and call');
    await modalOf(town, ana().id);
    await ana().fills({ when: 'at' });
    await town.slack.until(() => JSON.stringify(town.slack.modal(ana().id)?.blocks).includes('callDate'));
    await ana().fills({ callDate: tomorrow(), callTime: '11:00' });
    expect(await sends(ana())).toMatchObject({ closed: true });
    const card = await town.slack.until(() =>
      town.slack
        .messages(town.slack.channels.anaAndKally)
        .find(({ text }) => text.includes(later) && text.includes('Kally calls on')),
    );
    await ana().clicks(card, 'Cancel');
    expect(await over(planned)).toMatchObject({
      status: 'failed',
      error: expect.stringContaining('taken back'),
    });
  });

  test('a line that is busy is waited for until the last try', async () => {
    const phone = '+1 415 555 0167';
    const run = await runs({ phone, channel: town.slack.channels.dinner });
    await ana().clicks(await proposed(phone), 'Review and call');
    await modalOf(town, ana().id);
    await ana().fills({ ifNobody: 'retry' });
    expect(await sends(ana())).toMatchObject({ closed: true });
    await town.slack.until(() =>
      town.slack
        .messages(town.slack.channels.dinner)
        .find(({ text }) => text.includes('Kally tries again on')),
    );
    expect(run().status).toBe('running');
    await town.clock.sleep(15 * 60_000);
    await bringJobsForward(town);
    expect(await over(run)).toMatchObject({ status: 'completed', outputs: { call_id: expect.any(String) } });
    expect(ringsOf(phone)).toBe(2);
  });

  test('whoever is forgotten leaves no workflow waiting', async () => {
    const phone = number();
    const run = await runs({ phone });
    await proposed(phone);
    await ana().types(town.slack.channels.dinner, '/kally forget');
    const question = await town.slack.until(() => town.slack.ephemerals(ana().id).at(-1));
    await ana().clicks(question, { actionId: 'forget_me' });
    expect(await over(run)).toMatchObject({
      status: 'failed',
      error: expect.stringContaining('not kept any more'),
    });
  });
});
