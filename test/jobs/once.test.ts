import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Announcer } from '../../src/calls/announcer.ts';
import { createRunCall } from '../../src/calls/run-call.ts';
import { createStopCall } from '../../src/calls/stop-call.ts';
import type { Call } from '../../src/domain/call.ts';
import type { CallRequest } from '../../src/domain/call-request.ts';
import { type CallingHours, defaultHours } from '../../src/domain/calling-hours.ts';
import { type Clock, systemClock } from '../../src/domain/clock.ts';
import type { Person } from '../../src/domain/person.ts';
import type { KallyCall, KallyClient } from '../../src/kally/client.ts';
import { KallyRefusal, KallyUnreachable } from '../../src/kally/errors.ts';
import type { Store } from '../../src/store/store.ts';
import { createTestStore } from '../support/database.ts';
import { createFastClock } from '../support/fast-clock.ts';
import { allHours, openRules } from '../support/open-rules.ts';
import { request as sample } from '../support/samples.ts';

/** Runs against a real database and a KallyAI of functions, so that each interleaving can be made to happen. */
const log = pino({ level: 'silent' });

let stop: () => Promise<void>;
let store: Store;
let ana: Person;
let luis: Person;
let phone: string;
let numbers = 2000;

beforeAll(async () => {
  ({ store, stop } = await createTestStore());
});

afterAll(() => stop());

beforeEach(() => {
  // A number and a workspace for each test: what one leaves behind is nothing to the next.
  phone = `+1415555${numbers++}`;
  const workspaceId = `T${randomUUID()}`;
  ana = { workspaceId, userId: 'U1' };
  luis = { workspaceId, userId: 'U2' };
});

async function confirm(requester: Person, more: Partial<CallRequest> = {}): Promise<Call> {
  const request = { ...sample, phone, ...more };
  const call = { id: randomUUID(), requester, request, channelId: 'C1', confirmedAt: Date.now() };
  return store.calls.confirm(call, randomUUID(), async () => {});
}

const lost = () => new KallyUnreachable({ endpoint: 'POST /v1/calls', mayHaveArrived: true });
const notArrived = () => new KallyUnreachable({ endpoint: 'POST /v1/calls', mayHaveArrived: false });
const refusal = (status: number, code: string) => new KallyRefusal({ endpoint: 'GET', status, code });

/** A call as KallyAI tells it. */
function wire(id: string, status: string, request: CallRequest, createdAt?: number): KallyCall {
  const { phone, task, date } = request;
  return {
    id,
    status,
    highlights: [],
    nextSteps: [],
    ...(createdAt !== undefined && { createdAt }),
    submission: { phone, task, ...(date && { date }) },
  };
}

const minuteMs = 60_000;

/** Each sleep passes at once, and with `leastMs` is as long as that, so that hours of looking are few steps. */
const clockAt = (start: number, leastMs = 0) => {
  let now = start;
  const sleep = async (ms: number) => {
    now += Math.max(ms, leastMs);
  };
  return { now: () => now, steady: () => now, sleep };
};

type Told = { call: Call; transcript?: unknown };

/** One run, as one replica would make it. */
function runOf(
  call: Call,
  kally: Partial<KallyClient>,
  {
    calls = store.calls,
    clock = createFastClock(50) as Clock,
    told = [] as Told[],
    queued = [] as string[],
    signal = new AbortController().signal,
    hours = allHours as CallingHours,
  } = {},
): Promise<void> {
  const announcer = announcerTo(told);
  const run = createRunCall({
    tryOn: async () => {},
    afterChange: async () => {},
    shareBusiness: async () => {},
    answerProposer: async () => {},
    store: { calls, aheadMs: store.aheadMs },
    kally: kallyOf(kally),
    clock,
    log,
    accountOf,
    announcer,
    rules: openRules,
    hours,
    queue: { enqueue: async (id) => void queued.push(id), wakeUp: () => {} },
  });
  return run({ callId: call.id, signal, assertHeld: async () => signal.throwIfAborted() });
}

