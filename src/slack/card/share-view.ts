import { z } from 'zod';
import type { KnownCall } from '../../calls/known-call.ts';
import { type Call, hasConversation } from '../../domain/call.ts';
import type { Language } from '../../domain/language.ts';
import { endedCallIn } from '../call/details-view.ts';
import { headlineBlock, headlineText } from '../call/outcome-block.ts';
import { outcomeLine } from '../call/outcome-line.ts';
import { outcomeWords } from '../call/outcome-words.ts';
import { requesterAsReader } from '../call/place-time.ts';
import { listBlocks, listTexts, moreOfSummary } from '../call/proof-view.ts';
import { recipientOf, spokenRecipientOf } from '../call/standing.ts';
import { callActionWords } from '../call/words.ts';
import { type Message, type ModalView, note, plain, section } from '../ui/blocks.ts';
import { input, option } from '../ui/form-fields.ts';
import { noticeView } from '../ui/notices.ts';
import { escapeMarkup, messageText } from '../ui/text.ts';
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
  /** By a rule of the workspace, others may not read the transcript. */
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
  const { share } = callActionWords[request.language];
  const sharedBy = `${share.sharedBy(`<@${requester.userId}>`)} · ${outcomeWords[request.language].byAi}`;
  const ended = endedCallIn(theirs ? { ours: call, theirs } : { ours: call });
  const reader = requesterAsReader(request);
  const line = outcomeLine(reader, ended);
  const ours = line.warning ? [line.warning] : [];
  const lists = moreOfSummary(reader, ended);
  const said = headlineText(spokenRecipientOf(call, false), line, ours);
  return {
    text: messageText([escapeMarkup(said), sharedBy, ...listTexts(lists)]),
    blocks: [headlineBlock(recipientOf(call, false), line, ours), ...listBlocks(lists), note(sharedBy)],
  };
}
