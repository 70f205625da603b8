import type { Call } from '../../domain/call.ts';
import { calendarFile } from '../call/calendar-view.ts';
import { historyWords } from '../call/history-words.ts';
import type { Interaction } from '../context.ts';
import { sendFile } from '../send/private-file.ts';
import { type Message, sentence } from '../ui/blocks.ts';
import { isDirectMessage } from '../workspace/channels.ts';
import { type CardAction, privately } from './privately.ts';

/** *Add to calendar*: KallyAI's event as a file in the call's thread, or where that cannot be, in the direct messages. */
export function createAddToCalendar(): CardAction {
  /** Of a button that is pressed twice, the second press adds nothing. */
  const beingSent = new Set<string>();

  return privately('readCalendar', async (i, call) => {
    if (beingSent.has(call.id)) return [];
    beingSent.add(call.id);
    try {
      return await addToCalendar(i, call);
    } finally {
      beingSent.delete(call.id);
    }
  });
}

async function addToCalendar(i: Interaction, ours: Call): Promise<Message[]> {
  const { calls, announcer } = i.deps;
  const profile = await i.profile();
  const words = historyWords[profile.language].calendar;
  const ics = await calls.calendar(i.actor, { ours });
  if (!ics) return [sentence(words.none)];
  if (await announcer.calendar(ours, ics)) return [];
  const answer = await sendFile(i, { ...calendarFile(profile, { ours }, ics), said: words.sent });
  return isDirectMessage(i.channelId) ? [] : answer;
}
