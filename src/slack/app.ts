import {
  App,
  type BlockAction,
  type GlobalShortcut,
  type MessageShortcut,
  type Middleware,
  type SlackActionMiddlewareArgs,
  type SlackEventMiddlewareArgs,
} from '@slack/bolt';
import { createSavedPlaces } from '../calls/saved-businesses.ts';
import type { Changes } from '../store/changes.ts';
import { disconnectAccount, forgetMe, stayConnected } from './account/account-listeners.ts';
import { disconnectActionId, stayConnectedActionId } from './account/connection-view.ts';
import { forgetActionId } from './account/forget-view.ts';
import { openAudit, sendAuditFile, submitAdmin, turnAuditPage } from './admin/admin-listeners.ts';
import {
  adminFormId,
  auditFileActionId,
  newerAuditActionId,
  olderAuditActionId,
  openAdminActionId,
  openAuditActionId,
} from './admin/admin-view.ts';
import { cardDeeds } from './card/actions.ts';
import { submitReschedule } from './card/reschedule.ts';
import { rescheduleFormId } from './card/reschedule-view.ts';
import { submitShare } from './card/share.ts';
import { shareFormId } from './card/share-view.ts';
import { kallyCommand } from './commands.ts';
import { denySignIn, enterCode, submitCode } from './connect/code.ts';
import { codeFormId, continueActionId, enterCodeActionId, notMeActionId } from './connect/connect-view.ts';
import type { Kit } from './context.ts';
import { callFormId } from './form/form-view.ts';
import { continueForm } from './form/reopen-form.ts';
import { reshapeForm, suggestPlaces } from './form/reshape-form.ts';
import { submitCallForm } from './form/submit-form.ts';
import { actOnListedCall, turnHistoryPage } from './history/history-listeners.ts';
import { listedCallActionIds, newerCallsActionId, olderCallsActionId } from './history/history-view.ts';
import { createHome } from './home/home.ts';
import {
  changePreferences,
  connectFromHome,
  homeOpened,
  openAdminFromHome,
  showDetails,
} from './home/home-listeners.ts';
import { connectActionId, preferencesActionId, showDetailsActionId } from './home/home-view.ts';
import { appUninstalled, teamAccessRevoked, tokensRevoked } from './install/app-removed.ts';
import { type InstallPages, isInstalled } from './install/oauth.ts';
import { type BotEvent, botScopes } from './install/scopes.ts';
import { createSignIn } from './install/sign-in.ts';
import { dismissActionId, openFormActionId } from './messages/answers-view.ts';
import { dismiss, hearDirectMessage, hearMention, openForm } from './messages/messages.ts';
import { callAboutThis, makeCall } from './messages/shortcuts.ts';
import { turnStrangersAway } from './middleware/external-users.ts';
import { createTroubleHandler } from './middleware/last-resort.ts';
import { nameTeam } from './middleware/team-context.ts';
import { submitPreferences, suggestTimeZones } from './preferences/preferences-listeners.ts';
import { preferencesFormId } from './preferences/preferences-view.ts';
import { type CountAck, timingDeliveries } from './transport/ack-timing.ts';
import { createBoltLogger } from './transport/bolt-logger.ts';
import { connectSlack, type SlackSettings } from './transport/connection.ts';
import { within } from './transport/deadline.ts';
import { createTellUnheard, readingOnly, type UnheardReason } from './transport/readable.ts';
import { type CountRequest, webClientOptions } from './transport/web-clients.ts';
import { openLinkActionId } from './ui/blocks.ts';
import { createPlaces } from './workspace/channels.ts';
import { createProfiles } from './workspace/profiles.ts';

/** All that Kally listens to in Slack. The manifest asks for the same. */
export function listeners(kit: Kit) {
  return {
    commands: { '/kally': kallyCommand(kit) },
    globalShortcuts: { make_a_call: makeCall(kit) },
    messageShortcuts: { call_about_this: callAboutThis(kit) },
    submissions: {
      [callFormId]: submitCallForm(kit),
      [preferencesFormId]: submitPreferences(kit),
      [rescheduleFormId]: submitReschedule(kit),
      [shareFormId]: submitShare(kit),
      [codeFormId]: submitCode(kit),
      [adminFormId]: submitAdmin(kit),
    },
    /** By Slack's names of the subscriptions: a `message.im` arrives as a `message`. */
    events: {
      app_mention: hearMention(kit),
      'message.im': hearDirectMessage(kit),
      app_home_opened: homeOpened(kit),
      app_uninstalled: appUninstalled(kit),
      tokens_revoked: tokensRevoked(kit),
      team_access_revoked: teamAccessRevoked(kit),
    } satisfies Partial<Record<BotEvent, unknown>>,
    suggestions: { savedPlace: suggestPlaces(kit), timeZone: suggestTimeZones(kit) },
    actions: {
      category: reshapeForm(kit),
      phone: reshapeForm(kit),
      foundPhone: reshapeForm(kit),
      savedPlace: reshapeForm(kit),
      place: reshapeForm(kit),
      otherChannel: reshapeForm(kit),
      [enterCodeActionId]: enterCode(kit),
      [notMeActionId]: denySignIn(kit),
      [continueActionId]: continueForm(kit),
      ...cardDeeds(kit),
      [newerCallsActionId]: turnHistoryPage(kit),
      [olderCallsActionId]: turnHistoryPage(kit),
      [listedCallActionIds.more]: actOnListedCall(kit),
      [listedCallActionIds.transcript]: actOnListedCall(kit),
      [listedCallActionIds.again]: actOnListedCall(kit),
      [listedCallActionIds.calendar]: actOnListedCall(kit),
      [disconnectActionId]: disconnectAccount(kit),
      [stayConnectedActionId]: stayConnected(kit),
      [forgetActionId]: forgetMe(kit),
      [connectActionId]: connectFromHome(kit),
      [preferencesActionId]: changePreferences(kit),
      [showDetailsActionId]: showDetails(kit),
      [openAdminActionId]: openAdminFromHome(kit),
      [openAuditActionId]: openAudit(kit),
      [newerAuditActionId]: turnAuditPage(kit),
      [olderAuditActionId]: turnAuditPage(kit),
      [auditFileActionId]: sendAuditFile(kit),
      [openFormActionId]: openForm(kit),
      [dismissActionId]: dismiss,
      [openLinkActionId]: acknowledge,
    },
  };
}

