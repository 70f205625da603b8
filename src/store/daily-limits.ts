import type { Prisma } from '#prisma';
import type { Person } from '../domain/person.ts';
import type { Rules } from '../domain/rules.ts';
import { lockName } from './lock.ts';

/** A limit counts 24 hours, not a calendar day, which begins at another moment for each reader. */
export const dayMs = 24 * 60 * 60_000;

type Counted = { person: number; workspace: number; number: number };

/** The limit that one more call exceeds. */
export type DayLimit = keyof Counted;

/** Confirms the calls of a workspace one at a time where a rule counts them together. */
export async function aloneInWorkspace(
  tx: Prisma.TransactionClient,
  workspaceId: string,
  { workspace, number }: Rules['perDay'],
): Promise<void> {
  if (workspace === undefined && number === undefined) return;
  await lockName(tx, `confirm:${workspaceId}`);
}

/** Counts the calls confirmed within a day, without those that were never dialled. */
export async function countDay(
  db: Pick<Prisma.TransactionClient, '$queryRaw'>,
  { workspaceId, userId }: Person,
  { now, hashes }: { now: number; hashes: Uint8Array[] },
): Promise<Counted> {
  const [counted] = await db.$queryRaw<Counted[]>`
    select count(*) filter (where user_id = ${userId})::int as person, count(*)::int as workspace,
      count(*) filter (where phone_hash = any(${hashes}))::int as number
    from calls where workspace_id = ${workspaceId} and stage <> 'refused' and confirmed_at > ${new Date(now - dayMs)}`;
  return counted ?? { person: 0, workspace: 0, number: 0 };
}

/** The first limit that the counts exceed, if any. */
export function limitBeyond(perDay: Rules['perDay'], counted: Counted): DayLimit | undefined {
  const isBeyond = (one: DayLimit) => counted[one] > (perDay[one] ?? Number.POSITIVE_INFINITY);
  return (['number', 'person', 'workspace'] as const).find(isBeyond);
}
