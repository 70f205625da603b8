import { setImmediate } from 'node:timers/promises';
import { type Call, type FinalStatus, isFinal, type TranscriptLine } from '../domain/call.ts';
import { readEvidenceInSteps } from '../domain/evidence/evidence.ts';
import type { FinishedCall } from '../domain/evidence/finished-call.ts';
import type { Evidence } from '../domain/evidence/schema.ts';
import { checkSummary } from '../domain/evidence/summary.ts';
import { callLanguageFor } from '../domain/language.ts';
import { type Outcome, withinLimits } from '../domain/outcome.ts';
import { countryOfPhone } from '../domain/phone.ts';
import { today } from '../domain/today.ts';
import type { KallyCall } from '../kally/client.ts';

/** KallyAI's summary of a call, of which the transcript is not read yet. */
export function summaryOf(heard: KallyCall | undefined, transcript: Outcome['transcript']): Outcome {
  const { highlights = [], nextSteps = [], creditsUsed: credits } = heard ?? {};
  const isCounted = credits !== undefined && credits >= 0;
  return withinLimits({ highlights, nextSteps, transcript, ...(isCounted && { creditsUsed: credits }) });
}

/** The summary, compared with the transcript. Other calls get their turn between the steps. */
export async function readOutcome(
  call: Call,
  summary: Outcome,
  transcript: readonly TranscriptLine[],
  signal: AbortSignal,
): Promise<Outcome> {
  const finished = finishedCall(call, transcript);
  const evidence = await inSteps(readEvidenceInSteps(finished), signal);
  const { highlights, nextSteps } = summary;
  const writtenIn = callLanguageFor[call.request.language];
  const check = checkSummary([...highlights, ...nextSteps], evidence, { ...finished, writtenIn });
  return withinLimits({ ...summary, transcript: 'read', evidence, ...check });
}

async function inSteps(steps: Generator<void, Evidence, void>, signal: AbortSignal): Promise<Evidence> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await setImmediate();
    signal.throwIfAborted();
  }
}

function finishedCall(call: Call, transcript: readonly TranscriptLine[]): FinishedCall {
  const { request, sentAt, confirmedAt } = call;
  return {
    request,
    status: finalStatusOf(call),
    transcript,
    callDate: today({ now: sentAt ?? confirmedAt, timeZone: request.timeZone }),
    country: countryOfPhone(request.phone) ?? 'US',
    language: request.callLanguage,
  };
}

function finalStatusOf({ status }: Call): FinalStatus {
  if (!status || !isFinal(status)) throw new Error('a call that ended has a final status');
  return status;
}
