import type {
  BlockAction,
  Middleware,
  SlackActionMiddlewareArgs,
  SlackOptionsMiddlewareArgs,
} from '@slack/bolt';
import { callFor } from '../../calls/access.ts';
import { placesLike } from '../../calls/saved-businesses.ts';
import type { Person } from '../../domain/call.ts';
import type { Draft } from '../../domain/call-request.ts';
import { formatPhone } from '../../domain/phone.ts';
import { type Kit, personIn } from '../context.ts';
import { ignoreClosed } from '../send/answer-in-view.ts';
import type { Postable } from '../workspace/channels.ts';
import { type CallForm, readCallForm, usualPlace } from './form-state.ts';
import { callFormView, savedPlaceOption } from './form-view.ts';

/** Something changed on which the form depends: shows the fields and hints that now belong there. */
export function reshapeForm(kit: Kit): Middleware<SlackActionMiddlewareArgs<BlockAction>> {
  return async ({ ack, body, context, client }) => {
    await ack();
    if (!body.view) return;
    const typed = readCallForm(body.view);
    const person = personIn(context, body.user.id);
    const filled = await filledIn(kit, person, typed, body.actions[0]);
    const form = await withPlace(filled, (channelId) => kit.places.canPostIn({ client, person }, channelId));
    // No hash: of two quick changes the later one carries the older hash, and it is the one that counts.
    await client.views
      .update({ view_id: body.view.id, view: callFormView(form, kit.clock.now()) })
      .catch(ignoreClosed);
  };
}

/** A number of the message, or a business that was called before, was chosen: it stands in the fields now. */
async function filledIn(
  kit: Kit,
  person: Person,
  form: CallForm,
  action: BlockAction['actions'][number] | undefined,
): Promise<CallForm> {
  const fill = (chosen: Pick<Draft, 'phone' | 'businessName'>): CallForm => ({
    ...form,
    draft: { ...form.draft, ...chosen },
    filledRevision: form.filledRevision + 1,
  });
  if (action?.type === 'static_select' && action.action_id === 'foundPhone')
    return fill({ phone: action.selected_option.value });
  if (action?.type !== 'external_select' || action.action_id !== 'savedPlace') return form;
  const found = await callFor(kit, person, action.selected_option?.value);
  if ('sorry' in found) return form;
  const { phone, businessName } = found.call.request;
  return fill({ phone: formatPhone(phone), ...(businessName && { businessName }) });
}

/** Offers the businesses that are meant by what is typed. */
export function suggestPlaces(kit: Kit): Middleware<SlackOptionsMiddlewareArgs<'block_suggestion'>> {
  return async ({ ack, body, context }) => {
    const places = await kit.savedPlaces.of(personIn(context, body.user.id));
    await ack({ options: placesLike(places, body.value).map(savedPlaceOption) });
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
