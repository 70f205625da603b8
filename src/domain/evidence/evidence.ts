import { readFacts } from './facts.ts';
import type { FinishedCall, HeardCall } from './finished-call.ts';
import { readFlags } from './flags.ts';
import { readMismatches } from './mismatches.ts';
import type { Evidence } from './schema.ts';
import { type Line, readLine } from './speech.ts';
import { tongueOf } from './tongue.ts';
import { isOfSameRecording, isRecorded, isUnderWrongLabel } from './turns.ts';
import { readVerdict } from './verdict.ts';
import { words } from './words.ts';

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
export function* readEvidenceInSteps(finished: FinishedCall): Generator<void, Evidence, void> {
  const call: HeardCall = { ...finished, language: tongueOf(finished.transcript, finished.language) };
  const lines: Line[] = [];
  let heard: Line['by'] | undefined;
  const transcript = call.transcript.slice(0, linesMax);
  for (const line of transcript) {
    const { language, request } = call;
    const read = isUnderWrongLabel(transcript, lines, words[language])
      ? readLine({ ...line, speaker: 'kally' }, lines.length, language)
      : readLine(line, lines.length, language, heard === 'machine', request.name);
    if (read.by === 'business' && isRecorded(transcript, lines.length)) read.by = 'machine';
    const greeting = lines.length === 1 ? lines[0] : undefined;
    if (greeting && isOfSameRecording(greeting, read)) greeting.by = heard = 'machine';
    if (read.by !== 'assistant' && heard !== 'business') heard = read.by;
    lines.push(read);
    if (lines.length % linesPerStep === 0) yield;
  }
  const flags = readFlags(lines, call.language);
  yield;
  const verdict = yield* readVerdict(lines, flags, call);
  yield;
  const facts = verdict === 'not_reached' ? [] : yield* readFacts(lines, verdict, call);
  return { verdict, facts, mismatches: readMismatches(lines, facts, verdict, call), flags };
}
