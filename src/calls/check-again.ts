import type { Call } from '../domain/call.ts';
import type { Queue } from '../jobs/queue.ts';
import type { Store } from '../store/store.ts';

/** Looks once more what became of a call of which nobody knows, in a run of its own; twice at the same time is once. */
export function createCheckAgain({ store: { calls }, queue }: { store: Pick<Store, 'calls'>; queue: Queue }) {
  return async function checkAgain(call: Call): Promise<undefined> {
    if (call.stage !== 'unknown') return;
    const stage = call.kallyCallId ? 'calling' : 'checking';
    await calls.resume(call, stage, (tx) => queue.enqueue(call.id, 'call', tx));
    queue.wakeUp();
  };
}
