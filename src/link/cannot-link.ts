import type { LinkAttempt } from '../store/link-attempts.ts';
import type { Route } from '../web/http-server.ts';
import type { BrowserSession } from './browser-session.ts';
import { explanationPage } from './pages.ts';
import { startPath } from './start.ts';
import { type Explanation, readLanguage } from './words.ts';

/** Why a person cannot go on from here. `session` gives the page a button that starts again with the same attempt. */
export class CannotLink extends Error {
  override readonly name = 'CannotLink';
  readonly explanation: Explanation;
  readonly attempt: LinkAttempt | undefined;
  readonly again: string | undefined;

  constructor(
    explanation: Explanation,
    about: { attempt?: LinkAttempt; session?: BrowserSession; cause?: unknown } = {},
  ) {
    super(explanation, { cause: about.cause });
    this.explanation = explanation;
    this.attempt = about.attempt;
    this.again = about.session && startPath(about.session.nonce);
  }
}

const statusOf: Partial<Record<Explanation, number>> = {
  unknown: 404,
  used: 410,
  old: 410,
  kallyAway: 502,
  slackAway: 502,
  otherPerson: 403,
};

/** Answers `CannotLink` with a page, in the language of the attempt's person. */
export function explained(handle: Route['handle']): Route['handle'] {
  return async (request) => {
    try {
      return await handle(request);
    } catch (error) {
      if (!(error instanceof CannotLink)) throw error;
      const { explanation, attempt, again } = error;
      const language = attempt?.language ?? readLanguage(request.headers['accept-language']);
      return {
        status: statusOf[explanation] ?? 400,
        html: explanationPage({ explanation, language, again }),
      };
    }
  };
}
