import type { FinalStatus, TranscriptLine } from '../call.ts';
import type { CallRequest, Language } from '../call-request.ts';
import { readFacts } from './facts.ts';
import { readFlags } from './flags.ts';
import { readMismatches } from './mismatches.ts';
import { type Line, readLine } from './speech.ts';
import { readVerdict } from './verdict.ts';

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

const linesMax = 2000;
const linesPerStep = 50;

/** What a finished call came to, by its transcript alone: KallyAI's own summary is no evidence. */
export function readEvidence(call: FinishedCall): Evidence {
  const steps = readEvidenceInSteps(call);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same, pausing between steps that each keep the event loop busy for a few milliseconds at most. */
export function* readEvidenceInSteps(call: FinishedCall): Generator<void, Evidence, void> {
  const lines: Line[] = [];
  for (const line of call.transcript.slice(0, linesMax)) {
    lines.push(readLine(line, lines.length, call.language));
    if (lines.length % linesPerStep === 0) yield;
  }
  const flags = readFlags(lines, call.language);
  yield;
  const verdict = readVerdict(lines, flags, call);
  yield;
  const facts = verdict === 'not_reached' ? [] : yield* readFacts(lines, verdict, call);
  return { verdict, facts, mismatches: readMismatches(lines, facts, verdict, call), flags };
}
