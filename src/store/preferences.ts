import { z } from 'zod';
import type { PrismaClient } from '#prisma';
import type { Person } from '../domain/call.ts';
import { languages } from '../domain/call-request.ts';
import type { Sealing } from './sealing.ts';

const preferencesSchema = z.object({
  /** The name given for the last reservation, offered for the next one. */
  name: z.string().exactOptional(),
  callLanguage: z.enum(languages).exactOptional(),
});
export type Preferences = z.infer<typeof preferencesSchema>;

export function createPreferenceStore(prisma: PrismaClient, sealing: Sealing) {
  return {
    async find({ workspaceId, userId }: Person): Promise<Preferences> {
      const row = await prisma.preference.findUnique({
        where: { workspaceId_userId: { workspaceId, userId } },
      });
      return row ? preferencesSchema.parse(sealing.open(row, rowName({ workspaceId, userId }))) : {};
    },
    async save({ workspaceId, userId }: Person, preferences: Preferences): Promise<void> {
      const sealed = sealing.seal(preferencesSchema.parse(preferences), rowName({ workspaceId, userId }));
      await prisma.preference.upsert({
        where: { workspaceId_userId: { workspaceId, userId } },
        create: { workspaceId, userId, ...sealed },
        update: sealed,
      });
    },
  };
}

function rowName({ workspaceId, userId }: Person) {
  return `preference:${workspaceId}:${userId}`;
}
