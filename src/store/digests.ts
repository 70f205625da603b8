import type { PrismaClient } from '#prisma';
import { type Rules, rulesSchema } from '../domain/rules.ts';

const dayMs = 24 * 60 * 60_000;
const batchSize = 100;

type Moment = { workspaceId: string; channelId: string; until: number };

/** Until when each channel was told what its calls came to. */
export function createDigestStore(prisma: PrismaClient) {
  return {
    /** The workspaces in which a channel wants a digest. */
    async *wanted(): AsyncGenerator<{ workspaceId: string; rules: Rules }> {
      for (let after = ''; ; ) {
        const rows = await prisma.$queryRaw<{ workspaceId: string; rules: unknown }[]>`
          select workspace_id as "workspaceId", rules from workspace_rules
          where workspace_id > ${after} and jsonb_array_length(coalesce(rules #> '{digest,channels}', '[]')) > 0
          order by workspace_id limit ${batchSize}`;
        for (const { workspaceId, rules } of rows) yield { workspaceId, rules: rulesSchema.parse(rules) };
        after = rows.at(-1)?.workspaceId ?? after;
        if (rows.length < batchSize) return;
      }
    },

    /** Until when the channel was told; if it never was, until a day before. */
    async toldUntil({ workspaceId, channelId, until }: Moment): Promise<number> {
      const first = { workspaceId, channelId, toldUntil: new Date(until - dayMs) };
      await prisma.digest.createMany({ data: first, skipDuplicates: true });
      const where = { workspaceId_channelId: { workspaceId, channelId } };
      return (await prisma.digest.findUnique({ where }))?.toldUntil.getTime() ?? until;
    },

    /** It is told until this moment now, unless it was told until a later one. */
    async noteTold({ workspaceId, channelId, until }: Moment): Promise<void> {
      const toldUntil = new Date(until);
      const where = { workspaceId, channelId, toldUntil: { lt: toldUntil } };
      await prisma.digest.updateMany({ where, data: { toldUntil } });
    },
  };
}
