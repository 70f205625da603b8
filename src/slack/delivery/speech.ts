import type { Call } from '../../domain/call.ts';
import { isDirectMessage } from '../workspace/channels.ts';

/** Asked when something would leave: rejects when it is no longer to be said. */
export type MayStill = () => Promise<void>;
/** Something that is said of a call. */
export type Speech = { call: Call; mayStill: MayStill };

export const always: MayStill = async () => {};

/** Whether nobody but the requester reads along. */
export function isAlone(channelId: string, { requester }: Call): boolean {
  return channelId === requester.userId || isDirectMessage(channelId);
}
