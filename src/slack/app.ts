import {
  App,
  type BlockAction,
  type GlobalShortcut,
  type MessageShortcut,
  type Middleware,
  type SlackActionMiddlewareArgs,
  type SlackEventMiddlewareArgs,
} from '@slack/bolt';
import { CannotStart } from '../store/await-database.ts';
import { disconnectAccount, forgetMe, stayConnected } from './account/account-listeners.ts';
import { disconnectActionId, stayConnectedActionId } from './account/connection-view.ts';
import { forgetActionId } from './account/forget-view.ts';
import { submitAdmin } from './admin/admin-listeners.ts';
import { adminFormId, openAdminActionId } from './admin/admin-view.ts';
import {
  openAudit,
  openOverview,
  sendAuditFile,
  sendChangesFile,
  submitAudit,
  turnAuditPage,
} from './admin/audit-listeners.ts';
import {
  auditFileActionId,
  auditFormId,
  newerAuditActionId,
  olderAuditActionId,
  openAuditActionId,
} from './admin/audit-view.ts';
import {
  decideBusiness,
  openBusinessEdit,
  openBusinesses,
  submitBusiness,
  turnBusinesses,
} from './admin/businesses-listeners.ts';
import {
  businessFormId,
  decideBusinessActionIds,
  editBusinessActionId,
  turnBusinessesActionIds,
} from './admin/businesses-view.ts';
import { doNotCallList, openLift, submitDoNotCall, submitLift } from './admin/do-not-call-listeners.ts';
import { doNotCallFormId, liftActionId, liftFormId, olderNumbersActionId } from './admin/do-not-call-view.ts';
import { openOverviewActionId } from './admin/overview-view.ts';
import { pagesOfRules } from './admin/rule-lines.ts';
import {
  openRules,
  previewRules,
  ruleChanges,
  submitRules,
  suggestCountries,
} from './admin/rules-listeners.ts';
import {
  changesFileActionId,
  olderChangesActionId,
  openBusinessesActionId,
  openChangesActionId,
  openDoNotCallActionId,
  openRulesActionId,
  previewFields,
  rulesFormId,
} from './admin/rules-view.ts';
import { disconnectAssistant, openAssistants, submitAssistant } from './assistants/assistants-listeners.ts';
import {
  assistantsFormId,
  disconnectAssistantActionId,
  openAssistantsActionId,
} from './assistants/assistants-view.ts';
import { cardActions } from './card/actions.ts';
import { approveCall, openDecline, submitDecline } from './card/approval.ts';
import { approveActionId, declineActionId, declineFormId } from './card/approval-view.ts';
import { submitChangeTime } from './card/planned.ts';
import { changeTimeFormId } from './card/planned-view.ts';
import { submitReschedule } from './card/reschedule.ts';
import { rescheduleFormId } from './card/reschedule-view.ts';
import { submitShare } from './card/share.ts';
import { shareFormId } from './card/share-view.ts';
import { kallyCommand } from './commands.ts';
import { denySignIn, enterCode, pressConnect } from './connect/code.ts';
import {
  codeFormId,
  connectActionId,
  continueActionId,
  enterCodeActionId,
  notMeActionId,
  pressConnectActionId,
} from './connect/connect-view.ts';
import type { Deps } from './context.ts';
import { submitBeforeCall } from './form/before-call.ts';
import { beforeCallId } from './form/before-call-view.ts';
import { openFormActionId } from './form/button-draft.ts';
import { callFormId, moreOptionsActionId } from './form/form-view.ts';
import { continueForm } from './form/reopen-form.ts';
import { reshapeForm, suggestBusinesses } from './form/reshape-form.ts';
import { submitCode } from './form/submit-code.ts';
import { submitCallForm } from './form/submit-form.ts';
import { allCommandsActionId } from './help/help-view.ts';
import { showAllCommands } from './help/show-all.ts';
import { actOnListedCall, turnHistoryPage } from './history/history-listeners.ts';
import { listedCallActionIds, newerCallsActionId, olderCallsActionId } from './history/history-view.ts';
import {
  changePreferences,
  connectFromHome,
  homeOpened,
  openAdminFromHome,
  showDetails,
} from './home/home-listeners.ts';
import { preferencesActionId, showDetailsActionId } from './home/home-view.ts';
import { appUninstalled, teamAccessRevoked, tokensRevoked } from './install/app-removed.ts';
import { type BotEvent, prepareCallStep, type Setup } from './install/manifest.ts';
import { personChanged } from './install/person-deactivated.ts';
import { dismissActionId } from './messages/answers-view.ts';
import { linkShared } from './messages/link-shared.ts';
import { dismiss, hearDirectMessage, hearMention, openForm } from './messages/messages.ts';
import { sessionStopped } from './messages/session-stopped.ts';
import { callAboutThis, makeCall } from './messages/shortcuts.ts';
import { refuseExternalUsers } from './middleware/external-users.ts';
import { createLastResort } from './middleware/last-resort.ts';
import { nameTeam } from './middleware/team-context.ts';
import { submitPreferences, suggestTimeZones } from './preferences/preferences-listeners.ts';
import { preferencesFormId } from './preferences/preferences-view.ts';
import { discardProposal, reviewProposal } from './proposal/proposal-listeners.ts';
import { discardProposalActionId, reviewProposalActionId } from './proposal/proposal-view.ts';
import { type CountAck, timingDeliveries } from './transport/ack-timing.ts';
import { within } from './transport/deadline.ts';
import { rejectMalformed } from './transport/reject-malformed.ts';
import { openLinkActionId } from './ui/blocks.ts';
import { prepareCall } from './workflow/step-listener.ts';
import type { Workspaces } from './workspaces.ts';

