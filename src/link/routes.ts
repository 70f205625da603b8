import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Logger } from 'pino';
import type { ConnectAccount } from '../accounts/connect.ts';
import { describeAccount } from '../accounts/describe.ts';
import type { Clock } from '../domain/clock.ts';
import type { KallyClient } from '../kally/client.ts';
import { KallyAnswerUnreadable, KallyRefusal, KallyUnreachable } from '../kally/errors.ts';
import type { Tokens } from '../kally/oauth.ts';
import type { LinkAttempt } from '../store/link-attempts.ts';
import type { LinkTokens } from '../store/links.ts';
import type { Sealing } from '../store/sealing.ts';
import { isSameSecret } from '../store/secrets.ts';
import type { Store } from '../store/store.ts';
import type { PageRequest, Reply, Route } from '../web/http-server.ts';
import { type BrowserSession, createBrowserSessions, type SignIn } from './browser-session.ts';
import { CannotLink, explained } from './cannot-link.ts';
import { isPrefetch, refuseForeign, secret } from './checks.ts';
import { createCodePages } from './code.ts';
import { createOpenSessions, type OpenSession, type ReaderOf } from './open-session.ts';
import { confirmPage, donePage, explanationPage, pastePage } from './pages.ts';
import type { Return, SignInFlow } from './sign-in-flow.ts';
import { createSlackProof, type SlackSignIn } from './slack-proof.ts';
import { type Explanation, type PasteFault, readLanguage } from './words.ts';

/** An address with tokens has about 4,000 characters at most. */
const longestAddress = 8_000;
const secondLoadMs = 10_000;
/** Pause between looks while another replica redeems the same code. */
const lookAgainMs = 100;
/** Where Sign in with Slack sends the browser back to. */
export const slackReturnPath = '/link/slack';

/**
 * The pages on which a person connects a KallyAI account. A GET never uses an attempt up, since link previews fetch it;
 * nothing is stored before the click on *Connect*.
 */
