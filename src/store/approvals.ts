import { z } from 'zod';
import { Prisma, type PrismaClient, type Approval as Row } from '#prisma';
import {
  type Approval,
  type ApprovalDecision,
  approvalReasons,
  approvalResults,
} from '../domain/approval.ts';
import { wallTimeSchema } from '../domain/due-time.ts';
import type { Sealing } from './sealing.ts';

export const approvalDetailsSchema = z.object({
  digest: z.string(),
  reason: z.string().exactOptional(),
});

type NewApproval = Omit<Approval, 'decision' | 'digest'> & { workspaceId: string; digest: string };

/** Somebody else decided it meanwhile. */
export class AlreadyDecided extends Error {
  override name = 'AlreadyDecided';
}

/** What the rules want somebody else to approve, and what was decided. */
export function createApprovalStore(prisma: PrismaClient, sealing: Sealing) {
  function toApproval(row: Row): Approval {
    const { id, callId, asked, attempts, due, dueAt } = row;
    const { digest } = detailsIn(sealing, row);
    const decision = decisionIn(sealing, row);
    return {
      id,
      callId,
      because: approvalReasons.filter((one) => row.because.includes(one)),
      asked,
      attempts,
      ...(due !== null && { due: wallTimeSchema.parse(due) }),
      ...(dueAt && { dueAt: dueAt.getTime() }),
      askedAt: row.askedAt.getTime(),
      until: row.until.getTime(),
      ...(digest !== undefined && { digest }),
      ...(decision && { decision }),
    };
  }

  return {
    async add(
      tx: Pick<Prisma.TransactionClient, 'approval'>,
      { digest, askedAt, until, due, dueAt, ...approval }: NewApproval,
    ): Promise<void> {
      await tx.approval.create({
        data: {
          ...approval,
          due: due ?? Prisma.DbNull,
          dueAt: dueAt === undefined ? null : new Date(dueAt),
          askedAt: new Date(askedAt),
          until: new Date(until),
          ...sealing.seal(approvalDetailsSchema.parse({ digest }), rowName(approval.id)),
        },
      });
    },

    async find(id: string): Promise<Approval | undefined> {
      const row = await prisma.approval.findUnique({ where: { id } });
      return row ? toApproval(row) : undefined;
    },

    /** All that was asked about a call, oldest first. */
    async ofCall(callId: string): Promise<Approval[]> {
      const rows = await prisma.approval.findMany({ where: { callId }, orderBy: { askedAt: 'asc' } });
      return rows.map(toApproval);
    },

    /** Who was asked. The first to find out is right: the same people are asked again after a crash. */
    async nameAsked(id: string, asked: string[]): Promise<void> {
      await prisma.approval.updateMany({ where: { id, asked: { isEmpty: true } }, data: { asked } });
    },

    /** Writes down a decision, in the transaction that moves the call. Throws `AlreadyDecided` when there is one. */
    async decide(
      tx: Pick<Prisma.TransactionClient, 'approval'>,
      { id, digest }: Pick<Approval, 'id' | 'digest'>,
      { result, at, by, reason }: ApprovalDecision,
    ): Promise<void> {
      const decided = await tx.approval.updateMany({
        where: { id, decision: null },
        data: {
          decision: result,
          decidedAt: new Date(at),
          decidedBy: by ?? null,
          ...(reason !== undefined &&
            sealing.seal(approvalDetailsSchema.parse({ digest: digest ?? '', reason }), rowName(id))),
        },
      });
      if (decided.count === 0) throw new AlreadyDecided('an approval was decided meanwhile');
    },
  };
}

function detailsIn(
  sealing: Sealing,
  { id, sealed, keyId }: Row,
): Partial<z.infer<typeof approvalDetailsSchema>> {
  const opened = sealed && keyId ? sealing.openIfPossible({ sealed, keyId }, rowName(id)) : undefined;
  return opened === undefined ? {} : approvalDetailsSchema.parse(opened);
}

/** What was decided, as it is kept. */
export function decisionIn(sealing: Sealing, row: Row): ApprovalDecision | undefined {
  const { decision, decidedBy, decidedAt } = row;
  const result = approvalResults.find((one) => one === decision);
  if (!result || !decidedAt) return undefined;
  const { reason } = detailsIn(sealing, row);
  return {
    result,
    at: decidedAt.getTime(),
    ...(decidedBy !== null && { by: decidedBy }),
    ...(reason !== undefined && { reason }),
  };
}

export const sealedApprovals = { table: 'approvals', key: ['id'], rowName } as const;

function rowName(id: string) {
  return `approval:${id}`;
}
