import { randomBytes, randomUUID } from 'node:crypto';
import { PgBoss } from 'pg-boss';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type KallySandbox, startKallySandbox } from '../../sandbox/kally/server.ts';
import { type Announcer, CannotBeSaid } from '../../src/calls/announcer.ts';
import { createRunCall } from '../../src/calls/run-call.ts';
import { type Call, type Delay, isOver, type TranscriptLine } from '../../src/domain/call.ts';
import type { CallRequest } from '../../src/domain/call-request.ts';
import { NotConnected } from '../../src/domain/not-connected.ts';
import type { Lease } from '../../src/jobs/leases.ts';
import { createQueue, type Queue } from '../../src/jobs/queue.ts';
import { createWorker, type JobHandler } from '../../src/jobs/worker.ts';
import { createKallyClient, type KallyClient } from '../../src/kally/client.ts';
import { createStore, type Store } from '../../src/store/store.ts';
import { createTestDatabase } from '../support/database.ts';
import { createFastClock } from '../support/fast-clock.ts';
import { allHours, openRules } from '../support/open-rules.ts';
import { request as sample } from '../support/samples.ts';

const log = pino({ level: 'silent' });
const ana = { workspaceId: 'T1', userId: 'U1' };

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let store: Store;
let kallyai: KallySandbox;
const stops: (() => Promise<void>)[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  const keys = [{ id: 'a', key: randomBytes(32) }];
  store = createStore({ databaseUrl: database.url, keys, onError: () => {} });
});

afterAll(async () => {
  await store.close();
  await database.drop();
});

beforeEach(async () => {
  kallyai = await startKallySandbox({ speed: 50 });
});

afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
  await kallyai.stop();
});

/** What people were told, in order. */
type Told = { call: Call; delay?: Delay; result?: true; transcript?: TranscriptLine[] | string };

/** One replica: an engine with all it needs; it differs from the app in that what it says is only written down. */
async function startReplica({ speed = 50, connected = true, refusesEnds = false } = {}) {
  const clock = createFastClock(speed);
  const kally: KallyClient = createKallyClient({ baseUrl: kallyai.url, clock });
  const grant = kallyai.signIn('ana');
  const told: Told[] = [];
  const announcer: Announcer = {
    card: async (call, { delay } = {}) => {
      if (refusesEnds && call.stage === 'ended') throw new CannotBeSaid();
      told.push({ call, ...(delay && { delay }) });
    },
    refresh: async () => {},
    result: async (call) => {
      if (refusesEnds) throw new CannotBeSaid();
      told.push({ call, result: true });
    },
    transcript: async (call, transcript) => void told.push({ call, transcript }),
    moved: async () => {},
    askAgain: async () => {},
    askApproval: async () => {},
    approvalDecided: async () => {},
    remind: async () => {},
    stoppedBy: async () => {},
    proposal: async () => {},
    proposer: async () => true,
    digest: async (_, { until }) => until,
    forgotten: async () => {},
  };
  const run = createRunCall({
    tryOn: async () => {},
    afterChange: async () => {},
    shareBusiness: async () => {},
    answerProposer: async () => {},
    store,
    kally,
    clock,
    log,
    accountOf: () => ({
      async current() {
        if (!connected) throw new NotConnected(ana);
        return grant.accessToken;
      },
      renew: async () => grant.accessToken,
    }),
    announcer,
    rules: openRules,
    hours: allHours,
    queue: createQueue({ databaseUrl: database.url, log }),
  });
  const worker = await startWorker(run);
  const stop = async () => {
    await worker.stop();
    await kally.close();
  };
  stops.push(stop);
  return { ...worker, told, clock, stop };
}

