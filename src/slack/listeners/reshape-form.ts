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
  form: CallForm,
  isChosen: boolean,
  canPost: (channelId: string) => Promise<CallForm['canPostHere']>,
): Promise<CallForm> {
  const placeChosen = form.placeChosen || isChosen;
  const place = placeChosen ? form.place : usualPlace(form);
  const { channelId, otherChannelId } = form;
  if (place === 'other' && otherChannelId)
    return { ...form, place, placeChosen, canPostThere: await canPost(otherChannelId) };
  if (place === 'here' && channelId && isChosen)
    return { ...form, place, placeChosen, canPostHere: await canPost(channelId) };
  return { ...form, place, placeChosen };
}
