import type { PrismaClient, Call as Row } from '#prisma';
import { type CallRequest, callRequestSchema } from '../domain/call-request.ts';
import { sealedCalls } from './calls.ts';
import { CannotOpen, type Sealing } from './sealing.ts';

const pageSize = 500;

export type AuditEntry = Pick<
  Row,
  'id' | 'userId' | 'confirmedAt' | 'endedAt' | 'stage' | 'status' | 'durationSeconds'
> & {
  /** E.164; missing when its key is lost. */
  phone: string | undefined;
};

/** The calls of a workspace from oldest to newest, for as long as they are kept. Times are milliseconds since the epoch. */
export async function* auditEntries(
  prisma: PrismaClient,
  sealing: Sealing,
  { workspaceId, from, to }: { workspaceId: string; from?: number | undefined; to?: number | undefined },
): AsyncGenerator<AuditEntry> {
  const confirmedAt = {
    ...(from !== undefined && { gte: new Date(from) }),
    ...(to !== undefined && { lt: new Date(to) }),
  };
  for (let last: string | undefined; ; ) {
    const rows = await prisma.call.findMany({
      where: { workspaceId, confirmedAt },
      orderBy: [{ confirmedAt: 'asc' }, { id: 'asc' }],
      take: pageSize,
      ...(last !== undefined && { cursor: { id: last }, skip: 1 }),
    });
    for (const row of rows) yield { ...row, phone: openRequest(sealing, row)?.phone };
    last = rows.at(-1)?.id;
    if (rows.length < pageSize) return;
  }
}

function openRequest(sealing: Sealing, row: Row): CallRequest | undefined {
  try {
    return callRequestSchema.parse(sealing.open(row, sealedCalls.rowName(row.id)));
  } catch (error) {
    if (error instanceof CannotOpen) return undefined;
    throw error;
  }
}
