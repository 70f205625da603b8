import type { Logger } from 'pino';
import { z } from 'zod';
import { secret } from '../link/checks.ts';
import type { SlackSignIn } from '../link/slack-proof.ts';
import { openText, sealText } from '../store/sealed-text.ts';
import type { Sealing } from '../store/sealing.ts';
import { isSameSecret } from '../store/secrets.ts';
import type { createCookies } from '../web/cookies.ts';
import type { PageRequest, Reply } from '../web/http-server.ts';
import { type createPasses, toAllCalls } from './passes.ts';
import type { Reason } from './words.ts';

const waitLifetimeMs = 10 * 60_000;
/** Slack is asked at each page whether they are still who they were, so this only spares them signing in. */
const signedInMs = 60 * 60_000;

const cookieNames = { waiting: 'signing-in', person: 'person' } as const;
const purpose = 'call-page-sign-in';
const waitingSchema = z.object({ state: z.string(), callId: z.string() });

/** Lets Slack say who uses the browser, and leads them on to the call that they came for. */
export function createSignIn({
  slackSignIn,
  passes,
  sealing,
  cookies,
  answer,
  pathOf,
  log,
}: {
  slackSignIn: SlackSignIn;
  passes: ReturnType<typeof createPasses>;
  sealing: Sealing;
  cookies: ReturnType<typeof createCookies>;
  answer: (why: Reason, request: PageRequest, person?: undefined, again?: string) => Promise<Reply>;
  pathOf: (callId: string) => string;
  log: Logger;
}) {
  function waitingIn(text: string) {
    return waitingSchema.safeParse(openText(sealing, text, purpose)).data;
  }

  return {
    cookieName: cookieNames.person,

    ask(callId: string): Reply {
      const state = secret();
      const waiting = sealText(sealing, { state, callId }, purpose);
      const location = slackSignIn.signInUrl(state, '');
      return {
        status: 302,
        headers: { location, 'set-cookie': [cookies.write(cookieNames.waiting, waiting, waitLifetimeMs)] },
      };
    },

    async comeBack(request: PageRequest): Promise<Reply | undefined> {
      const waiting = waitingIn(cookies.read(request.headers.cookie, cookieNames.waiting));
      if (!waiting || !isSameSecret(request.query.get('state'), waiting.state)) return undefined;
      const path = pathOf(waiting.callId);
      const code = request.query.get('code');
      try {
        const who = code ? await slackSignIn.personOf(code) : undefined;
        const [workspaceId, organisationId] = who?.workspaceIds ?? [];
        if (!who || !workspaceId) return await answer('notSignedIn', request, undefined, path);
        const { userId } = who;
        const people = [
          { workspaceId, userId },
          ...(organisationId ? [{ workspaceId: organisationId, userId, teamId: workspaceId }] : []),
        ];
        const pass = passes.write(people, toAllCalls, signedInMs);
        const kept = [
          cookies.write(cookieNames.person, pass, signedInMs),
          cookies.write(cookieNames.waiting, '', 0),
        ];
        return { status: 303, headers: { location: path, 'set-cookie': kept } };
      } catch (err) {
        log.warn({ err }, 'Slack could not be asked who opens the page of a call');
        return answer('slackAway', request, undefined, path);
      }
    },
  };
}