const accountOf = () => ({ current: async () => 'token', renew: async () => 'token' });

function announcerTo(told: Told[]): Announcer {
  return {
    card: async (shown) => void told.push({ call: shown }),
    refresh: async () => {},
    result: async () => {},
    transcript: async (of, transcript) => void told.push({ call: of, transcript }),
    moved: async () => {},
    digest: async (_, { until }) => until,
    askAgain: async () => {},
    askApproval: async () => {},
    approvalDecided: async () => {},
    remind: async () => {},
    stoppedBy: async () => {},
    proposal: async () => {},
    proposer: async () => true,
    forgotten: async () => {},
  };
}

/** What is not given is not asked, or finds nothing. */
function kallyOf(kally: Partial<KallyClient>): KallyClient {
  const none: Partial<KallyClient> = {
    enter: async () => () => {},
    listCalls: async () => ({ calls: [] }),
    getCall: async ({ id }) => {
      const listed = await kally.listCalls?.({ account: {} as never, limit: 100 });
      const found = listed?.calls.find((one) => one.id === id);
      if (!found) throw refusal(404, 'call_not_found');
      return found;
    },
    getTranscript: async () => [{ speaker: 'business', text: 'Hello' }],
  };
  return { ...none, ...kally } as KallyClient;
}

/** KallyAI's list of the moment; asked about one call, it tells what the list does. */
const listing = (...calls: KallyCall[]) => ({ listCalls: async () => ({ calls }) });
const losing = { createCall: async () => Promise.reject(lost()) };

/** Brings a call to where its answer was lost, as a run does that ends there. */
async function lose(call: Call): Promise<Call> {
  const placing = await store.calls.move(call, 'placing', { sentAt: Date.now() });
  const checking = placing && (await store.calls.move(placing, 'checking'));
  if (!checking) throw new Error('the call moved on');
  return checking;
}

/** Lets a run look for a while, then ends it. */
async function look(call: Call, kally: Partial<KallyClient>, forMs = 400): Promise<Call> {
  const gone = new AbortController();
  const running = runOf(call, kally, { signal: gone.signal }).catch(() => {});
  await Promise.race([running, pause(forMs)]);
  gone.abort();
  await running;
  return find(call);
}

const find = async (call: Call) => (await store.calls.find(call.id)) ?? call;

describe('a statement that succeeded although its answer was lost', () => {
  test('does not put back a call that another run is dialling', async () => {
    const call = await confirm(ana);
    const rings: string[] = [];
    const dialling = Promise.withResolvers<void>();
    const answer = Promise.withResolvers<KallyCall>();
    let other: Promise<void> | undefined;
    const runB = () =>
      runOf(call, {
        createCall: async () => {
          rings.push('B');
          dialling.resolve();
          return answer.promise;
        },
      });
    const callsOfA: Store['calls'] = {
      ...store.calls,
      async move(from, stage, change) {
        const moved = await store.calls.move(from, stage, change);
        if (stage !== 'queued' || other) return moved;
        other = runB();
        await dialling.promise;
        throw new Error('the connection broke while the database answered');
      },
    };
    const gone = new AbortController();
    const runA = runOf(
      call,
      { createCall: async () => Promise.reject(notArrived()) },
      { calls: callsOfA, signal: gone.signal },
    );
    await dialling.promise;
    await pause(300);
    answer.resolve(wire('K-B', 'success', call.request, Date.now()));
    await other;
    gone.abort();
    await runA.catch(() => {});
    expect(rings).toEqual(['B']);
    expect(await find(call)).toMatchObject({ stage: 'ended', kallyCallId: 'K-B' });
  });

  test('is not repeated by the run that sent it, which continues from there', async () => {
    const call = await confirm(ana);
    let creates = 0;
    let isBroken = true;
    const calls: Store['calls'] = {
      ...store.calls,
      async move(from, stage, change) {
        const moved = await store.calls.move(from, stage, change);
        if (stage !== 'queued' || !isBroken) return moved;
        isBroken = false;
        throw new Error('the connection broke while the database answered');
      },
    };
    const createCall = async () => {
      if (++creates === 1) throw notArrived();
      return wire('K-again', 'success', call.request, Date.now());
    };
    await runOf(call, { createCall }, { calls });
    expect(creates).toBe(2);
    expect((await find(call)).version).toBe(4);
  });

  test('is not sent again by a run that lost its call', async () => {
    const call = await confirm(ana);
    const gone = new AbortController();
    let tries = 0;
    const calls: Store['calls'] = {
      ...store.calls,
      async move(from, stage, change) {
        if (stage !== 'queued') return store.calls.move(from, stage, change);
        tries += 1;
        gone.abort();
        throw new Error('the database is away');
      },
    };
    const createCall = async () => Promise.reject(notArrived());
    await runOf(call, { createCall }, { calls, signal: gone.signal }).catch(() => {});
    expect(tries).toBe(1);
  });
});

