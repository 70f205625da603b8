import type { Call } from '../domain/call.ts';
import { NotConnected } from '../domain/not-connected.ts';
import type { KallyCall } from '../kally/client.ts';
import { isTaken } from '../store/calls.ts';
import { hear, type Run } from './run.ts';
import { checkGrowth, clockSkewMs, deadlines, waitOf } from './schedule.ts';

/** KallyAI's newest calls that are looked through; between a lost answer and this look, nobody makes more. */
const listed = 100;

/**
 * Finds out by reading whether a call whose answer was lost was made: nothing is sent that could make a phone ring. A call may show in
 * KallyAI's list only when it has ended, so "not there" proves nothing before the deadline.
 */
export async function checkCall(run: Run, call: Call): Promise<Call | undefined> {
  await run.show(call);
  const since = call.sentAt ?? call.confirmedAt;
  for (let tries = 0; ; tries++) {
    const found = await look(run, call).catch((error: unknown) => {
      run.signal.throwIfAborted();
      run.log.warn({ err: error }, "KallyAI's list could not be read");
      return error instanceof NotConnected ? 'not_connected' : undefined;
    });
    if (found === 'not_connected') await run.show(call, 'not_connected');
    else if (found) {
      const moved = await claim(run, call, found);
      if (moved !== 'taken') return moved;
    }
    if (run.clock.now() - since > deadlines.checkingMs) break;
    await run.sleep(waitOf(checkGrowth, tries));
  }
  return run.calls.move(call, 'unknown', { endedAt: run.clock.now() });
}

async function look(run: Run, call: Call): Promise<KallyCall | undefined> {
  const { account, signal } = run;
  const { calls } = await run.kally.listCalls({ account, limit: listed, signal });
  const alike = calls.filter((listedCall) => isLike(listedCall, call));
  if (alike.length === 0) return undefined;
  const claimed = await run.calls.claimed(alike.map(({ id }) => id));
  const free = alike.filter(({ id }) => !claimed.has(id));
  // Oldest first, so that two calls of ours for the same thing find theirs in the order they were made.
  return (await hasRivals(run, call)) ? undefined : free.at(-1);
}

/** Another call of ours for the same thing whose own answer may still come: what the list shows may be that one. */
async function hasRivals(run: Run, call: Call): Promise<boolean> {
  const others = await run.calls.ofPerson(call.requester, listed);
  return others.some(
    (other) =>
      other.id !== call.id && other.stage === 'placing' && other.request.phone === call.request.phone,
  );
}

function isLike({ submission, createdAt }: KallyCall, { request, sentAt, confirmedAt }: Call): boolean {
  const from = (sentAt ?? confirmedAt) - clockSkewMs;
  return (
    submission?.phone === request.phone &&
    submission.task?.trim() === request.task.trim() &&
    (createdAt === undefined || createdAt >= from)
  );
}

/** Another call of ours may claim the same one a moment earlier; then it was that one's. */
async function claim(run: Run, call: Call, found: KallyCall): Promise<Call | undefined | 'taken'> {
  try {
    return await hear(run, call, found);
  } catch (error) {
    if (isTaken(error)) return 'taken';
    throw error;
  }
}
