import { createHash } from 'node:crypto';
import { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Call, Outcome, TranscriptLine } from '../domain/call.ts';
import type { Clock } from '../domain/clock.ts';
import type { Store } from '../store/store.ts';
import { isDirectMessage } from './places.ts';
import type { Message } from './views/blocks.ts';
import { cardMessage, type Trouble } from './views/card.ts';
import {
  maxPages,
  noTranscriptMessage,
  outcomeMessage,
  transcriptPages,
  transcriptText,
} from './views/thread.ts';
import { wordsIn } from './words/words.ts';

type Client = webApi.WebClient;
type Where = { channelId: string; ts: string };
type Parts = {
  clientFor(workspaceId: string): Promise<Client>;
  store: Pick<Store, 'posts'>;
  clock: Clock;
  log: Logger;
};

/** Slack's codes for "not there": the place is closed to Kally, so the requester is told directly. */
const closed = new Set([
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
  'message_limit_exceeded',
]);
/** The card is gone or no longer ours to edit. */
const lost = new Set([...closed, 'message_not_found', 'cant_update_message', 'edit_window_closed']);

const maxWaits = 5;
const longestWaitSeconds = 60;

/** What a call says in Slack. Everything is said once: what the store knows to be posted is not posted again. */
export function createAnnouncer({ clientFor, store, clock, log }: Parts) {
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

  async function post(client: Client, channel: string, message: Message, threadTs?: string): Promise<Where> {
    const sent = await politely(() =>
      client.chat.postMessage({
        ...{ channel, ...message, unfurl_links: false, unfurl_media: false },
        ...(threadTs && { thread_ts: threadTs }),
      }),
    );
    return { channelId: sent.channel ?? channel, ts: sent.ts ?? '' };
  }

  /** Posts the card where it was wanted, or to the requester alone where Slack does not take it. */
  async function postCard(
    client: Client,
    call: Call,
    trouble?: Trouble,
    wanted = call.channelId,
  ): Promise<Where> {
    const { userId } = call.requester;
    const message = messageIn(wanted, call, trouble);
    try {
      return await post(client, wanted, message);
    } catch (error) {
      if (wanted === userId || !isAny(closed, error)) throw error;
      log.info({ callId: call.id, code: error.data.error }, 'the card goes to the requester instead');
      return post(client, userId, messageIn(userId, call, trouble));
    }
  }

  async function saveCard(call: Call, { channelId, ts }: Where, trouble?: Trouble) {
    const digest = digestOf(messageIn(channelId, call, trouble));
    await store.posts.save({ callId: call.id, part: 'card', digest, channelId, ts });
  }

  async function editCard(client: Client, call: Call, card: Where, trouble?: Trouble): Promise<Where> {
    const { channelId: channel, ts } = card;
    try {
      await politely(() => client.chat.update({ channel, ts, ...messageIn(channel, call, trouble) }));
      return card;
    } catch (error) {
      if (!isAny(lost, error)) throw error;
      return postCard(client, call, trouble, call.requester.userId);
    }
  }

  async function card(call: Call, trouble?: Trouble): Promise<void> {
    const posted = await postOf(call, 'card');
    if (posted?.digest === digestOf(messageIn(posted?.channelId ?? '', call, trouble))) return;
    const client = await clientFor(call.requester.workspaceId);
    const where = posted
      ? await editCard(client, call, posted, trouble)
      : await postCard(client, call, trouble);
    await saveCard(call, where, trouble);
  }

  async function postOf(call: Call, part: string) {
    const posts = await store.posts.ofCall(call.id);
    return posts.find((post) => post.part === part);
  }

  /** Sends a part of the thread, unless it stands there already. */
  async function once(call: Call, part: string, send: (client: Client, card: Where) => Promise<Where>) {
    if (await postOf(call, part)) return;
    const parent = await postOf(call, 'card');
    if (!parent) throw new Error('a thread needs its card first');
    const client = await clientFor(call.requester.workspaceId);
    const { channelId, ts } = await send(client, parent);
    await store.posts.save({ callId: call.id, part, digest: '', channelId, ts });
  }

  /** False where Slack takes no file: unlike a message, it needs Kally to be a member. */
  async function file(call: Call, lines: TranscriptLine[]): Promise<boolean> {
    try {
      await once(call, 'transcript-file', (client, parent) =>
        politely(() => upload(client, parent, call, lines)),
      );
      return true;
    } catch (error) {
      if (!isAny(closed, error)) throw error;
      return false;
    }
  }

  const reply = (call: Call, part: string, message: Message) =>
    once(call, part, (client, parent) => post(client, parent.channelId, message, parent.ts));

  return {
    card,
    async outcome(call: Call, outcome: Outcome): Promise<void> {
      await reply(call, 'outcome', outcomeMessage(call, outcome));
    },
    async transcript(call: Call, lines: TranscriptLine[] | 'unavailable' | 'not_allowed'): Promise<void> {
      if (typeof lines === 'string') return reply(call, 'transcript-1', noTranscriptMessage(call, lines));
      const pages = transcriptPages(call, lines);
      if (pages.length > maxPages && (await file(call, lines))) return;
      for (const [index, page] of pages.entries()) await reply(call, `transcript-${index + 1}`, page);
    },
  };
}

async function upload(client: Client, card: Where, call: Call, lines: TranscriptLine[]): Promise<Where> {
  const { thread } = wordsIn(call.request.language);
  const { channelId, ts } = card;
  await client.filesUploadV2({
    channel_id: channelId,
    thread_ts: ts,
    initial_comment: thread.transcriptFile,
    filename: 'transcript.txt',
    title: thread.transcript,
    content: transcriptText(call, lines),
  });
  // Slack says in which message a file was shared only later: the part is known by its thread.
  return card;
}

/** What the card says depends on who reads along there. */
function messageIn(channelId: string, call: Call, trouble: Trouble | undefined): Message {
  const { userId } = call.requester;
  const isPrivate = channelId === userId || isDirectMessage(channelId);
  const notPostedIn = isPrivate && call.channelId !== userId ? call.channelId : undefined;
  return cardMessage({ call, isPrivate, notPostedIn, trouble });
}

function digestOf(message: Message): string {
  return createHash('sha256').update(JSON.stringify(message)).digest('base64url');
}

function isAny(codes: Set<string>, error: unknown): error is webApi.WebAPIPlatformError {
  return error instanceof webApi.WebAPIPlatformError && codes.has(error.data.error);
}
