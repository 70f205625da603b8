import type { KnownCall } from '../calls/known-call.ts';
import type { Block } from '../calls/policies.ts';
import type { StopAnswer } from '../domain/call.ts';
import type { Fault } from '../domain/call-request.ts';
import type { Language } from '../domain/language.ts';
import { standingOf } from './call/details-view.ts';
import { historyWords } from './call/history-words.ts';
import { callActionWords } from './call/words.ts';
import { kallyTroubleOf } from './errors/kally-errors.ts';
import { blockText } from './form/findings-view.ts';
import type { Reader } from './ui/formats.ts';
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
  trouble: (reader: Reader, error: unknown): string | undefined => kallyTroubleOf(reader, error)?.text,
};
