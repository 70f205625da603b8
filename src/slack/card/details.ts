import type { KnownCall } from '../../calls/known-call.ts';
import { callDetailsMessage } from '../call/details-view.ts';
import { pageUrlFor } from '../call/page-link.ts';
import { recordingMessage } from '../call/recording-view.ts';
import { notForYouMessage } from '../call/thread-view.ts';
import { threadWords } from '../call/thread-words.ts';
import { tellTranscript } from '../call/transcript.ts';
import { callActionWords } from '../call/words.ts';
import type { Interaction } from '../context.ts';
import { orKallyTrouble } from '../errors/explain.ts';
import { deniedWords } from '../errors/words.ts';
import { tellPrivately } from '../send/say.ts';
import { sentence } from '../ui/blocks.ts';
import { privately } from './privately.ts';

/** *Details*: shows our stored data even if KallyAI does not answer. KallyAI is asked only for the requester. */
export const tellDetails = privately('readDetails', async (i, call, { isRequester }) => {
  let known: KnownCall = { ours: call };
  const [readers, decision, mayKeepAway] = await Promise.all([
    i.deps.calls.transcriptReadersOf(call, i.actor),
    i.deps.calls.decisionOf(call),
    i.deps.calls.mayKeepAway(i.actor, call),
  ]);
  const pageUrl = pageUrlFor(i, known);
  const to = { isRequester, mayReadTranscript: readers !== 'others', decision, mayKeepAway, pageUrl };
  if (!isRequester) return [callDetailsMessage(await i.profile(), known, to)];
  const trouble = await orKallyTrouble(i, async () => {
    const found = await i.deps.calls.find(i.actor, call.id);
    if (typeof found !== 'string') known = found;
    return [];
  });
  return [callDetailsMessage(await i.profile(), known, to), ...trouble];
});

/** *Transcript*: only the requester gets it from KallyAI; others are led to the thread. */
export const tellTranscriptOfCard = privately('readTranscript', async (i, ours, { isRequester }) => {
  if (isRequester) return tellTranscript(i, { ours });
  const reader = await i.profile();
  if ((await i.deps.calls.transcriptReadersOf(ours, i.actor)) === 'others')
    return [notForYouMessage(reader, ours)];
  return [sentence(threadWords[reader.language].transcriptInThread)];
});

/** *Recording*: asked for each time, because its address may not work for long. */
export const tellRecording = privately('hearRecording', async ({ deps, actor, profile }, call) => {
  const reader = await profile();
  const words = callActionWords[reader.language].recording;
  const recording = await deps.calls.recording(actor, call);
  if (recording === 'not_offered') return [sentence(words.notOffered)];
  if (recording === 'none') return [sentence(words.none)];
  return [recordingMessage(reader, recording)];
});

/** *Check again* on a call of which nobody knows. The card itself says that it is looked for. */
export async function checkAgain(i: Interaction, callId: string | undefined): Promise<void> {
  const answer = await i.deps.calls.checkAgain(i.actor, callId);
  if (!answer) return;
  const { language } = await i.profile();
  await tellPrivately(i, deniedWords[language][answer.denied]);
}
