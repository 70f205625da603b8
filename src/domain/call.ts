import type { CallRequest } from './call-request.ts';
import type { Outcome } from './outcome.ts';
import type { Person } from './person.ts';
import type { AskCode, Plan } from './plan.ts';

/**
 * Where a call stands.
 * - awaiting_approval: confirmed, and somebody else has to approve it first. Nothing is queued or planned.
 * - planned: confirmed for later; it waits for its due time, or for its requester's word.
 * - queued: confirmed and written; nothing has left for KallyAI.
 * - placing: the request is leaving or has left. From here on it is never sent again, unless it surely did not dial.
 * - calling: KallyAI answered with its id; not over yet.
 * - checking: the answer was lost; KallyAI's list is read to learn whether the phone rang.
 * - ended: KallyAI said how it ended.
 * - refused: surely not dialled, and it will not be.
 * - unknown: nobody can know; the person is told so.
 */
export const stages = [
  'awaiting_approval',
  'planned',
  'queued',
  'placing',
  'calling',
  'checking',
  'ended',
  'refused',
  'unknown',
] as const;
export type Stage = (typeof stages)[number];

const following: Record<Stage, readonly Stage[]> = {
  awaiting_approval: ['awaiting_approval', 'planned', 'refused'],
  planned: ['awaiting_approval', 'planned', 'queued', 'refused'],
  queued: ['planned', 'placing', 'refused'],
  placing: ['queued', 'calling', 'checking', 'ended', 'refused'],
  checking: ['calling', 'ended', 'unknown'],
  calling: ['ended', 'unknown'],
  unknown: ['checking', 'calling', 'ended'],
  ended: [],
  refused: [],
};

export function mayFollow(from: Stage, to: Stage): boolean {
  return following[from].includes(to);
}

export function isOver(stage: Stage): boolean {
  return stage === 'ended' || stage === 'refused' || stage === 'unknown';
}

/** `terminated` is not documented but was seen at the end of live calls. */
export const finalStatuses = [
  'success',
  'no_answer',
  'busy',
  'failed',
  'voicemail',
  'cancelled',
  'terminated',
] as const;
export type FinalStatus = (typeof finalStatuses)[number];

/** KallyAI's statuses before the end are not documented: any other word means "not finished yet". */
export function isFinal(status: string): status is FinalStatus {
  return (finalStatuses as readonly string[]).includes(status);
}

/** KallyAI's words for a call that does not ring yet: the likely ones, since they are not documented. */
export function isWaiting(status: string | undefined): boolean {
  return status === 'queued' || status === 'pending' || status === 'scheduled';
}

/** It waits for a time that somebody chose, whatever KallyAI calls that. */
export function isScheduled({ status, request }: Pick<Call, 'status' | 'request'>): boolean {
  return status === 'scheduled' || (request.dialAt !== undefined && isWaiting(status));
}

/** Why a call that is not over is not getting on. */
export type Delay =
  | 'kally_away'
  | 'kally_busy'
  | 'kally_knows_nothing'
  | 'not_connected'
  | 'not_stopped'
  | 'unusually_long';

/** What became of the wish to have KallyAI dial at another time. `approved_as_is`: it was approved for this one. */
export type RescheduleAnswer = 'moved' | 'too_late' | 'not_then' | 'not_offered' | 'approved_as_is';

/** Why a call was not placed: KallyAI's error code, or one of ours. */
export type Refusal = {
  code: string;
  message?: string;
  correlationId?: string;
  upgradeUrl?: string;
};

/** One confirmed request, as it stands. Times are milliseconds since the epoch. */
export type Call = {
  id: string;
  requester: Person;
  request: CallRequest;
  /** Where the card was asked for; the requester's own id stands for "only me". */
  channelId: string;
  stage: Stage;
  /** Counts the moves from stage to stage: of two times in one stage, which one it is. */
  version: number;
  confirmedAt: number;
  /** Kept after it was dialled. */
  plan?: Plan;
  /** What the requester was asked about, and called in spite of. */
  accepted?: AskCode[];
  /** Which try it is, where earlier ones reached nobody. */
  attempt?: number;
  /** Until when Kally tries again by itself, if nobody answers. */
  retryUntil?: number;
  /** What somebody else has to decide, or decided, where the rules want that. */
  approvalId?: string;
  /** Why it does not, although that was agreed to: a code of ours. */
  triesEnded?: string;
  /** When the request to KallyAI last left. */
  sentAt?: number;
  kallyCallId?: string;
  /** The id was found in KallyAI's list, not told by the answer to our request. */
  kallyCallFound?: true;
  status?: string;
  durationSeconds?: number;
  refusal?: Refusal;
  /** For people: KallyAI's word where it gives one. */
  endedAt?: number;
  /** When we heard that it had ended: what is done after the end is timed from here. */
  heardEndAt?: number;
  /** When somebody first asked for it to be stopped, while that is not decided. */
  stopRequestedAt?: number;
  /** When KallyAI agreed to stop it. */
  stoppedAt?: number;
  /** What is kept of how it ended. */
  outcome?: Outcome;
  /** Who is to be reminded before what was arranged. */
  remindTo?: ReminderFor;
};

/** The requester alone, or the channel of the card. */
export const reminderFor = ['requester', 'channel'] as const;
export type ReminderFor = (typeof reminderFor)[number];

/** Nobody spoke in a call that nobody took. */
export function hasConversation({ status, kallyCallId }: Call): boolean {
  return kallyCallId !== undefined && status !== 'busy' && status !== 'no_answer' && status !== 'cancelled';
}

/** The end is the person's own doing. KallyAI's word for it may be `terminated`, `cancelled` or another. */
export function wasStopped({
  stoppedAt,
  status,
}: Pick<Call, 'stoppedAt'> & { status?: string | undefined }): boolean {
  return stoppedAt !== undefined && status !== 'success';
}

/**
 * What became of the wish to stop a call.
 * - cancelled: nobody's phone rang.
 * - stopped: hung up; with how long the call had lasted, where KallyAI says so.
 * - already_ended: before it could be stopped.
 * - too_late: KallyAI does not stop it, and it goes on.
 * - not_offered: this account's KallyAI cannot stop calls.
 * - not_allowed: the account is not connected any more, or not with the right to do so.
 * - later: KallyAI is away, or has not said yet which of its calls this is; it will be done as soon as it can be.
 */
export type StopAnswer =
  | { result: 'stopped'; durationSeconds?: number }
  | { result: 'cancelled' | 'already_ended' | 'too_late' | 'not_offered' | 'not_allowed' | 'later' };

export type TranscriptLine = {
  speaker: 'kally' | 'business' | 'other';
  text: string;
  /** Seconds since the start of the call, where KallyAI says so. */
  atSeconds?: number;
};
