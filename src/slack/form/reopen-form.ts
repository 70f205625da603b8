import type { ButtonAction } from '@slack/bolt';
import { draftForOthers, draftOf } from '../../domain/call-request.ts';
import { formatPhone } from '../../domain/phone.ts';
import { attemptOf, noteWhere } from '../connect/code.ts';
import { connectWords } from '../connect/words.ts';
import { type Interaction, onAction } from '../context.ts';
import { deniedWords } from '../errors/words.ts';
import { openCallForm } from './open-form.ts';

/** *Continue* after connecting: the form as it was being filled. */
export const continueForm = onAction<ButtonAction>(async (i, { action, body }) => {
  await openCallForm(i, async ({ language }) => {
    const attempt = await attemptOf(i, action.value);
    if (!attempt?.draft) return { sorry: connectWords[language].continueGone };
    const { id: attemptId, draft, channelId, proposalId } = attempt;
    return { draft, channelId, attemptId, proposalId };
  });
  await noteWhere(i, action.value, body);
});

/** *Call again* or *Edit and try again*: the form as it was sent for that call; a new call only when it is confirmed. */
export function openFormAgain(i: Interaction, callId: string | undefined): Promise<void> {
  return openCallForm(i, async ({ language }) => {
    const found = await i.deps.calls.allow(i.actor, 'callAgain', callId);
    if ('denied' in found) return { sorry: deniedWords[language][found.denied] };
    const { request, channelId, refusal } = found.call;
    const phone = formatPhone(request.phone);
    if (found.isRequester)
      return { draft: { ...draftOf(request), phone }, channelId, refused: refusal?.code };
    return { draft: { ...draftForOthers(request), phone }, channelId: i.channelId };
  });
}
