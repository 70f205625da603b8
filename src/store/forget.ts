import type { Prisma, PrismaClient } from '#prisma';
import type { Person } from '../domain/call.ts';
import { announce } from './changes.ts';

/** Slack's clock and ours may differ by so much. */
const clockToleranceMs = 10_000;

/** A workspace with many calls takes longer than Prisma's default of five seconds. */
const limits = { timeout: 120_000, maxWait: 10_000 };

/** Leaves nothing: all of it goes, or an error comes and nothing went. Runs of the calls hear of it. */
export function createForgetting(prisma: PrismaClient) {
  return {
    async forget({ workspaceId, userId }: Person): Promise<void> {
      await prisma.$transaction(async (tx) => {
        await forgetPeople(tx, { workspaceId, userId });
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
        await tx.installation.deleteMany({ where: { workspaceId } });
        await announce(tx, { kind: 'forgotten', workspaceId });
        return true;
      }, limits);
    },
  };
}

async function forgetPeople(tx: Prisma.TransactionClient, where: { workspaceId: string; userId?: string }) {
  await tx.linkAttempt.deleteMany({ where });
  await tx.link.deleteMany({ where });
  await tx.preference.deleteMany({ where });
  // What was posted of them goes with them.
  await tx.call.deleteMany({ where });
}