export function createLinkRoutes({
  linkAttempts,
  connectAccount,
  links,
  kally,
  flow,
  sealing,
  clock,
  log,
  publicUrl,
  slackSignIn,
  readerOf,
  otherSignIn,
  askForCode,
  announceConnected,
  announceThrownAway,
}: {
  linkAttempts: Store['linkAttempts'];
  connectAccount: ConnectAccount;
  links: Store['links'];
  kally: Pick<KallyClient, 'getStatistics' | 'getSubscription'>;
  flow: SignInFlow;
  sealing: Sealing;
  clock: Clock;
  log: Logger;
  publicUrl: string;
  /** Sign in with Slack, where the installation has it. Without it, the person enters a code in Slack. */
  slackSignIn?: SlackSignIn | undefined;
  readerOf: ReaderOf;
  /** Answers whom Slack sends back to the same address from another sign-in of ours; `undefined` if it is none. */
  otherSignIn?: ((request: PageRequest) => Promise<Reply | undefined>) | undefined;
  askForCode: (attempt: LinkAttempt) => Promise<void>;
  /** Tells the person in Slack. Its failure does not undo the link. */
  announceConnected: (attempt: LinkAttempt) => Promise<void>;
  /** Tells the person in Slack, too. */
  announceThrownAway: (attempt: LinkAttempt) => Promise<void>;
}): Route[] {
  const { origin, protocol } = new URL(publicUrl);
  const sessions = createBrowserSessions({ sealing, secure: protocol === 'https:' });
  const openSessions = createOpenSessions({ linkAttempts, sessions, readerOf, clock });
  const proof = slackSignIn && createSlackProof({ signIn: slackSignIn, openSessions, sessions, log });
  const code = createCodePages({
    linkAttempts,
    openSessions,
    sessions,
    clock,
    log,
    origin,
    askForCode,
    announceThrownAway,
  });

  /** A browser may load the return address twice at once, the second time without the cookie of the first. */
  const recentSignIns = new Map<string, Promise<SignIn | 'elsewhere'>>();

  async function start({ query, headers }: PageRequest): Promise<Reply> {
    const nonce = query.get('n') ?? '';
    const attempt = await openSessions.usableAttemptOf(nonce);
    const existing = sessions.read(headers);
    // A browser may fetch the page more than once; a new state would break the sign-in that is under way.
    const session: BrowserSession =
      existing?.nonce === nonce ? withoutSignIn(existing) : { nonce, state: secret() };
    if (proof && !session.isProven) return proof.ask(session, attempt);
    const signInUrl = flow.signInUrl(session.state);
    const cookies = sessions.write(session);
    return flow.redirectsToUs
      ? { status: 302, headers: { ...cookies, location: signInUrl } }
      : { status: 200, headers: cookies, html: pastePage({ attempt, signInUrl }) };
  }

  async function callback({ query, headers }: PageRequest): Promise<Reply> {
    // A prefetch would use the code up, for a page that nobody may ever see.
    if (isPrefetch(headers)) return { status: 503 };
    const current = await requireProvenSession(headers);
    const answer = flow.readReturn(query);
    if ('error' in answer) throw new CannotLink(isRefused(answer) ? 'refused' : 'rejected', current);
    if (!isSameSecret(answer.state, current.session.state)) throw new CannotLink('otherSignIn', current);
    const returned = createHash('sha256').update(query.toString()).digest('base64url');
    // A code is good once. When the address is loaded again, the cookie already has the sign-in.
    if (current.session.signIn?.returned === returned) return seeOther('/link/confirm', {});
    const begin = () => signInHere(current, answer.redeem, returned);
    const kept = await signInOnce(returned, begin);
    // Another replica's answer brought it to this browser.
    if (kept === 'elsewhere') return seeOther('/link/confirm', {});
    return keepSignIn(current, kept);
  }

  async function signInOnce(
    returned: string,
    begin: () => Promise<SignIn | 'elsewhere'>,
  ): Promise<SignIn | 'elsewhere'> {
    const signingIn = recentSignIns.get(returned) ?? begin();
    recentSignIns.set(returned, signingIn);
    const forget = () => recentSignIns.delete(returned);
    signingIn.then(() => setTimeout(forget, secondLoadMs).unref(), forget);
    return signingIn;
  }

  /** When several replicas receive the same code at once, one of them redeems it. */
  async function signInHere(
    current: OpenSession,
    exchange: () => Promise<Tokens>,
    returned: string,
  ): Promise<SignIn | 'elsewhere'> {
    const { id } = current.attempt;
    for (;;) {
      const claim = await linkAttempts.claimReturn(id, returned, clock.now());
      if (claim === undefined) throw new CannotLink('used', current);
      if (claim === 'redeemed') return 'elsewhere';
      if (claim === 'mine') break;
      await clock.sleep(lookAgainMs);
    }
    try {
      const kept = await signIn(current, exchange, returned);
      await linkAttempts.settleReturn(id, returned, true);
      return kept;
    } catch (error) {
      await linkAttempts.settleReturn(id, returned, false);
      throw error;
    }
  }

  async function paste(request: PageRequest): Promise<Reply> {
    refuseForeign(request.headers, origin);
    const current = await requireProvenSession(request.headers);
    const { session, attempt } = current;
    const address = (await request.form()).get('address') ?? '';
    const askAgain = (fault: PasteFault): Reply => {
      const signInUrl = flow.signInUrl(session.state);
      return { status: 400, html: pastePage({ attempt, signInUrl, fault }) };
    };
    if (address.length > longestAddress) return askAgain('unreadable');
    const answer = flow.readReturn(address);
    if ('error' in answer) return askAgain(isRefused(answer) ? 'refused' : 'unreadable');
    if (!isSameSecret(answer.state, session.state)) return askAgain('otherSignIn');
    return keepSignIn(current, await signIn(current, answer.redeem));
  }

  async function askToConfirm({ headers }: PageRequest): Promise<Reply> {
    const current = await openSessions.requireOpenSession(headers);
    const { session, attempt } = current;
    // A reload cut off the answer that carried the sign-in. KallyAI still knows the person, so ask it again.
    if (!session.signIn && attempt.isSignedIn)
      return seeOther(`/link/start?n=${encodeURIComponent(session.nonce)}`, {});
    if (!session.signIn) throw new CannotLink('otherBrowser', current);
    const { tokens, ticket } = session.signIn;
    const account = await describeAccount(kally, tokens.accessToken);
    if (account === 'rejected') throw new CannotLink('rejected', current);
    return { status: 200, html: confirmPage({ attempt, account, ticket }) };
  }

  async function confirm(request: PageRequest): Promise<Reply> {
    refuseForeign(request.headers, origin);
    const form = await request.form();
    const session = openSessions.requireSession(request.headers);
    const attempt = await openSessions.attemptOf(session.nonce);
    // The CSRF token belongs to the sign-in that the page described: another one, in another tab, needs its own click.
    if (!session.signIn || !isSameSecret(form.get('ticket'), session.signIn.ticket))
      throw new CannotLink('notFromHere', { attempt, session });
    if (form.get('choice') !== 'connect') return leaveFor('cancelled', attempt);
    if (!proof) return code.hold({ ...session, signIn: session.signIn }, attempt);
    if (!session.isProven) throw new CannotLink('notProven', { attempt, session });
    return connect(attempt, session.signIn.tokens);
  }

  async function connect(attempt: LinkAttempt, tokens: LinkTokens): Promise<Reply> {
    if (!(await connectAccount.byClick(attempt, tokens))) return overtaken(attempt);
    await announceConnected(attempt).catch((err) =>
      log.error({ err }, 'connected, but the person was not told in Slack'),
    );
    return leaveFor('done', attempt);
  }

  async function requireProvenSession(headers: IncomingHttpHeaders): Promise<OpenSession> {
    const current = await openSessions.requireOpenSession(headers);
    if (proof && !current.session.isProven) throw new CannotLink('notProven', current);
    return current;
  }

  /** A second press of *Connect* finds the attempt used up by the first. */
  async function overtaken(attempt: LinkAttempt): Promise<Reply> {
    if (!attempt.used && attempt.expiresAt <= clock.now()) throw new CannotLink('old', { attempt });
    if (await links.isConnected(attempt.person)) return leaveFor('done', attempt);
    throw new CannotLink('used', { attempt });
  }

  async function signIn(
    current: OpenSession,
    exchange: () => Promise<Tokens>,
    returned?: string,
  ): Promise<SignIn> {
    const tokens = { ...(await redeem(exchange, current)), obtainedAt: clock.now() };
    return { tokens, ticket: secret(), ...(returned && { returned }) };
  }

  function keepSignIn({ session }: OpenSession, kept: SignIn): Reply {
    // Redirect away from an address with tokens or a code, so that it stays in no history.
    return seeOther('/link/confirm', sessions.write({ ...session, signIn: kept }));
  }

  function leaveFor(page: 'done' | 'cancelled', { id, language }: LinkAttempt): Reply {
    const query = new URLSearchParams({ l: language, ...(page === 'done' && { attempt: id }) });
    return seeOther(`/link/${page}?${query}`, sessions.write(undefined));
  }

  async function redeem(exchange: () => Promise<Tokens>, current: OpenSession): Promise<Tokens> {
    try {
      return await exchange();
    } catch (cause) {
      const explanation = explainKallyError(cause);
      if (!explanation) throw cause;
      log.warn({ err: cause }, 'a sign-in could not be finished');
      throw new CannotLink(explanation, { ...current, cause });
    }
  }

  /** The app that the button opens is read from the attempt, not from the address. */
  async function showDone({ query }: PageRequest): Promise<Reply> {
    const attempt = await linkAttempts.findById(query.get('attempt') ?? '');
    return { status: 200, html: donePage({ language: languageOf(query), app: attempt?.shown.app }) };
  }

  const afterSignIn: Route = flow.redirectsToUs
    ? { method: 'GET', path: '/link/callback', handle: explained(callback) }
    : { method: 'POST', path: '/link/paste', handle: explained(paste) };
  const beforeConnected: Route[] = proof
    ? [
        {
          method: 'GET',
          path: slackReturnPath,
          handle: explained(async (request) => (await otherSignIn?.(request)) ?? proof.comeBack(request)),
        },
      ]
    : [
        { method: 'GET', path: '/link/code', handle: explained(code.show) },
        { method: 'POST', path: '/link/code', handle: explained(code.cancel) },
      ];
  return [
    { method: 'GET', path: '/link/start', handle: explained(start) },
    afterSignIn,
    ...beforeConnected,
    { method: 'GET', path: '/link/confirm', handle: explained(askToConfirm) },
    { method: 'POST', path: '/link/confirm', handle: explained(confirm) },
    { method: 'GET', path: '/link/done', handle: showDone },
    { method: 'GET', path: '/link/cancelled', handle: showCancelled },
  ];
}

function showCancelled({ query }: PageRequest): Reply {
  return { status: 200, html: explanationPage({ explanation: 'cancelled', language: languageOf(query) }) };
}

function languageOf(query: URLSearchParams) {
  return readLanguage(query.get('l') ?? undefined);
}

function isRefused(answer: Return): boolean {
  return 'error' in answer && answer.error === 'access_denied';
}

function explainKallyError(error: unknown): Explanation | undefined {
  if (error instanceof KallyRefusal)
    return error.status < 500 && error.status !== 429 ? 'rejected' : 'kallyAway';
  if (error instanceof KallyUnreachable || error instanceof KallyAnswerUnreadable) return 'kallyAway';
  return undefined;
}

function seeOther(location: string, headers: Record<string, string[]>): Reply {
  return { status: 303, headers: { ...headers, location } };
}

/** What a reload of the first page keeps: the sign-in itself starts over. */
function withoutSignIn({ nonce, state, isProven }: BrowserSession): BrowserSession {
  return { nonce, state, ...(isProven && { isProven }) };
}
