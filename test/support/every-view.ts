import type { Surface } from '../../sandbox/slack/check-blocks.ts';
import type { Usage } from '../../src/accounts/usage.ts';
import { appointmentOf } from '../../src/domain/appointment.ts';
import type { Delay } from '../../src/domain/call.ts';
import { factKinds } from '../../src/domain/evidence/schema.ts';
import { languages } from '../../src/domain/language.ts';
import { NotConnected } from '../../src/domain/not-connected.ts';
import { outcomeKinds } from '../../src/domain/outcome-kind.ts';
import { askCodes } from '../../src/domain/plan.ts';
import { reasons } from '../../src/domain/reason.ts';
import { standardRules } from '../../src/domain/rules.ts';
import type { Tally } from '../../src/domain/tally.ts';
import { KallyAnswerUnreadable, KallyRefusal, KallyUnreachable } from '../../src/kally/errors.ts';
import * as account from '../../src/slack/account/account-view.ts';
import * as connection from '../../src/slack/account/connection-view.ts';
import * as forget from '../../src/slack/account/forget-view.ts';
import * as admin from '../../src/slack/admin/admin-view.ts';
import * as audit from '../../src/slack/admin/audit-view.ts';
import * as businesses from '../../src/slack/admin/businesses-view.ts';
import * as doNotCall from '../../src/slack/admin/do-not-call-view.ts';
import * as overview from '../../src/slack/admin/overview-view.ts';
import { pagesOfRules } from '../../src/slack/admin/rule-lines.ts';
import * as rules from '../../src/slack/admin/rules-view.ts';
import * as assistants from '../../src/slack/assistants/assistants-view.ts';
import { calendarMessage } from '../../src/slack/call/calendar-view.ts';
import { callDetailsMessage } from '../../src/slack/call/details-view.ts';
import { historyWords } from '../../src/slack/call/history-words.ts';
import { recordingMessage } from '../../src/slack/call/recording-view.ts';
import { stoppedByMessage } from '../../src/slack/call/stopped-view.ts';
import * as thread from '../../src/slack/call/thread-view.ts';
import * as approvals from '../../src/slack/card/approval-view.ts';
import { cardMessage } from '../../src/slack/card/card-view.ts';
import * as planned from '../../src/slack/card/planned-view.ts';
import { reminderMessage } from '../../src/slack/card/reminder-view.ts';
import * as reschedule from '../../src/slack/card/reschedule-view.ts';
import * as share from '../../src/slack/card/share-view.ts';
import * as connect from '../../src/slack/connect/connect-view.ts';
import { digestMessage } from '../../src/slack/delivery/digest-view.ts';
import { kallyTroubleMessage, kallyTroubleOf } from '../../src/slack/errors/kally-errors.ts';
import { beforeCallNotice, beforeCallView } from '../../src/slack/form/before-call-view.ts';
import { callFormView } from '../../src/slack/form/form-view.ts';
import { helpMessage, helpView } from '../../src/slack/help/help-view.ts';
import * as history from '../../src/slack/history/history-view.ts';
import { stopMessage } from '../../src/slack/history/stop-view.ts';
import * as home from '../../src/slack/home/home-view.ts';
import * as answers from '../../src/slack/messages/answers-view.ts';
import { callPreviewMessage } from '../../src/slack/messages/call-preview-view.ts';
import { threadAnswerMessage } from '../../src/slack/messages/thread-answer-view.ts';
import { preferencesView } from '../../src/slack/preferences/preferences-view.ts';
import { proposalMessage } from '../../src/slack/proposal/proposal-view.ts';
import { sentence } from '../../src/slack/ui/blocks.ts';
import * as moment from '../../src/slack/ui/notices.ts';
import {
  adminId,
  callWith,
  codes,
  drafts,
  everyApproval,
  everyAssistant,
  everyBusiness,
  everyCall,
  everyForm,
  everyKnownCall,
  everyLook,
  everyProposal,
  everyRules,
  everyTimedForm,
  everyUnwanted,
  extreme,
  full,
  id,
  long,
  now,
  pagesOfChanges,
  readers,
  request,
  requesterId,
  subscriptions,
  theirCalls,
  transcriptOf,
} from './samples.ts';

