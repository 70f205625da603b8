import type { Interaction } from '../context.ts';
import type { Message } from '../ui/blocks.ts';
import { stopMessage } from './stop-view.ts';

/** Asks which call, also where there is one: a word typed in haste hangs up on nobody. */
export async function stop({ deps, person, profile }: Interaction): Promise<Message[]> {
  const calls = await deps.store.calls.underWay(person);
  return [
    stopMessage(
      await profile(),
      calls.filter(({ stopRequestedAt }) => !stopRequestedAt),
    ),
  ];
}
