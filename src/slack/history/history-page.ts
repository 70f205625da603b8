import type { Interaction } from '../context.ts';
import { permalinkOf } from '../send/permalink.ts';
import { historyPageSize, type ListedPage } from './history-view.ts';

/** A page of the person's calls, with the Slack addresses of their cards; a deleted card has none. */
export async function readHistoryPage(
  { deps, actor, client }: Interaction,
  offset: number,
): Promise<ListedPage> {
  const page = await deps.calls.history(actor, { offset, pageSize: historyPageSize });
  const entries = await Promise.all(
    page.entries.map(async ({ known, card }) => ({
      known,
      messageUrl: card && (await permalinkOf(client, card)),
    })),
  );
  return { ...page, entries };
}
