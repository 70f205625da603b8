import type { webApi } from '@slack/bolt';
import type { Asker, Kit } from '../slack/context.ts';
import { accessOf } from '../slack/errors/explain.ts';
import { type HistoryPage, historyPageSize } from '../slack/history/history-view.ts';
import type { KnownCall } from './known-call.ts';

/** A page of all calls that KallyAI has of a person, with what is known here of those that were made here. */
export async function readHistory(kit: Kit, { person, client }: Asker, offset: number): Promise<HistoryPage> {
  const { kally, store } = kit;
  // One more than is shown tells whether there are more: the total may be missing.
  const asked = { ...accessOf(kit, person), limit: historyPageSize + 1, offset };
  const [{ calls, total }, underWay] = await Promise.all([
    kally.listCalls(asked),
    store.calls.underWay(person),
  ]);
  const shown = calls.slice(0, historyPageSize);
  const ours = await store.calls.ofPersonByKallyIds(
    person,
    shown.map(({ id }) => id),
  );
  const known = shown.map((theirs): KnownCall => {
    const same = ours.find(({ kallyCallId }) => kallyCallId === theirs.id);
    return same ? { ours: same, theirs } : { theirs };
  });
  const urls = await messageUrls(
    kit,
    client,
    ours.map(({ id }) => id),
  );
  return {
    entries: known.map((one) => ({ known: one, messageUrl: one.ours && urls.get(one.ours.id) })),
    offset,
    total,
    hasOlder: calls.length > historyPageSize,
    unlisted: offset === 0 ? underWay.filter(({ kallyCallId }) => !kallyCallId).length : 0,
  };
}

/** Where the cards of these calls stand in Slack, by the calls' ids; a card that is gone has no address. */
async function messageUrls(
  { store }: Kit,
  client: webApi.WebClient,
  callIds: string[],
): Promise<Map<string, string>> {
  const cards = await store.posts.cardsOf(callIds);
  const found = await Promise.all(
    cards.map(async ({ callId, channelId, ts }) => {
      const { permalink } = await client.chat
        .getPermalink({ channel: channelId, message_ts: ts })
        .catch(() => ({ permalink: undefined }));
      return permalink ? [[callId, permalink] as const] : [];
    }),
  );
  return new Map(found.flat());
}
