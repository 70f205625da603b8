import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApprovalNeeds } from '../../src/calls/approval-needs.ts';
import { latestMoment } from '../../src/calls/in-time.ts';
import { createPlanCall } from '../../src/calls/plan-call.ts';
import type { Finding } from '../../src/calls/policies.ts';
import { createStopCall } from '../../src/calls/stop-call.ts';
import { createTryAgain } from '../../src/calls/try-again.ts';
import type { Call } from '../../src/domain/call.ts';
import { defaultHours } from '../../src/domain/calling-hours.ts';
import { instantOf, type WallTime, wallTimeAt } from '../../src/domain/due-time.ts';
import { standardRules } from '../../src/domain/rules.ts';
import type { Store } from '../../src/store/store.ts';
import { createTestStore } from '../support/database.ts';
import { request } from '../support/samples.ts';

/** Planned calls against a real database, with the queue written down, so that each interleaving can be made to happen. */
let stop: () => Promise<void>;
let store: Store;

beforeAll(async () => {
  ({ store, stop } = await createTestStore());
});

afterAll(() => stop());

const minute = 60_000;
const nine = Date.parse('2027-03-10T09:00:00Z');
const atNine: WallTime = { date: '2027-03-10', time: '09:00', timeZone: 'Europe/London' };

type Job = { type: string; inMs?: number; version?: number };

/** One planned call, and replicas whose clocks say what they are told. */
async function plannedAt(due: WallTime, dueAt: number, more: Partial<Omit<Call, 'stage'>> = {}) {
  const confirmed = {
    id: randomUUID(),
    requester: { workspaceId: `T${randomUUID()}`, userId: 'U1' },
    request,
    channelId: 'C1',
    confirmedAt: dueAt - 24 * 60 * minute,
    plan: { due, dueAt },
    ...more,
  };
  const { id } = await store.calls.confirm(confirmed, randomUUID(), async () => {});
  const jobs: Job[] = [];
  const asked: Call[] = [];
  const queue = {
    enqueue: async (_: string, type: string, __: unknown, later = {}) => void jobs.push({ type, ...later }),
    wakeUp: () => {},
  };
  const announcer = {
    card: async () => {},
    refresh: async () => {},
    askAgain: async (call: Call) => void asked.push(call),
  };
  /** `aheadMs` is how far the database's clock is ahead of the replica's. */
  const replica = (at: number, findings: Finding[] = [], aheadMs: number | (() => number) = 0) => {
    let now = at;
    const pass = (ms: number) => {
      now += ms;
    };
    const clock = { now: () => now, steady: () => now, sleep: async (ms: number) => pass(ms) };
    const deps = {
      store: { ...store, aheadMs: async () => (typeof aheadMs === 'number' ? aheadMs : aheadMs()) },
      rules: { of: async () => standardRules },
      needsOf: createApprovalNeeds(store),
      queue,
      announcer,
      clock,
      log: pino({ level: 'silent' }),
      findingsAt: async () => findings,
    } as never;
    const { runPlan, callNow, changeTime } = createPlanCall(deps);
    const { endCall } = createStopCall(deps);
    return {
      now: () => now,
      callNow,
      changeTime,
      endCall,
      runs: async (version: number) =>
        runPlan({ callId: id, version, signal: new AbortController().signal, assertHeld: async () => {} }),
    };
  };
  const stored = async () => {
    const call = await store.calls.find(id);
    if (!call) throw new Error('the call is gone');
    return call;
  };
  return { replica, stored, jobs, asked };
}

const calls = (jobs: Job[]) => jobs.filter(({ type }) => type === 'call');

test('before its time it waits only in the queue, for the stored version', async () => {
  const { replica, stored, jobs } = await plannedAt(atNine, nine);
  await replica(nine - 60 * minute).runs(0);
  expect(jobs).toEqual([{ type: 'plan', inMs: 60 * minute, version: 1 }]);
  await replica(nine - 60 * minute).runs(0);
  expect(jobs).toHaveLength(1);
  expect(await stored()).toMatchObject({ stage: 'planned', version: 1, plan: { due: atNine, dueAt: nine } });
});

