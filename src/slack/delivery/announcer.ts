import type { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Call, Outcome, TranscriptLine, Trouble } from '../../domain/call.ts';
import type { Clock } from '../../domain/clock.ts';
import type { Store } from '../../store/store.ts';
import { createPace } from '../send/pacer.ts';
import { createSender, type Sender } from '../send/sender.ts';
import { createCards } from './cards.ts';
import { createSaid } from './posted.ts';
import { always, type MayStill, type Speech } from './speech.ts';
import { createThreads } from './threads.ts';

type Parts = {
  clientFor: (workspaceId: string) => Promise<webApi.WebClient>;
  store: Pick<Store, 'posts' | 'calls' | 'preferences'>;
  clock: Clock;
  log: Logger;
  /** What a card says of a call is news elsewhere too. */
  onMoved: (call: Call) => void;
  onWaited?: Parameters<typeof createPace>[1];
};

/** What a call says in Slack. Everything is said once: what the store knows to be posted is not posted again. */
export function createAnnouncer({ clientFor, store, clock, log, onMoved, onWaited }: Parts) {
  const pace = createPace(clock, onWaited);
  const known = createSaid({ posts: store.posts, clock, log });
  const cards = createCards({ known, senderFor, store, log, onMoved });
  const threads = createThreads({ known, senderFor, store });

  async function senderFor({ call, mayStill }: Speech): Promise<Sender> {
    const { workspaceId } = call.requester;
    return createSender(await clientFor(workspaceId), clock, { pace, workspaceId, mayStill });
  }

  /** What is said in somebody's name, who may lose the call before it is their turn. */
  const during = (mayStill: MayStill) => ({
    card: (call: Call, trouble?: Trouble) => cards.card({ call, mayStill }, trouble),
    refresh: (callId: string, trouble?: Trouble) => cards.refresh(callId, mayStill, trouble),
    outcome: (call: Call, outcome: Outcome) => threads.outcome({ call, mayStill }, outcome),
    transcript: (call: Call, lines: TranscriptLine[] | 'unavailable' | 'not_allowed') =>
      threads.transcript({ call, mayStill }, lines),
  });

  return { ...during(always), during };
}
