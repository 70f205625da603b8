import type { Prisma, PrismaClient, Call as Row } from '#prisma';
import type { AuditEntry } from '../domain/audit.ts';
import { callRequestSchema } from '../domain/call-request.ts';
import { maskPhone } from '../domain/phone.ts';
import { resultOf } from '../domain/result.ts';
import { outcomeIn, sealedCalls, stageOf } from './calls.ts';
import { CannotOpen, type Sealing } from './sealing.ts';

const batchSize = 500;

type Period = { workspaceId: string; from?: number | undefined; to?: number | undefined };

/** A position between two entries: next to this one, even if it is gone. */
export type AuditPlace = Pick<AuditEntry, 'id' | 'confirmedAt'> & { side: 'older' | 'newer' };
export type AuditPage = { entries: AuditEntry[]; hasNewer: boolean; hasOlder: boolean };

/** Who called whom in a workspace, for as long as its calls are kept. */
export function createAudit(prisma: PrismaClient, sealing: Sealing) {
  function toEntry(row: Row): AuditEntry {
    const maskedPhone = maskedPhoneOf(sealing, row);
    return {
      id: row.id,
      userId: row.userId,
      ...(maskedPhone && { maskedPhone }),
      stage: stageOf(row),
      ...(row.status && { status: row.status }),
      ...(row.stage === 'ended' && { result: resultIn(row) }),
      ...(row.durationSeconds !== null && { durationSeconds: row.durationSeconds }),
      confirmedAt: row.confirmedAt.getTime(),
      ...(row.endedAt && { endedAt: row.endedAt.getTime() }),
    };
  }

  function resultIn(row: Row): AuditEntry['result'] & string {
    return resultOf({
      ...(row.status && { status: row.status }),
      ...(row.stoppedAt && { stoppedAt: row.stoppedAt.getTime() }),
      ...outcomeIn(sealing, row),
    });
  }

  async function nextTo(
    place: AuditPlace | undefined,
    { side, take, ...period }: Period & { side: AuditPlace['side']; take: number },
  ): Promise<AuditEntry[]> {
    const order = side === 'older' ? 'desc' : 'asc';
    const rows = await prisma.call.findMany({
      where: { AND: [within(period), place ? beyond(place) : {}] },
      orderBy: [{ confirmedAt: order }, { id: order }],
      take,
    });
    return rows.map(toEntry);
  }

  return {
    /** All entries, one by one, oldest or newest first. */
    async *auditEntries(
      period: Period,
      { newestFirst = false }: { newestFirst?: boolean } = {},
    ): AsyncGenerator<AuditEntry> {
      const side = newestFirst ? 'older' : 'newer';
      for (let place: AuditPlace | undefined; ; ) {
        const entries: AuditEntry[] = await nextTo(place, { ...period, side, take: batchSize });
        yield* entries;
        const last = entries.at(-1);
        if (!last || entries.length < batchSize) return;
        place = { ...last, side };
      }
    },

    /** Newest first; without a cursor, the newest page. */
    async auditPage(workspaceId: string, size: number, place?: AuditPlace): Promise<AuditPage> {
      const side = place?.side ?? 'older';
      const found = await nextTo(place, { workspaceId, side, take: size + 1 });
      const shown = found.slice(0, size);
      const hasMore = found.length > size;
      if (side === 'older') return { entries: shown, hasNewer: place !== undefined, hasOlder: hasMore };
      return { entries: shown.toReversed(), hasNewer: hasMore, hasOlder: true };
    },
  };
}

function within({ workspaceId, from, to }: Period): Prisma.CallWhereInput {
  return {
    workspaceId,
    confirmedAt: {
      ...(from !== undefined && { gte: new Date(from) }),
      ...(to !== undefined && { lt: new Date(to) }),
    },
  };
}

function beyond({ id, confirmedAt, side }: AuditPlace): Prisma.CallWhereInput {
  const at = new Date(confirmedAt);
  const [time, tie] = side === 'older' ? [{ lt: at }, { lt: id }] : [{ gt: at }, { gt: id }];
  return { OR: [{ confirmedAt: time }, { confirmedAt: at, id: tie }] };
}

function maskedPhoneOf(sealing: Sealing, row: Row): string | undefined {
  try {
    return maskPhone(callRequestSchema.parse(sealing.open(row, sealedCalls.rowName(row.id))).phone);
  } catch (error) {
    if (error instanceof CannotOpen) return undefined;
    throw error;
  }
}
