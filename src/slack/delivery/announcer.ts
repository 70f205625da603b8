import type { Logger } from 'pino';
import type { Announcer } from '../../calls/announcer.ts';
import type { Call } from '../../domain/call.ts';
import type { Clock } from '../../domain/clock.ts';
import type { Store } from '../../store/store.ts';
import { forgottenCardMessage } from '../account/forget-view.ts';
import { stoppedByMessage } from '../call/stopped-view.ts';
import { movedMessage } from '../card/reschedule-view.ts';
import type { SenderFor } from '../transport/sender.ts';
import { createCards } from './cards.ts';
import { createLedger } from './ledger.ts';
import { createThreads } from './threads.ts';

type Deps = {
  senderFor: SenderFor;
  store: Pick<Store, 'posts' | 'calls' | 'preferences' | 'rules'>;
  clock: Clock;
  log: Logger;
  /** What a card says of a call is news elsewhere too. */
  onMoved: (call: Call) => void;
};

/** All that is said of calls in Slack: each thing once, at Slack's pace, and under the call's lease where a run says it. */
export function createAnnouncer({ senderFor, store, clock, log, onMoved }: Deps) {
  const ledger = createLedger({ posts: store.posts, clock, log });
  const cards = createCards({ ledger, senderFor, store, log, onMoved });
  const threads = createThreads({ ledger, senderFor, store });

  return {
    card: cards.card,
    refresh: cards.refresh,
    outcome: threads.outcome,
    transcript: threads.transcript,
    moved: (call, when) =>
      threads.reply(
        call,
        `moved-${when.date}-${when.time}`,
        movedMessage(call, { ...when, now: clock.now() }),
      ),
    stoppedBy: (call, userId) =>
      threads.toPerson(call, 'stopped-by', call.requester.userId, stoppedByMessage(call, userId)),
    async forgotten({ workspaceId }, { callId, channelId, ts }, language) {
      try {
        const sender = await senderFor(workspaceId);
        await sender.edit({ channelId, ts }, forgottenCardMessage(language));
      } catch (error) {
        log.warn({ err: error, callId }, 'the card of a forgotten call stays as it was');
      }
    },
    calendar: threads.calendar,
    share: threads.share,
  } satisfies Announcer & Record<string, unknown>;
}
