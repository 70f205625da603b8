import { type Call, isFinal, type RescheduleAnswer } from '../domain/call.ts';
import { isNotOffered, isRefusedByState, KallyRefusal } from '../kally/errors.ts';
import type { RunDeps } from './run.ts';

/**
 * Has KallyAI dial at another time, on the clock of the call's own time zone; only before it connects. Trouble with KallyAI or the
 * account rises as it is: whether the call was moved is not known then, and asking for the same time again does no harm.
 */
export function createRescheduleCall({
  store,
  kally,
  accountOf,
  announcer,
}: Pick<RunDeps, 'store' | 'kally' | 'accountOf' | 'announcer'>) {
  return async function rescheduleCall(
    call: Call,
    when: { date: string; time: string },
  ): Promise<RescheduleAnswer> {
    const { kallyCallId: id } = call;
    if (call.stage !== 'calling' || !id) return 'too_late';
    if (call.approvalId) return 'approved_as_is';
    try {
      const moved = await kally.rescheduleCall({ account: accountOf(call.requester), id, ...when });
      await store.calls.reschedule(call, when, moved && !isFinal(moved.status) ? moved.status : undefined);
      await announcer.refresh(call.id);
      await announcer.moved(call, when);
      return 'moved';
    } catch (error) {
      if (isNotOffered(error)) return 'not_offered';
      if (!(error instanceof KallyRefusal)) throw error;
      if (error.code === 'scheduling_violation') return 'not_then';
      if (isRefusedByState(error)) return 'too_late';
      throw error;
    }
  };
}
