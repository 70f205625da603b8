import { webApi } from '@slack/bolt';
import type { Clock } from '../../domain/clock.ts';
import type { Message } from '../ui/blocks.ts';
import { createPace, type Kind, type Pace } from './pacer.ts';

/** A message of ours. */
export type Where = { channelId: string; ts: string };
export type Sender = ReturnType<typeof createSender>;

type File = { filename: string; title: string; content: string; comment?: string };

const maxWaits = 5;
const longestWaitSeconds = 60;

/**
 * Sends as Slack wants it: no previews of what people wrote, and as slowly as it asks. `workspaceId` is whose edits share a limit;
 * `mayStill` rejects when what waited for its turn is no longer to be said.
 */
export function createSender(
  client: webApi.WebClient,
  clock: Clock,
  {
    pace = createPace(clock),
    workspaceId = '',
    mayStill = async () => {},
  }: { pace?: Pace; workspaceId?: string; mayStill?: () => Promise<void> } = {},
) {
  /** Waits as Slack says, a bounded number of times; any other failure is for the job to run again. */
  async function politely<T>(kind: Kind, place: string, send: () => Promise<T>, isUrgent?: () => boolean) {
    for (let waits = 0; ; waits++) {
      await pace.turn(kind, place, isUrgent);
      await mayStill();
      try {
        return await send();
      } catch (error) {
        if (!(error instanceof webApi.WebAPIRateLimitedError)) throw error;
        pace.pause(kind, place, error.retryAfter);
        if (error.retryAfter > longestWaitSeconds || waits === maxWaits) throw error;
      }
    }
  }

  return {
    /** To a channel, to a person by their id, or into a thread. */
    async post(channel: string, message: Message | (() => Message), threadTs?: string): Promise<Where> {
      const how = { ...(threadTs && { thread_ts: threadTs }), unfurl_links: false, unfurl_media: false };
      const sent = await politely('post', channel, () =>
        client.chat.postMessage({ channel, ...composed(message), ...how }),
      );
      return { channelId: sent.channel ?? channel, ts: sent.ts ?? '' };
    },
    /** An urgent edit is made before others that wait for Slack's limit. */
    async edit(
      { channelId: channel, ts }: Where,
      message: Message | (() => Message),
      isUrgent?: () => boolean,
    ): Promise<void> {
      const send = () => client.chat.update({ channel, ts, ...composed(message) });
      await politely('edit', workspaceId, send, isUrgent);
    },
    /** Takes a message of ours back, in nobody's turn. */
    async remove({ channelId: channel, ts }: Where): Promise<void> {
      await client.chat.delete({ channel, ts });
    },
    async upload({ channelId, ts }: Where, { comment, ...file }: File): Promise<void> {
      const thread = { channel_id: channelId, thread_ts: ts };
      const said = comment ? { initial_comment: comment } : {};
      await politely('post', channelId, () => client.filesUploadV2({ ...file, ...thread, ...said }));
    },
  };
}

/** A message may be composed only when its turn has come, to say by then what a later one would have said. */
function composed(message: Message | (() => Message)): Message {
  return typeof message === 'function' ? message() : message;
}
