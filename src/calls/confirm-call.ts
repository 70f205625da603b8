import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Logger } from 'pino';
import { type Growth, retry } from '../domain/backoff.ts';
import type { Call } from '../domain/call.ts';
import type { CallRequest } from '../domain/call-request.ts';
import type { Clock } from '../domain/clock.ts';
import type { Person } from '../domain/person.ts';
import type { Queue } from '../jobs/queue.ts';
import { type CallCaps, CapReached, CommitLost } from '../store/calls.ts';
import type { Store } from '../store/store.ts';
import type { Actor } from './actor.ts';
import { type Finding, findingsOf, type Postable } from './policies.ts';
import type { RulesInForce } from './rules.ts';
import type { SavedBusinesses } from './saved-businesses.ts';

export type Confirmation = {
  /** Where the card goes; the person's own id stands for "only me". */
  channelId: string;
  /** The same submission again is the same call. */
  submissionId: string;
  /** True once the person was told that it was not saved: the call must not begin behind their back. */
  isGivenUp?: () => boolean;
};
/** `already`: the submission came before, with another request; that one is the call, and this one is none. */
export type Confirmed = { call: Call } | { already: Call } | { findings: Finding[] } | { givenUp: true };

/** So often a call is written anew when nobody knows whether it was: the same submission is the same call. */
const repeats: Growth = { firstMs: 100, factor: 2, maxMs: 400 };
const tries = 3;

export type ConfirmDeps = {
  store: Pick<Store, 'calls' | 'links'>;
  queue: Queue;
  canPostIn: (person: Person, channelId: string) => Promise<Postable>;
  savedBusinesses: Pick<SavedBusinesses, 'changed'>;
  caps: CallCaps;
  rules: Pick<RulesInForce, 'ruledFor'>;
  clock: Clock;
  log: Logger;
};

/** Writes a confirmed call and queues its run, both or neither. */
export function createConfirmCall({
  store,
  queue,
  canPostIn,
  savedBusinesses,
  caps,
  rules,
  clock,
  log,
}: ConfirmDeps) {
  return async function confirm(
    { person }: Actor,
    request: CallRequest,
    { channelId, submissionId, isGivenUp = () => false }: Confirmation,
  ): Promise<Confirmed> {
    const [isConnected, canPost, ruled] = await Promise.all([
      store.links.isConnected(person),
      channelId === person.userId ? ('yes' as const) : canPostIn(person, channelId),
      rules.ruledFor(person, request.phone, channelId),
    ]);
    const findings = findingsOf(request, { isConnected, canPost, ruled });
    if (findings.length > 0) return { findings };
    if (isGivenUp()) return { givenUp: true };
    const id = randomUUID();
    const confirmed = { id, requester: person, request, channelId, confirmedAt: clock.now() };
    const { perDay } = ruled.rules;
    let lost: CommitLost | undefined;
    const call = await retry(
      () =>
        store.calls.confirm(confirmed, submissionId, (tx) => queue.enqueue(id, 'call', tx), {
          ...caps,
          perDay,
        }),
      {
        growth: repeats,
        tries,
        sleep: (ms) => clock.sleep(ms),
        onFailure(error) {
          if (error instanceof CommitLost) lost = error;
          if (!lost || isGivenUp()) throw error;
          log.warn({ err: error }, 'a confirmed call is written once more');
        },
      },
    ).catch((error: unknown) => {
      if (error instanceof CapReached) return { effect: 'blocks', code: error.code } as const;
      // Once it may have been written, no later failure says that it was not.
      throw lost ?? error;
    });
    if ('effect' in call) return { findings: [call] };
    queue.wakeUp();
    savedBusinesses.changed(person);
    log.info({ callId: call.id, again: call.id !== id }, 'call confirmed');
    return isSame(call, { request, channelId }) ? { call } : { already: call };
  };
}

function isSame(call: Call, sent: Pick<Call, 'request' | 'channelId'>): boolean {
  // When it is dialled may have been changed since.
  const { dialAt: _, ...request } = call.request;
  return call.channelId === sent.channelId && isDeepStrictEqual(request, sent.request);
}
