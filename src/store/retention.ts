import { Prisma, type PrismaClient } from '#prisma';
import { draftLifetimeMs } from './link-attempts.ts';

/** Small batches, so that no statement locks many rows for long. */
const batchSize = 1_000;

/** How long a business is not suggested that an admin removed. What an admin pinned stays. */
const removedBusinessDays = 365;

/** How long it is told who changed the rules of a workspace. */
const ruleChangeDays = 365;

/** How long a proposal is kept after it was made: its key names it so long, and a call that it became may be waited for. */
const proposalDays = 7;

/** How long refused requests are counted: a little more than the month that admins are shown. */
const refusalDays = 60;
/** A channel that was told nothing for so long begins anew. */
const digestDays = 60;

export type Swept = {
  calls: number;
  proposals: number;
  assistantTokens: number;
  linkAttempts: number;
  installStates: number;
  ruleChanges: number;
  refusalCounts: number;
  digests: number;
  removedBusinesses: number;
};

/**
 * Deletes what has been kept for long enough: calls for as long as the admins of their workspace decided, else for `retentionDays`. Calls
 * that are not over yet are never among it.
 */
export async function sweep(
  prisma: PrismaClient,
  { now, retentionDays }: { now: number; retentionDays: number },
): Promise<Swept> {
  const deleteAll = async (batch: Prisma.Sql) => {
    for (let deleted = 0; ; ) {
      const count = await prisma.$executeRaw(batch);
      deleted += count;
      if (count < batchSize) return deleted;
    }
  };
  return {
    // The ledger of their messages is deleted with them.
    calls: await deleteAll(Prisma.sql`delete from calls where id in (
      select c.id from calls c left join workspace_settings s using (workspace_id)
        where c.stage in ('ended', 'refused', 'unknown') and coalesce(c.heard_end_at, c.ended_at, c.confirmed_at)
          < ${new Date(now)}::timestamptz - coalesce(s.retention_days, ${retentionDays}::int) * interval '24 hours'
        limit ${batchSize})`),
    proposals: await deleteAll(Prisma.sql`delete from proposals where id in (
      select p.id from proposals p where p.proposed_at < ${new Date(now)}::timestamptz - ${proposalDays}::int * interval '24 hours'
        and not exists (select from calls c where c.id = p.call_id and c.stage in ('queued', 'placing', 'calling', 'checking'))
      limit ${batchSize})`),
    assistantTokens: await deleteAll(Prisma.sql`delete from assistant_tokens where id in (
      select id from assistant_tokens where expires_at < ${new Date(now)} limit ${batchSize})`),
    linkAttempts: await deleteAll(Prisma.sql`delete from link_attempts where id in (
      select id from link_attempts where created_at < ${new Date(now - draftLifetimeMs)}
        or (used_at is not null and expires_at < ${new Date(now)}) limit ${batchSize})`),
    ruleChanges: await deleteAll(Prisma.sql`delete from rule_changes where id in (
      select id from rule_changes where changed_at < ${new Date(now)}::timestamptz - ${ruleChangeDays}::int * interval '24 hours'
      limit ${batchSize})`),
    refusalCounts: await prisma.$executeRaw`delete from refusal_counts
      where day < ${new Date(now)}::timestamptz - ${refusalDays}::int * interval '24 hours'`,
    removedBusinesses: await deleteAll(Prisma.sql`delete from business_decisions where id in (
      select id from business_decisions where not is_pinned
        and decided_at < ${new Date(now)}::timestamptz - ${removedBusinessDays}::int * interval '24 hours' limit ${batchSize})`),
    digests: await prisma.$executeRaw`delete from digests
      where told_until < ${new Date(now)}::timestamptz - ${digestDays}::int * interval '24 hours'`,
    installStates: await deleteAll(Prisma.sql`delete from used_install_states where hash in (
      select hash from used_install_states where expires_at < ${new Date(now)} limit ${batchSize})`),
  };
}
