import { createHmac, randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { PrismaClient, DoNotCall as Row } from '#prisma';
import { announce } from './changes.ts';
import { beyond } from './paging.ts';
import type { RuleStore, StoredRules } from './rules.ts';
import type { Sealing } from './sealing.ts';

/**
 * `by` is a person, or KallyAI, which the business asked not to call it. People are admins, unless the business asked in a call of theirs
 * (`isAsked`).
 */
const detailsSchema = z.object({
  maskedPhone: z.string(),
  reason: z.string().exactOptional(),
  by: z.enum(['admin', 'kallyai']),
  isAsked: z.boolean().exactOptional(),
});
export type DoNotCallEntry = Partial<z.infer<typeof detailsSchema>> & {
  id: string;
  addedAt: number;
  userId?: string;
};

type Addition = z.infer<typeof detailsSchema> & {
  workspaceId: string;
  phone: string;
  userId?: string;
  addedAt: number;
};

/** The numbers that a workspace does not call, as hashes that only its own key can make. */
export function createDoNotCallStore(prisma: PrismaClient, sealing: Sealing, rules: RuleStore) {
  function toEntry({ id, addedAt, userId, sealed, keyId }: Row): DoNotCallEntry {
    const details = sealed && keyId ? sealing.openIfPossible({ sealed, keyId }, rowName(id)) : undefined;
    return {
      ...(details === undefined ? {} : detailsSchema.parse(details)),
      id,
      addedAt: addedAt.getTime(),
      ...(userId !== null && { userId }),
    };
  }

  return {
    async has(workspaceId: string, { numberKey }: StoredRules, phone: string): Promise<boolean> {
      if (!numberKey) return false;
      const where = { workspaceId, numberHash: hashOf(numberKey, phone) };
      return (await prisma.doNotCall.count({ where })) > 0;
    },

    /** Which of these numbers are on the list. */
    async among(
      workspaceId: string,
      { numberKey }: StoredRules,
      phones: readonly string[],
    ): Promise<Set<string>> {
      if (!numberKey || phones.length === 0) return new Set();
      const byHash = new Map(phones.map((phone) => [hexOf(hashOf(numberKey, phone)), phone]));
      const hashes = phones.map((phone) => hashOf(numberKey, phone));
      const rows = await prisma.doNotCall.findMany({
        where: { workspaceId, numberHash: { in: hashes } },
        select: { numberHash: true },
      });
      return new Set(rows.flatMap(({ numberHash }) => byHash.get(hexOf(numberHash)) ?? []));
    },

    /** False when it stands there already; that entry stays as it is. */
    async add(addition: Addition): Promise<boolean> {
      const { workspaceId, phone, userId, addedAt, ...details } = addition;
      const adding = prisma.$transaction(async (tx) => {
        const locked = await rules.lock(tx, workspaceId);
        const { numberKey } = locked.numberKey ? locked : await rules.renewNumberKey(tx, workspaceId);
        if (!numberKey) throw new Error('a key that was just sealed does not open');
        const id = randomUUID();
        const added = await tx.doNotCall.createMany({
          data: {
            id,
            workspaceId,
            numberHash: hashOf(numberKey, phone),
            userId: userId ?? null,
            addedAt: new Date(addedAt),
            ...sealing.seal(detailsSchema.parse(details), rowName(id)),
          },
          skipDuplicates: true,
        });
        if (added.count === 0) return false;
        const { by: _, ...told } = details;
        await rules.writeChange(tx, {
          workspaceId,
          kind: 'number_added',
          userId,
          changedAt: addedAt,
          ...told,
        });
        await announce(tx, { kind: 'ruled', workspaceId });
        return true;
      });
      return adding.finally(() => rules.forgetCached(workspaceId));
    },

    /** Takes a number off the list, and writes down who did and why. False when it is not there any more. */
    async lift(
      { workspaceId, id }: { workspaceId: string; id: string },
      { userId, reason, liftedAt }: { userId: string; reason: string; liftedAt: number },
    ): Promise<boolean> {
      return prisma.$transaction(async (tx) => {
        const row = await tx.doNotCall.findFirst({ where: { workspaceId, id } });
        const gone = await tx.doNotCall.deleteMany({ where: { workspaceId, id } });
        if (!row || gone.count === 0) return false;
        const { maskedPhone } = toEntry(row);
        await rules.writeChange(tx, {
          workspaceId,
          kind: 'number_lifted',
          userId,
          changedAt: liftedAt,
          reason,
          ...(maskedPhone && { maskedPhone }),
        });
        return true;
      });
    },

    async find(workspaceId: string, id: string): Promise<DoNotCallEntry | undefined> {
      const row = await prisma.doNotCall.findFirst({ where: { workspaceId, id } });
      return row ? toEntry(row) : undefined;
    },

    /** Newest first; with `before`, those that come after that one in the list. */
    async page(
      workspaceId: string,
      size: number,
      before?: Pick<DoNotCallEntry, 'id' | 'addedAt'>,
    ): Promise<{ entries: DoNotCallEntry[]; hasOlder: boolean }> {
      const rows = await prisma.doNotCall.findMany({
        where: {
          workspaceId,
          ...(before && beyond('addedAt', { at: before.addedAt, id: before.id }, 'older')),
        },
        orderBy: [{ addedAt: 'desc' }, { id: 'desc' }],
        take: size + 1,
      });
      return { entries: rows.slice(0, size).map(toEntry), hasOlder: rows.length > size };
    },
  };
}

function hashOf(key: Buffer, phone: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHmac('sha256', key).update(phone).digest());
}

const hexOf = (hash: Uint8Array) => Buffer.from(hash).toString('hex');

export const sealedDoNotCall = { table: 'do_not_call', key: ['id'], rowName } as const;

function rowName(id: string) {
  return `do-not-call:${id}`;
}
