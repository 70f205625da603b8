import { z } from 'zod';
import type { KnownCall } from '../../calls/known-call.ts';
import { type Call, hasConversation } from '../../domain/call.ts';
import type { Language } from '../../domain/language.ts';
import { cardWords } from '../call/card-words.ts';
import { standingOf } from '../call/details-view.ts';
import { recipientOf } from '../call/standing.ts';
import { bullets, itemsOf, listText } from '../call/thread-view.ts';
import { threadWords } from '../call/thread-words.ts';
import { callActionWords } from '../call/words.ts';
import { type Message, type ModalView, note, plain, section } from '../ui/blocks.ts';
import { factsBlock, factsText } from '../ui/facts.ts';
import { input, option } from '../ui/form-fields.ts';
import { noticeView } from '../ui/notices.ts';
import { messageText } from '../ui/text.ts';
import { uiWords } from '../ui/words.ts';

export const shareFormId = 'share_form';

const memorySchema = z.object({ callId: z.uuid() });
export const readShareMemory = (metadata: string) => memorySchema.parse(JSON.parse(metadata));

export const shareExtents = ['result', 'transcript'] as const;
export type ShareExtent = (typeof shareExtents)[number];

type Share = {
  call: Call;
  channelId?: string;
  extent?: ShareExtent;
  trouble?: string;
  /** A rule of the workspace: others do not read what was said. */
  isTranscriptPrivate?: boolean;
};

/** Asks where a private result may be read, and how much of it; health is pointed out. */
export function shareView(
  language: Language,
  { call, channelId, extent = 'result', trouble, isTranscriptPrivate = false }: Share,
): ModalView {
  const { share } = callActionWords[language];
  return {
    type: 'modal',
    callback_id: shareFormId,
    title: plain(share.title),
    submit: plain(share.submit),
    close: plain(uiWords[language].cancel),
    private_metadata: JSON.stringify(memorySchema.parse({ callId: call.id })),
    blocks: [
      ...(trouble ? [section(trouble)] : []),
      ...(call.request.category === 'clinic' ? [section(share.health)] : []),
      input(
        { field: 'channel', label: share.channel },
        {
          type: 'conversations_select',
          action_id: 'channel',
          filter: { include: ['public', 'private'] },
          ...(channelId && { initial_conversation: channelId }),
        },
      ),
      ...(hasConversation(call) && !isTranscriptPrivate ? [extentInput(language, extent)] : []),
      note(share.masked),
    ],
  };
}

function extentInput(language: Language, extent: ShareExtent) {
  const { share } = callActionWords[language];
  return input(
    { field: 'extent', label: share.what },
    {
      type: 'radio_buttons',
      action_id: 'extent',
      options: shareExtents.map((one) => option(share.extents[one], one)),
      initial_option: option(share.extents[extent], extent),
    },
  );
}

/** While it is posted, and what came of it. */
export function shareNotice(language: Language, text?: string): ModalView {
  const { share } = callActionWords[language];
  return noticeView(language, text ?? share.underWay, share.title);
}

/** How a call ended, for people who did not ask for it: by whom they get it, and the number masked. */
export function sharedMessage(call: Call, theirs: KnownCall['theirs']): Message {
  const { request, requester } = call;
  const thread = threadWords[request.language];
  const sharedBy = callActionWords[request.language].share.sharedBy(`<@${requester.userId}>`);
  const said = {
    title: cardWords[request.language].callTo(recipientOf(call, false)),
    line: standingOf(request, theirs ? { ours: call, theirs } : { ours: call }).status,
    facts: [],
  };
  const lists = [
    { title: thread.highlights, items: itemsOf(theirs?.highlights ?? [], request) },
    { title: thread.nextSteps, items: itemsOf(theirs?.nextSteps ?? [], request) },
  ].filter(({ items }) => items.length > 0);
  return {
    text: messageText([factsText(said), sharedBy, ...lists.map(listText)]),
    blocks: [factsBlock(said), ...lists.map(({ title, items }) => bullets(title, items)), note(sharedBy)],
  };
}
