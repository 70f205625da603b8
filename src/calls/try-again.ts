import { randomUUID } from 'node:crypto';
import type { Call } from '../domain/call.ts';
import { faultsOfWhen } from '../domain/call-request.ts';
import { nextAllowed } from '../domain/calling-hours.ts';
import { instantOf, wallTimeAt } from '../domain/due-time.ts';
import {
  ladderEnd,
  maxFurtherAttempts,
  mayTryAgain,
  nextAttempt,
  numberWeekMs,
  tomorrowMorning,
} from '../domain/retry-ladder.ts';
import { CapReached, type NumberCall } from '../store/calls.ts';
import type { Store } from '../store/store.ts';
import type { Announcer } from './announcer.ts';
import { type ApprovalNeeds, newApproval } from './approval-needs.ts';
import type { ConfirmDeps } from './confirm-call.ts';
import { nowByBothClocks } from './in-time.ts';
import type { Planned } from './plan-call.ts';
import { clocksOf, type Finding, type FindingsOf, findingsOf, isBlock } from './policies.ts';
import type { RulesInForce } from './rules.ts';

/** How long a person lets pass before the next try. */
export type RetryWait = { minutes: number } | 'tomorrow';

type Deps = Pick<ConfirmDeps, 'queue' | 'caps' | 'clock' | 'log'> & {
  rules: Pick<RulesInForce, 'ruledFor' | 'hoursOf'>;
  store: Pick<Store, 'calls' | 'posts' | 'proposals' | 'approvals' | 'aheadMs'>;
  announcer: Pick<Announcer, 'refresh'>;
  findingsAt: FindingsOf;
  needsOf: ApprovalNeeds;
};

