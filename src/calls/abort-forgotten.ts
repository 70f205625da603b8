import type { Logger } from 'pino';
import type { Lease } from '../jobs/leases.ts';
import type { JobHandler } from '../jobs/worker.ts';
import type { Changes } from '../store/changes.ts';
import type { Store } from '../store/store.ts';

/** Aborts the runs of forgotten calls: by `/kally forget`, or when the app is removed. */
export function createForgottenWatch({
  changes,
  calls,
  log,
}: {
  changes: Pick<Changes, 'subscribe'>;
  calls: Store['calls'];
  log: Logger;
}) {
  const running = new Map<AbortController, string>();
  changes.subscribe((change) => {
    if (change === undefined || change.kind === 'forgotten')
      abortForgotten().catch((err: unknown) => log.warn({ err }, 'cannot look for forgotten calls'));
  });

  async function abortForgotten(): Promise<void> {
    // Only runs in the query: a run may begin while the database answers.
    const asked = [...running];
    if (asked.length === 0) return;
    const existing = await calls.existing([...new Set(asked.map(([, callId]) => callId))]);
    for (const [forgotten, callId] of asked) {
      if (existing.has(callId)) continue;
      log.info({ callId }, 'the call was forgotten; its run ends');
      forgotten.abort(new Error('the call was forgotten'));
    }
  }

  /** The handler resolves when its call is forgotten, even if the run fails. */
  return (run: JobHandler): JobHandler =>
    async function unlessForgotten(lease: Lease): Promise<void> {
      const forgotten = new AbortController();
      running.set(forgotten, lease.callId);
      try {
        await run({ ...lease, signal: AbortSignal.any([lease.signal, forgotten.signal]) });
      } catch (error) {
        if (!forgotten.signal.aborted) throw error;
      } finally {
        running.delete(forgotten);
      }
    };
}
