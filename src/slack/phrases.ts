import type { KnownCall } from '../calls/known-call.ts';
import type { Block } from '../calls/policies.ts';
import type { StopAnswer, TranscriptLine } from '../domain/call.ts';
import type { Fault } from '../domain/call-request.ts';
import type { Language } from '../domain/language.ts';
import { plainDecisionText } from './call/approval-line.ts';
import { type CallSheet, callSheet, type DetailsFor, standingOf } from './call/details-view.ts';
import { historyWords } from './call/history-words.ts';
import { attributed, type Line } from './call/thread-view.ts';
import { noTranscriptText } from './call/transcript.ts';
import { callActionWords } from './call/words.ts';
import { kallyTroubleOf } from './errors/kally-errors.ts';
import { blockText } from './form/findings-view.ts';
import { formatsIn, type Reader } from './ui/formats.ts';
import { uiWords } from './ui/words.ts';

/** Sentences about calls that other fronts say with the same words. */
export const phrases = {
  fault: (language: Language, fault: Fault): string => uiWords[language].faults[fault],
  block: (language: Language, block: Block): string => blockText(language, block),
  standing: (reader: Reader, known: KnownCall): string => standingOf(reader, known).status,
  stop: (language: Language, result: Exclude<StopAnswer['result'], 'stopped' | 'cancelled'>): string =>
    callActionWords[language].stopAnswers[result],
  unfound: (language: Language, why: 'none' | 'notFound' | 'many' | 'short'): string =>
    historyWords[language].find[why],
  sheet: (reader: Reader, known: KnownCall, to: DetailsFor): CallSheet & { decision?: string } => ({
    ...callSheet(reader, known, to),
    ...(to.decision && { decision: plainDecisionText(reader, to.decision) }),
  }),
  spoken: (language: Language, lines: TranscriptLine[]): Line[] =>
    lines.map((line) => attributed(line, language)),
  noTranscript: noTranscriptText,
  time: ({ language, timeZone }: Reader, at: number): string => formatsIn(language, timeZone).timeOf(at),
  trouble: (reader: Reader, error: unknown): string | undefined => kallyTroubleOf(reader, error)?.text,
};