/** The queue of one process, and the worker that runs its jobs. */
async function startWorker(call: JobHandler) {
  const queue = createQueue({ databaseUrl: database.url, log });
  const handlers = {
    call,
    plan: async () => {},
    approval: async () => {},
    stop: async () => {},
    proposal: async () => {},
    remind: async () => {},
  };
  const worker = createWorker({
    queue,
    handlers,
    nightly: async () => {},
    digests: async () => {},
    keepUp: store.ping,
    log,
  });
  await worker.start();
  const stop = async () => {
    await worker.handOver();
    await worker.stop();
  };
  return { queue, worker, stop };
}

/** Tells the tasks of calls apart. Random digits and letters may look like a bank account's number. */
let asked = 0;

async function confirm(
  queue: Pick<Queue, 'enqueue' | 'wakeUp'>,
  phone: string,
  more: Partial<CallRequest> = {},
) {
  const request = { ...sample, phone, task: `${sample.task} (${asked++})`, ...more };
  const call = { id: randomUUID(), requester: ana, request, channelId: 'C1', confirmedAt: Date.now() };
  await store.calls.confirm(call, randomUUID(), (tx) => queue.enqueue(call.id, 'call', tx));
  queue.wakeUp();
  return call.id;
}

/** Lets time go fast once the call has left the queue: before that, minutes would pass while a busy machine gets to send it. */
async function confirmAndHurry({ queue, clock }: Awaited<ReturnType<typeof startReplica>>, phone: string) {
  const id = await confirm(queue, phone);
  await until(
    async () => !['queued', 'placing'].includes((await store.calls.find(id))?.stage ?? '') || undefined,
  );
  clock.goAt(1000);
  return id;
}

async function until<T>(find: () => Promise<T | undefined> | T | undefined, seconds = 40): Promise<T> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; ) {
    const found = await find();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('it did not come to pass');
}

const over = (id: string) =>
  until(async () => {
    const call = await store.calls.find(id);
    return call && isOver(call.stage) ? call : undefined;
  });

const stagesOf = (told: Told[]) =>
  told
    .filter(({ result, transcript }) => !result && !transcript)
    .map(({ call, delay }) => (delay ? `${call.stage}+${delay}` : call.stage))
    .filter((stage, index, all) => stage !== all[index - 1]);

describe('a call that is made', () => {
  test('is told from the card to the transcript, when the create answers at the end', async () => {
    const { queue, told } = await startReplica();
    const call = await over(await confirm(queue, '+14155550100'));
    expect(call).toMatchObject({ stage: 'ended', status: 'success' });
    const { transcript } = await until(() => told.find((said) => said.transcript));
    expect(transcript?.length).toBeGreaterThan(5);
    expect(told.at(-1)?.call.outcome?.highlights.length).toBeGreaterThan(0);
    expect(stagesOf(told)).toEqual(['queued', 'placing', 'calling', 'ended']);
    expect(kallyai.rings()).toEqual({ '+14155550100': 1 });
  });

  test('is told once, as far as possible, if Slack takes a part of its end nowhere', async () => {
    const { queue, worker, told } = await startReplica({ refusesEnds: true });
    await confirm(queue, '+14155550100');
    const transcripts = () => told.filter(({ transcript }) => transcript);
    await until(() => transcripts()[0]);
    await until(() => worker.inFlight() === 0 || undefined);
    expect(await queue.backlog()).toMatchObject({ waiting: 0 });
    expect(transcripts()).toHaveLength(1);
    expect(stagesOf(told)).not.toContain('ended');
  });

  test.for([
    ['+14155550101', 'success', 1],
    ['+14155550102', 'busy', 1],
    ['+14155550103', 'no_answer', 1],
    ['+14155550104', 'voicemail', 1],
    ['+14155550105', 'failed', 1],
    ['+14155550106', 'terminated', 1],
    ['+14155550107', 'cancelled', 0],
    ['+14155550119', 'success', 1],
    ['+14155550125', 'success', 1],
    ['+14155550126', 'success', 1],
  ] as const)('%s ends as %s', async ([phone, status, rings]) => {
    const { queue } = await startReplica();
    expect(await over(await confirm(queue, phone))).toMatchObject({ stage: 'ended', status });
    expect(kallyai.rings()[phone] ?? 0).toBe(rings);
  });

  test('has no transcript if KallyAI never gives one, and says so', async () => {
    const replica = await startReplica();
    await over(await confirmAndHurry(replica, '+14155550121'));
    expect((await until(() => replica.told.find(({ transcript }) => transcript))).transcript).toBe('none');
  });
});

