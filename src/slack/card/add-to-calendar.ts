import type { Call } from '../../domain/call.ts';
import { readCalendar } from '../call/calendar.ts';
import { calendarFile, threadCalendarFile } from '../call/calendar-view.ts';
import type { AskerInPlace } from '../errors/explain.ts';
import { historyWords } from '../history/words.ts';
import { sendFile } from '../send/private-file.ts';
import { isElsewhere } from '../send/refusals.ts';
import { createSender } from '../send/sender.ts';
import { type Message, sentence } from '../ui/blocks.ts';
import { isDirectMessage } from '../workspace/channels.ts';
import { type Deed, privately } from './card-press.ts';

/** *Add to calendar*: KallyAI's event as a file in the call's thread, or where that cannot be, in the direct messages. */
export function createAddToCalendar(): Deed {
  /** Of a button that is pressed twice, the second press adds nothing. */
  const beingSent = new Set<string>();

  return privately(async (asker, call) => {
    if (beingSent.has(call.id)) return [];
    beingSent.add(call.id);
    try {
      return await addToCalendar(asker, call);
    } finally {
      beingSent.delete(call.id);
    }
  });
}

async function addToCalendar(asker: AskerInPlace, ours: Call): Promise<Message[]> {
  const { profile, channelId } = asker;
  const words = historyWords[profile.language].calendar;
  const ics = await readCalendar(asker, { ours });
  if (!ics) return [sentence(words.none)];
  if (await sendToThread(asker, ours, ics)) return [];
  const answer = await sendFile(asker, { ...calendarFile(profile, { ours }, ics), said: words.sent });
  return isDirectMessage(channelId) ? [] : answer;
}

/** False where it stands already, where Slack takes no file, and where others would read the number in it. */
async function sendToThread(
  { kit, client, profile }: AskerInPlace,
  ours: Call,
  ics: string,
): Promise<boolean> {
  const posts = await kit.store.posts.ofCall(ours.id);
  const card = posts.find(({ part }) => part === 'card');
  if (!card || posts.some(({ part }) => part === 'calendar')) return false;
  if (!isDirectMessage(card.channelId) && tellsNumber(ics, ours.request.phone)) return false;
  try {
    await createSender(client, kit.clock).upload(card, threadCalendarFile(profile, { ours }, ics));
  } catch (error) {
    if (!isElsewhere(error)) throw error;
    return false;
  }
  await kit.store.posts.save({ ...card, part: 'calendar', digest: '' });
  return true;
}

/** In whichever way it is written; lines of the file may be folded in the middle of it. */
function tellsNumber(ics: string, phone: string): boolean {
  const lines = ics.replace(/\r?\n[ \t]/g, '').split(/\r?\n/);
  return lines.some((line) => line.replace(/\D/g, '').includes(phone.slice(-8)));
}
