import { z } from 'zod';
import type { PrismaClient } from '#prisma';
import type { Sealing } from './sealing.ts';

/** Slack's own record of an installation; only what we read is checked, the rest is kept as it came. */
const installationSchema = z.looseObject({
  bot: z.looseObject({ token: z.string(), id: z.string(), userId: z.string() }).exactOptional(),
});
export type StoredInstallation = z.infer<typeof installationSchema>;

/** Installations by workspace: a team's id, or an enterprise's for org-wide installs. */
export function createInstallationStore(prisma: PrismaClient, sealing: Sealing) {
  return {
    async save(workspaceId: string, installation: object): Promise<void> {
      const sealed = sealing.seal(installation, rowName(workspaceId));
      await prisma.installation.upsert({
        where: { workspaceId },
        create: { workspaceId, ...sealed },
        update: sealed,
      });
    },
    async find(workspaceId: string): Promise<StoredInstallation | undefined> {
      const row = await prisma.installation.findUnique({ where: { workspaceId } });
      return row ? installationSchema.parse(sealing.open(row, rowName(workspaceId))) : undefined;
    },
    async remove(workspaceId: string): Promise<void> {
      await prisma.installation.deleteMany({ where: { workspaceId } });
    },
  };
}

export const sealedInstallations = { table: 'installations', key: ['workspace_id'], rowName } as const;

function rowName(workspaceId: string) {
  return `installation:${workspaceId}`;
}
