import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Call } from '../domain/call.ts';
import type { CallRequest } from '../domain/call-request.ts';
import type { Clock } from '../domain/clock.ts';
import type { Person } from '../domain/person.ts';
import type { Queue } from '../jobs/queue.ts';
import type { Store } from '../store/store.ts';
import type { Actor } from './actor.ts';
import { type Finding, findingsOf, type Postable } from './policies.ts';
import type { SavedBusinesses } from './saved-businesses.ts';

export type Confirmation = {
  /** Where the card goes; the person's own id stands for "only me". */
  channelId: string;
  /** The same submission again is the same call. */
  submissionId: string;
  /** True once the person was told that it was not saved: the call must not begin behind their back. */
  isGivenUp?: () => boolean;
};
export type Confirmed = { call: Call } | { findings: Finding[] } | { givenUp: true };

export type ConfirmDeps = {
  store: Pick<Store, 'calls' | 'links'>;
  queue: Queue;
  canPostIn: (person: Person, channelId: string) => Promise<Postable>;
  savedBusinesses: Pick<SavedBusinesses, 'changed'>;
  clock: Clock;
  log: Logger;
};

/** Writes a confirmed call and queues its run, both or neither. */
export function createConfirmCall({ store, queue, canPostIn, savedBusinesses, clock, log }: ConfirmDeps) {
  return async function confirm(
    { person }: Actor,
    request: CallRequest,
    { channelId, submissionId, isGivenUp = () => false }: Confirmation,
  ): Promise<Confirmed> {
    const [isConnected, canPost] = await Promise.all([
      store.links.isConnected(person),
      channelId === person.userId ? ('yes' as const) : canPostIn(person, channelId),
    ]);
    const findings = findingsOf(request, { isConnected, canPost });
    if (findings.length > 0) return { findings };
    if (isGivenUp()) return { givenUp: true };
    const id = randomUUID();
    const confirmed = { id, requester: person, request, channelId, confirmedAt: clock.now() };
    const call = await store.calls.confirm(confirmed, submissionId, (tx) => queue.enqueue(id, 'call', tx));
    queue.wakeUp();
    savedBusinesses.changed(person);
    log.info({ callId: call.id, again: call.id !== id }, 'call confirmed');
    return { call };
  };
}
