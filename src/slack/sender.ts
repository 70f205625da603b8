import { webApi } from '@slack/bolt';
import type { Clock } from '../domain/clock.ts';
import type { Message } from './views/blocks.ts';

/** A message of ours. */
export type Where = { channelId: string; ts: string };
export type Sender = ReturnType<typeof createSender>;

type File = { filename: string; title: string; content: string; comment?: string };

const maxWaits = 5;
const longestWaitSeconds = 60;

/** Sends as Slack wants it: no previews of what people wrote, and as slowly as it asks. */
export function createSender(client: webApi.WebClient, clock: Clock) {
  /** Waits as Slack says, a bounded number of times; any other failure is for the job to run again. */
  async function politely<T>(send: () => Promise<T>): Promise<T> {
    for (let waits = 0; ; waits++) {
      try {
        return await send();
      } catch (error) {
        const isLimited = error instanceof webApi.WebAPIRateLimitedError;
        if (!isLimited || error.retryAfter > longestWaitSeconds || waits === maxWaits) throw error;
        await clock.sleep(error.retryAfter * 1000);
      }
    }
  }

  return {
    /** To a channel, to a person by their id, or into a thread. */
    async post(channel: string, message: Message, threadTs?: string): Promise<Where> {
      const thread = threadTs ? { thread_ts: threadTs } : {};
      const sent = await politely(() =>
        client.chat.postMessage({ channel, ...message, ...thread, unfurl_links: false, unfurl_media: false }),
      );
      return { channelId: sent.channel ?? channel, ts: sent.ts ?? '' };
    },
    async edit({ channelId: channel, ts }: Where, message: Message): Promise<void> {
      await politely(() => client.chat.update({ channel, ts, ...message }));
    },
    async upload({ channelId, ts }: Where, { comment, ...file }: File): Promise<void> {
      const thread = { channel_id: channelId, thread_ts: ts };
      const said = comment ? { initial_comment: comment } : {};
      await politely(() => client.filesUploadV2({ ...file, ...thread, ...said }));
    },
  };
}

/** Slack's codes for "not there": the place is closed to Kally. */
const closedCodes = new Set([
  'channel_not_found',
  'not_in_channel',
  'is_archived',
  'restricted_action',
  'restricted_action_read_only_channel',
  'restricted_action_thread_only_channel',
  'restricted_action_non_threadable_channel',
  'restricted_action_thread_locked',
  'not_allowed_in_channel',
  'missing_scope',
  'access_denied',
  'no_permission',
  'team_access_not_granted',
]);
const lostCodes = new Set(['message_not_found', 'cant_update_message', 'edit_window_closed']);

export function isClosed(error: unknown): boolean {
  return closedCodes.has(codeOf(error));
}

/** A message that is gone, or no longer ours to edit. */
export function isLost(error: unknown): boolean {
  return isClosed(error) || lostCodes.has(codeOf(error));
}

function codeOf(error: unknown): string {
  return error instanceof webApi.WebAPIPlatformError ? error.data.error : '';
}
