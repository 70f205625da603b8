import type { Logger } from 'pino';
import type { StopAnswer } from '../domain/call.ts';
import type { Person } from '../domain/person.ts';
import type { Store } from '../store/store.ts';
import type { Actor } from './actor.ts';
import type { Announcer } from './announcer.ts';

/** Deletes everything about a person, and leaves no card that says "calling" forever. */
export function createForgetPerson({
  store,
  endCall,
  announcer,
  abandon,
  log,
}: {
  store: Pick<Store, 'calls' | 'posts' | 'forget'>;
  endCall: (callId: string) => Promise<StopAnswer>;
  announcer: Announcer;
  /** Tells what waits for a person's proposals that nothing comes of them. */
  abandon: (person: Person) => Promise<void>;
  log: Logger;
}) {
  /** Best effort: a call that cannot be stopped does not keep the person from being forgotten. */
  async function stopAll(ids: string[]): Promise<void> {
    const stopped = await Promise.allSettled(ids.map((id) => endCall(id)));
    for (const one of stopped)
      if (one.status === 'rejected') log.warn({ err: one.reason }, 'a call could not be stopped');
  }

  return async function forget({ person }: Pick<Actor, 'person'>): Promise<void> {
    // Calls sealed with a lost key are stopped and forgotten too: neither needs opening.
    const [ids, underWay] = await Promise.all([
      store.calls.idsUnderWay(person),
      store.calls.underWay(person),
    ]);
    await stopAll(ids);
    await abandon(person);
    const [cards, asked] = await Promise.all([store.posts.cardsOf(ids), store.posts.askedIn(ids)]);
    await store.forget(person);
    const languageOf = (callId: string) => underWay.find(({ id }) => id === callId)?.request.language ?? 'en';
    await Promise.all(
      [...cards, ...asked].map((card) => announcer.forgotten(person, card, languageOf(card.callId))),
    );
  };
}