describe('a call whose answer is lost', () => {
  test.for(['+14155550111', '+14155550112', '+14155550114', '+14155550115', '+14155550116'])(
    '%s is found in the list and never dialled again',
    async (phone) => {
      const { queue, told } = await startReplica();
      const call = await over(await confirm(queue, phone));
      expect(call).toMatchObject({ stage: 'ended', status: 'success' });
      expect(stagesOf(told)).toContain('checking');
      expect(kallyai.rings()[phone]).toBe(1);
    },
  );

  test.for(['+14155550113', '+14155550117', '+14155550118'])(
    '%s, which is never found, ends by saying so',
    async (phone) => {
      const replica = await startReplica();
      expect((await over(await confirmAndHurry(replica, phone))).stage).toBe('unknown');
      expect(kallyai.rings()[phone]).toBeUndefined();
    },
  );

  test('two calls for the same thing find one each', async () => {
    const { queue } = await startReplica();
    const same = { task: 'Ask whether they repair old bikes' };
    const ids = [await confirm(queue, '+14155550111', same), await confirm(queue, '+14155550111', same)];
    const calls = await Promise.all(ids.map(over));
    expect(calls.map(({ stage }) => stage)).toEqual(['ended', 'ended']);
    expect(new Set(calls.map(({ kallyCallId }) => kallyCallId)).size).toBe(2);
    expect(kallyai.rings()['+14155550111']).toBe(2);
  });
});

describe('a call that is not made', () => {
  test('goes to a number that the rules no longer allow when it would be dialled', async () => {
    const { queue } = await startReplica();
    const call = await over(await confirm(queue, '+19005550123'));
    expect(call).toMatchObject({ stage: 'refused', refusal: { code: 'toll_number' } });
    expect(kallyai.rings()).toEqual({});
  });

  test.for([
    ['+14155550130', 'quota_exceeded'],
    ['+14155550149', 'quota_exceeded'],
    ['+14155550135', 'emergency_number'],
    ['+14155550141', 'country_restriction'],
    ['+14155550145', 'missing_token'],
    ['+14155550147', 'forbidden'],
  ])('%s is refused with %s', async ([phone, code]) => {
    const { queue } = await startReplica();
    const call = await over(await confirm(queue, phone ?? ''));
    expect(call).toMatchObject({ stage: 'refused', refusal: { code } });
    expect(kallyai.rings()).toEqual({});
  });

  test('is refused if the account is no longer connected', async () => {
    const { queue } = await startReplica({ connected: false });
    const call = await over(await confirm(queue, '+14155550100'));
    expect(call.refusal).toEqual({ code: 'not_connected' });
  });

  test('waits for KallyAI, and is placed when it is back', async () => {
    await kallyai.setFault({ kind: 'down' });
    const { queue, told } = await startReplica();
    const id = await confirm(queue, '+14155550101');
    await until(() => told.some(({ delay }) => delay === 'kally_away'));
    await kallyai.setFault(null);
    expect((await over(id)).status).toBe('success');
    expect(kallyai.rings()['+14155550101']).toBe(1);
  });

  test('is given up, with nothing dialled, when KallyAI does not come back in time', async () => {
    await kallyai.setFault({ kind: 'down' });
    const { queue } = await startReplica({ speed: 1000 });
    expect((await over(await confirm(queue, '+14155550100'))).refusal).toEqual({
      code: 'not_placed_in_time',
    });
  });
});

