import type { BlockAction, BlockElementAction, Middleware, SlackOptionsMiddlewareArgs } from '@slack/bolt';
import type { Postable } from '../../calls/policies.ts';
import { businessesLike } from '../../calls/saved-businesses.ts';
import type { Draft } from '../../domain/call-request.ts';
import { formatPhone } from '../../domain/phone.ts';
import { type Deps, type Interaction, interactionOf, onAction } from '../context.ts';
import { refusalOf } from '../errors/refusals.ts';
import { ignoreClosed } from '../send/answer-in-view.ts';
import { type CallForm, readCallForm, usualPlace } from './form-state.ts';
import { callFormView, moreOptionsActionId, savedBusinessOption } from './form-view.ts';

/** Something changed on which the form depends: shows the fields and hints that now belong there. */
export const reshapeForm = onAction<BlockElementAction>(async (i, { body }) => {
  if (!body.view) return;
  const { deps, client } = i;
  const typed = readCallForm(body.view);
  const [action] = body.actions;
  const filled = await filledIn(i, withoutOldFault(typed, action), action);
  const form = await withPlace(filled, (channelId) => deps.channels.canPostLately(i, channelId));
  // No hash: of two quick changes the later one carries the older hash, and it is the one that counts.
  await client.views
    .update({ view_id: body.view.id, view: callFormView(form, deps.clock.now()) })
    .catch(ignoreClosed);
});

/** Why the last number was not called says nothing of another one. */
function withoutOldFault({ refused, ...form }: CallForm, action: BlockAction['actions'][number] | undefined) {
  const isAboutNumber = refused && refusalOf({ code: refused }, form.language).field === 'phone';
  const isMended = isAboutNumber && ['phone', 'foundPhone', 'savedPlace'].includes(action?.action_id ?? '');
  return refused && !isMended ? { ...form, refused } : form;
}

/** The form with more fields, or with what the person chose: a number of the message, or a business. */
async function filledIn(
  { deps, actor }: Interaction,
  form: CallForm,
  action: BlockAction['actions'][number] | undefined,
): Promise<CallForm> {
  const fill = (chosen: Pick<Draft, 'phone' | 'businessName'>): CallForm => ({
    ...form,
    draft: { ...form.draft, ...chosen },
    filledRevision: form.filledRevision + 1,
  });
  if (action?.action_id === moreOptionsActionId) return { ...form, showsMore: true };
  if (action?.type === 'static_select' && action.action_id === 'foundPhone')
    return fill({ phone: action.selected_option.value });
  if (action?.type !== 'external_select' || action.action_id !== 'savedPlace') return form;
  const businesses = await deps.calls.savedBusinessesOf(actor);
  const chosen = businesses.find(({ phone }) => phone === action.selected_option?.value);
  return chosen ? fill({ phone: formatPhone(chosen.phone), businessName: chosen.businessName }) : form;
}

/** Offers the businesses that are meant by what is typed. */
export function suggestBusinesses(deps: Deps): Middleware<SlackOptionsMiddlewareArgs<'block_suggestion'>> {
  return async ({ ack, body, context, client }) => {
    const { actor } = interactionOf(deps, { context, client, userId: body.user.id });
    const businesses = await deps.calls.savedBusinessesOf(actor);
    await ack({ options: businessesLike(businesses, body.value).map(savedBusinessOption) });
  };
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
