import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { type Attempt, heartbeatSeconds, type Job, steadyNow } from './boss.ts';

/**
 * After this long without a confirmed heartbeat, another replica may be about to take over. It is shorter than the heartbeat by what one
 * Slack request may last, and long enough for a database that is away for 20 s: nobody loses a call to that.
 */
const sureForMs = heartbeatSeconds * 1000 - 12_000;
const askAgainMs = 500;

/** The signal's reason when another replica has the call now, or this one is shutting down. */
export class RunInterrupted extends Error {
  override name = 'RunInterrupted';
}

/** A run's right to act for its call. */
export type Lease = {
  callId: string;
  /** The version of the call that the job was queued for, where it is for one alone. */
  version?: number;
  /** Aborted when the lease is lost, or this process shuts down. */
  signal: AbortSignal;
  /**
   * Resolves while the run holds its lease, waits while that is uncertain, rejects once it is lost. It asks about the run, not about the
   * call: a run may have ended long before its words get their turn.
   */
  assertHeld: () => Promise<void>;
};

/** A job that this process runs. */
export type Holding = Job & {
  abort: AbortController;
  /** When the database last confirmed that the job is ours. */
  heldAt: number;
  /** `gone`: another run has the call, or may be about to take it. `over`: this run has finished. */
  state: 'held' | 'gone' | 'over';
};

/** The jobs that this process holds. Another replica may have taken a job that was not confirmed for long. */
export function createLeases(log: Logger) {
  const held = new Map<string, Holding>();
  let interruption: RunInterrupted | undefined;

  function lose(holding: Holding) {
    holding.state = 'gone';
    if (holding.abort.signal.aborted) return;
    log.warn({ callId: holding.callId }, 'another replica has this call now');
    holding.abort.abort(new RunInterrupted('another replica has this call'));
  }

  return {
    count: () => held.size,

    /** `undefined` when the job runs here already: its heartbeat was overdue, and no other replica took it. */
    take(job: Job, heldAt: number): Holding | undefined {
      const running = held.get(job.id);
      if (running && !running.abort.signal.aborted) {
        Object.assign(running, { retryCount: job.retryCount, heldAt });
        return undefined;
      }
      const holding: Holding = { ...job, heldAt, abort: new AbortController(), state: 'held' };
      held.set(job.id, holding);
      if (interruption) holding.abort.abort(interruption);
      return holding;
    },

    leaseOf: (holding: Holding): Lease => ({
      callId: holding.callId,
      ...(holding.version !== undefined && { version: holding.version }),
      signal: holding.abort.signal,
      async assertHeld() {
        while (holding.state === 'held' && steadyNow() - holding.heldAt > sureForMs) await delay(askAgainMs);
        if (holding.state === 'gone') throw new RunInterrupted('another run has the lease');
      },
    }),

    release(holding: Holding): void {
      if (held.get(holding.id) === holding) held.delete(holding.id);
    },

    /** One heartbeat for all jobs; the lease of a job that is no longer ours is lost. */
    async keep(touch: (attempts: () => Attempt[]) => Promise<Set<string>>): Promise<void> {
      // Sorted, so that two replicas lock rows in the same order and do not deadlock.
      const beating = [...held.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
      if (beating.length === 0) return;
      let attempts: Attempt[] = [];
      let at = 0;
      const kept = await touch(() => {
        at = steadyNow();
        attempts = beating.map(({ id, retryCount }) => ({ id, retryCount }));
        return attempts;
      });
      for (const [index, holding] of beating.entries()) {
        if (kept.has(holding.id)) holding.heldAt = Math.max(holding.heldAt, at);
        else if (held.get(holding.id) === holding && holding.retryCount === attempts[index]?.retryCount)
          lose(holding);
      }
    },

    /** Interrupts all jobs held, and those still being fetched. */
    interrupt(reason: RunInterrupted): void {
      interruption = reason;
      for (const { abort } of held.values()) abort.abort(reason);
    },
  };
}
