import type { Logger } from 'pino';
import type { Clock } from '../domain/clock.ts';
import type { Person } from '../domain/person.ts';
import { reasonOf } from '../domain/reason.ts';
import type { Store } from '../store/store.ts';
import { type Finding, isBlock } from './policies.ts';

/** Counts requests that were refused before a call was written of them, so that admins see which rule they met. */
export function createCountRefusals({
  store,
  clock,
  log,
}: {
  store: Pick<Store, 'refusals'>;
  clock: Clock;
  log: Logger;
}) {
  /** Nobody waits for it, and a request that could not be counted is refused all the same. */
  return function countRefusal({ workspaceId }: Person, findings: readonly Finding[]): void {
    const block = findings.find(isBlock);
    if (!block) return;
    store.refusals
      .add(workspaceId, reasonOf(block.code), clock.now())
      .catch((err: unknown) => log.warn({ err, workspaceId }, 'a refused request was not counted'));
  };
}
