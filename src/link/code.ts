import { randomInt } from 'node:crypto';
import type { Logger } from 'pino';
import type { Clock } from '../domain/clock.ts';
import type { LinkAttempt } from '../store/link-attempts.ts';
import type { LinkTokens } from '../store/links.ts';
import { isSameSecret } from '../store/secrets.ts';
import type { Store } from '../store/store.ts';
import type { PageRequest, Reply } from '../web/http-server.ts';
import { CannotLink } from './cannot-link.ts';
import { refuseForeign } from './checks.ts';
import type { createFinder } from './opened.ts';
import { codePage } from './pages.ts';
import type { createVisits, Visit } from './visit.ts';

type SignedIn = Visit & { signIn: { tokens: LinkTokens; ticket: string } };

/**
 * The code that the browser shows and the person of the attempt enters in Slack, where Slack cannot say who is before the browser.
 * This way round, because an attacker could send a code along with their link, but cannot see one shown there.
 */
export function createCodePages({
  linkAttempts,
  find,
  visits,
  clock,
  log,
  origin,
  askForCode,
  announceThrownAway,
}: {
  linkAttempts: Store['linkAttempts'];
  find: ReturnType<typeof createFinder>;
  visits: ReturnType<typeof createVisits>;
  clock: Clock;
  log: Logger;
  origin: string;
  /** Asks the person in Slack. */
  askForCode: (attempt: LinkAttempt) => Promise<void>;
  announceThrownAway: (attempt: LinkAttempt) => Promise<void>;
}) {
  async function hold(visit: SignedIn, attempt: LinkAttempt): Promise<Reply> {
    const { tokens, ticket } = visit.signIn;
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    if (!(await linkAttempts.hold(attempt.id, { tokens, ticket, code }, clock.now())))
      return overtaken(visit);
    try {
      // Read once more: where it is shown may have been noted meanwhile.
      await askForCode(await find.attemptOf(visit.nonce));
    } catch (cause) {
      log.warn({ err: cause }, 'the person could not be asked for the code in Slack');
      await linkAttempts.letGo(attempt.id, { reopen: true });
      throw new CannotLink('slackAway', { attempt, visit, cause });
    }
    return leadToCode(visit);
  }

  /** A second press of *Connect* finds the attempt used up by the first. */
  async function overtaken(visit: SignedIn): Promise<Reply> {
    const attempt = await find.attemptOf(visit.nonce);
    if (isSameSecret(visit.signIn.ticket, attempt.held?.ticket)) return leadToCode(visit);
    throw new CannotLink(attempt.used ? 'used' : 'old', { attempt });
  }

  function leadToCode({ nonce, state, signIn }: SignedIn): Reply {
    const headers = visits.write({ nonce, state, codeTicket: signIn.ticket });
    return { status: 303, headers: { ...headers, location: '/link/code' } };
  }

  async function heldBy({ headers }: PageRequest) {
    const { nonce, codeTicket } = find.visitOf(headers);
    const attempt = await find.attemptOf(nonce);
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

  /** Also the last way out for somebody who notices only now whose link it was. */
  async function cancel(request: PageRequest): Promise<Reply> {
    refuseForeign(request.headers, origin);
    const ticket = (await request.form()).get('ticket');
    const { attempt, held } = await heldBy(request);
    if (!isSameSecret(ticket, held.ticket)) throw new CannotLink('notFromHere', { attempt });
    await linkAttempts.letGo(attempt.id);
    await announceThrownAway(attempt).catch((err: unknown) =>
      log.warn({ err }, 'thrown away, but the person was not told in Slack'),
    );
    const headers = visits.write(undefined);
    return { status: 303, headers: { ...headers, location: `/link/cancelled?l=${attempt.language}` } };
  }

  return { hold, show, cancel };
}
