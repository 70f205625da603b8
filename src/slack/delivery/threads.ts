import { isTranscriptForAll } from '../../calls/access.ts';
import type { Announcer, Under } from '../../calls/announcer.ts';
import type { KnownCall } from '../../calls/known-call.ts';
import type { Call, TranscriptLine } from '../../domain/call.ts';
import { maskNumber } from '../../kally/calendar.ts';
import type { Store } from '../../store/store.ts';
import { threadCalendarFile } from '../call/calendar-view.ts';
import { isAlone } from '../call/standing.ts';
import {
  leadMessage,
  ledBy,
  maxPages,
  mostPages,
  noTranscriptMessage,
  resultMessage,
  transcriptElsewhere,
  transcriptFile,
  transcriptGoesOn,
  transcriptHeading,
  transcriptPages,
} from '../call/thread-view.ts';
import { sharedMessage } from '../card/share-view.ts';
import { isElsewhere, remedyOf } from '../transport/refusals.ts';
import type { Sender, SenderFor, Where } from '../transport/sender.ts';
import type { Message } from '../ui/blocks.ts';
import type { Ledger } from './ledger.ts';

type Deps = {
  ledger: Ledger;
  senderFor: SenderFor;
  store: Pick<Store, 'preferences' | 'rules'>;
};

