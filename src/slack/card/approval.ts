import { z } from 'zod';
import type { Calls } from '../../calls/calls.ts';
import type { Language } from '../../domain/language.ts';
import { decisionText } from '../call/approval-line.ts';
import { approvalWords } from '../call/approval-words.ts';
import { type Interaction, onClick, onSubmit } from '../context.ts';
import { deniedWords } from '../errors/words.ts';
import { fieldError } from '../form/form-view.ts';
import { answerInView } from '../send/answer-in-view.ts';
import { openModal, type Ready } from '../send/open-modal.ts';
import { tellPrivately } from '../send/say.ts';
import { sentence } from '../ui/blocks.ts';
import { formatsIn, type Reader } from '../ui/formats.ts';
import { typedInputs } from '../ui/inputs.ts';
import {
  declineNotice,
  declineReasonMax,
  declineView,
  readDeclineMemory,
  readPressed,
} from './approval-view.ts';

type Answer = Awaited<ReturnType<Calls['decide']>>;

/** *Approve*, on what an approver was sent. That message itself says when it worked. */
export const approveCall = onClick(async (i, value) => {
  const { callId, approvalId } = readPressed(value);
  const [reader, answer] = await Promise.all([
    i.profile(),
    i.deps.calls.decide(i.actor, { callId, approvalId }, { result: 'approved' }),
  ]);
  const trouble = troubleOf(reader, answer);
  if (trouble) await tellPrivately(i, trouble);
});

/** *Decline…* */
export const openDecline = onClick(async (i, value) => openModal(i, prepare(i, value)));

async function prepare({ deps, actor, profile }: Interaction, value: string | undefined): Promise<Ready> {
  const { callId, approvalId } = readPressed(value);
  const [{ language }, found] = await Promise.all([profile(), deps.calls.allow(actor, 'approve', callId)]);
  if ('denied' in found) return notice(language, deniedWords[language][found.denied]);
  const { call } = found;
  if (call.stage !== 'awaiting_approval' || !approvalId || call.approvalId !== approvalId)
    return notice(language, approvalWords[language].over);
  return { view: declineView(language, { call, pressed: { callId: call.id, approvalId } }) };
}

function notice(language: Language, text: string): Ready {
  return { view: declineNotice(language, text), message: sentence(text) };
}

const reasonSchema = z.string().trim().min(1).max(declineReasonMax);

export const submitDecline = onSubmit(async (i, { view, ack }) => {
  const { deps, actor, client } = i;
  const language = i.languageSoFar();
  const words = approvalWords[language].declineForm;
  const typed = typedInputs(view.state.values).typed.reason?.trim() ?? '';
  const { data: reason } = reasonSchema.safeParse(typed);
  if (reason === undefined) {
    const fault = typed ? words.long(formatsIn(language, 'UTC').number(declineReasonMax)) : words.missing;
    return ack({ response_action: 'errors', errors: fieldError(view, 'reason', fault) });
  }
  const pressed = readDeclineMemory(view.private_metadata);
  await ack({ response_action: 'update', view: declineNotice(language) });
  await answerInView({ client, viewId: view.id, language }, async () => {
    const answer = await deps.calls.decide(actor, pressed, { result: 'declined', reason });
    const reader = await i.profile();
    return declineNotice(reader.language, troubleOf(reader, answer) ?? words.done);
  });
});

/** Why a press decided nothing. */
function troubleOf(reader: Reader, answer: Answer): string | undefined {
  const words = approvalWords[reader.language];
  if (answer === 'altered') return words.altered;
  if ('denied' in answer) return deniedWords[reader.language][answer.denied];
  if (!('late' in answer)) return undefined;
  return answer.late?.decision ? decisionText(reader, answer.late.decision) : words.over;
}
