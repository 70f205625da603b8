import type {
  BlockAction,
  ButtonAction,
  Middleware,
  SlackActionMiddlewareArgs,
  SlackEventMiddlewareArgs,
  webApi,
} from '@slack/bolt';
import { z } from 'zod';
import { isThanks } from '../../domain/courtesy.ts';
import { readThreadQuestion } from '../../domain/thread-question.ts';
import { notForYouMessage } from '../call/thread-view.ts';
import { type Deps, type Interaction, interactionOf, onClick } from '../context.ts';
import { readCarried, withShortTask } from '../form/button-draft.ts';
import { openCallForm } from '../form/open-form.ts';
import { readText } from '../form/read-text.ts';
import { isElsewhere } from '../transport/refusals.ts';
import { type Message, sentence } from '../ui/blocks.ts';
import { hintMessage, understoodMessage } from './answers-view.ts';
import { createSieve } from './sieve.ts';
import { threadAnswerMessage } from './thread-answer-view.ts';
import { answerWords } from './words.ts';

type Hears<Event extends string> = Middleware<SlackEventMiddlewareArgs<Event>>;

/** A new message by a person: not by an app, not edited, not a notice of Slack's. */
const heardSchema = z.object({
  user: z.string(),
  text: z.string(),
  channel: z.string(),
  thread_ts: z.string().optional(),
  bot_id: z.undefined().optional(),
  edited: z.undefined().optional(),
  subtype: z.literal('file_share').optional(),
});
type Heard = z.infer<typeof heardSchema>;

/** Answers a mention privately: colleagues see only the calls that the person decides to make. */
export function hearMention(deps: Deps): Hears<'app_mention'> {
  const isNew = createSieve(deps);
  return async ({ event, body, context, client }) => {
    const heard = heardSchema.safeParse(event).data;
    if (!heard || !isNew(body.event_id)) return;
    const i = interactionOf(deps, { context, client, userId: heard.user, channelId: heard.channel });
    const answer = await answerBelowCard(i, heard);
    if (answer?.isForAll) {
      await say(client, heard, answer.message);
      return;
    }
    const mention = context.botUserId ? `<@${context.botUserId}>` : '';
    await whisper(client, heard, answer?.message ?? (await answerTo(i, heard, mention)));
  };
}

export function hearDirectMessage(deps: Deps): Hears<'message'> {
  const isNew = createSieve(deps);
  return async ({ event, body, context, client }) => {
    const heard = event.channel_type === 'im' ? heardSchema.safeParse(event).data : undefined;
    if (!heard || !isNew(body.event_id)) return;
    const i = interactionOf(deps, { context, client, userId: heard.user });
    const below = await answerBelowCard(i, heard);
    await say(client, heard, below?.message ?? (await answerTo(i, heard, '')));
  };
}

/**
 * The answer to a question in a card's thread; for everybody there if everybody may read the transcript. `undefined` in other threads,
 * and for other questions.
 */
async function answerBelowCard(
  { deps: { calls }, actor, profile }: Interaction,
  { text, channel, thread_ts }: Heard,
): Promise<{ message: Message; isForAll: boolean } | undefined> {
  const asked = thread_ts === undefined ? undefined : readThreadQuestion(text);
  if (!asked || thread_ts === undefined) return undefined;
  const callId = await calls.ofCard(channel, thread_ts);
  if (callId === undefined) return undefined;
  const found = await calls.allow({ ...actor, placeId: channel }, 'askAbout', callId);
  if ('denied' in found) return undefined;
  const { call } = found;
  const [reader, readers] = await Promise.all([profile(), calls.transcriptReadersOf(call, actor)]);
  if (readers === 'others') return { message: notForYouMessage(reader, call), isForAll: false };
  return { message: threadAnswerMessage(reader, call, asked), isForAll: readers === 'all' };
}

/** Never calls: shows what was understood, and a click opens the form. */
async function answerTo(i: Interaction, { text }: Heard, mention: string): Promise<Message> {
  const { deps, channelId } = i;
  const [reader, { draft, isRequest }] = await Promise.all([i.profile(), readText(i, text)]);
  if (!isRequest && isThanks(text)) return sentence(answerWords[reader.language].welcome);
  if (!isRequest) return hintMessage(reader.language, channelId, mention);
  return understoodMessage({ draft: withShortTask(draft), channelId }, reader, deps.clock.now());
}

async function say(client: webApi.WebClient, heard: Heard, message: Message): Promise<void> {
  const { channel } = heard;
  await client.chat.postMessage({ ...message, channel, ...threadOf(heard), unfurl_links: false });
}

/** Sends a direct message where Slack cannot show something to one person alone. */
async function whisper(client: webApi.WebClient, heard: Heard, message: Message): Promise<void> {
  const { channel, user } = heard;
  try {
    await client.chat.postEphemeral({ ...message, channel, user, ...threadOf(heard) });
  } catch (error) {
    if (!isElsewhere(error)) throw error;
    await client.chat.postMessage({ ...message, channel: user, unfurl_links: false });
  }
}

function threadOf({ thread_ts }: Heard) {
  return thread_ts ? { thread_ts } : {};
}

/** *Review and call*, *Make a phone call*: the form, with what the button carries. */
export const openForm = onClick((i, value) => openCallForm(i, () => readCarried(value ?? '')));

export const dismiss: Middleware<SlackActionMiddlewareArgs<BlockAction<ButtonAction>>> = async ({
  ack,
  respond,
}) => {
  await ack();
  await respond({ delete_original: true });
};
