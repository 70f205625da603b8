import { z } from 'zod';
import type { PrismaClient, AssistantToken as Row } from '#prisma';
import { type AssistantToken, assistantNameMax, assistantScopes } from '../domain/assistant.ts';
import type { Person } from '../domain/person.ts';
import { personOf } from './calls.ts';
import { lockName } from './lock.ts';
import type { Sealing } from './sealing.ts';
import { hashOf } from './secrets.ts';

export const assistantNameSchema = z.object({ name: z.string().max(assistantNameMax) });

/** That a token was used is noted no more often than this. */
const notedMs = 10 * 60_000;

export function createAssistantTokenStore(prisma: PrismaClient, sealing: Sealing) {
  function toToken(row: Row): AssistantToken {
    // With a lost key the name is gone; the token can still be revoked.
    const sealed = assistantNameSchema.safeParse(sealing.openIfPossible(row, rowName(row.id))).data;
    return {
      id: row.id,
      name: sealed?.name ?? '',
      // A later release may know more scopes.
      scopes: assistantScopes.filter((scope) => row.scopes.includes(scope)),
      createdAt: row.createdAt.getTime(),
      expiresAt: row.expiresAt.getTime(),
      ...(row.lastUsedAt && { lastUsedAt: row.lastUsedAt.getTime() }),
    };
  }

  return {
    /** Keeps the hash of a token; false if the person has `most` already. */
    async add(
      person: Person,
      { name, createdAt, expiresAt, ...made }: Omit<AssistantToken, 'lastUsedAt'>,
      secret: string,
      most: number,
    ): Promise<boolean> {
      const { workspaceId, userId } = person;
      return prisma.$transaction(async (tx) => {
        await lockName(tx, `assistants:${workspaceId}:${userId}`);
        const where = { workspaceId, userId, expiresAt: { gt: new Date(createdAt) } };
        if ((await tx.assistantToken.count({ where })) >= most) return false;
        await tx.assistantToken.create({
          data: {
            ...person,
            ...made,
            tokenHash: hashOf(secret),
            createdAt: new Date(createdAt),
            expiresAt: new Date(expiresAt),
            ...sealing.seal(assistantNameSchema.parse({ name }), rowName(made.id)),
          },
        });
        return true;
      });
    },

    /** Whose token it is, while it works. */
    async use(secret: string, now: number): Promise<{ person: Person; token: AssistantToken } | undefined> {
      const row = await prisma.assistantToken.findUnique({ where: { tokenHash: hashOf(secret) } });
      if (!row || row.expiresAt.getTime() <= now) return undefined;
      if (!row.lastUsedAt || row.lastUsedAt.getTime() < now - notedMs)
        await prisma.assistantToken.updateMany({
          where: { id: row.id },
          data: { lastUsedAt: new Date(now) },
        });
      return { person: personOf(row), token: toToken(row) };
    },

    /** Those of a person that work, newest first. */
    async ofPerson({ workspaceId, userId }: Person, now: number): Promise<AssistantToken[]> {
      const rows = await prisma.assistantToken.findMany({
        where: { workspaceId, userId, expiresAt: { gt: new Date(now) } },
        orderBy: { createdAt: 'desc' },
      });
      return rows.map(toToken);
    },

    /** Deletes one of a person's, or all; answers how many. */
    async revoke({ workspaceId, userId }: Person, id?: string): Promise<number> {
      if (id !== undefined && !z.uuid().safeParse(id).success) return 0;
      const { count } = await prisma.assistantToken.deleteMany({
        where: { workspaceId, userId, ...(id !== undefined && { id }) },
      });
      return count;
    },
  };
}

export const sealedAssistantTokens = { table: 'assistant_tokens', key: ['id'], rowName } as const;

function rowName(id: string) {
  return `assistant-token:${id}`;
}
