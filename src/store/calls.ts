import { z } from 'zod';
import { Prisma, type PrismaClient, type Call as Row } from '#prisma';
import { type Call, isOver, mayFollow, type ReminderFor, reminderFor, type Stage } from '../domain/call.ts';
import { type CallRequest, callRequestSchema } from '../domain/call-request.ts';
import { instantOf, wallTimeSchema } from '../domain/due-time.ts';
import { type Outcome, outcomeSchema } from '../domain/outcome.ts';
import type { Person } from '../domain/person.ts';
import { askCodes, holds, type Plan } from '../domain/plan.ts';
import type { Rules } from '../domain/rules.ts';
import { aloneInWorkspace, countDay, type DayLimit, limitBeyond } from './daily-limits.ts';
import { lockName } from './lock.ts';
import type { PhoneHash } from './phone-hash.ts';
import type { Sealing } from './sealing.ts';

const refusalSchema = z.object({
  code: z.string(),
  correlationId: z.string().exactOptional(),
  upgradeUrl: z.string().exactOptional(),
});

/** What may change of a call after it was confirmed. */
export type CallChange = Partial<
  Pick<
    Call,
    | 'sentAt'
    | 'kallyCallId'
    | 'kallyCallFound'
    | 'status'
    | 'durationSeconds'
    | 'refusal'
    | 'endedAt'
    | 'heardEndAt'
    | 'stoppedAt'
    | 'plan'
    | 'accepted'
    | 'approvalId'
    | 'triesEnded'
  >
>;

/** The most calls there may be, so that nobody floods a phone or the colleagues' capacity. */
export type CallCaps = {
  /** Under way at the same time; as many more may be planned. */
  ofPerson: number;
  inWorkspace: number;
  /** Of one person, within an hour. */
  toNumberAnHour: number;
  /** Limits that the admins of the workspace added. */
  perDay?: Rules['perDay'];
};

/** The call was not written: a cap is reached. */
export class CapReached extends Error {
  override name = 'CapReached';
  readonly code:
    | 'too_many_of_person'
    | 'too_many_in_workspace'
    | 'too_many_to_number'
    | `day_limit_of_${DayLimit}`;

  constructor(code: CapReached['code']) {
    super(code);
    this.code = code;
  }
}

/** One call to a number, whoever asked for it. */
export type NumberCall = {
  id: string;
  userId: string;
  channelId: string;
  /** When it was confirmed, or sent, if that was later. */
  at: number;
  isUnderWay: boolean;
};

/** Nobody knows whether the transaction was written: the answer to COMMIT was lost. */
export class CommitLost extends Error {
  override name = 'CommitLost';

  constructor(cause: unknown) {
    super('the answer to a commit was lost', { cause });
  }
}

type StoredStage = Row['stage'];

type ToNumber = Pick<Call, 'id' | 'requester' | 'request'>;
/** `admit` throws if the other calls to the number do not let this one leave. No other transaction adds to them meanwhile. */
export type Admission = { since: number; admit: (calls: NumberCall[]) => void };

type Confirmed = Pick<
  Call,
  | 'id'
  | 'requester'
  | 'request'
  | 'channelId'
  | 'confirmedAt'
  | 'plan'
  | 'accepted'
  | 'attempt'
  | 'retryUntil'
  | 'approvalId'
> & {
  /** Of a call that is neither planned nor queued: somebody else has to approve it first. */
  stage?: 'awaiting_approval';
};

/** A wish to stop is remembered in these: before them it is simply not dialled, after them it is over. */
const stoppable: StoredStage[] = ['placing', 'calling', 'checking'];
/** Calls that are planned, or await approval, are stored as queued ones. */
const notOver: StoredStage[] = ['queued', ...stoppable];

