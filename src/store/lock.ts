import type { Prisma } from '#prisma';

/** Whoever takes the same name waits until this transaction ends. */
export async function lockName(
  tx: Pick<Prisma.TransactionClient, '$executeRaw'>,
  name: string,
): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
}
