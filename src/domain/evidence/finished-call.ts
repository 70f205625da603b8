import type { FinalStatus, TranscriptLine } from '../call.ts';
import type { CallRequest } from '../call-request.ts';
import type { Language } from '../language.ts';
import type { Tongue } from './tongue.ts';

export type FinishedCall = {
  request: Pick<CallRequest, 'category' | 'task'> &
    Partial<Pick<CallRequest, 'date' | 'time' | 'otherTime' | 'partySize' | 'name'>>;
  status: FinalStatus;
  transcript: readonly TranscriptLine[];
  /** The day of the call where it was made, and the country of the business. */
  callDate: string;
  country: string;
  language: Language;
};

/** A call with the language that is really spoken in it. */
export type HeardCall = Omit<FinishedCall, 'language'> & { language: Tongue };
