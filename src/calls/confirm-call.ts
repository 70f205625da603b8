import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Logger } from 'pino';
import { balanceOf, type CallCostsMemory } from '../accounts/balance.ts';
import { type Growth, retry } from '../domain/backoff.ts';
import type { Call } from '../domain/call.ts';
import type { CallRequest } from '../domain/call-request.ts';
import type { CallingHours } from '../domain/calling-hours.ts';
import type { Clock } from '../domain/clock.ts';
import { readDueTime, type WallTime } from '../domain/due-time.ts';
import { isSamePerson, type Person } from '../domain/person.ts';
import { isMobile } from '../domain/phone.ts';
import type { AskCode } from '../domain/plan.ts';
import type { Queue } from '../jobs/queue.ts';
import { type CallCaps, CapReached, CommitLost } from '../store/calls.ts';
import type { Store } from '../store/store.ts';
import type { Actor } from './actor.ts';
import { type ApprovalNeeds, newApproval } from './approval-needs.ts';
import {
  type AskChannel,
  admissionOf,
  type ChannelFacts,
  type Facts,
  type Finding,
  findingsOf,
  isOutsideHours,
  NotAdmitted,
  unaccepted,
} from './policies.ts';
import type { RulesInForce } from './rules.ts';
import type { SavedBusinesses } from './saved-businesses.ts';

export type Confirmation = {
  /** Where the card goes; the person's own id stands for "only me". */
  channelId: string;
  /** Slack delivered the form from this channel, so the person is in it. */
  isAskedThere?: boolean;
  /** The same submission again is the same call. */
  submissionId: string;
  /** The proposal that the person confirms. It becomes one call, however many forms it was opened in. */
  proposalId?: string | undefined;
  /** When to dial; missing means now. */
  due?: WallTime | undefined;
  /** Findings that the person was shown and accepted. */
  accepted?: AskCode[];
  /** True once the person was told that it was not saved: the call must not begin behind their back. */
  isGivenUp?: () => boolean;
};
/** `already`: the same submission came before with another request, and that request is the call. */
export type Confirmed = { call: Call } | { already: Call } | { findings: Finding[] } | { givenUp: true };

/** The proposal was settled meanwhile, or has expired. */
class ProposalOver extends Error {
  override name = 'ProposalOver';
}
const proposalOver: { findings: Finding[] } = { findings: [{ effect: 'blocks', code: 'proposal_over' }] };

/** Nobody may know whether a call was written. Writing it again is safe: the same submission is the same call. */
const repeats: Growth = { firstMs: 100, factor: 2, maxMs: 400 };
const tries = 3;

export type ConfirmDeps = {
  store: Pick<Store, 'calls' | 'links' | 'preferences' | 'approvals' | 'proposals'>;
  queue: Queue;
  channels: AskChannel;
  savedBusinesses: Pick<SavedBusinesses, 'changed'>;
  caps: CallCaps;
  /** When phones may ring, by the clock of the place that is called. */
  hours: CallingHours;
  callCosts: Pick<CallCostsMemory, 'known'>;
  rules: Pick<RulesInForce, 'ruledFor'>;
  needsOf: ApprovalNeeds;
  clock: Clock;
  log: Logger;
};

