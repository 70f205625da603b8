import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { PlaygroundStatus } from '../../sandbox/slack/page/playground-wire.ts';
import { makePlaygroundRoom, type PlaygroundRoom } from '../support/playground-room.ts';

let room: PlaygroundRoom;
const press = (path: string) => fetch(`${room.playground.url}/playground/${path}`, { method: 'POST' });
const task = 'ask whether they repair bikes';

async function statusNow(): Promise<PlaygroundStatus> {
  return (await (await fetch(`${room.playground.url}/playground/status`)).json()) as PlaygroundStatus;
}

describe('the drawer', () => {
  let stage: Awaited<ReturnType<PlaygroundRoom['open']>>;
  beforeAll(async () => {
    room = await makePlaygroundRoom();
    stage = await room.open({ fronts: ['mcp'] });
    await stage.connects('ana');
  });
  afterAll(() => room.cleanUp());

  const turn = (id: string, on: boolean) => press(`fault?id=${id}&on=${on}`);
  const faultsOn = async () => (await statusNow()).faults.filter(({ on }) => on).map(({ id }) => id);
  const completed = () => room.inDinner().filter(({ text }) => text.includes('Asked by')).length;

  test('tells who is connected, and shows no secret', async () => {
    const get = async (path: string) => await (await fetch(room.playground.url + path)).text();
    expect(JSON.parse(await get('/playground/people'))).toEqual([stage.slack.people.ana.id]);
    const traffic = (await get('/sandbox/traffic')) + (await get('/playground/traffic'));
    expect(traffic).toContain('[hidden]');
    for (const secret of [/sandbox-(access|refresh)-/, /xox[bp]-sandbox-\w{3}/, /\/actions\/T/])
      expect(traffic).not.toMatch(secret);
  });

  test('has a page on which a person is the assistant', async () => {
    const address = new URL('/assistant', room.playground.url);
    expect(await (await fetch(address)).text()).toContain('Be the assistant');
    const { id } = stage.slack.people.ana;
    const given = JSON.stringify({ phone: '+1 415 555 0101', task, client_key: 'a first wish' });
    const body = new URLSearchParams({ who: id, tool: 'prepare_call', given });
    const foreign = { origin: 'https://evil.example' };
    expect((await fetch(address, { method: 'POST', body, headers: foreign })).status).toBe(403);
    const answer = await (await fetch(address, { method: 'POST', body })).text();
    expect(answer).toContain('waiting_for_confirmation');
    const { anaAndKally } = stage.slack.channels;
    await stage.slack.until(() =>
      stage.slack.messages(anaAndKally).some(({ text }) => text.includes('Slackbot suggests this call')),
    );
  });

  test('breaks one thing on each side, and repairs everything with one press', async () => {
    await turn('kally-slow', true);
    await turn('kally-loses-answers', true);
    await turn('slack-limits', true);
    expect(await faultsOn()).toEqual(['kally-loses-answers', 'slack-limits']);
    await press('mend');
    expect(await faultsOn()).toEqual([]);
    expect((await turn('no-such', true)).status).toBe(404);
  });

  test('makes KallyAI slow: Slack is answered all the same', async () => {
    await turn('kally-slow', true);
    const askedAt = Date.now();
    await stage.types('ana', 'dinner', '/kally usage');
    expect(Date.now() - askedAt).toBeLessThan(3_000);
    await stage.slack.until(() => stage.whispers('ana').at(-1)?.text, { timeoutMs: 15_000 });
    expect(Date.now() - askedAt).toBeGreaterThan(4_900);
    await turn('kally-slow', false);
  });

  test('takes KallyAI down, and makes it lose its answers: no phone rings twice', async () => {
    room.playground.setSpeed(20);
    await turn('kally-down', true);
    await stage.calls('ana', 'dinner', `+1 415 555 0101 ${task}`);
    await stage.sees('dinner', 'cannot be reached');
    await press('mend');
    await stage.sees('dinner', 'Asked by');

    await turn('kally-loses-answers', true);
    await stage.calls('ana', 'dinner', `+1 415 555 0110 ${task}`);
    await stage.sees('dinner', 'Checking the call');
    await press('mend');
    await stage.slack.until(() => completed() === 2, { timeoutMs: 60_000 });
    expect(room.playground.kally.rings()).toEqual({ '+14155550101': 1, '+14155550110': 1 });
  });

  test.for([
    ['slack-limits', 'travel'],
    ['slack-down', 'reception'],
  ] as const)('%s: the card stands still, and catches up', async ([id, channel]) => {
    room.playground.setSpeed(1);
    await stage.calls('ana', channel, `+1 415 555 0101 ${task}`);
    const card = await stage.sees(channel, 'On the phone since');
    await turn(id, true);
    room.playground.setSpeed(60);
    await stage.slack.until(() => room.playground.kally.calls().every(({ over }) => over));
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(stage.slack.messages(card.channelId).at(-1)?.text).toBe(card.text);
    await press('mend');
    await stage.sees(channel, 'Asked by');
  });

  test('sets the clock forward, and not to where nothing is planned', async () => {
    for (const minutes of ['', '0', '-5', 'soon', '1e9', 'next'])
      expect((await press(`forward?minutes=${minutes}`)).status).toBe(400);
    expect(await (await press('forward?minutes=10')).json()).toMatchObject({ aheadMs: 600_000 });
    // What Slack sends still has a date that the app takes for now.
    await stage.types('ana', 'anaAndKally', '/kally planned');
    await stage.slack.until(() => stage.whispers('ana').at(-1)?.text.startsWith('Nothing is planned'));
  });

  test('time is set forward only when no job still counts by the old one', async () => {
    const database = new pg.Pool({ connectionString: room.playground.databaseUrl, max: 1 });
    onTestFinished(() => database.end());
    const become = async (was: string, state: string) => {
      const { rowCount } = await database.query(
        `update pgboss.job set state = $2 where data->>'errand' = 'plan' and state = $1 and start_after > now()`,
        [was, state],
      );
      return rowCount;
    };
    const planned = `call +44 20 7946 0321 tomorrow at 11am and ${task}`;
    await stage.calls('ana', 'travel', planned, { 'Name of the business': 'The Old Inn' });
    await expect.poll(() => become('created', 'active'), { timeout: 30_000 }).toBe(1);
    const { aheadMs } = await statusNow();
    const pressed = press('forward?minutes=10');
    await pause(300);
    expect((await statusNow()).aheadMs).toBe(aheadMs);
    await become('active', 'created');
    expect(await (await pressed).json()).toMatchObject({ aheadMs: aheadMs + 600_000 });
  });
});
