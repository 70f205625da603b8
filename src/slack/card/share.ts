import type { Middleware, SlackViewMiddlewareArgs, ViewSubmitAction, webApi } from '@slack/bolt';
import { z } from 'zod';
import { callFor } from '../../calls/access.ts';
import type { Call, TranscriptLine } from '../../domain/call.ts';
import { maxPages, transcriptFile, transcriptPages } from '../call/thread-view.ts';
import { callActionWords } from '../call/words.ts';
import { type Kit, personIn } from '../context.ts';
import { accessOf } from '../errors/explain.ts';
import { kallyTroubleOf } from '../errors/kally-errors.ts';
import { answerInView } from '../send/answer-in-view.ts';
import { openView, type Ready } from '../send/open-modal.ts';
import { isElsewhere } from '../send/refusals.ts';
import { createSender, type Sender, type Where } from '../send/sender.ts';
import { type ModalView, sentence } from '../ui/blocks.ts';
import { wordsIn } from '../ui/formats.ts';
import { typedInputs } from '../ui/inputs.ts';
import { canPostIn } from '../workspace/channels.ts';
import type { Profile } from '../workspace/profiles.ts';
import type { CardPress } from './card-press.ts';
import { readShareMemory, sharedMessage, shareExtents, shareNotice, shareView } from './share-view.ts';

/** *Share*, on the card of a call whose result only the requester has. */
export async function openShare(press: CardPress): Promise<void> {
  await openView(press.kit, press, prepare(press));
}

async function prepare({ kit, person, client, callId }: CardPress): Promise<Ready> {
  const [{ language }, found] = await Promise.all([
    kit.profiles.of(person, client),
    callFor(kit, person, callId),
  ]);
  if ('call' in found) return { view: shareView(language, found) };
  const text = wordsIn(language).card[found.sorry];
  return { view: shareNotice(language, text), message: sentence(text) };
}

const typedSchema = z.object({ channel: z.string(), extent: z.enum(shareExtents).default('result') });

export function submitShare(kit: Kit): Middleware<SlackViewMiddlewareArgs<ViewSubmitAction>> {
  return async ({ ack, body, view, context, client }) => {
    const person = personIn(context, body.user.id);
    const language = kit.profiles.languageOf(person);
    const { callId } = readShareMemory(view.private_metadata);
    const { channel, extent } = typedSchema.parse(typedInputs(view.state.values).typed);
    if ((await canPostIn(client, channel)) === 'no')
      return ack({
        response_action: 'errors',
        errors: { channel: wordsIn(language).submission.cannotPost },
      });
    await ack({ response_action: 'update', view: shareNotice(language) });
    await answerInView({ client, viewId: view.id, language }, async () => {
      const profile = await kit.profiles.of(person, client);
      const found = await callFor(kit, person, callId);
      if ('sorry' in found) return shareNotice(language, wordsIn(language).card[found.sorry]);
      return share(kit, { call: found.call, channelId: channel, extent, profile, client });
    });
  };
}

type Wish = {
  call: Call;
  channelId: string;
  extent: z.infer<typeof typedSchema>['extent'];
  profile: Profile;
  client: webApi.WebClient;
};

async function share(kit: Kit, { call, channelId, extent, profile, client }: Wish): Promise<ModalView> {
  const { language } = profile;
  const words = callActionWords(language).share;
  const again = (trouble: string) => shareView(language, { call, channelId, extent, trouble });
  try {
    // All of it is fetched before anything is posted.
    const access = { ...accessOf(kit, call.requester), id: call.kallyCallId ?? '' };
    const theirs = call.kallyCallId ? await kit.kally.getCall(access) : undefined;
    const lines = extent === 'transcript' ? await kit.kally.getTranscript(access) : [];
    const sender = createSender(client, kit.clock);
    const posted = await sender.post(channelId, sharedMessage(call, theirs));
    if (lines.length > 0) await postTranscript(sender, posted, call, lines);
    return shareNotice(language, words.shared(`<#${channelId}>`));
  } catch (error) {
    if (isElsewhere(error)) return again(wordsIn(language).submission.cannotPost);
    const trouble = kallyTroubleOf(profile, error);
    if (!trouble) throw error;
    return again(trouble.text);
  }
}

/** In pages, or as a file where it is long and Slack takes one. */
async function postTranscript(sender: Sender, under: Where, { request }: Call, lines: TranscriptLine[]) {
  const pages = transcriptPages(request, lines);
  if (pages.length > maxPages && (await isUploaded(sender.upload(under, transcriptFile(request, lines)))))
    return;
  for (const page of pages) await sender.post(under.channelId, page, under.ts);
}

async function isUploaded(upload: Promise<void>): Promise<boolean> {
  try {
    await upload;
    return true;
  } catch (error) {
    if (!isElsewhere(error)) throw error;
    return false;
  }
}
