import { type AccountOf, accessOf } from '../accounts/access.ts';
import type { KallyClient } from '../kally/client.ts';
import type { Post } from '../store/posts.ts';
import type { Store } from '../store/store.ts';
import type { Actor } from './actor.ts';
import type { KnownCall } from './known-call.ts';

export type HistoryPage = {
  /** Newest first; with the card's message for calls made here. */
  entries: { known: KnownCall; card: Post | undefined }[];
  offset: number;
  total: number | undefined;
  hasOlder: boolean;
  /** Calls under way that KallyAI does not list yet. */
  unlisted: number;
};

/** A page of all calls that KallyAI has of a person, with our stored data for those made here. */
export async function readHistory(
  deps: { kally: KallyClient; accountOf: AccountOf; store: Pick<Store, 'calls' | 'posts'> },
  { person }: Pick<Actor, 'person'>,
  { offset, pageSize }: { offset: number; pageSize: number },
): Promise<HistoryPage> {
  const { kally, store } = deps;
  // Ask for one more than a page, to know whether there are more: the total may be missing.
  const asked = { ...accessOf(deps, person), limit: pageSize + 1, offset };
  const [{ calls, total }, underWay] = await Promise.all([
    kally.listCalls(asked),
    store.calls.underWay(person),
  ]);
  const shown = calls.slice(0, pageSize);
  const kallyCallIds = shown.map(({ id }) => id);
  const ours = await store.calls.ofPersonByKallyIds(person, kallyCallIds);
  const cards = await store.posts.cardsOf(ours.map(({ id }) => id));
  const entries = shown.map((theirs) => {
    const same = ours.find(({ kallyCallId }) => kallyCallId === theirs.id);
    const known: KnownCall = same ? { ours: same, theirs } : { theirs };
    return { known, card: same && cards.find(({ callId }) => callId === same.id) };
  });
  return {
    entries,
    offset,
    total,
    hasOlder: calls.length > pageSize,
    unlisted: offset === 0 ? underWay.filter(({ kallyCallId }) => !kallyCallId).length : 0,
  };
}
