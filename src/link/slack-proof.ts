import type { Logger } from 'pino';
import type { LinkAttempt } from '../store/link-attempts.ts';
import { isSameSecret } from '../store/secrets.ts';
import type { PageRequest, Reply } from '../web/http-server.ts';
import { CannotLink } from './cannot-link.ts';
import { secret } from './checks.ts';
import type { createFinder, Opened } from './opened.ts';
import { startPath } from './start.ts';
import type { createVisits, Visit } from './visit.ts';

/** Sign in with Slack. */
export type SlackSignIn = {
  signInUrl: (state: string, workspaceId: string) => string;
  /** Who is before the browser; their workspace, and its organisation where there is one. `undefined`: Slack does not take the code. */
  personOf: (code: string) => Promise<{ userId: string; workspaceIds: string[] } | undefined>;
};

/** Lets only the browser of the attempt's own person go on, so that a link that was sent to somebody else leads nowhere. */
export function createSlackProof({
  signIn,
  find,
  visits,
  log,
}: {
  signIn: SlackSignIn;
  find: ReturnType<typeof createFinder>;
  visits: ReturnType<typeof createVisits>;
  log: Logger;
}) {
  function ask(visit: Visit, { person }: LinkAttempt): Reply {
    const location = signIn.signInUrl(visit.state, person.workspaceId);
    return { status: 302, headers: { ...visits.write(visit), location } };
  }

  async function comeBack({ query, headers }: PageRequest): Promise<Reply> {
    const opened = await find.openedBy(headers);
    const { visit, attempt } = opened;
    if (!isSameSecret(query.get('state'), visit.state)) throw new CannotLink('otherSignIn', opened);
    const who = await askWho(query.get('code'), opened);
    const { userId, workspaceId } = attempt.person;
    if (who.userId !== userId || !who.workspaceIds.includes(workspaceId))
      throw new CannotLink('otherPerson', { attempt });
    const proven: Visit = { nonce: visit.nonce, state: secret(), isProven: true };
    return { status: 303, headers: { ...visits.write(proven), location: startPath(visit.nonce) } };
  }

  async function askWho(code: string | null, opened: Opened) {
    const asked = code ? signIn.personOf(code) : Promise.resolve(undefined);
    const who = await asked.catch((cause: unknown) => {
      log.warn({ err: cause }, 'Slack could not be asked who is signing in');
      throw new CannotLink('slackAway', { ...opened, cause });
    });
    if (!who) throw new CannotLink('notProven', opened);
    return who;
  }

  return { ask, comeBack };
}