describe('a call that does not come to its end', () => {
  test.for(['+14155550108', '+14155550128', '+14155550152'])(
    '%s is told as unknown after a while',
    async (phone) => {
      const replica = await startReplica();
      expect((await over(await confirmAndHurry(replica, phone))).stage).toBe('unknown');
      // Nobody is on the phone with a call that waits to be dialled.
      const isLong = phone !== '+14155550152';
      expect(replica.told.some(({ delay }) => delay === 'unusually_long')).toBe(isLong);
    },
  );

  test('is waited for until its time if it was rescheduled, even if KallyAI only says queued', async () => {
    await kallyai.stop();
    kallyai = await startKallySandbox({ speed: 5 });
    const { queue, clock } = await startReplica();
    const id = await confirm(queue, '+14155550129');
    const queued = await until(async () => {
      const call = await store.calls.find(id);
      return call?.status === 'queued' ? call : undefined;
    });
    await store.calls.reschedule(queued, { date: '2099-05-04', time: '10:00' });
    clock.goAt(10_000);
    const afterMs = clock.now() + 4 * 60 * 60_000;
    await until(() => clock.now() > afterMs);
    expect(await store.calls.find(id)).toMatchObject({ stage: 'calling', status: 'queued' });
  });
});

test('a waiting message of an old run is dropped if another run took over, and sent if it was the last', async () => {
  const leases: Lease[] = [];
  const isOver = Promise.withResolvers<void>();
  const { queue, worker, stop } = await startWorker(async (lease) => {
    if (leases.push(lease) === 1) throw new Error('Slack did not take it');
    isOver.resolve();
  });
  stops.push(stop);
  await confirm(queue, '+14155550100');
  await isOver.promise;
  await until(() => worker.inFlight() === 0 || undefined);
  await expect(leases[0]?.assertHeld()).rejects.toThrow('another run');
  await expect(leases[1]?.assertHeld()).resolves.toBeUndefined();
});

test('of many calls that end at once, some only after a failure, all come to their end', async () => {
  const tries = new Map<string, number>();
  const allConfirmed = Promise.withResolvers<void>();
  const { queue, worker, stop } = await startWorker(async ({ callId }) => {
    await allConfirmed.promise;
    const times = (tries.get(callId) ?? 0) + 1;
    tries.set(callId, times);
    if (times === 1 && callId < '4') throw new Error('the database was away');
  });
  stops.push(stop);
  const ids: string[] = [];
  for (let count = 0; count < 60; count++) ids.push(await confirm(queue, '+14155550100'));
  await until(() => worker.inFlight() === ids.length);
  allConfirmed.resolve();
  await until(async () => (worker.inFlight() === 0 && (await queue.backlog()).waiting === 0) || undefined);
  for (const id of ids) expect(tries.get(id)).toBe(id < '4' ? 2 : 1);
});

test('a replica that stops hands its calls over, and nothing rings twice', async () => {
  const phones = ['+14155550100', '+14155550101', '+14155550110'];
  kallyai.setSpeed(5);
  const first = await startReplica();
  const ids = await Promise.all(phones.map((phone) => confirm(first.queue, phone)));
  await until(() => phones.every((phone) => kallyai.rings()[phone]));
  await first.stop();
  const second = await startReplica();
  const calls = await Promise.all(ids.map(over));
  expect(calls.map(({ stage, status }) => `${stage} ${status}`)).toEqual(Array(3).fill('ended success'));
  expect(Object.values(kallyai.rings())).toEqual([1, 1, 1]);
  expect(second.told.length).toBeGreaterThan(0);
});

test('a job that only a newer release knows does not keep this one from the calls beside it', async () => {
  const newer = new PgBoss(database.url);
  await newer.start();
  await newer.createQueue('calls', { heartbeatSeconds: 27 });
  const send = async (callId: string, errand: string) => void (await newer.send('calls', { callId, errand }));
  await send(randomUUID(), 'something new');
  const id = await confirm({ enqueue: send, wakeUp() {} }, '+14155550102');
  await startReplica();
  expect(await over(id)).toMatchObject({ status: 'busy' });
  await newer.stop({ graceful: false });
});
