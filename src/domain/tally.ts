import { type OutcomeKind, outcomeKinds } from './outcome-kind.ts';
import type { Reason } from './reason.ts';

/** A call as it is counted: nothing of what was asked or said. */
export type Counted = {
  id: string;
  userId: string;
  kind: OutcomeKind;
  confirmedAt: number;
  durationSeconds?: number;
  /** As far as KallyAI said what it charged. */
  creditsUsed?: number;
  /** Of a refused one. */
  reason?: Reason;
};

/** What the calls of some time came to. */
export type Tally = {
  calls: number;
  people: number;
  kinds: Record<OutcomeKind, number>;
  /** On the phone. */
  seconds: number;
  /** Charged by KallyAI, for calls of accounts that pay with credits. */
  credits: number;
  /** Why calls and requests were refused, the most frequent reason first. */
  refused: { reason: Reason; count: number }[];
};

/** Counts one call after the other, so that none has to be kept. */
export function createTally() {
  const people = new Set<string>();
  const kinds = Object.fromEntries(outcomeKinds.map((kind) => [kind, 0])) as Record<OutcomeKind, number>;
  const refused = new Map<Reason, number>();
  let calls = 0;
  let seconds = 0;
  let credits = 0;
  const refuse = (reason: Reason, count: number) => refused.set(reason, (refused.get(reason) ?? 0) + count);
  return {
    add({ userId, kind, durationSeconds = 0, creditsUsed = 0, reason }: Counted): void {
      calls += 1;
      people.add(userId);
      kinds[kind] += 1;
      seconds += durationSeconds;
      credits += creditsUsed;
      if (reason) refuse(reason, 1);
    },
    /** Requests of which no call was made. */
    refuse,
    result: (): Tally => ({
      calls,
      people: people.size,
      kinds,
      seconds,
      credits,
      refused: [...refused]
        .map(([reason, count]) => ({ reason, count }))
        .sort((a, b) => b.count - a.count || a.reason.localeCompare(b.reason)),
    }),
  };
}
