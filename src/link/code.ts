import { randomInt } from 'node:crypto';
import type { Logger } from 'pino';
import type { Clock } from '../domain/clock.ts';
import type { LinkAttempt } from '../store/link-attempts.ts';
import type { LinkTokens } from '../store/links.ts';
import { isSameSecret } from '../store/secrets.ts';
import type { Store } from '../store/store.ts';
import type { PageRequest, Reply } from '../web/http-server.ts';
import type { BrowserSession, createBrowserSessions } from './browser-session.ts';
import { CannotLink } from './cannot-link.ts';
import { refuseForeign } from './checks.ts';
import type { createOpenSessions } from './open-session.ts';
import { codePage } from './pages.ts';

type SignedIn = BrowserSession & { signIn: { tokens: LinkTokens; ticket: string } };

/**
 * The code that the browser shows and the person of the attempt enters in Slack, where Sign in with Slack is not
 * set up. From browser to Slack, because an attacker could send a code along with a link, but cannot see one shown in the browser.
 */
export function createCodePages({
  linkAttempts,
  openSessions,
  sessions,
  clock,
  log,
  origin,
  askForCode,
  announceThrownAway,
}: {
  linkAttempts: Store['linkAttempts'];
  openSessions: ReturnType<typeof createOpenSessions>;
  sessions: ReturnType<typeof createBrowserSessions>;
  clock: Clock;
  log: Logger;
  origin: string;
  /** Asks the person in Slack. */
  askForCode: (attempt: LinkAttempt) => Promise<void>;
  announceThrownAway: (attempt: LinkAttempt) => Promise<void>;
}) {
  async function hold(session: SignedIn, attempt: LinkAttempt): Promise<Reply> {
    const { tokens, ticket } = session.signIn;
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    if (!(await linkAttempts.hold(attempt.id, { tokens, ticket, code }, clock.now())))
      return overtaken(session);
    try {
      // Read again: the place where the button is shown may have been stored meanwhile.
      await askForCode(await openSessions.attemptOf(session.nonce));
    } catch (cause) {
      log.warn({ err: cause }, 'the person could not be asked for the code in Slack');
      await linkAttempts.letGo(attempt.id, { reopen: true });
      throw new CannotLink('slackAway', { attempt, session, cause });
    }
    return leadToCode(session);
  }

  /** A second press of *Connect* finds the attempt used up by the first. */
  async function overtaken(session: SignedIn): Promise<Reply> {
    const attempt = await openSessions.attemptOf(session.nonce);
    if (isSameSecret(session.signIn.ticket, attempt.held?.ticket)) return leadToCode(session);
    throw new CannotLink(attempt.used ? 'used' : 'old', { attempt });
  }

  function leadToCode({ nonce, state, signIn }: SignedIn): Reply {
    const headers = sessions.write({ nonce, state, codeTicket: signIn.ticket });
    return { status: 303, headers: { ...headers, location: '/link/code' } };
  }

  async function heldBy({ headers }: PageRequest) {
    const { nonce, codeTicket } = openSessions.requireSession(headers);
    const attempt = await openSessions.attemptOf(nonce);
    const { held } = attempt;
    if (!codeTicket || !held || !isSameSecret(codeTicket, held.ticket))
      throw new CannotLink('used', { attempt });
    if (attempt.expiresAt <= clock.now()) throw new CannotLink('old', { attempt });
    return { attempt, held };
  }

  async function show(request: PageRequest): Promise<Reply> {
    const { attempt, held } = await heldBy(request);
    return { status: 200, html: codePage({ attempt, ...held }) };
  }

  /** Also the last way out for somebody who only now notices that the link was not theirs. */
  async function cancel(request: PageRequest): Promise<Reply> {
    refuseForeign(request.headers, origin);
    const ticket = (await request.form()).get('ticket');
    const { attempt, held } = await heldBy(request);
    if (!isSameSecret(ticket, held.ticket)) throw new CannotLink('notFromHere', { attempt });
    await linkAttempts.letGo(attempt.id);
    await announceThrownAway(attempt).catch((err: unknown) =>
      log.warn({ err }, 'thrown away, but the person was not told in Slack'),
    );
    const headers = sessions.write(undefined);
    return { status: 303, headers: { ...headers, location: `/link/cancelled?l=${attempt.language}` } };
  }

  return { hold, show, cancel };
}
