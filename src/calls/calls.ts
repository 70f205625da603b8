import type { ApprovalDecision } from '../domain/approval.ts';
import type { Call, ReminderFor, RescheduleAnswer, StopAnswer } from '../domain/call.ts';
import { type Draft, type Reading, readCallRequest } from '../domain/call-request.ts';
import { type DueFault, readDueTime, type WallTime } from '../domain/due-time.ts';
import type { AskCode } from '../domain/plan.ts';
import type { Changes } from '../store/changes.ts';
import type { Post } from '../store/posts.ts';
import type { Store } from '../store/store.ts';
import {
  type CallAction,
  createAccess,
  createTranscriptReaders,
  type Denial,
  hasCardThere,
} from './access.ts';
import type { Actor } from './actor.ts';
import { createAnswers } from './answers.ts';
import { createApprovalNeeds } from './approval-needs.ts';
import { createApproveCall, createAskApproval, type Decided } from './approve-call.ts';
import { type AskPeople, createApprovers } from './approvers.ts';
import { createChangeBusinesses } from './change-businesses.ts';
import { createChangeRules } from './change-rules.ts';
import { createCheckAgain } from './check-again.ts';
import { type ConfirmDeps, type Confirmed, createConfirmCall } from './confirm-call.ts';
import { createCountRefusals } from './count-refusals.ts';
import { findCall } from './find-call.ts';
import { createForgetPerson } from './forget-person.ts';
import { readHistory } from './history.ts';
import { createIsAskedToKeepAway, createKeepAway, type KeptAway } from './keep-away.ts';
import { createPlanCall, type Planned } from './plan-call.ts';
import { channelFaultOf, type Finding, type FindingsOf, findingsOf } from './policies.ts';
import { createProposeCall } from './propose-call.ts';
import { createReadCall } from './read-call.ts';
import { createReadPage } from './read-page.ts';
import { createReadText } from './read-text.ts';
import { createRemind, type Reminded } from './remind.ts';
import { createRescheduleCall } from './reschedule-call.ts';
import type { RulesInForce } from './rules.ts';
import type { GoingOn, RunDeps } from './run.ts';
import { createSavedBusinesses } from './saved-businesses.ts';
import { createShareBusiness } from './share-business.ts';
import { createStopCall } from './stop-call.ts';
import { createTryAgain, type RetryWait } from './try-again.ts';

type Deps = Omit<RunDeps, 'store' | 'metrics' | 'rules' | GoingOn> &
  Omit<ConfirmDeps, 'store' | 'savedBusinesses' | 'rules' | 'needsOf'> & {
    people: AskPeople;
    store: Store;
    changes: Pick<Changes, 'subscribe'>;
    rules: RulesInForce;
    retentionDays: number;
  };

type Denied = { denied: Denial };

/**
 * What may be done with a call, by anybody and through any front. Each function takes an actor, checks their rights, and returns data.
 * `runStop`, `runPlan`, `runApproval`, `runRemind`, `runProposal` and `toGoOn` are for the worker.
 */