describe('a wrong clock at KallyAI', () => {
  test.for([
    ['an hour behind', -3_600_000],
    ['an hour ahead', 3_600_000],
  ] as const)('%s does not change how long the run waits for the transcript', async ([, skewMs]) => {
    const call = await confirm(ana);
    const told: Told[] = [];
    let asked = 0;
    await runOf(
      call,
      {
        createCall: async () => ({
          ...wire('K-skewed', 'success', call.request, Date.now()),
          id: `K-skewed-${skewMs}`,
          endedAt: Date.now() + skewMs,
        }),
        async getTranscript() {
          asked += 1;
          if (asked < 3) throw refusal(404, 'transcript_not_found');
          return [{ speaker: 'business', text: 'Hello' }];
        },
      },
      { told },
    );
    expect(told.at(-1)?.transcript).toEqual([{ speaker: 'business', text: 'Hello' }]);
    const { sentAt = 0, endedAt = 0, heardEndAt = 0 } = await find(call);
    expect(endedAt).toBeGreaterThanOrEqual(sentAt);
    expect(endedAt).toBeLessThanOrEqual(heardEndAt);
  });
});

describe('a call whose answer is lost', () => {
  const table = { task: 'Reserve a table by the window', category: 'restaurant', partySize: 2 } as const;
  const onDay = (requester: Person, date: string) => confirm(requester, { ...table, date });

  test('is not confused with another at the same place on another day', async () => {
    const [friday, saturday] = [await onDay(ana, '2027-01-01'), await onDay(ana, '2027-01-02')];
    const made = wire(`K-${randomUUID()}`, 'success', saturday.request, Date.now());
    await lose(saturday);
    expect((await look(friday, { ...losing, ...listing(made) })).kallyCallId).toBeUndefined();
    expect(await look(saturday, listing(made))).toMatchObject({ stage: 'ended', kallyCallId: made.id });
  });

  test('is told from a similar call by KallyAI’s answer about the call itself', async () => {
    const [friday, saturday] = [await onDay(ana, '2027-01-01'), await onDay(ana, '2027-01-02')];
    const made = [friday, saturday].map((call) =>
      wire(`K-${randomUUID()}`, 'success', call.request, Date.now()),
    );
    // The list is brief: which is which stands only in the calls themselves.
    const brief = made.map(({ submission: _, ...call }) => call).toReversed();
    const kally: Partial<KallyClient> = {
      listCalls: async () => ({ calls: brief }),
      getCall: async ({ id }) =>
        made.find((one) => one.id === id) ?? Promise.reject(refusal(404, 'call_not_found')),
    };
    for (const call of [friday, saturday]) await lose(call);
    expect((await look(saturday, kally)).kallyCallId).toBe(made[1]?.id);
    expect((await look(friday, kally)).kallyCallId).toBe(made[0]?.id);
  });

  test('waits, and in the end stays unknown, if two calls may be the one that is listed', async () => {
    const [friday, saturday] = [await onDay(ana, '2027-01-01'), await onDay(ana, '2027-01-02')];
    const { submission: _, ...made } = wire(`K-${randomUUID()}`, 'success', friday.request, Date.now());
    const brief = { ...made, submission: { phone: friday.request.phone } };
    const both = [await lose(friday), await lose(saturday)];
    for (const call of both) {
      await runOf(call, listing(brief), { clock: clockAt(Date.now(), minuteMs) });
      expect(await find(call)).toMatchObject({ stage: 'unknown' });
    }
  });

  test('finds the first if two calls differ only in their order', async () => {
    const [first, second] = [await onDay(ana, '2027-01-01'), await onDay(ana, '2027-01-01')];
    const made = [1, 2].map((order) =>
      wire(`K-${order}-${randomUUID()}`, 'success', first.request, Date.now() + order),
    );
    await lose(first);
    await pause(5);
    await lose(second);
    const kally = listing(...made.toReversed());
    expect((await look(second, kally)).kallyCallId).toBe(made[1]?.id);
    expect((await look(first, kally)).kallyCallId).toBe(made[0]?.id);
  });

  test.for([
    ['without a time', undefined],
    ['of an hour ago', -3_600_000],
    ['made long after it', 3_600_000],
  ] as const)('is not one %s', async ([, sinceMs]) => {
    const call = await onDay(ana, '2027-01-01');
    const at = sinceMs === undefined ? undefined : Date.now() + sinceMs;
    const other = wire(`K-${randomUUID()}`, 'success', call.request, at);
    expect((await look(call, { ...losing, ...listing(other) })).kallyCallId).toBeUndefined();
  });
});

