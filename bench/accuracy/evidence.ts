import { readEvidence } from '../../src/domain/evidence/evidence.ts';
import type { FinishedCall } from '../../src/domain/evidence/finished-call.ts';

type Row = {
  id: string;
  language: FinishedCall['language'];
  request: FinishedCall['request'] & { callDate: string; country: string };
  status: FinishedCall['status'];
  transcript: { speaker: string; text: string; at?: number }[];
};

/** What the rules conclude of one finished call of a data set. */
export function evidence(line: unknown): { id: string } {
  const { id, language, request, status, transcript } = line as Row;
  return {
    id,
    ...readEvidence({
      request,
      status,
      language,
      callDate: request.callDate,
      country: request.country,
      transcript: transcript.map(({ speaker, text }) => ({
        speaker: speaker === 'HUMAN' ? 'business' : speaker === 'AI' ? 'kally' : 'other',
        text,
      })),
    }),
  };
}
