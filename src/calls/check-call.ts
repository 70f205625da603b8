import { backoff } from '../domain/backoff.ts';
import type { Call } from '../domain/call.ts';
import { NotConnected } from '../domain/not-connected.ts';
import type { KallyCall } from '../kally/client.ts';
import { isUniqueViolation } from '../store/calls.ts';
import { findAtKally } from './find-at-kally.ts';
import { type Moved, moved, type Run, recordStatus } from './run.ts';
import { checkGrowth, deadlines } from './timing.ts';

/**
 * Finds out whether a call with a lost answer was made. It only reads, and sends nothing that could make a phone ring. KallyAI may list a call
 * only when it has ended, so "not in the list" proves nothing before the deadline.
 */
export async function checkCall(run: Run, call: Call): Promise<Moved | undefined> {
  await run.show(call);
  const since = call.sentAt ?? call.confirmedAt;
  for (let tries = 0; ; tries++) {
    const found = await findAtKally(run, call).catch((error: unknown) => {
      run.signal.throwIfAborted();
      run.log.warn({ err: error }, "KallyAI's list could not be read");
      return error instanceof NotConnected ? 'not_connected' : undefined;
    });
    if (found === 'not_connected') await run.show(call, 'not_connected');
    else if (found) {
      const claimed = await claim(run, call, found);
      if (claimed !== 'taken' && claimed !== 'unwritten') return claimed;
    }
    if (run.clock.now() - since > deadlines.checkingMs) break;
    await run.sleep(backoff(checkGrowth, tries));
  }
  return moved(await run.calls.move(call, 'unknown', { endedAt: run.clock.now() }));
}

/** Another call of ours may claim the same KallyAI call a moment earlier; then it belongs to that one. */
async function claim(
  run: Run,
  call: Call,
  found: KallyCall,
): Promise<Moved | undefined | 'taken' | 'unwritten'> {
  try {
    return await recordStatus(run, call, found);
  } catch (error) {
    run.signal.throwIfAborted();
    if (isUniqueViolation(error)) return 'taken';
    // The database may reject what KallyAI says; the call then ends without it.
    run.log.warn({ err: error }, 'what KallyAI says of this call could not be written');
    return 'unwritten';
  }
}
