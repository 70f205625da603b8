import type { KnownCall } from '../../calls/known-call.ts';
import type { Interaction } from '../context.ts';
import { sendFile } from '../send/private-file.ts';
import { type Message, sentence } from '../ui/blocks.ts';
import { calendarFile } from './calendar-view.ts';
import { historyWords } from './history-words.ts';

/** The calendar entry of a call as a file in the person's direct messages. */
export async function tellCalendar(i: Interaction, known: KnownCall): Promise<Message[]> {
  const profile = await i.profile();
  const words = historyWords[profile.language].calendar;
  const ics = await i.deps.calls.calendar(i.actor, known);
  if (!ics) return [sentence(words.none)];
  return sendFile(i, { ...calendarFile(profile, known, ics), said: words.sent });
}