/** What only some installations have. */
type Fronts = Pick<Setup, 'agent' | 'workflow' | 'previews'>;

/** Everything that Kally listens to in Slack. The manifest asks for the same. */
export function listeners(
  deps: Deps,
  { agent = false, workflow = false, previews = false }: Partial<Fronts> = {},
) {
  return {
    commands: { '/kally': kallyCommand(deps) },
    globalShortcuts: { make_a_call: makeCall(deps) },
    messageShortcuts: { call_about_this: callAboutThis(deps) },
    submissions: {
      [callFormId]: submitCallForm(deps),
      [beforeCallId]: submitBeforeCall(deps),
      [preferencesFormId]: submitPreferences(deps),
      [rescheduleFormId]: submitReschedule(deps),
      [changeTimeFormId]: submitChangeTime(deps),
      [shareFormId]: submitShare(deps),
      [declineFormId]: submitDecline(deps),
      [codeFormId]: submitCode(deps),
      [assistantsFormId]: submitAssistant(deps),
      [adminFormId]: submitAdmin(deps),
      [auditFormId]: submitAudit(deps),
      [rulesFormId]: submitRules(deps),
      [doNotCallFormId]: submitDoNotCall(deps),
      [liftFormId]: submitLift(deps),
      [businessFormId]: submitBusiness(deps),
    },
    /** By Slack's names of the subscriptions: a `message.im` arrives as a `message`. */
    events: {
      app_mention: hearMention(deps),
      'message.im': hearDirectMessage(deps),
      app_home_opened: homeOpened(deps),
      app_uninstalled: appUninstalled(deps),
      tokens_revoked: tokensRevoked(deps),
      team_access_revoked: teamAccessRevoked(deps),
      user_change: personChanged(deps),
      ...(agent && { agent_session_stopped: sessionStopped(deps) }),
      ...(previews && { link_shared: linkShared(deps) }),
    } satisfies Partial<Record<BotEvent, unknown>>,
    /** Steps of workflows, by the names that the manifest gives them. */
    steps: { ...(workflow && { [prepareCallStep]: prepareCall(deps) }) },
    suggestions: {
      savedPlace: suggestBusinesses(deps),
      timeZone: suggestTimeZones(deps),
      countries: suggestCountries(deps),
    },
    actions: {
      category: reshapeForm(deps),
      phone: reshapeForm(deps),
      foundPhone: reshapeForm(deps),
      savedPlace: reshapeForm(deps),
      place: reshapeForm(deps),
      otherChannel: reshapeForm(deps),
      when: reshapeForm(deps),
      callDate: reshapeForm(deps),
      callTime: reshapeForm(deps),
      timeZone: reshapeForm(deps),
      [moreOptionsActionId]: reshapeForm(deps),
      [pressConnectActionId]: pressConnect(deps),
      [enterCodeActionId]: enterCode(deps),
      [notMeActionId]: denySignIn(deps),
      [continueActionId]: continueForm(deps),
      ...cardActions(deps),
      [approveActionId]: approveCall(deps),
      [declineActionId]: openDecline(deps),
      [reviewProposalActionId]: reviewProposal(deps),
      [discardProposalActionId]: discardProposal(deps),
      [newerCallsActionId]: turnHistoryPage(deps),
      [olderCallsActionId]: turnHistoryPage(deps),
      [listedCallActionIds.more]: actOnListedCall(deps),
      [listedCallActionIds.transcript]: actOnListedCall(deps),
      [listedCallActionIds.again]: actOnListedCall(deps),
      [listedCallActionIds.calendar]: actOnListedCall(deps),
      [disconnectActionId]: disconnectAccount(deps),
      [stayConnectedActionId]: stayConnected(deps),
      [forgetActionId]: forgetMe(deps),
      [connectActionId]: connectFromHome(deps),
      [preferencesActionId]: changePreferences(deps),
      [openAssistantsActionId]: openAssistants(deps),
      [disconnectAssistantActionId]: disconnectAssistant(deps),
      [showDetailsActionId]: showDetails(deps),
      [openAdminActionId]: openAdminFromHome(deps),
      [openAuditActionId]: openAudit(deps),
      [openOverviewActionId]: openOverview(deps),
      [newerAuditActionId]: turnAuditPage(deps),
      [olderAuditActionId]: turnAuditPage(deps),
      [auditFileActionId]: sendAuditFile(deps),
      ...Object.fromEntries(pagesOfRules.map((page) => [`${openRulesActionId}_${page}`, openRules(deps)])),
      ...Object.fromEntries(previewFields.map((field) => [field, previewRules(deps)])),
      [openDoNotCallActionId]: doNotCallList.open(deps),
      [olderNumbersActionId]: doNotCallList.turn(deps),
      [liftActionId]: openLift(deps),
      [openChangesActionId]: ruleChanges.open(deps),
      [olderChangesActionId]: ruleChanges.turn(deps),
      [openBusinessesActionId]: openBusinesses(deps),
      ...Object.fromEntries(turnBusinessesActionIds.map((id) => [id, turnBusinesses(deps)])),
      ...Object.fromEntries(Object.values(decideBusinessActionIds).map((id) => [id, decideBusiness(deps)])),
      [editBusinessActionId]: openBusinessEdit(deps),
      [changesFileActionId]: sendChangesFile(deps),
      [openFormActionId]: openForm(deps),
      [allCommandsActionId]: showAllCommands(deps),
      [dismissActionId]: dismiss,
      [openLinkActionId]: acknowledge,
    },
  };
}

