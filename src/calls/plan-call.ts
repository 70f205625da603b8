import type { Logger } from 'pino';
import type { Call } from '../domain/call.ts';
import type { Clock } from '../domain/clock.ts';
import { type DueFault, instantOf, readDueTime, type WallTime } from '../domain/due-time.ts';
import type { AskCode, Hold, Plan } from '../domain/plan.ts';
import type { Lease } from '../jobs/leases.ts';
import type { Queue } from '../jobs/queue.ts';
import type { Store } from '../store/store.ts';
import type { Announcer } from './announcer.ts';
import type { ApprovalNeeds } from './approval-needs.ts';
import type { AskApproval } from './approve-call.ts';
import { latestMoment, type Now, nearMs, nowByBothClocks } from './in-time.ts';
import {
  admissionOf,
  type Finding,
  type FindingsOf,
  isOutsideHours,
  NotAdmitted,
  unaccepted,
} from './policies.ts';
import type { RulesInForce } from './rules.ts';
import { deadlines } from './timing.ts';

type Deps = {
  store: Pick<Store, 'calls' | 'aheadMs'>;
  queue: Pick<Queue, 'enqueue' | 'wakeUp'>;
  announcer: Announcer;
  /** What the rules say of a call that leaves at this moment, apart from other calls to its number. */
  findingsAt: FindingsOf;
  rules: Pick<RulesInForce, 'of'>;
  needsOf: ApprovalNeeds;
  askApproval: AskApproval;
  clock: Clock;
  log: Logger;
};

/** The result of what a person asked for with a planned call. */
export type Planned =
  | { call: Call }
  | { findings: Finding[] }
  | { fault: DueFault }
  /** The call left meanwhile, or is over. */
  | 'moved_on';

/**
 * Plans a call again: for another time, or held. Each version of a planned call has one job, and a job does nothing once the call moved
 * on. So a job that is delivered twice, or is left from an earlier time, dials nothing.
 */
export async function replan(
  { calls, queue }: { calls: Store['calls']; queue: Deps['queue'] },
  call: Call,
  plan: Plan,
  { inMs = 0, accepted }: { inMs?: number; accepted?: AskCode[] } = {},
): Promise<Call | undefined> {
  const planned = await calls.move(
    call,
    'planned',
    { plan, ...(accepted && { accepted }) },
    (tx, { version }) => queue.enqueue(call.id, 'plan', tx, { inMs, version }),
  );
  if (inMs === 0) queue.wakeUp();
  return planned;
}

/** Asks the requester again instead of dialling. */
export function hold(
  deps: Parameters<typeof replan>[0] & { clock: Clock },
  call: Call & { plan: Plan },
  held: Hold,
): Promise<Call | undefined> {
  return replan(deps, call, { due: call.plan.due, dueAt: deps.clock.now(), held });
}

