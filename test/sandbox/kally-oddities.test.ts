import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Oddity, oddities } from '../../sandbox/kally/oddities.ts';
import { type KallySandbox, startKallySandbox } from '../../sandbox/kally/server.ts';
import { systemClock } from '../../src/domain/clock.ts';
import { type KallyRefusal, surelyNotDialled } from '../../src/kally/errors.ts';
import type { HttpMetrics } from '../../src/kally/http.ts';
import { clientOf, failureOf, someRequest } from '../support/kally-server.ts';

let kally: KallySandbox;
beforeAll(async () => {
  kally = await startKallySandbox({ api: 'mixed', speed: 500 });
});
afterAll(() => kally?.stop());
afterEach(async () => {
  await kally.setFault(null);
  kally.setListShape('whole');
});

const tokenOf = (account: 'ana' | 'luis') => {
  const { accessToken } = kally.signIn(account);
  return { current: async () => accessToken, renew: async () => accessToken };
};

function reader() {
  const leftOut: string[] = [];
  const metrics: HttpMetrics = {
    answered() {},
    repeated() {},
    waited() {},
    leftOut: (_, fields) => void leftOut.push(...fields),
  };
  const client = clientOf(kally.url, { clock: systemClock, metrics });
  const account = tokenOf('ana');
  const place = (phone: string) =>
    client.createCall({
      account,
      idempotencyKey: crypto.randomUUID(),
      request: { ...someRequest, businessName: 'Bikes', phone },
    });
  return { client, account, place, leftOut };
}

type Seen = { status?: string; durationSeconds?: unknown; createdAt?: unknown };
const readAs: [Oddity, Seen, string | undefined][] = [
  ['null-highlight', {}, 'highlights'],
  ['text-duration', { durationSeconds: undefined }, 'duration_seconds'],
  ['negative-duration', { durationSeconds: undefined }, 'duration_seconds'],
  ['huge-duration', { durationSeconds: undefined }, 'duration_seconds'],
  ['epoch-dates', { createdAt: expect.any(Number) }, undefined],
  ['empty-dates', { createdAt: undefined }, 'metadata.ended_at'],
  ['nul-status', {}, undefined],
  ['control-status', { status: 'unknown' }, 'status'],
  ['long-status', { status: 'unknown' }, 'status'],
  ['shouted-status', {}, undefined],
  ['spaced-status', {}, undefined],
  ['hyphened-status', {}, undefined],
  ['completed-status', {}, undefined],
  ['gzip', { durationSeconds: expect.any(Number) }, undefined],
];

test.each(readAs)('a call is read in spite of %s', async (oddity, seen, field) => {
  const { client, account, place, leftOut } = reader();
  await kally.setFault({ kind: 'odd', oddities: [oddity] });
  const placed = await place('+14155550100');
  const { submission, ...shown } = { durationSeconds: undefined, createdAt: undefined, ...placed };
  expect(shown).toMatchObject({ status: 'success', ...seen });
  expect(submission).toMatchObject({ phone: '+14155550100', task: someRequest.task });
  expect(leftOut.includes(field ?? '')).toBe(field !== undefined);
  const { calls } = await client.listCalls({ account, limit: 50 });
  expect(calls).toContainEqual(placed);
});

test('an unanswered call is recognised with a hyphen too', async () => {
  const { place } = reader();
  await kally.setFault({ kind: 'odd', oddities: ['hyphened-status'] });
  expect((await place('+14155550103')).status).toBe('no_answer');
});

test('rows of a list are read in spite of bad-rows', async () => {
  const { client, account, place, leftOut } = reader();
  const placed = await place('+14155550100');
  await kally.setFault({ kind: 'odd', oddities: ['bad-rows'] });
  const { calls, total } = await client.listCalls({ account, limit: 50 });
  expect(calls).toContainEqual(placed);
  expect(calls).toHaveLength(total ?? 0);
  expect(leftOut.sort()).toEqual(['items', 'items.call_id']);
});

describe('a transcript', () => {
  test.each<[Oddity, 'timed' | 'untimed']>([
    ['null-entries', 'timed'],
    ['newest-first', 'timed'],
    ['date-timestamps', 'untimed'],
    ['empty-timestamps', 'untimed'],
    ['negative-timestamps', 'untimed'],
    ['long-minutes', 'untimed'],
  ])('is read in spite of %s', async (oddity, times) => {
    const { client, account, place } = reader();
    const { id } = await place('+14155550100');
    const usual = await client.getTranscript({ account, id });
    await kally.setFault({ kind: 'odd', oddities: [oddity] });
    const lines = times === 'timed' ? usual : usual.map(({ atSeconds: _, ...line }) => line);
    expect(await client.getTranscript({ account, id })).toEqual(lines);
  });

  test('is read with several oddities at a time', async () => {
    const { client, account, place } = reader();
    const { id } = await place('+14155550100');
    const usual = await client.getTranscript({ account, id });
    await kally.setFault({
      kind: 'odd',
      oddities: ['date-timestamps', 'newest-first', 'null-entries', 'gzip'],
    });
    expect(await client.getTranscript({ account, id })).toEqual(
      usual.map(({ atSeconds: _, ...line }) => line),
    );
  });
});

test('a redirected create rings nowhere', async () => {
  const { place } = reader();
  await kally.setFault({ kind: 'odd', oddities: ['redirected-creates'] });
  const error = await failureOf(place('+14155550199'));
  expect(surelyNotDialled(error)).toBe(true);
  expect(kally.rings()['+14155550199']).toBeUndefined();
});

test('every oddity is tested here', () => {
  const looked = readAs.map(([oddity]) => oddity);
  const others: Oddity[] = [
    'bad-rows',
    'null-entries',
    'newest-first',
    'date-timestamps',
    'empty-timestamps',
    'negative-timestamps',
    'long-minutes',
    'redirected-creates',
  ];
  expect([...looked, ...others].sort()).toEqual([...oddities].sort());
});

test('days of Retry-After count for an hour', async () => {
  const { client } = reader();
  await kally.setFault({ kind: 'rate-limited', retryAfterSeconds: 999_999_999 });
  const error = await failureOf(client.getStatistics({ account: tokenOf('luis') }));
  expect((error as KallyRefusal).retryAfterSeconds).toBe(3600);
});

test.each(['brief', 'flat'] as const)('a list that is %s says number, business and times', async (shape) => {
  const { client, account, place } = reader();
  const { id, highlights, createdAt, endedAt } = await place('+14155550100');
  kally.setListShape(shape);
  const { calls } = await client.listCalls({ account, limit: 1 });
  expect(calls).toMatchObject([{ id, status: 'success', highlights, createdAt, endedAt }]);
  expect(calls[0]?.submission).toEqual({ phone: '+14155550100', businessName: 'Bikes' });
});

test('the mixture lists items, has entries, and says why in the details', async () => {
  const { account, place } = reader();
  const { id } = await place('+14155550100');
  const headers = { authorization: `Bearer ${await account.current()}` };
  const ask = (path: string) => fetch(`${kally.url}/v1/${path}`, { headers }).then((answer) => answer.json());
  expect(await ask('calls')).toMatchObject({ items: expect.any(Array) });
  const [first] = ((await ask(`calls/${id}/transcript`)) as { entries: object[] }).entries;
  expect(first).toMatchObject({ speaker: expect.any(String), content: expect.any(String) });
  expect(await ask('calls/none')).toMatchObject({
    error: { code: 'call_not_found', details: { message: expect.any(String) } },
  });
  expect(await ask('credits/balance')).toMatchObject({ credits_remaining: expect.any(Number) });
});
