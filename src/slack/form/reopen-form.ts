import { draftOf } from '../../domain/call-request.ts';
import { isSamePerson } from '../../domain/person.ts';
import { formatPhone } from '../../domain/phone.ts';
import { connectWords } from '../connect/words.ts';
import { type Interaction, onClick } from '../context.ts';
import { deniedWords } from '../errors/words.ts';
import { openCallForm } from './open-form.ts';

/** *Continue* after connecting: the form as it was being filled. */
export const continueForm = onClick((i, attemptId) =>
  openCallForm(i, async ({ language }) => {
    const attempt = attemptId ? await i.deps.store.linkAttempts.findById(attemptId) : undefined;
    if (!attempt?.draft || !isSamePerson(attempt.person, i.person))
      return { sorry: connectWords[language].continueGone };
    return { draft: attempt.draft, channelId: attempt.channelId };
  }),
);

/** *Call again* or *Edit and try again*: the form as it was sent for that call; a new call only when it is confirmed. */
export function openFormAgain(i: Interaction, callId: string | undefined): Promise<void> {
  return openCallForm(i, async ({ language }) => {
    const found = await i.deps.calls.allow(i.actor, 'callAgain', callId);
    if ('denied' in found) return { sorry: deniedWords[language][found.denied] };
    const { request, channelId, refusal } = found.call;
    const draft = { ...draftOf(request), phone: formatPhone(request.phone) };
    return { draft, channelId, refused: refusal?.code };
  });
}
