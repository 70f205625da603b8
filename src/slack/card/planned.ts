import { z } from 'zod';
import { wallTimeAt, wallTimeSchema } from '../../domain/due-time.ts';
import { type Command, type Interaction, onSubmit } from '../context.ts';
import { deniedWords } from '../errors/words.ts';
import { lookAgain } from '../form/before-call.ts';
import { dueFaultText, dueText } from '../form/due-text.ts';
import { plannedWords } from '../form/due-words.ts';
import { fieldError } from '../form/form-view.ts';
import { answerInView } from '../send/answer-in-view.ts';
import { openModal, type Ready } from '../send/open-modal.ts';
import { tellPrivately } from '../send/say.ts';
import { sentence } from '../ui/blocks.ts';
import { typedInputs } from '../ui/inputs.ts';
import { changeTimeNotice, changeTimeView, plannedMessage, readChangeTimeMemory } from './planned-view.ts';

/** *Call now*, on a planned call. The card itself says that it leaves. */
export async function callNow(i: Interaction, callId: string | undefined): Promise<void> {
  const [answer, reader] = await Promise.all([i.deps.calls.callNow(i.actor, callId), i.profile()]);
  const { language } = reader;
  if (answer === 'moved_on') return tellPrivately(i, plannedWords[language].movedOn);
  if ('denied' in answer) return tellPrivately(i, deniedWords[language][answer.denied]);
  if (!('findings' in answer)) return;
  const call = { wanted: { callId: callId ?? '' }, timeZone: await zoneOf(i, callId) };
  await openModal(
    i,
    lookAgain(i, reader, answer.findings, call).then((view) => ({ view })),
  );
}

/** By whose clock a planned call is made. */
async function zoneOf({ deps, actor, profile }: Interaction, callId: string | undefined): Promise<string> {
  const found = await deps.calls.allow(actor, 'changeTime', callId);
  return 'call' in found ? found.call.request.timeZone : (await profile()).timeZone;
}

/** `/kally planned` */
export const listPlanned: Command = async ({ deps, actor, profile }) => {
  const [{ language }, calls] = await Promise.all([profile(), deps.calls.planned(actor)]);
  return [plannedMessage(language, calls)];
};

/** *Change*, on a planned call. */
export async function openChangeTime(i: Interaction, callId: string | undefined): Promise<void> {
  await openModal(i, prepareChangeTime(i, callId));
}

async function prepareChangeTime(
  { deps, actor, profile }: Interaction,
  callId: string | undefined,
): Promise<Ready> {
  const [{ language }, found] = await Promise.all([profile(), deps.calls.allow(actor, 'changeTime', callId)]);
  if ('denied' in found) return notice(deniedWords[language][found.denied]);
  const { call } = found;
  if (call.stage !== 'planned' || !call.plan) return notice(plannedWords[language].movedOn);
  const { due, held } = call.plan;
  const now = wallTimeAt(deps.clock.now(), due.timeZone);
  return { view: changeTimeView(language, { call, due: held ? { ...due, date: now.date } : due }) };

  function notice(text: string): Ready {
    return { view: changeTimeNotice(language, text), message: sentence(text) };
  }
}

const typedSchema = z.object({
  date: z.string(),
  time: z.string(),
  callOccurrence: wallTimeSchema.shape.occurrence,
});

export const submitChangeTime = onSubmit(async (i, { view, ack }) => {
  const { deps, actor, client } = i;
  const language = i.languageSoFar();
  const { callId, timeZone } = readChangeTimeMemory(view.private_metadata);
  const { callOccurrence, ...typed } = typedSchema.parse(typedInputs(view.state.values).typed);
  const due = { ...typed, timeZone, ...(callOccurrence && { occurrence: callOccurrence }) };
  const fault = deps.calls.faultOfDue(due);
  const found = fault?.fault === 'due_repeated' && (await deps.calls.allow(actor, 'changeTime', callId));
  // The view asks which of the two is meant.
  if (found && 'call' in found)
    return ack({ response_action: 'update', view: changeTimeView(language, { call: found.call, due }) });
  if (fault)
    return ack({
      response_action: 'errors',
      errors: fieldError(view, 'time', dueFaultText(language, timeZone, fault)),
    });
  await ack({ response_action: 'update', view: changeTimeNotice(language) });
  await answerInView({ client, viewId: view.id, language }, async () => {
    const answer = await deps.calls.changeTime(actor, callId, due);
    if (answer === 'moved_on') return changeTimeNotice(language, plannedWords[language].movedOn);
    if ('denied' in answer) return changeTimeNotice(language, deniedWords[language][answer.denied]);
    if ('fault' in answer) return changeTimeNotice(language, dueFaultText(language, timeZone, answer.fault));
    if ('findings' in answer)
      return lookAgain(i, await i.profile(), answer.findings, { wanted: { callId, due }, timeZone });
    const { call } = answer;
    const when = call.plan ? dueText(language, call, call.plan, { isMarkup: true }) : '';
    return changeTimeNotice(language, plannedWords[language].change.changed(when));
  });
});
