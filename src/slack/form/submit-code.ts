import { connectWords } from '../connect/words.ts';
import { onSubmit } from '../context.ts';
import { answerInView } from '../send/answer-in-view.ts';
import { late, leftToAck, within } from '../transport/deadline.ts';
import { typedInputs } from '../ui/inputs.ts';
import { momentView } from '../ui/notices.ts';
import { prepareForm } from './open-form.ts';

/** The person entered the code that their browser shows: the modal becomes the form that they were about to open. */
export const submitCode = onSubmit(async (i, { view, ack }) => {
  const { deps, person, client } = i;
  const { language } = await i.profile();
  const { code: words } = connectWords[language];
  const code = typedInputs(view.state.values).typed.code?.replace(/\D/g, '') ?? '';
  const entering = deps.connectAccount.byCode({ id: view.private_metadata, person, code });
  const answer = await within(leftToAck(), entering);
  if (answer === 'wrong' || answer === 'gone')
    return ack({ response_action: 'errors', errors: { code: words[answer] } });
  if (answer === late) await ack({ response_action: 'errors', errors: { code: words.late } });
  const connected = await entering;
  if (typeof connected === 'string') return;
  const { draft, channelId, id: attemptId, proposalId } = connected.connected;
  if (answer !== late && !draft) await ack();
  if (answer !== late && draft) {
    const preparing = prepareForm(i, () => ({ draft, channelId, attemptId, proposalId }));
    const ready = await within(leftToAck(), preparing);
    await ack({ response_action: 'update', view: ready === late ? momentView(language) : ready.view });
    if (ready === late)
      await answerInView({ client, viewId: view.id, language }, async () => (await preparing).view);
  }
  // This view has its answer: it is closed, or the form.
  const { viewId, ...shown } = connected.connected.shown;
  const elsewhere = viewId === view.id ? shown : connected.connected.shown;
  await deps.connecting.announceConnected({ ...connected.connected, shown: elsewhere });
});
