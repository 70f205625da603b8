import type { Interaction } from '../context.ts';
import type { Message } from '../ui/blocks.ts';
import { stopMessage } from './stop-view.ts';

/** Asks which call, even if there is only one: a word typed in haste must not hang up on anybody. */
export async function stop({ deps, person, profile }: Interaction): Promise<Message[]> {
  const calls = await deps.store.calls.underWay(person);
  return [
    stopMessage(
      await profile(),
      calls.filter(({ stopRequestedAt }) => !stopRequestedAt),
    ),
  ];
}
