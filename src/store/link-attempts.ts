import { randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Prisma, PrismaClient, LinkAttempt as Row } from '#prisma';
import { draftSchema } from '../domain/call-request.ts';
import { languages } from '../domain/language.ts';
import { isSamePerson, type Person } from '../domain/person.ts';
import { personOf } from './calls.ts';
import { type LinkTokens, linkTokensSchema } from './links.ts';
import type { Sealing } from './sealing.ts';
import { hashOf, isSameSecret } from './secrets.ts';

/** How long a *Connect KallyAI* button works, and then how long the code that the page shows. */
export const linkAttemptLifetimeMs = 10 * 60_000;
/** How long *Continue* can bring back what the person asked for. */
export const draftLifetimeMs = 24 * 60 * 60_000;

export const attemptDetailsSchema = z.object({
  personName: z.string(),
  workspaceName: z.string(),
  language: z.enum(languages),
  /** The form as it was filled when the person had to connect first; missing when they only wanted to connect. */
  draft: draftSchema.exactOptional(),
  /** The proposal that the form was to confirm. */
  proposalId: z.string().exactOptional(),
  /** Where they were. */
  channelId: z.string(),
});
type Details = z.infer<typeof attemptDetailsSchema>;

/** Tokens that a browser brought, and that belong to nobody before the person in Slack has entered the code that it shows. */
const heldSchema = z.object({
  tokens: linkTokensSchema,
  code: z.string(),
  /** Of the browser that shows the code. */
  ticket: z.string(),
  triesLeft: z.int(),
});

/** An address that KallyAI sent the browser back to. Its code is good once, and the browser may load it again before it is answered. */
const returnedSchema = z.object({
  hash: z.string(),
  /** Since when somebody redeems the code. */
  claimedAt: z.number(),
  isRedeemed: z.literal(true).exactOptional(),
});
/** Where Slack shows the attempt to its person, so that it can change there. */
const shownSchema = z.object({
  /** Of the app and of the workspace in which *Connect KallyAI* was pressed: they make an address that opens the app. */
  app: z.object({ id: z.string(), teamId: z.string() }).exactOptional(),
  /** Replaces the private message in which a button was pressed; Slack takes it for half an hour. */
  responseUrl: z.string().exactOptional(),
  /** The modal in which it was pressed. */
  viewId: z.string().exactOptional(),
  /** Our direct message about it. */
  direct: z.object({ channelId: z.string(), ts: z.string() }).exactOptional(),
});
export type Shown = z.infer<typeof shownSchema>;

const sealedSchema = attemptDetailsSchema.extend({
  held: heldSchema.exactOptional(),
  returned: returnedSchema.exactOptional(),
  shown: shownSchema.exactOptional(),
});
type Sealed = z.infer<typeof sealedSchema>;
type Held = z.infer<typeof heldSchema>;

const maxTries = 5;
/** Whoever redeems a code has an answer by then, or died. */
const redeemedWithinMs = 60_000;
/** Nobody has so many sign-ins under way. */
const awaitingMax = 5;

export type LinkAttempt = {
  id: string;
  person: Person;
  /** Until when the next step is possible: the click, then the code, then *Continue*. */
  expiresAt: number;
  used: boolean;
  /** Some browser signed in at KallyAI and came back. */
  isSignedIn?: true;
  /** Waits for its code. */
  held?: Pick<Held, 'code' | 'ticket'>;
  shown: Shown;
} & Details;

/** What became of a code: `gone` when there is nothing to enter it for, or not any more. */
export type CodeAnswer = { connected: LinkAttempt } | 'wrong' | 'gone';

