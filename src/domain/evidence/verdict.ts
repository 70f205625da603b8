import { answerTo } from './answer.ts';
import { dealOf } from './deal.ts';
import type { HeardCall } from './finished-call.ts';
import type { Words } from './phrases.ts';
import type { Flag, Verdict } from './schema.ts';
import type { Line } from './speech.ts';
import { isMessage, isQuestion } from './task.ts';
import { words } from './words.ts';

/** What the call came to; `unclear` wherever the business did not bind itself in plain words. */
export function* readVerdict(
  lines: readonly Line[],
  flags: readonly Flag[],
  call: HeardCall,
): Generator<void, Verdict, void> {
  const said = words[call.language];
  const isHeard = lines.some(({ by }) => by === 'business');
  if (lines.length === 0) return isUnreachable(call.status) ? 'not_reached' : 'unclear';
  if (!isHeard || flags.includes('wrong_number')) return 'not_reached';
  if (flags.includes('do_not_call_again')) return 'declined';
  if (isQuestion(call)) return yield* answerTo(lines, said);
  const deal = yield* dealOf(lines, said, isMessage(call));
  const isBroken = isCutOff(lines);
  if (deal === 'committed') return isBroken && isDoubtedLast(lines, said) ? 'unclear' : 'arranged';
  if (isBroken) return 'unclear';
  const isLeft = leftOpen.some((flag) => flags.includes(flag)) && !isFull(lines, said);
  if (deal === 'turned_down') return flags.includes('condition') || isLeft ? 'unclear' : 'declined';
  if (deal === 'not_taken') return 'declined';
  if (deal === 'refused') return isLeft ? 'unclear' : 'declined';
  return 'unclear';
}

/** What they would have said next nobody knows. */
const leftOpen: readonly Flag[] = ['asked_to_call_back', 'on_hold_abandoned'];

/** The last word of a line that somebody was cut off in. */
const midSentence =
  /\b(?:and|but|or|the|an?|to|for|if|so|because|is|are|was|i|we|my|our|y|e|o|pero|que|me|te|le|se|nos|el|la|los|las|un|una|de|del|al|por|para|con|si|porque|en|es|lo)$/;

const goodbye = /\b(?:bye|cheers|thanks|you|okay?|day|gracias|chao|chau|adios|luego|dia|tardes?|noches?)$/;

/** What else they wanted to say nobody knows. */
function isCutOff(lines: readonly Line[]): boolean {
  const heard = lines.filter(({ by }) => by === 'business');
  const hasNoMark = ({ quote }: Line) => /[\p{L}-]$/u.test(quote);
  const last = heard.at(-1);
  if (!last || !hasNoMark(last)) return false;
  if (midSentence.test(last.plain)) return true;
  // Where all other lines end with a mark, one without is broken off in the middle of a word.
  return heard.length > 2 && heard.filter(hasNoMark).length === 1 && !goodbye.test(last.plain);
}

/** "Because I think that" before the line broke: the promise before it may not have been the last word. */
function isDoubtedLast(lines: readonly Line[], said: Words): boolean {
  return said.hedge.test(lines.findLast(({ by }) => by === 'business')?.plain ?? '');
}

/** "Full, try tomorrow" is a no, and "the doctor is not in, try tomorrow" none. */
function isFull(lines: readonly Line[], said: Words): boolean {
  return lines.some(
    ({ by, clauses }) =>
      by === 'business' && clauses.some(({ words: text }) => said.refuse.test(text) && said.full.test(text)),
  );
}

function isUnreachable(status: string): boolean {
  return status === 'no_answer' || status === 'busy' || status === 'voicemail';
}
