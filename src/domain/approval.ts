import { isDeepStrictEqual } from 'node:util';
import type { CallRequest } from './call-request.ts';
import type { WallTime } from './due-time.ts';
import { ladderEnd, maxFurtherAttempts } from './retry-ladder.ts';

/** Calls that the admins want somebody else to approve first. */
export const approvalReasons = ['always', 'new_number', 'outside_hours', 'many_attempts'] as const;
export type ApprovalReason = (typeof approvalReasons)[number];

/** `withdrawn`: by whoever asked for the call, or an admin who stopped it. */
export const approvalResults = ['approved', 'declined', 'expired', 'withdrawn'] as const;
export type ApprovalResult = (typeof approvalResults)[number];

/** What came of it. `by` is missing where nobody decided, or who did was forgotten. */
export type ApprovalDecision = { result: ApprovalResult; at: number; by?: string; reason?: string };

/** Another person's word on a call. Times are milliseconds since the epoch. */
export type Approval = {
  id: string;
  callId: string;
  because: ApprovalReason[];
  /** Slack's ids; none before it is known who may approve. */
  asked: string[];
  /** For how many tries. */
  attempts: number;
  /** For when; missing where the call leaves as soon as it is approved. */
  due?: WallTime;
  dueAt?: number;
  askedAt: number;
  until: number;
  /** Of what is approved. Missing where its key is lost: then it allows nothing. */
  digest?: string;
  decision?: ApprovalDecision;
};

/** Nobody wants a table for tonight to be asked for hours later. */
export const patienceNowMs = 4 * 60 * 60_000;
const patienceMs = 24 * 60 * 60_000;

/** How soon after it was approved a call leaves that leaves at once. */
const leavesWithinMs = 15 * 60_000;

/** How long approvers have: the call's own time is the last moment. */
export function approvalEnd(askedAt: number, dueAt: number | undefined): number {
  return dueAt === undefined ? askedAt + patienceNowMs : Math.min(askedAt + patienceMs, dueAt);
}

/** When approvers who have not answered are reminded, once. */
export function nudgeAt({ askedAt, until }: Pick<Approval, 'askedAt' | 'until'>): number {
  return askedAt + (until - askedAt) / 2;
}

/** How many tries a request means, with those that follow by themselves. */
export function attemptsOf({ triesAgain }: Pick<CallRequest, 'triesAgain'>): number {
  return triesAgain ? 1 + maxFurtherAttempts : 1;
}

/** A try that leaves, or is planned. */
export type Leaving = {
  id: string;
  request: CallRequest;
  attempt: number;
  due?: WallTime | undefined;
  at: number;
};

/**
 * Whether what was approved is this try: no other time, and no more tries. The call that was asked about leaves at the time that the
 * approvers read, or soon after; its further tries by the evening on which those that follow by themselves end.
 */
export function isWithin(
  { callId, decision, due, dueAt, attempts, until }: Approval,
  { id, request, attempt, ...leaving }: Leaving,
): boolean {
  if (decision?.result !== 'approved' || attempt > attempts) return false;
  if (callId !== id) return leaving.at <= ladderEnd(dueAt ?? decision.at, request.timeZone);
  if (dueAt === undefined) return leaving.at <= until + leavesWithinMs;
  const isSameTime = isDeepStrictEqual(due, leaving.due);
  return isSameTime && leaving.at >= dueAt && leaving.at <= dueAt + patienceNowMs;
}
