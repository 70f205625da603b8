import type { IncomingHttpHeaders } from 'node:http';
import type { Clock } from '../domain/clock.ts';
import type { LinkAttempt } from '../store/link-attempts.ts';
import type { Store } from '../store/store.ts';
import type { BrowserSession, createBrowserSessions } from './browser-session.ts';
import { CannotLink } from './cannot-link.ts';

/** A browser session, with an attempt that can still be used. */
export type OpenSession = { session: BrowserSession; attempt: LinkAttempt };

/** Finds the session and the attempt of a request; throws `CannotLink` where there is none to go on with. */
export function createOpenSessions({
  linkAttempts,
  sessions,
  clock,
}: {
  linkAttempts: Store['linkAttempts'];
  sessions: ReturnType<typeof createBrowserSessions>;
  clock: Clock;
}) {
  function requireSession(headers: IncomingHttpHeaders): BrowserSession {
    const session = sessions.read(headers);
    if (!session) throw new CannotLink('otherBrowser');
    return session;
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

  async function requireOpenSession(headers: IncomingHttpHeaders): Promise<OpenSession> {
    const session = requireSession(headers);
    return { session, attempt: await usableAttemptOf(session.nonce) };
  }

  return { requireSession, attemptOf, usableAttemptOf, requireOpenSession };
}
