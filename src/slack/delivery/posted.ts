import type { Logger } from 'pino';
import type { Call } from '../../domain/call.ts';
import type { Clock } from '../../domain/clock.ts';
import { isOfNoCall, type Post } from '../../store/posts.ts';
import type { Store } from '../../store/store.ts';
import type { Sender } from '../send/sender.ts';

/** A minute and a half: longer than a database takes to fail over. */
const maxNotes = 20;
const firstNoteAgainMs = 200;
const longestNoteAgainMs = 5_000;

export type Said = ReturnType<typeof createSaid>;

/** What of each call stands in Slack already, as the store knows it. */
export function createSaid({ posts, clock, log }: { posts: Store['posts']; clock: Clock; log: Logger }) {
  async function postOf(call: Call, part: string): Promise<Post | undefined> {
    const known = await posts.ofCall(call.id);
    return known.find((post) => post.part === part);
  }

  /** What Slack took is noted as soon as the database is back: forgotten, it would be said again. */
  async function remember<T>(post: Post, save: (post: Post) => Promise<T>): Promise<T> {
    for (let tries = 0; ; tries++) {
      try {
        const saved = await save(post);
        log.info({ callId: post.callId, part: post.part }, 'said in Slack');
        return saved;
      } catch (error) {
        if (tries === maxNotes || isOfNoCall(error)) throw error;
        log.warn(
          { err: error, callId: post.callId, part: post.part },
          'what was posted could not be noted yet',
        );
        await clock.sleep(Math.min(firstNoteAgainMs * 2 ** tries, longestNoteAgainMs));
      }
    }
  }

  /** False when another process had said it too, as one that was frozen finds: what it said is taken back. */
  async function isFirst(sender: Sender, post: Post): Promise<boolean> {
    const { channelId, ts } = await remember(post, posts.add);
    if (channelId === post.channelId && ts === post.ts) return true;
    log.info({ callId: post.callId, part: post.part }, 'it was said twice; the second is taken back');
    await sender.remove(post).catch((error: unknown) => {
      log.warn({ err: error, callId: post.callId, part: post.part }, 'what was said twice stays');
    });
    return false;
  }

  return { postOf, remember, isFirst };
}