/** Planned calls wait for their due time, leave then or when their requester says so, and are asked about again when they cannot leave. */
export function createPlanCall({
  store,
  queue,
  announcer,
  findingsAt,
  rules,
  needsOf,
  askApproval,
  clock,
  log,
}: Deps) {
  const { calls } = store;

  /** The job: shows the card, and comes again when the call is due. Nothing of a planned call is kept in memory while it waits. */
  async function runPlan(lease: Lease): Promise<void> {
    const call = await calls.find(lease.callId);
    if (!call) return calls.giveUp(lease.callId, clock.now());
    if (!isPlanned(call) || call.version !== lease.version) return;
    await announcer.card(call, { lease });
    if (call.plan.held) return awaitWord(call, lease);
    const read = instantOf(call.plan.due);
    if ('fault' in read) await hold({ calls, queue, clock }, call, 'due_gone');
    else await untilDue(call, read.instant, lease);
  }

  async function untilDue(call: Call & { plan: Plan }, instant: number, lease: Lease): Promise<void> {
    for (;;) {
      const now = await nowByBothClocks(store, clock);
      const differMs = now.latest - now.earliest;
      if (differMs > 0)
        log.warn({ callId: call.id, differMs }, 'this machine and the database tell different times');
      const leftMs = instant - now.earliest;
      if (leftMs <= 0) return whenDue(call, instant, now);
      // By the clock that is ahead the time may be near, or over. It may be the wrong one, and it may be set right meanwhile.
      if (leftMs > nearMs) return comeAgain(call, instant, Math.max(nearMs, instant - now.latest));
      await clock.sleep(leftMs, lease.signal);
    }
  }

  async function comeAgain(call: Call & { plan: Plan }, at: number, inMs: number): Promise<void> {
    const { due, held } = call.plan;
    const plan = { due, dueAt: held ? call.plan.dueAt : at, ...(held && { held }) };
    await replan({ calls, queue }, call, plan, { inMs: Math.max(1, inMs) });
  }

  /** A held call lapses when its requester does not answer. */
  async function awaitWord(call: Call & { plan: Plan }, lease: Lease): Promise<void> {
    const lapsesAt = call.plan.dueAt + deadlines.heldMs;
    if (clock.now() >= lapsesAt) return void (await refuse(call, 'plan_lapsed'));
    await announcer.askAgain(call, { lease });
    await comeAgain(call, lapsesAt, lapsesAt - clock.now());
  }

  async function whenDue(call: Call & { plan: Plan }, instant: number, now: Now): Promise<void> {
    const isLate = now.latest > latestMoment({ ...call, plan: { ...call.plan, dueAt: instant } });
    if (isLate) return void (await hold({ calls, queue, clock }, call, 'late'));
    const answer = await leave(call, instant, now, call.accepted);
    const [finding] = typeof answer === 'object' && 'findings' in answer ? answer.findings : [];
    if (finding?.effect === 'blocks') await refuse(call, finding.code);
    else if (finding) await hold({ calls, queue, clock }, call, finding.code);
  }

  /** Why somebody else has to approve that the call leaves, or is planned, for this time. */
  async function needsAt(call: Call, leaves: { at: number; due: WallTime }, found: Finding[]) {
    return needsOf(call, await rules.of(call.requester), {
      ...leaves,
      isOutsideHours: isOutsideHours(found),
    });
  }

  /** The call leaves the plan and is a call like any other, unless the rules find something that its requester did not accept. */
  async function leave(
    call: Call & { plan: Plan },
    dueAt: number,
    { earliest: now, latest }: Now,
    accepted: AskCode[] = [],
  ): Promise<{ call: Call } | { findings: Finding[] } | 'moved_on'> {
    for (const at of new Set([now, latest])) {
      const found = await findingsAt(call, at);
      const findings = unaccepted(found, accepted);
      if (findings.length > 0) return { findings };
      const because = await needsAt(call, { at, due: call.plan.due }, found);
      if (because.length > 0) return planned(await askApproval(call, because, { accepted }));
    }
    const { id, request, channelId, requester } = call;
    const isFurtherAttempt = call.attempt !== undefined;
    const about = { userId: requester.userId, channelId, now, isFurtherAttempt };
    const admission = admissionOf(request, about, accepted);
    const change = { plan: { due: call.plan.due, dueAt }, accepted };
    try {
      const left = await calls.move(call, 'queued', change, (tx) => queue.enqueue(id, 'call', tx), admission);
      queue.wakeUp();
      if (left) log.info({ callId: id }, 'a planned call leaves');
      return planned(left);
    } catch (error) {
      if (error instanceof NotAdmitted) return { findings: error.findings };
      throw error;
    }
  }

  async function refuse(call: Call, code: string): Promise<Call | undefined> {
    const change = { refusal: { code }, endedAt: clock.now() };
    const refused = await calls.move(call, 'refused', change, (tx) => queue.enqueue(call.id, 'call', tx));
    queue.wakeUp();
    return refused;
  }

  /** Acts on a planned call. Its own job may have changed it between the read and the act, and left it planned, so that is tried again. */
  async function whilePlanned(
    callId: string,
    act: (call: Call & { plan: Plan }) => Promise<Planned>,
  ): Promise<Planned> {
    for (;;) {
      const call = await calls.find(callId);
      if (!call || !isPlanned(call)) return 'moved_on';
      const answer = await act(call);
      if (answer !== 'moved_on') return answer;
    }
  }

  function callNow({ id }: Call, accepted: AskCode[] = []): Promise<Planned> {
    return whilePlanned(id, (call) => {
      const now = clock.now();
      return leave(call, now, { earliest: now, latest: now }, accepted);
    });
  }

  function changeTime({ id }: Call, due: WallTime, accepted: AskCode[] = []): Promise<Planned> {
    return whilePlanned(id, async (call) => {
      const read = readDueTime(due, clock.now());
      if ('fault' in read) return { fault: read };
      const found = await findingsAt(call, read.instant);
      const findings = unaccepted(found, accepted);
      if (findings.length > 0) return { findings };
      const plan = { due, dueAt: read.instant };
      const because = await needsAt(call, { at: read.instant, due }, found);
      if (because.length > 0) return planned(await askApproval(call, because, { ...plan, accepted }));
      return planned(await replan({ calls, queue }, call, plan, { accepted }));
    });
  }

  return { runPlan, callNow, changeTime };
}

function planned(call: Call | undefined): { call: Call } | 'moved_on' {
  return call ? { call } : 'moved_on';
}

export function isPlanned(call: Call): call is Call & { plan: Plan } {
  return call.stage === 'planned' && call.plan !== undefined;
}
