import { z } from 'zod';
import { type Finding, isBlock } from '../../calls/policies.ts';
import type { WallTime } from '../../domain/due-time.ts';
import { formatPhone } from '../../domain/phone.ts';
import type { AskCode } from '../../domain/plan.ts';
import { type Interaction, onSubmit } from '../context.ts';
import { deniedWords } from '../errors/words.ts';
import { permalinkOf } from '../send/permalink.ts';
import { late, within } from '../transport/deadline.ts';
import type { ModalView } from '../ui/blocks.ts';
import type { Reader } from '../ui/formats.ts';
import { typedInputs } from '../ui/inputs.ts';
import { afterSending } from './after-sending.ts';
import {
  type BeforeCall,
  beforeCallNotice,
  beforeCallView,
  callAtChoices,
  readBeforeCall,
  type Wanted,
} from './before-call-view.ts';
import { dueFaultText } from './due-text.ts';
import { plannedWords } from './due-words.ts';
import { blockText, isAsking } from './findings-view.ts';
import { saveInTime } from './save-in-time.ts';
import { formWords } from './words.ts';

/** The modal does not wait longer than this for the address of a card. */
const linkPatienceMs = 400;

/** Why a call may not leave, or what the person is asked first. */
export async function lookAgain(
  { deps, client }: Pick<Interaction, 'deps' | 'client'>,
  reader: Reader,
  findings: Finding[],
  call: { wanted: Wanted; task?: string; timeZone: string },
): Promise<ModalView> {
  const block = findings.find(isBlock);
  if (block) return beforeCallNotice(reader.language, blockText(reader.language, block));
  const asked = findings.filter(isAsking);
  const now = deps.clock.now();
  const callUrl = deps.calls
    .cardOfOther(findings)
    .then((card) => card && permalinkOf(client, card))
    .catch(() => undefined);
  const found = await within(linkPatienceMs, callUrl);
  return beforeCallView(reader, {
    ...call,
    findings: asked,
    now,
    callUrl: found === late ? undefined : found,
  });
}

const typedSchema = z.object({ callAt: z.enum(callAtChoices).default('asked') });

/** The person read *Before Kally calls*, and continues. */
export const submitBeforeCall = onSubmit(async (i, { view, ack }) => {
  const { callAt } = typedSchema.parse(typedInputs(view.state.values).typed);
  const before = readBeforeCall(view.private_metadata);
  const { language } = await i.profile();
  const opens = callAt === 'opens' ? before.opens : undefined;
  const shown = await saveInTime<ModalView | undefined>(
    i,
    language,
    (isGivenUp) => goOn(i, before, opens, isGivenUp),
    (why) => beforeCallNotice(language, why),
  );
  if (shown) return ack({ response_action: 'update', view: shown });
  await ack({ response_action: 'clear' });
  const { wanted } = before;
  if ('request' in wanted) await afterSending(i, wanted.sent, wanted.request);
});

/** What is shown instead of closing; nothing when the call is on its way. */
async function goOn(
  i: Interaction,
  { wanted, task, timeZone, shown }: BeforeCall,
  opens: WallTime | undefined,
  isGivenUp: () => boolean,
): Promise<ModalView | undefined> {
  const { calls } = i.deps;
  const reader = await i.profile();
  const { language } = reader;
  const due = opens ?? wanted.due;
  const next = { ...wanted, ...(due && { due }) };
  // The person accepted this time, not another one.
  const accepted: AskCode[] = shown.filter((code) => !opens || code !== 'outside_hours');
  if ('callId' in wanted) {
    const answer = due
      ? await calls.changeTime(i.actor, wanted.callId, due, accepted)
      : await calls.callNow(i.actor, wanted.callId, accepted);
    if (answer === 'moved_on') return beforeCallNotice(language, plannedWords[language].movedOn);
    if ('denied' in answer) return beforeCallNotice(language, deniedWords[language][answer.denied]);
    if ('fault' in answer) return beforeCallNotice(language, dueFaultText(language, timeZone, answer.fault));
    if ('findings' in answer) return lookAgain(i, reader, answer.findings, { wanted: next, timeZone });
    return undefined;
  }
  const { request, channelId, isAskedThere, submissionId, proposalId } = wanted;
  const confirmation = { channelId, isAskedThere, submissionId, proposalId, due, accepted, isGivenUp };
  const confirmed = await calls.confirm(i.actor, { ...request, task }, confirmation);
  if ('findings' in confirmed)
    return lookAgain(i, reader, confirmed.findings, { wanted: next, task, timeZone });
  if ('already' in confirmed) {
    const phone = formatPhone(confirmed.already.request.phone);
    return beforeCallNotice(language, formWords[language].submission.already(phone));
  }
  return undefined;
}
