import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Installation, type InstallURLOptions, webApi } from '@slack/bolt';
import type { Clock } from '../../domain/clock.ts';
import type { Store } from '../../store/store.ts';
import type { BotToken } from './installations.ts';

type Page = { status: number; html?: string };
type NotInstalled = 'cancelled' | 'startOver' | 'failed';

/** The page after "Add to Slack". */
export type InstallPages = {
  installed: (about: {
    workspaceName: string;
    appId: string | undefined;
    teamId: string | undefined;
    acceptLanguage: string | undefined;
  }) => Page;
  notInstalled: (why: NotInstalled, acceptLanguage: string | undefined) => Page;
};

/** Our own `state`, because Bolt's can be used any number of times. */
export function createStateStore(states: Store['installStates'], clock: Clock, options: InstallURLOptions) {
  return {
    generateStateParam: async () => states.issue(clock.now()),
    async verifyStateParam(_now: Date, state: string): Promise<InstallURLOptions> {
      if (!(await states.use(state, clock.now()))) throw new StateNotGood();
      return options;
    },
  };
}

/** Bolt's own code for it. */
const stateNotGood = 'slack_oauth_invalid_state';

class StateNotGood extends Error {
  override name = 'StateNotGood';
  readonly code = stateNotGood;
}

type Failure = { code: string; data?: { error?: string } };

const reasons: Record<string, NotInstalled> = {
  slack_oauth_installer_authorization_error: 'cancelled',
  [stateNotGood]: 'startOver',
  // Slack's error: the code is used, expired or invalid.
  invalid_code: 'startOver',
  slack_oauth_missing_code: 'startOver',
};

/** Answers Slack's redirect with our pages. */
export function createCallbackOptions(pages: InstallPages) {
  return {
    success(
      { team, enterprise, appId }: Installation,
      _options: unknown,
      request: IncomingMessage,
      response: ServerResponse,
    ) {
      const about = { workspaceName: team?.name ?? enterprise?.name ?? 'Slack', appId, teamId: team?.id };
      send(response, pages.installed({ ...about, acceptLanguage: languageOf(request) }));
    },
    failure({ code, data }: Failure, _options: unknown, request: IncomingMessage, response: ServerResponse) {
      // An installation that an organisation starts in Slack comes without our state: it starts over here, with one.
      if (code === 'slack_oauth_missing_state') response.writeHead(302, { location: '/slack/install' }).end();
      else send(response, pages.notInstalled(reasons[data?.error ?? code] ?? 'failed', languageOf(request)));
    },
  };
}

function languageOf(request: IncomingMessage): string | undefined {
  return request.headers['accept-language'];
}

function send(response: ServerResponse, { status, html }: Page): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(html);
}

const defaultLifeSeconds = 12 * 3600;

/** Exchanges a rotating token: https://docs.slack.dev/authentication/using-token-rotation */
export function createRefresh(
  { clientId, clientSecret }: { clientId: string; clientSecret: string },
  options: webApi.WebClientOptions,
  clock: Clock,
) {
  const client = new webApi.WebClient(undefined, options);
  return async (refreshToken: string): Promise<BotToken> => {
    const answer = await client.oauth.v2.access({
      client_id: clientId,
      client_secret: clientSecret,
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
    });
    if (!answer.access_token) throw new Error('Slack answered a refresh without a token');
    return {
      token: answer.access_token,
      refreshToken: answer.refresh_token ?? refreshToken,
      expiresAt: Math.floor(clock.now() / 1000) + (answer.expires_in ?? defaultLifeSeconds),
    };
  };
}

/** Slack's codes for a token whose app was removed. Other codes may be temporary. */
const removedCodes = new Set(['account_inactive', 'token_revoked']);

/** Whether Slack still accepts a workspace's token; `undefined` if that is unknown now. */
export async function isInstalled(
  clientFor: (workspaceId: string) => Promise<webApi.WebClient>,
  workspaceId: string,
): Promise<boolean | undefined> {
  try {
    const client = await clientFor(workspaceId);
    await client.auth.test();
    return true;
  } catch (error) {
    const isRemoved = error instanceof webApi.WebAPIPlatformError && removedCodes.has(error.data.error);
    return isRemoved ? false : undefined;
  }
}
