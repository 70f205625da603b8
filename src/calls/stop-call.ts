import { backoff } from '../domain/backoff.ts';
import { type Call, isFinal, isOver, isWaiting, type StopAnswer } from '../domain/call.ts';
import { NotConnected } from '../domain/not-connected.ts';
import type { Lease } from '../jobs/leases.ts';
import type { Queue } from '../jobs/queue.ts';
import type { KallyCall } from '../kally/client.ts';
import { isNotOffered, isRefusedByState, KallyRefusal } from '../kally/errors.ts';
import type { Store } from '../store/store.ts';
import { withdrawApproval } from './approve-call.ts';
import { findAtKally } from './find-at-kally.ts';
import { type GoingOn, type RunDeps, recordStatus } from './run.ts';
import { stopGrowth } from './timing.ts';

/** Stops calls; `access.ts` decides who may. */
export function createStopCall({
  store,
  kally,
  accountOf,
  announcer,
  queue,
  clock,
  log,
}: Omit<RunDeps, 'store' | 'metrics' | 'queue' | 'rules' | 'hours' | GoingOn> & {
  store: Pick<Store, 'calls' | 'approvals'>;
  queue: Queue;
}) {
  const { calls, approvals } = store;

  /** Idempotent: a second request only returns the state. */
  async function endCall(callId: string): Promise<StopAnswer> {
    for (;;) {
      const call = await calls.find(callId);
      if (!call || isOver(call.stage)) return { result: 'already_ended' };
      if (isNotSent(call)) {
        if (await takeBack(call)) return { result: 'cancelled' };
      } else if (call.stopRequestedAt) return { result: 'later' };
      else if (await calls.requestStop(callId, clock.now(), (tx) => queue.enqueue(callId, 'stop', tx)))
        return tryAtOnce(call);
    }
  }

  /** False if the run that places the call was quicker. */
  async function takeBack(call: Call): Promise<boolean> {
    const change = { refusal: { code: 'stopped' }, endedAt: clock.now() };
    const { stage, id } = call;
    // A planned call, or one that awaits approval, has no run that would update the card later if this edit fails.
    const taken = await calls.move(call, 'refused', change, async (tx, { version }) => {
      if (stage !== 'queued') await queue.enqueue(id, 'call', tx);
      if (stage !== 'awaiting_approval') return;
      await withdrawApproval(approvals, tx, call, clock.now());
      await queue.enqueue(id, 'approval', tx, { version });
    });
    if (!taken) return false;
    queue.wakeUp();
    log.info({ callId: call.id }, 'call taken back before it was placed');
    await refresh(call.id);
    return true;
  }

  async function tryAtOnce(call: Call): Promise<StopAnswer> {
    const [answer] = await Promise.all([attempt(call), refresh(call.id)]);
    await refresh(call.id);
    return answer;
  }

  /** The job: tries until KallyAI stops the call or refuses to, or the call is over. */
  async function runStop({ callId, signal }: Lease): Promise<void> {
    for (let tries = 0; ; tries++) {
      const call = await calls.find(callId);
      if (!call?.stopRequestedAt || call.stoppedAt || isOver(call.stage)) return;
      // If the call is back in the queue, its own run sees the request and does not place it.
      const { result } = call.stage === 'queued' ? { result: 'later' } : await attempt(call, signal);
      if (result !== 'later') return refresh(callId, isGoingOn(result) ? 'not_stopped' : undefined);
      await clock.sleep(backoff(stopGrowth, tries), signal);
    }
  }

  async function attempt(call: Call, signal?: AbortSignal): Promise<StopAnswer> {
    const answer = await ask(call, signal).catch((error: unknown): StopAnswer => {
      signal?.throwIfAborted();
      log.warn({ err: error, callId: call.id }, 'a call could not be stopped yet');
      return { result: isNotAllowed(error) ? 'not_allowed' : 'later' };
    });
    log.info({ callId: call.id, result: answer.result }, 'KallyAI was asked to stop the call');
    if (isGoingOn(answer.result)) await calls.forgetStop(call.id);
    return answer;
  }

  async function ask(call: Call, signal?: AbortSignal): Promise<StopAnswer> {
    const account = accountOf(call.requester);
    const looking = { kally, calls, account, signal };
    const id = call.kallyCallId ?? (await findAtKally(looking, call))?.id;
    if (!id) return { result: 'later' };
    // A found id may belong to the call of somebody else whose answer is still out.
    const isTold = call.kallyCallId !== undefined && !call.kallyCallFound;
    if (!isTold && (await calls.isPlacedElsewhere(call))) return { result: 'later' };
    const about = { account, id, signal };
    const reply = await endAtKally(about, call.status);
    if (reply === 'not_offered') return { result: 'not_offered' };
    const stopped = reply === 'ended' ? await calls.recordStopped(call.id, clock.now()) : call;
    const heard = await kally.getCall(about).catch(() => undefined);
    if (!heard || !isFinal(heard.status)) return { result: reply === 'ended' ? 'stopped' : 'too_late' };
    if (stopped && !isOver(stopped.stage)) await recordStatus({ calls, clock }, stopped, heard);
    return reply === 'ended' ? endOf(heard) : { result: 'already_ended' };
  }

  /**
   * KallyAI cancels a call before it connects, and stops it afterwards. Only KallyAI knows which applies, so if it refuses one, we try the
   * other.
   */
  async function endAtKally(about: Parameters<typeof kally.stopCall>[0], status: string | undefined) {
    const ways = isWaiting(status) ? [kally.cancelCall, kally.stopCall] : [kally.stopCall, kally.cancelCall];
    for (const way of ways) {
      try {
        await way(about);
        return 'ended';
      } catch (error) {
        if (isNotOffered(error)) return 'not_offered';
        if (!isRefusedByState(error)) throw error;
      }
    }
    return 'refused';
  }

  /** A failed edit does not hold up the stop: the call's own run edits the card again. */
  async function refresh(callId: string, delay?: 'not_stopped'): Promise<void> {
    await announcer
      .refresh(callId, { delay })
      .catch((error: unknown) => log.warn({ err: error, callId }, 'the card could not be edited'));
  }

  return { endCall, runStop };
}

function isNotSent({ stage }: Call): boolean {
  return stage === 'awaiting_approval' || stage === 'planned' || stage === 'queued';
}

function endOf({ status, durationSeconds }: KallyCall): StopAnswer {
  if (status === 'cancelled') return { result: 'cancelled' };
  return { result: 'stopped', ...(durationSeconds !== undefined && { durationSeconds }) };
}

function isGoingOn(result: string): boolean {
  return result === 'too_late' || result === 'not_offered' || result === 'not_allowed';
}

function isNotAllowed(error: unknown): boolean {
  return (
    error instanceof NotConnected || (error instanceof KallyRefusal && [401, 403].includes(error.status))
  );
}
