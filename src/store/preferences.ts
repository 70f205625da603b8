import { z } from 'zod';
import type { PrismaClient } from '#prisma';
import { fewLeftSchema } from '../domain/allowance.ts';
import { callLanguages, languages } from '../domain/language.ts';
import type { Person } from '../domain/person.ts';
import { announce, type Changes } from './changes.ts';
import { lockName } from './lock.ts';
import { createPersonMemory } from './person-memory.ts';
import type { Sealing } from './sealing.ts';

/** Those who read along in the call's thread, or the requester alone. */
export const transcriptReaders = ['thread', 'me'] as const;

/** To whom the businesses are suggested that a person had called. */
export const businessSharing = ['workspace', 'me'] as const;

export const preferencesSchema = z.object({
  /** In whose name Kally reserves, instead of the one in Slack; offered in every form. */
  name: z.string().exactOptional(),
  callLanguage: z.enum(callLanguages).exactOptional(),
  /** Instead of what Slack says of the person, as `timeZone` (IANA). */
  language: z.enum(languages).exactOptional(),
  timeZone: z.string().exactOptional(),
  /** Where a business can call the person back; E.164. */
  callbackPhone: z.string().exactOptional(),
  /** Who sees what was said; without it, everybody who sees the call. */
  transcripts: z.enum(transcriptReaders).exactOptional(),
  /** Without it, to the workspace. */
  businesses: z.enum(businessSharing).exactOptional(),
  /** Kally has said hello to them. */
  greeted: z.boolean().exactOptional(),
  /** Their KallyAI account has what the older version of the API has, and no more; as far as KallyAI said last. */
  hasOlderApi: z.boolean().exactOptional(),
  /** What little is left of their plan, as KallyAI said last; missing where there is enough. */
  fewLeft: fewLeftSchema.exactOptional(),
  /** When they last looked at their Home tab; milliseconds since the epoch. */
  homeOpenedAt: z.number().exactOptional(),
});
export type Preferences = z.infer<typeof preferencesSchema>;

const choice = {
  language: true,
  timeZone: true,
  name: true,
  callbackPhone: true,
  transcripts: true,
  businesses: true,
} as const;
const choicesSchema = preferencesSchema.pick(choice);
const keptSchema = preferencesSchema.omit(choice);

/** What people choose for themselves; more is remembered of them. */
export type Choices = z.infer<typeof choicesSchema>;

/** A choice that is left out now is cleared. */
export function replaceChoices(stored: Preferences, choices: Choices): Preferences {
  return { ...keptSchema.parse(stored), ...choices };
}

export function createPreferenceStore(
  prisma: PrismaClient,
  sealing: Sealing,
  changes?: Pick<Changes, 'subscribe' | 'isLive'>,
) {
  async function find(
    { workspaceId, userId }: Person,
    from: Pick<PrismaClient, 'preference'> = prisma,
  ): Promise<Preferences> {
    const row = await from.preference.findUnique({ where: { workspaceId_userId: { workspaceId, userId } } });
    // With a lost key, preferences count as unset, and the person sets them again.
    return preferencesSchema.parse(
      (row && sealing.openIfPossible(row, rowName({ workspaceId, userId }))) ?? {},
    );
  }

  const memory = createPersonMemory({ changes, kind: 'preferred', read: (person) => find(person) });

  return {
    find: memory.find,

    /** Of these people, those who do not share the businesses that they had called. Reads the database. */
    async keepingBusinesses(workspaceId: string, userIds: string[]): Promise<Set<string>> {
      const rows = await prisma.preference.findMany({ where: { workspaceId, userId: { in: userIds } } });
      const keeping = rows.filter((row) => {
        const opened = sealing.openIfPossible(row, rowName({ workspaceId, userId: row.userId }));
        // Nobody knows what somebody chose whose key is lost.
        return opened === undefined || preferencesSchema.parse(opened).businesses === 'me';
      });
      return new Set(keeping.map(({ userId }) => userId));
    },

    /** Changes a part of them while nobody else can; answers what there was before. */
    async change(
      { workspaceId, userId, teamId }: Person,
      change: (stored: Preferences) => Preferences,
    ): Promise<Preferences> {
      const name = rowName({ workspaceId, userId });
      const changing = prisma.$transaction(async (tx) => {
        // A process frozen in here would block the others until they run out of connections.
        await tx.$executeRaw`set local lock_timeout = '2s'`;
        // A row that is not there yet cannot be locked, but its name can.
        await lockName(tx, name);
        const stored = await find({ workspaceId, userId }, tx);
        const sealed = sealing.seal(preferencesSchema.parse(change(stored)), name);
        const data = { ...sealed, ...(teamId && { teamId }) };
        await tx.preference.upsert({
          where: { workspaceId_userId: { workspaceId, userId } },
          create: { workspaceId, userId, ...data },
          update: data,
        });
        await announce(tx, { kind: 'preferred', workspaceId, userId });
        return stored;
      });
      return changing.finally(() => memory.forget({ workspaceId, userId }));
    },
  };
}

export const sealedPreferences = {
  table: 'preferences',
  key: ['workspace_id', 'user_id'],
  rowName: (workspaceId: string, userId: string) => rowName({ workspaceId, userId }),
} as const;

function rowName({ workspaceId, userId }: Person) {
  return `preference:${workspaceId}:${userId}`;
}
