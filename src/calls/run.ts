import type { Logger } from 'pino';
import type { AccountOf } from '../accounts/access.ts';
import { type Call, type Delay, isFinal, type Stage } from '../domain/call.ts';
import type { Clock } from '../domain/clock.ts';
import type { Lease } from '../jobs/leases.ts';
import type { KallyCall, KallyClient } from '../kally/client.ts';
import type { TokenSource } from '../kally/http.ts';
import type { Store } from '../store/store.ts';
import type { Announcer } from './announcer.ts';

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
  clock: Clock;
  log: Logger;
  metrics?: RunMetrics;
};

/** One run of one call, with what the stages share while it lasts. */
export type Run = Pick<RunDeps, 'kally' | 'announcer' | 'clock' | 'log'> & {
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

/** Writes down what KallyAI says of a call; the same statement moves it to its end when this is the end. */
export async function recordStatus(
  { calls, clock }: Pick<Run, 'calls' | 'clock'>,
  call: Call,
  heard: KallyCall,
): Promise<Moved | undefined> {
  const said = { kallyCallId: heard.id, status: heard.status };
  const { durationSeconds } = heard;
  const recorded = isFinal(heard.status)
    ? await calls.move(call, 'ended', {
        ...said,
        endedAt: heard.endedAt ?? clock.now(),
        ...(durationSeconds !== undefined && { durationSeconds }),
      })
    : await calls.move(call, 'calling', said);
  return recorded && { call: recorded, heard };
}
