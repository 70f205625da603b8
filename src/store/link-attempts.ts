import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { PrismaClient, LinkAttempt as Row } from '#prisma';
import type { Person } from '../domain/call.ts';
import { draftSchema, languages } from '../domain/call-request.ts';
import type { Sealing } from './sealing.ts';

/** How long a *Connect KallyAI* button works. */
export const linkAttemptLifetimeMs = 10 * 60_000;
/** How long what the person was asking for can still be continued. */
export const draftLifetimeMs = 24 * 60 * 60_000;

const detailsSchema = z.object({
  personName: z.string(),
  workspaceName: z.string(),
  language: z.enum(languages),
  /** The form as it was filled when the person had to connect first; missing when they only wanted to connect. */
  draft: draftSchema.exactOptional(),
  /** Where they were. */
  channelId: z.string(),
});
type Details = z.infer<typeof detailsSchema>;

export type LinkAttempt = { id: string; person: Person; expiresAt: number; used: boolean } & Details;

export function createLinkAttemptStore(prisma: PrismaClient, sealing: Sealing) {
  const toAttempt = (row: Row): LinkAttempt => ({
    id: row.id,
    person: { workspaceId: row.workspaceId, userId: row.userId },
    expiresAt: row.expiresAt.getTime(),
    used: row.usedAt !== null,
    ...detailsSchema.parse(sealing.open(row, rowName(row.id))),
  });

  return {
    /** Starts an attempt and answers its nonce, which is kept nowhere: it is what the button of that one person carries. */
    async start(person: Person, details: Details, now: number): Promise<{ nonce: string }> {
      const nonce = randomBytes(32).toString('base64url');
      const id = randomUUID();
      await prisma.linkAttempt.deleteMany({ where: { createdAt: { lt: new Date(now - draftLifetimeMs) } } });
      await prisma.linkAttempt.create({
        data: {
          id,
          nonceHash: hashOf(nonce),
          workspaceId: person.workspaceId,
          userId: person.userId,
          createdAt: new Date(now),
          expiresAt: new Date(now + linkAttemptLifetimeMs),
          ...sealing.seal(detailsSchema.parse(details), rowName(id)),
        },
      });
      return { nonce };
    },

    /** The attempt a nonce belongs to, also when it is used up or too old: the page says which. */
    async find(nonce: string): Promise<LinkAttempt | undefined> {
      const row = await prisma.linkAttempt.findUnique({ where: { nonceHash: hashOf(nonce) } });
      return row ? toAttempt(row) : undefined;
    },

    async findById(id: string): Promise<LinkAttempt | undefined> {
      const row = await prisma.linkAttempt.findUnique({ where: { id } });
      return row ? toAttempt(row) : undefined;
    },

    /** Uses an attempt up: `true` for one caller only, and only in time. */
    async use(id: string, now: number): Promise<boolean> {
      const { count } = await prisma.linkAttempt.updateMany({
        where: { id, usedAt: null, expiresAt: { gt: new Date(now) } },
        data: { usedAt: new Date(now) },
      });
      return count === 1;
    },
  };
}

function hashOf(nonce: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHash('sha256').update(nonce).digest());
}

export const sealedLinkAttempts = { table: 'link_attempts', key: ['id'], rowName } as const;

function rowName(id: string) {
  return `link-attempt:${id}`;
}
