import { newReference } from '../../domain/reference.ts';
import { CommitLost } from '../../store/calls.ts';
import type { Interaction } from '../context.ts';
import { late, leftToAck, within } from '../transport/deadline.ts';
import type { Reader } from '../ui/formats.ts';
import { formWords } from './words.ts';

/**
 * Saves a confirmed call within Slack's time. If that fails, or takes too long, the answer is `refuse` with the reason. A save that is too
 * late is told so, because the person was told that nobody is called.
 */
export async function saveInTime<T>(
  { deps: { log } }: Pick<Interaction, 'deps'>,
  language: Reader['language'],
  save: (isGivenUp: () => boolean) => Promise<T>,
  refuse: (why: string) => T,
): Promise<T> {
  const { submission: words } = formWords[language];
  let isGivenUp = false;
  const saving = save(() => isGivenUp).catch((error: unknown) => {
    const reference = newReference();
    log.error({ err: error, reference }, 'a confirmed call could not be saved');
    return refuse(error instanceof CommitLost ? words.unsure(reference) : words.notSaved(reference));
  });
  const outcome = await within(leftToAck(), saving);
  if (outcome !== late) return outcome as T;
  isGivenUp = true;
  return refuse(words.slow);
}