test('when it is due it leaves once, however often its job is delivered', async () => {
  const { replica, stored, jobs } = await plannedAt(atNine, nine);
  await Promise.all([replica(nine - 1_000).runs(0), replica(nine).runs(0), replica(nine + minute).runs(0)]);
  await replica(nine + 2 * minute).runs(0);
  expect(calls(jobs)).toHaveLength(1);
  expect(await stored()).toMatchObject({ stage: 'queued', plan: { dueAt: nine } });
});

test('the instant is computed from the wall-clock time when the call is due, not when it was planned', async () => {
  // As if the rules of the zone had changed: what was planned for is an hour off.
  const { replica, stored, jobs } = await plannedAt(atNine, nine - 60 * minute);
  await replica(nine - 60 * minute).runs(0);
  expect(calls(jobs)).toEqual([]);
  expect(await stored()).toMatchObject({ stage: 'planned', plan: { dueAt: nine } });
});

test('it may be fifteen minutes late, and after that it is asked about and not dialled', async () => {
  const late = await plannedAt(atNine, nine);
  await late.replica(nine + 15 * minute).runs(0);
  expect(calls(late.jobs)).toHaveLength(1);

  const later = await plannedAt(atNine, nine);
  await later.replica(nine + 15 * minute + 1).runs(0);
  expect(calls(later.jobs)).toEqual([]);
  expect(await later.stored()).toMatchObject({ stage: 'planned', plan: { held: 'late', due: atNine } });
  await later.replica(nine + 16 * minute).runs(1);
  expect(later.asked).toHaveLength(1);
  await later.replica(nine + 23 * 60 * minute).runs(2);
  expect(await later.stored()).toMatchObject({ stage: 'planned' });
  await later.replica(nine + 25 * 60 * minute).runs(3);
  expect(await later.stored()).toMatchObject({ stage: 'refused', refusal: { code: 'plan_lapsed' } });
});

test('a time that the clocks skip by then is asked about', async () => {
  const due = { date: '2027-03-28', time: '01:30', timeZone: 'Europe/London' };
  const { replica, stored, jobs } = await plannedAt(due, Date.parse('2027-03-28T01:30:00Z'));
  await replica(Date.parse('2027-03-28T01:30:00Z')).runs(0);
  expect(calls(jobs)).toEqual([]);
  expect(await stored()).toMatchObject({ stage: 'planned', plan: { held: 'due_gone' } });
});

test('if the clocks repeat an hour, the one that was meant is called', async () => {
  const due = { date: '2027-10-31', time: '01:30', timeZone: 'Europe/London', occurrence: 'second' as const };
  const second = Date.parse('2027-10-31T01:30:00Z');
  const { replica, jobs } = await plannedAt(due, second);
  await replica(second - 60 * minute).runs(0);
  expect(calls(jobs)).toEqual([]);
  await replica(second).runs(1);
  expect(calls(jobs)).toHaveLength(1);
});

test('a question of the rules holds it, a ban ends it, and an accepted finding does neither', async () => {
  const night: Finding = { effect: 'asks', code: 'outside_hours', at: nine, isNow: true };
  const held = await plannedAt(atNine, nine);
  await held.replica(nine, [night]).runs(0);
  expect(await held.stored()).toMatchObject({ stage: 'planned', plan: { held: 'outside_hours' } });
  expect(await held.replica(nine, [night]).callNow(await held.stored())).toEqual({ findings: [night] });
  expect(await held.replica(nine, [night]).callNow(await held.stored(), ['outside_hours'])).toMatchObject({
    call: { stage: 'queued', accepted: ['outside_hours'] },
  });

  const ended = await plannedAt(atNine, nine);
  await ended.replica(nine, [{ effect: 'blocks', code: 'not_connected' }]).runs(0);
  expect(await ended.stored()).toMatchObject({ stage: 'refused', refusal: { code: 'not_connected' } });
});

