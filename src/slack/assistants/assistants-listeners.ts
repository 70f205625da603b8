import type { ButtonAction } from '@slack/bolt';
import { z } from 'zod';
import { assistantLifetimes } from '../../accounts/assistants.ts';
import { assistantNameMax, assistantScopes } from '../../domain/assistant.ts';
import { type Interaction, onAction, onClick, onSubmit } from '../context.ts';
import { answerInView, ignoreClosed } from '../send/answer-in-view.ts';
import { openModal } from '../send/open-modal.ts';
import { chosenLists, typedInputs } from '../ui/inputs.ts';
import { momentView, noticeView } from '../ui/notices.ts';
import { assistantConnectedView, assistantsView } from './assistants-view.ts';
import { assistantWords } from './words.ts';

export const openAssistants = onClick((i) =>
  openModal(
    i,
    viewOf(i).then((view) => ({ view })),
  ),
);

async function viewOf({ deps, person, profile }: Interaction) {
  const [reader, tokens] = await Promise.all([profile(), deps.assistants?.of(person)]);
  if (!tokens) return noticeView(reader.language, assistantWords[reader.language].off);
  return assistantsView(reader, tokens);
}

const chosenSchema = z.object({
  name: z.string().trim().min(1),
  days: z.coerce.number().pipe(z.literal(assistantLifetimes)),
  scopes: z.array(z.enum(assistantScopes)).min(1),
});

/** Makes a token, and shows it: the only time that anybody sees it. */
export const submitAssistant = onSubmit(async (i, { view, ack }) => {
  const { deps, person, client } = i;
  const language = i.languageSoFar();
  const words = assistantWords[language];
  const { scopes = [] } = chosenLists(view.state.values);
  const chosen = chosenSchema.parse({ ...typedInputs(view.state.values).typed, scopes });
  if (chosen.name.length > assistantNameMax)
    return ack({ response_action: 'errors', errors: { name: words.nameTooLong } });
  await ack({ response_action: 'update', view: momentView(language) });
  await answerInView({ client, viewId: view.id, language }, async () => {
    const made = await deps.assistants?.connect(person, chosen);
    if (!made) return noticeView(language, words.off);
    if (made === 'too_many') return noticeView(language, words.tooMany);
    const address = new URL('/mcp', deps.publicUrl).href;
    return assistantConnectedView(await i.profile(), { name: chosen.name, address, secret: made.secret });
  });
});

/** *Disconnect*: its token stops working at once. */
export const disconnectAssistant = onAction<ButtonAction>(async (i, { action, body }) => {
  await i.deps.assistants?.disconnect(i.person, action.value ?? '');
  if (!body.view) return;
  const view = await viewOf(i);
  await i.client.views.update({ view_id: body.view.id, view }).then(() => {}, ignoreClosed);
});
