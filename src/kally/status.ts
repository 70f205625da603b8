import type { FinalStatus } from '../domain/call.ts';

/**
 * Other words for an end, where only one can be meant. `completed` is telephony's word for a conversation that took place. `ended` and
 * `finished` say that it is over, and not how. `error`, `rejected` and the like are not here: a call may go on after them.
 */
const synonyms: Readonly<Record<string, FinalStatus>> = {
  succeeded: 'success',
  successful: 'success',
  completed: 'success',
  noanswer: 'no_answer',
  not_answered: 'no_answer',
  unanswered: 'no_answer',
  failure: 'failed',
  voice_mail: 'voicemail',
  canceled: 'cancelled',
  ended: 'terminated',
  finished: 'terminated',
};

const longest = 64;

/** KallyAI's word, however it is written: `NO_ANSWER`, `no-answer` and `noAnswer` are one. Undefined for what is no word. */
export function statusOf(text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > longest || /\p{C}/u.test(trimmed)) return undefined;
  const word = trimmed
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1_$2')
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  return Object.hasOwn(synonyms, word) ? synonyms[word] : word;
}
