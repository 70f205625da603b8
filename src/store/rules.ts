import { randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Prisma, PrismaClient, RuleChange as Row, WorkspaceRules } from '#prisma';
import { systemClock } from '../domain/clock.ts';
import { type RulePage, type Rules, rulePages, rulesSchema, standardRules } from '../domain/rules.ts';
import { createCache } from './cache.ts';
import { announce, type Changes } from './changes.ts';
import { beyond } from './paging.ts';
import type { Sealing } from './sealing.ts';

/** `version` is what a change must name: 0 where nobody decided anything yet. */
export type StoredRules = {
  rules: Rules;
  version: number;
  /** Of the hashes in the do-not-call list; missing where there is none, or it cannot be opened. */
  numberKey?: Buffer;
};

export const changeKinds = [
  'callers',
  'places',
  'hours',
  'amounts',
  'privacy',
  'approval',
  'digest',
  'number_added',
  'number_lifted',
  'business_pinned',
  'business_edited',
  'business_removed',
  'business_freed',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** A page of rules was changed, and not what is done with one number. */
export const isOfRules = (kind: ChangeKind): kind is RulePage => kind in rulePages;

/** What changed, without anybody's id: how many people are named is enough. */
const detailsSchema = z.object({
  before: rulesSchema.exactOptional(),
  after: rulesSchema.exactOptional(),
  maskedPhone: z.string().exactOptional(),
  reason: z.string().exactOptional(),
  /** Of a business that is suggested in the workspace. */
  businessName: z.string().exactOptional(),
  /** The business asked for it in a call. */
  isAsked: z.boolean().exactOptional(),
});
export type ChangeDetails = z.infer<typeof detailsSchema>;

export type RuleChange = ChangeDetails & {
  id: string;
  kind: ChangeKind;
  changedAt: number;
  /** Missing when Kally did it by itself, or the person was forgotten. */
  userId?: string;
};
type NewChange = ChangeDetails & {
  workspaceId: string;
  kind: ChangeKind;
  userId: string | undefined;
  changedAt: number;
};

const secretSchema = z.object({ numberKey: z.base64() });
const memory = { lifetimeMs: 10 * 60_000, capacity: 5_000 };

/** Somebody else changed the rules meanwhile. */
export class RulesMoved extends Error {
  override name = 'RulesMoved';
}

/** The rules of each workspace, cached while changes are heard of. */
export function createRuleStore(
  prisma: PrismaClient,
  sealing: Sealing,
  changes?: Pick<Changes, 'subscribe' | 'isLive'>,
) {
  const remembered = createCache<StoredRules>(systemClock, memory);
  changes?.subscribe((change) => {
    if (change?.kind === 'ruled') remembered.delete(change.workspaceId);
    else if (change === undefined || change.kind === 'forgotten') remembered.clear();
  });

  async function read(
    workspaceId: string,
    from: Pick<PrismaClient, 'workspaceRules'> = prisma,
  ): Promise<StoredRules> {
    const row = await from.workspaceRules.findUnique({ where: { workspaceId } });
    return row ? storedIn(row) : { rules: standardRules, version: 0 };
  }

  function storedIn(row: WorkspaceRules): StoredRules {
    const secret = sealing.openIfPossible(row, rowNameOfRules(row.workspaceId));
    return {
      rules: rulesSchema.parse(row.rules),
      version: row.version,
      ...(secret !== undefined && {
        numberKey: Buffer.from(secretSchema.parse(secret).numberKey, 'base64'),
      }),
    };
  }

  const newSecret = (workspaceId: string) =>
    sealing.seal(
      secretSchema.parse({ numberKey: randomBytes(32).toString('base64') }),
      rowNameOfRules(workspaceId),
    );

  /** The row of a workspace, made when there is none, for this transaction alone. */
  async function lock(tx: Prisma.TransactionClient, workspaceId: string): Promise<StoredRules> {
    const data = { workspaceId, rules: {}, ...newSecret(workspaceId) };
    await tx.workspaceRules.createMany({ data, skipDuplicates: true });
    await tx.$queryRaw`select 1 from workspace_rules where workspace_id = ${workspaceId} for update`;
    return read(workspaceId, tx);
  }

  async function writeChange(tx: Prisma.TransactionClient, change: NewChange): Promise<void> {
    const { workspaceId, kind, userId, changedAt, ...details } = change;
    const id = randomUUID();
    const data = { id, workspaceId, kind, userId: userId ?? null, changedAt: new Date(changedAt) };
    await tx.ruleChange.create({
      data: { ...data, ...sealing.seal(detailsSchema.parse(details), rowNameOfChange(id)) },
    });
  }

  function toChange({ id, kind, userId, changedAt, sealed, keyId }: Row): RuleChange[] {
    const known = changeKinds.find((one) => one === kind);
    if (!known) return [];
    const details = sealed && keyId ? sealing.openIfPossible({ sealed, keyId }, rowNameOfChange(id)) : {};
    return [
      {
        ...detailsSchema.parse(details ?? {}),
        id,
        kind: known,
        changedAt: changedAt.getTime(),
        ...(userId !== null && { userId }),
      },
    ];
  }

  return {
    async find(workspaceId: string): Promise<StoredRules> {
      return changes?.isLive() ? remembered.load(workspaceId, () => read(workspaceId)) : read(workspaceId);
    },

    /** Reads the database, for somebody who is about to change the rules. */
    findNow: (workspaceId: string) => read(workspaceId),

    /** Replaces the rules, and writes down who did. Throws `RulesMoved` when they are not of this version any more. */
    async change(
      workspaceId: string,
      version: number,
      after: Rules,
      { kind, userId, changedAt }: Pick<NewChange, 'kind' | 'userId' | 'changedAt'>,
    ): Promise<void> {
      const changing = prisma.$transaction(async (tx) => {
        const stored = await lock(tx, workspaceId);
        if (stored.version !== version) throw new RulesMoved('the rules were changed meanwhile');
        const data = { rules: rulesSchema.parse(after), version: { increment: 1 } };
        await tx.workspaceRules.update({ where: { workspaceId }, data });
        const [before, then] = [withoutIds(stored.rules), withoutIds(after)];
        await writeChange(tx, { workspaceId, kind, userId, changedAt, before, after: then });
        await announce(tx, { kind: 'ruled', workspaceId });
      });
      await changing.finally(() => remembered.delete(workspaceId));
    },

    /** Newest first; with `before`, those that come after that one in the list. */
    async changesOf(
      workspaceId: string,
      size: number,
      before?: Pick<RuleChange, 'id' | 'changedAt'>,
    ): Promise<{ changes: RuleChange[]; hasOlder: boolean }> {
      const rows = await prisma.ruleChange.findMany({
        where: {
          workspaceId,
          ...(before && beyond('changedAt', { at: before.changedAt, id: before.id }, 'older')),
        },
        orderBy: [{ changedAt: 'desc' }, { id: 'desc' }],
        take: size + 1,
      });
      return { changes: rows.slice(0, size).flatMap(toChange), hasOlder: rows.length > size };
    },

    /** For the do-not-call list, which is written in the same transaction. */
    lock,
    writeChange,
    /** A lost key leaves hashes that nobody can compare with: a new one begins the list anew. */
    async renewNumberKey(tx: Prisma.TransactionClient, workspaceId: string): Promise<StoredRules> {
      await tx.workspaceRules.update({ where: { workspaceId }, data: newSecret(workspaceId) });
      return read(workspaceId, tx);
    },
    forgetCached: (workspaceId: string) => remembered.delete(workspaceId),
  };
}

export type RuleStore = ReturnType<typeof createRuleStore>;

/** Keeps how many people are named, not who: a stored change must not name somebody who was forgotten since. */
function withoutIds(rules: Rules): Rules {
  const { callers, approval } = rules;
  const nameless = <T extends { people: string[] }>(part: T) => ({
    ...part,
    people: part.people.map(() => 'somebody'),
  });
  return { ...rules, callers: nameless(callers), approval: nameless(approval) };
}

export const sealedRules = {
  table: 'workspace_rules',
  key: ['workspace_id'],
  rowName: rowNameOfRules,
} as const;
export const sealedRuleChanges = { table: 'rule_changes', key: ['id'], rowName: rowNameOfChange } as const;

function rowNameOfRules(workspaceId: string) {
  return `rules:${workspaceId}`;
}

function rowNameOfChange(id: string) {
  return `rule-change:${id}`;
}
