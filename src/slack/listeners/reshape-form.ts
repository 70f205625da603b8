import type { BlockAction, Middleware, SlackActionMiddlewareArgs } from '@slack/bolt';
import { type CallForm, readCallForm, usualPlace } from '../call-form.ts';
import type { Kit } from '../kit.ts';
import { canPostIn } from '../places.ts';
import { callFormView } from '../views/call-form.ts';

/** The category or the place changed: shows the fields that now belong there. */
export function reshapeForm(kit: Kit): Middleware<SlackActionMiddlewareArgs<BlockAction>> {
  return async ({ ack, body, action, client }) => {
    await ack();
    if (!body.view) return;
    const typed = readCallForm(body.view);
    const form = await withPlace(typed, action.action_id !== 'category', (channelId) =>
      canPostIn(client, channelId),
    );
    // No hash: of two quick changes the later one carries the older hash, and it is the one that counts.
    await client.views.update({ view_id: body.view.id, view: callFormView(form, kit.clock.now()) });
  };
}

async function withPlace(
  typed: CallForm,
  isChosen: boolean,
  canPost: (channelId: string) => Promise<CallForm['canPostHere']>,
): Promise<CallForm> {
  const { channelId, otherChannelId } = typed;
  if (!isChosen && !typed.placeChosen) {
    const place = usualPlace(typed);
    return { ...typed, place, placeRevision: typed.placeRevision + (place === typed.place ? 0 : 1) };
  }
  const form = { ...typed, placeChosen: true };
  if (form.place === 'other' && otherChannelId)
    return { ...form, canPostThere: await canPost(otherChannelId) };
  if (form.place === 'here' && channelId && isChosen)
    return { ...form, canPostHere: await canPost(channelId) };
  return form;
}
