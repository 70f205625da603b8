import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import { retry } from '../../domain/backoff.ts';
import type { Call } from '../../domain/call.ts';
import type { Clock } from '../../domain/clock.ts';
import { isForeignKeyViolation, type Post, withdrawn } from '../../store/posts.ts';
import type { Store } from '../../store/store.ts';
import { remedyOf } from '../transport/refusals.ts';
import type { Sender } from '../transport/sender.ts';

/** A minute and a half: longer than a database takes to fail over. */
const tries = 21;
/** Some seconds: Slack may be away for a moment, and a duplicate would stay for good. */
const removeTries = 6;
const growth = { firstMs: 200, factor: 2, maxMs: 5_000 };

/** What the ledger keeps in place of what was said. */
export function digestOf(said: unknown): string {
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url');
}

export const isWithdrawn = ({ digest }: Pick<Post, 'digest'>): boolean => digest === withdrawn;

export type Ledger = ReturnType<typeof createLedger>;

/** Which messages of each call stand in Slack already. */
export function createLedger({ posts, clock, log }: { posts: Store['posts']; clock: Clock; log: Logger }) {
  async function postOf(call: Call, part: string): Promise<Post | undefined> {
    const posted = await posts.ofCall(call.id);
    return posted.find((post) => post.part === part);
  }

  /** Writes down what Slack took as soon as the database is back: what is not written down would be said again. */
  async function remember<T>(post: Post, save: (post: Post) => Promise<T>): Promise<T> {
    const about = { callId: post.callId, part: post.part };
    const saved = await retry(() => save(post), {
      growth,
      tries,
      sleep: (ms) => clock.sleep(ms),
      onFailure(error) {
        if (isForeignKeyViolation(error)) throw error;
        log.warn({ err: error, ...about }, 'what was posted could not be noted yet');
      },
    });
    log.info(about, 'said in Slack');
    return saved;
  }

  /** False when another process posted it too, as one that was frozen finds out: the second message is deleted. */
  async function isFirst(sender: Sender, post: Post): Promise<boolean> {
    const { channelId, ts } = await remember(post, posts.add);
    if (channelId === post.channelId && ts === post.ts) return true;
    log.info({ callId: post.callId, part: post.part }, 'it was said twice; the second is deleted');
    await retry(() => sender.remove(post), {
      growth,
      tries: removeTries,
      sleep: (ms) => clock.sleep(ms),
      onFailure(error) {
        if (remedyOf(error) !== 'again') throw error;
      },
    }).catch((error: unknown) => {
      log.warn({ err: error, callId: post.callId, part: post.part }, 'what was said twice stays');
    });
    return false;
  }

  return { postOf, remember, isFirst };
}
