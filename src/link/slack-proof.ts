import type { Logger } from 'pino';
import type { LinkAttempt } from '../store/link-attempts.ts';
import { isSameSecret } from '../store/secrets.ts';
import type { PageRequest, Reply } from '../web/http-server.ts';
import type { BrowserSession, createBrowserSessions } from './browser-session.ts';
import { CannotLink } from './cannot-link.ts';
import { secret } from './checks.ts';
import type { createOpenSessions, OpenSession } from './open-session.ts';
import { startPath } from './start.ts';

/** Sign in with Slack. */
export type SlackSignIn = {
  signInUrl: (state: string, workspaceId: string) => string;
  /** Who uses the browser, with the ids of their workspace and of its organisation, if any. `undefined`: Slack rejects the code. */
  personOf: (code: string) => Promise<{ userId: string; workspaceIds: string[] } | undefined>;
};

/** Lets only the attempt's own person go on, so that a link passed to somebody else leads nowhere. */
export function createSlackProof({
  signIn,
  openSessions,
  sessions,
  log,
}: {
  signIn: SlackSignIn;
  openSessions: ReturnType<typeof createOpenSessions>;
  sessions: ReturnType<typeof createBrowserSessions>;
  log: Logger;
}) {
  function ask(session: BrowserSession, { person }: LinkAttempt): Reply {
    const location = signIn.signInUrl(session.state, person.workspaceId);
    return { status: 302, headers: { ...sessions.write(session), location } };
  }

  async function comeBack({ query, headers }: PageRequest): Promise<Reply> {
    const current = await openSessions.requireOpenSession(headers);
    const { session, attempt } = current;
    if (!isSameSecret(query.get('state'), session.state)) throw new CannotLink('otherSignIn', current);
    const who = await askWho(query.get('code'), current);
    const { userId, workspaceId } = attempt.person;
    if (who.userId !== userId || !who.workspaceIds.includes(workspaceId))
      throw new CannotLink('otherPerson', { attempt });
    const proven: BrowserSession = { nonce: session.nonce, state: secret(), isProven: true };
    return { status: 303, headers: { ...sessions.write(proven), location: startPath(session.nonce) } };
  }

  async function askWho(code: string | null, current: OpenSession) {
    const asked = code ? signIn.personOf(code) : Promise.resolve(undefined);
    const who = await asked.catch((cause: unknown) => {
      log.warn({ err: cause }, 'Slack could not be asked who is signing in');
      throw new CannotLink('slackAway', { ...current, cause });
    });
    if (!who) throw new CannotLink('notProven', current);
    return who;
  }

  return { ask, comeBack };
}
