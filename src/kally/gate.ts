import type { Clock } from '../domain/clock.ts';
import { createBreaker } from './breaker.ts';
import { pooledConnections } from './connections.ts';
import { KallyRefusal, KallyUnreachable } from './errors.ts';
import { createTurns } from './turns.ts';

/** KallyAI documents no limits. These keep one account's many calls from earning everybody a 429. */
const requestsAtOnce = { each: 4, all: pooledConnections };
/** Timers may be a little early, and a request that waited as asked must not be told to wait again. */
const toleranceMs = 20;

type Passing = { endpoint: string; account: string; signal: AbortSignal | undefined };

/** Every request passes here: none goes to a KallyAI that does not answer, or for an account that was asked to wait. */
export function createGate(clock: Clock, onWaited: (seconds: number) => void) {
  const breaker = createBreaker(clock);
  const turns = createTurns(requestsAtOnce);
  const pauses = new Map<string, number>();

  /** Throws the error that KallyAI would answer with. */
  function refuseWhilePaused(endpoint: string, account: string): void {
    const leftMs = (pauses.get(account) ?? 0) - clock.steady();
    if (leftMs <= toleranceMs) return;
    const retryAfterSeconds = Math.ceil(leftMs / 1000);
    throw new KallyRefusal({ endpoint, status: 429, code: 'rate_limited', retryAfterSeconds });
  }

  async function pass<T>({ endpoint, account }: Passing, send: () => Promise<T>): Promise<T> {
    refuseWhilePaused(endpoint, account);
    if (!breaker.admits()) throw unsent(endpoint, new Error('KallyAI has not been answering'));
    return send();
  }

  async function passInTurn<T>(passing: Passing, send: () => Promise<T>): Promise<T> {
    const { endpoint, account, signal } = passing;
    const startedAt = performance.now();
    const leave = await turns.enter(account, signal).catch((error: unknown) => {
      throw unsent(endpoint, error);
    });
    onWaited((performance.now() - startedAt) / 1000);
    return pass(passing, send).finally(leave);
  }

  return {
    refuseWhilePaused,
    state: breaker.state,
    answered: breaker.answered,
    unanswered: breaker.unanswered,

    /** Without a turn: for what may be out as long as a phone call. */
    pass,

    /** In the account's turn: for what is answered soon. */
    passInTurn,

    /** The account was asked to wait. */
    pause(account: string, seconds: number): void {
      const now = clock.steady();
      for (const [other, until] of pauses) if (until <= now) pauses.delete(other);
      pauses.set(account, now + seconds * 1000);
    },
  };
}

function unsent(endpoint: string, cause: unknown): KallyUnreachable {
  return new KallyUnreachable({ endpoint, mayHaveArrived: false, cause });
}
