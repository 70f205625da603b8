import type { Person } from '../../domain/call.ts';
import { NotConnected } from '../../domain/not-connected.ts';
import type { TokenSource } from '../../kally/http.ts';
import { connectMessage } from '../connect/connect-view.ts';
import { linkAddress } from '../connect/link-address.ts';
import type { Asker, Kit } from '../context.ts';
import type { Message } from '../ui/blocks.ts';
import type { Profile } from '../workspace/profiles.ts';
import { kallyTroubleMessage, kallyTroubleOf } from './kally-errors.ts';

/** A person waits for the answer, and a form that waits for it gives up soon after. */
const patienceMs = 9_000;

/** As whom KallyAI is asked, and for how long. */
export type Access = { account: TokenSource; signal: AbortSignal };

export function accessOf({ accountOf }: Pick<Kit, 'accountOf'>, person: Person): Access {
  return { account: accountOf(person), signal: AbortSignal.timeout(patienceMs) };
}

export type AskerInPlace = Asker & { kit: Kit; profile: Profile; channelId: string };

/** What `answer` says; where KallyAI does not let it, why that is and what to do instead. */
export async function orKallyTrouble(
  { kit, person, profile, channelId }: AskerInPlace,
  answer: () => Promise<Message[]>,
): Promise<Message[]> {
  try {
    return await answer();
  } catch (error) {
    const trouble = kallyTroubleOf(profile, error);
    if (!trouble) throw error;
    kit.log.info({ err: error }, 'KallyAI did not give what a person asked for');
    if (!(error instanceof NotConnected)) return [kallyTroubleMessage(trouble)];
    const url = await linkAddress(kit, person, profile, { channelId });
    return [connectMessage(profile.language, url, 'first')];
  }
}
