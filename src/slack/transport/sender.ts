import { webApi } from '@slack/bolt';
import type { Clock } from '../../domain/clock.ts';
import type { Lease } from '../../jobs/leases.ts';
import type { Message } from '../ui/blocks.ts';
import { createPacer, type Kind, type OnWaited, type Pacer } from './pacer.ts';

/** A message of ours. */
export type Where = { channelId: string; ts: string };
export type Sender = ReturnType<typeof createSender>;
/** With a lease, each message checks `assertHeld` right before it leaves. */
export type SenderFor = (workspaceId: string, lease?: Pick<Lease, 'assertHeld'>) => Promise<Sender>;

/** `title` and `initiatorId` count only when this creates the session. */
type Session = { status: string; title?: string; initiatorId?: string };
type File = { filename: string; title: string; content: string; comment?: string };

const maxWaits = 5;
const longestWaitSeconds = 60;

/** Senders for all workspaces. They share one pacer for the whole process. */
export function createSenders({
  clientFor,
  clock,
  onWaited,
}: {
  clientFor: (workspaceId: string) => Promise<webApi.WebClient>;
  clock: Clock;
  onWaited?: OnWaited;
}): SenderFor {
  const pacer = createPacer(clock, onWaited);
  return async (workspaceId, lease) =>
    createSender(await clientFor(workspaceId), { pacer, workspaceId, lease });
}

/** Sends at Slack's pace, without previews of links that people wrote. A workspace's edits share one limit. */
function createSender(
  client: webApi.WebClient,
  { pacer, workspaceId, lease }: { pacer: Pacer; workspaceId: string; lease: Parameters<SenderFor>[1] },
) {
  /** Waits as long as Slack says, a bounded number of times. Other failures go to the caller. */
  async function politely<T>(kind: Kind, place: string, send: () => Promise<T>, isUrgent?: () => boolean) {
    for (let waits = 0; ; waits++) {
      await pacer.turn(kind, place, isUrgent);
      await lease?.assertHeld();
      try {
        return await send();
      } catch (error) {
        if (!(error instanceof webApi.WebAPIRateLimitedError)) throw error;
        pacer.pause(kind, place, error.retryAfter);
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
    /** An urgent edit goes before others that wait for Slack's limit. */
    async edit(
      { channelId: channel, ts }: Where,
      message: Message | (() => Message),
      isUrgent?: () => boolean,
    ): Promise<void> {
      const send = () => client.chat.update({ channel, ts, ...composed(message) });
      await politely('edit', workspaceId, send, isUrgent);
    },
    /** Sets the status of a thread's session on Slack's agent surface. */
    async session({ channelId, ts }: Where, { status, title, initiatorId }: Session): Promise<void> {
      const session = { channel_id: channelId, thread_ts: ts, status };
      const created = { ...(title && { title }), ...(initiatorId && { initiator_user_id: initiatorId }) };
      await politely('session', workspaceId, () =>
        client.agents.sessions.setStatus({ ...session, ...created }),
      );
    },
    /** Deletes one of our messages; not rate-limited. */
    async remove({ channelId: channel, ts }: Where): Promise<void> {
      await client.chat.delete({ channel, ts });
    },
    /** Into a thread, or as a message of its own. */
    async upload({ channelId, ts }: Pick<Where, 'channelId'> & { ts?: string }, { comment, ...file }: File) {
      const said = comment ? { initial_comment: comment } : {};
      const upload = { ...file, ...said, channel_id: channelId };
      await politely('post', channelId, () =>
        client.filesUploadV2(ts ? { ...upload, thread_ts: ts } : upload),
      );
    },
  };
}

/** A message may be composed when its turn has come, so that it says the newest. */
function composed(message: Message | (() => Message)): Message {
  return typeof message === 'function' ? message() : message;
}
