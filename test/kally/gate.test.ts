import { describe, expect, test } from 'vitest';
import { KallyUnreachable } from '../../src/kally/errors.ts';
import { createTurns } from '../../src/kally/turns.ts';
import {
  accountWith,
  clientOf,
  failureOf,
  hurriedClock,
  json,
  serve,
  someCall,
} from '../support/kally-server.ts';

const id = 'call_1';
const ok = json(200, { ...someCall, calls: [] });
const away = json(503, {});

describe('turns', () => {
  test('are limited per account and in all, and a busy account delays no other', async () => {
    const turns = createTurns({ each: 2, all: 3 });
    const went: string[] = [];
    const enter = (account: string) =>
      turns.enter(account).then((leave) => {
        went.push(account);
        return leave;
      });
    const crowd = Array.from({ length: 6 }, () => enter('a'));
    const others = [enter('b'), enter('b'), enter('c')];
    const [first, second] = await Promise.all([crowd[0], crowd[1], others[0]]);
    expect(went).toEqual(['a', 'a', 'b']);
    first?.();
    first?.();
    second?.();
    await crowd[2];
    await others[1];
    expect(went).toHaveLength(5);
    expect(went.filter((account) => account === 'a')).toHaveLength(3);
  });

  test('are not kept for callers that gave up', async () => {
    const turns = createTurns({ each: 1, all: 1 });
    const leave = await turns.enter('a');
    const giveUp = new AbortController();
    const waiting = turns.enter('b', giveUp.signal);
    const behind = turns.enter('c');
    giveUp.abort(new Error('gone'));
    expect(await failureOf(waiting)).toEqual(new Error('gone'));
    leave();
    expect(await behind).toBeTypeOf('function');
  });
});

describe('a KallyAI that does not answer', () => {
  test('gets only a trial every few seconds, and normal requests once it answers', async () => {
    const clock = hurriedClock();
    let isAway = true;
    const { url, received } = await serve((...asked) => (isAway ? away : ok)(...asked));
    const client = clientOf(url, { clock });
    const ask = () => client.getCall({ account: accountWith('t'), id });
    while (client.breakerState() === 'closed') await failureOf(ask());
    expect(received).toHaveLength(10);

    for (let times = 0; times < 100; times++) expect(await failureOf(ask())).toBeInstanceOf(KallyUnreachable);
    expect(received).toHaveLength(10);
    await clock.sleep(5_000);
    expect(client.breakerState()).toBe('half-open');
    await Promise.allSettled([ask(), ask(), ask()]);
    expect(received).toHaveLength(11);

    isAway = false;
    await clock.sleep(5_000);
    await ask();
    expect(client.breakerState()).toBe('closed');
  });

  test('first gets a request that makes no phone ring', async () => {
    const clock = hurriedClock();
    const { url, received } = await serve(away);
    const client = clientOf(url, { clock });
    const account = accountWith('t');
    while (client.breakerState() === 'closed') await failureOf(client.getCall({ account, id }));
    expect(await failureOf(client.enter({ account }))).toMatchObject({ mayHaveArrived: false });
    await clock.sleep(5_000);
    await failureOf(client.enter({ account }));
    expect(received.at(-1)).toMatchObject({ method: 'GET', path: '/v1/calls?limit=1' });
  });
});

test('an account that was asked to wait sends nothing until then; others do', async () => {
  const clock = hurriedClock();
  const { url, received } = await serve((response, asked, nth) =>
    (nth === 1 ? json(429, { error: { code: 'rate_limited' } }, { 'retry-after': '60' }) : ok)(
      response,
      asked,
      nth,
    ),
  );
  const client = clientOf(url, { clock });
  const [ana, luis] = [accountWith('a'), accountWith('l')];
  await failureOf(client.getCall({ account: ana, id }));
  expect(await failureOf(client.getCall({ account: ana, id }))).toMatchObject({
    code: 'rate_limited',
    status: 429,
  });
  expect(await failureOf(client.enter({ account: ana }))).toMatchObject({ code: 'rate_limited' });
  expect(received).toHaveLength(1);
  await client.getCall({ account: luis, id });
  await clock.sleep(60_000);
  await client.getCall({ account: ana, id });
  expect(received).toHaveLength(3);
});

test('an account has a limited number of creates out at once', async () => {
  const client = clientOf('http://127.0.0.1:9');
  const account = accountWith('t');
  const leaves = await Promise.all(Array.from({ length: 10 }, () => client.enter({ account })));
  let isIn = false;
  const eleventh = client.enter({ account }).then(() => {
    isIn = true;
  });
  await client.enter({ account: accountWith('other') });
  expect(isIn).toBe(false);
  leaves[0]?.();
  await eleventh;
});