describe('two people of one KallyAI account', () => {
  test('do not get each other’s call while its answer is still out', async () => {
    const [hers, his] = [await confirm(ana), await confirm(luis)];
    const answer = Promise.withResolvers<KallyCall>();
    const made = wire(`K-${randomUUID()}`, 'in_progress', his.request, Date.now());
    const luisRun = runOf(his, {
      createCall: () => answer.promise,
      ...listing({ ...made, status: 'success' }),
    });
    while ((await find(his)).stage !== 'placing') await pause(10);
    expect((await look(hers, { ...losing, ...listing(made) })).kallyCallId).toBeUndefined();
    answer.resolve({ ...made, status: 'success' });
    await luisRun;
    expect(await find(his)).toMatchObject({ stage: 'ended', kallyCallId: made.id });
  });

  test('give back what they found when another is told its id', async () => {
    const [hers, his] = [await confirm(ana), await confirm(luis)];
    const made = wire(`K-${randomUUID()}`, 'success', his.request, Date.now());
    expect(await look(await lose(hers), listing(made))).toMatchObject({
      stage: 'ended',
      kallyCallFound: true,
    });
    const queued: string[] = [];
    await runOf(his, { createCall: async () => made }, { queued });
    expect(await find(his)).toMatchObject({ stage: 'ended', kallyCallId: made.id });
    const taken = await find(hers);
    expect(taken.stage).toBe('checking');
    expect(taken.kallyCallId).toBeUndefined();
    expect(queued).toEqual([hers.id]);
  });

  test('do not stop each other’s call', async () => {
    const [hers, his] = [await confirm(ana), await confirm(luis)];
    const made = wire(`K-${randomUUID()}`, 'in_progress', his.request, Date.now());
    const stopped: string[] = [];
    const { endCall } = createStopCall({
      store: { calls: store.calls, approvals: store.approvals },
      kally: kallyOf({
        ...listing(made),
        stopCall: async ({ id }) => void stopped.push(id),
        cancelCall: async ({ id }) => void stopped.push(id),
      }),
      accountOf,
      announcer: announcerTo([]),
      queue: { enqueue: async () => {} } as never,
      clock: systemClock,
      log,
    });
    // She has found it and is on the phone, as far as anybody knows, when his request goes out for the same number.
    await look(await lose(hers), listing(made));
    expect(await find(hers)).toMatchObject({ stage: 'calling', kallyCallFound: true });
    await store.calls.move(his, 'placing', { sentAt: Date.now() });
    expect(await endCall(hers.id)).toEqual({ result: 'later' });
    expect(stopped).toEqual([]);
  });

  test.for(['placing', 'checking'] as const)('do not stop a call that is only listed: %s', async (stage) => {
    const [hers, his] = [await lose(await confirm(ana)), await confirm(luis)];
    const placing = await store.calls.move(his, 'placing', { sentAt: Date.now() });
    if (stage === 'checking' && placing) await store.calls.move(placing, 'checking');
    const stopped: string[] = [];
    const { endCall } = createStopCall({
      store: { calls: store.calls, approvals: store.approvals },
      kally: kallyOf({
        ...listing(wire(`K-${randomUUID()}`, 'in_progress', his.request, Date.now())),
        stopCall: async ({ id }) => void stopped.push(id),
      }),
      accountOf,
      announcer: announcerTo([]),
      queue: { enqueue: async () => {} } as never,
      clock: systemClock,
      log,
    });
    expect(await endCall(hers.id)).toEqual({ result: 'later' });
    expect(stopped).toEqual([]);
  });

  test('are told apart in two workspaces too', async () => {
    const elsewhere = { workspaceId: `T${randomUUID()}`, userId: 'U1' };
    const [hers, there] = [await lose(await confirm(ana)), await confirm(elsewhere)];
    await store.calls.move(there, 'placing', { sentAt: Date.now() });
    const made = wire(`K-${randomUUID()}`, 'in_progress', there.request, Date.now());
    expect((await look(hers, listing(made))).kallyCallId).toBeUndefined();
  });
});

