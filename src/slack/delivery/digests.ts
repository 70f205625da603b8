import { type Announcer, CannotBeSaid } from '../../calls/announcer.ts';
import { isForeignKeyViolation } from '../../store/posts.ts';
import type { Store } from '../../store/store.ts';
import { remedyOf } from '../transport/refusals.ts';
import type { SenderFor } from '../transport/sender.ts';
import { digestMessage } from './digest-view.ts';
import type { Ledger } from './ledger.ts';

type Deps = { ledger: Ledger; senderFor: SenderFor; store: Pick<Store, 'posts'> };

/** What a channel is told once a day. In the ledger, its part says since when, and its digest until when. */
export function createDigests({ ledger, senderFor, store }: Deps): Announcer['digest'] {
  return async function tellDigest({ workspaceId, channelId, callId }, digest) {
    const part = `digest-${digest.since}`;
    const told = await store.posts.partIn(channelId, part);
    if (told) return Number(told.digest);
    const sender = await senderFor(workspaceId);
    const { ts } = await sender.post(channelId, digestMessage(digest)).catch((cause: unknown) => {
      // Nobody else is told instead of the channel.
      throw remedyOf(cause) === 'again' ? cause : new CannotBeSaid('Slack takes this nowhere', { cause });
    });
    const post = { callId, part, channelId, ts, digest: String(digest.until) };
    await ledger.isFirst(sender, post).catch((error: unknown) => {
      // The call was forgotten meanwhile, and the channel is told all the same.
      if (!isForeignKeyViolation(error)) throw error;
    });
    return digest.until;
  };
}
