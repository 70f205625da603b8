import { findCall } from '../../calls/find-call.ts';
import type { KnownCall } from '../../calls/known-call.ts';
import { isNotOffered, KallyRefusal } from '../../kally/errors.ts';
import { callDetailsMessage } from '../call/details-view.ts';
import { recordingMessage } from '../call/recording-view.ts';
import { callActionWords } from '../call/words.ts';
import { accessOf, orKallyTrouble } from '../errors/explain.ts';
import { sentence } from '../ui/blocks.ts';
import { type Deed, privately } from './card-press.ts';

/** *Details*: what is kept here is told also while KallyAI cannot be asked for the rest. */
export const tellDetails: Deed = privately(async (asker, call) => {
  let known: KnownCall = { ours: call };
  const trouble = await orKallyTrouble(asker, async () => {
    const found = await findCall(asker.kit, asker.person, call.id);
    if (typeof found !== 'string') known = found;
    return [];
  });
  return [callDetailsMessage(asker.profile, known), ...trouble];
});

/** *Recording*: asked for each time, because its address may not work for long. */
export const tellRecording: Deed = privately(async ({ kit, person, profile }, { kallyCallId: id = '' }) => {
  const words = callActionWords(profile.language).recording;
  try {
    return [recordingMessage(profile, await kit.kally.getRecording({ ...accessOf(kit, person), id }))];
  } catch (error) {
    if (isNotOffered(error)) return [sentence(words.notOffered)];
    if (error instanceof KallyRefusal && error.status === 404) return [sentence(words.none)];
    throw error;
  }
});

/** *Check again* on a call that nobody could know of. The card itself says that it is looked for. */
export const checkAgain: Deed = privately(async ({ kit }, call) => {
  if (call.stage === 'unknown') await kit.checkAgain(call);
  return [];
});
