import { Prisma, type PrismaClient } from '#prisma';

/** Which part of a call a message stands for: `card`, `outcome`, `transcript-1`, ... */
export type Post = { callId: string; part: string; channelId: string; ts: string; digest: string };

/** In the place of a digest: another call has the card now. */
const handedOn = 'handed-on';
/** In the place of a digest: the message was deleted. */
export const withdrawn = 'withdrawn';
/** What was posted stands for its call no longer. */
export const cardsGone: readonly string[] = [handedOn, withdrawn];

export function createPostStore(prisma: PrismaClient) {
  return {
    async ofCall(callId: string): Promise<Post[]> {
      return prisma.post.findMany({ where: { callId }, omit: { postedAt: true } });
    },
    /** A part that stands in a channel, whichever call it is noted with. */
    async partIn(channelId: string, part: string): Promise<Post | undefined> {
      const where = { channelId, part };
      return (await prisma.post.findFirst({ where, omit: { postedAt: true } })) ?? undefined;
    },
    /** The call whose card this message is. */
    async callOfCard(channelId: string, ts: string): Promise<string | undefined> {
      const post = await prisma.post.findFirst({
        where: { channelId, ts, part: 'card', digest: { not: handedOn } },
        select: { callId: true },
      });
      return post?.callId;
    },
    /** From here on, the card of one call, and the session of its thread, are another one's, which says there where things stand. */
    async handOn(tx: Pick<Prisma.TransactionClient, 'post'>, from: string, to: string): Promise<void> {
      const where = { callId: from, part: 'card' };
      const card = await tx.post.findFirst({ where });
      if (!card) return;
      await tx.post.updateMany({ where, data: { digest: handedOn } });
      await tx.post.create({ data: { ...card, callId: to, digest: '' } });
      await tx.post.updateMany({ where: { callId: from, part: 'session' }, data: { callId: to } });
    },
    /** What approvers were sent about these calls. */
    async askedIn(callIds: string[]): Promise<Post[]> {
      return prisma.post.findMany({
        where: { callId: { in: callIds }, part: { startsWith: 'approval-' } },
        omit: { postedAt: true },
      });
    },
    async cardsOf(callIds: string[]): Promise<Post[]> {
      return prisma.post.findMany({
        where: { callId: { in: callIds }, part: 'card' },
        omit: { postedAt: true },
      });
    },
    /**
     * Saves an edit, unless somebody else saved one since `digest` was read: then false, and nobody knows whose edit Slack took
     * last.
     */
    async saveEdit({ callId, part, ...rest }: Post, digest: string): Promise<boolean> {
      const saved = await prisma.post.updateMany({ where: { callId, part, digest }, data: rest });
      return saved.count === 1;
    },
    /** Saves what was just posted, unless somebody else posted the same part first. Answers the one that counts. */
    async add(post: Post): Promise<Post> {
      const { count } = await prisma.post.createMany({ data: post, skipDuplicates: true });
      if (count === 1) return post;
      const { callId, part } = post;
      const where = { callId_part: { callId, part } };
      return prisma.post.findUniqueOrThrow({ where, omit: { postedAt: true } });
    },
    async save(post: Post): Promise<void> {
      const { callId, part, ...rest } = post;
      await prisma.post.upsert({
        where: { callId_part: { callId, part } },
        create: post,
        update: rest,
      });
    },
  };
}

export function isHandedOn({ digest }: Pick<Post, 'digest'>): boolean {
  return digest === handedOn;
}

/** The call was forgotten meanwhile. */
export function isForeignKeyViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2003';
}