/** What is said of a call beside its card, each part of it once. */
export function createThreads({ ledger, senderFor, store }: Deps) {
  const saying = new Map<string, Promise<boolean>>();

  /** Says a part of a call, unless it stands there already; true when it was said now. */
  async function once(
    call: Call,
    part: string,
    { lease }: Under,
    say: (sender: Sender) => Promise<Where>,
  ): Promise<boolean> {
    const key = `${call.id} ${part}`;
    // A run that lost its call may still wait here for its turn when the call comes back to this process.
    while (saying.has(key)) await saying.get(key)?.catch(() => {});
    const said = sayOnce(call, part, { lease }, say).finally(() => saying.delete(key));
    saying.set(key, said);
    return said;
  }

  async function sayOnce(
    call: Call,
    part: string,
    { lease }: Under,
    say: (sender: Sender) => Promise<Where>,
  ): Promise<boolean> {
    if (await ledger.postOf(call, part)) return false;
    const sender = await senderFor(call.requester.workspaceId, lease);
    const { channelId, ts } = await say(sender);
    return ledger.isFirst(sender, { callId: call.id, part, channelId, ts, digest: '' });
  }

  async function threadOf(call: Call, part: string): Promise<Where> {
    const parent = await ledger.postOf(call, part);
    if (!parent) throw new Error(`a thread needs its ${part} first`);
    return parent;
  }

  async function reply(call: Call, part: string, message: Message, under: Under = {}, below = 'card') {
    const { channelId, ts } = await threadOf(call, below);
    await once(call, part, under, async (sender) => {
      try {
        return await sender.post(channelId, message, ts);
      } catch (error) {
        // The thread is locked, or its channel was archived meanwhile: the requester must learn it all the same.
        if (!isElsewhere(error)) throw error;
        return sender.post(call.requester.userId, message);
      }
    });
  }

  async function toPerson(call: Call, part: string, userId: string, message: Message, under: Under = {}) {
    await once(call, part, under, (sender) => sender.post(userId, message));
  }

  /** Beside the card; to the requester alone where Slack does not take it. */
  async function toChannel(
    call: Call,
    part: string,
    message: (call: Call, isPrivate: boolean) => Message,
    under: Under = {},
  ) {
    const { channelId, requester } = call;
    await once(call, part, under, async (sender) => {
      try {
        return await sender.post(channelId, message(call, isAlone(channelId, call)));
      } catch (error) {
        if (!isElsewhere(error)) throw error;
        return sender.post(requester.userId, message(call, true));
      }
    });
  }

  async function isAloneWith(call: Call): Promise<boolean> {
    const { channelId } = await threadOf(call, 'card');
    return isAlone(channelId, call);
  }

  /** The requester, or a rule of the workspace, may want transcripts for them alone; the card's thread then says that it is elsewhere. */
  async function placeOfTranscript(call: Call, under: Under): Promise<'card' | 'transcript-private'> {
    const { channelId } = await threadOf(call, 'card');
    if (isAlone(channelId, call) || (await isTranscriptForAll(store, call))) return 'card';
    await toPerson(call, 'transcript-private', call.requester.userId, transcriptHeading(call), under);
    await reply(call, 'transcript-elsewhere', transcriptElsewhere(call), under);
    return 'transcript-private';
  }

  /** False where Slack takes no file: unlike a message, a file needs Kally to be a member. */
  async function upload(
    call: Call,
    part: string,
    file: Parameters<Sender['upload']>[1],
    parent: Where,
    under: Under,
  ) {
    try {
      await once(call, part, under, async (sender) => {
        await sender.upload(parent, file);
        // Slack tells only later in which message it shared a file: its thread stands for it.
        return parent;
      });
      return true;
    } catch (error) {
      if (remedyOf(error) === 'again') throw error;
      return false;
    }
  }

  const transcript: Announcer['transcript'] = async (call, lines, under = {}) => {
    const { request, requester } = call;
    const isAlone = await isAloneWith(call);
    const isNews = !(await ledger.postOf(call, 'outcome'));
    if (lines === 'not_allowed' && !isAlone) {
      // Only the requester learns what their sign-in lacks. The thread still gets the result.
      if (isNews) await reply(call, 'outcome', resultMessage(call, isAlone), under);
      return toPerson(call, 'transcript-1', requester.userId, noTranscriptMessage(request, lines), under);
    }
    if (typeof lines === 'string') {
      const lead = leadMessage(call, { isNews, isAlone });
      return reply(call, 'transcript-1', ledBy(lead, noTranscriptMessage(request, lines)), under);
    }
    const below = await placeOfTranscript(call, under);
    const parent = await threadOf(call, below);
    const lead = leadMessage(call, { isNews, isAlone: isAlone || below !== 'card' });
    await postTranscript(
      call,
      { lines, lead },
      {
        file: (file) => upload(call, 'transcript-file', file, parent, under),
        page: (page, number) => reply(call, `transcript-${number}`, page, under, below),
      },
    );
  };

  return {
    reply,
    toPerson,
    toChannel,
    transcript,
    async result(call, under = {}) {
      await reply(call, 'outcome', resultMessage(call, await isAloneWith(call)), under);
    },

    /** The calendar file in the thread, once for all who see it; false where Slack takes no file. Only the requester sees the number. */
    async calendar(call: Call, ics: string): Promise<boolean> {
      const card = await ledger.postOf(call, 'card');
      if (!card) return false;
      const shown = isAlone(card.channelId, call) ? ics : maskNumber(ics, call.request.phone);
      return upload(call, 'calendar', threadCalendarFile(call.request, { ours: call }, shown), card, {});
    },

    /** The result, and the transcript where it is wanted, in another channel; `shareId` names the person's one wish for it. */
    async share(
      call: Call,
      theirs: KnownCall['theirs'],
      { channelId, lines, shareId }: { channelId: string; lines: TranscriptLine[]; shareId: string },
    ): Promise<void> {
      const part = `shared-${shareId}`;
      await once(call, part, {}, (sender) => sender.post(channelId, sharedMessage(call, theirs)));
      if (lines.length === 0) return;
      const parent = await threadOf(call, part);
      const lead = leadMessage(call, { isNews: false, isAlone: false });
      await postTranscript(
        call,
        { lines, lead },
        {
          file: (file) => upload(call, `${part}-file`, file, parent, {}),
          page: (page, number) => reply(call, `${part}-${number}`, page, {}, part),
        },
      );
    },
  } satisfies Partial<Announcer> & Record<string, unknown>;
}

export type Threads = ReturnType<typeof createThreads>;

/**
 * Posts a transcript as pages, of which the first begins with the lead. A long one is a file below the lead, or a limited number of pages
 * where Slack takes no file.
 */
async function postTranscript(
  call: Call,
  { lines, lead }: { lines: TranscriptLine[]; lead: Message | undefined },
  post: {
    file: (file: ReturnType<typeof transcriptFile>) => Promise<boolean>;
    page: (page: Message, part: number | 'proof' | 'goes-on') => Promise<void>;
  },
): Promise<void> {
  const { request } = call;
  const pages = transcriptPages(request, lines);
  const isLong = pages.length > maxPages;
  if (isLong && lead) await post.page(lead, 'proof');
  if (isLong && (await post.file(transcriptFile(request, lines)))) return;
  for (const [index, page] of pages.slice(0, mostPages).entries())
    await post.page(index === 0 && !isLong ? ledBy(lead, page) : page, index + 1);
  if (pages.length > mostPages) await post.page(transcriptGoesOn(call), 'goes-on');
}
