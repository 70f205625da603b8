import type { Logger } from 'pino';
import type { Person } from '../domain/person.ts';
import type { JobHandler } from '../jobs/worker.ts';
import type { Store } from '../store/store.ts';

/**
 * Slack reports it when somebody is deactivated, unless Kally was away then. So before a job that has waited acts for a person, Slack is
 * asked; an account of somebody who left is disconnected, and nothing is done in their name.
 */
export function createDisconnectDeactivated({
  store: { calls, links },
  isDeactivated,
  log,
}: {
  store: Pick<Store, 'calls' | 'links'>;
  /** `undefined` when it cannot be known now. */
  isDeactivated: (person: Person) => Promise<boolean | undefined>;
  log: Logger;
}) {
  return (run: JobHandler): JobHandler =>
    async function unlessDeactivated(lease) {
      const call = await calls.find(lease.callId);
      if (call && (await isDeactivated(call.requester)) && (await links.disconnect(call.requester)))
        log.info(
          { callId: call.id },
          'the requester was deactivated in Slack; their account is disconnected',
        );
      await run(lease);
    };
}
