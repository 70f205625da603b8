import { z } from 'zod';
import type { PrismaClient } from '#prisma';
import { announce } from './changes.ts';
import type { Sealing } from './sealing.ts';

/** Slack's own record of an installation; only what we read is checked, the rest is kept as it came. */
const installationSchema = z.looseObject({
  bot: z
    .looseObject({
      token: z.string(),
      id: z.string(),
      userId: z.string(),
      /** Where Slack rotates tokens; `expiresAt` in seconds since the epoch. */
      refreshToken: z.string().exactOptional(),
      expiresAt: z.number().exactOptional(),
    })
    .exactOptional(),
});
export type StoredInstallation = z.infer<typeof installationSchema>;

/** A renewal waits for Slack inside a transaction; other replicas wait for the row. */
const renewalLimits = { timeout: 40_000, maxWait: 10_000 };

/** Installations by workspace: a team's id, or an enterprise's for org-wide installs. */
export function createInstallationStore(prisma: PrismaClient, sealing: Sealing) {
  return {
    /** Somebody installed the app, for the first time or again. */
    async save(workspaceId: string, installation: object, installedAt: number): Promise<void> {
      const data = {
        ...sealing.seal(installation, rowName(workspaceId)),
        installedAt: new Date(installedAt),
      };
      await prisma.$transaction(async (tx) => {
        await tx.installation.upsert({
          where: { workspaceId },
          create: { workspaceId, ...data },
          update: data,
        });
        await announce(tx, { kind: 'installed', workspaceId });
      });
    },

    async find(workspaceId: string): Promise<StoredInstallation | undefined> {
      const row = await prisma.installation.findUnique({ where: { workspaceId } });
      return row ? installationSchema.parse(sealing.open(row, rowName(workspaceId))) : undefined;
    },

    /**
     * Replaces a token while no other replica can: a replica that waited finds the new one and does not call `renew` again. Answers what is
     * stored afterwards, or `undefined` when the installation is gone.
     */
    async renew(
      workspaceId: string,
      oldToken: string | undefined,
      renew: (installation: StoredInstallation) => Promise<StoredInstallation>,
    ): Promise<StoredInstallation | undefined> {
      return prisma.$transaction(async (tx) => {
        await tx.$executeRaw`select set_config('lock_timeout', '18s', true), set_config('idle_in_transaction_session_timeout', '40s', true)`;
        await tx.$queryRaw`select 1 from installations where workspace_id = ${workspaceId} for update`;
        const row = await tx.installation.findUnique({ where: { workspaceId } });
        if (!row) return undefined;
        const stored = installationSchema.parse(sealing.open(row, rowName(workspaceId)));
        if (stored.bot?.token !== oldToken) return stored;
        const renewed = installationSchema.parse(await renew(stored));
        const data = sealing.seal(renewed, rowName(workspaceId));
        await tx.installation.update({ where: { workspaceId }, data });
        await announce(tx, { kind: 'installed', workspaceId });
        return renewed;
      }, renewalLimits);
    },

    /** The ids of all workspaces with the app, in batches. */
    async *workspaceIds(): AsyncGenerator<string> {
      for (let after = ''; ; ) {
        const rows = await prisma.installation.findMany({
          where: { workspaceId: { gt: after } },
          orderBy: { workspaceId: 'asc' },
          select: { workspaceId: true },
          take: 500,
        });
        const last = rows.at(-1);
        if (!last) return;
        for (const { workspaceId } of rows) yield workspaceId;
        after = last.workspaceId;
      }
    },
  };
}

export const sealedInstallations = { table: 'installations', key: ['workspace_id'], rowName } as const;

function rowName(workspaceId: string) {
  return `installation:${workspaceId}`;
}
