import { type Call, wasStopped } from './call.ts';
import type { Flag } from './evidence/schema.ts';

/**
 * The result of a call that ended:
 * - arranged_as_allowed: at another time than asked for, which the requester had allowed.
 * - never_rang, stopped: somebody stopped it. cancelled: KallyAI did.
 * - hung_up: over before anything was settled, and not by us.
 * - voicemail, wrong_number, on_hold, machine: nobody of the business took part.
 * - told: KallyAI's word, with no transcript to check it against. talked: not even that. over: nothing was kept of it.
 */
export type Result =
  | 'arranged'
  | 'arranged_as_allowed'
  | 'arranged_otherwise'
  | 'answered'
  | 'declined'
  | 'unclear'
  | 'told'
  | 'talked'
  | 'over'
  | 'never_rang'
  | 'stopped'
  | 'cancelled'
  | 'hung_up'
  | 'voicemail'
  | 'wrong_number'
  | 'on_hold'
  | 'machine'
  | 'busy'
  | 'no_answer'
  | 'failed';

type Ended = Pick<Call, 'stoppedAt' | 'outcome'> & { status?: string | undefined };

/** The only place that decides the result of a call. The transcript counts; KallyAI's status says only that the call went through. */
export function resultOf(call: Ended): Result {
  const { status, outcome } = call;
  if (wasStopped(call)) return status === 'cancelled' ? 'never_rang' : 'stopped';
  if (status === 'busy' || status === 'no_answer' || status === 'failed' || status === 'cancelled')
    return status;
  const { evidence } = outcome ?? {};
  if (!evidence) {
    if (status === 'voicemail') return 'voicemail';
    if (status === 'terminated') return 'hung_up';
    if (!outcome) return 'over';
    return outcome.highlights.length > 0 ? 'told' : 'talked';
  }
  const { verdict, mismatches, flags } = evidence;
  if (verdict === 'arranged') {
    if (mismatches.length === 0) return 'arranged';
    return mismatches.every(({ isAllowed }) => isAllowed) ? 'arranged_as_allowed' : 'arranged_otherwise';
  }
  if (verdict === 'not_reached') {
    if (flags.includes('wrong_number')) return 'wrong_number';
    if (flags.includes('voicemail_greeting') || status === 'voicemail') return 'voicemail';
    return flags.includes('on_hold_abandoned') ? 'on_hold' : 'machine';
  }
  if (verdict === 'unclear' && status === 'voicemail') return 'voicemail';
  return verdict === 'unclear' && status === 'terminated' ? 'hung_up' : verdict;
}

/** However it stands: as asked for or otherwise. */
export function isArranged(result: Result): boolean {
  return result === 'arranged' || result === 'arranged_as_allowed' || result === 'arranged_otherwise';
}

type Caution = Extract<Flag, 'condition' | 'asked_to_call_back' | 'recording_objection' | 'ai_not_disclosed'>;

/** Warnings beside the result; more than one would be noise. */
export type Warning =
  | Caution
  | 'do_not_call_again'
  | 'called_success'
  | 'agreed_before'
  | 'disputed'
  | 'awaited'
  | 'unchecked';

/** The most important first. */
const cautions: readonly Caution[] = [
  'condition',
  'asked_to_call_back',
  'recording_objection',
  'ai_not_disclosed',
];

/** They asked in it not to be called again. */
export function wantsNoMoreCalls({ outcome }: Pick<Call, 'outcome'>): boolean {
  return outcome?.evidence?.flags.includes('do_not_call_again') ?? false;
}

/** The one warning that matters, if any does. */
export function warningOf(call: Ended): Warning | undefined {
  const { status, outcome } = call;
  const result = resultOf(call);
  const { evidence } = outcome ?? {};
  if (result === 'told' || result === 'talked') {
    // Nobody compared the transcript: the call was made elsewhere, or before outcomes were kept.
    if (outcome?.transcript === 'read') return undefined;
    return outcome?.transcript === 'awaited' ? 'awaited' : 'unchecked';
  }
  if (!outcome || !evidence) return undefined;
  if (wantsNoMoreCalls(call)) return 'do_not_call_again';
  if (result === 'stopped') return evidence.verdict === 'arranged' ? 'agreed_before' : undefined;
  if (evidence.verdict === 'not_reached') return status === 'success' ? 'called_success' : undefined;
  if (outcome.isDisputed) return 'disputed';
  return cautions.find((flag) => evidence.flags.includes(flag));
}