type Shown = { surface: Surface; payload: { text?: string; blocks: object[]; callback_id?: string } };

const url = `https://kally.example/link/start?n=${'n'.repeat(43)}`;
const messageUrl = 'https://harbor-and-pine.slack.com/archives/C0DINNER01/p1';
const delays: (Delay | undefined)[] = [
  undefined,
  'kally_away',
  'kally_busy',
  'kally_knows_nothing',
  'unusually_long',
  'not_connected',
  'not_stopped',
];
const inMadrid = { timeZone: 'Europe/Madrid', country: 'ES' };
const choices = {
  language: 'es' as const,
  timeZone: 'Europe/Madrid',
  name: long(100),
  callbackPhone: '+442079460958',
  transcripts: 'me' as const,
};
const usages: Usage[] = [
  { allowances: [] },
  { allowances: [{ unit: 'calls', left: 0 }] },
  { allowances: [{ unit: 'minutes', left: 3, all: 210, used: 207 }], plan: long(2_000) },
  {
    allowances: (['credits', 'minutes', 'calls'] as const).map((unit) => ({
      unit,
      left: 1e12,
      all: 2e12,
      used: 1e12,
    })),
    plan: 'Plus',
    period: { from: now, to: now + 1e10 },
  },
];

const ics = [
  'BEGIN:VCALENDAR',
  'BEGIN:VEVENT',
  'DTSTART:20261128T200000Z',
  'SUMMARY:Dentist',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n');
const everyEnded = () => everyCall().filter(({ stage }) => stage === 'ended');

const firstPages = new Map<string, ReturnType<typeof thread.transcriptPages>[number] | undefined>();

/** Of a long transcript; made once for all who read it alike. */
function firstPageFor(reader: Parameters<typeof thread.transcriptPages>[0]) {
  const key = `${reader.language} ${reader.timeZone}`;
  if (!firstPages.has(key)) firstPages.set(key, thread.transcriptPages(reader, transcriptOf(2_000))[0]);
  return firstPages.get(key);
}

/**
 * Every view and message, by the function in src/slack/views that makes it, with ordinary, empty and extreme values, in both languages.
 * A new function needs its row here.
 */
const pageUrl = `https://kally.example.com/calls/${'x'.repeat(500)}`;

export const everyView: Record<string, () => Shown[]> = {
  // card
  cardMessage: () =>
    messages([
      ...everyCall().flatMap((call) =>
        [true, false].flatMap((isPrivate) =>
          delays.flatMap((delay) =>
            [undefined, 'C0BOARD001'].map((notPostedIn) =>
              cardMessage({ call, isPrivate, delay, notPostedIn }),
            ),
          ),
        ),
      ),
      ...everyCall()
        .filter(
          ({ stage, refusal }) => stage === 'awaiting_approval' || refusal?.code === 'approval_declined',
        )
        .flatMap((call) =>
          everyApproval()
            .filter(({ decision }) => !decision || decision.reason)
            .map((approval, index) => {
              const names = [[], [undefined, 'Ben Ode'], Array<string>(20).fill(long(90))];
              const asked = names[index % names.length] ?? [];
              return cardMessage({
                call,
                isPrivate: true,
                approval: { ...approval, asked, decidedBy: asked[0] },
              });
            }),
        ),
    ]),
  askApprovalMessage: () =>
    messages(
      readers.flatMap((reader) =>
        everyCall().flatMap((call) => {
          const [least, most] = everyApproval();
          if (!least || !most) return [];
          return [
            approvals.askApprovalMessage(reader, { call, approval: least, requesterName: undefined }),
            approvals.askApprovalMessage(
              reader,
              { call, approval: most, requesterName: long(90), credits: 2.5 },
              { isReminder: true },
            ),
          ];
        }),
      ),
    ),
  approvalDecidedMessage: () =>
    messages(
      readers.flatMap((reader) =>
        everyCall()
          .slice(0, 20)
          .flatMap((call) =>
            everyApproval().flatMap((approval) =>
              approval.decision
                ? [approvals.approvalDecidedMessage(reader, { call, approval, requesterName: 'Ana' })]
                : [],
            ),
          ),
      ),
    ),
  declineView: () =>
    modals(
      languages.flatMap((language) =>
        everyCall().map((call) =>
          approvals.declineView(language, { call, pressed: { callId: id, approvalId: id } }),
        ),
      ),
    ),
  declineNotice: () =>
    modals(
      languages.flatMap((language) => [
        approvals.declineNotice(language),
        approvals.declineNotice(language, 'Why.'),
      ]),
    ),
  digestMessage: () =>
    messages(
      readers.flatMap(({ language, timeZone }) =>
        [1, 1_234].map((count) => {
          const kinds = Object.fromEntries(outcomeKinds.map((kind) => [kind, count])) as Tally['kinds'];
          const tally = { calls: count, people: 1, kinds, seconds: 0, credits: 0, refused: [] };
          return digestMessage({ language, timeZone, at: '18:00', since: now, until: now, tally });
        }),
      ),
    ),
  reminderMessage: () =>
    messages(
      everyCall()
        .filter((call) => appointmentOf(call))
        .flatMap((call) => [true, false].map((isPrivate) => reminderMessage(call, isPrivate))),
    ),
  stoppedByMessage: () => messages(everyCall().map((call) => stoppedByMessage(call, adminId))),
  recordingMessage: () =>
    messages(
      readers.flatMap((reader) => [
        recordingMessage(reader, { url }),
        recordingMessage(reader, { url, durationSeconds: 61 }),
      ]),
    ),
  askAgainMessage: () =>
    messages(everyCall().flatMap((call) => (call.plan ? [planned.askAgainMessage(call)] : []))),
  plannedMessage: () =>
    messages(
      languages.flatMap((language) => [
        planned.plannedMessage(language, []),
        planned.plannedMessage(
          language,
          everyCall().filter(({ plan }) => plan),
        ),
      ]),
    ),
  changeTimeView: () =>
    modals(
      everyCall().flatMap((call) =>
        languages.flatMap((language) => {
          const due = call.plan?.due;
          if (!due) return [];
          const view = planned.changeTimeView(language, { call, due });
          return [view, planned.changeTimeView(language, { call, due, trouble: 'Why.' })];
        }),
      ),
    ),
  changeTimeNotice: () =>
    modals(
      languages.flatMap((language) => [
        planned.changeTimeNotice(language),
        planned.changeTimeNotice(language, 'Why.'),
      ]),
    ),
  rescheduleView: () =>
    modals(
      everyCall().flatMap((call) =>
        languages.flatMap((language) => [
          reschedule.rescheduleView(language, { call, date: '2026-11-27' }),
          reschedule.rescheduleView(language, { call, date: '2026-11-27', time: '20:30', trouble: 'Why.' }),
        ]),
      ),
    ),
  rescheduleNotice: () =>
    modals(
      languages.flatMap((language) => [
        reschedule.rescheduleNotice(language),
        reschedule.rescheduleNotice(language, 'Why.'),
      ]),
    ),
  movedMessage: () =>
    messages(
      everyCall().map((call) => reschedule.movedMessage(call, { date: '2026-11-27', time: '13:30', now })),
    ),
  shareView: () =>
    modals(
      everyCall().flatMap((call) =>
        languages.flatMap((language) => [
          share.shareView(language, { call }),
          share.shareView(language, { call, trouble: 'Why.' }),
        ]),
      ),
    ),
  shareNotice: () =>
    modals(
      languages.flatMap((language) => [share.shareNotice(language), share.shareNotice(language, 'Why.')]),
    ),
  sharedMessage: () =>
    messages(
      everyCall().flatMap((call) =>
        [undefined, ...theirCalls].map((theirs) => share.sharedMessage(call, theirs)),
      ),
    ),

  // thread
  leadMessage: () =>
    messages(
      everyEnded().flatMap((call) =>
        [true, false].flatMap((isNews) => thread.leadMessage(call, { isNews, isAlone: false }) ?? []),
      ),
    ),
  ledBy: () =>
    messages(
      everyEnded().flatMap((call) => {
        const page = firstPageFor(call.request);
        return page ? thread.ledBy(thread.leadMessage(call, { isNews: true, isAlone: false }), page) : [];
      }),
    ),
  resultMessage: () =>
    messages(everyEnded().flatMap((call) => [true, false].map((alone) => thread.resultMessage(call, alone)))),
  transcriptPages: () =>
    messages(
      readers.flatMap((reader) =>
        [1, 40, 2_000].flatMap((count) => thread.transcriptPages(reader, transcriptOf(count))),
      ),
    ),
  transcriptHeading: () =>
    messages(everyRequest().map((one) => thread.transcriptHeading(callWith({ request: one })))),
  transcriptElsewhere: () => messages(everyEnded().map((call) => thread.transcriptElsewhere(call))),
  transcriptGoesOn: () =>
    messages(everyRequest().map((one) => thread.transcriptGoesOn(callWith({ request: one })))),
  noTranscriptMessage: () =>
    messages(
      readers.flatMap((reader) =>
        (['none', 'not_allowed'] as const).map((why) => thread.noTranscriptMessage(reader, why)),
      ),
    ),

  assistantsView: () =>
    modals(
      readers.flatMap((reader) =>
        [[], everyAssistant].map((tokens) => assistants.assistantsView(reader, tokens)),
      ),
    ),
  assistantConnectedView: () =>
    modals(
      readers.map((reader) =>
        assistants.assistantConnectedView(reader, {
          name: long(80),
          address: 'https://kally.example.com/mcp',
          secret: `kally_mcp_${'x'.repeat(43)}`,
        }),
      ),
    ),
  proposalMessage: () =>
    messages(
      everyProposal().flatMap((proposal) =>
        [undefined, { channelId: 'C0DINNER01' }, { channelId: requesterId }].map((call) =>
          proposalMessage(proposal, { call, now }),
        ),
      ),
    ),
  // the form, and answers to what people write
  callFormView: () => modals([...everyForm(), ...everyTimedForm()].map((form) => callFormView(form, now))),
  beforeCallView: () =>
    modals(readers.flatMap((reader) => everyLook().map((look) => beforeCallView(reader, look)))),
  beforeCallNotice: () => modals(languages.map((language) => beforeCallNotice(language, 'Why.'))),
  understoodMessage: () =>
    messages(
      readers.flatMap((reader) =>
        [...drafts, { task: '"\\n'.repeat(400), phone: '911' }, { task: '"'.repeat(1000) }].map((draft) =>
          answers.understoodMessage(
            { draft: { ...draft, date: '2026-11-27', time: '20:30' }, channelId: 'C0DINNER01' },
            { ...reader, country: 'US' },
            now,
          ),
        ),
      ),
    ),
  helloMessage: () =>
    messages(
      languages.flatMap((language) =>
        [true, false].map((isConnected) => answers.helloMessage(language, requesterId, isConnected)),
      ),
    ),
  hintMessage: () =>
    messages(languages.map((language) => answers.hintMessage(language, 'C0DINNER01', `<@${adminId}>`))),
  helpView: () => modals(languages.map(helpView)),
  stopMessage: () =>
    messages(readers.flatMap((reader) => [[], everyCall()].map((calls) => stopMessage(reader, calls)))),
  helpMessage: () =>
    messages(
      languages.flatMap((language) => [
        helpMessage(language, 'C0DINNER01'),
        helpMessage(language, 'C0DINNER01', { notUnderstood: long(3_000) }),
        helpMessage(language, 'C0DINNER01', { notUnderstood: 'histori', meant: 'history' }),
      ]),
    ),
  sentence: () => messages(languages.map((language) => sentence(historyWords[language].find.none))),

  // older calls
  callDetailsMessage: () =>
    messages(
      readers.flatMap((reader) =>
        everyKnownCall().flatMap((known) => [
          callDetailsMessage(reader, known, {
            isRequester: true,
            mayReadTranscript: true,
            mayKeepAway: true,
          }),
          callDetailsMessage(reader, known, { isRequester: false, mayReadTranscript: true, pageUrl }),
          callDetailsMessage(reader, known, { isRequester: false, mayReadTranscript: false }),
        ]),
      ),
    ),
  callPreviewMessage: () => messages(everyCall().map(callPreviewMessage)),
  threadAnswerMessage: () =>
    messages(
      readers.flatMap((reader) =>
        everyCall().flatMap((call) =>
          [factKinds, ['confirmation'] as const].map((asked) => threadAnswerMessage(reader, call, asked)),
        ),
      ),
    ),
  notForYouMessage: () => messages(readers.map((reader) => thread.notForYouMessage(reader, callWith()))),
  calendarMessage: () =>
    messages(
      readers.flatMap((reader) =>
        [ics, ics.replace(/DTSTART.*/, ''), ics.replace('Dentist', long(4_000))].map((one) =>
          calendarMessage(reader, { text: 'The file is in the thread.', ics: one }),
        ),
      ),
    ),
  listedCallMessage: () =>
    messages(
      readers.flatMap((reader) =>
        everyKnownCall().map((known) =>
          history.listedCallMessage(reader, known, { pageUrl, mayKeepAway: true }),
        ),
      ),
    ),
  historyMessage: () => messages(readers.flatMap(everyHistoryPage)),

  // an account, and leaving
  usageOfAccountMessage: () =>
    messages(readers.flatMap((reader) => usages.map((one) => account.usageOfAccountMessage(reader, one)))),
  subscriptionMessage: () =>
    messages(
      readers.flatMap((reader) => subscriptions.map((one) => account.subscriptionMessage(reader, one))),
    ),
  billingMessage: () =>
    messages(readers.map((reader) => account.billingMessage(reader, `${url}${'x'.repeat(2_000)}`))),
  kallyTroubleMessage: () =>
    messages(
      readers.flatMap((reader) =>
        everyTrouble().map((error) => kallyTroubleMessage(kallyTroubleOf(reader, error) ?? { text: '' })),
      ),
    ),
  connectionMessage: () =>
    messages(
      readers.flatMap((reader) => {
        const known = { connectedAt: now, isAccepted: true };
        return [
          connection.connectionMessage(reader, {
            ...known,
            tokens: { expiresAt: now, refreshToken: 'r' },
          }),
          connection.connectionMessage(reader, {
            ...known,
            tokens: { expiresAt: now },
            isAccepted: false,
          }),
        ];
      }),
    ),
  disconnectMessage: () =>
    messages(
      readers.flatMap((reader) => [1, 2, 1_000].map((count) => connection.disconnectMessage(reader, count))),
    ),
  forgetMessage: () =>
    messages(
      readers.flatMap((reader) =>
        [0, 1, 2, 1e6].map((count) =>
          forget.forgetMessage(reader, { isConnected: count > 0, calls: count, underWay: count }),
        ),
      ),
    ),
  forgottenMessage: () => messages(languages.map(forget.forgottenMessage)),
  forgottenCardMessage: () => messages(languages.map(forget.forgottenCardMessage)),

  // connecting
  connectMessage: () =>
    messages(
      languages.flatMap((language) =>
        (['kept', 'first', 'again'] as const).map((reason) =>
          connect.connectMessage(language, { attemptId: id, url }, reason),
        ),
      ),
    ),
  connectView: () =>
    modals(
      languages.flatMap((language) =>
        (['kept', 'first', 'again'] as const).map((reason) =>
          connect.connectView(language, { attemptId: id, url }, reason),
        ),
      ),
    ),
  connectedMessage: () =>
    messages(
      languages.flatMap((language) =>
        [{ attemptId: id }, {}, { calledIn: 'C0DINNER01' }, { calledIn: undefined }].map((next) =>
          connect.connectedMessage(language, next),
        ),
      ),
    ),
  codeMessage: () => messages(languages.map((language) => connect.codeMessage(language, id))),
  codeView: () => modals(languages.map((language) => connect.codeView(language, id))),
  notConnectedMessage: () => messages(languages.map(connect.notConnectedMessage)),

  // administration
  adminView: () =>
    modals(
      readers.flatMap((reader) =>
        [1, 30, 365].map((days) => admin.adminView(reader, { retentionDays: days, standardDays: days })),
      ),
    ),
  retentionSavedView: () =>
    modals(readers.flatMap((reader) => [1, 365].map((days) => admin.retentionSavedView(reader, days)))),
  auditView: () =>
    modals(
      readers.flatMap((reader) => {
        const entries = everyCall().map(({ requester: { userId }, ...call }, index) => ({
          ...call,
          userId,
          channelId: index % 3 ? 'C0GENERAL1' : userId,
          ...(index % 4 === 0 && { accepted: [...askCodes] }),
          ...(index % 7 && { maskedPhone: '+44 ••• 958' }),
        }));
        const pages = [[], entries.slice(0, 15), entries.slice(-15)];
        const place = { id, confirmedAt: now, side: 'older' as const };
        return pages.flatMap((shown) =>
          [true, false].map((has) =>
            audit.auditView(reader, {
              search: has
                ? { userId: adminId, phone: '+442079460958', day: '2026-11-27', outcome: 'refused' }
                : {},
              page: { entries: shown, ...(has && { newer: place, older: place }) },
              said: has ? 'x'.repeat(500) : undefined,
            }),
          ),
        );
      }),
    ),

  overviewView: () =>
    modals(
      readers.flatMap((reader) =>
        [0, 1, 12_345].map((count) => {
          const kinds = Object.fromEntries(outcomeKinds.map((kind) => [kind, count])) as Tally['kinds'];
          const refused = count ? reasons.map((reason) => ({ reason, count })) : [];
          const tally = {
            calls: count * outcomeKinds.length,
            people: count,
            kinds,
            seconds: count * 60,
            credits: count * 2.5,
            refused,
          };
          return overview.overviewView(reader, { connected: count, week: tally, month: tally });
        }),
      ),
    ),
  rulesMessage: () =>
    messages(
      readers.flatMap((reader) =>
        everyRules.flatMap((one) => [true, false].map((isAdmin) => rules.rulesMessage(reader, one, isAdmin))),
      ),
    ),
  rulesPageView: () =>
    modals(
      readers.flatMap((reader) =>
        everyRules.flatMap((one) =>
          pagesOfRules.flatMap((page) =>
            [undefined, 'Why.'].map((said) =>
              rules.rulesPageView(reader, { page, version: 1e6, rules: one, said }),
            ),
          ),
        ),
      ),
    ),
  rulesSavedView: () =>
    modals(
      readers.flatMap((reader) =>
        everyRules.flatMap((one) => pagesOfRules.map((page) => rules.rulesSavedView(reader, page, one))),
      ),
    ),
  ruleChangesView: () =>
    modals(
      readers.flatMap((reader) =>
        pagesOfChanges().flatMap((changes) =>
          [true, false].map((hasOlder) =>
            rules.ruleChangesView(reader, { changes, hasOlder, said: hasOlder ? 'Sent.' : undefined }),
          ),
        ),
      ),
    ),
  doNotCallView: () =>
    modals(
      readers.flatMap((reader) =>
        [[], everyUnwanted()].flatMap((entries) =>
          [true, false].map((hasOlder) => doNotCall.doNotCallView(reader, { entries, hasOlder })),
        ),
      ),
    ),
  businessesView: () =>
    modals(
      readers.flatMap((reader) =>
        [[], everyBusiness()].flatMap((shown) =>
          [true, false].map((hasMore) =>
            businesses.businessesView(reader, { businesses: shown, offset: 10, hasMore }, long(150)),
          ),
        ),
      ),
    ),
  editBusinessView: () =>
    modals(
      languages.flatMap((language) =>
        everyBusiness().map((one) => businesses.editBusinessView(language, one)),
      ),
    ),
  goneBusinessView: () => modals(languages.map(businesses.goneBusinessView)),
  editedBusinessView: () =>
    modals(
      languages.flatMap((language) => [
        businesses.editedBusinessView(language, { failed: 'full' }),
        ...everyBusiness().map((done) => businesses.editedBusinessView(language, { done })),
      ]),
    ),
  forbiddenView: () =>
    modals(
      readers.flatMap((reader) =>
        [[], everyCall()].flatMap((underWay) =>
          [true, false].map((isNew) =>
            doNotCall.forbiddenView(reader, { phone: '+442079460958', isNew, underWay }),
          ),
        ),
      ),
    ),
  liftView: () =>
    modals(
      languages.flatMap((language) => everyUnwanted().map((entry) => doNotCall.liftView(language, entry))),
    ),
  liftedView: () =>
    modals(
      languages.flatMap((language) =>
        [undefined, '+44 ••• 958'].map((phone) => doNotCall.liftedView(language, phone)),
      ),
    ),

  // moments, the Home tab and preferences
  momentView: () => modals(languages.map(moment.momentView)),
  brokenView: () => modals(languages.map(moment.brokenView)),
  noticeView: () => modals(languages.map((language) => moment.noticeView(language, 'Why.', 'Title'))),
  homeView: () => languages.flatMap(everyHome),
  detailsView: () =>
    modals(
      languages.flatMap((language) =>
        everyKnownCall().map((known) => home.detailsView({ ...inMadrid, language }, known, pageUrl)),
      ),
    ),
  preferencesView: () =>
    modals(
      languages.flatMap((language) =>
        [{}, choices].map((chosen) => {
          const inSlack = { timeZone: 'America/Argentina/Buenos_Aires', country: 'AR', language };
          return preferencesView({ choices: chosen, profile: inSlack, inSlack }, now);
        }),
      ),
    ),
};

function messages(payloads: Shown['payload'][]): Shown[] {
  return payloads.map((payload) => ({ surface: 'message', payload }));
}

function modals(payloads: Shown['payload'][]): Shown[] {
  return payloads.map((payload) => ({ surface: 'modal', payload }));
}

function everyRequest() {
  return [request, full, extreme].flatMap((one) => languages.map((language) => ({ ...one, language })));
}

function everyTrouble(): Error[] {
  const refusals = [402, 403, 404, 429, 500].flatMap((status) =>
    codes.flatMap((code) =>
      [undefined, 'abc-1', long(500)].map(
        (correlationId) => new KallyRefusal({ endpoint: 'x', status, code, correlationId }),
      ),
    ),
  );
  return [
    ...refusals,
    new KallyUnreachable({ endpoint: 'x', mayHaveArrived: true }),
    new KallyAnswerUnreadable({ endpoint: 'x', fault: 'not JSON', status: 200 }),
    new NotConnected({ workspaceId: 'T1', userId: requesterId }),
  ];
}

function everyHistoryPage(reader: (typeof readers)[number]) {
  const all = everyKnownCall();
  const pages = all
    .filter((_, index) => index % history.historyPageSize === 0)
    .map((_, page) => all.slice(page * history.historyPageSize, (page + 1) * history.historyPageSize));
  return [...pages, []].flatMap((entries, index) =>
    [0, 5].map((offset) =>
      history.historyMessage(reader, {
        entries: entries.map((known) => ({ known, messageUrl: index % 2 ? messageUrl : undefined })),
        offset,
        hasOlder: index % 2 === 0,
        unlisted: offset === 0 ? 2 : 0,
        total: index % 3 ? 1e6 : undefined,
      }),
    ),
  );
}

function everyHome(language: (typeof languages)[number]): Shown[] {
  const calls = everyCall();
  const lists = [[], calls.slice(0, 15), calls.slice(20, 35), calls.slice(-15)];
  return lists.flatMap((shown) =>
    [...usages, 'asked' as const, 'away' as const].flatMap((usage) =>
      [true, false].map((isConnected) => ({
        surface: 'home' as const,
        payload: home.homeView({
          userId: requesterId,
          profile: { ...inMadrid, language, isAdmin: isConnected },
          choices: isConnected ? choices : {},
          isConnected,
          awaitsCode: isConnected || shown.length > 0 ? undefined : id,
          usage,
          running: shown.slice(0, 10),
          recent: shown.slice(10),
          rules: everyRules[isConnected ? 1 : 0] ?? standardRules,
          servesAssistants: isConnected,
        }),
      })),
    ),
  );
}
