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

    /** Until when the channel had been told, for the one who tells it now; `undefined` if it was told until this moment already. */
    async claim({ workspaceId, channelId, until }: Moment): Promise<number | undefined> {
      const at = new Date(until);
      const before = new Date(until - dayMs);
      await prisma.digest.createMany({
        data: { workspaceId, channelId, toldUntil: before },
        skipDuplicates: true,
      });
      const [claimed] = await prisma.$queryRaw<{ toldUntil: Date }[]>`
        with earlier as (
          select told_until from digests where workspace_id = ${workspaceId} and channel_id = ${channelId} for update
        ) update digests d set told_until = ${at} from earlier
          where d.workspace_id = ${workspaceId} and d.channel_id = ${channelId} and earlier.told_until < ${at}
          returning earlier.told_until as "toldUntil"`;
      return claimed?.toldUntil.getTime();
    },
  };
}
