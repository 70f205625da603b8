import type { IncomingHttpHeaders } from 'node:http';
import type { Clock } from '../domain/clock.ts';
import type { LinkAttempt } from '../store/link-attempts.ts';
import type { Store } from '../store/store.ts';
import { CannotLink } from './cannot-link.ts';
import type { createVisits, Visit } from './visit.ts';

/** An attempt that can still be used, in the browser that opened it. */
export type Opened = { visit: Visit; attempt: LinkAttempt };

/** Finds what a browser has opened; throws `CannotLink` where there is nothing to go on with. */
export function createFinder({
  linkAttempts,
  visits,
  clock,
}: {
  linkAttempts: Store['linkAttempts'];
  visits: ReturnType<typeof createVisits>;
  clock: Clock;
}) {
  function visitOf(headers: IncomingHttpHeaders): Visit {
    const visit = visits.read(headers);
    if (!visit) throw new CannotLink('otherBrowser');
    return visit;
  }

  async function attemptOf(nonce: string): Promise<LinkAttempt> {
    const attempt = await linkAttempts.find(nonce);
    if (!attempt) throw new CannotLink('unknown');
    return attempt;
  }

  async function usableAttemptOf(nonce: string): Promise<LinkAttempt> {
    const attempt = await attemptOf(nonce);
    if (attempt.used) throw new CannotLink('used', { attempt });
    if (attempt.expiresAt <= clock.now()) throw new CannotLink('old', { attempt });
    return attempt;
  }

  async function openedBy(headers: IncomingHttpHeaders): Promise<Opened> {
    const visit = visitOf(headers);
    return { visit, attempt: await usableAttemptOf(visit.nonce) };
  }

  return { visitOf, attemptOf, usableAttemptOf, openedBy };
}
