import { isNotOffered } from '../kally/errors.ts';
import { type AskerInPlace, accessOf } from './ask-kally.ts';
import type { KnownCall } from './known-call.ts';
import { sendFile } from './private-file.ts';
import { type Message, sentence } from './views/blocks.ts';
import { calendarFile } from './views/calendar.ts';
import { historyWords } from './words/history.ts';

/** The calendar entry of a call as a file in the person's direct messages. */
export async function tellCalendar(asker: AskerInPlace, known: KnownCall): Promise<Message[]> {
  const { profile } = asker;
  const words = historyWords[profile.language].calendar;
  const ics = await readCalendar(asker, known);
  if (!ics) return [sentence(words.none)];
  return sendFile(asker, { ...calendarFile(profile, known, ics), said: words.sent });
}

export async function readCalendar(
  { kit, person }: AskerInPlace,
  { ours, theirs }: KnownCall,
): Promise<string | undefined> {
  const id = theirs?.id ?? ours?.kallyCallId;
  return id && (await kit.kally.getCalendar({ ...accessOf(kit, person), id }).catch(noneIfNotOffered));
}

function noneIfNotOffered(error: unknown): undefined {
  if (!isNotOffered(error)) throw error;
}
