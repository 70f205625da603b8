import type { ButtonAction, OverflowAction } from '@slack/bolt';
import { draftOfKnown, type KnownCall } from '../../calls/known-call.ts';
import { tellCalendar } from '../call/calendar.ts';
import { historyWords } from '../call/history-words.ts';
import { tellTranscript } from '../call/transcript.ts';
import { type Interaction, onAction, onClick } from '../context.ts';
import { orKallyTrouble } from '../errors/explain.ts';
import { kallyTroubleOf } from '../errors/kally-errors.ts';
import { openCallForm } from '../form/open-form.ts';
import { replacePrivately, tellPrivately } from '../send/say.ts';
import { type Message, sentence } from '../ui/blocks.ts';
import { tellListed } from './history-commands.ts';
import { readHistoryPage } from './history-page.ts';
import { historyMessage, type ListedCallAction, readListedAction } from './history-view.ts';

/** *Newer calls*, *Older calls*: replaces the page with another. */
export const turnHistoryPage = onClick(async (i, value) => {
  const trouble = await orKallyTrouble(i, async () => {
    const page = await readHistoryPage(i, Number(value));
    await replacePrivately(i, historyMessage(await i.profile(), page));
    return [];
  });
  // The page shown is still useful, so an error goes below it.
  for (const message of trouble) await tellPrivately(i, message);
});

/** Actions on a call of the history; each answer is private. */
const actions: Record<
  Exclude<ListedCallAction, 'again'>,
  (i: Interaction, known: KnownCall) => Promise<Message[]>
> = {
  details: async (i, known) => [await tellListed(i, known)],
  transcript: tellTranscript,
  calendar: tellCalendar,
};

export const actOnListedCall = onAction<ButtonAction | OverflowAction>(async (i, { action }) => {
  const value = 'selected_option' in action ? action.selected_option.value : action.value;
  const chosen = readListedAction(value ?? '');
  if (!chosen) return;
  const { action: wanted, id } = chosen;
  if (wanted === 'again') return callAgainAs(i, id);
  const messages = await orKallyTrouble(i, async () => {
    const found = await i.deps.calls.find(i.actor, id);
    if (typeof found !== 'string') return actions[wanted](i, found);
    const { language } = await i.profile();
    return [sentence(historyWords[language].find[found])];
  });
  for (const message of messages) await tellPrivately(i, message);
});

/** The form filled in like that call, wherever it was made. */
async function callAgainAs(i: Interaction, id: string) {
  await openCallForm(i, async () => {
    const found = await findOrTrouble(i, id);
    if ('sorry' in found) return found;
    return { draft: draftOfKnown(found), channelId: found.ours?.channelId ?? i.channelId };
  });
}

async function findOrTrouble(i: Interaction, id: string): Promise<KnownCall | { sorry: string }> {
  const profile = await i.profile();
  try {
    const found = await i.deps.calls.find(i.actor, id);
    return typeof found === 'string' ? { sorry: historyWords[profile.language].find[found] } : found;
  } catch (error) {
    const trouble = kallyTroubleOf(profile, error);
    if (!trouble) throw error;
    return { sorry: trouble.text };
  }
}
