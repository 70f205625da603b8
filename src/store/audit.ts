import { z } from 'zod';
import type { Approval, Call, Prisma, PrismaClient } from '#prisma';
import type { AuditEntry, AuditFilter } from '../domain/audit.ts';
import { callRequestSchema } from '../domain/call-request.ts';
import { type OutcomeKind, outcomeKindOf } from '../domain/outcome-kind.ts';
import { maskPhone } from '../domain/phone.ts';
import { askCodes } from '../domain/plan.ts';
import { reasonOf } from '../domain/reason.ts';
import { resultOf } from '../domain/result.ts';
import type { Counted } from '../domain/tally.ts';
import { decisionIn } from './approvals.ts';
import { outcomeIn, refusalIn, sealedCalls, stageOf } from './calls.ts';
import { beyond } from './paging.ts';
import type { PhoneHash } from './phone-hash.ts';
import { cardsGone } from './posts.ts';
import { CannotOpen, type Sealing } from './sealing.ts';

/** What is read at once, however many calls there are. */
const batchSize = 500;
/** An outcome is sealed, so calls are opened to find those with one. After this many, the reader decides whether to look on. */
const mostLooked = 5_000;

type EndedIn = { workspaceId: string; channelId: string; since: number; until: number };
type Search = AuditFilter & { workspaceId: string };

/** A position between two entries: next to this one, even if it is gone. */
export type AuditPlace = Pick<AuditEntry, 'id' | 'confirmedAt'> & { side: 'older' | 'newer' };
/** `newer` and `older` are where it goes on; missing where nothing can be there. */
export type AuditPage = { entries: AuditEntry[]; newer?: AuditPlace; older?: AuditPlace };

/** With the last that was asked about it. */
type Row = Call & { approvals: Approval[] };
type Batch = { rows: Row[]; last: AuditPlace | undefined };

