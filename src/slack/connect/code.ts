import type { BlockAction, ButtonAction, webApi } from '@slack/bolt';
import { z } from 'zod';
import { isSamePerson } from '../../domain/person.ts';
import { type Interaction, onAction, onSubmit } from '../context.ts';
import { openModal } from '../send/open-modal.ts';
import { late, leftToAck, within } from '../transport/deadline.ts';
import type { Message } from '../ui/blocks.ts';
import { typedInputs } from '../ui/inputs.ts';
import { noticeView } from '../ui/notices.ts';
import { codeView, connectedMessage, notConnectedMessage } from './connect-view.ts';
import { connectWords } from './words.ts';

/** The message that asks, which changes when it is answered. */
const memorySchema = z.object({ attemptId: z.string(), channelId: z.string(), ts: z.string() });
type Memory = z.infer<typeof memorySchema>;

/** *Enter the code*, on the message that asks whether it was them who signed in. */
export const enterCode = onAction<ButtonAction>(async (i, { action, body }) => {
  await openModal(i, prepare(i, memoryOf(body, action.value)));
});

async function prepare({ deps, person, profile }: Interaction, memory: Memory) {
  const [{ language }, attempt] = await Promise.all([
    profile(),
    deps.store.linkAttempts.findById(memory.attemptId),
  ]);
  const isWaiting = attempt?.held && attempt.expiresAt > deps.clock.now();
  if (!isWaiting || !isSamePerson(attempt.person, person))
    return { view: noticeView(language, connectWords[language].code.gone) };
  return { view: codeView(language, JSON.stringify(memory)) };
}

/** *It was not me*: what the stranger's browser brought is thrown away. */
export const denySignIn = onAction<ButtonAction>(async (i, { action, body }) => {
  const { deps, person, client } = i;
  const memory = memoryOf(body, action.value);
  const { linkAttempts, links } = deps.store;
  const attempt = await linkAttempts.findById(memory.attemptId);
  if (attempt && !isSamePerson(attempt.person, person)) return;
  const isLetGo = attempt?.held && (await linkAttempts.letGo(attempt.id));
  // The code was quicker; `/kally logout` disconnects what it connected.
  if (!isLetGo && (await links.isConnected(person))) return;
  const { language } = await i.profile();
  await edit(client, memory, notConnectedMessage(language));
});

export const submitCode = onSubmit(async (i, { view, ack }) => {
  const { deps, person, client } = i;
  const { language } = await i.profile();
  const { code: words } = connectWords[language];
  const memory = memorySchema.parse(JSON.parse(view.private_metadata));
  const code = typedInputs(view.state.values).typed.code?.replace(/\D/g, '') ?? '';
  const entering = deps.connectAccount.byCode({ id: memory.attemptId, person, code });
  const answer = await within(leftToAck(), entering);
  if (answer === 'wrong' || answer === 'gone')
    return ack({ response_action: 'errors', errors: { code: words[answer] } });
  await ack(answer === late ? { response_action: 'errors', errors: { code: words.late } } : undefined);
  const connected = await entering;
  if (typeof connected === 'string') return;
  deps.home.changed(person);
  const { language: asked, draft, id } = connected.connected;
  await edit(client, memory, connectedMessage(asked, draft && id));
});

async function edit(client: webApi.WebClient, { channelId: channel, ts }: Memory, message: Message) {
  await client.chat.update({ channel, ts, ...message });
}

function memoryOf({ container }: BlockAction, attemptId = ''): Memory {
  return { attemptId, channelId: container.channel_id, ts: container.message_ts };
}
