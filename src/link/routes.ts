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
import { CannotLink, explained } from './cannot-link.ts';
import { isPrefetch, refuseForeign, secret } from './checks.ts';
import { createCodePages } from './code.ts';
import { createFinder, type Opened } from './opened.ts';
import { confirmPage, donePage, explanationPage, pastePage } from './pages.ts';
import type { Return, SignInFlow } from './sign-in-flow.ts';
import { createSlackProof, type SlackSignIn } from './slack-proof.ts';
import { createVisits, type SignIn, type Visit } from './visit.ts';
import { type Explanation, type PasteFault, readLanguage } from './words.ts';

/** Tokens make an address of some 4,000 characters at most. */
const longestAddress = 8_000;
const secondLoadMs = 10_000;
/** While another replica redeems the code of the same address. */
const lookAgainMs = 100;
/** Where Sign in with Slack sends the browser back to. */
export const slackReturnPath = '/link/slack';

/**
 * The pages on which a person connects a KallyAI account. GETs never use an attempt up, since link previews fetch them;
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
  /** Where Slack can say who is before the browser; elsewhere a code does. */
  slackSignIn?: SlackSignIn | undefined;
  askForCode: (attempt: LinkAttempt) => Promise<void>;
  /** Tells the person in Slack. Its failure does not undo the link. */
  announceConnected: (attempt: LinkAttempt) => Promise<void>;
  /** The same. */
  announceThrownAway: (attempt: LinkAttempt) => Promise<void>;
}): Route[] {
  const { origin, protocol } = new URL(publicUrl);
  const visits = createVisits({ sealing, secure: protocol === 'https:' });
  const find = createFinder({ linkAttempts, visits, clock });
  const proof = slackSignIn && createSlackProof({ signIn: slackSignIn, find, visits, log });
  const code = createCodePages({
    linkAttempts,
    find,
    visits,
    clock,
    log,
    origin,
    askForCode,
    announceThrownAway,
  });

  /** A browser may load the address it was sent back to twice at once, the second time without the first one's cookie. */
  const lately = new Map<string, Promise<SignIn | 'elsewhere'>>();

  async function start({ query, headers }: PageRequest): Promise<Reply> {
    const nonce = query.get('n') ?? '';
    const attempt = await find.usableAttemptOf(nonce);
    const known = visits.read(headers);
    // A browser may fetch the page more than once; a new state would spoil the sign-in that is under way.
    const visit: Visit = known?.nonce === nonce ? withoutSignIn(known) : { nonce, state: secret() };
    if (proof && !visit.isProven) return proof.ask(visit, attempt);
    const signInUrl = flow.signInUrl(visit.state);
    const cookies = visits.write(visit);
    return flow.redirectsToUs
      ? { status: 302, headers: { ...cookies, location: signInUrl } }
      : { status: 200, headers: cookies, html: pastePage({ attempt, signInUrl }) };
  }

  async function callback({ query, headers }: PageRequest): Promise<Reply> {
    // A browser that only looks ahead would use the code up, for a page that nobody may ever see.
    if (isPrefetch(headers)) return { status: 503 };
    const opened = await provenlyOpenedBy(headers);
    const answer = flow.readReturn(query);
    if ('error' in answer) throw new CannotLink(isRefused(answer) ? 'refused' : 'rejected', opened);
    if (!isSameSecret(answer.state, opened.visit.state)) throw new CannotLink('otherSignIn', opened);
    const returned = createHash('sha256').update(query.toString()).digest('base64url');
    // A code is good once: loaded again, the sign-in it gave lies in the cookie already.
    if (opened.visit.signIn?.returned === returned) return seeOther('/link/confirm', {});
    const begin = () => signInHere(opened, answer.redeem, returned);
    const kept = await signInOnce(returned, begin);
    // The answer of another replica has brought it to this browser.
    if (kept === 'elsewhere') return seeOther('/link/confirm', {});
    return keepSignIn(opened, kept);
  }

  async function signInOnce(
    returned: string,
    begin: () => Promise<SignIn | 'elsewhere'>,
  ): Promise<SignIn | 'elsewhere'> {
    const signingIn = lately.get(returned) ?? begin();
    lately.set(returned, signingIn);
    const forget = () => lately.delete(returned);
    signingIn.then(() => setTimeout(forget, secondLoadMs).unref(), forget);
    return signingIn;
  }

  /** Of several replicas that are brought the same code at once, one redeems it. */
  async function signInHere(
    opened: Opened,
    exchange: () => Promise<Tokens>,
    returned: string,
  ): Promise<SignIn | 'elsewhere'> {
    const { id } = opened.attempt;
    for (;;) {
      const claim = await linkAttempts.claimReturn(id, returned, clock.now());
      if (claim === undefined) throw new CannotLink('used', opened);
      if (claim === 'redeemed') return 'elsewhere';
      if (claim === 'mine') break;
      await clock.sleep(lookAgainMs);
    }
    try {
      const kept = await signIn(opened, exchange, returned);
      await linkAttempts.settleReturn(id, returned, true);
      return kept;
    } catch (error) {
      await linkAttempts.settleReturn(id, returned, false);
      throw error;
    }
  }

  async function paste(request: PageRequest): Promise<Reply> {
    refuseForeign(request.headers, origin);
    const opened = await provenlyOpenedBy(request.headers);
    const { visit, attempt } = opened;
    const address = (await request.form()).get('address') ?? '';
    const askAgain = (fault: PasteFault): Reply => {
      const signInUrl = flow.signInUrl(visit.state);
      return { status: 400, html: pastePage({ attempt, signInUrl, fault }) };
    };
    if (address.length > longestAddress) return askAgain('unreadable');
    const answer = flow.readReturn(address);
    if ('error' in answer) return askAgain(isRefused(answer) ? 'refused' : 'unreadable');
    if (!isSameSecret(answer.state, visit.state)) return askAgain('otherSignIn');
    return keepSignIn(opened, await signIn(opened, answer.redeem));
  }

  async function askToConfirm({ headers }: PageRequest): Promise<Reply> {
    const opened = await find.openedBy(headers);
    const { visit, attempt } = opened;
    // The answer that brought the sign-in was broken off, by a reload: KallyAI still knows the person, and is asked again.
    if (!visit.signIn && attempt.isSignedIn)
      return seeOther(`/link/start?n=${encodeURIComponent(visit.nonce)}`, {});
    if (!visit.signIn) throw new CannotLink('otherBrowser', opened);
    const { tokens, ticket } = visit.signIn;
    const account = await describeAccount(kally, tokens.accessToken);
    if (account === 'rejected') throw new CannotLink('rejected', opened);
    return { status: 200, html: confirmPage({ attempt, account, ticket }) };
  }

  async function confirm(request: PageRequest): Promise<Reply> {
    refuseForeign(request.headers, origin);
    const form = await request.form();
    const visit = find.visitOf(request.headers);
    const attempt = await find.attemptOf(visit.nonce);
    // The ticket is of the sign-in that the page described: another one in another tab needs a click of its own.
    if (!visit.signIn || !isSameSecret(form.get('ticket'), visit.signIn.ticket))
      throw new CannotLink('notFromHere', { attempt, visit });
    if (form.get('choice') !== 'connect') return leaveFor('cancelled', attempt);
    if (!proof) return code.hold({ ...visit, signIn: visit.signIn }, attempt);
    if (!visit.isProven) throw new CannotLink('notProven', { attempt, visit });
    return connect(attempt, visit.signIn.tokens);
  }

  async function connect(attempt: LinkAttempt, tokens: LinkTokens): Promise<Reply> {
    if (!(await connectAccount.byClick(attempt, tokens))) return overtaken(attempt);
    await announceConnected(attempt).catch((err) =>
      log.error({ err }, 'connected, but the person was not told in Slack'),
    );
    return leaveFor('done', attempt);
  }

  async function provenlyOpenedBy(headers: IncomingHttpHeaders): Promise<Opened> {
    const opened = await find.openedBy(headers);
    if (proof && !opened.visit.isProven) throw new CannotLink('notProven', opened);
    return opened;
  }

  /** A second press of *Connect* finds the attempt used up by the first. */
  async function overtaken(attempt: LinkAttempt): Promise<Reply> {
    if (!attempt.used && attempt.expiresAt <= clock.now()) throw new CannotLink('old', { attempt });
    if (await links.isConnected(attempt.person)) return leaveFor('done', attempt);
    throw new CannotLink('used', { attempt });
  }

  async function signIn(opened: Opened, exchange: () => Promise<Tokens>, returned?: string): Promise<SignIn> {
    const tokens = { ...(await redeem(exchange, opened)), obtainedAt: clock.now() };
    return { tokens, ticket: secret(), ...(returned && { returned }) };
  }

  function keepSignIn({ visit }: Opened, kept: SignIn): Reply {
    // Away from an address that holds tokens or a code, which then stays in no history.
    return seeOther('/link/confirm', visits.write({ ...visit, signIn: kept }));
  }

  function leaveFor(page: 'done' | 'cancelled', { id, language }: LinkAttempt): Reply {
    const query = new URLSearchParams({ l: language, ...(page === 'done' && { attempt: id }) });
    return seeOther(`/link/${page}?${query}`, visits.write(undefined));
  }

  async function redeem(exchange: () => Promise<Tokens>, opened: Opened): Promise<Tokens> {
    try {
      return await exchange();
    } catch (cause) {
      const explanation = explanationOf(cause);
      if (!explanation) throw cause;
      log.warn({ err: cause }, 'a sign-in could not be finished');
      throw new CannotLink(explanation, { ...opened, cause });
    }
  }

  /** Which app its button opens is not taken from the address. */
  async function showDone({ query }: PageRequest): Promise<Reply> {
    const attempt = await linkAttempts.findById(query.get('attempt') ?? '');
    return { status: 200, html: donePage({ language: languageOf(query), app: attempt?.shown.app }) };
  }

  const afterSignIn: Route = flow.redirectsToUs
    ? { method: 'GET', path: '/link/callback', handle: explained(callback) }
    : { method: 'POST', path: '/link/paste', handle: explained(paste) };
  const beforeConnected: Route[] = proof
    ? [{ method: 'GET', path: slackReturnPath, handle: explained(proof.comeBack) }]
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

function explanationOf(error: unknown): Explanation | undefined {
  if (error instanceof KallyRefusal)
    return error.status < 500 && error.status !== 429 ? 'rejected' : 'kallyAway';
  if (error instanceof KallyUnreachable || error instanceof KallyAnswerUnreadable) return 'kallyAway';
  return undefined;
}

function seeOther(location: string, headers: Record<string, string[]>): Reply {
  return { status: 303, headers: { ...headers, location } };
}

/** What a reload of the first page keeps: a sign-in that was going on is begun anew. */
function withoutSignIn({ nonce, state, isProven }: Visit): Visit {
  return { nonce, state, ...(isProven && { isProven }) };
}
