import type { PrismaClient } from '#prisma';

/** What the admins of a workspace set; the operator's settings fill the rest. */
export type WorkspaceSettings = { retentionDays?: number };

export function createSettingsStore(prisma: PrismaClient) {
  return {
    async find(workspaceId: string): Promise<WorkspaceSettings> {
      const row = await prisma.workspaceSettings.findUnique({ where: { workspaceId } });
      return row ? { retentionDays: row.retentionDays } : {};
    },

    async save(workspaceId: string, settings: Required<WorkspaceSettings>): Promise<void> {
      await prisma.workspaceSettings.upsert({
        where: { workspaceId },
        create: { workspaceId, ...settings },
        update: settings,
      });
    },
  };
}