export function createCalls(deps: Deps) {
  const { store, changes, clock, log, announcer, hours } = deps;
  const approvers = createApprovers(deps);
  const allow = createAccess(store, deps.rules, approvers);
  const needsOf = createApprovalNeeds(store);
  const askApproval = createAskApproval(deps);
  const savedBusinesses = createSavedBusinesses({ store, rules: deps.rules, changes, clock });
  const { isOpenToAll } = deps.channels;
  const { endCall, runStop } = createStopCall(deps);
  const findingsAt: FindingsOf = async ({ requester, request }, at) => {
    const [isConnected, ruled] = await Promise.all([
      store.links.isConnected(requester),
      deps.rules.ruledFor(requester, request.phone),
    ]);
    return findingsOf(request, { isConnected, ruled, leaves: { at, isNow: at <= clock.now(), hours } });
  };
  const { runPlan, callNow, changeTime } = createPlanCall({ ...deps, findingsAt, needsOf, askApproval });
  const { tryAgain, tryOn } = createTryAgain({ ...deps, findingsAt, needsOf });
  const { press, runApproval } = createApproveCall({ ...deps, approvers, askApproval, runPlan });
  const { remind, dropReminder, runRemind, afterChange } = createRemind(deps);
  const check = async ({ person }: Pick<Actor, 'person'>, draft: Draft, reading: Reading) =>
    // Only then do the hours matter, and the database need not be asked for the rest.
    readCallRequest(draft, reading, draft.when === 'open' ? await deps.rules.hoursOf(person) : hours);
  const { runProposal, ...proposing } = createProposeCall({ ...deps, check });
  const checkAgain = createCheckAgain(deps);
  const reschedule = createRescheduleCall(deps);
  const keepAway = createKeepAway(deps);
  const isAskedToKeepAway = createIsAskedToKeepAway(store);
  const confirmCall = createConfirmCall({ ...deps, savedBusinesses, needsOf });
  const countRefusal = createCountRefusals(deps);
  const transcriptReadersOf = createTranscriptReaders(store);
  const readCall = createReadCall(deps);
  const decisionOf = async ({ approvalId }: Call): Promise<ApprovalDecision | undefined> =>
    approvalId === undefined ? undefined : (await store.approvals.find(approvalId))?.decision;

  /** Does something with a call for those who may. */
  async function allowed<T>(
    actor: Actor,
    action: CallAction,
    callId: string | undefined,
    act: (call: Call) => Promise<T>,
  ): Promise<T | Denied> {
    const found = await allow(actor, action, callId);
    return 'denied' in found ? found : act(found.call);
  }

  return {
    /** Answers the call, for those who may do this with it. */
    allow,
    transcriptReadersOf,
    /** Reads a draft as the request it would make, or what is wrong with it; writes nothing. */
    check,
    /** Why what somebody names a channel for is not posted there; `undefined` when it may be. */
    channelFault: async ({ person }: Pick<Actor, 'person'>, channelId: string) =>
      channelFaultOf(await deps.channels.factsOf(person, channelId)),
    /** What is proposed to a person, and waits for their click: `propose`, `proposalOf`, `discard`. */
    ...proposing,
    async confirm(...[actor, ...rest]: Parameters<typeof confirmCall>): Promise<Confirmed> {
      const answer = await confirmCall(actor, ...rest);
      if ('findings' in answer) countRefusal(actor.person, answer.findings);
      return answer;
    },
    async stop(actor: Actor, callId: string | undefined): Promise<StopAnswer | Denied> {
      return allowed(actor, 'stop', callId, async (call) => {
        const answer = await endCall(call.id);
        const isStopped = answer.result === 'stopped' || answer.result === 'cancelled';
        if (isStopped && actor.person.userId !== call.requester.userId)
          await announcer.stoppedBy(call, actor.person.userId);
        return answer;
      });
    },
    /** Approves a call, as it was when this approval was asked for; or declines it, and says why. */
    decide: (
      actor: Actor,
      { callId, approvalId }: { callId: string | undefined; approvalId: string | undefined },
      decision: { result: 'approved' } | { result: 'declined'; reason: string },
    ): Promise<Decided | Denied> =>
      allowed(actor, 'approve', callId, (call) =>
        press(call.id, approvalId, { ...decision, by: actor.person.userId }),
      ),
    /** What somebody else decided about a call. */
    decisionOf,
    /** Sends a planned call at once, if nothing is found that the requester did not accept. */
    callNow: (actor: Actor, callId: string | undefined, accepted?: AskCode[]): Promise<Planned | Denied> =>
      allowed(actor, 'callNow', callId, (call) => callNow(call, accepted)),
    /** The person's calls that wait for their time, or for somebody's word. */
    planned: async ({ person }: Pick<Actor, 'person'>): Promise<Call[]> =>
      (await store.calls.underWay(person)).filter(
        ({ stage }) => stage === 'planned' || stage === 'awaiting_approval',
      ),
    /** The person's calls that *Stop* can still be asked for. */
    stoppable: async ({ person }: Pick<Actor, 'person'>): Promise<Call[]> =>
      (await store.calls.underWay(person)).filter(({ stopRequestedAt }) => stopRequestedAt === undefined),
    /** What is wrong with a time to call, by now. */
    faultOfDue(due: WallTime): DueFault | undefined {
      const read = readDueTime(due, clock.now());
      return 'fault' in read ? read : undefined;
    },
    /** Plans a planned call for another time. */
    changeTime: (
      actor: Actor,
      callId: string | undefined,
      due: WallTime,
      accepted?: AskCode[],
    ): Promise<Planned | Denied> =>
      allowed(actor, 'changeTime', callId, (call) => changeTime(call, due, accepted)),
    /** Plans another try, where the line was busy or nobody answered. Twice is once. */
    tryAgain: (actor: Actor, callId: string | undefined, wait: RetryWait): Promise<Planned | Denied> =>
      allowed(actor, 'tryAgain', callId, (call) => tryAgain(call, wait)),
    /** Reminds people of what a call arranged, two hours before. Another wish takes the place of the one before. */
    remind: (actor: Actor, callId: string | undefined, to: ReminderFor): Promise<Reminded | Denied> =>
      allowed(actor, 'remind', callId, (call) => remind(call, to)),
    dropReminder: (actor: Actor, callId: string | undefined): Promise<undefined | Denied> =>
      allowed(actor, 'remind', callId, dropReminder),
    reschedule: (
      actor: Actor,
      callId: string | undefined,
      when: { date: string; time: string },
    ): Promise<RescheduleAnswer | Denied> =>
      allowed(actor, 'reschedule', callId, (call) => reschedule(call, when)),
    checkAgain: (actor: Actor, callId: string | undefined): Promise<undefined | Denied> =>
      allowed(actor, 'checkAgain', callId, checkAgain),
    /** Puts a number on the do-not-call list, because the business asked for it in this call. */
    keepAway: (actor: Actor, callId: string | undefined): Promise<KeptAway | Denied> =>
      allowed(actor, 'keepAway', callId, (call) => keepAway(call, actor)),
    /** Whether somebody who reads about a call is offered that. */
    mayKeepAway: async (actor: Actor, call: Call): Promise<boolean> =>
      (await isAskedToKeepAway(call)) && !('denied' in (await allow(actor, 'keepAway', call.id))),
    find: (actor: Pick<Actor, 'person'>, typed: string) => findCall(deps, actor, typed),
    history: (actor: Pick<Actor, 'person'>, page: { offset: number; pageSize: number }) =>
      readHistory(deps, actor, page),
    /** The card of the other call to the number, if the findings say whose it is: then it stands where this one is to stand. */
    async cardOfOther(findings: Finding[]): Promise<Post | undefined> {
      const by = findings.find((finding) => finding.code === 'number_called')?.by;
      const [card] = by && 'callId' in by ? await store.posts.cardsOf([by.callId]) : [];
      return card;
    },
    /** The message of a call's card. */
    cardOf: async (callId: string) => (await store.posts.cardsOf([callId]))[0],
    /** A call whose card stands in this channel of the person's workspace, where everybody who reads along sees it. */
    async inChannel({ person }: Pick<Actor, 'person'>, channelId: string, callId: string) {
      const call = await store.calls.find(callId);
      if (call?.requester.workspaceId !== person.workspaceId || call.channelId !== channelId)
        return undefined;
      return (await hasCardThere(store.posts, call)) ? call : undefined;
    },
    /** The call whose card this message is. */
    ofCard: store.posts.callOfCard,
    ...readCall,
    /** What a page shows of a call, to those who may read it now. */
    readPage: createReadPage({ ...deps, ...readCall, allow, transcriptReadersOf, decisionOf }),
    ...createReadText(savedBusinesses),
    savedBusinessesOf: (actor: Pick<Actor, 'person'>) => savedBusinesses.of(actor.person),
    forget: createForgetPerson({ store, endCall, announcer, abandon: proposing.abandon, log }),
    /** What applies to somebody before they ask for a call. */
    standingOf: deps.rules.standingOf,
    rulesOf: (actor: Pick<Actor, 'person'>) => deps.rules.of(actor.person),
    faultOfSharing: deps.rules.faultOfSharing,
    /** For admins. */
    rules: createChangeRules({ ...deps, canPostIn: deps.channels.canPostIn }),
    businesses: createChangeBusinesses({ ...deps, savedBusinesses }),
    answers: createAnswers(deps),
    runStop,
    runPlan,
    runApproval,
    runRemind,
    runProposal,
    /** What a call that is over leads to. */
    toGoOn: {
      tryOn,
      afterChange,
      shareBusiness: createShareBusiness({ store, isOpenToAll, log }),
      answerProposer: proposing.answerProposer,
    },
  };
}

export type Calls = ReturnType<typeof createCalls>;
