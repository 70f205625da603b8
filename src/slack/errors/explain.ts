import { NotConnected } from '../../domain/not-connected.ts';
import { connectMessage } from '../connect/connect-view.ts';
import { linkAddress } from '../connect/link-address.ts';
import type { Interaction } from '../context.ts';
import type { Message } from '../ui/blocks.ts';
import { kallyTroubleMessage, kallyTroubleOf } from './kally-errors.ts';

/** The messages of `answer`; if KallyAI refuses, a message that says why and what to do. */
export async function orKallyTrouble(i: Interaction, answer: () => Promise<Message[]>): Promise<Message[]> {
  try {
    return await answer();
  } catch (error) {
    const profile = await i.profile();
    const trouble = kallyTroubleOf(profile, error);
    if (!trouble) throw error;
    i.deps.log.info({ err: error }, 'KallyAI did not give what a person asked for');
    if (!(error instanceof NotConnected)) return [kallyTroubleMessage(trouble)];
    return [connectMessage(profile.language, await linkAddress(i), 'first')];
  }
}
