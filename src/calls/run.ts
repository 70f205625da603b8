import type { Logger } from 'pino';
import type { AccountOf } from '../accounts/access.ts';
import { type Call, type Delay, isFinal, type Stage } from '../domain/call.ts';
import type { CallingHours } from '../domain/calling-hours.ts';
import type { Clock } from '../domain/clock.ts';
import type { Lease } from '../jobs/leases.ts';
import type { Queue } from '../jobs/queue.ts';
import type { KallyCall, KallyClient } from '../kally/client.ts';
import type { TokenSource } from '../kally/http.ts';
import type { CallChange } from '../store/calls.ts';
import type { Store } from '../store/store.ts';
import type { Announcer } from './announcer.ts';
import type { RulesInForce } from './rules.ts';

/** Metrics of runs. */
export type RunMetrics = {
  entered: (stage: Stage) => void;
  left: (stage: Stage) => void;
  /** A wait ended, this many seconds later than planned. */
  woke: (secondsLate: number) => void;
};

export type RunDeps = {
  store: Pick<Store, 'calls' | 'aheadMs'>;
  kally: KallyClient;
  /** The KallyAI account of a call's requester. */
  accountOf: AccountOf;
  announcer: Announcer;
  rules: Pick<RulesInForce, 'ruledAtDialling' | 'keepAway'>;
  queue: Pick<Queue, 'enqueue' | 'wakeUp'>;
  /** When phones may ring, by the clock of the place that is called. */
  hours: CallingHours;
  clock: Clock;
  log: Logger;
  metrics?: RunMetrics;
  /** Goes on to the next try of a call that reached nobody, where its requester agreed to that beforehand. */
  tryOn: (call: Call) => Promise<void>;
  /** Drops the reminder of an arrangement that this call cancelled or changed. */
  afterChange: (call: Call) => Promise<void>;
  /** Suggests the business to the workspace, if it arranged something and nobody keeps it to themselves. */
  shareBusiness: (call: Call) => Promise<void>;
  /** Tells what waits elsewhere for this call. */
  answerProposer: (call: Call) => Promise<void>;
};

/** What a call that is over leads to. */
export type GoingOn = 'tryOn' | 'afterChange' | 'shareBusiness' | 'answerProposer';

/** One run of one call, with the things that its stages share. */
export type Run = Pick<
  RunDeps,
  'store' | 'kally' | 'announcer' | 'rules' | 'queue' | 'hours' | 'clock' | 'log' | GoingOn
> & {
  lease: Lease;
  signal: AbortSignal;
  calls: Store['calls'];
  account: TokenSource;
  /** Updates the card. A failed edit does not hold up the call: the next edit shows everything. */
  show(call: Call, delay?: Delay): Promise<void>;
  sleep(ms: number): Promise<void>;
};

/** The call after a stage, with KallyAI's last answer about it in this run, so that nobody asks again. */
export type Moved = { call: Call; heard?: KallyCall };

export function moved(call: Call | undefined): Moved | undefined {
  return call && { call };
}

/** The stage that KallyAI's answer leads to, and the fields to store. */
export function heardAs(
  { sentAt, confirmedAt }: Call,
  heard: KallyCall,
  now: number,
): { stage: 'calling' | 'ended'; change: CallChange & { kallyCallId: string } } {
  const { id: kallyCallId, status, durationSeconds } = heard;
  if (!isFinal(status)) return { stage: 'calling', change: { kallyCallId, status } };
  // KallyAI's clock is only shown to people; waits and deletion go by ours.
  const endedAt = Math.min(Math.max(heard.endedAt ?? now, sentAt ?? confirmedAt), now);
  const change = { kallyCallId, status, endedAt, heardEndAt: now };
  return {
    stage: 'ended',
    change: { ...change, ...(durationSeconds !== undefined && { durationSeconds }) },
  };
}

/**
 * Stores KallyAI's answer about a call; the same statement moves the call to its end if this is the end. If the row has no id yet, this id was
 * found in the list, not told by the answer to our request.
 */
export async function recordStatus(
  { calls, clock }: Pick<Run, 'calls' | 'clock'>,
  call: Call,
  heard: KallyCall,
): Promise<Moved | undefined> {
  const { stage, change } = heardAs(call, heard, clock.now());
  const isFound = call.kallyCallId === undefined && { kallyCallFound: true as const };
  const recorded = await calls.move(call, stage, { ...change, ...isFound });
  return recorded && { call: recorded, heard };
}
