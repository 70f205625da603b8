import type { HistoryPage } from '../../calls/history.ts';
import type { Interaction } from '../context.ts';
import { historyPageSize, type ListedPage } from './history-view.ts';

/** A page of the person's calls, with the Slack addresses of their cards; a deleted card has none. */
export async function readHistoryPage(
  { deps, actor, client }: Interaction,
  offset: number,
): Promise<ListedPage> {
  const page = await deps.calls.history(actor, { offset, pageSize: historyPageSize });
  const entries = await Promise.all(
    page.entries.map(async ({ known, card }) => ({ known, messageUrl: card && (await addressOf(card)) })),
  );
  return { ...page, entries };

  async function addressOf({ channelId, ts }: NonNullable<HistoryPage['entries'][number]['card']>) {
    const found = client.chat.getPermalink({ channel: channelId, message_ts: ts });
    return found.then(
      ({ permalink }) => permalink,
      () => undefined,
    );
  }
}
