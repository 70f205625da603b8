import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import { type Call, isOver, type Trouble } from '../../domain/call.ts';
import type { Post } from '../../store/posts.ts';
import type { Store } from '../../store/store.ts';
import { cardMessage } from '../card/card-view.ts';
import { isElsewhere } from '../send/refusals.ts';
import type { Sender } from '../send/sender.ts';
import type { Message } from '../ui/blocks.ts';
import type { Said } from './posted.ts';
import { always, isAlone, type MayStill, type Speech } from './speech.ts';

type Parts = {
  known: Said;
  senderFor: (speech: Speech) => Promise<Sender>;
  store: Pick<Store, 'posts' | 'calls' | 'preferences'>;
  log: Logger;
  onMoved: (call: Call) => void;
};

/** What a card is to say. */
type Face = Speech & { trouble: Trouble | undefined };
/** Asked when it can be sent, so that it is the newest; how a call ended is wanted sooner than how others get on. */
type Saying = { compose: (channelId: string) => Message; isUrgent: () => boolean };

/** Each call's card: posted once, and edited when what it says changed. */
export function createCards({ known, senderFor, store, log, onMoved }: Parts) {
  const newest = new Map<string, Face>();
  const drawing = new Map<string, Promise<void>>();

  /** Resolves when the card says this, or something newer: of what comes while it cannot be edited yet, the last is said. */
  function card({ call, mayStill }: Speech, trouble?: Trouble): Promise<void> {
    newest.set(call.id, { call, mayStill, trouble });
    const drawn = drawing.get(call.id) ?? drawAll(call.id);
    drawing.set(call.id, drawn);
    return drawn;
  }

  async function drawAll(callId: string): Promise<void> {
    try {
      for (let face = newest.get(callId); face; face = newest.get(callId)) await draw(face);
    } finally {
      drawing.delete(callId);
      newest.delete(callId);
    }
  }

  /** What only shortens a menu keeps no card from being drawn. */
  async function isOlder({ id, requester }: Call): Promise<boolean> {
    try {
      return (await store.preferences.find(requester)).hasOlderApi ?? false;
    } catch (error) {
      log.warn({ err: error, callId: id }, 'whether the account offers less is not known');
      return false;
    }
  }

  async function draw(face: Face): Promise<void> {
    const { id } = face.call;
    let said = face;
    const hasOlderApi = await isOlder(face.call);
    const how: Saying = {
      compose(channelId) {
        said = newest.get(id) ?? said;
        newest.delete(id);
        return cardIn(channelId, said, hasOlderApi);
      },
      isUrgent: () => isOver((newest.get(id) ?? said).call.stage),
    };
    const posted = await known.postOf(face.call, 'card');
    if (posted?.digest === digestOf(how.compose(posted?.channelId ?? ''))) return;
    // A call that was forgotten while it was under way must not appear again.
    if (!posted && !(await store.calls.find(id))) return;
    const mayStill = () => (newest.get(id) ?? said).mayStill();
    const sender = await senderFor({ call: face.call, mayStill });
    const { channelId, ts } = posted
      ? await editCard(sender, posted, face.call, how)
      : await postCard(sender, face.call, how);
    onMoved(said.call);
    const digest = digestOf(cardIn(channelId, said, hasOlderApi));
    const post = { callId: id, part: 'card', channelId, ts, digest };
    if (await (posted ? store.posts.saveEdit(post, posted.digest) : known.isFirst(sender, post))) return;
    // Another process posted or edited the card too, and Slack may have taken the older edit last.
    if (posted) await known.remember({ ...post, digest: '' }, store.posts.save);
    const call = (await store.calls.find(id)) ?? said.call;
    // What is stored is true whoever says it, and only this process knows that it may not stand there.
    if (!newest.has(id)) newest.set(id, { ...said, call, mayStill: always });
  }

  async function refresh(callId: string, mayStill: MayStill, trouble?: Trouble): Promise<void> {
    const call = await store.calls.find(callId);
    if (call && (await known.postOf(call, 'card'))) await card({ call, mayStill }, trouble);
  }

  /** Where it was wanted, or to the requester alone where Slack does not take it. */
  async function postCard(sender: Sender, { id, channelId, requester }: Call, { compose }: Saying) {
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
  async function editCard(sender: Sender, { channelId, ts }: Post, call: Call, saying: Saying) {
    const { userId } = call.requester;
    try {
      await sender.edit({ channelId, ts }, () => saying.compose(channelId), saying.isUrgent);
      return { channelId, ts };
    } catch (error) {
      if (!isElsewhere(error)) throw error;
      log.info({ err: error, callId: call.id }, 'the card is lost; the requester gets another');
      return sender.post(userId, () => saying.compose(userId));
    }
  }

  return { card, refresh };
}

/** What the card says depends on who reads along there. */
function cardIn(channelId: string, { call, trouble }: Face, hasOlderApi: boolean): Message {
  const isPrivate = isAlone(channelId, call);
  const notPostedIn = isPrivate && call.channelId !== call.requester.userId ? call.channelId : undefined;
  return cardMessage({ call, isPrivate, hasOlderApi, notPostedIn, trouble });
}

function digestOf(message: Message): string {
  return createHash('sha256').update(JSON.stringify(message)).digest('base64url');
}
