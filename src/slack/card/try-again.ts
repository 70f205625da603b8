import { isBlock } from '../../calls/policies.ts';
import type { RetryWait } from '../../calls/try-again.ts';
import { deniedWords } from '../errors/words.ts';
import { plannedWords } from '../form/due-words.ts';
import { blockText } from '../form/findings-view.ts';
import { tellPrivately } from '../send/say.ts';
import type { CardAction } from './privately.ts';

/** *Try again*, on the card of a call that reached nobody. The card itself says when that is. */
export function tryAgainIn(wait: RetryWait): CardAction {
  return async (i, callId) => {
    const [{ language }, answer] = await Promise.all([
      i.profile(),
      i.deps.calls.tryAgain(i.actor, callId, wait),
    ]);
    if (answer === 'moved_on') return tellPrivately(i, plannedWords[language].noFurtherTry);
    if ('denied' in answer) return tellPrivately(i, deniedWords[language][answer.denied]);
    const block = 'findings' in answer ? answer.findings.find(isBlock) : undefined;
    if (block) await tellPrivately(i, blockText(language, block));
  };
}
