import type { Logger } from 'pino';
import type { Announcer } from '../../calls/announcer.ts';
import { type Call, type Delay, isOver } from '../../domain/call.ts';
import type { Person } from '../../domain/person.ts';
import { wantsNoMoreCalls } from '../../domain/result.ts';
import type { Lease } from '../../jobs/leases.ts';
import { isHandedOn, type Post, withdrawn } from '../../store/posts.ts';
import type { Store } from '../../store/store.ts';
import { isAlone } from '../call/standing.ts';
import { type Card, cardMessage } from '../card/card-view.ts';
import { isElsewhere, remedyOf } from '../transport/refusals.ts';
import type { Sender, SenderFor } from '../transport/sender.ts';
import type { Message } from '../ui/blocks.ts';
import { digestOf, isWithdrawn, type Ledger } from './ledger.ts';
import type { Sessions } from './sessions.ts';

type Deps = {
  ledger: Ledger;
  /** Where Slack's agent surface is switched on. */
  sessions: Sessions | undefined;
  senderFor: SenderFor;
  store: Pick<Store, 'posts' | 'calls' | 'preferences' | 'rules' | 'doNotCall' | 'approvals'>;
  log: Logger;
  onMoved: (call: Call) => void;
  /** As people see it in Slack; undefined while Slack does not say. */
  nameOf: (person: Person) => Promise<string | undefined>;
};

/** What a card is to say, and under which lease. */
type CardState = { call: Call; delay: Delay | undefined; lease: Lease | undefined };
/** What the account and the workspace allow to be done with the call. */
type Offered = Required<Pick<Card, 'hasOlderApi' | 'hasRecordings' | 'isKeptAway'>>;
/** Composed at send time, so that the newest state wins. Final results jump the queue. */
type Announcement = { compose: (channelId: string) => Message; isUrgent: () => boolean };

