import type { Call, Outcome, TranscriptLine } from '../../domain/call.ts';
import type { Store } from '../../store/store.ts';
import {
  maxPages,
  mostPages,
  noTranscriptMessage,
  outcomeMessage,
  transcriptElsewhere,
  transcriptFile,
  transcriptGoesOn,
  transcriptHeading,
  transcriptPages,
} from '../call/thread-view.ts';
import { isElsewhere } from '../send/refusals.ts';
import type { Sender, Where } from '../send/sender.ts';
import type { Message } from '../ui/blocks.ts';
import type { Said } from './posted.ts';
import { isAlone, type Speech } from './speech.ts';

type Parts = {
  known: Said;
  senderFor: (speech: Speech) => Promise<Sender>;
  store: Pick<Store, 'preferences'>;
};

/** What is said beneath each call's card, each part of it once. */
export function createThreads({ known, senderFor, store }: Parts) {
  const saying = new Map<string, Promise<void>>();

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
    if (await known.postOf(call, part)) return;
    const sender = await senderFor(speech);
    const { channelId, ts } = await say(sender);
    await known.isFirst(sender, { callId: call.id, part, channelId, ts, digest: '' });
  }

  async function threadOf(call: Call, part: string): Promise<Where> {
    const parent = await known.postOf(call, part);
    if (!parent) throw new Error(`a thread needs its ${part} first`);
    return parent;
  }

  async function reply(speech: Speech, part: string, message: Message, under = 'card') {
    const { channelId, ts } = await threadOf(speech.call, under);
    await once(speech, part, async (sender) => {
      try {
        return await sender.post(channelId, message, ts);
      } catch (error) {
        // The thread is locked, or its channel was archived meanwhile: the requester must learn it all the same.
        if (!isElsewhere(error)) throw error;
        return sender.post(speech.call.requester.userId, message);
      }
    });
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
      if (!isElsewhere(error)) throw error;
      return false;
    }
  }

  async function transcript(speech: Speech, lines: TranscriptLine[] | 'unavailable' | 'not_allowed') {
    const { request } = speech.call;
    if (typeof lines === 'string') return reply(speech, 'transcript-1', noTranscriptMessage(request, lines));
    const place = await placeOfTranscript(speech);
    const pages = transcriptPages(request, lines);
    if (pages.length > maxPages && (await file(speech, lines, place))) return;
    for (const [index, page] of pages.slice(0, mostPages).entries())
      await reply(speech, `transcript-${index + 1}`, page, place);
    if (pages.length > mostPages)
      await reply(speech, 'transcript-goes-on', transcriptGoesOn(speech.call), place);
  }

  return {
    outcome: (speech: Speech, outcome: Outcome) =>
      reply(speech, 'outcome', outcomeMessage(speech.call, outcome)),
    transcript,
  };
}