/** Writes a confirmed call and queues its run, both or neither. */
export function createConfirmCall({
  store,
  queue,
  channels,
  savedBusinesses,
  caps,
  hours,
  callCosts,
  rules,
  needsOf,
  clock,
  log,
}: ConfirmDeps) {
  async function factsOf(person: Person, channelId: string, isAskedThere: boolean): Promise<ChannelFacts> {
    if (channelId === person.userId) return {};
    if (isAskedThere) return { canPost: await channels.canPostIn(person, channelId) };
    return channels.factsOf(person, channelId);
  }

  async function isOwn(person: Person, proposalId: string): Promise<boolean> {
    const proposal = await store.proposals.find(proposalId);
    return proposal !== undefined && isSamePerson(proposal.person, person);
  }

  return async function confirm(
    { person }: Actor,
    request: CallRequest,
    {
      channelId,
      isAskedThere = false,
      submissionId: formId,
      proposalId,
      due,
      accepted = [],
      isGivenUp = () => false,
    }: Confirmation,
  ): Promise<Confirmed> {
    const confirmedAt = clock.now();
    if (proposalId !== undefined && !(await isOwn(person, proposalId))) return proposalOver;
    const submissionId = proposalId === undefined ? formId : `proposal:${proposalId}`;
    const read = due && readDueTime(due, confirmedAt);
    if (read && 'fault' in read) return { findings: [{ effect: 'blocks', code: read.fault }] };
    const id = randomUUID();
    const plan = due && read && { due, dueAt: read.instant };
    const asked = { id, requester: person, request };
    const [isConnected, channelFacts, ruled, isKnown, { fewLeft }] = await Promise.all([
      store.links.isConnected(person),
      factsOf(person, channelId, isAskedThere),
      rules.ruledFor(person, request.phone, channelId),
      isMobile(request.phone) ? store.calls.hasCalled(person, request.phone) : undefined,
      store.preferences.find(person),
    ]);
    const facts = {
      ...channelFacts,
      isConnected,
      ruled,
      leaves: { at: plan?.dueAt ?? confirmedAt, isNow: !plan, hours },
      balance: balanceOf(fewLeft, callCosts.known(), confirmedAt),
      ...(isKnown !== undefined && { isKnown }),
    } satisfies Facts;
    const about = { userId: person.userId, channelId, now: confirmedAt };
    const admission = admissionOf(request, about, accepted);
    const findings = findingsOf(request, facts);
    if (unaccepted(findings, accepted).length > 0) {
      // The person sees all findings at once. A planned call is compared with other calls when it is due.
      const others = plan ? undefined : await store.calls.callsToNumber(asked, admission.since);
      const lately = others && { lately: { ...about, calls: others } };
      return { findings: unaccepted(findingsOf(request, { ...facts, ...lately }), accepted) };
    }
    const { at } = facts.leaves;
    const because = await needsOf(asked, ruled.rules, { at, due, isOutsideHours: isOutsideHours(findings) });
    const approval =
      because.length > 0
        ? newApproval(asked, because, { askedAt: confirmedAt, due, dueAt: plan?.dueAt })
        : undefined;
    if (isGivenUp()) return { givenUp: true };
    const confirmed = {
      id,
      requester: person,
      request,
      channelId,
      confirmedAt,
      ...(plan && { plan }),
      ...(accepted.length > 0 && { accepted }),
      ...(approval && { approvalId: approval.id, stage: 'awaiting_approval' as const }),
    };
    const alongside: Parameters<typeof store.calls.confirm>[2] = async (tx) => {
      if (approval) await store.approvals.add(tx, approval);
      await (approval || plan
        ? queue.enqueue(id, approval ? 'approval' : 'plan', tx, { version: 0 })
        : queue.enqueue(id, 'call', tx));
      if (proposalId === undefined) return;
      if (!(await store.proposals.becomeCall(tx, proposalId, id, confirmedAt))) throw new ProposalOver();
      await queue.enqueue(proposalId, 'proposal', tx);
    };
    const limits = { ...caps, perDay: ruled.rules.perDay };
    let lost: CommitLost | undefined;
    const call = await retry(
      () =>
        store.calls.confirm(confirmed, submissionId, alongside, {
          caps: limits,
          ...(!plan && { admission }),
        }),
      {
        growth: repeats,
        tries,
        sleep: (ms) => clock.sleep(ms),
        onFailure(error) {
          if (error instanceof CommitLost) lost = error;
          if (!lost || isGivenUp()) throw error;
          log.warn({ err: error }, 'a confirmed call is written once more');
        },
      },
    ).catch((error: unknown) => {
      if (error instanceof CapReached)
        return { findings: [{ effect: 'blocks', code: error.code }] } satisfies Confirmed;
      if (error instanceof NotAdmitted) return { findings: error.findings };
      if (error instanceof ProposalOver) return proposalOver;
      // Once it may have been written, no later failure says that it was not.
      throw lost ?? error;
    });
    if ('findings' in call) return call;
    queue.wakeUp();
    savedBusinesses.changed(person);
    log.info({ callId: call.id, again: call.id !== id }, 'call confirmed');
    return isSame(call, confirmed) ? { call } : { already: call };
  };
}

function isSame(call: Call, sent: Pick<Call, 'request' | 'channelId' | 'plan'>): boolean {
  // When it is dialled may have been changed since.
  const { dialAt: _, ...request } = call.request;
  return (
    call.channelId === sent.channelId &&
    isDeepStrictEqual(request, sent.request) &&
    isDeepStrictEqual(call.plan?.due, sent.plan?.due)
  );
}
