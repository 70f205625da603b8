import { type Call, type Delay, isOver, type Stage } from '../domain/call.ts';
import type { JobHandler } from '../jobs/worker.ts';
import type { KallyCall } from '../kally/client.ts';
import { checkCall } from './check-call.ts';
import { finishCall } from './finish-call.ts';
import { followCall } from './follow-call.ts';
import { placeCall } from './place-call.ts';
import { type Moved, moved, type Run, type RunDeps, type RunMetrics } from './run.ts';

type Step = (run: Run, call: Call, heard?: KallyCall) => Promise<Moved | undefined | 'done'>;

/** What a run does in each stage. A step answers the call as it went on, or `undefined` when another run moved it. */
const steps: Record<Stage, Step> = {
  // They have jobs of their own.
  awaiting_approval: async () => 'done',
  planned: async () => 'done',
  queued: placeCall,
  // Only a run that died can have left a call here: the request may have arrived.
  placing: async (run, call) => moved(await run.calls.move(call, 'checking')),
  checking: checkCall,
  calling: followCall,
  ended: finishCall,
  refused: finishCall,
  unknown: finishCall,
};

const uncounted: RunMetrics = { entered() {}, left() {}, woke() {} };

/**
 * The life of a call, from wherever it stands to its end. Resolves when there is nothing left to do or say; rejects when interrupted or
 * when the database or Slack fail, to be run again.
 */
export function createRunCall({ store, accountOf, metrics = uncounted, ...deps }: RunDeps): JobHandler {
  return async function runCall(lease) {
    const { callId, signal } = lease;
    const found = await store.calls.find(callId);
    if (!found) return store.calls.giveUp(callId, deps.clock.now());
    const { clock, announcer } = deps;
    const log = deps.log.child({ callId });
    const run: Run = {
      ...deps,
      store,
      log,
      lease,
      signal,
      calls: store.calls,
      account: accountOf(found.requester),
      show: createShow({ announcer, clock, log, calls: store.calls, lease }),
      async sleep(ms) {
        const due = clock.now() + ms;
        await clock.sleep(ms, signal);
        metrics.woke(Math.max(0, clock.now() - due) / 1000);
      },
    };

    log.info({ stage: found.stage }, 'run begins');
    for (let at: Moved = { call: found }; ; ) {
      signal.throwIfAborted();
      const { stage } = at.call;
      metrics.entered(stage);
      const step = await steps[stage](run, at.call, at.heard).finally(() => metrics.left(stage));
      if (step === 'done') return log.info({ stage }, 'run is done');
      const next = step ?? moved(await store.calls.find(callId));
      if (!next) return;
      const { stage: to, status, refusal, kallyCallId } = next.call;
      log.info({ from: stage, stage: to, status, refusal, kallyCallId }, 'call moved on');
      at = next;
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
  lease,
}: Pick<Run, 'calls' | 'announcer' | 'clock' | 'log' | 'lease'>): Run['show'] {
  async function draw(call: Call, delay?: Delay) {
    try {
      const stored = (await calls.find(call.id)) ?? call;
      // While this waited for the database, the call may have come to its end, which stands on the card for good.
      if (isOver(stored.stage) && !isOver(call.stage)) return;
      // Somebody may have asked meanwhile for it to be stopped, or made at another time.
      const { stopRequestedAt, request } = stored;
      const shown = { ...call, request, ...(stopRequestedAt && { stopRequestedAt }) };
      await announcer.card(shown, { delay, lease });
    } catch (error) {
      log.warn({ err: error, stage: call.stage }, 'the card could not be edited');
    }
  }

  return async (call, delay) => {
    const drawn = new AbortController();
    const patience = clock
      .sleep(showPatienceMs, AbortSignal.any([lease.signal, drawn.signal]))
      .catch(() => {});
    await Promise.race([draw(call, delay), patience]);
    drawn.abort();
  };
}
