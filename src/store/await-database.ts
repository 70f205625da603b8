import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';

/** How long a start waits for a database that does not answer. */
const databasePatienceMs = 60_000;

/** Something that Kally cannot start without; the message says what, and what to do. */
export class CannotStart extends Error {
  override name = 'CannotStart';
}

/** Runs this as soon as the database answers; throws `CannotStart` when it does not within a minute. */
export async function whenDatabaseAnswers<T>(act: () => Promise<T>, log: Logger): Promise<T> {
  for (const until = Date.now() + databasePatienceMs; ; ) {
    try {
      return await act();
    } catch (cause) {
      const { code, message } = cause as { code?: string; message: string };
      if (!isAway(code, message)) throw new CannotStart(`The database cannot be used: ${message}`, { cause });
      if (Date.now() > until) throw new CannotStart(goodbye(message), { cause });
      log.warn({ code }, 'the database does not answer yet; trying again');
      await delay(2_000);
    }
  }
}

function goodbye(message: string): string {
  const seconds = databasePatienceMs / 1000;
  return `The database did not answer for ${seconds} seconds (${message}), so Kally gives up. Check DATABASE_URL, and start again.`;
}

const awayCodes = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'ECONNRESET',
  // Postgres is still starting, is shutting down, or has no connection left.
  '57P03',
  '57P01',
  '53300',
]);

/** A connection balancer may accept a connection that leads nowhere; the driver has no code for how that ends. */
function isAway(code: string | undefined, message: string): boolean {
  return awayCodes.has(code ?? '') || /^(Connection terminated|timeout expired)/.test(message);
}
