import type { Logger } from 'pino';
import type { AccountOf } from '../accounts/access.ts';
import { type Call, type Delay, isFinal, type Stage } from '../domain/call.ts';
import type { Clock } from '../domain/clock.ts';
import type { Lease } from '../jobs/leases.ts';
import type { Queue } from '../jobs/queue.ts';
import type { KallyCall, KallyClient } from '../kally/client.ts';
import type { TokenSource } from '../kally/http.ts';
import type { CallChange } from '../store/calls.ts';
import type { Store } from '../store/store.ts';
import type { Announcer } from './announcer.ts';
import type { RulesInForce } from './rules.ts';

/** What is counted of runs. */
export type RunMetrics = {
  entered: (stage: Stage) => void;
  left: (stage: Stage) => void;
  /** A wait ended, this many seconds later than planned. */
  woke: (secondsLate: number) => void;
};

export type RunDeps = {
  store: Pick<Store, 'calls'>;
  kally: KallyClient;
  /** The KallyAI account of a call's requester. */
  accountOf: AccountOf;
  announcer: Announcer;
  rules: Pick<RulesInForce, 'ruledAtDialling' | 'keepAway'>;
  queue: Pick<Queue, 'enqueue' | 'wakeUp'>;
  clock: Clock;
  log: Logger;
  metrics?: RunMetrics;
  /** Goes on to the next try of a call that reached nobody, where its requester agreed to that beforehand. */
  tryOn: (call: Call) => Promise<void>;
};

/** One run of one call, with what the stages share while it lasts. */
export type Run = Pick<RunDeps, 'kally' | 'announcer' | 'rules' | 'queue' | 'clock' | 'log' | 'tryOn'> & {
  lease: Lease;
  signal: AbortSignal;
  calls: Store['calls'];
  account: TokenSource;
  /** Shows where the call stands. A card that cannot be edited now does not hold the call up: the next edit says it all. */
  show(call: Call, delay?: Delay): Promise<void>;
  sleep(ms: number): Promise<void>;
};

/** The call as it went on, with what KallyAI last said of it in this run, so that it need not be asked for again. */
export type Moved = { call: Call; heard?: KallyCall };

export function moved(call: Call | undefined): Moved | undefined {
  return call && { call };
}

/** Where a call goes with what KallyAI says of it, and what is written down. */
export function heardAs(
  { sentAt, confirmedAt }: Call,
  heard: KallyCall,
  now: number,
): { stage: 'calling' | 'ended'; change: CallChange & { kallyCallId: string } } {
  const { id: kallyCallId, status, durationSeconds } = heard;
  if (!isFinal(status)) return { stage: 'calling', change: { kallyCallId, status } };
  // KallyAI's clock is for people to read; nothing waits, or is deleted, by it.
  const endedAt = Math.min(Math.max(heard.endedAt ?? now, sentAt ?? confirmedAt), now);
  const change = { kallyCallId, status, endedAt, heardEndAt: now };
  return {
    stage: 'ended',
    change: { ...change, ...(durationSeconds !== undefined && { durationSeconds }) },
  };
}

/**
 * Writes down what KallyAI says of a call when asked; the same statement moves it to its end when this is the end. An id that is not
 * known yet was found, not told.
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
