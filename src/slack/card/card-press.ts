import { callFor } from '../../calls/access.ts';
import type { Call } from '../../domain/call.ts';
import { type Asker, type Kit, tellPrivately } from '../context.ts';
import { type AskerInPlace, orKallyTrouble } from '../errors/explain.ts';
import { type Message, sentence } from '../ui/blocks.ts';
import { wordsIn } from '../ui/formats.ts';

/** Somebody chose to do something with the call of a card. */
export type CardPress = Asker & {
  kit: Kit;
  callId: string | undefined;
  /** Where they did; their own id stands for a place without a conversation. */
  channelId: string;
  triggerId: string;
};
export type Deed = (press: CardPress) => Promise<void>;

/** Tells the requester something about their call, and nobody else. */
export function privately(answer: (asker: AskerInPlace, call: Call) => Promise<Message[]>): Deed {
  return async (press) => {
    const { kit, person, client, callId } = press;
    const profile = await kit.profiles.of(person, client);
    const found = await callFor(kit, person, callId);
    if ('sorry' in found) return sayPrivately(press, wordsIn(profile.language).card[found.sorry]);
    const asker = { ...press, profile };
    for (const message of await orKallyTrouble(asker, () => answer(asker, found.call)))
      await tellPrivately(press, message);
  };
}

export async function sayPrivately(asker: Asker, text: string): Promise<void> {
  await tellPrivately(asker, sentence(text));
}
