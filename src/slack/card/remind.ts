import type { ReminderFor } from '../../domain/call.ts';
import { formatPhone } from '../../domain/phone.ts';
import type { Interaction } from '../context.ts';
import { deniedWords } from '../errors/words.ts';
import { openCallForm } from '../form/open-form.ts';
import { tellPrivately } from '../send/say.ts';
import type { CardAction } from './privately.ts';
import { changeDraft } from './reminder-view.ts';
import { reminderWords } from './reminder-words.ts';

/** *Remind me* and *Remind the channel*, on the card of a call that arranged something. The card itself says when. */
export function remind(to: ReminderFor): CardAction {
  return async (i, callId) => {
    const [{ language }, answer] = await Promise.all([i.profile(), i.deps.calls.remind(i.actor, callId, to)]);
    if ('denied' in answer) return tellPrivately(i, deniedWords[language][answer.denied]);
    if (!('fault' in answer)) return;
    const { faults } = reminderWords[language];
    await tellPrivately(i, answer.fault === 'not_kept' ? faults.not_kept(answer.days) : faults[answer.fault]);
  };
}

/** *No reminder* */
export async function dropReminder(i: Interaction, callId: string | undefined): Promise<void> {
  const answer = await i.deps.calls.dropReminder(i.actor, callId);
  if (answer) await tellPrivately(i, deniedWords[(await i.profile()).language][answer.denied]);
}

/** *Call to cancel or change*: the form, filled in for another call; nobody is called before it is confirmed. */
export function openChange(i: Interaction, callId: string | undefined): Promise<void> {
  return openCallForm(i, async ({ language }) => {
    const found = await i.deps.calls.allow(i.actor, 'changeBooking', callId);
    if ('denied' in found) return { sorry: deniedWords[language][found.denied] };
    const { call } = found;
    const draft = { ...changeDraft(language, call), phone: formatPhone(call.request.phone) };
    return { draft, channelId: call.channelId };
  });
}
