import type { Interaction } from '../context.ts';
import { late, leftToOpen, within } from '../transport/deadline.ts';
import type { Message, ModalView } from '../ui/blocks.ts';
import { brokenView, momentView } from '../ui/notices.ts';
import { tellPrivately } from './say.ts';

const patienceMs = 10_000;

/** A view to open, or a message that replaces it if the person is in a conversation. */
export type Ready = { view: ModalView; message?: Message };

/** Opens a view before the trigger expires. If it is not ready by then, a "one moment" view opens and is replaced. */
export async function openModal(i: Interaction, preparing: Promise<Ready>): Promise<void> {
  const { deps, client, triggerId, respond } = i;
  const ready = await within(leftToOpen(), preparing);
  if (ready !== late) {
    if (ready.message && respond) return tellPrivately(i, ready.message);
    await deps.openView(client, triggerId, ready.view);
    return;
  }
  const language = i.languageSoFar();
  const { view } = await deps.openView(client, triggerId, momentView(language));
  const viewId = view?.id ?? '';
  try {
    const atLast = await within(patienceMs, preparing);
    if (atLast === late) throw new Error(`the view was not ready within ${patienceMs} ms`);
    await client.views.update({ view_id: viewId, view: atLast.view });
  } catch (error) {
    await client.views.update({ view_id: viewId, view: brokenView(language) });
    throw error;
  }
}
