import type { Refusal, Stage } from './call.ts';
import type { Result } from './result.ts';

/** What calls came to, as admins count them: the many results in a few heaps. */
export const outcomeKinds = [
  'arranged',
  'answered',
  'declined',
  'not_reached',
  'unclear',
  'stopped',
  'refused',
  'under_way',
] as const;
export type OutcomeKind = (typeof outcomeKinds)[number];

const kindOfResult: Record<Result, OutcomeKind> = {
  arranged: 'arranged',
  arranged_as_allowed: 'arranged',
  arranged_otherwise: 'arranged',
  answered: 'answered',
  declined: 'declined',
  unclear: 'unclear',
  told: 'unclear',
  talked: 'unclear',
  over: 'unclear',
  hung_up: 'unclear',
  never_rang: 'stopped',
  stopped: 'stopped',
  cancelled: 'stopped',
  voicemail: 'not_reached',
  wrong_number: 'not_reached',
  on_hold: 'not_reached',
  machine: 'not_reached',
  busy: 'not_reached',
  no_answer: 'not_reached',
  failed: 'not_reached',
};

export function outcomeKindOf({
  stage,
  result = 'over',
  refusal,
}: {
  stage: Stage;
  /** Of a call that ended. */
  result?: Result;
  refusal?: Refusal;
}): OutcomeKind {
  if (stage === 'ended') return kindOfResult[result];
  if (stage === 'unknown') return 'unclear';
  // Its requester took it back.
  if (stage === 'refused') return refusal?.code === 'stopped' ? 'stopped' : 'refused';
  return 'under_way';
}
