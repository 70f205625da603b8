import type { Call } from '../domain/call.ts';
import type { Engine } from '../jobs/engine.ts';
import type { Store } from '../store/store.ts';

/** Looks once more what became of a call that nobody could know of, in a run of its own; twice at the same time is once. */
export function createCheckAgain(calls: Store['calls'], engine: Pick<Engine, 'enqueue' | 'wakeUp'>) {
  return async function checkAgain(call: Call): Promise<void> {
    const stage = call.kallyCallId ? 'calling' : 'checking';
    await calls.resume(call, stage, (tx) => engine.enqueue(call.id, 'call', tx));
    engine.wakeUp();
  };
}
