import { z } from 'zod';
import type { Prisma, PrismaClient, Proposal as Row } from '#prisma';
import type { Person } from '../domain/person.ts';
import {
  type Proposal,
  type ProposalDetails,
  proposalDetailsSchema,
  type Settlement,
  settlements,
} from '../domain/proposal.ts';
import { isUniqueViolation, personOf } from './calls.ts';
import { lockName } from './lock.ts';
import type { Sealing } from './sealing.ts';
import { hashOf } from './secrets.ts';

/** The most that may be proposed to one person, whatever proposes. */
export type ProposalCaps = { open: number; anHour: number };

type Proposed = ProposalDetails & Pick<Proposal, 'id' | 'person' | 'proposedAt' | 'expiresAt'>;
type Alongside = (tx: Prisma.TransactionClient) => Promise<void>;

const hourMs = 60 * 60_000;

export function createProposalStore(prisma: PrismaClient, sealing: Sealing) {
  /** A row that a lost key sealed counts as not there. */
  function toProposal(row: Row): Proposal | undefined {
    const details = sealing.openIfPossible(row, rowName(row.id));
    if (details === undefined) return undefined;
    const { id, settled, callId, channelId, ts, answeredAt } = row;
    return {
      ...proposalDetailsSchema.parse(details),
      id,
      person: personOf(row),
      proposedAt: row.proposedAt.getTime(),
      expiresAt: row.expiresAt.getTime(),
      ...(settled !== null && { settled: z.enum(settlements).parse(settled) }),
      ...(callId !== null && { callId }),
      ...(channelId !== null && ts !== null && { shown: { channelId, ts } }),
      ...(answeredAt !== null && { isAnswered: true }),
    };
  }

  async function ofKey({ workspaceId, userId }: Person, key: string): Promise<Proposal | undefined> {
    const where = { workspaceId_userId_keyHash: { workspaceId, userId, keyHash: hashOf(key) } };
    const row = await prisma.proposal.findUnique({ where });
    return row ? toProposal(row) : undefined;
  }

  return {
    ofKey,

    /** Writes a proposal and what `alongside` writes; `capped` if the person has too many. The same key again answers the first one. */
    async add(
      { id, person, proposedAt, expiresAt, ...details }: Proposed,
      key: string,
      caps: ProposalCaps,
      alongside: Alongside,
    ): Promise<Proposal | 'capped'> {
      const { workspaceId, userId } = person;
      const data = {
        id,
        ...person,
        keyHash: hashOf(key),
        proposedAt: new Date(proposedAt),
        expiresAt: new Date(expiresAt),
        ...sealing.seal(proposalDetailsSchema.parse(details), rowName(id)),
      };
      try {
        const isAdded = await prisma.$transaction(async (tx) => {
          // One at a time for each person; otherwise many at once would not count one another.
          await lockName(tx, `propose:${workspaceId}:${userId}`);
          const [counted] = await tx.$queryRaw<{ open: number; lately: number }[]>`
            select count(*) filter (where settled is null and expires_at > ${new Date(proposedAt)})::int as open,
              count(*) filter (where proposed_at > ${new Date(proposedAt - hourMs)})::int as lately
            from proposals where workspace_id = ${workspaceId} and user_id = ${userId} and key_hash <> ${data.keyHash}`;
          if (counted && (counted.open >= caps.open || counted.lately >= caps.anHour)) return false;
          await tx.proposal.create({ data });
          await alongside(tx);
          return true;
        });
        return isAdded ? { ...details, id, person, proposedAt, expiresAt } : 'capped';
      } catch (error) {
        if (!isUniqueViolation(error)) throw error;
        const earlier = await ofKey(person, key);
        if (!earlier) throw error;
        return earlier;
      }
    },

    async find(id: string): Promise<Proposal | undefined> {
      if (!z.uuid().safeParse(id).success) return undefined;
      const row = await prisma.proposal.findUnique({ where: { id } });
      return row ? toProposal(row) : undefined;
    },

    /** The proposal that became this call. */
    async ofCall(callId: string): Promise<Proposal | undefined> {
      const row = await prisma.proposal.findFirst({ where: { callId } });
      return row ? toProposal(row) : undefined;
    },

    /** Settles an open proposal, and writes what `alongside` writes; false if it is settled already. */
    async settle(id: string, settled: Settlement, settledAt: number, alongside: Alongside): Promise<boolean> {
      return prisma.$transaction(async (tx) => {
        const data = { settled, settledAt: new Date(settledAt) };
        const { count } = await tx.proposal.updateMany({ where: { id, settled: null }, data });
        if (count === 1) await alongside(tx);
        return count === 1;
      });
    },

    /** Makes it the call that is written in the same transaction; false if it is settled already, or too old. */
    async becomeCall(tx: Prisma.TransactionClient, id: string, callId: string, at: number): Promise<boolean> {
      const { count } = await tx.proposal.updateMany({
        where: { id, settled: null, expiresAt: { gt: new Date(at) } },
        data: { settled: 'called', settledAt: new Date(at), callId },
      });
      return count === 1;
    },

    /** Notes the message that shows it; answers the one that was first. */
    async noteShown(id: string, shown: { channelId: string; ts: string }): Promise<typeof shown | undefined> {
      await prisma.proposal.updateMany({ where: { id, ts: null }, data: shown });
      const row = await prisma.proposal.findUnique({ where: { id }, select: { channelId: true, ts: true } });
      return row?.channelId && row.ts ? { channelId: row.channelId, ts: row.ts } : undefined;
    },

    async noteAnswered(id: string, at: number): Promise<void> {
      await prisma.proposal.updateMany({ where: { id }, data: { answeredAt: new Date(at) } });
    },

    /** A person's proposals of whose outcome nobody was told. */
    async unanswered({ workspaceId, userId }: Person): Promise<Proposal[]> {
      const rows = await prisma.proposal.findMany({ where: { workspaceId, userId, answeredAt: null } });
      return rows.flatMap((row) => toProposal(row) ?? []);
    },

    /** A further try takes the place of the call before it. */
    async handOn(tx: Pick<Prisma.TransactionClient, 'proposal'>, from: string, to: string): Promise<void> {
      await tx.proposal.updateMany({ where: { callId: from }, data: { callId: to } });
    },

    /** For what is written about a proposal outside its row. */
    touch: (write: Alongside): Promise<void> => prisma.$transaction(write),

    async remove(id: string): Promise<void> {
      await prisma.proposal.deleteMany({ where: { id } });
    },
  };
}

export const sealedProposals = { table: 'proposals', key: ['id'], rowName } as const;

function rowName(id: string) {
  return `proposal:${id}`;
}
