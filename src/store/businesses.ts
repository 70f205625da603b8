import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Prisma, PrismaClient, BusinessDecision as Row } from '#prisma';
import type { Call } from '../domain/call.ts';
import { callRequestSchema } from '../domain/call-request.ts';
import { maskPhone } from '../domain/phone.ts';
import { personOf, sealedCalls } from './calls.ts';
import { announce } from './changes.ts';
import { lockName } from './lock.ts';
import type { ChangeKind, RuleStore } from './rules.ts';
import type { Sealing } from './sealing.ts';

/** How many businesses of a workspace's calls are looked at, and how many its admins may decide about. */
const sharedMax = 500;
export const decisionsMax = 200;
/** How many numbers a decision can stand for: a business that moves more often loses the oldest. */
const replacesMax = 10;

const detailsSchema = z.object({
  phone: z.string(),
  businessName: z.string(),
  /** Numbers that people called before an admin corrected them. */
  replaces: z.array(z.string()),
});

/** What an admin decided about a business: it stays, under this number and name, or it is not suggested. */
export type BusinessDecision = z.infer<typeof detailsSchema> & {
  isPinned: boolean;
  decidedAt: number;
  /** Missing when that admin was forgotten. */
  userId?: string;
};

type Who = { userId: string; decidedAt: number };
type Change = Who & { workspaceId: string; phone: string; businessName: string; kind: ChangeKind };

/** A call that shares its business with the workspace. */
export type SharingCall = Pick<Call, 'id' | 'requester' | 'request' | 'confirmedAt'>;

/** The businesses that are suggested to a whole workspace: those that its calls share, and what its admins decided about them. */
export function createBusinessStore(
  prisma: PrismaClient,
  sealing: Sealing,
  rules: Pick<RuleStore, 'writeChange'>,
) {
  function toDecision({ id, isPinned, userId, decidedAt, ...row }: Row): BusinessDecision[] {
    const details = sealing.openIfPossible(row, rowName(id));
    if (details === undefined) return [];
    const decided = { isPinned, decidedAt: decidedAt.getTime(), ...(userId !== null && { userId }) };
    return [{ ...detailsSchema.parse(details), ...decided }];
  }

  async function decisionsOf(
    workspaceId: string,
    from: Pick<Prisma.TransactionClient, 'businessDecision'> = prisma,
  ): Promise<(BusinessDecision & { id: string })[]> {
    const rows = await from.businessDecision.findMany({ where: { workspaceId }, take: decisionsMax });
    return rows.flatMap((row) => toDecision(row).map((decision) => ({ ...decision, id: row.id })));
  }

  /** Written in the transaction of what it tells. */
  function noteChange(
    tx: Prisma.TransactionClient,
    { workspaceId, phone, businessName, kind, userId, decidedAt }: Change,
  ): Promise<void> {
    const told = { kind, businessName, maskedPhone: maskPhone(phone) };
    return rules.writeChange(tx, { workspaceId, userId, changedAt: decidedAt, ...told });
  }

  /** One at a time: of two admins who decide about one business, the later one's decision stands alone. */
  async function deciding<T>(
    workspaceId: string,
    numbers: string[],
    decide: (tx: Prisma.TransactionClient, earlier: BusinessDecision[]) => Promise<T>,
  ): Promise<T> {
    return prisma.$transaction(async (tx) => {
      await lockName(tx, `businesses:${workspaceId}`);
      const all = await decisionsOf(workspaceId, tx);
      const earlier = all.filter((one) => numbers.some((number) => standsFor(one, number)));
      await tx.businessDecision.deleteMany({ where: { id: { in: earlier.map(({ id }) => id) } } });
      const answer = await decide(tx, earlier);
      await announce(tx, { kind: 'ruled', workspaceId });
      return answer;
    });
  }

  return {
    /** From now on, the business of this call is suggested to others. */
    async share(callId: string): Promise<void> {
      await prisma.call.updateMany({ where: { id: callId }, data: { sharesBusiness: true } });
    },

    /** The latest call of each person to each number that shares its business, newest first. */
    async sharingCalls(workspaceId: string): Promise<SharingCall[]> {
      const latest = await prisma.$queryRaw<{ id: string }[]>`
        select id from (select distinct on (phone_hash, user_id, team_id) id, confirmed_at from calls
          where workspace_id = ${workspaceId} and shares_business
          order by phone_hash, user_id, team_id, confirmed_at desc) latest
        order by confirmed_at desc limit ${sharedMax}`;
      const rows = await prisma.call.findMany({
        where: { id: { in: latest.map(({ id }) => id) } },
        orderBy: { confirmedAt: 'desc' },
      });
      return rows.flatMap((row) => {
        const request = sealing.openIfPossible(row, sealedCalls.rowName(row.id));
        if (request === undefined) return [];
        const { id, confirmedAt } = row;
        return [
          {
            id,
            requester: personOf(row),
            request: callRequestSchema.parse(request),
            confirmedAt: confirmedAt.getTime(),
          },
        ];
      });
    },

    decisions: (workspaceId: string): Promise<BusinessDecision[]> => decisionsOf(workspaceId),

    /** Replaces what was decided about a number before. False when there are as many decisions as there may be. */
    async decide(
      workspaceId: string,
      about: string,
      decision: Pick<BusinessDecision, 'phone' | 'businessName' | 'isPinned'>,
      { userId, decidedAt, isEdit = false }: Who & { isEdit?: boolean },
    ): Promise<boolean> {
      const { isPinned, ...named } = decision;
      const numbers = [about, decision.phone];
      return deciding(workspaceId, numbers, async (tx, earlier) => {
        if ((await tx.businessDecision.count({ where: { workspaceId } })) >= decisionsMax) return false;
        const before = earlier.flatMap(({ phone, replaces }) => [phone, ...replaces]);
        const replaces = [...new Set([about, ...before])].filter((number) => number !== decision.phone);
        const id = randomUUID();
        const details = detailsSchema.parse({ ...named, replaces: replaces.slice(0, replacesMax) });
        const data = { id, workspaceId, userId, isPinned, decidedAt: new Date(decidedAt) };
        await tx.businessDecision.create({ data: { ...data, ...sealing.seal(details, rowName(id)) } });
        const kind = isEdit ? 'business_edited' : isPinned ? 'business_pinned' : 'business_removed';
        await noteChange(tx, { workspaceId, ...named, kind, userId, decidedAt });
        return true;
      });
    },

    /** Nothing is decided about a number any more: its business is suggested as long as calls share it. */
    withdraw: (
      workspaceId: string,
      { phone, businessName }: Pick<BusinessDecision, 'phone' | 'businessName'>,
      who: Who,
    ): Promise<void> =>
      deciding(workspaceId, [phone], (tx, earlier) =>
        earlier.length > 0
          ? noteChange(tx, { workspaceId, phone, businessName, kind: 'business_freed', ...who })
          : Promise.resolve(),
      ),
  };
}

/** Whether a decision is about this number. */
export function standsFor({ phone, replaces }: Pick<BusinessDecision, 'phone' | 'replaces'>, number: string) {
  return phone === number || replaces.includes(number);
}

export const sealedBusinessDecisions = { table: 'business_decisions', key: ['id'], rowName } as const;

function rowName(id: string) {
  return `business-decision:${id}`;
}
