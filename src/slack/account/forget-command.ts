import type { Call } from '../../domain/call.ts';
import type { Post } from '../../store/posts.ts';
import type { Command } from '../command.ts';
import type { AskerInPlace } from '../errors/explain.ts';
import { createSender } from '../send/sender.ts';
import type { Message } from '../ui/blocks.ts';
import { forgetMessage, forgottenCardMessage, forgottenMessage } from './forget-view.ts';

/** Says what would go; only the click on its button forgets. */
export const forget: Command = async ({ kit: { store }, person, profile }) => {
  const [isConnected, calls, underWay] = await Promise.all([
    store.links.isConnected(person),
    store.calls.count(person),
    store.calls.idsUnderWay(person),
  ]);
  return [forgetMessage(profile, { isConnected, calls, underWay: underWay.length })];
};

/** Leaves nothing of the person, and no card that says "calling" for ever. */
export async function forgetPerson(asker: AskerInPlace): Promise<Message> {
  const { kit, person, profile } = asker;
  const [ids, underWay] = await Promise.all([
    kit.store.calls.idsUnderWay(person),
    kit.store.calls.underWay(person),
  ]);
  await stopAll(asker, ids);
  const cards = await kit.store.posts.cardsOf(ids);
  await kit.store.forget(person);
  kit.home.changed(person);
  await closeCards(asker, underWay, cards);
  return forgottenMessage(profile.language);
}

/** As far as it goes: a call that cannot be stopped does not keep the person from being forgotten. */
async function stopAll({ kit }: AskerInPlace, ids: string[]): Promise<void> {
  const stopped = await Promise.allSettled(ids.map((id) => kit.stopCall(id)));
  for (const one of stopped)
    if (one.status === 'rejected') kit.log.warn({ err: one.reason }, 'a call could not be stopped');
}

async function closeCards({ kit, client }: AskerInPlace, calls: Call[], cards: Post[]): Promise<void> {
  const sender = createSender(client, kit.clock);
  for (const { callId, channelId, ts } of cards) {
    const language = calls.find(({ id }) => id === callId)?.request.language ?? 'en';
    await sender
      .edit({ channelId, ts }, forgottenCardMessage(language))
      .catch((error: unknown) =>
        kit.log.warn({ err: error }, 'the card of a forgotten call stays as it was'),
      );
  }
}
