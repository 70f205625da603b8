import type { FinalStatus, TranscriptLine } from '../call.ts';
import type { CallRequest } from '../call-request.ts';
import type { Language } from '../language.ts';

export type Verdict = 'arranged' | 'declined' | 'answered' | 'not_reached' | 'unclear';
export type FactKind = 'date' | 'time' | 'price' | 'confirmation' | 'name' | 'hours';
/** A value that the business said, with its words. `line` is the index in the transcript, `at` its seconds. */
export type Fact = { kind: FactKind; value: string; quote: string; line: number; at?: number };
export type Mismatch = { field: 'date' | 'time' | 'partySize'; asked: string; said: string };
export type Flag =
  | 'voicemail_greeting'
  | 'do_not_call_again'
  | 'asked_to_call_back'
  | 'ai_not_disclosed'
  | 'recording_objection'
  | 'wrong_number'
  | 'on_hold_abandoned'
  | 'condition';
export type Evidence = { verdict: Verdict; facts: Fact[]; mismatches: Mismatch[]; flags: Flag[] };

export type FinishedCall = {
  request: Pick<CallRequest, 'category' | 'task'> &
    Partial<Pick<CallRequest, 'date' | 'time' | 'partySize' | 'name'>>;
  status: FinalStatus;
  transcript: readonly TranscriptLine[];
  /** The day of the call where it was made, and the country of the business. */
  callDate: string;
  country: string;
  language: Language;
};
