import type { RequestListener } from 'node:http';
import {
  type AppOptions,
  HTTPReceiver,
  type Logger,
  type Receiver,
  SocketModeReceiver,
  webApi,
} from '@slack/bolt';
import type { Logger as PinoLogger } from 'pino';
import type { Clock } from '../../domain/clock.ts';
import type { Changes } from '../../store/changes.ts';
import type { Store } from '../../store/store.ts';
import { createInstallations } from '../install/installations.ts';
import { botScopesOf, setupOf } from '../install/manifest.ts';
import {
  createCallbackOptions,
  createRefresh,
  createStateStore,
  type InstallPages,
} from '../install/oauth.ts';
import { guardRequests } from './http-guard.ts';
import { acknowledgeMalformed, answerMalformed, type TellUnheard } from './reject-malformed.ts';
import { guardSocket } from './socket-guard.ts';

export type SlackSettings = {
  /** `https://slack.com/api/`, or a Slack on loopback. */
  apiUrl: string;
  /** Slackbot may use Kally's MCP server. */
  mcp?: boolean;
  /** Set means Socket Mode. */
  appToken?: string | undefined;
  signingSecret?: string | undefined;
  /** For one workspace; for many, `oauth` takes its place. */
  botToken?: string | undefined;
  oauth?: { clientId: string; clientSecret: string; publicUrl: string } | undefined;
  agent?: boolean;
  workflow?: string | undefined;
  previews?: boolean;
};

type Parts = {
  settings: SlackSettings;
  store: Pick<Store, 'installations' | 'installStates'>;
  changes: Pick<Changes, 'subscribe' | 'isLive'>;
  installPages: InstallPages;
  clock: Clock;
  log: PinoLogger;
  logger: Logger;
  clientOptions: webApi.WebClientOptions;
  tellUnheard: TellUnheard;
};

type TeamNamed = { teamId: string; enterpriseId: string | undefined };

/** How Slack reaches the app, and how the app reaches each workspace. */
type Connection = {
  appOptions: Pick<AppOptions, 'authorize'> & { receiver: Receiver };
  requestListener?: RequestListener;
  clientFor: (workspaceId: string) => Promise<webApi.WebClient>;
  nameOf: (workspaceId: string) => Promise<string>;
  /** The workspace that the app is installed in, of what Slack says where somebody is; `undefined` if there is none. */
  workspaceOf: (where: TeamNamed) => Promise<string | undefined>;
  start: () => Promise<void>;
  stop: () => Promise<void>;
};

/** Slack counts its three seconds itself. Bolt's own limit of 3 s would refuse an acknowledgement that Slack may still take. */
const unacknowledgedMs = 10_000;
/** `guardRequests` lets nothing through that Slack did not sign, so Bolt need not look again. */
const boltChecksSignatures = false;
/** Slack's largest payloads are a fraction of this; Bolt reads a body before it knows who sent it. */
const bodyLimitBytes = 1024 * 1024;

export function connectSlack(parts: Parts): Connection {
  const { appToken, botToken, signingSecret, oauth } = parts.settings;
  if (appToken && botToken) return overSocket(parts, appToken, botToken);
  if (signingSecret && botToken) return overHttp(parts, signingSecret, botToken);
  if (signingSecret && oauth) return overHttpForMany(parts, signingSecret, oauth);
  throw new Error(
    'Slack needs a bot token with an app token or a signing secret, or a client id with a signing secret',
  );
}

function overSocket(
  { logger, log, clientOptions, tellUnheard }: Parts,
  appToken: string,
  botToken: string,
): Connection {
  // Bolt's own retries keep the socket; the options of other requests would take them away.
  const { slackApiUrl, fetch } = clientOptions;
  const installerOptions = { clientOptions: { slackApiUrl, fetch } as webApi.WebClientOptions };
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    installerOptions,
    processEventErrorHandler: acknowledgeMalformed(log),
  });
  guardSocket(receiver.client, tellUnheard);
  const { authorize, ...workspace } = oneWorkspace(botToken, clientOptions);
  return {
    appOptions: { receiver, authorize },
    ...workspace,
    async start() {
      await workspace.start();
      await receiver.start();
    },
    stop: () => receiver.stop(),
  };
}

function overHttp(parts: Parts, signingSecret: string, botToken: string): Connection {
  const { logger, clientOptions } = parts;
  const receiver = new HTTPReceiver({
    signingSecret,
    logger,
    bodyLimit: bodyLimitBytes,
    signatureVerification: boltChecksSignatures,
    unhandledRequestTimeoutMillis: unacknowledgedMs,
    processEventErrorHandler: answerMalformed,
  });
  const { authorize, ...workspace } = oneWorkspace(botToken, clientOptions);
  return { appOptions: { receiver, authorize }, ...served(receiver, parts, signingSecret), ...workspace };
}

