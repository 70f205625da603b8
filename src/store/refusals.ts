import type { PrismaClient } from '#prisma';
import { type Reason, reasons } from '../domain/reason.ts';

/** How many requests were refused before anything was written of them: by reason and day (UTC), of nobody in particular. */
export function createRefusalStore(prisma: PrismaClient) {
  const dayOf = (at: number) => new Date(new Date(at).toISOString().slice(0, 10));
  return {
    async add(workspaceId: string, reason: Reason, at: number): Promise<void> {
      await prisma.$executeRaw`insert into refusal_counts (workspace_id, day, reason, count)
        values (${workspaceId}, ${dayOf(at)}::date, ${reason}, 1)
        on conflict (workspace_id, day, reason) do update set count = refusal_counts.count + 1`;
    },

    /** Since the day of a moment. Reasons of a newer release are left out. */
    async since(
      workspaceId: string,
      from: number,
    ): Promise<{ day: number; reason: Reason; count: number }[]> {
      const rows = await prisma.refusalCount.findMany({ where: { workspaceId, day: { gte: dayOf(from) } } });
      return rows.flatMap(({ day, reason, count }) => {
        const known = reasons.find((one) => one === reason);
        return known ? [{ day: day.getTime(), reason: known, count }] : [];
      });
    },
  };
}