export function createLinkAttemptStore(prisma: PrismaClient, sealing: Sealing) {
  const openSealed = (row: Row) => sealedSchema.parse(sealing.open(row, rowName(row.id)));
  const reseal = (
    row: Row,
    { held: _, returned: __, ...details }: Sealed,
    more: Pick<Sealed, 'held' | 'returned'> = {},
  ) => sealing.seal(sealedSchema.parse({ ...details, ...more }), rowName(row.id));

  const isOpenable = (row: Row) => sealing.openIfPossible(row, rowName(row.id)) !== undefined;

  function toAttempt(row: Row): LinkAttempt {
    const { held, returned, shown = {}, ...details } = openSealed(row);
    return {
      id: row.id,
      person: personOf(row),
      expiresAt: row.expiresAt.getTime(),
      used: row.usedAt !== null,
      ...(returned?.isRedeemed && { isSignedIn: true }),
      ...(held && { held: { code: held.code, ticket: held.ticket } }),
      shown,
      ...details,
    };
  }

  /** Reads and locks the attempt; `undefined` when there is none. */
  async function alone<T>(
    id: string,
    work: (row: Row, tx: Prisma.TransactionClient) => Promise<T>,
  ): Promise<T | undefined> {
    if (!isId(id)) return undefined;
    return prisma.$transaction(async (tx) => {
      await tx.$queryRaw`select 1 from link_attempts where id = ${id}::uuid for update`;
      const row = await tx.linkAttempt.findUnique({ where: { id } });
      return row && isOpenable(row) ? work(row, tx) : undefined;
    });
  }

  return {
    /** Starts an attempt and answers its nonce, which is kept nowhere: it is what the button of that one person carries. */
    async start(person: Person, details: Details, now: number): Promise<{ id: string; nonce: string }> {
      const nonce = randomBytes(32).toString('base64url');
      const id = randomUUID();
      await prisma.linkAttempt.create({
        data: {
          id,
          nonceHash: hashOf(nonce),
          ...person,
          createdAt: new Date(now),
          expiresAt: new Date(now + linkAttemptLifetimeMs),
          ...sealing.seal(attemptDetailsSchema.parse(details), rowName(id)),
        },
      });
      return { id, nonce };
    },

    /** The attempt a nonce belongs to, also when it is used up or too old: the page says which. */
    async find(nonce: string): Promise<LinkAttempt | undefined> {
      const row = await prisma.linkAttempt.findUnique({ where: { nonceHash: hashOf(nonce) } });
      return row && isOpenable(row) ? toAttempt(row) : undefined;
    },

    async findById(id: string): Promise<LinkAttempt | undefined> {
      if (!isId(id)) return undefined;
      const row = await prisma.linkAttempt.findUnique({ where: { id } });
      return row && isOpenable(row) ? toAttempt(row) : undefined;
    },

    /** The newest attempt of a person that waits for its code. */
    async findAwaitingCode({ workspaceId, userId }: Person, now: number): Promise<LinkAttempt | undefined> {
      const rows = await prisma.linkAttempt.findMany({
        where: { workspaceId, userId, usedAt: { not: null }, expiresAt: { gt: new Date(now) } },
        orderBy: { usedAt: 'desc' },
        take: awaitingMax,
      });
      return rows
        .filter(isOpenable)
        .map(toAttempt)
        .find(({ held }) => held);
    },

    /** Adds to where the attempt is shown. */
    async noteShown(id: string, more: Shown): Promise<void> {
      await alone(id, async (row, tx) => {
        const sealed = openSealed(row);
        const { held, returned } = sealed;
        const data = reseal(
          row,
          { ...sealed, shown: { ...sealed.shown, ...more } },
          { ...(held && { held }), ...(returned && { returned }) },
        );
        await tx.linkAttempt.update({ where: { id }, data });
      });
    },

    /** Uses an attempt up: `true` for one caller only, and only in time. */
    async use(id: string, now: number): Promise<boolean> {
      const isUsed = await alone(id, async (row, tx) => {
        if (!isUsable(row, now)) return false;
        const data = { usedAt: new Date(now), expiresAt: new Date(now + draftLifetimeMs) };
        await tx.linkAttempt.update({ where: { id }, data: { ...data, ...reseal(row, openSealed(row)) } });
        return true;
      });
      return isUsed ?? false;
    },

    /**
     * `mine`: the caller redeems the code, and then says what came of it by `settleReturn`. `theirs`: somebody else is at it.
     * `redeemed`: somebody else did, and the browser has the sign-in. `undefined` where the attempt is used up.
     */
    async claimReturn(
      id: string,
      hash: string,
      now: number,
    ): Promise<'mine' | 'theirs' | 'redeemed' | undefined> {
      return alone(id, async (row, tx) => {
        if (!isUsable(row, now)) return undefined;
        const sealed = openSealed(row);
        const { returned } = sealed;
        if (returned?.hash === hash) {
          if (returned.isRedeemed) return 'redeemed';
          if (now - returned.claimedAt < redeemedWithinMs) return 'theirs';
        }
        const data = reseal(row, sealed, { returned: { hash, claimedAt: now } });
        await tx.linkAttempt.update({ where: { id }, data });
        return 'mine';
      });
    },

    /** A code that was not redeemed may be tried again. */
    async settleReturn(id: string, hash: string, isRedeemed: boolean): Promise<void> {
      await alone(id, async (row, tx) => {
        const sealed = openSealed(row);
        if (row.usedAt || sealed.returned?.hash !== hash) return;
        const returned = { ...sealed.returned, isRedeemed: true as const };
        const data = reseal(row, sealed, isRedeemed ? { returned } : {});
        await tx.linkAttempt.update({ where: { id }, data });
      });
    },

    /** Uses an attempt up as `use` does, and keeps the tokens until their code is entered in Slack. */
    async hold(id: string, held: Omit<Held, 'triesLeft'>, now: number): Promise<boolean> {
      const isHeld = await alone(id, async (row, tx) => {
        if (!isUsable(row, now)) return false;
        const sealed = reseal(row, openSealed(row), { held: { ...held, triesLeft: maxTries } });
        const expiresAt = new Date(now + linkAttemptLifetimeMs);
        await tx.linkAttempt.update({ where: { id }, data: { usedAt: new Date(now), expiresAt, ...sealed } });
        return true;
      });
      return isHeld ?? false;
    },

    /** Throws held tokens away; `reopen` where the person could not be asked, so that they can click once more. */
    async letGo(id: string, { reopen = false } = {}): Promise<boolean> {
      const isGone = await alone(id, async (row, tx) => {
        const sealed = openSealed(row);
        if (!sealed.held) return false;
        const data = { ...reseal(row, sealed), ...(reopen && { usedAt: null }) };
        await tx.linkAttempt.update({ where: { id }, data });
        return true;
      });
      return isGone ?? false;
    },

    /**
     * Takes the code that the person of the attempt entered. In the transaction in which the held tokens are let go, `connect`
     * gives them to the person. After five wrong ones nothing is held any more.
     */
    async enterCode(
      entered: { id: string; person: Person; code: string },
      now: number,
      connect: (tokens: LinkTokens, tx: Prisma.TransactionClient) => Promise<void>,
    ): Promise<CodeAnswer> {
      const answer = await alone(entered.id, async (row, tx): Promise<CodeAnswer> => {
        const { held, ...details } = openSealed(row);
        if (!held || !isSamePerson(row, entered.person) || row.expiresAt.getTime() <= now) return 'gone';
        const where = { id: row.id };
        if (!isSameSecret(entered.code, held.code)) {
          const left = held.triesLeft > 1 ? { ...held, triesLeft: held.triesLeft - 1 } : undefined;
          await tx.linkAttempt.update({ where, data: reseal(row, details, left && { held: left }) });
          return left ? 'wrong' : 'gone';
        }
        const expiresAt = new Date(now + draftLifetimeMs);
        const data = { expiresAt, ...reseal(row, details) };
        const updated = await tx.linkAttempt.update({ where, data });
        await connect(held.tokens, tx);
        return { connected: toAttempt(updated) };
      });
      return answer ?? 'gone';
    },
  };
}

function isUsable({ usedAt, expiresAt }: Row, now: number): boolean {
  return !usedAt && expiresAt.getTime() > now;
}

function isId(id: string): boolean {
  return z.uuid().safeParse(id).success;
}

export const sealedLinkAttempts = { table: 'link_attempts', key: ['id'], rowName } as const;

function rowName(id: string) {
  return `link-attempt:${id}`;
}
