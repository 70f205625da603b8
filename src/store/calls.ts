import { z } from 'zod';
import { Prisma, type PrismaClient, type Call as Row } from '#prisma';
import { type Call, isOver, mayFollow, type Stage, stages } from '../domain/call.ts';
import { type CallRequest, callRequestSchema } from '../domain/call-request.ts';
import type { Person } from '../domain/person.ts';
import type { Sealing } from './sealing.ts';

const refusalSchema = z.object({
  code: z.string(),
  correlationId: z.string().exactOptional(),
  upgradeUrl: z.string().exactOptional(),
});

/** What may change of a call after it was confirmed. */
export type CallChange = Partial<
  Pick<Call, 'sentAt' | 'kallyCallId' | 'status' | 'durationSeconds' | 'refusal' | 'endedAt' | 'stoppedAt'>
>;

/** A wish to stop is remembered in these: before them it is simply not dialled, after them it is over. */
const stoppable: Stage[] = ['placing', 'calling', 'checking'];

export function createCallStore(prisma: PrismaClient, sealing: Sealing) {
  const toCall = (row: Row): Call => ({
    id: row.id,
    requester: personOf(row),
    request: callRequestSchema.parse(sealing.open(row, rowName(row.id))),
    channelId: row.channelId,
    stage: row.stage,
    confirmedAt: row.confirmedAt.getTime(),
    ...(row.sentAt && { sentAt: row.sentAt.getTime() }),
    ...(row.endedAt && { endedAt: row.endedAt.getTime() }),
    ...(row.stopRequestedAt && { stopRequestedAt: row.stopRequestedAt.getTime() }),
    ...(row.stoppedAt && { stoppedAt: row.stoppedAt.getTime() }),
    ...(row.kallyCallId && { kallyCallId: row.kallyCallId }),
    ...(row.status && { status: row.status }),
    ...(row.durationSeconds !== null && { durationSeconds: row.durationSeconds }),
    ...(row.refusal && { refusal: refusalSchema.parse(row.refusal) }),
  });

  /** What a lost key sealed counts as not there. */
  const openableCall = (row: Row) =>
    sealing.openIfPossible(row, rowName(row.id)) === undefined ? undefined : toCall(row);
  const openable = (rows: Row[]) => rows.flatMap((row) => openableCall(row) ?? []);

  /** Only while the call is in the stage that it is believed to be in. */
  async function changeInPlace(
    call: Call,
    data: Prisma.CallUpdateManyMutationInput,
  ): Promise<Call | undefined> {
    const where = { id: call.id, stage: call.stage };
    const [row] = await prisma.call.updateManyAndReturn({ where, data });
    return row && toCall(row);
  }

  return {
    /**
     * Writes a confirmed call and, in the same transaction, whatever `alongside` writes. The same submission again writes nothing and
     * answers the call it made the first time.
     */
    async confirm(
      call: Pick<Call, 'id' | 'requester' | 'request' | 'channelId' | 'confirmedAt'>,
      submissionId: string,
      alongside: (tx: Prisma.TransactionClient) => Promise<void>,
    ): Promise<Call> {
      const { workspaceId } = call.requester;
      const data = {
        id: call.id,
        ...call.requester,
        submissionId,
        channelId: call.channelId,
        confirmedAt: new Date(call.confirmedAt),
        ...sealing.seal(call.request, rowName(call.id)),
      };
      try {
        const row = await prisma.$transaction(async (tx) => {
          const written = await tx.call.create({ data });
          await alongside(tx);
          return written;
        });
        return toCall(row);
      } catch (error) {
        if (!isUniqueViolation(error)) throw error;
        const where = { workspaceId_submissionId: { workspaceId, submissionId } };
        return toCall(await prisma.call.findUniqueOrThrow({ where }));
      }
    },

    async find(id: string): Promise<Call | undefined> {
      const row = await prisma.call.findUnique({ where: { id } });
      return row ? openableCall(row) : undefined;
    },

    /**
     * Moves a call on, but only from the stage it is believed to be in: of two runs that believe the same, one gets the call and
     * the other `undefined`. This is what keeps a phone from ringing twice. Answers the row as it then is.
     */
    async move(call: Call, stage: Stage, change: CallChange = {}): Promise<Call | undefined> {
      if (!mayFollow(call.stage, stage)) throw new Error(`a call cannot go from ${call.stage} to ${stage}`);
      return changeInPlace(call, { stage, ...toRow(change) });
    },

    /**
     * Takes up a call again that had come to an end without one and, in the same transaction, whatever `alongside` writes. Nothing
     * is written when somebody else was quicker.
     */
    async resume(
      { id, stage: from }: Call,
      stage: Stage,
      alongside: (tx: Prisma.TransactionClient) => Promise<void>,
    ): Promise<void> {
      if (!mayFollow(from, stage)) throw new Error(`a call cannot go from ${from} to ${stage}`);
      await prisma.$transaction(async (tx) => {
        const data = { stage, stopRequestedAt: null, stoppedAt: null };
        const resumed = await tx.call.updateMany({ where: { id, stage: from }, data });
        if (resumed.count === 1) await alongside(tx);
      });
    },

    /** Notes KallyAI's latest word on a call that stays where it is; `undefined` when it does not stay there. */
    async note(call: Call, change: Pick<CallChange, 'status' | 'sentAt'>): Promise<Call | undefined> {
      return changeInPlace(call, toRow(change));
    },

    /** KallyAI dials at another time. Answers the row as it then is; `undefined` when the call is in no stage for it any more. */
    async reschedule(
      call: Call,
      dialAt: CallRequest['dialAt'] & object,
      status?: string,
    ): Promise<Call | undefined> {
      const sealed = sealing.seal({ ...call.request, dialAt }, rowName(call.id));
      return changeInPlace(call, { ...sealed, ...(status !== undefined && { status }) });
    },

    /**
     * Remembers that the call is to be stopped and, in the same transaction, whatever `alongside` writes. False when it was
     * remembered already, or the call is in no stage for it.
     */
    async requestStop(
      id: string,
      requestedAt: number,
      alongside: (tx: Prisma.TransactionClient) => Promise<void>,
    ): Promise<boolean> {
      return prisma.$transaction(async (tx) => {
        const requested = await tx.call.updateMany({
          where: { id, stage: { in: stoppable }, stopRequestedAt: null },
          data: { stopRequestedAt: new Date(requestedAt) },
        });
        if (requested.count === 0) return false;
        await alongside(tx);
        return true;
      });
    },

    /** KallyAI took the wish, wherever the call stands by now. */
    async recordStopped(id: string, stoppedAt: number): Promise<Call | undefined> {
      const data = toRow({ stoppedAt });
      const [row] = await prisma.call.updateManyAndReturn({ where: { id }, data });
      return row && toCall(row);
    },

    /** The call goes on: it may be asked for again. */
    async forgetStop(id: string): Promise<void> {
      await prisma.call.updateMany({
        where: { id, stage: { in: stoppable } },
        data: { stopRequestedAt: null },
      });
    },

    /** Of our ids, those of calls that are still known. */
    async existing(ids: string[]): Promise<Set<string>> {
      const rows = await prisma.call.findMany({ where: { id: { in: ids } }, select: { id: true } });
      return new Set(rows.map(({ id }) => id));
    },

    /** Of KallyAI's ids, those that some call of ours stands for already. */
    async claimed(kallyCallIds: string[]): Promise<Set<string>> {
      const rows = await prisma.call.findMany({
        where: { kallyCallId: { in: kallyCallIds } },
        select: { kallyCallId: true },
      });
      return new Set(rows.flatMap(({ kallyCallId }) => kallyCallId ?? []));
    },

    /** The person's calls whose id, ours or KallyAI's, begins like this: one, or two when it is not clear which. */
    async ofPersonById({ workspaceId, userId }: Person, beginning: string): Promise<Call[]> {
      const rows = await prisma.$queryRaw<{ id: string }[]>`
        select id from calls where workspace_id = ${workspaceId} and user_id = ${userId}
        and (starts_with(id::text, lower(${beginning})) or starts_with(kally_call_id, ${beginning})) limit 2`;
      const found = await prisma.call.findMany({ where: { id: { in: rows.map(({ id }) => id) } } });
      return openable(found);
    },

    /** Of KallyAI's ids, those that are calls the person made here. */
    async ofPersonByKallyIds({ workspaceId, userId }: Person, kallyCallIds: string[]): Promise<Call[]> {
      const rows = await prisma.call.findMany({
        where: { workspaceId, userId, kallyCallId: { in: kallyCallIds } },
      });
      return openable(rows);
    },

    /** The person's calls that are not over, newest first. */
    async underWay({ workspaceId, userId }: Person): Promise<Call[]> {
      const stage = { in: stages.filter((one) => !isOver(one)) };
      const rows = await prisma.call.findMany({
        where: { workspaceId, userId, stage },
        orderBy: { confirmedAt: 'desc' },
      });
      return openable(rows);
    },

    /** The ids of the person's calls that are not over, whether or not they can be opened. */
    async idsUnderWay({ workspaceId, userId }: Person): Promise<string[]> {
      const stage = { in: stages.filter((one) => !isOver(one)) };
      const rows = await prisma.call.findMany({
        where: { workspaceId, userId, stage },
        select: { id: true },
      });
      return rows.map(({ id }) => id);
    },

    /** Ends a call that a lost key sealed: nobody will know what became of it. */
    async giveUp(id: string, endedAt: number): Promise<void> {
      const stage = { in: stages.filter((one) => !isOver(one)) };
      await prisma.call.updateMany({
        where: { id, stage },
        data: { stage: 'unknown', endedAt: new Date(endedAt) },
      });
    },

    async count({ workspaceId, userId }: Person): Promise<number> {
      return prisma.call.count({ where: { workspaceId, userId } });
    },

    /** The person's calls, newest first. */
    async ofPerson({ workspaceId, userId }: Person, limit: number): Promise<Call[]> {
      const rows = await prisma.call.findMany({
        where: { workspaceId, userId },
        orderBy: { confirmedAt: 'desc' },
        take: limit,
      });
      return openable(rows);
    },
  };
}

/** Whose row it is. */
export function personOf({
  workspaceId,
  userId,
  teamId,
}: Pick<Row, 'workspaceId' | 'userId' | 'teamId'>): Person {
  return { workspaceId, userId, ...(teamId !== null && { teamId }) };
}

/** Somebody else holds what must be unique: the same submission, or the same call of KallyAI. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';
}

export const sealedCalls = { table: 'calls', key: ['id'], rowName } as const;

function rowName(id: string) {
  return `call:${id}`;
}

function toRow({ sentAt, endedAt, stoppedAt, refusal, ...rest }: CallChange) {
  return {
    ...rest,
    ...(sentAt !== undefined && { sentAt: new Date(sentAt) }),
    ...(endedAt !== undefined && { endedAt: new Date(endedAt) }),
    ...(stoppedAt !== undefined && { stoppedAt: new Date(stoppedAt) }),
    ...(refusal && { refusal: refusalSchema.parse(refusal) }),
  };
}
