import { z } from 'zod';
import type { Prisma, PrismaClient } from '#prisma';
import type { Person } from '../domain/person.ts';
import { announce, type Changes } from './changes.ts';
import { createPersonMemory } from './person-memory.ts';
import type { Sealed, Sealing } from './sealing.ts';

export const linkTokensSchema = z.object({
  accessToken: z.string(),
  refreshToken: z.string().exactOptional(),
  /** Milliseconds since the epoch, as `obtainedAt`, from which the lifetime follows. */
  expiresAt: z.number(),
  obtainedAt: z.number().exactOptional(),
  scope: z.string().exactOptional(),
  /** KallyAI refreshes tokens of its two sign-ins at different addresses. */
  grant: z.enum(['code', 'terminal']),
});
export type LinkTokens = z.infer<typeof linkTokensSchema>;

/**
 * A refresh waits for KallyAI inside a transaction. Cut off, it could lose a refresh token that KallyAI has just replaced, so the
 * limit is above the slowest refresh (three tries, their time-outs and pauses) after the longest wait for the row.
 */
const refreshLimits = { timeout: 90_000, maxWait: 10_000 };

export function createLinkStore(
  prisma: PrismaClient,
  sealing: Sealing,
  changes?: Pick<Changes, 'subscribe' | 'isLive'>,
) {
  const columns = (person: Person, tokens: LinkTokens) => ({
    ...sealing.seal(linkTokensSchema.parse(tokens), rowName(person)),
    expiresAt: new Date(tokens.expiresAt),
  });

  /** With a lost key the person counts as not connected, and connects again. */
  function tokensIn(person: Person, row: Sealed | null): LinkTokens | undefined {
    const opened = row ? sealing.openIfPossible(row, rowName(person)) : undefined;
    return opened === undefined ? undefined : linkTokensSchema.parse(opened);
  }

  const tokens = createPersonMemory({
    changes,
    kind: 'linked',
    async read(person): Promise<LinkTokens | undefined> {
      return tokensIn(person, await prisma.link.findUnique({ where: { workspaceId_userId: keyOf(person) } }));
    },
  });
  const connected = createPersonMemory({
    changes,
    kind: 'linked',
    async read(person) {
      const row = await prisma.link.findUnique({ where: { workspaceId_userId: keyOf(person) } });
      return tokensIn(person, row) !== undefined;
    },
  });

  function forgetRemembered(person: Person): void {
    tokens.forget(person);
    connected.forget(person);
  }

  return {
    /** `tx` where it belongs to something larger; `forgetRemembered` once that is written. */
    async connect(
      person: Person,
      tokens: LinkTokens,
      connectedAt: number,
      tx?: Prisma.TransactionClient,
    ): Promise<void> {
      if (!tx)
        return prisma
          .$transaction((own) => this.connect(person, tokens, connectedAt, own))
          .finally(() => forgetRemembered(person));
      const { teamId = null } = person;
      const data = { ...columns(person, tokens), teamId, connectedAt: new Date(connectedAt) };
      const where = { workspaceId_userId: keyOf(person) };
      await tx.link.upsert({ where, create: { ...keyOf(person), ...data }, update: data });
      await announce(tx, { kind: 'linked', ...keyOf(person) });
    },

    forgetRemembered,

    isConnected: connected.find,

    /** How many people of a workspace are connected. */
    count: (workspaceId: string): Promise<number> => prisma.link.count({ where: { workspaceId } }),

    /** Since when, in milliseconds since the epoch; `undefined` when not connected. */
    async connectedAt(person: Person): Promise<number | undefined> {
      const where = { workspaceId_userId: keyOf(person) };
      const row = await prisma.link.findUnique({ where, select: { connectedAt: true } });
      return row?.connectedAt.getTime();
    },

    find: tokens.find,

    /** Connected people of all workspaces, drawn by lot. */
    async draw(most: number): Promise<Person[]> {
      return prisma.$queryRaw<Person[]>`select workspace_id as "workspaceId", user_id as "userId" from links
        order by random() limit ${most}`;
    },

    /**
     * Replaces tokens while no other replica can: a replica that waited finds the new ones and does not call `renew` again. A `renew` that
     * answers `undefined` gives the link up. Answers what is stored afterwards, or `undefined` when the link is gone.
     */
    async renew(
      person: Person,
      rejectedAccessToken: string,
      renew: (tokens: LinkTokens) => Promise<LinkTokens | undefined>,
    ): Promise<LinkTokens | undefined> {
      const { workspaceId, userId } = person;
      const renewing = prisma.$transaction(async (tx) => {
        await tx.$executeRaw`select set_config('lock_timeout', '15s', true), set_config('idle_in_transaction_session_timeout', '90s', true)`;
        await tx.$queryRaw`select 1 from links where workspace_id = ${workspaceId} and user_id = ${userId} for update`;
        const row = await tx.link.findUnique({ where: { workspaceId_userId: keyOf(person) } });
        const stored = tokensIn(person, row);
        if (!stored) return undefined;
        if (stored.accessToken !== rejectedAccessToken) return stored;
        const renewed = await renew(stored);
        const where = { workspaceId_userId: keyOf(person) };
        if (renewed) await tx.link.update({ where, data: columns(person, renewed) });
        else await tx.link.delete({ where });
        await announce(tx, { kind: 'linked', ...keyOf(person) });
        return renewed;
      }, refreshLimits);
      return renewing.finally(() => forgetRemembered(person));
    },

    /** Forgets the tokens; `false` when there was nothing to forget. */
    async disconnect(person: Person): Promise<boolean> {
      const disconnecting = prisma.$transaction(async (tx) => {
        const { count } = await tx.link.deleteMany({ where: keyOf(person) });
        await announce(tx, { kind: 'linked', ...keyOf(person) });
        return count > 0;
      });
      return disconnecting.finally(() => forgetRemembered(person));
    },
  };
}

function keyOf({ workspaceId, userId }: Person) {
  return { workspaceId, userId };
}

export const sealedLinks = {
  table: 'links',
  key: ['workspace_id', 'user_id'],
  rowName: (workspaceId: string, userId: string) => rowName({ workspaceId, userId }),
} as const;

function rowName({ workspaceId, userId }: Person) {
  return `link:${workspaceId}:${userId}`;
}