/** Each call's card: posted once, and edited when what it says changed. */
export function createCards({ ledger, sessions, senderFor, store, log, onMoved, nameOf }: Deps) {
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
      for (let state = newest.get(callId); state; state = newest.get(callId)) {
        const { delay, lease } = state;
        // Also where Slack does not take the card: nobody must see for an hour that Kally is at work.
        await draw(state).finally(() => sessions?.follow(callId, { delay, lease }));
      }
    } finally {
      drawing.delete(callId);
      newest.delete(callId);
    }
  }

  async function draw(state: CardState): Promise<void> {
    const { id, requester } = state.call;
    let drawn = state;
    const [offered, requesterName, approval] = await Promise.all([
      offeredFor(state.call),
      nameOf(requester),
      approvalOf(state.call),
    ]);
    const about = { ...offered, requesterName, approval };
    const announcement: Announcement = {
      compose(channelId) {
        drawn = newest.get(id) ?? drawn;
        newest.delete(id);
        return cardIn(channelId, drawn, about);
      },
      isUrgent: () => isOver((newest.get(id) ?? drawn).call.stage),
    };
    const posted = await ledger.postOf(state.call, 'card');
    if (posted && isHandedOn(posted)) return void newest.delete(id);
    if (isPrivateTrouble(state.call) && !isAlone(posted?.channelId ?? state.call.channelId, state.call))
      return withdraw(state, posted, about);
    if (posted?.digest === digestOf(announcement.compose(posted?.channelId ?? ''))) return;
    // A call that was forgotten while it was under way must not appear again.
    if (!posted && !(await store.calls.find(id))) return;
    const assertHeld = async () => (newest.get(id) ?? drawn).lease?.assertHeld();
    const sender = await senderFor(requester.workspaceId, { assertHeld });
    const { channelId, ts } = posted
      ? await editCard(sender, posted, state.call, announcement)
      : await postCard(sender, state.call, announcement);
    onMoved(drawn.call);
    const digest = digestOf(cardIn(channelId, drawn, about));
    const post = { callId: id, part: 'card', channelId, ts, digest };
    if (await (posted ? store.posts.saveEdit(post, posted.digest) : ledger.isFirst(sender, post))) return;
    if (posted && (await wasHandedOn(state.call))) return;
    // Another process posted or edited the card too, and Slack may have taken the older edit last.
    if (posted) await ledger.remember({ ...post, digest: '' }, store.posts.save);
    const call = (await store.calls.find(id)) ?? drawn.call;
    // Draw once more from the stored state, whoever has the lease: only this process knows that the two edits may have crossed.
    if (!newest.has(id)) newest.set(id, { ...drawn, call, lease: undefined });
  }

  /** The card passed to the next try while this edited it. The next call draws it again. */
  async function wasHandedOn(call: Call): Promise<boolean> {
    const mine = await ledger.postOf(call, 'card');
    if (!mine || !isHandedOn(mine)) return false;
    const next = await store.posts.callOfCard(mine.channelId, mine.ts);
    if (!next) return true;
    await ledger.remember({ ...mine, callId: next, digest: '' }, store.posts.save);
    await refresh(next);
    return true;
  }

  /**
   * A call that was never made leaves the channel, because the reason concerns only its requester. They are told first, so that an
   * interruption leaves nobody without an answer.
   */
  async function withdraw(
    { call, delay, lease }: CardState,
    posted: Post | undefined,
    about: About,
  ): Promise<void> {
    newest.delete(call.id);
    const { id, requester } = call;
    const sender = await senderFor(requester.workspaceId, lease);
    if (!(await ledger.postOf(call, 'refusal'))) {
      if (!posted && !(await store.calls.find(id))) return;
      // Somebody who left Slack cannot be told, and their card must not promise a call for ever.
      const told = await sender
        .post(requester.userId, () => cardIn(requester.userId, { call, delay, lease }, about))
        .catch((error: unknown) => {
          if (remedyOf(error) === 'again') throw error;
          log.info({ err: error, callId: id }, 'the requester cannot be told why they were not called for');
        });
      if (told) await ledger.isFirst(sender, { callId: id, part: 'refusal', ...told, digest: '' });
    }
    if (posted && !isWithdrawn(posted)) {
      await sessions?.follow(id, { delay, lease });
      await sender.remove(posted).catch((error: unknown) => {
        if (!isElsewhere(error)) throw error;
      });
      await ledger.remember({ ...posted, digest: withdrawn }, store.posts.save);
    }
    onMoved(call);
  }

  /** What the card says of an approval: while somebody else decides, and where they declined. */
  async function approvalOf({ stage, approvalId, requester }: Call): Promise<Card['approval']> {
    if (!approvalId || (stage !== 'awaiting_approval' && stage !== 'refused')) return undefined;
    const approval = await store.approvals.find(approvalId);
    if (!approval) return undefined;
    const { asked, until, decision } = approval;
    const name = (userId: string) => nameOf({ ...requester, userId });
    const [names, decidedBy] = await Promise.all([
      Promise.all(asked.map(name)),
      decision?.by && name(decision.by),
    ]);
    return { asked: names, until, ...(decision && { decision }), ...(decidedBy && { decidedBy }) };
  }

  /** Only shortens a menu, so it keeps no card from being drawn. */
  async function offeredFor(call: Call): Promise<Offered> {
    const { id, requester, request } = call;
    const { workspaceId } = requester;
    try {
      const [{ hasOlderApi = false }, stored] = await Promise.all([
        store.preferences.find(requester),
        store.rules.find(workspaceId),
      ]);
      const hasRecordings = stored.rules.recordings && !hasOlderApi;
      const isKeptAway =
        wantsNoMoreCalls(call) && (await store.doNotCall.has(workspaceId, stored, request.phone));
      return { hasOlderApi, hasRecordings, isKeptAway };
    } catch (error) {
      log.warn({ err: error, callId: id }, 'what the card may offer is not known');
      return { hasOlderApi: false, hasRecordings: true, isKeptAway: false };
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

type About = Pick<Card, 'hasOlderApi' | 'hasRecordings' | 'isKeptAway' | 'requesterName' | 'approval'>;

/** The call was not made, and not because somebody stopped it. */
function isPrivateTrouble({ stage, refusal }: Call): boolean {
  return stage === 'refused' && refusal?.code !== 'stopped';
}

/** What the card says depends on who reads along there. */
function cardIn(channelId: string, { call, delay }: CardState, about: About): Message {
  const isPrivate = isAlone(channelId, call);
  const isElsewhere = isPrivate && call.channelId !== call.requester.userId && !isPrivateTrouble(call);
  return cardMessage({
    call,
    isPrivate,
    notPostedIn: isElsewhere ? call.channelId : undefined,
    delay,
    ...about,
  });
}
