import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Call } from '../../domain/call.ts';
import { faultsOfWhen } from '../../domain/call-request.ts';
import { whenText } from '../call/standing.ts';
import { callActionWords } from '../call/words.ts';
import { type Interaction, onSubmit } from '../context.ts';
import { kallyTroubleOf } from '../errors/kally-errors.ts';
import { deniedWords } from '../errors/words.ts';
import { faultErrors } from '../form/form-view.ts';
import { answerInView } from '../send/answer-in-view.ts';
import { openModal, type Ready } from '../send/open-modal.ts';
import { type ModalView, sentence } from '../ui/blocks.ts';
import { typedInputs } from '../ui/inputs.ts';
import { readRescheduleMemory, rescheduleNotice, rescheduleView } from './reschedule-view.ts';

/** *Reschedule*, for a call that does not ring yet. */
export async function openReschedule(i: Interaction, callId: string | undefined): Promise<void> {
  await openModal(i, prepareReschedule(i, callId));
}

async function prepareReschedule(
  { deps, actor, profile }: Interaction,
  callId: string | undefined,
): Promise<Ready> {
  const [{ language }, found] = await Promise.all([profile(), deps.calls.allow(actor, 'reschedule', callId)]);
  if ('denied' in found) {
    const text = deniedWords[language][found.denied];
    return { view: rescheduleNotice(language, text), message: sentence(text) };
  }
  const { call } = found;
  const now = Temporal.Instant.fromEpochMilliseconds(deps.clock.now());
  const today = now.toZonedDateTimeISO(call.request.timeZone).toPlainDate();
  return { view: rescheduleView(language, { call, date: today.toString() }) };
}

const typedSchema = z.object({ date: z.string(), time: z.string() });
type When = z.infer<typeof typedSchema>;

export const submitReschedule = onSubmit(async (i, { view, ack }) => {
  const { deps, actor, client } = i;
  const language = i.languageSoFar();
  const { callId, timeZone } = readRescheduleMemory(view.private_metadata);
  const when = typedSchema.parse(typedInputs(view.state.values).typed);
  const faults = faultsOfWhen(when.date, when.time, { now: deps.clock.now(), timeZone });
  if (Object.keys(faults).length > 0)
    return ack({ response_action: 'errors', errors: faultErrors(view, language, faults) });
  await ack({ response_action: 'update', view: rescheduleNotice(language) });
  await answerInView({ client, viewId: view.id, language }, async () => {
    const found = await deps.calls.allow(actor, 'reschedule', callId);
    if ('denied' in found) return rescheduleNotice(language, deniedWords[language][found.denied]);
    return reschedule(i, found.call, when);
  });
});

async function reschedule(i: Interaction, call: Call, when: When): Promise<ModalView> {
  const { deps, actor } = i;
  const profile = await i.profile();
  const { language } = profile;
  const words = callActionWords[language].reschedule;
  const again = (trouble: string) => rescheduleView(language, { call, ...when, trouble });
  try {
    const answer = await deps.calls.reschedule(actor, call.id, when);
    if (typeof answer === 'object') return rescheduleNotice(language, deniedWords[language][answer.denied]);
    if (answer === 'not_then') return again(words.notThen);
    if (answer !== 'moved') return rescheduleNotice(language, words.answers[answer]);
  } catch (error) {
    const trouble = kallyTroubleOf(profile, error);
    if (!trouble) throw error;
    return again(trouble.text);
  }
  const moment = whenText(language, call.request, { ...when, now: deps.clock.now() });
  return rescheduleNotice(language, words.moved(moment));
}
