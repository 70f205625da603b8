import type { ErrorCode, ErrorShape } from './errors.ts';
import type { SituationName } from './situations.ts';

export type FinalStatus =
  | 'success'
  | 'no_answer'
  | 'busy'
  | 'failed'
  | 'voicemail'
  | 'cancelled'
  | 'terminated';

export type Unanswered = 'busy' | 'no_answer';

export interface PhoneBehaviour {
  /** Refused with this error; nothing is dialled. */
  refusal?: { code: ErrorCode; shape?: ErrorShape; retryAfterSeconds?: number };
  /** What befalls the request before anything is dialled. */
  beforeDialling?: 'connection lost' | 'rate limited once' | 'internal error' | 'unavailable';
  /** How the create is answered. All but the first two come 2 s after the phone rang, while the call goes on. */
  answer: 'when over' | 'at once' | 'connection lost' | 'bad gateway' | 'html' | 'wrong types';
  /** When the call shows in the list. */
  listed: 'from the start' | 'when over';
  /** How the first tries end, in turn with the outcome. */
  firstTries: readonly Unanswered[];
  outcome: FinalStatus | 'never ends' | 'unknown word';
  words: { queued: string; live: string[] };
  queueSeconds: number;
  ringSeconds: number;
  talkSeconds: number;
  conversation: 'usual' | 'very long' | 'markup' | SituationName;
  /** What KallyAI makes of the conversation. */
  report: 'as told' | 'all went well';
  transcript: 'ready' | 'late' | 'never' | 'bare list';
  appointment: 'as asked' | 'another time' | 'much later';
  recording: 'ready' | 'never';
  optionalFields: 'present' | 'missing';
  /** The call is answered, and later nobody knows it. */
  forgotten: boolean;
}

export const lateTranscriptSeconds = 30;
export const unansweredSeconds: Record<Unanswered, number> = { busy: 2, no_answer: 12 };

export const usual: PhoneBehaviour = {
  answer: 'when over',
  listed: 'when over',
  firstTries: [],
  outcome: 'success',
  words: { queued: 'queued', live: ['in_progress'] },
  queueSeconds: 1,
  ringSeconds: 3,
  talkSeconds: 16,
  conversation: 'usual',
  report: 'as told',
  transcript: 'ready',
  appointment: 'as asked',
  recording: 'ready',
  optionalFields: 'present',
  forgotten: false,
};
