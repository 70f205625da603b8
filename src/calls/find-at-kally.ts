import type { Call, Stage } from '../domain/call.ts';
import type { KallyCall } from '../kally/client.ts';
import type { Run } from './run.ts';
import { clockSkewMs } from './timing.ts';

/** KallyAI's newest calls that are looked through; between a lost answer and this look, nobody makes more. */
const listed = 100;

type Looking = Pick<Run, 'kally' | 'calls' | 'account'> & { signal?: AbortSignal | undefined };

/**
 * Which of the calls in KallyAI's list is this one, whose id we were not told. Undefined while it is not listed, and while there are
 * others of ours for the same number in one of `rivalStages`, for what is listed may be theirs.
 */
export async function findAtKally(
  looking: Looking,
  call: Call,
  rivalStages: readonly Stage[],
): Promise<KallyCall | undefined> {
  const { kally, account, signal } = looking;
  const { calls } = await kally.listCalls({ account, limit: listed, signal });
  const alike = calls.filter((listedCall) => isLike(listedCall, call));
  if (alike.length === 0) return undefined;
  const claimed = await looking.calls.claimed(alike.map(({ id }) => id));
  const free = alike.filter(({ id }) => !claimed.has(id));
  // Oldest first, so that two calls of ours for the same thing find theirs in the order they were made.
  return (await hasRivals(looking, call, rivalStages)) ? undefined : free.at(-1);
}

async function hasRivals({ calls }: Looking, call: Call, stages: readonly Stage[]): Promise<boolean> {
  const others = await calls.ofPerson(call.requester, listed);
  return others.some(
    (other) =>
      other.id !== call.id && stages.includes(other.stage) && other.request.phone === call.request.phone,
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
