import type { Logger } from 'pino';
import type { Call } from '../domain/call.ts';
import type { Clock } from '../domain/clock.ts';
import { maskPhone } from '../domain/phone.ts';
import { wantsNoMoreCalls } from '../domain/result.ts';
import type { Store } from '../store/store.ts';
import type { Actor } from './actor.ts';
import type { Announcer } from './announcer.ts';

type Deps = {
  store: Pick<Store, 'calls' | 'doNotCall'>;
  announcer: Pick<Announcer, 'refresh'>;
  clock: Clock;
  log: Logger;
};

/** `not_asked`: they did not ask for it in this call. `underWay` are other calls to the number, which go on. */
export type KeptAway = 'not_asked' | { call: Call; isNew: boolean; underWay: number };

/** Whether a business asked for it in this call, and is not on the list yet. */
export function createIsAskedToKeepAway({ doNotCall, rules }: Pick<Store, 'doNotCall' | 'rules'>) {
  return async function isAskedToKeepAway(call: Call): Promise<boolean> {
    if (call.stage !== 'ended' || !wantsNoMoreCalls(call)) return false;
    const { workspaceId } = call.requester;
    return !(await doNotCall.has(workspaceId, await rules.find(workspaceId), call.request.phone));
  };
}

/** Puts the number of a business that asked not to be called again on the do-not-call list, after somebody's click. */
export function createKeepAway({ store, announcer, clock, log }: Deps) {
  return async function keepAway(
    call: Call,
    { person: { userId } }: Pick<Actor, 'person'>,
  ): Promise<KeptAway> {
    if (!wantsNoMoreCalls(call)) return 'not_asked';
    const { workspaceId } = call.requester;
    const { phone } = call.request;
    const isNew = await store.doNotCall.add({
      workspaceId,
      userId,
      phone,
      maskedPhone: maskPhone(phone),
      by: 'admin',
      isAsked: true,
      addedAt: clock.now(),
    });
    if (isNew)
      log.info({ callId: call.id, workspaceId, userId }, 'a number is on the do-not-call list as they asked');
    await announcer
      .refresh(call.id)
      .catch((err: unknown) =>
        log.warn({ err, callId: call.id }, 'the card still offers the do-not-call list'),
      );
    return { call, isNew, underWay: (await store.calls.underWayTo(workspaceId, phone)).length };
  };
}
