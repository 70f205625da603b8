import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { type Attempt, heartbeatSeconds, type Job, steadyNow } from './boss.ts';

/**
 * From then on another replica may be about to take a call: less than the heartbeat by what saying something in Slack may last. A
 * database that is away for 20 s comes back to heartbeats that are not overdue yet, so that nobody loses a call to it.
 */
const sureForMs = heartbeatSeconds * 1000 - 12_000;
const askAgainMs = 500;

/** The signal's reason when another replica has the call now, or this one is shutting down. */
export class RunInterrupted extends Error {
  override name = 'RunInterrupted';
}

/** A job that this process runs. */
export type Hold = Job & {
  abort: AbortController;
  /** When the database last confirmed that it is ours. */
  heldAt: number;
  /** `gone`: another run has the call, or is about to. `over`: this one did all there was to do. */
  state: 'held' | 'gone' | 'over';
};

/** What this process holds, and how sure it may be of that: another replica may have taken what it has not confirmed for long. */
export function createHolds(log: Logger) {
  const held = new Map<string, Hold>();
  let interruption: RunInterrupted | undefined;

  function lose(hold: Hold) {
    hold.state = 'gone';
    if (hold.abort.signal.aborted) return;
    log.warn({ callId: hold.callId }, 'another replica has this call now');
    hold.abort.abort(new RunInterrupted('another replica has this call'));
  }

  return {
    count: () => held.size,

    /** `undefined` when it is run here already: its heartbeat was overdue, as after an outage of the database, and nobody else took it. */
    take(job: Job, heldAt: number): Hold | undefined {
      const known = held.get(job.id);
      if (known && !known.abort.signal.aborted) {
        Object.assign(known, { retryCount: job.retryCount, heldAt });
        return undefined;
      }
      const hold: Hold = { ...job, heldAt, abort: new AbortController(), state: 'held' };
      held.set(job.id, hold);
      if (interruption) hold.abort.abort(interruption);
      return hold;
    },

    release(hold: Hold): void {
      if (held.get(hold.id) === hold) held.delete(hold.id);
    },

    /** One heartbeat for all; what is not ours any more is lost. */
    async keep(touch: (attempts: () => Attempt[]) => Promise<Set<string>>): Promise<void> {
      // In one order everywhere, so that the rows of two replicas' statements are locked in one order too.
      const beating = [...held.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
      if (beating.length === 0) return;
      let attempts: Attempt[] = [];
      let at = 0;
      const kept = await touch(() => {
        at = steadyNow();
        attempts = beating.map(({ id, retryCount }) => ({ id, retryCount }));
        return attempts;
      });
      for (const [index, hold] of beating.entries()) {
        if (kept.has(hold.id)) hold.heldAt = Math.max(hold.heldAt, at);
        else if (held.get(hold.id) === hold && hold.retryCount === attempts[index]?.retryCount) lose(hold);
      }
    },

    /**
     * Whether what a run wants to say may still leave: waits while it is in doubt who has the call, and rejects when it is another run.
     * A run may have ended long ago when its words get their turn, so this asks about the run and not about the call.
     */
    mayStill: (hold: Hold) => async (): Promise<void> => {
      while (hold.state === 'held' && steadyNow() - hold.heldAt > sureForMs) await delay(askAgainMs);
      if (hold.state === 'gone') throw new RunInterrupted('another run says this');
    },

    /** All that is held, and what is taken from now on: it was being fetched meanwhile. */
    interrupt(reason: RunInterrupted): void {
      interruption = reason;
      for (const { abort } of held.values()) abort.abort(reason);
    },
  };
}
