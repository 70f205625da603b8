import type { Logger } from 'pino';
import { type Announcer, CannotBeSaid } from '../../calls/announcer.ts';
import type { Clock } from '../../domain/clock.ts';
import type { Store } from '../../store/store.ts';
import { proposalMessage } from '../proposal/proposal-view.ts';
import { remedyOf } from '../transport/refusals.ts';
import type { SenderFor } from '../transport/sender.ts';

type Deps = {
  senderFor: SenderFor;
  store: Pick<Store, 'calls' | 'proposals'>;
  clock: Clock;
  log: Logger;
};

/** The message in which a person is told of a proposed call: one, edited when the proposal is settled. */
export function createProposals({ senderFor, store, clock, log }: Deps): Announcer['proposal'] {
  return async function showProposal(proposal) {
    const { id, person, callId, settled } = proposal;
    const { shown } = (await store.proposals.find(id)) ?? proposal;
    const call = callId ? await store.calls.find(callId) : undefined;
    const message = proposalMessage(proposal, { call, now: clock.now() });
    const sender = await senderFor(person.workspaceId);
    // Without a message there is nothing to say of how it ended.
    if (!shown && settled) return;
    if (!shown) {
      const posted = await sender.post(person.userId, message).catch((cause: unknown) => {
        // There is no other place in which to tell a person.
        throw remedyOf(cause) === 'again'
          ? cause
          : new CannotBeSaid('Slack takes no message to them', { cause });
      });
      const first = await store.proposals.noteShown(id, posted);
      // Another process was quicker, or it was forgotten meanwhile.
      if (first?.ts !== posted.ts) await sender.remove(posted);
      return;
    }
    if (!settled) return;
    try {
      await sender.edit(shown, message);
    } catch (error) {
      if (remedyOf(error) === 'again') throw error;
      log.info({ err: error, proposalId: id }, 'the message of a proposed call stays as it was');
    }
  };
}
