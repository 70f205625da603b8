import type { KnownCall } from '../../calls/known-call.ts';
import { isNotOffered } from '../../kally/errors.ts';
import { type AskerInPlace, accessOf } from '../errors/explain.ts';
import { historyWords } from '../history/words.ts';
import { sendFile } from '../send/private-file.ts';
import { type Message, sentence } from '../ui/blocks.ts';
import { calendarFile } from './calendar-view.ts';

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
