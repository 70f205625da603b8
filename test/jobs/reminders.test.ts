import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDisconnectDeactivated } from '../../src/calls/disconnect-deactivated.ts';
import { createRemind } from '../../src/calls/remind.ts';
import { appointmentOf } from '../../src/domain/appointment.ts';
import type { Call, ReminderFor } from '../../src/domain/call.ts';
import type { Evidence, FactKind } from '../../src/domain/evidence/schema.ts';
import type { Store } from '../../src/store/store.ts';
import { createTestStore } from '../support/database.ts';
import { full } from '../support/samples.ts';

/** Reminders against a real database, with what is queued and said written down. */
let stop: () => Promise<void>;
let store: Store;

beforeAll(async () => {
  ({ store, stop } = await createTestStore());
});

afterAll(() => stop());

const hour = 60 * 60_000;
/** In London, in summer. */
const appointment = Date.parse('2027-06-10T19:30:00Z');
const due = appointment - 2 * hour;
const madeAt = appointment - 48 * hour;

const fact = (kind: FactKind, value: string) => ({ kind, value, quote: 'Yes.', line: 1 });
const facts = [fact('date', '2027-06-10'), fact('time', '20:30')];

async function arranged(change: Partial<Evidence> = {}, request = full) {
  const requester = { workspaceId: `T${randomUUID()}`, userId: 'U1' };
  const confirmed = { id: randomUUID(), requester, request, channelId: 'C1', confirmedAt: madeAt };
  const call = await store.calls.confirm(confirmed, randomUUID(), async () => {});
  const sent = await store.calls.move(call, 'placing', { sentAt: madeAt });
  const ended = sent && (await store.calls.move(sent, 'ended', { status: 'success', heardEndAt: madeAt }));
  if (!ended) throw new Error('the call did not end');
  const evidence: Evidence = { verdict: 'arranged', facts, mismatches: [], flags: [], ...change };
  const known = await store.calls.keepOutcome(ended, {
    highlights: [],
    nextSteps: [],
    transcript: 'read',
    evidence,
  });
  if (!known) throw new Error('the outcome was not kept');
  return known;
}

type Around = {
  isConnected?: boolean;
  isMember?: 'yes' | 'no' | 'unknown';
  isAllowed?: boolean;
  days?: number;
};

/** A replica whose clock says `now`. */
function replica(
  now: number,
  { isConnected = true, isMember = 'yes', isAllowed = true, days = 30 }: Around = {},
) {
  const queued: { type: string; inMs: number }[] = [];
  const said: ReminderFor[] = [];
  const pass = (ms: number) => {
    now += ms;
  };
  const clock = { now: () => now, steady: () => now, sleep: async (ms: number) => pass(ms) };
  const reminders = createRemind({
    store: { ...store, links: { isConnected: async () => isConnected } },
    queue: {
      enqueue: async (_: string, type: string, __: unknown, later: { inMs: number }) =>
        void queued.push({ type, ...later }),
      wakeUp: () => {},
    },
    announcer: { refresh: async () => {}, remind: async (_: Call, to: ReminderFor) => void said.push(to) },
    rules: { faultOfSharing: async () => (isAllowed ? undefined : 'channel_not_allowed') },
    channels: { factsOf: async () => ({ canPost: 'yes', isMember }) },
    retentionDays: days,
    clock,
    log: pino({ level: 'silent' }),
  } as never);
  const runs = ({ id }: Call) =>
    reminders.runRemind({ callId: id, signal: new AbortController().signal, assertHeld: async () => {} });
  return { ...reminders, queued, said, runs };
}

test('a reminder waits in the queue, comes when it is due, and not a second time', async () => {
  const call = await arranged();
  expect(appointmentOf(call)?.at).toBe(appointment);
  const early = replica(madeAt + hour);
  expect(await early.remind(call, 'channel')).toMatchObject({ call: { remindTo: 'channel' } });
  expect(early.queued).toEqual([{ type: 'remind', inMs: due - madeAt - hour }]);
  // The machines' clocks differ: it waits again.
  await early.runs(call);
  expect(early.said).toEqual([]);
  expect(early.queued).toHaveLength(2);

  const there = replica(due - 1_000);
  await there.runs(call);
  await there.runs(call);
  await replica(due + hour).runs(call);
  expect(there.said).toEqual(['channel']);
  expect((await store.calls.find(call.id))?.remindTo).toBeUndefined();
});