describe('an answer of KallyAI that the database rejects', () => {
  const poisons = [
    ['a duration of a century', { status: 'success', durationSeconds: 3e9 }],
    ['a status with a NUL', { status: 'in\u0000progress' }],
  ] as const;
  test.for(poisons)('does not keep a lost call from its end: %s', async ([, poison]) => {
    const call = await lose(await confirm(ana));
    const made = { ...wire(`K-${randomUUID()}`, 'success', call.request, Date.now()), ...poison };
    await runOf(call, listing(made), { clock: clockAt(Date.now(), minuteMs) });
    expect((await find(call)).stage).toBe('unknown');
  });

  test.for(poisons)('does not keep a call that is followed from its end: %s', async ([, poison]) => {
    const call = await confirm(ana);
    const made = wire(`K-${randomUUID()}`, 'in_progress', call.request, Date.now());
    const kally = { createCall: async () => made, ...listing({ ...made, ...poison }) };
    await runOf(call, kally, { clock: clockAt(Date.now(), minuteMs) });
    expect((await find(call)).stage).toBe('unknown');
  });
});

describe('a request that was delayed before it left', () => {
  /** Dials as the client does: when its caller lets it. */
  const dialling = (call: Call, rings: string[]) => ({
    createCall: (async ({ beforeSending }) => {
      await beforeSending?.().catch(() => {
        throw notArrived();
      });
      rings.push('rang');
      return wire(`K-${randomUUID()}`, 'success', call.request, Date.now());
    }) as KallyClient['createCall'],
  });

  /** The process stands still between the row that says that the request leaves and the request. */
  function frozenOnce(thaw: Promise<void>, onFrozen: () => void): Store['calls'] {
    let isFrozen = false;
    return {
      ...store.calls,
      async move(from, stage, change) {
        const moved = await store.calls.move(from, stage, change);
        if (stage === 'placing' && !isFrozen) {
          isFrozen = true;
          onFrozen();
          await thaw;
        }
        return moved;
      },
    };
  }

  test('does not leave once another run has told that nobody knows', async () => {
    const call = await confirm(ana);
    const rings: string[] = [];
    const [thaw, frozen] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const runA = runOf(call, dialling(call, rings), { calls: frozenOnce(thaw.promise, frozen.resolve) });
    await frozen.promise;
    await runOf(call, dialling(call, rings), { clock: clockAt(Date.now(), minuteMs) });
    expect((await find(call)).stage).toBe('unknown');
    thaw.resolve();
    await runA;
    expect(rings).toEqual([]);
  });

  test('does not leave once it was to be stopped', async () => {
    const call = await confirm(ana);
    const rings: string[] = [];
    const [thaw, frozen] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const running = runOf(call, dialling(call, rings), { calls: frozenOnce(thaw.promise, frozen.resolve) });
    await frozen.promise;
    await store.calls.requestStop(call.id, Date.now(), async () => {});
    thaw.resolve();
    await running;
    expect(rings).toEqual([]);
    expect(await find(call)).toMatchObject({ stage: 'refused', refusal: { code: 'stopped' } });
  });

  test('leaves again after a while if nobody else took the call', async () => {
    const call = await confirm(ana);
    const rings: string[] = [];
    const [thaw, frozen] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const running = runOf(call, dialling(call, rings), { calls: frozenOnce(thaw.promise, frozen.resolve) });
    await frozen.promise;
    await pause(5_200);
    thaw.resolve();
    await running;
    expect(rings).toEqual(['rang']);
    // Queued, placing, queued again, placing, ended.
    expect(await find(call)).toMatchObject({ stage: 'ended', version: 4 });
  }, 15_000);

  test.for([
    ['of itself', false],
    ['when it is told to', true],
  ] as const)(
    'does not leave after the quarter of an hour, though the turn comes late %s',
    async ([, heeds]) => {
      const call = await confirm(ana);
      const clock = createFastClock(5_000);
      const rings: string[] = [];
      const enter: KallyClient['enter'] = async ({ signal }) => {
        await clock.sleep(20 * 60_000, heeds ? signal : undefined);
        return () => {};
      };
      await runOf(call, { ...dialling(call, rings), enter }, { clock });
      expect(rings).toEqual([]);
      expect((await find(call)).refusal).toEqual({ code: 'not_placed_in_time' });
    },
  );
});

