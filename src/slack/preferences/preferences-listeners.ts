import type {
  Middleware,
  SlackOptionsMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt';
import { withChoices } from '../../store/preferences.ts';
import { type Kit, personIn } from '../context.ts';
import { openView, type Trigger } from '../send/open-modal.ts';
import { late, leftToAck, within } from '../transport/deadline.ts';
import { wordsIn } from '../ui/formats.ts';
import { readChoices } from './preferences-form.ts';
import { preferencesView, timeZoneOptions } from './preferences-view.ts';
import { preferencesWords } from './words.ts';

export async function openPreferences(kit: Kit, asked: Trigger): Promise<void> {
  await openView(kit, asked, prepare(kit, asked));
}

async function prepare({ profiles, store, clock }: Kit, { person, client }: Trigger) {
  const [profile, inSlack, choices] = await Promise.all([
    profiles.of(person, client),
    profiles.inSlack(person, client),
    store.preferences.find(person),
  ]);
  return { view: preferencesView({ choices, profile, inSlack }, clock.now()) };
}

export function submitPreferences(kit: Kit): Middleware<SlackViewMiddlewareArgs<ViewSubmitAction>> {
  return async ({ ack, body, view, context, client }) => {
    const person = personIn(context, body.user.id);
    const [{ language }, inSlack] = await Promise.all([
      kit.profiles.of(person, client),
      kit.profiles.inSlack(person, client),
    ]);
    const read = readChoices(view.state.values, inSlack);
    if ('faults' in read) {
      const sentences = Object.entries(read.faults).map(([field, fault]) => [
        field,
        fault === 'time_zone_unknown'
          ? preferencesWords[language].timeZoneUnknown
          : wordsIn(language).faults[fault],
      ]);
      return ack({ response_action: 'errors', errors: Object.fromEntries(sentences) });
    }
    const saving = kit.store.preferences.change(person, (known) => withChoices(known, read.choices));
    if ((await within(leftToAck(), saving)) === late)
      return ack({ response_action: 'errors', errors: { language: preferencesWords[language].notSaved } });
    await ack();
    kit.home.changed(person);
  };
}

/** Offers the time zones that are meant by what is typed. */
export function suggestTimeZones(kit: Kit): Middleware<SlackOptionsMiddlewareArgs<'block_suggestion'>> {
  return async ({ ack, body, context, client }) => {
    const person = personIn(context, body.user.id);
    const [profile, inSlack] = await Promise.all([
      kit.profiles.of(person, client),
      kit.profiles.inSlack(person, client),
    ]);
    await ack({ options: timeZoneOptions(body.value, profile, inSlack, kit.clock.now()) });
  };
}
