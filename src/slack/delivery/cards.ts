import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import type { Announcer } from '../../calls/announcer.ts';
import { type Call, type Delay, isOver } from '../../domain/call.ts';
import type { Lease } from '../../jobs/leases.ts';
import type { Post } from '../../store/posts.ts';
import type { Store } from '../../store/store.ts';
import { isAlone } from '../call/standing.ts';
import type { CardOfCall } from '../card/actions-view.ts';
import { cardMessage } from '../card/card-view.ts';
import { isElsewhere } from '../transport/refusals.ts';
import type { Sender, SenderFor } from '../transport/sender.ts';
import type { Message } from '../ui/blocks.ts';
import type { Ledger } from './ledger.ts';

type Deps = {
  ledger: Ledger;
  senderFor: SenderFor;
  store: Pick<Store, 'posts' | 'calls' | 'preferences' | 'rules'>;
  log: Logger;
  onMoved: (call: Call) => void;
};

/** What a card is to say, and under which lease. */
type CardState = { call: Call; delay: Delay | undefined; lease: Lease | undefined };
/** What the account and the workspace allow to be done with the call. */
type Offered = Required<Pick<CardOfCall, 'hasOlderApi' | 'hasRecordings'>>;
/** Composed at send time, so that the newest state wins. Final results jump the queue. */
type Announcement = { compose: (channelId: string) => Message; isUrgent: () => boolean };

/** Each call's card: posted once, and edited when what it says changed. */
export function createCards({ ledger, senderFor, store, log, onMoved }: Deps) {
  const newest = new Map<string, CardState>();
  const drawing = new Map<string, Promise<void>>();

  /** Resolves when the card says this, or something newer: of what comes while it cannot be edited yet, the last is said. */
  const card: Announcer['card'] = (call, { delay, lease } = {}) => {
    newest.set(call.id, { call, delay, lease });
    const drawn = drawing.get(call.id) ?? drawAll(call.id);
    drawing.set(call.id, drawn);
    return drawn;
  };

  const refresh: Announcer['refresh'] = async (callId, how) => {
    const call = await store.calls.find(callId);
    if (call && (await ledger.postOf(call, 'card'))) await card(call, how);
  };

  async function drawAll(callId: string): Promise<void> {
    try {
      for (let state = newest.get(callId); state; state = newest.get(callId)) await draw(state);
    } finally {
      drawing.delete(callId);
      newest.delete(callId);
    }
  }

  async function draw(state: CardState): Promise<void> {
    const { id, requester } = state.call;
    let drawn = state;
    const offered = await offeredFor(state.call);
    const announcement: Announcement = {
      compose(channelId) {
        drawn = newest.get(id) ?? drawn;
        newest.delete(id);
        return cardIn(channelId, drawn, offered);
      },
      isUrgent: () => isOver((newest.get(id) ?? drawn).call.stage),
    };
    const posted = await ledger.postOf(state.call, 'card');
    if (posted?.digest === digestOf(announcement.compose(posted?.channelId ?? ''))) return;
    // A call that was forgotten while it was under way must not appear again.
    if (!posted && !(await store.calls.find(id))) return;
    const assertHeld = async () => (newest.get(id) ?? drawn).lease?.assertHeld();
    const sender = await senderFor(requester.workspaceId, { assertHeld });
    const { channelId, ts } = posted
      ? await editCard(sender, posted, state.call, announcement)
      : await postCard(sender, state.call, announcement);
    onMoved(drawn.call);
    const digest = digestOf(cardIn(channelId, drawn, offered));
    const post = { callId: id, part: 'card', channelId, ts, digest };
    if (await (posted ? store.posts.saveEdit(post, posted.digest) : ledger.isFirst(sender, post))) return;
    // Another process posted or edited the card too, and Slack may have taken the older edit last.
    if (posted) await ledger.remember({ ...post, digest: '' }, store.posts.save);
    const call = (await store.calls.find(id)) ?? drawn.call;
    // Draw once more from the stored state, whoever has the lease: only this process knows that the two edits may have crossed.
    if (!newest.has(id)) newest.set(id, { ...drawn, call, lease: undefined });
  }

  /** Only shortens a menu, so it keeps no card from being drawn. */
  async function offeredFor({ id, requester }: Call): Promise<Offered> {
    try {
      const [{ hasOlderApi = false }, { rules }] = await Promise.all([
        store.preferences.find(requester),
        store.rules.find(requester.workspaceId),
      ]);
      return { hasOlderApi, hasRecordings: rules.recordings && !hasOlderApi };
    } catch (error) {
      log.warn({ err: error, callId: id }, 'what the card may offer is not known');
      return { hasOlderApi: false, hasRecordings: true };
    }
  }

  /** Where it was wanted, or to the requester alone where Slack does not take it. */
  async function postCard(sender: Sender, { id, channelId, requester }: Call, { compose }: Announcement) {
    const { userId } = requester;
    try {
      return await sender.post(channelId, () => compose(channelId));
    } catch (error) {
      if (channelId === userId || !isElsewhere(error)) throw error;
      log.info({ err: error, callId: id }, 'the card goes to the requester alone');
      return sender.post(userId, () => compose(userId));
    }
  }

  /** A card that was deleted, or whose channel was, comes again to the requester: they must learn how it ended. */
  async function editCard(sender: Sender, { channelId, ts }: Post, call: Call, announcement: Announcement) {
    const { userId } = call.requester;
    try {
      await sender.edit({ channelId, ts }, () => announcement.compose(channelId), announcement.isUrgent);
      return { channelId, ts };
    } catch (error) {
      if (!isElsewhere(error)) throw error;
      log.info({ err: error, callId: call.id }, 'the card is lost; the requester gets another');
      return sender.post(userId, () => announcement.compose(userId));
    }
  }

  return { card, refresh };
}

/** What the card says depends on who reads along there. */
function cardIn(channelId: string, { call, delay }: CardState, offered: Offered): Message {
  const isPrivate = isAlone(channelId, call);
  const notPostedIn = isPrivate && call.channelId !== call.requester.userId ? call.channelId : undefined;
  return cardMessage({ call, isPrivate, ...offered, notPostedIn, delay });
}

function digestOf(message: Message): string {
  return createHash('sha256').update(JSON.stringify(message)).digest('base64url');
}
