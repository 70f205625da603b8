import type { Clock } from '../domain/clock.ts';

/** KallyAI counts as away after this many requests in a row without an answer: more than one call's bad luck. */
const failuresToOpen = 10;
const trialEveryMs = 5_000;

export type BreakerState = 'closed' | 'half-open' | 'open';

/**
 * Holds requests back while KallyAI does not answer: thousands of polling calls would keep it down when it tries to come back. While
 * open, one request every few seconds goes through as a trial, and the first answer closes it.
 */
export function createBreaker(clock: Clock) {
  let failures = 0;
  let nextTrialAt = 0;

  function state(): BreakerState {
    if (failures < failuresToOpen) return 'closed';
    return clock.steady() < nextTrialAt ? 'open' : 'half-open';
  }

  return {
    state,
    /** Whether a request may leave now. */
    admits(): boolean {
      const now = state();
      // A trial that hangs must not block the next one.
      if (now === 'half-open') nextTrialAt = clock.steady() + trialEveryMs;
      return now !== 'open';
    },
    answered: () => {
      failures = 0;
    },
    unanswered: () => {
      failures += 1;
      if (failures === failuresToOpen) nextTrialAt = clock.steady() + trialEveryMs;
    },
  };
}
