import type { Prisma, PrismaClient } from '#prisma';
import type { Person } from '../domain/person.ts';
import { announce } from './changes.ts';

/** How far Slack's clock and ours may differ. */
const clockToleranceMs = 10_000;

/** A workspace with many calls takes longer than Prisma's default of five seconds. */
const limits = { timeout: 120_000, maxWait: 10_000 };

/** Deletes everything or, on an error, nothing. Runs of the calls are told. */
export function createForgetting(prisma: PrismaClient) {
  return {
    async forget({ workspaceId, userId }: Person): Promise<void> {
      await prisma.$transaction(async (tx) => {
        await forgetPeople(tx, { workspaceId, userId });
        await forgetInRules(tx, workspaceId, userId);
        await forgetInApprovals(tx, workspaceId, userId);
        await announce(tx, { kind: 'forgotten', workspaceId });
      }, limits);
    },

    /**
     * Everything about a workspace that removed the app. `false`, and nothing is done, when it was installed again since:
     * Slack may tell late, and more than once.
     */
    async forgetWorkspace(workspaceId: string, removedAt: number): Promise<boolean> {
      return prisma.$transaction(async (tx) => {
        const later = new Date(removedAt + clockToleranceMs);
        const isBack = await tx.installation.count({ where: { workspaceId, installedAt: { gt: later } } });
        if (isBack > 0) return false;
        await forgetPeople(tx, { workspaceId });
        await tx.workspaceSettings.deleteMany({ where: { workspaceId } });
        await tx.workspaceRules.deleteMany({ where: { workspaceId } });
        await tx.ruleChange.deleteMany({ where: { workspaceId } });
        await tx.doNotCall.deleteMany({ where: { workspaceId } });
        await tx.refusalCount.deleteMany({ where: { workspaceId } });
        await tx.digest.deleteMany({ where: { workspaceId } });
        await tx.businessDecision.deleteMany({ where: { workspaceId } });
        await tx.installation.deleteMany({ where: { workspaceId } });
        await announce(tx, { kind: 'forgotten', workspaceId });
        return true;
      }, limits);
    },

    /**
     * What an organisation's people did in workspaces that Kally may not be used in any more, and what they did there before only. Who
     * has calls in others of its workspaces keeps their account and preferences.
     */
    async forgetTeams(workspaceId: string, teamIds: string[], removedAt: number): Promise<void> {
      const until = new Date(removedAt + clockToleranceMs);
      const where = { workspaceId, teamId: { in: teamIds } };
      await prisma.$transaction(async (tx) => {
        await tx.linkAttempt.deleteMany({ where: { ...where, createdAt: { lte: until } } });
        await tx.proposal.deleteMany({ where: { ...where, proposedAt: { lte: until } } });
        await tx.assistantToken.deleteMany({ where: { ...where, createdAt: { lte: until } } });
        await tx.call.deleteMany({ where: { ...where, confirmedAt: { lte: until } } });
        await tx.$executeRaw`delete from links l where workspace_id = ${workspaceId} and team_id = any(${teamIds})
          and connected_at <= ${until} and not exists
          (select from calls c where c.workspace_id = l.workspace_id and c.user_id = l.user_id)`;
        await tx.$executeRaw`delete from preferences p where workspace_id = ${workspaceId} and team_id = any(${teamIds})
          and updated_at <= ${until} and not exists
          (select from calls c where c.workspace_id = p.workspace_id and c.user_id = p.user_id)`;
        await announce(tx, { kind: 'forgotten', workspaceId });
      }, limits);
    },
  };
}

async function forgetPeople(tx: Prisma.TransactionClient, where: { workspaceId: string; userId?: string }) {
  await tx.linkAttempt.deleteMany({ where });
  await tx.link.deleteMany({ where });
  await tx.preference.deleteMany({ where });
  await tx.proposal.deleteMany({ where });
  await tx.assistantToken.deleteMany({ where });
  // The ledger of their messages is deleted with them.
  await tx.call.deleteMany({ where });
}

/**
 * What somebody decided for their workspace stands without their name and their words; of a number that they put on the do-not-call list,
 * the hash alone. A business that they pinned keeps its number and name, which say nothing of them. They are none of the people by name any
 * more.
 */
async function forgetInRules(tx: Prisma.TransactionClient, workspaceId: string, userId: string) {
  const nameless = { userId: null, sealed: null, keyId: null };
  await tx.ruleChange.updateMany({ where: { workspaceId, userId }, data: nameless });
  await tx.doNotCall.updateMany({ where: { workspaceId, userId }, data: nameless });
  await tx.businessDecision.updateMany({ where: { workspaceId, userId }, data: { userId: null } });
  for (const part of ['callers', 'approval'] as const) {
    const path = [part, 'people'];
    await tx.$executeRaw`update workspace_rules set version = version + 1,
        rules = jsonb_set(rules, ${path}::text[], (rules #> ${path}::text[]) - ${userId}::text)
      where workspace_id = ${workspaceId} and (rules #> ${path}::text[]) @> jsonb_build_array(${userId}::text)`;
  }
}

/** What somebody decided stands without their name and their words, and allows nothing any more. Nobody says that they were asked. */
async function forgetInApprovals(tx: Prisma.TransactionClient, workspaceId: string, userId: string) {
  await tx.approval.updateMany({
    where: { workspaceId, decidedBy: userId },
    data: { decidedBy: null, sealed: null, keyId: null },
  });
  await tx.$executeRaw`update approvals set asked = array_remove(asked, ${userId})
    where workspace_id = ${workspaceId} and ${userId} = any(asked)`;
  await tx.$executeRaw`delete from posts p using calls c where p.call_id = c.id and c.workspace_id = ${workspaceId}
    and p.part like 'approval-%' and p.part like ${`%-${userId}%`}`;
}
