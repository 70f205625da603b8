import type { CallAction } from '../../calls/access.ts';
import type { Call } from '../../domain/call.ts';
import type { Interaction } from '../context.ts';
import { orKallyTrouble } from '../errors/explain.ts';
import { deniedWords } from '../errors/words.ts';
import { tellPrivately } from '../send/say.ts';
import type { Message } from '../ui/blocks.ts';

/** Does something with the call of a card. Who may do it is decided in `calls/access.ts`. */
export type CardAction = (i: Interaction, callId: string | undefined) => Promise<void>;

/** Tells somebody who may do this with a call something about it, and nobody else. */
export function privately(
  action: CallAction,
  answer: (i: Interaction, call: Call, about: { isRequester: boolean }) => Promise<Message[]>,
): CardAction {
  return async (i, callId) => {
    const [found, { language }] = await Promise.all([
      i.deps.calls.allow(i.actor, action, callId),
      i.profile(),
    ]);
    if ('denied' in found) return tellPrivately(i, deniedWords[language][found.denied]);
    for (const message of await orKallyTrouble(i, () => answer(i, found.call, found)))
      await tellPrivately(i, message);
  };
}
