import type { Logger } from 'pino';
import { type Approval, type ApprovalDecision, type ApprovalReason, nudgeAt } from '../domain/approval.ts';
import type { Call } from '../domain/call.ts';
import type { Clock } from '../domain/clock.ts';
import { type WallTime, wallTimeAt } from '../domain/due-time.ts';
import type { AskCode } from '../domain/plan.ts';
import type { Lease } from '../jobs/leases.ts';
import type { Queue } from '../jobs/queue.ts';
import type { JobHandler } from '../jobs/worker.ts';
import { AlreadyDecided } from '../store/approvals.ts';
import type { Store } from '../store/store.ts';
import { type Announcer, CannotBeSaid } from './announcer.ts';
import { isUnaltered, newApproval } from './approval-needs.ts';
import type { Approvers } from './approvers.ts';
import { nearMs } from './in-time.ts';

type Deps = {
  store: Pick<Store, 'calls' | 'approvals'>;
  queue: Pick<Queue, 'enqueue' | 'wakeUp'>;
  announcer: Announcer;
  approvers: Pick<Approvers, 'toAsk'>;
  askApproval: AskApproval;
  /** For a call that a restored database holds as planned. */
  runPlan: JobHandler;
  clock: Clock;
  log: Logger;
};

/** What came of an approver's press. `late`: it was decided before, or its time is over. `altered`: the call is not what they read. */
export type Decided = { decided: Call } | { late: Approval | undefined } | 'altered';

type Awaiting = { call: Call; approval: Approval };
type Tx = Parameters<Queue['enqueue']>[2];

/** Has a planned call approved anew: it leaves at another time, or the rules changed. Nothing is dialled meanwhile. */
export function createAskApproval({
  store: { calls, approvals },
  queue,
  clock,
  log,
}: Pick<Deps, 'store' | 'queue' | 'clock' | 'log'>) {
  return async function ask(
    call: Call,
    because: ApprovalReason[],
    { due, dueAt, accepted }: { due?: WallTime; dueAt?: number; accepted?: AskCode[] } = {},
  ): Promise<Call | undefined> {
    const approval = newApproval(call, because, { askedAt: clock.now(), due, dueAt });
    const change = {
      approvalId: approval.id,
      ...(due && dueAt !== undefined && { plan: { due, dueAt } }),
      ...(accepted && { accepted }),
    };
    const asked = await calls.move(call, 'awaiting_approval', change, async (tx, { version }) => {
      await approvals.add(tx, approval);
      await queue.enqueue(call.id, 'approval', tx, { version });
    });
    queue.wakeUp();
    if (asked) log.info({ callId: call.id, because }, 'somebody else has to approve a call');
    return asked;
  };
}

export type AskApproval = ReturnType<typeof createAskApproval>;

/** Writes down that nobody is asked any more, where somebody still is. */
export async function withdrawApproval(
  approvals: Store['approvals'],
  tx: Tx & Parameters<Store['approvals']['decide']>[0],
  { approvalId }: Pick<Call, 'approvalId'>,
  at: number,
): Promise<void> {
  if (approvalId) await approvals.decide(tx, { id: approvalId }, { result: 'withdrawn', at });
}

/**
 * Somebody else has to approve a call before it is queued or planned. The row moves on with the decision in one conditional statement, so
 * that of two approvers, or of one who is in time and the end of that time, one decides.
 */
