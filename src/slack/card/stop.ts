import { callActionWords } from '../call/words.ts';
import type { Interaction } from '../context.ts';
import { deniedWords } from '../errors/words.ts';
import { tellPrivately } from '../send/say.ts';

/** *Stop*. The card itself says when it worked. */
export async function pressStop(i: Interaction, callId: string | undefined): Promise<void> {
  const { language } = await i.profile();
  const answer = await i.deps.calls.stop(i.actor, callId);
  if ('denied' in answer) return tellPrivately(i, deniedWords[language][answer.denied]);
  const { result } = answer;
  if (result !== 'stopped' && result !== 'cancelled')
    await tellPrivately(i, callActionWords[language].stopAnswers[result]);
}