test('a channel that is closed by then learns nothing, and its requester does', async () => {
  for (const closed of [{ isMember: 'no' }, { isMember: 'unknown' }, { isAllowed: false }] as const) {
    const call = await arranged();
    await replica(madeAt).remind(call, 'channel');
    const there = replica(due, closed);
    await there.runs(call);
    expect(there.said).toEqual(['requester']);
    expect(await replica(madeAt, closed).remind(call, 'channel')).toEqual({ fault: 'channel_closed' });
  }
});

test('nobody is reminded of what is over or taken back, or for somebody who left', async () => {
  const late = await arranged();
  await replica(madeAt).remind(late, 'requester');
  const after = replica(appointment);
  await after.runs(late);
  const left = await arranged();
  await replica(madeAt).remind(left, 'requester');
  const without = replica(due, { isConnected: false });
  await without.runs(left);
  const dropped = await arranged();
  await replica(madeAt).remind(dropped, 'requester');
  await replica(madeAt).dropReminder(dropped);
  const there = replica(due);
  await there.runs(dropped);
  const forgotten = await arranged();
  await replica(madeAt).remind(forgotten, 'requester');
  await store.forget(forgotten.requester);
  await there.runs(forgotten);
  expect([...after.said, ...without.said, ...there.said]).toEqual([]);
});

test('what is not certain, too near or forgotten by then is not promised', async () => {
  const fault = async (call: Call, now = madeAt, around: Around = {}) =>
    replica(now, around).remind(call, 'requester');
  expect(await fault(await arranged({ facts: [fact('time', '20:30')] }))).toEqual({
    fault: 'no_appointment',
  });
  expect(await fault(await arranged({ facts: [...facts, fact('time', '21:00')] }))).toEqual({
    fault: 'no_appointment',
  });
  expect(await fault(await arranged({ verdict: 'declined' }))).toEqual({ fault: 'no_appointment' });
  expect(await fault(await arranged({}, { ...full, isTimeZoneGuessed: true }))).toEqual({
    fault: 'no_appointment',
  });
  expect(await fault(await arranged(), due)).toEqual({ fault: 'too_late' });
  expect(await fault(await arranged(), madeAt, { days: 1 })).toEqual({ fault: 'not_kept', days: 1 });
});

test('only a call of the same person to the same number, which went through, takes a reminder along', async () => {
  const reminded = async () => {
    const call = await arranged();
    await replica(madeAt).remind(call, 'requester');
    return call;
  };
  const isKept = async ({ id }: Call) => (await store.calls.find(id))?.remindTo === 'requester';
  const { afterChange } = replica(madeAt + hour);
  const call = await reminded();
  const change = (different: Partial<Call>, verdict: Evidence['verdict'] = 'arranged') => {
    const outcome = { ...call.outcome, highlights: [], nextSteps: [], transcript: 'read' as const };
    const evidence: Evidence = { verdict, facts: [], mismatches: [], flags: [] };
    const request = { ...call.request, about: call.id };
    return afterChange({ ...call, request, outcome: { ...outcome, evidence }, ...different });
  };
  await change({}, 'unclear');
  await change({}, 'declined');
  await change({ requester: { ...call.requester, userId: 'U2' } });
  await change({ request: { ...call.request, about: call.id, phone: '+442079460000' } });
  await change({ request: call.request });
  expect(await isKept(call)).toBe(true);
  await change({});
  expect(await isKept(call)).toBe(false);
});

test('before a job acts for somebody, Slack is asked whether they are still there', async () => {
  const call = await arranged();
  for (const [isDeactivated, expected] of [
    [true, ['disconnected', 'ran']],
    [false, ['ran']],
    [undefined, ['ran']],
  ] as const) {
    const done: string[] = [];
    const links = { disconnect: async () => Boolean(done.push('disconnected')) };
    const guard = createDisconnectDeactivated({
      store: { ...store, links },
      isDeactivated: async () => isDeactivated,
      log: pino({ level: 'silent' }),
    } as never);
    const run = guard(async () => void done.push('ran'));
    await run({ callId: call.id, signal: new AbortController().signal, assertHeld: async () => {} });
    expect(done).toEqual(expected);
  }
});
