import type { Logger } from 'pino';
import { type Announcer, CannotBeSaid } from '../../calls/announcer.ts';
import type { Call } from '../../domain/call.ts';
import type { Clock } from '../../domain/clock.ts';
import type { Person } from '../../domain/person.ts';
import type { Store } from '../../store/store.ts';
import { forgottenCardMessage } from '../account/forget-view.ts';
import { stoppedByMessage } from '../call/stopped-view.ts';
import { askAgainMessage } from '../card/planned-view.ts';
import { reminderMessage } from '../card/reminder-view.ts';
import { movedMessage } from '../card/reschedule-view.ts';
import { remedyOf } from '../transport/refusals.ts';
import type { SenderFor } from '../transport/sender.ts';
import type { AgentSurface } from '../workspace/agent-surface.ts';
import { createApprovalMessages } from './approvals.ts';
import { createCards } from './cards.ts';
import { createDigests } from './digests.ts';
import { createLedger } from './ledger.ts';
import { createProposals } from './proposals.ts';
import { createSessions } from './sessions.ts';
import type { Steps } from './steps.ts';
import { createThreads } from './threads.ts';

type Deps = {
  senderFor: SenderFor;
  store: Pick<Store, 'posts' | 'calls' | 'preferences' | 'rules' | 'doNotCall' | 'approvals' | 'proposals'>;
  clock: Clock;
  log: Logger;
  /** What a card says of a call is news elsewhere too. */
  onMoved: (call: Call) => void;
  nameOf: (person: Person) => Promise<string | undefined>;
  /** Where it is switched on, calls are sessions of it. */
  surface?: AgentSurface | undefined;
  steps: Pick<Steps, 'proposer'>;
} & Pick<Parameters<typeof createApprovalMessages>[0], 'readerOf' | 'costs'>;

/** All that is said of calls in Slack: each thing once, at Slack's pace, and under the call's lease where a run says it. */
export function createAnnouncer({
  senderFor,
  store,
  clock,
  log,
  onMoved,
  nameOf,
  surface,
  steps,
  readerOf,
  costs,
}: Deps) {
  const ledger = createLedger({ posts: store.posts, clock, log });
  const sessions = surface && createSessions({ surface, ledger, senderFor, store, clock, log });
  const cards = createCards({ ledger, sessions, senderFor, store, log, onMoved, nameOf });
  const threads = createThreads({ ledger, senderFor, store });
  const { toPerson } = threads;
  const approvals = createApprovalMessages({
    ledger,
    toPerson,
    senderFor,
    store,
    nameOf,
    readerOf,
    costs,
    log,
  });
  const showProposal = createProposals({ senderFor, store, clock, log });

  return {
    card: (...said) => unlessRefused(cards.card(...said)),
    refresh: cards.refresh,
    result: (...said) => unlessRefused(threads.result(...said)),
    transcript: (...said) => unlessRefused(threads.transcript(...said)),
    moved: (call, when) =>
      threads.reply(
        call,
        `moved-${when.date}-${when.time}`,
        movedMessage(call, { ...when, now: clock.now() }),
      ),
    askAgain: (call, under) =>
      threads.toPerson(call, `held-${call.plan?.dueAt}`, call.requester.userId, askAgainMessage(call), under),
    askApproval: (...said) => unlessRefused(approvals.askApproval(...said)),
    approvalDecided: (...said) => unlessRefused(approvals.approvalDecided(...said)),
    remind: (call, to, under) =>
      unlessRefused(
        to === 'channel'
          ? threads.toChannel(call, 'reminder', reminderMessage, under)
          : threads.toPerson(call, 'reminder', call.requester.userId, reminderMessage(call, true), under),
      ),
    stoppedBy: (call, userId) =>
      threads.toPerson(call, 'stopped-by', call.requester.userId, stoppedByMessage(call, userId)),
    proposal: showProposal,
    proposer: steps.proposer,
    digest: createDigests({ ledger, senderFor, store }),
    async forgotten(requester, { callId, channelId, ts }, language) {
      try {
        await sessions?.end(requester, { channelId, ts });
        const sender = await senderFor(requester.workspaceId);
        await sender.edit({ channelId, ts }, forgottenCardMessage(language));
      } catch (error) {
        log.warn({ err: error, callId }, 'the card of a forgotten call stays as it was');
      }
    },
    calendar: threads.calendar,
    share: threads.share,
  } satisfies Announcer & Record<string, unknown>;
}

async function unlessRefused(said: Promise<void>): Promise<void> {
  try {
    await said;
  } catch (cause) {
    throw remedyOf(cause) === 'giveUp' ? new CannotBeSaid('Slack takes this nowhere', { cause }) : cause;
  }
}
