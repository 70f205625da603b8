import type { Logger } from 'pino';
import type { StopAnswer } from '../domain/call.ts';
import type { Store } from '../store/store.ts';
import type { Actor } from './actor.ts';
import type { Announcer } from './announcer.ts';

/** Leaves nothing of a person, and no card that says "calling" for good. */
export function createForgetPerson({
  store,
  stopCall,
  announcer,
  log,
}: {
  store: Pick<Store, 'calls' | 'posts' | 'forget'>;
  stopCall: (callId: string) => Promise<StopAnswer>;
  announcer: Announcer;
  log: Logger;
}) {
  /** As far as it goes: a call that cannot be stopped does not keep the person from being forgotten. */
  async function stopAll(ids: string[]): Promise<void> {
    const stopped = await Promise.allSettled(ids.map((id) => stopCall(id)));
    for (const one of stopped)
      if (one.status === 'rejected') log.warn({ err: one.reason }, 'a call could not be stopped');
  }

  return async function forget({ person }: Pick<Actor, 'person'>): Promise<void> {
    // What a lost key sealed is stopped and forgotten too: for that, nothing needs to be opened.
    const [ids, underWay] = await Promise.all([
      store.calls.idsUnderWay(person),
      store.calls.underWay(person),
    ]);
    await stopAll(ids);
    const cards = await store.posts.cardsOf(ids);
    await store.forget(person);
    const languageOf = (callId: string) => underWay.find(({ id }) => id === callId)?.request.language ?? 'en';
    await Promise.all(cards.map((card) => announcer.forgotten(person, card, languageOf(card.callId))));
  };
}
