import type { Logger } from 'pino';
import type { Call, StopAnswer } from '../domain/call.ts';
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
  async function stopAll(calls: Call[]): Promise<void> {
    const stopped = await Promise.allSettled(calls.map(({ id }) => stopCall(id)));
    for (const one of stopped)
      if (one.status === 'rejected') log.warn({ err: one.reason }, 'a call could not be stopped');
  }

  return async function forget({ person }: Pick<Actor, 'person'>): Promise<void> {
    const underWay = await store.calls.underWay(person);
    await stopAll(underWay);
    const cards = await store.posts.cardsOf(underWay.map(({ id }) => id));
    await store.forget(person);
    await Promise.all(
      underWay.map(async (call) => {
        const card = cards.find(({ callId }) => callId === call.id);
        if (card) await announcer.forgotten(call, card);
      }),
    );
  };
}
