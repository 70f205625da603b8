import type { Logger } from 'pino';
import { retry } from '../../domain/backoff.ts';
import type { Call, Delay } from '../../domain/call.ts';
import type { Clock } from '../../domain/clock.ts';
import type { Person } from '../../domain/person.ts';
import type { Lease } from '../../jobs/leases.ts';
import { isHandedOn, type Post } from '../../store/posts.ts';
import type { Store } from '../../store/store.ts';
import { type SessionStatus, sessionStatusOf, sessionTitleOf } from '../call/session-status.ts';
import { remedyOf } from '../transport/refusals.ts';
import type { SenderFor, Where } from '../transport/sender.ts';
import type { AgentSurface } from '../workspace/agent-surface.ts';
import { isWithdrawn, type Ledger } from './ledger.ts';

/** Slack ends `processing` after an hour, and begins a new one when it is set again. */
const renewEveryMs = 30 * 60_000;
const tries = 4;
const growth = { firstMs: 500, factor: 3, maxMs: 5_000 };
/** Of processes that set one session at the same time, each looks again; the stored state settles it. */
const mostCrossings = 3;

/** In the ledger, its digest is the status that Slack was told last. */
const part = 'session';

type Deps = {
  surface: AgentSurface;
  ledger: Ledger;
  senderFor: SenderFor;
  store: Pick<Store, 'posts' | 'calls'>;
  clock: Clock;
  log: Logger;
};
type How = { delay?: Delay | undefined; lease?: Lease | undefined };
export type Sessions = ReturnType<typeof createSessions>;

/** The thread of each call as a session of Slack's agent surface. Its status follows the card; failures never hold up the call. */
export function createSessions({ surface, ledger, senderFor, store: { posts, calls }, clock, log }: Deps) {
  const renewals = new Map<string, AbortController>();

  /** Brings the session to what is stored of the call. */
  async function follow(callId: string, { delay, lease }: How): Promise<void> {
    let isCertain = true;
    for (let crossings = 0; crossings < mostCrossings; crossings++) {
      const call = await calls.find(callId);
      const card = call && (await ledger.postOf(call, 'card'));
      if (!card || isHandedOn(card) || isWithdrawn(card)) return;
      const status = sessionStatusOf(call, delay);
      if (status !== 'processing') renewals.get(callId)?.abort();
      const told = await ledger.postOf(call, part);
      if (!told && status === 'active') return;
      const isTold = isCertain && told?.digest === status && told.ts === card.ts;
      // A run that took the call over does not know when the hour began.
      const isOurs = status !== 'processing' || !lease || renewals.has(callId);
      if (isTold && isOurs) return;
      if (!(await tell(call, card, status, lease))) return;
      if (status === 'processing' && lease) keepProcessing(callId, lease);
      const { channelId, ts } = card;
      if (await note({ callId, part, channelId, ts, digest: status }, told)) return;
      isCertain = false;
    }
  }

  /** False if another process told Slack something meanwhile: nobody knows what came last. */
  async function note(post: Post, told: Post | undefined): Promise<boolean> {
    if (told) return posts.saveEdit(post, told.digest);
    const { digest } = await ledger.remember(post, posts.add);
    return digest === post.digest;
  }

  async function tell(call: Call, where: Where, status: SessionStatus, lease?: Lease): Promise<boolean> {
    const { workspaceId, userId } = call.requester;
    if (!surface.isOpen(workspaceId, where.channelId)) return false;
    const session = { status, title: sessionTitleOf(call), initiatorId: userId };
    return set(workspaceId, where, session, lease);
  }

  async function set(
    workspaceId: string,
    where: Where,
    session: { status: SessionStatus; title?: string; initiatorId?: string },
    lease?: Lease,
  ): Promise<boolean> {
    try {
      const sender = await senderFor(workspaceId, lease);
      await retry(() => sender.session(where, session), {
        growth,
        tries,
        sleep: (ms) => clock.sleep(ms, lease?.signal),
        onFailure(error) {
          if (lease?.signal.aborted || remedyOf(error) !== 'again') throw error;
        },
      });
      return true;
    } catch (error) {
      if (!lease?.signal.aborted) surface.refused(workspaceId, where.channelId, error);
      return false;
    }
  }

  function keepProcessing(callId: string, lease: Lease): void {
    if (renewals.has(callId)) return;
    const renewal = new AbortController();
    renewals.set(callId, renewal);
    renew(callId, lease, AbortSignal.any([renewal.signal, lease.signal]))
      .catch((error: unknown) => {
        if (!renewal.signal.aborted && !lease.signal.aborted)
          log.warn({ err: error, callId }, 'the session of a call is not renewed any more');
      })
      .finally(() => renewals.delete(callId));
  }

  async function renew(callId: string, lease: Lease, signal: AbortSignal): Promise<void> {
    for (;;) {
      await clock.sleep(renewEveryMs, signal);
      const call = await calls.find(callId);
      const card = call && (await ledger.postOf(call, 'card'));
      if (!card || isHandedOn(card) || sessionStatusOf(call) !== 'processing') return;
      await tell(call, card, 'processing', lease);
    }
  }

  return {
    /** Never rejects: a call goes on whatever Slack says of its session. */
    follow: (callId: string, how: How): Promise<void> =>
      follow(callId, how).catch((error: unknown) =>
        log.warn({ err: error, callId }, 'the session of a call does not follow its card'),
      ),
    /** The call is not stored any more. */
    async end({ workspaceId }: Person, { channelId, ts }: Where): Promise<void> {
      if (surface.isOpen(workspaceId, channelId))
        await set(workspaceId, { channelId, ts }, { status: 'active' });
    },
  };
}
