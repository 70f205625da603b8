import { z } from 'zod';
import { accessOf } from '../../accounts/access.ts';
import type { Call } from '../../domain/call.ts';
import type { Language } from '../../domain/language.ts';
import { callActionWords } from '../call/words.ts';
import { type Interaction, onSubmit } from '../context.ts';
import { kallyTroubleOf } from '../errors/kally-errors.ts';
import { refusalOf } from '../errors/refusals.ts';
import { deniedWords } from '../errors/words.ts';
import { formWords } from '../form/words.ts';
import { answerInView } from '../send/answer-in-view.ts';
import { openModal, type Ready } from '../send/open-modal.ts';
import { isElsewhere } from '../transport/refusals.ts';
import { type ModalView, sentence } from '../ui/blocks.ts';
import { typedInputs } from '../ui/inputs.ts';
import { readShareMemory, shareExtents, shareNotice, shareView } from './share-view.ts';

/** *Share*, on the card of a call whose result only the requester has. */
export async function openShare(i: Interaction, callId: string | undefined): Promise<void> {
  await openModal(i, prepareShare(i, callId));
}

async function prepareShare(
  { deps, actor, profile }: Interaction,
  callId: string | undefined,
): Promise<Ready> {
  const [{ language }, found] = await Promise.all([profile(), deps.calls.allow(actor, 'share', callId)]);
  if ('call' in found) return { view: shareView(language, { ...found, ...(await limits(deps, actor)) }) };
  const text = deniedWords[language][found.denied];
  return { view: shareNotice(language, text), message: sentence(text) };
}

/** What was said may be for the requester alone. */
async function limits({ calls }: Interaction['deps'], actor: Interaction['actor']) {
  return { isTranscriptPrivate: (await calls.rulesOf(actor)).privateTranscripts };
}

function ruleSentence(language: Language, rule: 'channel_not_allowed' | 'transcripts_private'): string {
  if (rule === 'transcripts_private') return callActionWords[language].share.transcriptsPrivate;
  return refusalOf({ code: rule }, language).sentence;
}

const typedSchema = z.object({ channel: z.string(), extent: z.enum(shareExtents).default('result') });

export const submitShare = onSubmit(async (i, { view, ack }) => {
  const { deps, actor, client } = i;
  const language = i.languageSoFar();
  const { callId } = readShareMemory(view.private_metadata);
  const { channel, extent } = typedSchema.parse(typedInputs(view.state.values).typed);
  const fault = await deps.calls.channelFault(actor, channel);
  if (fault)
    return ack({
      response_action: 'errors',
      errors: { channel: formWords[language].submission.channel[fault] },
    });
  const withTranscript = extent === 'transcript';
  const rule = await deps.calls.faultOfSharing(actor, { channelId: channel, withTranscript });
  if (rule) return ack({ response_action: 'errors', errors: { channel: ruleSentence(language, rule) } });
  await ack({ response_action: 'update', view: shareNotice(language) });
  await answerInView({ client, viewId: view.id, language }, async () => {
    const found = await deps.calls.allow(actor, 'share', callId);
    if ('denied' in found) return shareNotice(language, deniedWords[language][found.denied]);
    return share(i, { call: found.call, channelId: channel, extent, shareId: view.id });
  });
});

type Wish = {
  call: Call;
  channelId: string;
  extent: z.infer<typeof typedSchema>['extent'];
  shareId: string;
};

async function share(i: Interaction, { call, channelId, extent, shareId }: Wish): Promise<ModalView> {
  const { deps } = i;
  const profile = await i.profile();
  const { language } = profile;
  const limited = await limits(deps, i.actor);
  const again = (trouble: string) => shareView(language, { call, channelId, extent, trouble, ...limited });
  try {
    // All of it is fetched before anything is posted.
    const access = { ...accessOf(deps, call.requester), id: call.kallyCallId ?? '' };
    const theirs = call.kallyCallId ? await deps.kally.getCall(access) : undefined;
    const lines = extent === 'transcript' ? await deps.kally.getTranscript(access) : [];
    await deps.announcer.share(call, theirs, { channelId, lines, shareId });
    return shareNotice(language, callActionWords[language].share.shared(`<#${channelId}>`));
  } catch (error) {
    if (isElsewhere(error)) return again(formWords[language].submission.channel.cannot_post);
    const trouble = kallyTroubleOf(profile, error);
    if (!trouble) throw error;
    return again(trouble.text);
  }
}