test('due and called by hand at the same moment, it leaves once or is cancelled, never both', async () => {
  for (let round = 0; round < 10; round++) {
    const { replica, stored, jobs } = await plannedAt(atNine, nine);
    const call = await stored();
    const [, now, stopped] = await Promise.all([
      replica(nine).runs(0),
      replica(nine).callNow(call),
      replica(nine).endCall(call.id),
      replica(nine).callNow(call),
    ]);
    const after = await stored();
    // The end is told by a run too; before it is dialled, a stop takes it back.
    if (after.stage === 'refused') expect(stopped).toEqual({ result: 'cancelled' });
    else expect(after.stage).toBe('queued');
    expect(calls(jobs).length).toBeLessThanOrEqual(after.stage === 'refused' ? 2 : 1);
    if (after.version === 1 && after.stage === 'refused') expect(now).toBe('moved_on');
  }
});

test('after a change of time, the job of the earlier time dials nothing', async () => {
  const { replica, stored, jobs } = await plannedAt(atNine, nine);
  const eleven = wallTimeAt(nine + 120 * minute, 'Europe/London');
  const early = replica(nine - 10 * minute);
  expect(await early.changeTime(await stored(), eleven)).toMatchObject({ call: { version: 1 } });
  await replica(nine).runs(0);
  expect(calls(jobs)).toEqual([]);
  await replica(nine + 120 * minute).runs(1);
  expect(calls(jobs)).toHaveLength(1);
  expect(await replica(nine).changeTime(await stored(), atNine)).toBe('moved_on');
});

test('a further try is not made after the time that its requester agreed to', async () => {
  const inTime = await plannedAt(atNine, nine, { attempt: 2, retryUntil: nine + 5 * minute });
  await inTime.replica(nine + 5 * minute).runs(0);
  expect(calls(inTime.jobs)).toHaveLength(1);

  const late = await plannedAt(atNine, nine, { attempt: 2, retryUntil: nine + 5 * minute });
  await late.replica(nine + 5 * minute + 1).runs(0);
  expect(calls(late.jobs)).toEqual([]);
  expect(await late.stored()).toMatchObject({ stage: 'planned', plan: { held: 'late' } });
  // A click later than that is a new word.
  await late.replica(nine + 60 * minute).callNow(await late.stored());
  expect(latestMoment(await late.stored())).toBe(nine + 75 * minute);
});

test('a replica whose clock was set forward or back does not dial early, and rather asks than dials late', async () => {
  for (const aheadMs of [20 * minute, -20 * minute, 14 * minute, -14 * minute]) {
    // Whichever of the two clocks is the wrong one, no phone rings before both have come to the time.
    for (const rightClock of ['machine', 'database']) {
      const { replica, stored, jobs } = await plannedAt(atNine, nine);
      const trueAfter = (at: number) => (rightClock === 'machine' ? at : at + aheadMs);
      const early = replica(nine - Math.max(aheadMs, 0) - 2 * minute, [], aheadMs);
      await early.runs(0);
      expect(calls(jobs)).toEqual([]);
      expect(await stored()).toMatchObject({ stage: 'planned', version: 1, plan: { dueAt: nine } });
      const due = replica(nine - Math.min(aheadMs, 0), [], aheadMs);
      await due.runs(1);
      const lateMs = trueAfter(due.now()) - nine;
      expect(lateMs).toBeGreaterThanOrEqual(0);
      if (Math.abs(aheadMs) > 15 * minute) {
        expect(calls(jobs)).toEqual([]);
        expect(await stored()).toMatchObject({ stage: 'planned', plan: { held: 'late' } });
      } else {
        expect(calls(jobs)).toHaveLength(1);
        expect(lateMs).toBeLessThanOrEqual(15 * minute);
      }
    }
  }
});

test('a clock that is set while a run waits for the due time makes it look again', async () => {
  const { replica, stored, jobs } = await plannedAt(atNine, nine);
  let aheadMs = 0;
  // The machine's clock jumps to the due time, half a minute before it; the database's does not.
  const run = replica(nine - minute / 2, [], () => {
    const said = aheadMs;
    aheadMs = -10 * minute;
    return said;
  });
  await run.runs(0);
  expect(calls(jobs)).toEqual([]);
  expect(jobs).toEqual([{ type: 'plan', inMs: minute, version: 1 }]);
  expect(await stored()).toMatchObject({ stage: 'planned', plan: { dueAt: nine } });
});

