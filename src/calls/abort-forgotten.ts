import type { Logger } from 'pino';
import type { Changes } from '../store/changes.ts';
import type { Store } from '../store/store.ts';

/** Ends what runs for calls that were forgotten meanwhile: by `/kally forget`, or with the app. */
export function createForgottenWatch({
  changes,
  calls,
  forgetJobs,
  log,
}: {
  changes: Pick<Changes, 'hear'>;
  calls: Store['calls'];
  /** Leaves no job of theirs. */
  forgetJobs: () => Promise<void>;
  log: Logger;
}) {
  const running = new Map<AbortController, string>();
  changes.hear((change) => {
    if (change === undefined || change.kind === 'forgotten')
      endForgotten().catch((err: unknown) => log.warn({ err }, 'cannot look for forgotten calls'));
    if (change?.kind === 'forgotten')
      forgetJobs().catch((err: unknown) => log.warn({ err }, 'cannot delete the jobs of forgotten calls'));
  });

  async function endForgotten(): Promise<void> {
    // Those alone that were asked about: a run that begins while the database answers is of a call that it was not asked about.
    const asked = [...running];
    if (asked.length === 0) return;
    const known = await calls.known([...new Set(asked.map(([, callId]) => callId))]);
    for (const [forgotten, callId] of asked) {
      if (known.has(callId)) continue;
      log.info({ callId }, 'the call was forgotten; its run ends');
      forgotten.abort(new Error('the call was forgotten'));
    }
  }

  /** Resolves when the call is forgotten, whatever the run makes of it. */
  return async function unlessForgotten(
    callId: string,
    signal: AbortSignal,
    run: (signal: AbortSignal) => Promise<void>,
  ): Promise<void> {
    const forgotten = new AbortController();
    running.set(forgotten, callId);
    try {
      await run(AbortSignal.any([signal, forgotten.signal]));
    } catch (error) {
      if (!forgotten.signal.aborted) throw error;
    } finally {
      running.delete(forgotten);
    }
  };
}
