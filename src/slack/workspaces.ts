import type { Logger } from 'pino';
import type { Clock } from '../domain/clock.ts';
import type { Person } from '../domain/person.ts';
import type { Changes } from '../store/changes.ts';
import type { Store } from '../store/store.ts';
import { type InstallPages, isInstalled } from './install/oauth.ts';
import { isDeactivated } from './install/person-deactivated.ts';
import { createSignIn } from './install/sign-in.ts';
import { createBoltLogger } from './transport/bolt-logger.ts';
import { connectSlack, type SlackSettings } from './transport/connection.ts';
import { createOpenView } from './transport/open-view.ts';
import { createTellUnheard, type UnheardReason } from './transport/reject-malformed.ts';
import { type CountRequest, webClientOptions } from './transport/web-clients.ts';

/** How Slack reaches the app, and how the app reaches each workspace. Made before the listeners. */
export function connectWorkspaces({
  settings,
  onAnswer,
  onUnheard,
  log,
  ...deps
}: {
  settings: SlackSettings;
  store: Pick<Store, 'installations' | 'installStates'>;
  changes: Pick<Changes, 'subscribe' | 'isLive'>;
  installPages: InstallPages;
  clock: Clock;
  log: Logger;
  onAnswer: CountRequest;
  onUnheard: (reason: UnheardReason) => void;
}) {
  const logger = createBoltLogger(log.child({ from: 'bolt' }));
  const clientOptions = webClientOptions(settings.apiUrl, logger, onAnswer);
  const tellUnheard = createTellUnheard(log, onUnheard);
  const connection = connectSlack({ ...deps, settings, log, logger, clientOptions, tellUnheard });
  const { clientFor, nameOf, workspaceOf, requestListener } = connection;
  return {
    /** Only for the Bolt app. */
    connection,
    logger,
    clientOptions,
    /** Reaches only Slack. */
    send: clientOptions.fetch,
    openView: createOpenView({ slackApiUrl: settings.apiUrl, fetch: clientOptions.fetch }),
    tellUnheard,
    clientFor,
    nameOf,
    workspaceOf,
    /** Over HTTP: answers `/slack/events`, and with `oauth` `/slack/install` and `/slack/oauth_redirect`. */
    requestListener,
    isInstalled: (workspaceId: string) => isInstalled(clientFor, workspaceId),
    isDeactivated: (person: Person) => isDeactivated(clientFor, person),
    /** Sign in with Slack, where Slack knows this app's client id. */
    signIn: (redirectUri: string) =>
      settings.oauth &&
      createSignIn({ ...settings.oauth, apiUrl: settings.apiUrl, clientOptions, redirectUri }),
  };
}

export type Workspaces = ReturnType<typeof connectWorkspaces>;