const london = 'Europe/London';
const sydney = 'Australia/Sydney';
test.each<[string, WallTime]>([
  ['after the clocks went forward', { date: '2027-03-28', time: '02:00', timeZone: london }],
  ['before the clocks go forward', { date: '2027-03-28', time: '00:59', timeZone: london }],
  ['before the clocks go back', { date: '2027-10-31', time: '00:59', timeZone: london }],
  ['the first of two', { date: '2027-10-31', time: '01:30', timeZone: london, occurrence: 'first' }],
  ['the second of two', { date: '2027-10-31', time: '01:30', timeZone: london, occurrence: 'second' }],
  ['after the clocks went back', { date: '2027-10-31', time: '02:00', timeZone: london }],
  ['in the south, after they went forward', { date: '2027-10-03', time: '03:00', timeZone: sydney }],
  [
    'in the south, the second of two',
    { date: '2027-04-04', time: '02:30', timeZone: sydney, occurrence: 'second' },
  ],
])('on a night on which the clocks change, it rings once, at its time and not before: %s', async (_, due) => {
  const read = instantOf(due);
  if ('fault' in read) throw new Error(read.fault);
  const at = read.instant;
  const { replica, stored, jobs } = await plannedAt(due, at);
  // Two replicas, to each of which the job is delivered twice: long before, an hour off in both directions, and on time.
  for (const early of [at - 120 * minute, at - 61 * minute, at - 2 * minute]) {
    const { version } = await stored();
    await Promise.all([early, early, early + 500, early + 500].map((now) => replica(now).runs(version)));
    expect(calls(jobs)).toEqual([]);
    expect(await stored()).toMatchObject({ stage: 'planned', version: version + 1, plan: { dueAt: at } });
  }
  const { version } = await stored();
  const times = [at - minute / 2, at, at + 500, at + 61 * minute];
  await Promise.all([...times, ...times].map((now) => replica(now).runs(version)));
  const after = await stored();
  // The one that comes an hour late may be the first, and then asks.
  if (after.stage === 'planned') expect(after.plan?.held).toBe('late');
  else expect(after.stage).toBe('queued');
  expect(calls(jobs)).toHaveLength(after.stage === 'queued' ? 1 : 0);
});

test('a clock that was set back does not bring the next try forward', async () => {
  const endedAt = Date.parse('2027-03-10T12:00:00Z');
  const confirmed = {
    id: randomUUID(),
    requester: { workspaceId: `T${randomUUID()}`, userId: 'U1' },
    request: { ...request, phone: '+442079460958', timeZone: 'Europe/London', triesAgain: true as const },
    channelId: 'C1',
    confirmedAt: endedAt - minute,
  };
  const written = await store.calls.confirm(confirmed, randomUUID(), async () => {});
  const call: Call = { ...written, stage: 'ended', status: 'no_answer', sentAt: endedAt - minute };
  const deps = {
    store: { ...store, aheadMs: async () => 10 * minute },
    needsOf: createApprovalNeeds(store),
    queue: { enqueue: async () => {}, wakeUp: () => {} },
    announcer: { refresh: async () => {} },
    caps: { ofPerson: 10, inWorkspace: 10, toNumberAnHour: 10 },
    rules: {
      ruledFor: async () => ({ rules: standardRules, userId: 'U1', membership: 'member', isUnwanted: false }),
      hoursOf: async () => defaultHours,
    },
    findingsAt: async () => [],
    // Ten minutes behind the database's.
    clock: { now: () => endedAt - 10 * minute },
    log: pino({ level: 'silent' }),
  } as never;
  await createTryAgain(deps).tryOn(call);
  const [next] = await store.calls
    .underWay(confirmed.requester)
    .then((all) => all.filter(({ attempt }) => attempt));
  expect(next?.plan?.dueAt).toBeGreaterThanOrEqual(endedAt + 45 * minute);
});