export function createCallStore(prisma: PrismaClient, sealing: Sealing, phoneHash: PhoneHash) {
  const toCall = (row: Row): Call => ({
    id: row.id,
    requester: personOf(row),
    request: callRequestSchema.parse(sealing.open(row, rowName(row.id))),
    channelId: row.channelId,
    stage: stageOf(row),
    version: row.version,
    confirmedAt: row.confirmedAt.getTime(),
    ...planIn(row),
    ...(row.accepted.length > 0 && { accepted: z.array(z.enum(askCodes)).parse(row.accepted) }),
    ...(row.attempt > 1 && { attempt: row.attempt }),
    ...(row.retryUntil && { retryUntil: row.retryUntil.getTime() }),
    ...(row.approvalId && { approvalId: row.approvalId }),
    ...(row.triesEnded && { triesEnded: row.triesEnded }),
    ...(row.sentAt && { sentAt: row.sentAt.getTime() }),
    ...(row.endedAt && { endedAt: row.endedAt.getTime() }),
    ...(row.heardEndAt && { heardEndAt: row.heardEndAt.getTime() }),
    ...(row.stopRequestedAt && { stopRequestedAt: row.stopRequestedAt.getTime() }),
    ...(row.stoppedAt && { stoppedAt: row.stoppedAt.getTime() }),
    ...(row.kallyCallId && { kallyCallId: row.kallyCallId }),
    ...(row.kallyCallFound && { kallyCallFound: true as const }),
    ...(row.status && { status: row.status }),
    ...(row.durationSeconds !== null && { durationSeconds: row.durationSeconds }),
    ...refusalIn(row),
    ...outcomeIn(sealing, row),
    ...(row.remindTo && { remindTo: z.enum(reminderFor).parse(row.remindTo) }),
  });

  /** Rows that a lost key sealed count as not there. */
  const openableCall = (row: Row) =>
    sealing.openIfPossible(row, rowName(row.id)) === undefined ? undefined : toCall(row);
  const openable = (rows: Row[]) => rows.flatMap((row) => openableCall(row) ?? []);

  /**
   * Only while the call is where it is believed to be. The stage alone would not tell: a statement that is sent again long after it was
   * carried out could meet a later attempt in the same stage.
   */
  async function changeInPlace(
    call: Call,
    data: Prisma.CallUpdateManyMutationInput,
  ): Promise<Call | undefined> {
    return changeIn(prisma, call, data);
  }

  async function changeIn(
    tx: Pick<Prisma.TransactionClient, 'call'>,
    call: Call,
    data: Prisma.CallUpdateManyMutationInput,
  ): Promise<Call | undefined> {
    const where = { id: call.id, ...whereStored(call.stage), version: call.version };
    const [row] = await tx.call.updateManyAndReturn({ where, data });
    return row && toCall(row);
  }

  /** Throws when this call, already written in the transaction, exceeds a cap. */
  async function countAgainst(
    tx: Prisma.TransactionClient,
    { requester, request, confirmedAt, plan, stage }: Confirmed,
    caps: CallCaps,
  ): Promise<void> {
    const { workspaceId, userId } = requester;
    const isPlanned = plan !== undefined || stage !== undefined;
    const hashes = phoneHash.all(workspaceId, request.phone);
    // The same list of stages as in the index of calls under way.
    const [counted] = await tx.$queryRaw<{ ofPerson: number; inWorkspace: number; toNumber: number }[]>`
      select count(*) filter (where user_id = ${userId})::int as "ofPerson", count(*)::int as "inWorkspace",
        (select count(*)::int from calls where workspace_id = ${workspaceId} and phone_hash = any(${hashes})
          and user_id = ${userId} and stage <> 'refused' and confirmed_at > ${new Date(confirmedAt - hourMs)}) as "toNumber"
      from calls where workspace_id = ${workspaceId} and stage in ('queued', 'placing', 'calling', 'checking')
        and is_planned = ${isPlanned}`;
    if (!counted) return;
    if (counted.toNumber > caps.toNumberAnHour) throw new CapReached('too_many_to_number');
    if (counted.ofPerson > caps.ofPerson) throw new CapReached('too_many_of_person');
    if (counted.inWorkspace > caps.inWorkspace) throw new CapReached('too_many_in_workspace');
    const { perDay } = caps;
    if (!perDay || Object.keys(perDay).length === 0) return;
    const beyond = limitBeyond(perDay, await countDay(tx, requester, { now: confirmedAt, hashes }));
    if (beyond) throw new CapReached(`day_limit_of_${beyond}`);
  }

  /** Calls that were made to a number from a workspace since then, or are under way; newest first. Planned ones have not been made. */
  async function callsToNumber(
    tx: Pick<Prisma.TransactionClient, 'call'>,
    { id, requester: { workspaceId }, request: { phone } }: ToNumber,
    since: number,
  ): Promise<NumberCall[]> {
    const from = { gte: new Date(since) };
    const rows = await tx.call.findMany({
      where: {
        id: { not: id },
        workspaceId,
        phoneHash: { in: phoneHash.all(workspaceId, phone) },
        isPlanned: false,
        stage: { not: 'refused' },
        OR: [{ confirmedAt: from }, { sentAt: from }, { stage: { in: notOver } }],
      },
      select: { id: true, userId: true, channelId: true, stage: true, confirmedAt: true, sentAt: true },
      orderBy: { confirmedAt: 'desc' },
      take: numberCallsMax,
    });
    return rows.map(({ stage, confirmedAt, sentAt, ...row }) => ({
      ...row,
      at: Math.max(confirmedAt.getTime(), sentAt?.getTime() ?? 0),
      isUnderWay: notOver.includes(stage),
    }));
  }

  /** Calls to one number leave one after the other, so that each sees those before it. */
  async function admit(tx: Prisma.TransactionClient, call: ToNumber, admission: Admission): Promise<void> {
    const { workspaceId } = call.requester;
    // By every key of the ring: of two replicas in the middle of a rotation, each has one of the other's.
    const locks = phoneHash
      .all(workspaceId, call.request.phone)
      .map((hash) => Buffer.from(hash).toString('hex'));
    for (const lock of locks.sort()) await lockName(tx, `number:${lock}`);
    admission.admit(await callsToNumber(tx, call, admission.since));
  }

  /** Everybody's other calls to this number: people of one KallyAI account may be in several workspaces. */
  async function othersToItsNumber(
    { id, requester, request: { phone } }: Call,
    where: Prisma.CallWhereInput,
  ): Promise<Call[]> {
    const open = await prisma.call.findMany({
      where: { stage: { in: ['placing', 'checking'] } },
      distinct: ['workspaceId'],
      select: { workspaceId: true },
    });
    const workspaceIds = [...new Set([requester.workspaceId, ...open.map(({ workspaceId }) => workspaceId)])];
    const hashes = workspaceIds.flatMap((workspaceId) => phoneHash.all(workspaceId, phone));
    const rows = await prisma.call.findMany({
      where: {
        AND: [
          where,
          { id: { not: id }, workspaceId: { in: workspaceIds } },
          // The previous release writes no hash.
          { OR: [{ phoneHash: { in: hashes } }, { phoneHash: null }] },
        ],
      },
    });
    return rows.map(toCall).filter((call) => call.request.phone === phone);
  }

  return {
    /**
     * Writes a confirmed call and, in the same transaction, whatever `alongside` writes. The same submission again writes nothing and
     * answers the call it made the first time. Throws `CommitLost` when nobody can say whether it was written; any other error says that
     * it was not.
     */
    async confirm(
      call: Confirmed,
      submissionId: string,
      alongside: (tx: Prisma.TransactionClient) => Promise<void>,
      { caps, admission }: { caps?: CallCaps; admission?: Admission } = {},
    ): Promise<Call> {
      const { workspaceId } = call.requester;
      const data = {
        id: call.id,
        ...call.requester,
        submissionId,
        channelId: call.channelId,
        phoneHash: phoneHash.current(workspaceId, call.request.phone),
        confirmedAt: new Date(call.confirmedAt),
        ...(call.plan && { ...planRow(call.plan), isPlanned: true }),
        ...(call.stage && stored(call.stage)),
        ...(call.approvalId && { approvalId: call.approvalId }),
        ...(call.accepted && { accepted: call.accepted }),
        ...(call.attempt && { attempt: call.attempt }),
        ...(call.retryUntil && { retryUntil: new Date(call.retryUntil) }),
        ...sealing.seal(call.request, rowName(call.id)),
      };
      let isCommitting = false;
      try {
        const row = await prisma.$transaction(async (tx) => {
          if (caps?.perDay) await aloneInWorkspace(tx, workspaceId, caps.perDay);
          if (caps) await alone(tx, call.requester);
          if (admission) {
            const where = { workspaceId_submissionId: { workspaceId, submissionId } };
            const earlier = await tx.call.findUnique({ where });
            if (earlier) return earlier;
            await admit(tx, call, admission);
          }
          const written = await tx.call.create({ data });
          if (caps) await countAgainst(tx, call, caps);
          await alongside(tx);
          isCommitting = true;
          return written;
        });
        return toCall(row);
      } catch (error) {
        if (!isUniqueViolation(error)) throw isCommitting ? new CommitLost(error) : error;
        const where = { workspaceId_submissionId: { workspaceId, submissionId } };
        return toCall(await prisma.call.findUniqueOrThrow({ where }));
      }
    },

    async find(id: string): Promise<Call | undefined> {
      const row = await prisma.call.findUnique({ where: { id } });
      return row ? openableCall(row) : undefined;
    },

    /**
     * Moves a call on, but only from where it is believed to be: of two runs that believe the same, one gets the call and
     * the other `undefined`. This is what keeps a phone from ringing twice. Answers the row as it then is. What `alongside` writes stands
     * in the same transaction, and is not written when the call did not move.
     */
    async move(
      call: Call,
      stage: Stage,
      change: CallChange = {},
      alongside?: (tx: Prisma.TransactionClient, moved: Call) => Promise<void>,
      admission?: Admission,
    ): Promise<Call | undefined> {
      if (!mayFollow(call.stage, stage)) throw new Error(`a call cannot go from ${call.stage} to ${stage}`);
      const isForNow = stage === 'awaiting_approval' && change.plan === undefined;
      const data = {
        version: { increment: 1 },
        ...toRow(change),
        ...stored(stage),
        ...(isForNow && { due: Prisma.DbNull }),
      };
      if (!alongside) return changeInPlace(call, data);
      return prisma.$transaction(async (tx) => {
        if (admission) await admit(tx, call, admission);
        const moved = await changeIn(tx, call, data);
        if (moved) await alongside(tx, moved);
        return moved;
      });
    },

    /**
     * Reopens a call whose outcome stayed unknown and, in the same transaction, whatever `alongside` writes. Nothing
     * is written when somebody else was quicker.
     */
    async resume(
      { id, stage: from, version }: Call,
      stage: Stage,
      alongside: (tx: Prisma.TransactionClient) => Promise<void>,
    ): Promise<void> {
      if (!mayFollow(from, stage)) throw new Error(`a call cannot go from ${from} to ${stage}`);
      await prisma.$transaction(async (tx) => {
        const data = { ...stored(stage), version: { increment: 1 }, stopRequestedAt: null, stoppedAt: null };
        const resumed = await tx.call.updateMany({ where: { id, ...whereStored(from), version }, data });
        if (resumed.count === 1) await alongside(tx);
      });
    },

    /**
     * Records what KallyAI answered to the create itself. That is certain in whatever stage the call is by now, and it
     * wins over a guess: a call that claimed the same id from KallyAI's list goes back to checking. In the same transaction
     * `alongside` queues the runs of calls whose own may be over.
     */
    async tell(
      call: Call,
      stage: 'calling' | 'ended',
      change: CallChange & { kallyCallId: string },
      alongside: (tx: Prisma.TransactionClient, callId: string) => Promise<void>,
    ): Promise<Call | undefined> {
      const { kallyCallId } = change;
      return prisma.$transaction(async (tx) => {
        const guessed = await tx.call.findFirst({
          where: { kallyCallId, kallyCallFound: true, id: { not: call.id } },
        });
        if (guessed) {
          const { id, version } = guessed;
          const taken = await tx.call.updateMany({ where: { id, version }, data: unfound });
          if (taken.count === 0) throw new Error('a call that guessed moved on meanwhile');
          if (isOver(guessed.stage)) await alongside(tx, id);
        }
        const found = await tx.call.findUnique({ where: { id: call.id } });
        if (!found) return undefined;
        const { id, version } = found;
        const isSame = found.stage === call.stage && version === call.version;
        if (!isSame && !mayBeTold(found)) return undefined;
        const data = {
          stage,
          isPlanned: false,
          version: { increment: 1 },
          kallyCallFound: false,
          ...toRow(change),
        };
        const [row] = await tx.call.updateManyAndReturn({ where: { id, version }, data });
        if (!row) throw new Error('the call moved on meanwhile');
        if (isOver(found.stage)) await alongside(tx, id);
        return toCall(row);
      });
    },

    /** Records what became known of a call that stays in its stage; `undefined` when it has left it. */
    async note(
      call: Call,
      change: Pick<CallChange, 'status' | 'sentAt' | 'triesEnded'>,
    ): Promise<Call | undefined> {
      return changeInPlace(call, toRow(change));
    },

    /** Stores how the call ended; `undefined` if the call moved on meanwhile. */
    async keepOutcome(call: Call, outcome: Outcome): Promise<Call | undefined> {
      const { sealed, keyId } = sealing.seal(outcomeSchema.parse(outcome), outcomeName(call.id));
      return changeInPlace(call, { outcomeSealed: sealed, outcomeKeyId: keyId });
    },

    /** Notes who is to be reminded of what a call arranged, or nobody, and writes in the same transaction what `alongside` writes. */
    async remind(
      { id }: Pick<Call, 'id'>,
      to: ReminderFor | undefined,
      alongside: (tx: Prisma.TransactionClient) => Promise<void> = async () => {},
    ): Promise<Call | undefined> {
      return prisma.$transaction(async (tx) => {
        const where = { id, stage: 'ended' as const };
        const [row] = await tx.call.updateManyAndReturn({ where, data: { remindTo: to ?? null } });
        if (row) await alongside(tx);
        return row && toCall(row);
      });
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

    /** KallyAI accepted the stop, whatever stage the call is in by now. */
    async recordStopped(id: string, stoppedAt: number): Promise<Call | undefined> {
      const data = toRow({ stoppedAt });
      const [row] = await prisma.call.updateManyAndReturn({ where: { id }, data });
      return row && toCall(row);
    },

    /** The call goes on, and a stop may be asked for again. */
    async forgetStop(id: string): Promise<void> {
      await prisma.call.updateMany({
        where: { id, stage: { in: stoppable } },
        data: { stopRequestedAt: null },
      });
    },

    /** Which of these ids of ours still have a call. */
    async existing(ids: string[]): Promise<Set<string>> {
      const rows = await prisma.call.findMany({ where: { id: { in: ids } }, select: { id: true } });
      return new Set(rows.map(({ id }) => id));
    },

    /** Which of these KallyAI ids a call of ours has already. */
    async claimed(kallyCallIds: string[]): Promise<Set<string>> {
      const rows = await prisma.call.findMany({
        where: { kallyCallId: { in: kallyCallIds } },
        select: { kallyCallId: true },
      });
      return new Set(rows.flatMap(({ kallyCallId }) => kallyCallId ?? []));
    },

    /** Calls to a number from a workspace since then, other than this one; newest first. */
    callsToNumber: (call: ToNumber, since: number) => callsToNumber(prisma, call, since),

    /** Whether the person had this number called before. */
    async hasCalled({ workspaceId, userId }: Person, phone: string): Promise<boolean> {
      const found = await prisma.call.findFirst({
        where: {
          workspaceId,
          userId,
          phoneHash: { in: phoneHash.all(workspaceId, phone) },
          stage: { not: 'refused' },
          isPlanned: false,
        },
        select: { id: true },
      });
      return found !== null;
    },

    /** Whether anybody in the workspace had this number called before. */
    async isNumberNew(workspaceId: string, phone: string): Promise<boolean> {
      const phoneHashes = { in: phoneHash.all(workspaceId, phone) };
      const found = await prisma.call.findFirst({
        where: { workspaceId, phoneHash: phoneHashes, stage: { not: 'refused' }, isPlanned: false },
        select: { id: true },
      });
      return found === null;
    },

    /** Other calls to this number whose KallyAI id is not known, or never was. */
    async rivals(call: Call, confirmedSince: number): Promise<Call[]> {
      return othersToItsNumber(call, {
        stage: { in: ['placing', 'checking', 'unknown'] },
        kallyCallId: null,
        // A planned call may have been confirmed long before it was placed.
        OR: [
          { confirmedAt: { gte: new Date(confirmedSince) } },
          { sentAt: { gte: new Date(confirmedSince) } },
        ],
      });
    },

    /** Whether a request to call this call's number is out, other than its own. */
    async isPlacedElsewhere(call: Call): Promise<boolean> {
      return (await othersToItsNumber(call, { stage: 'placing' })).length > 0;
    },

    /** The person's calls whose id, ours or KallyAI's, begins like this: one, or two when it is not clear which. */
    async ofPersonById({ workspaceId, userId }: Person, beginning: string): Promise<Call[]> {
      const rows = await prisma.$queryRaw<{ id: string }[]>`
        select id from calls where workspace_id = ${workspaceId} and user_id = ${userId}
        and (starts_with(id::text, lower(${beginning})) or starts_with(kally_call_id, ${beginning})) limit 2`;
      const found = await prisma.call.findMany({ where: { id: { in: rows.map(({ id }) => id) } } });
      return openable(found);
    },

    /** Which of these KallyAI ids are calls that the person made here. */
    async ofPersonByKallyIds({ workspaceId, userId }: Person, kallyCallIds: string[]): Promise<Call[]> {
      const rows = await prisma.call.findMany({
        where: { workspaceId, userId, kallyCallId: { in: kallyCallIds } },
      });
      return openable(rows);
    },

    /** The calls to a number that are not over, of everybody in the workspace. */
    async underWayTo(workspaceId: string, phone: string): Promise<Call[]> {
      const rows = await prisma.call.findMany({
        where: {
          workspaceId,
          phoneHash: { in: phoneHash.all(workspaceId, phone) },
          stage: { in: notOver },
        },
        orderBy: { confirmedAt: 'desc' },
      });
      return openable(rows);
    },

    /** The person's calls that are not over, newest first. */
    async underWay({ workspaceId, userId }: Person): Promise<Call[]> {
      const stage = { in: notOver };
      const rows = await prisma.call.findMany({
        where: { workspaceId, userId, stage },
        orderBy: { confirmedAt: 'desc' },
      });
      return openable(rows);
    },

    /** The ids of the person's calls that are not over, whether or not they can be opened. */
    async idsUnderWay({ workspaceId, userId }: Person): Promise<string[]> {
      const stage = { in: notOver };
      const rows = await prisma.call.findMany({
        where: { workspaceId, userId, stage },
        select: { id: true },
      });
      return rows.map(({ id }) => id);
    },

    /** Ends a call that a lost key sealed; its outcome stays unknown. */
    async giveUp(id: string, endedAt: number): Promise<void> {
      const stage = { in: notOver };
      await prisma.call.updateMany({
        where: { id, stage },
        data: { stage: 'unknown', endedAt: new Date(endedAt), version: { increment: 1 } },
      });
    },

    /** How many calls the person and their workspace confirmed within a day, those left out that nobody dialled. */
    async countDay(person: Person, now: number): Promise<{ person: number; workspace: number }> {
      return countDay(prisma, person, { now, hashes: [] });
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

/** A call that took another one's id for its own. */
const unfound = {
  stage: 'checking',
  version: { increment: 1 },
  kallyCallId: null,
  kallyCallFound: false,
  status: null,
  durationSeconds: null,
  endedAt: null,
  heardEndAt: null,
  stoppedAt: null,
  outcomeSealed: null,
  outcomeKeyId: null,
  remindTo: null,
  triesEnded: null,
} as const;

/** Another run took over, and does not know for sure. */
function mayBeTold({ stage, kallyCallId, kallyCallFound }: Row): boolean {
  if (kallyCallId !== null) return kallyCallFound;
  return stage === 'placing' || stage === 'checking' || stage === 'unknown';
}

/** The newest tell enough. */
const numberCallsMax = 20;

const hourMs = 60 * 60_000;

/** Confirms a person's calls one at a time; otherwise many at once would not count one another. */
async function alone(tx: Prisma.TransactionClient, { workspaceId, userId }: Person): Promise<void> {
  await lockName(tx, `confirm:${workspaceId}:${userId}`);
}

/** With a lost key it is as if nothing had been kept: KallyAI may still be asked. */
export function outcomeIn(
  sealing: Sealing,
  { id, outcomeSealed, outcomeKeyId }: Pick<Row, 'id' | 'outcomeSealed' | 'outcomeKeyId'>,
): { outcome?: Outcome } {
  if (!outcomeSealed || !outcomeKeyId) return {};
  const kept = sealing.openIfPossible({ sealed: outcomeSealed, keyId: outcomeKeyId }, outcomeName(id));
  return kept === undefined ? {} : { outcome: outcomeSchema.parse(kept) };
}

/** Why it was not placed. */
export function refusalIn({ refusal }: Pick<Row, 'refusal'>): Pick<Call, 'refusal'> {
  return refusal ? { refusal: refusalSchema.parse(refusal) } : {};
}

/** Whose row it is. */
export function personOf({
  workspaceId,
  userId,
  teamId,
}: Pick<Row, 'workspaceId' | 'userId' | 'teamId'>): Person {
  return { workspaceId, userId, ...(teamId !== null && { teamId }) };
}

/** A unique value is taken: the same submission, or the same KallyAI call. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';
}

export const sealedCalls = { table: 'calls', key: ['id'], rowName } as const;
export const sealedOutcomes = {
  table: 'calls',
  columns: { sealed: 'outcome_sealed', keyId: 'outcome_key_id' },
  key: ['id'],
  rowName: outcomeName,
} as const;

function rowName(id: string) {
  return `call:${id}`;
}

function outcomeName(id: string) {
  return `outcome:${id}`;
}

/** Where a row's call stands. */
export function stageOf({ stage, isPlanned, dueAt }: Pick<Row, 'stage' | 'isPlanned' | 'dueAt'>): Stage {
  if (stage !== 'queued' || !isPlanned) return stage;
  return dueAt === null ? 'awaiting_approval' : 'planned';
}

/** Without a moment no release dials a planned call, so that one which awaits approval is safe from replicas that do not know the stage. */
function stored(stage: Stage) {
  if (stage === 'awaiting_approval')
    return { stage: 'queued' as const, isPlanned: true, dueAt: null, held: null };
  return stage === 'planned' ? { stage: 'queued' as const, isPlanned: true } : { stage, isPlanned: false };
}

function whereStored(stage: Stage): Prisma.CallWhereInput {
  if (stage === 'awaiting_approval') return { stage: 'queued', isPlanned: true, dueAt: null };
  return stage === 'planned' ? { ...stored(stage), dueAt: { not: null } } : stored(stage);
}

function planIn(row: Row): { plan?: Plan } {
  if (row.due === null) return {};
  const due = wallTimeSchema.parse(row.due);
  if (stageOf(row) === 'awaiting_approval') {
    const read = instantOf(due);
    // A time that its zone no longer has is asked about once the call is planned.
    return { plan: { due, dueAt: 'instant' in read ? read.instant : row.confirmedAt.getTime() } };
  }
  if (row.dueAt === null) return {};
  const hold = holds.find((one) => one === row.held);
  return { plan: { due, dueAt: row.dueAt.getTime(), ...(hold && { held: hold }) } };
}

function planRow({ due, dueAt, held }: Plan) {
  return { due, dueAt: new Date(dueAt), held: held ?? null };
}

function toRow({ sentAt, endedAt, heardEndAt, stoppedAt, refusal, plan, ...rest }: CallChange) {
  return {
    ...rest,
    ...(plan && planRow(plan)),
    ...(sentAt !== undefined && { sentAt: new Date(sentAt) }),
    ...(endedAt !== undefined && { endedAt: new Date(endedAt) }),
    ...(heardEndAt !== undefined && { heardEndAt: new Date(heardEndAt) }),
    ...(stoppedAt !== undefined && { stoppedAt: new Date(stoppedAt) }),
    ...(refusal && { refusal: refusalSchema.parse(refusal) }),
  };
}
