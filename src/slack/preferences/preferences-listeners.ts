import type { Middleware, SlackOptionsMiddlewareArgs } from '@slack/bolt';
import { replaceChoices } from '../../store/preferences.ts';
import { type Deps, type Interaction, interactionOf, onSubmit } from '../context.ts';
import { openModal } from '../send/open-modal.ts';
import { late, leftToAck, within } from '../transport/deadline.ts';
import { uiWords } from '../ui/words.ts';
import { readChoices } from './preferences-form.ts';
import { preferencesView, timeZoneOptions } from './preferences-view.ts';
import { preferencesWords } from './words.ts';

export async function openPreferences(i: Interaction): Promise<void> {
  await openModal(i, preparePreferences(i));
}

async function preparePreferences({ deps, person, client, profile }: Interaction) {
  const [chosen, inSlack, choices] = await Promise.all([
    profile(),
    deps.profiles.inSlack(person, client),
    deps.store.preferences.find(person),
  ]);
  return { view: preferencesView({ choices, profile: chosen, inSlack }, deps.clock.now()) };
}

export const submitPreferences = onSubmit(async (i, { view, ack }) => {
  const { deps, person, client } = i;
  const [{ language }, inSlack] = await Promise.all([i.profile(), deps.profiles.inSlack(person, client)]);
  const read = readChoices(view.state.values, inSlack);
  if ('faults' in read) {
    const sentences = Object.entries(read.faults).map(([field, fault]) => [
      field,
      fault === 'time_zone_unknown'
        ? preferencesWords[language].timeZoneUnknown
        : uiWords[language].faults[fault],
    ]);
    return ack({ response_action: 'errors', errors: Object.fromEntries(sentences) });
  }
  const saving = deps.store.preferences.change(person, (stored) => replaceChoices(stored, read.choices));
  if ((await within(leftToAck(), saving)) === late)
    return ack({ response_action: 'errors', errors: { language: preferencesWords[language].notSaved } });
  await ack();
  deps.home.changed(person);
});

/** Offers the time zones that match the typed text. */
export function suggestTimeZones(deps: Deps): Middleware<SlackOptionsMiddlewareArgs<'block_suggestion'>> {
  return async ({ ack, body, context, client }) => {
    const { person, profile } = interactionOf(deps, { context, client, userId: body.user.id });
    const [chosen, inSlack] = await Promise.all([profile(), deps.profiles.inSlack(person, client)]);
    await ack({ options: timeZoneOptions(body.value, chosen, inSlack, deps.clock.now()) });
  };
}
