import type { Logger } from 'pino';
import {
  type Call,
  isFinal,
  type Outcome,
  type Stage,
  type TranscriptLine,
  type Trouble,
} from '../domain/call.ts';
import type { Clock } from '../domain/clock.ts';
import type { KallyCall, KallyClient } from '../kally/client.ts';
import type { TokenSource } from '../kally/http.ts';
import type { Store } from '../store/store.ts';

/**
 * What a run says to people. Each is said once: saying it again sends nothing, unless it changed. They reject while Slack does not take
 * it.
 */
export type Announcer = {
  card(call: Call, trouble?: Trouble): Promise<void>;
  /** Brings the card up to what is stored, if it stands already. */
  refresh(callId: string, trouble?: Trouble): Promise<void>;
  outcome(call: Call, outcome: Outcome): Promise<void>;
  transcript(call: Call, lines: TranscriptLine[] | 'unavailable' | 'not_allowed'): Promise<void>;
};

/** Rejects when what waited for its turn in Slack is no longer to be said; waits while that is in doubt. */
export type MayStill = () => Promise<void>;

/** What is counted of runs. */
export type RunMeter = {
  entered: (stage: Stage) => void;
  left: (stage: Stage) => void;
  /** A wait is over, so many seconds later than planned. */
  woke: (secondsLate: number) => void;
};

export type RunParts = {
  store: Pick<Store, 'calls'>;
  kally: KallyClient;
  /** The KallyAI account of a call's requester. Its functions throw `NotConnected` when there is none any more. */
  accountOf: (requester: Call['requester']) => TokenSource;
  /** `during` is the same for a run, whose words leave only while they may. */
  announcer: Announcer & { during: (mayStill: MayStill) => Announcer };
  clock: Clock;
  log: Logger;
  meter?: RunMeter;
};

/** One run of one call, with what the stages share while it lasts. */
export type Run = Omit<RunParts, 'accountOf' | 'announcer' | 'store' | 'meter'> & {
  announcer: Announcer;
  calls: Store['calls'];
  account: TokenSource;
  signal: AbortSignal;
  /** What KallyAI last said about the call in this run, so that it need not be asked for again. */
  heard?: KallyCall;
  /** Says where the call stands. A card that cannot be edited now does not hold the call up: the next edit says it all. */
  show(call: Call, trouble?: Trouble): Promise<void>;
  sleep(ms: number): Promise<void>;
};

/** Writes down what KallyAI says of a call; the same statement moves it to its end when this is the end. */
export async function hear(
  run: Pick<Run, 'calls' | 'clock' | 'heard'>,
  call: Call,
  heard: KallyCall,
): Promise<Call | undefined> {
  run.heard = heard;
  const said = { kallyCallId: heard.id, status: heard.status };
  if (!isFinal(heard.status)) return run.calls.move(call, 'calling', said);
  const { durationSeconds } = heard;
  return run.calls.move(call, 'ended', {
    ...said,
    endedAt: heard.endedAt ?? run.clock.now(),
    ...(durationSeconds !== undefined && { durationSeconds }),
  });
}