function overHttpForMany(
  parts: Parts,
  signingSecret: string,
  { publicUrl, ...credentials }: NonNullable<SlackSettings['oauth']>,
): Connection {
  const { logger, clientOptions, store, changes, clock, log, settings, installPages } = parts;
  const refresh = createRefresh(credentials, clientOptions, clock);
  const { installations, installStates } = store;
  const known = createInstallations({ store: installations, changes, refresh, clock, log });
  const redirectUriPath = '/slack/oauth_redirect';
  const redirectUri = `${publicUrl}${redirectUriPath}`;
  const scopes = botScopesOf(setupOf(settings, publicUrl));
  const receiver = new HTTPReceiver({
    ...credentials,
    signingSecret,
    logger,
    bodyLimit: bodyLimitBytes,
    signatureVerification: boltChecksSignatures,
    unhandledRequestTimeoutMillis: unacknowledgedMs,
    processEventErrorHandler: answerMalformed,
    scopes,
    installationStore: known.installationStore,
    redirectUri,
    installerOptions: {
      clientOptions,
      redirectUriPath,
      authorizationUrl: authorizationUrl(settings.apiUrl),
      directInstall: true,
      stateStore: createStateStore(installStates, clock, { scopes, redirectUri }),
      callbackOptions: createCallbackOptions(installPages),
    },
  });
  hearRemovals(receiver);
  return {
    appOptions: { receiver },
    ...served(receiver, parts, signingSecret),
    nameOf: known.nameOf,
    workspaceOf: async ({ teamId, enterpriseId }) => {
      if (await installations.find(teamId)) return teamId;
      return enterpriseId && (await installations.find(enterpriseId)) ? enterpriseId : undefined;
    },
    async clientFor(workspaceId) {
      const isEnterpriseInstall = workspaceId.startsWith('E');
      const { bot } = await known.installationStore.fetchInstallation({
        teamId: isEnterpriseInstall ? undefined : workspaceId,
        enterpriseId: isEnterpriseInstall ? workspaceId : undefined,
        isEnterpriseInstall,
      });
      return new webApi.WebClient(bot?.token, clientOptions);
    },
  };
}

/**
 * Removal events arrive when the token is already gone. Bolt skips authorization for two of the three, and misreads the third as a
 * non-Enterprise event: https://github.com/slackapi/bolt-js/issues/1778
 */
function hearRemovals({ installer }: HTTPReceiver): void {
  if (!installer) throw new Error('a receiver without a client id hears of one workspace only');
  const authorize = installer.authorize.bind(installer);
  installer.authorize = async (source, body?: { event?: { type: string } }) => {
    if (body?.event?.type !== 'team_access_revoked') return authorize(source);
    return source.enterpriseId ? { enterpriseId: source.enterpriseId } : {};
  };
}

/** Our own HTTP server listens, so there is nothing to start or stop. */
function served(
  receiver: HTTPReceiver,
  { log, tellUnheard }: Pick<Parts, 'log' | 'tellUnheard'>,
  signingSecret: string,
) {
  return {
    requestListener: guardRequests({
      listen: receiver.requestListener.bind(receiver),
      signingSecret,
      bodyLimit: bodyLimitBytes,
      log,
      tell: tellUnheard,
    }),
    start: async () => {},
    stop: async () => {},
  };
}

/** One workspace, by its token. Asks Slack once whose token it is, and again only after a failure. */
function oneWorkspace(token: string, options: webApi.WebClientOptions) {
  const client = new webApi.WebClient(token, options);
  let asked: ReturnType<typeof client.auth.test> | undefined;
  const whoAmI = () => {
    asked ??= client.auth.test().catch((error: unknown) => {
      asked = undefined;
      throw error;
    });
    return asked;
  };
  return {
    authorize: async () => {
      // Payloads from shared channels may name another workspace than the token's.
      const { user_id: botUserId, bot_id: botId, team_id: teamId } = await whoAmI();
      return {
        botToken: token,
        ...(teamId && { teamId }),
        ...(botUserId && { botUserId }),
        ...(botId && { botId }),
      };
    },
    clientFor: async () => client,
    nameOf: async () => (await whoAmI()).team ?? '',
    workspaceOf: async ({ teamId }: TeamNamed) => ((await whoAmI()).team_id === teamId ? teamId : undefined),
    /** Reports a refused token at once; if Slack is away, the first request asks again. */
    start: async () => {
      await whoAmI().catch((error: unknown) => {
        if (error instanceof webApi.WebAPIPlatformError) throw error;
      });
    },
  };
}

function authorizationUrl(apiUrl: string): string {
  return new URL('/oauth/v2/authorize', apiUrl).href;
}
