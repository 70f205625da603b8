import type { Interaction } from '../context.ts';
import type { Message } from '../ui/blocks.ts';
import { stopMessage } from './stop-view.ts';

/** Asks which call, even if there is only one: a word typed in haste must not hang up on anybody. */
export async function stop({ deps, actor, profile }: Interaction): Promise<Message[]> {
  const [reader, calls] = await Promise.all([profile(), deps.calls.stoppable(actor)]);
  return [stopMessage(reader, calls)];
}
