import type { Logger } from 'pino';
import { createBoss } from './boss.ts';

/** The sending side of the job queue: what is queued here runs on whichever replica takes it. */
export function createQueue({ databaseUrl, log }: { databaseUrl: string; log: Logger }) {
  const boss = createBoss({ databaseUrl, log });
  let woken = Promise.withResolvers<void>();

  return {
    /** Queues a job inside the transaction that writes what the job is to find. Call `wakeUp` once it has committed. */
    enqueue: boss.send,

    /** Makes this process look for jobs at once; other processes look every three seconds. */
    wakeUp(): void {
      woken.resolve();
      woken = Promise.withResolvers<void>();
    },

    /** Resolves at the next `wakeUp`. */
    wokenUp: (): Promise<void> => woken.promise,

    backlog: boss.backlog,

    /** For the worker, which runs what is queued. */
    boss,
  };
}

export type Queue = ReturnType<typeof createQueue>;
