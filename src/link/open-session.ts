import type { IncomingHttpHeaders } from 'node:http';
import type { Clock } from '../domain/clock.ts';
import type { Language } from '../domain/language.ts';
import type { Person } from '../domain/person.ts';
import type { LinkAttempt } from '../store/link-attempts.ts';
import type { Store } from '../store/store.ts';
import type { BrowserSession, createBrowserSessions } from './browser-session.ts';
import { CannotLink } from './cannot-link.ts';

/** How Slack names somebody, as far as it says so in time. */
export type ReaderOf = (person: Person) => Promise<{ name?: string; language: Language }>;

/** A browser session, with an attempt that can still be used. */
export type OpenSession = { session: BrowserSession; attempt: LinkAttempt };

/** Finds the session and the attempt of a request; throws `CannotLink` where there is none to go on with. */
export function createOpenSessions({
  linkAttempts,
  sessions,
  readerOf,
  clock,
}: {
  linkAttempts: Store['linkAttempts'];
  sessions: ReturnType<typeof createBrowserSessions>;
  readerOf: ReaderOf;
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
    return named(attempt);
  }

  /** Slack did not say in time who asked for the button, and it has an id for a name. By now it may have said so. */
  async function named(attempt: LinkAttempt): Promise<LinkAttempt> {
    if (attempt.personName !== attempt.person.userId) return attempt;
    const reader = await readerOf(attempt.person).catch(() => undefined);
    return reader?.name ? { ...attempt, personName: reader.name, language: reader.language } : attempt;
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