describe('a call that waits for KallyAI until the hours there are over', () => {
  const closing = Date.parse('2027-03-10T21:00Z');
  const inLondon = () => ({ ...sample, phone, timeZone: 'Europe/London' });

  test.each([true, false])('does not ring any more, whether it was planned: %s', async (isPlanned) => {
    const confirmedAt = closing - 5 * 60_000;
    const due = { date: '2027-03-10', time: '20:55', timeZone: 'Europe/London' };
    const confirmed = {
      id: randomUUID(),
      requester: ana,
      request: inLondon(),
      channelId: 'C1',
      confirmedAt,
      ...(isPlanned && { plan: { due, dueAt: confirmedAt } }),
    };
    const written = await store.calls.confirm(confirmed, randomUUID(), async () => {});
    const call = isPlanned ? ((await store.calls.move(written, 'queued')) ?? written) : written;
    const clock = clockAt(confirmedAt);
    let tries = 0;
    const enter = async () => {
      tries += 1;
      throw notArrived();
    };
    await runOf(call, { enter }, { clock, hours: defaultHours });
    expect(tries).toBeGreaterThan(0);
    const end = isPlanned
      ? { stage: 'planned', plan: { held: 'late' } }
      : { stage: 'refused', refusal: { code: 'not_placed_in_time' } };
    expect(await find(call)).toMatchObject(end);
    expect((await find(call)).sentAt).toBeUndefined();
  });

  test('rings all the same if its requester said that they are open', async () => {
    const confirmedAt = closing + 60_000;
    const confirmed = {
      id: randomUUID(),
      requester: ana,
      request: inLondon(),
      channelId: 'C1',
      confirmedAt,
      accepted: ['outside_hours' as const],
    };
    const call = await store.calls.confirm(confirmed, randomUUID(), async () => {});
    const answer = async () => wire('K-OPEN', 'success', call.request, confirmedAt);
    await runOf(call, { createCall: answer }, { clock: clockAt(confirmedAt), hours: defaultHours });
    expect(await find(call)).toMatchObject({ stage: 'ended' });
  });
});