/** Who called whom in a workspace, for as long as its calls are kept. */
export function createAudit(prisma: PrismaClient, sealing: Sealing, phoneHash: PhoneHash) {
  function toEntry(row: Row): AuditEntry {
    const maskedPhone = maskedPhoneOf(sealing, row);
    const [last] = row.approvals;
    const approval = last && decisionIn(sealing, last);
    return {
      id: row.id,
      userId: row.userId,
      ...(maskedPhone && { maskedPhone }),
      channelId: row.channelId,
      stage: stageOf(row),
      ...(row.status && { status: row.status }),
      ...(row.stage === 'ended' && { result: resultIn(row) }),
      ...refusalIn(row),
      ...(row.accepted.length > 0 && { accepted: z.array(z.enum(askCodes)).parse(row.accepted) }),
      ...(row.durationSeconds !== null && { durationSeconds: row.durationSeconds }),
      confirmedAt: row.confirmedAt.getTime(),
      ...(row.endedAt && { endedAt: row.endedAt.getTime() }),
      ...(approval && { approval }),
    };
  }

  function resultIn(row: Countable): AuditEntry['result'] & string {
    return resultOf({
      ...(row.status && { status: row.status }),
      ...(row.stoppedAt && { stoppedAt: row.stoppedAt.getTime() }),
      ...outcomeIn(sealing, row),
    });
  }

  function kindIn(row: Countable): OutcomeKind {
    return outcomeKindOf({
      stage: stageOf(row),
      ...(row.stage === 'ended' && { result: resultIn(row) }),
      ...refusalIn(row),
    });
  }

  function countedOf(row: Countable): Counted {
    const kind = kindIn(row);
    const { refusal } = refusalIn(row);
    const credits = outcomeIn(sealing, row).outcome?.creditsUsed;
    return {
      id: row.id,
      userId: row.userId,
      kind,
      confirmedAt: row.confirmedAt.getTime(),
      ...(row.durationSeconds !== null && { durationSeconds: row.durationSeconds }),
      ...(credits !== undefined && { creditsUsed: credits }),
      ...(kind === 'refused' && { reason: reasonOf(refusal?.code ?? 'other') }),
    };
  }

  /** One batch of them is in memory at a time. */
  async function* counted(where: Prisma.CallWhereInput): AsyncGenerator<Counted> {
    for (let place: AuditPlace | undefined; ; ) {
      const rows: Countable[] = await prisma.call.findMany({
        where: { AND: [where, place ? past(place) : {}] },
        orderBy: [{ confirmedAt: 'desc' }, { id: 'desc' }],
        take: batchSize,
        select: countable,
      });
      for (const row of rows) yield countedOf(row);
      const last = rows.at(-1);
      if (!last || rows.length < batchSize) return;
      place = placeOf(last, 'older');
    }
  }

  function where({ workspaceId, userId, phone, from, to, outcome }: Search): Prisma.CallWhereInput {
    return {
      workspaceId,
      ...(userId !== undefined && { userId }),
      ...(phone !== undefined && { phoneHash: { in: phoneHash.all(workspaceId, phone) } }),
      ...(outcome && { stage: { in: stagesOf[outcome] } }),
      confirmedAt: {
        ...(from !== undefined && { gte: new Date(from) }),
        ...(to !== undefined && { lt: new Date(to) }),
      },
    };
  }

  async function nextTo(
    place: AuditPlace | undefined,
    search: Search,
    { side, take }: { side: AuditPlace['side']; take: number },
  ): Promise<Batch> {
    const order = side === 'older' ? 'desc' : 'asc';
    const rows = await prisma.call.findMany({
      where: {
        AND: [where(search), place ? past(place) : {}],
      },
      orderBy: [{ confirmedAt: order }, { id: order }],
      include: { approvals: { orderBy: { askedAt: 'desc' }, take: 1 } },
      take,
    });
    const last = rows.at(-1);
    return { rows, last: last && placeOf(last, side) };
  }

  const isWanted = (row: Row, { outcome }: Search) => outcome === undefined || kindIn(row) === outcome;

  return {
    /** All entries, one by one, oldest or newest first. One batch of them is in memory at a time. */
    async *auditEntries(
      search: Search,
      { newestFirst = false }: { newestFirst?: boolean } = {},
    ): AsyncGenerator<AuditEntry> {
      const side = newestFirst ? 'older' : 'newer';
      for (let place: AuditPlace | undefined; ; ) {
        const batch: Batch = await nextTo(place, search, { side, take: batchSize });
        for (const row of batch.rows) if (isWanted(row, search)) yield toEntry(row);
        if (batch.rows.length < batchSize) return;
        place = batch.last;
      }
    },

    /** The calls that were confirmed since, each as it is counted. */
    callsToCount: (workspaceId: string, since: number): AsyncGenerator<Counted> =>
      counted({ workspaceId, confirmedAt: { gte: new Date(since) } }),

    /** The calls that ended within a time, and whose card stands in this channel: a colleague there sees each of them. */
    callsEndedIn({ workspaceId, channelId, since, until }: EndedIn): AsyncGenerator<Counted> {
      const within = { gte: new Date(since), lt: new Date(until) };
      return counted({
        workspaceId,
        stage: { in: ['ended', 'unknown'] },
        posts: { some: { part: 'card', channelId, digest: { notIn: [...cardsGone] } } },
        OR: [{ heardEndAt: within }, { heardEndAt: null, endedAt: within }],
      });
    },

    /** Newest first; without a place, the newest page. Fewer than `size` where a search found no more in what it looked through. */
    async auditPage(search: Search, size: number, place?: AuditPlace): Promise<AuditPage> {
      const side = place?.side ?? 'older';
      const take = search.outcome ? batchSize : size + 1;
      const found: Row[] = [];
      let at = place;
      let isMore = true;
      for (let looked = 0; found.length <= size && isMore && looked < mostLooked; looked += take) {
        const { rows, last }: Batch = await nextTo(at, search, { side, take });
        found.push(...rows.filter((row) => isWanted(row, search)));
        isMore = rows.length === take;
        at = last ?? at;
      }
      const shown = found.slice(0, size);
      const [first, end] = [shown[0], shown.at(-1)];
      const goesOn = found.length > size ? end && placeOf(end, side) : isMore ? at : undefined;
      const back = first ? placeOf(first, opposite[side]) : place && { ...place, side: opposite[side] };
      const entries = (side === 'older' ? shown : shown.toReversed()).map(toEntry);
      if (side === 'older')
        return { entries, ...(goesOn && { older: goesOn }), ...(place && back && { newer: back }) };
      return { entries, ...(goesOn && { newer: goesOn }), ...(back && { older: back }) };
    },
  };
}

const past = ({ id, confirmedAt, side }: AuditPlace) => beyond('confirmedAt', { at: confirmedAt, id }, side);

const opposite = { older: 'newer', newer: 'older' } as const;

const placeOf = (
  { id, confirmedAt }: Pick<Row, 'id' | 'confirmedAt'>,
  side: AuditPlace['side'],
): AuditPlace => ({
  id,
  confirmedAt: confirmedAt.getTime(),
  side,
});

/** What is read of a call that is only counted; the request stays sealed. */
const countable = {
  id: true,
  userId: true,
  stage: true,
  isPlanned: true,
  dueAt: true,
  status: true,
  stoppedAt: true,
  refusal: true,
  outcomeSealed: true,
  outcomeKeyId: true,
  durationSeconds: true,
  confirmedAt: true,
} as const;
type Countable = Pick<Row, keyof typeof countable>;

type StoredStage = Row['stage'];

/** Where calls with an outcome may stand, as they are stored: a planned call stands in `queued`. */
const ended: StoredStage[] = ['ended'];
const stagesOf: Record<OutcomeKind, StoredStage[]> = {
  arranged: ended,
  answered: ended,
  declined: ended,
  not_reached: ended,
  unclear: ['ended', 'unknown'],
  stopped: ['ended', 'refused'],
  refused: ['refused'],
  under_way: ['queued', 'placing', 'calling', 'checking'],
};

function maskedPhoneOf(sealing: Sealing, row: Row): string | undefined {
  try {
    return maskPhone(callRequestSchema.parse(sealing.open(row, sealedCalls.rowName(row.id))).phone);
  } catch (error) {
    if (error instanceof CannotOpen) return undefined;
    throw error;
  }
}
