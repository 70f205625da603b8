import { callForAdmins } from '../../calls/access.ts';
import type { Call } from '../../domain/call.ts';
import { stoppedByMessage } from '../call/stopped-view.ts';
import { callActionWords } from '../call/words.ts';
import type { Asker } from '../context.ts';
import { wordsIn } from '../ui/formats.ts';
import { type CardPress, sayPrivately } from './card-press.ts';

/** *Stop*, for the requester and the workspace's admins. The card itself says when it worked. */
export async function stopCall(press: CardPress): Promise<void> {
  const { kit, person, client, callId } = press;
  const { language } = await kit.profiles.of(person, client);
  const found = await callForAdmins(kit, person, callId, client);
  if ('sorry' in found) return sayPrivately(press, wordsIn(language).card[found.sorry]);
  const { result } = await kit.stopCall(found.call.id);
  if (result !== 'stopped' && result !== 'cancelled')
    return sayPrivately(press, callActionWords(language).stopAnswers[result]);
  if (person.userId !== found.call.requester.userId) await tellRequester(press, found.call);
}

async function tellRequester({ client, person }: Asker, call: Call) {
  await client.chat.postMessage({
    channel: call.requester.userId,
    ...stoppedByMessage(call, person.userId),
  });
}