const acknowledge: Middleware<SlackActionMiddlewareArgs> = ({ ack }) => ack();

/** How long a shutdown waits for work after an acknowledgement. */
const drainMs = 10_000;

/** Kally in Slack: listens over HTTP or Socket Mode, in every connected workspace. */
export function createSlackApp({
  workspaces,
  metrics,
  hasWorkflowStep,
  hasPreviews,
  ...deps
}: Deps & {
  workspaces: Workspaces;
  hasWorkflowStep: boolean;
  hasPreviews: boolean;
  metrics: { acknowledged: CountAck; troubled: () => void };
}) {
  const { log, profiles } = deps;
  const { clientOptions, logger, connection, tellUnheard } = workspaces;
  const { receiver, ...appOptions } = connection.appOptions;
  const app = new App({
    ...appOptions,
    receiver: timingDeliveries(rejectMalformed(receiver, log, tellUnheard), metrics.acknowledged),
    logger,
    clientOptions,
    convoStore: false,
    extendedErrorHandler: true,
    // The token of a step is for ending that step. All else is done with the app's own.
    attachFunctionToken: false,
  });
  const work = countWork();
  app.use(({ next }) => work.during(next()));
  app.use(nameTeam);
  app.use(refuseExternalUsers({ profiles }));
  app.error(createLastResort({ log, profiles, clientOptions, onReached: metrics.troubled }));
  const agent = deps.surface !== undefined;
  register(app, listeners(deps, { agent, workflow: hasWorkflowStep, previews: hasPreviews }));

  return {
    start: () => connection.start().catch(explain),
    /** Stops listening, and lets acknowledged work finish. */
    async stop() {
      await connection.stop();
      await within(drainMs, work.done());
    },
  };
}

function explain(cause: Error): never {
  throw new CannotStart(
    `Slack did not let Kally in (${cause.message}). Check the tokens in your configuration.`,
    { cause },
  );
}

/** Bolt asks each of its listeners about each delivery, so those of a kind are one, which looks the name up. */
function register(app: App, table: ReturnType<typeof listeners>) {
  const { commands, globalShortcuts, messageShortcuts, submissions, events, steps, suggestions, actions } =
    table;
  for (const [name, listener] of Object.entries(commands)) app.command(name, listener);
  for (const [callbackId, listener] of Object.entries(globalShortcuts))
    app.shortcut<GlobalShortcut>({ callback_id: callbackId, type: 'shortcut' }, listener);
  for (const [callbackId, listener] of Object.entries(messageShortcuts))
    app.shortcut<MessageShortcut>({ callback_id: callbackId, type: 'message_action' }, listener);
  app.view(
    { type: 'view_submission' },
    oneOf(submissions, ({ view }) => view.callback_id),
  );
  for (const [name, listener] of Object.entries(events))
    app.event(name.replace(/\..*/, ''), listener as Middleware<SlackEventMiddlewareArgs>);
  for (const [callbackId, listener] of Object.entries(steps))
    app.function(callbackId, { autoAcknowledge: false }, listener);
  app.options(
    { type: 'block_suggestion' },
    oneOf(suggestions, ({ options }) => options.action_id),
  );
  const clicked = actions as Record<string, Middleware<SlackActionMiddlewareArgs<BlockAction>>>;
  app.action(
    { type: 'block_actions' },
    oneOf(clicked, ({ action }) => action.action_id),
  );
}

function oneOf<Args>(
  named: Record<string, (args: Args) => Promise<void>>,
  nameOf: (args: Args) => string,
): (args: Args) => Promise<void> {
  return async (args) => {
    const name = nameOf(args);
    if (Object.hasOwn(named, name)) await named[name]?.(args);
  };
}

/** Work still running, which Bolt's own stop does not wait for. */
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
