import { type Call, isOver, type Stage, type Trouble } from '../domain/call.ts';
import { checkCall } from './check-call.ts';
import { finishCall } from './finish-call.ts';
import { followCall } from './follow-call.ts';
import { placeCall } from './place-call.ts';
import type { MayStill, Run, RunMeter, RunParts } from './run.ts';

type Step = (run: Run, call: Call) => Promise<Call | undefined | 'done'>;

/** What a run does in each stage. A step answers the call as it went on, or `undefined` when another run moved it. */
const steps: Record<Stage, Step> = {
  queued: placeCall,
  // Only a run that died can have left a call here: the request may have arrived.
  placing: (run, call) => run.calls.move(call, 'checking'),
  checking: checkCall,
  calling: followCall,
  ended: finishCall,
  refused: finishCall,
  unknown: finishCall,
};

const uncounted: RunMeter = { entered() {}, left() {}, woke() {} };

/**
 * The life of a call, from wherever it stands to its end. Resolves when there is nothing left to do or say; rejects when interrupted or
 * when the database or Slack fail, to be run again.
 */
export function createRunCall({ store, accountOf, meter = uncounted, ...parts }: RunParts) {
  return async function runCall(callId: string, signal: AbortSignal, mayStill: MayStill): Promise<void> {
    const found = await store.calls.find(callId);
    if (!found) return store.calls.giveUp(callId, parts.clock.now());
    const { clock } = parts;
    const log = parts.log.child({ callId });
    const announcer = parts.announcer.during(mayStill);
    const run: Run = {
      ...parts,
      announcer,
      log,
      calls: store.calls,
      account: accountOf(found.requester),
      signal,
      show: createShow({ announcer, clock, log, calls: store.calls, signal }),
      async sleep(ms) {
        const due = clock.now() + ms;
        await clock.sleep(ms, signal);
        meter.woke(Math.max(0, clock.now() - due) / 1000);
      },
    };

    log.info({ stage: found.stage }, 'run begins');
    for (let call = found; ; ) {
      signal.throwIfAborted();
      const { stage } = call;
      meter.entered(stage);
      const step = await steps[stage](run, call).finally(() => meter.left(stage));
      if (step === 'done') return log.info({ stage }, 'run is done');
      const next = step ?? (await store.calls.find(callId));
      if (!next) return;
      const { stage: to, status, refusal, kallyCallId } = next;
      log.info({ from: stage, stage: to, status, refusal, kallyCallId }, 'call moved on');
      call = next;
    }
  };
}

/** Cards wait for Slack's limits, and their calls must not wait with them. */
const showPatienceMs = 1_000;

function createShow({
  calls,
  announcer,
  clock,
  log,
  signal,
}: Pick<Run, 'calls' | 'announcer' | 'clock' | 'log' | 'signal'>): Run['show'] {
  async function draw(call: Call, trouble?: Trouble) {
    try {
      const stored = (await calls.find(call.id)) ?? call;
      // While this waited for the database, the call may have come to its end, which stands on the card for good.
      if (isOver(stored.stage) && !isOver(call.stage)) return;
      // Somebody may have asked meanwhile for it to be stopped, or made at another time.
      const { stopRequestedAt, request } = stored;
      await announcer.card({ ...call, request, ...(stopRequestedAt && { stopRequestedAt }) }, trouble);
    } catch (error) {
      log.warn({ err: error, stage: call.stage }, 'the card could not be edited');
    }
  }

  return async (call, trouble) => {
    const drawn = new AbortController();
    const patience = clock.sleep(showPatienceMs, AbortSignal.any([signal, drawn.signal])).catch(() => {});
    await Promise.race([draw(call, trouble), patience]);
    drawn.abort();
  };
}
