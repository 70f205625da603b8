import type {
  BlockAction,
  ButtonAction,
  Middleware,
  OverflowAction,
  SlackActionMiddlewareArgs,
} from '@slack/bolt';
import { findCall } from '../../calls/find-call.ts';
import { readHistory } from '../../calls/history.ts';
import { draftOfKnown, type KnownCall } from '../../calls/known-call.ts';
import { askerIn } from '../asker-in.ts';
import { tellCalendar } from '../call/calendar.ts';
import { tellTranscript } from '../call/transcript.ts';
import { type Kit, personIn, replacePrivately, tellPrivately } from '../context.ts';
import { type AskerInPlace, orKallyTrouble } from '../errors/explain.ts';
import { kallyTroubleOf } from '../errors/kally-errors.ts';
import { openCallForm } from '../form/open-form.ts';
import { type Message, sentence } from '../ui/blocks.ts';
import type { Profile } from '../workspace/profiles.ts';
import { historyMessage, type ListedCallDeed, listedCallMessage, readDeed } from './history-view.ts';
import { historyWords } from './words.ts';

type Click<Action extends BlockAction['actions'][number]> = Middleware<
  SlackActionMiddlewareArgs<BlockAction<Action>>
>;

/** *Newer calls*, *Older calls*: another page in the place of this one. */
export function turnHistoryPage(kit: Kit): Click<ButtonAction> {
  return async ({ ack, action, ...click }) => {
    await ack();
    const asker = await askerIn(kit, click);
    const offset = Number(action.value);
    const page = await orKallyTrouble(asker, async () => {
      const read = await readHistory(kit, asker, offset);
      await replacePrivately(asker, historyMessage(asker.profile, read));
      return [];
    });
    // The page that stands there is still of use, so trouble is said beneath it.
    for (const message of page) await tellPrivately(asker, message);
  };
}

/** What is done with a call of the history, private each of it. */
const deeds: Record<
  Exclude<ListedCallDeed, 'again'>,
  (asker: AskerInPlace, known: KnownCall) => Promise<Message[]>
> = {
  details: async ({ profile }, known) => [listedCallMessage(profile, known)],
  transcript: tellTranscript,
  calendar: tellCalendar,
};

export function actOnListedCall(kit: Kit): Click<ButtonAction | OverflowAction> {
  return async ({ ack, action, ...click }) => {
    await ack();
    const chosen = readDeed(
      ('selected_option' in action ? action.selected_option.value : action.value) ?? '',
    );
    if (!chosen) return;
    const { deed, id } = chosen;
    if (deed === 'again') return callAgainAs(kit, click, id);
    const asker = await askerIn(kit, click);
    const messages = await orKallyTrouble(asker, async () => {
      const found = await findCall(kit, asker.person, id);
      if (typeof found === 'string') return [sentence(historyWords[asker.profile.language].find[found])];
      return deeds[deed](asker, found);
    });
    for (const message of messages) await tellPrivately(asker, message);
  };
}

type Clicked = Parameters<typeof askerIn>[1];

/** The form filled in as that call was, wherever it was made. */
async function callAgainAs(kit: Kit, { body, context, client, respond }: Clicked, id: string) {
  const person = personIn(context, body.user.id);
  const here = body.channel?.id ?? person.userId;
  await openCallForm(kit, {
    person,
    client,
    respond,
    triggerId: body.trigger_id,
    async start(profile) {
      const found = await findOrTrouble(kit, { person, profile, id });
      return 'sorry' in found
        ? found
        : { draft: draftOfKnown(found), channelId: found.ours?.channelId ?? here };
    },
  });
}

async function findOrTrouble(
  kit: Kit,
  { person, profile, id }: Pick<AskerInPlace, 'person'> & { profile: Profile; id: string },
): Promise<KnownCall | { sorry: string }> {
  try {
    const found = await findCall(kit, person, id);
    return typeof found === 'string' ? { sorry: historyWords[profile.language].find[found] } : found;
  } catch (error) {
    const trouble = kallyTroubleOf(profile, error);
    if (!trouble) throw error;
    return { sorry: trouble.text };
  }
}