const acknowledge: Middleware<SlackActionMiddlewareArgs> = ({ ack }) => ack();

/** What is counted of what Slack delivers and of what is sent to it. */
type Meter = {
  acknowledged: CountAck;
  answered: CountRequest;
  troubled: () => void;
  unheard: (reason: UnheardReason) => void;
};

/** How long a stop waits for what goes on after an acknowledgement. */
const drainMs = 10_000;

/** Kally in Slack: hears people over HTTP or Socket Mode, and acts in every workspace it is installed in. */
export function createSlackApp({
  settings,
  meter,
  changes,
  installPages,
  ...parts
}: Omit<Kit, 'profiles' | 'places' | 'savedPlaces' | 'workspaceNameOf' | 'home'> & {
  settings: SlackSettings;
  meter: Meter;
  changes: Changes;
  installPages: InstallPages;
}) {
  const { clock, log, store } = parts;
  const logger = createBoltLogger(log.child({ from: 'bolt' }));
  const clientOptions = webClientOptions(settings.apiUrl, logger, meter.answered);
  const tellUnheard = createTellUnheard(log, meter.unheard);
  const connection = connectSlack({
    settings,
    clock,
    log,
    logger,
    clientOptions,
    scopes: botScopes,
    store,
    changes,
    installPages,
    tellUnheard,
  });
  const profiles = createProfiles(clock, store.preferences);
  const { receiver, ...appOptions } = connection.appOptions;
  const app = new App({
    ...appOptions,
    receiver: timingDeliveries(readingOnly(receiver, log, tellUnheard), meter.acknowledged),
    logger,
    clientOptions,
    convoStore: false,
    extendedErrorHandler: true,
  });
  const work = countWork();
  app.use(({ next }) => work.during(next()));
  app.use(nameTeam);
  app.use(turnStrangersAway({ profiles }));
  app.error(createTroubleHandler({ log, profiles, clientOptions, onTrouble: meter.troubled }));
  const known = {
    ...parts,
    profiles,
    places: createPlaces(clock),
    savedPlaces: createSavedPlaces({ calls: store.calls, changes, clock }),
    workspaceNameOf: connection.nameOf,
  };
  const home = createHome({ ...known, clientFor: connection.clientFor });
  register(app, listeners({ ...known, home }));

  return {
    /** Over HTTP: answers `/slack/events`, and with `oauth` `/slack/install` and `/slack/oauth_redirect`. */
    requestListener: connection.requestListener,
    clientFor: connection.clientFor,
    home,
    isInstalled: (workspaceId: string) => isInstalled(connection.clientFor, workspaceId),
    /** Sign in with Slack, where Slack knows this app's client id. */
    signIn: (redirectUri: string) =>
      settings.oauth &&
      createSignIn({ ...settings.oauth, apiUrl: settings.apiUrl, clientOptions, redirectUri }),
    start: connection.start,
    /** Hears nothing more, and lets what was acknowledged come to its end. */
    async stop() {
      await connection.stop();
      await within(drainMs, Promise.all([work.done(), home.stop()]));
    },
  };
}

function register(app: App, table: ReturnType<typeof listeners>) {
  const { commands, globalShortcuts, messageShortcuts, submissions, events, suggestions, actions } = table;
  for (const [name, listener] of Object.entries(commands)) app.command(name, listener);
  for (const [callbackId, listener] of Object.entries(globalShortcuts))
    app.shortcut<GlobalShortcut>({ callback_id: callbackId, type: 'shortcut' }, listener);
  for (const [callbackId, listener] of Object.entries(messageShortcuts))
    app.shortcut<MessageShortcut>({ callback_id: callbackId, type: 'message_action' }, listener);
  for (const [callbackId, listener] of Object.entries(submissions)) app.view(callbackId, listener);
  for (const [name, listener] of Object.entries(events))
    app.event(name.replace(/\..*/, ''), listener as Middleware<SlackEventMiddlewareArgs>);
  for (const [actionId, listener] of Object.entries(suggestions)) app.options(actionId, listener);
  for (const [actionId, listener] of Object.entries(actions))
    app.action<BlockAction>(actionId, listener as Middleware<SlackActionMiddlewareArgs<BlockAction>>);
}

/** What still runs: Bolt's own stop does not wait for it. */
function countWork() {
  const running = new Set<Promise<unknown>>();
  return {
    async during(work: Promise<unknown>) {
      running.add(work);
      await work.finally(() => running.delete(work));
    },
    done: () => Promise.allSettled(running),
  };
}
