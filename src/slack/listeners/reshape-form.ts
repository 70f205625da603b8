import { type BlockAction, type Middleware, type SlackActionMiddlewareArgs, webApi } from '@slack/bolt';
import { type CallForm, readCallForm, usualPlace } from '../call-form.ts';
import type { Kit } from '../kit.ts';
import { canPostIn, type Postable } from '../places.ts';
import { callFormView } from '../views/call-form.ts';

/** Something changed on which the form depends: shows the fields and hints that now belong there. */
export function reshapeForm(kit: Kit): Middleware<SlackActionMiddlewareArgs<BlockAction>> {
  return async ({ ack, body, client }) => {
    await ack();
    if (!body.view) return;
    const typed = readCallForm(body.view);
    const filled = withFoundPhone(typed, body.actions[0]);
    const form = await withPlace(filled, (channelId) => canPostIn(client, channelId));
    // No hash: of two quick changes the later one carries the older hash, and it is the one that counts.
    await client.views
      .update({ view_id: body.view.id, view: callFormView(form, kit.clock.now()) })
      .catch(ignoreClosed);
  };
}

/** The person was quicker and sent or closed the form. */
function ignoreClosed(error: unknown) {
  if (!(error instanceof webApi.WebAPIPlatformError && error.data.error === 'not_found')) throw error;
}

function withFoundPhone(form: CallForm, action: BlockAction['actions'][number] | undefined): CallForm {
  if (action?.type !== 'static_select' || action.action_id !== 'foundPhone') return form;
  const phone = action.selected_option.value;
  return { ...form, draft: { ...form.draft, phone }, filledRevision: form.filledRevision + 1 };
}

async function withPlace(
  typed: CallForm,
  canPost: (channelId: string) => Promise<Postable>,
): Promise<CallForm> {
  const { channelId, otherChannelId, placeChosen, placeRevision } = typed;
  const place = placeChosen ? typed.place : usualPlace(typed);
  const isMoved = place !== typed.place;
  const form = { ...typed, place, placeRevision: placeRevision + (isMoved ? 1 : 0) };
  if (place === 'other' && otherChannelId) return { ...form, canPostThere: await canPost(otherChannelId) };
  // Somebody may have invited Kally meanwhile.
  if (place === 'here' && channelId && form.canPostHere !== 'yes')
    return { ...form, canPostHere: await canPost(channelId) };
  return form;
}