/** Calls again when the line was busy or nobody answered. Each try is a planned call of its own, on the card of the previous one. */
export function createTryAgain({
  store,
  queue,
  caps,
  rules,
  announcer,
  findingsAt,
  needsOf,
  clock,
  log,
}: Deps) {
  const { calls, posts, approvals, proposals } = store;

  /** The requester pressed *Try again*. Two presses, even on two replicas, are one submission, and so one call. */
  async function tryAgain(call: Call, wait: RetryWait): Promise<Planned> {
    const { attempt = 1, request } = call;
    if (!mayTryAgain(call) || attempt > maxFurtherAttempts) return 'moved_on';
    const hours = await rules.hoursOf(call.requester);
    const at = nextAllowed(wantedAt(wait, clock.now(), request.timeZone), clocksOf(request), hours);
    if (at === undefined) return { findings: [{ effect: 'blocks', code: 'never_open' }] };
    const findings = await blocksAt(call, at);
    return findings.length > 0 ? { findings } : plan(call, at);
  }

  /** The requester agreed to further tries on the form. When there is none left, the card offers the buttons. */
  async function tryOn(call: Call): Promise<void> {
    const { attempt: attempts = 1, request } = call;
    const until = ladderUntil(call);
    if (until === undefined) return;
    // A clock that was set back must not bring the next try forward.
    const { latest: now } = await nowByBothClocks(store, clock);
    const earlierCalls = (await callsBefore(call, now)).map(({ at }) => at);
    const hours = await rules.hoursOf(call.requester);
    // After an outage the end may be old. It counts as one of now, so that nothing is planned for the past.
    const ladder = { call, endedAt: now, attempts, earlierCalls, zones: clocksOf(request), hours, until };
    const next = nextAttempt(ladder);
    const [finding] = 'at' in next ? await blocksAt(call, next.at) : [];
    const answer = 'none' in next || finding ? undefined : await plan(call, next.at, until);
    const isPlanned = typeof answer === 'object' && 'call' in answer;
    if (isPlanned) return;
    log.info({ callId: call.id, next, finding: finding?.code }, 'a call is not tried again');
    const [blocked] = typeof answer === 'object' && 'findings' in answer ? answer.findings : [finding];
    await calls.note(call, { triesEnded: 'none' in next ? next.none : (blocked?.code ?? 'moved_on') });
    await announcer.refresh(call.id);
  }

  /** Calls to the number within the week before a moment, this one among them. */
  function callsBefore({ requester, request }: Call, at: number): Promise<NumberCall[]> {
    return calls.callsToNumber({ id: randomUUID(), requester, request }, at - numberWeekMs);
  }

  async function blocksAt(call: Call, at: number): Promise<Finding[]> {
    const { requester, request, channelId } = call;
    const made = await callsBefore(call, at);
    const lately = { calls: made, userId: requester.userId, channelId, now: at, isFurtherAttempt: true };
    const findings = [
      ...(await findingsAt(call, at)),
      ...findingsOf(request, { lately }),
      ...timeIsOver(call, at),
    ];
    return findings.filter(isBlock);
  }

  async function plan(call: Call, wanted: number, retryUntil?: number): Promise<Planned> {
    const { attempt = 1, requester, request, channelId, accepted, approvalId } = call;
    const id = randomUUID();
    const due = wallTimeAt(wanted, request.timeZone);
    // A due time has no seconds, and what is approved for a moment may not leave before it.
    const read = instantOf(due);
    const at = 'instant' in read ? read.instant : wanted;
    const { rules: inForce } = await rules.ruledFor(requester, request.phone);
    const asked = { id, requester, request, attempt: attempt + 1, approvalId };
    // The moment is one at which phones may ring there.
    const because = await needsOf(asked, inForce, { at, due, isOutsideHours: false });
    const askedAt = clock.now();
    const approval =
      because.length > 0 ? newApproval(asked, because, { askedAt, due, dueAt: at }) : undefined;
    const approvedBy = approval?.id ?? approvalId;
    const next = {
      id,
      requester,
      request,
      channelId,
      confirmedAt: askedAt,
      plan: { due, dueAt: at },
      attempt: attempt + 1,
      ...(retryUntil !== undefined && { retryUntil }),
      ...(accepted && { accepted }),
      ...(approvedBy && { approvalId: approvedBy }),
      ...(approval && { stage: 'awaiting_approval' as const }),
    };
    const alongside: Parameters<typeof calls.confirm>[2] = async (tx) => {
      await posts.handOn(tx, call.id, id);
      await proposals.handOn(tx, call.id, id);
      if (approval) await approvals.add(tx, approval);
      await queue.enqueue(id, approval ? 'approval' : 'plan', tx, { version: 0 });
    };
    const limits = { caps: { ...caps, perDay: inForce.perDay } };
    try {
      const written = await calls.confirm(next, `attempt:${call.id}`, alongside, limits);
      queue.wakeUp();
      log.info({ callId: written.id, after: call.id, attempt: attempt + 1 }, 'a call is tried again');
      return { call: written };
    } catch (error) {
      if (error instanceof CapReached) return { findings: [{ effect: 'blocks', code: error.code }] };
      throw error;
    }
  }

  return { tryAgain, tryOn };
}

/** Until when a call may be tried again without another click. */
function ladderUntil({ attempt, retryUntil, request, sentAt, confirmedAt }: Call): number | undefined {
  if (attempt !== undefined) return retryUntil;
  return request.triesAgain && ladderEnd(sentAt ?? confirmedAt, request.timeZone);
}

function wantedAt(wait: RetryWait, now: number, timeZone: string): number {
  return wait === 'tomorrow' ? tomorrowMorning(now, timeZone) : now + wait.minutes * 60_000;
}

/** Nobody is asked on Saturday for a table on Friday. */
function timeIsOver({ request: { date, time, timeZone } }: Call, at: number): Finding[] {
  const faults = faultsOfWhen(date, time, { now: at, timeZone });
  return Object.keys(faults).length > 0 ? [{ effect: 'blocks', code: 'asked_time_over' }] : [];
}
