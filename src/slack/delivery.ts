import { createHash } from 'node:crypto';
import type { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import { type Call, isOver, type Outcome, type TranscriptLine, type Trouble } from '../domain/call.ts';
import type { Clock } from '../domain/clock.ts';
import { isOfNoCall, type Post } from '../store/posts.ts';
import type { Store } from '../store/store.ts';
import { createPace } from './pace.ts';
import { isDirectMessage } from './places.ts';
import { createSender, isClosed, isLost, type Sender, type Where } from './sender.ts';
import type { Message } from './views/blocks.ts';
import { cardMessage } from './views/card.ts';
import {
  maxPages,
  noTranscriptMessage,
  outcomeMessage,
  transcriptElsewhere,
  transcriptFile,
  transcriptHeading,
  transcriptPages,
} from './views/thread.ts';

type Parts = {
  clientFor: (workspaceId: string) => Promise<webApi.WebClient>;
  store: Pick<Store, 'posts' | 'calls' | 'preferences'>;
  clock: Clock;
  log: Logger;
  /** What a card says of a call is news elsewhere too. */
  onMoved: (call: Call) => void;
  onWaited?: Parameters<typeof createPace>[1];
};

/** Asked when something would leave: rejects when it is no longer to be said. */
type MayStill = () => Promise<void>;
const always: MayStill = async () => {};
type Speech = { call: Call; mayStill: MayStill };
/** What a card is to say. */
type Face = Speech & { trouble: Trouble | undefined };
/** Asked when it can be sent, so that it is the newest; how a call ended is wanted sooner than how others get on. */
type Saying = { compose: (channelId: string) => Message; isUrgent: () => boolean };

/** A minute and a half: longer than a database takes to fail over. */
const maxNotes = 20;
const firstNoteAgainMs = 200;
const longestNoteAgainMs = 5_000;

/** What a call says in Slack. Everything is said once: what the store knows to be posted is not posted again. */
export function createAnnouncer({ clientFor, store, clock, log, onMoved, onWaited }: Parts) {
  const pace = createPace(clock, onWaited);
  const newest = new Map<string, Face>();
  const drawing = new Map<string, Promise<void>>();
  const saying = new Map<string, Promise<void>>();

  async function senderFor({ call, mayStill }: Speech): Promise<Sender> {
    const { workspaceId } = call.requester;
    return createSender(await clientFor(workspaceId), clock, { pace, workspaceId, mayStill });
  }

  async function postOf(call: Call, part: string): Promise<Post | undefined> {
    const posts = await store.posts.ofCall(call.id);
    return posts.find((post) => post.part === part);
  }

  /** What Slack took is noted as soon as the database is back: forgotten, it would be said again. */
  async function remember<T>(post: Post, save: (post: Post) => Promise<T>): Promise<T> {
    for (let tries = 0; ; tries++) {
      try {
        const saved = await save(post);
        log.info({ callId: post.callId, part: post.part }, 'said in Slack');
        return saved;
      } catch (error) {
        if (tries === maxNotes || isOfNoCall(error)) throw error;
        log.warn(
          { err: error, callId: post.callId, part: post.part },
          'what was posted could not be noted yet',
        );
        await clock.sleep(Math.min(firstNoteAgainMs * 2 ** tries, longestNoteAgainMs));
      }
    }
  }

  /** False when another process had said it too, as one that was frozen finds: what it said is taken back. */
  async function isFirst(sender: Sender, post: Post): Promise<boolean> {
    const { channelId, ts } = await remember(post, store.posts.add);
    if (channelId === post.channelId && ts === post.ts) return true;
    log.info({ callId: post.callId, part: post.part }, 'it was said twice; the second is taken back');
    await sender.remove(post).catch((error: unknown) => {
      log.warn({ err: error, callId: post.callId, part: post.part }, 'what was said twice stays');
    });
    return false;
  }

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
    const posted = await postOf(face.call, 'card');
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
    if (await (posted ? store.posts.saveEdit(post, posted.digest) : isFirst(sender, post))) return;
    // Another process posted or edited the card too, and Slack may have taken the older edit last.
    if (posted) await remember({ ...post, digest: '' }, store.posts.save);
    const call = (await store.calls.find(id)) ?? said.call;
    // What is stored is true whoever says it, and only this process knows that it may not stand there.
    if (!newest.has(id)) newest.set(id, { ...said, call, mayStill: always });
  }

  async function refresh(callId: string, mayStill: MayStill, trouble?: Trouble): Promise<void> {
    const call = await store.calls.find(callId);
    if (call && (await postOf(call, 'card'))) await card({ call, mayStill }, trouble);
  }

  /** Where it was wanted, or to the requester alone where Slack does not take it. */
  async function postCard(sender: Sender, { id, channelId, requester }: Call, { compose }: Saying) {
    const { userId } = requester;
    try {
      return await sender.post(channelId, () => compose(channelId));
    } catch (error) {
      if (channelId === userId || !isClosed(error)) throw error;
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
      if (!isLost(error)) throw error;
      log.info({ err: error, callId: call.id }, 'the card is lost; the requester gets another');
      return sender.post(userId, () => saying.compose(userId));
    }
  }

  /** Says a part of a call, unless it stands there already. */
  async function once(speech: Speech, part: string, say: (sender: Sender) => Promise<Where>) {
    const key = `${speech.call.id} ${part}`;
    // A run that lost its call may still wait here for its turn when the call comes back to this process.
    while (saying.has(key)) await saying.get(key)?.catch(() => {});
    const said = sayOnce(speech, part, say).finally(() => saying.delete(key));
    saying.set(key, said);
    await said;
  }

  async function sayOnce(speech: Speech, part: string, say: (sender: Sender) => Promise<Where>) {
    const { call } = speech;
    if (await postOf(call, part)) return;
    const sender = await senderFor(speech);
    const { channelId, ts } = await say(sender);
    await isFirst(sender, { callId: call.id, part, channelId, ts, digest: '' });
  }

  async function threadOf(call: Call, part: string): Promise<Where> {
    const parent = await postOf(call, part);
    if (!parent) throw new Error(`a thread needs its ${part} first`);
    return parent;
  }

  async function reply(speech: Speech, part: string, message: Message, under = 'card') {
    const { channelId, ts } = await threadOf(speech.call, under);
    await once(speech, part, (sender) => sender.post(channelId, message, ts));
  }

  /** What was said is for the requester alone where they want it so, and the card's thread says that it is elsewhere. */
  async function placeOfTranscript(speech: Speech): Promise<'card' | 'transcript-private'> {
    const { call } = speech;
    const { channelId } = await threadOf(call, 'card');
    const { transcripts } = await store.preferences.find(call.requester);
    if (transcripts !== 'me' || isAlone(channelId, call)) return 'card';
    const heading = transcriptHeading(call);
    await once(speech, 'transcript-private', (sender) => sender.post(call.requester.userId, heading));
    await reply(speech, 'transcript-elsewhere', transcriptElsewhere(call));
    return 'transcript-private';
  }

  /** False where Slack takes no file: unlike a message, a file needs Kally to be a member. */
  async function file(speech: Speech, lines: TranscriptLine[], under: string): Promise<boolean> {
    try {
      const parent = await threadOf(speech.call, under);
      await once(speech, 'transcript-file', async (sender) => {
        await sender.upload(parent, transcriptFile(speech.call.request, lines));
        // Slack tells only later in which message it shared a file: its thread stands for it.
        return parent;
      });
      return true;
    } catch (error) {
      if (!isClosed(error)) throw error;
      return false;
    }
  }

  async function transcript(speech: Speech, lines: TranscriptLine[] | 'unavailable' | 'not_allowed') {
    const { request } = speech.call;
    if (typeof lines === 'string') return reply(speech, 'transcript-1', noTranscriptMessage(request, lines));
    const place = await placeOfTranscript(speech);
    const pages = transcriptPages(request, lines);
    if (pages.length > maxPages && (await file(speech, lines, place))) return;
    for (const [index, page] of pages.entries()) await reply(speech, `transcript-${index + 1}`, page, place);
  }

  /** What is said in somebody's name, who may lose the call before it is their turn. */
  const during = (mayStill: MayStill) => ({
    card: (call: Call, trouble?: Trouble) => card({ call, mayStill }, trouble),
    refresh: (callId: string, trouble?: Trouble) => refresh(callId, mayStill, trouble),
    outcome: (call: Call, outcome: Outcome) =>
      reply({ call, mayStill }, 'outcome', outcomeMessage(call, outcome)),
    transcript: (call: Call, lines: TranscriptLine[] | 'unavailable' | 'not_allowed') =>
      transcript({ call, mayStill }, lines),
  });

  return { ...during(always), during };
}

/** What the card says depends on who reads along there. */
function cardIn(channelId: string, { call, trouble }: Face, hasOlderApi: boolean): Message {
  const isPrivate = isAlone(channelId, call);
  const notPostedIn = isPrivate && call.channelId !== call.requester.userId ? call.channelId : undefined;
  return cardMessage({ call, isPrivate, hasOlderApi, notPostedIn, trouble });
}

function isAlone(channelId: string, { requester }: Call): boolean {
  return channelId === requester.userId || isDirectMessage(channelId);
}

function digestOf(message: Message): string {
  return createHash('sha256').update(JSON.stringify(message)).digest('base64url');
}