export function createApproveCall({
  store: { calls, approvals },
  queue,
  announcer,
  approvers,
  askApproval,
  runPlan,
  clock,
  log,
}: Deps) {
  /** The approval that decides about a call, while it is open. */
  async function awaiting(call: Call): Promise<Awaiting | undefined> {
    if (call.stage !== 'awaiting_approval' || !call.approvalId) return undefined;
    const approval = await approvals.find(call.approvalId);
    if (!approval) throw new Error('a call that awaits approval has nothing to be approved');
    return { call, approval };
  }

  async function decide(
    { call, approval }: Awaiting,
    decision: ApprovalDecision,
    refusal?: string,
  ): Promise<Call | undefined> {
    const alongside: Parameters<typeof calls.move>[3] = async (tx, { version }) => {
      await approvals.decide(tx, approval, decision);
      await queue.enqueue(call.id, refusal ? 'call' : 'plan', tx, { version });
      await queue.enqueue(call.id, 'approval', tx, { version });
    };
    try {
      const moved = refusal
        ? await calls.move(call, 'refused', { refusal: { code: refusal }, endedAt: decision.at }, alongside)
        : await calls.move(call, 'planned', { plan: planOf(call, decision.at) }, alongside);
      queue.wakeUp();
      if (moved) log.info({ callId: call.id, result: decision.result }, 'an approval is decided');
      return moved;
    } catch (error) {
      if (error instanceof AlreadyDecided) return undefined;
      throw error;
    }
  }

  /** An approver's press, on what they were sent about this approval. */
  async function press(
    callId: string,
    approvalId: string | undefined,
    decision: { result: 'approved' | 'declined'; by: string; reason?: string },
  ): Promise<Decided> {
    const late = async () => ({
      late: approvalId === undefined ? undefined : await approvals.find(approvalId),
    });
    for (;;) {
      const call = await calls.find(callId);
      const open = call && (await awaiting(call));
      if (!open || open.approval.id !== approvalId) return late();
      const at = clock.now();
      if (at >= open.approval.until) {
        await decide(open, { result: 'expired', at }, 'approval_expired');
        return late();
      }
      if (decision.result === 'approved' && !isUnaltered(open.approval, open.call.request)) {
        await askApproval(open.call, open.approval.because, open.call.plan);
        return 'altered';
      }
      const refusal = decision.result === 'declined' ? 'approval_declined' : undefined;
      const decided = await decide(open, { ...decision, at }, refusal);
      // Its own job may have moved it without deciding.
      if (decided) return { decided };
    }
  }

  /**
   * The job: asks, reminds once, and ends the wait. Whatever was decided by then, what approvers were sent is made to say so. Twice at
   * once, or again after a crash, says nothing twice.
   */
  async function runApproval(lease: Lease): Promise<void> {
    const found = await calls.find(lease.callId);
    if (!found) return calls.giveUp(lease.callId, clock.now());
    // A restored database holds it as planned.
    if (found.stage === 'planned' && found.version === lease.version) await runPlan(lease);
    const open = found.version === lease.version ? await awaiting(found) : undefined;
    if (open) await pursue(open, lease);
    await tellDecided(lease);
  }

  async function pursue({ call, approval }: Awaiting, lease: Lease): Promise<void> {
    if (clock.now() >= approval.until) return expire({ call, approval });
    const asked = await nameAsked({ call, approval });
    if (asked.length === 0) return expire({ call, approval }, 'no_approver');
    await announcer.card(call, { lease });
    await askAll({ call, approval }, asked, { lease, isReminder: false });
    const reminds = clock.now() >= nudgeAt(approval);
    if (reminds) await askAll({ call, approval }, asked, { lease, isReminder: true });
    await goOn({ call, approval }, reminds ? approval.until : nudgeAt(approval), lease);
  }

  async function nameAsked({ call, approval }: Awaiting): Promise<string[]> {
    if (approval.asked.length > 0) return approval.asked;
    const found = await approvers.toAsk(call.requester);
    if (found.length > 0) await approvals.nameAsked(approval.id, found);
    return (await approvals.find(approval.id))?.asked ?? [];
  }

  /** Somebody whom Slack does not let Kally write to keeps nobody else from being asked. */
  async function askAll(
    { call, approval }: Awaiting,
    asked: string[],
    { lease, isReminder }: { lease: Lease; isReminder: boolean },
  ): Promise<void> {
    for (const userId of asked) {
      try {
        await announcer.askApproval(call, approval, { userId, isReminder }, { lease });
      } catch (error) {
        if (!(error instanceof CannotBeSaid)) throw error;
        log.warn({ err: error, callId: call.id }, 'somebody who may approve a call cannot be asked');
      }
    }
  }

  async function goOn({ call, approval }: Awaiting, at: number, lease: Lease): Promise<void> {
    const inMs = at - clock.now();
    if (inMs > nearMs) {
      const change = call.plan ? { plan: call.plan } : {};
      await calls.move(call, 'awaiting_approval', change, (tx, { version }) =>
        queue.enqueue(call.id, 'approval', tx, { inMs, version }),
      );
      return;
    }
    await clock.sleep(Math.max(0, inMs), lease.signal);
    const stored = await calls.find(call.id);
    if (stored?.version === call.version) await pursue({ call: stored, approval }, lease);
  }

  async function expire(open: Awaiting, code = 'approval_expired'): Promise<void> {
    await decide(open, { result: 'expired', at: clock.now() }, code);
  }

  async function tellDecided(lease: Lease): Promise<void> {
    const [call, all] = await Promise.all([calls.find(lease.callId), approvals.ofCall(lease.callId)]);
    if (!call) return;
    for (const approval of all)
      if (approval.decision) await announcer.approvalDecided(call, approval, { lease });
  }

  return { press, runApproval };
}

/** What is approved to leave at once is planned for now, and leaves by the same way as every planned call. */
function planOf({ plan, request }: Call, now: number) {
  return plan ?? { due: wallTimeAt(now, request.timeZone), dueAt: now };
}
