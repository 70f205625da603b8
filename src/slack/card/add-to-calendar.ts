import type { Call } from '../../domain/call.ts';
import { NotConnected } from '../../domain/not-connected.ts';
import { maskNumber } from '../../kally/calendar.ts';
import { calendarFile, calendarMessage } from '../call/calendar-view.ts';
import { historyWords } from '../call/history-words.ts';
import type { Interaction } from '../context.ts';
import { sendFile } from '../send/private-file.ts';
import { type Message, sentence } from '../ui/blocks.ts';
import { type CardAction, privately } from './privately.ts';

/** *Add to calendar*: KallyAI's event as a file in the call's thread, or where that cannot be, in the direct messages. */
export function createAddToCalendar(): CardAction {
  /** Of a button that is pressed twice, the second press adds nothing. */
  const beingSent = new Set<string>();

  return privately('readCalendar', async (i, call, { isRequester }) => {
    const key = `${call.id} ${i.person.userId}`;
    if (beingSent.has(key)) return [];
    beingSent.add(key);
    try {
      return await addToCalendar(i, call, isRequester);
    } finally {
      beingSent.delete(key);
    }
  });
}

async function addToCalendar(i: Interaction, ours: Call, isRequester: boolean): Promise<Message[]> {
  const profile = await i.profile();
  const words = historyWords[profile.language].calendar;
  const whole = await calendarOf(i, ours, isRequester);
  if (whole === 'disconnected') return [sentence(words.disconnected(`<@${ours.requester.userId}>`))];
  if (!whole) return [sentence(words.none)];
  const ics = isRequester ? whole : maskNumber(whole, ours.request.phone);
  if (await i.deps.announcer.calendar(ours, whole))
    return [calendarMessage(profile, { text: words.inThread, ics })];
  await sendFile(i, { ...calendarFile(profile, { ours }, ics), said: words.sent });
  return [calendarMessage(profile, { text: words.sent, ics })];
}

/** A colleague is not asked to connect because somebody else's account is gone. */
async function calendarOf(
  { deps, actor }: Interaction,
  ours: Call,
  isRequester: boolean,
): Promise<string | undefined | 'disconnected'> {
  try {
    return await deps.calls.calendar(actor, { ours });
  } catch (error) {
    if (isRequester || !(error instanceof NotConnected)) throw error;
    return 'disconnected';
  }
}
