import type {
  BlockAction,
  ButtonAction,
  Middleware,
  SlackActionMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
  webApi,
} from '@slack/bolt';
import { z } from 'zod';
import { isSamePerson } from '../../domain/call.ts';
import type { CodeAnswer } from '../../store/link-attempts.ts';
import { type Kit, personIn } from '../context.ts';
import { openView } from '../send/open-modal.ts';
import { late, leftToAck, within } from '../transport/deadline.ts';
import type { Message } from '../ui/blocks.ts';
import { typedInputs } from '../ui/inputs.ts';
import { noticeView } from '../ui/notices.ts';
import { codeView, connectedMessage, notConnectedMessage } from './connect-view.ts';
import { connectWords } from './words.ts';

type ButtonClick = Middleware<SlackActionMiddlewareArgs<BlockAction<ButtonAction>>>;

/** The message that asks, which changes when it is answered. */
const memorySchema = z.object({ attemptId: z.string(), channelId: z.string(), ts: z.string() });
type Memory = z.infer<typeof memorySchema>;

/** *Enter the code*, on the message that asks whether it was them who signed in. */
export function enterCode(kit: Kit): ButtonClick {
  return async ({ ack, body, action, context, client }) => {
    await ack();
    const person = personIn(context, body.user.id);
    const memory = memoryOf(body, action.value);
    const prepare = async () => {
      const [{ language }, attempt] = await Promise.all([
        kit.profiles.of(person, client),
        kit.store.linkAttempts.findById(memory.attemptId),
      ]);
      const isWaiting = attempt?.held && attempt.expiresAt > kit.clock.now();
      if (!isWaiting || !isSamePerson(attempt.person, person))
        return { view: noticeView(language, connectWords(language).code.gone) };
      return { view: codeView(language, JSON.stringify(memory)) };
    };
    await openView(kit, { person, client, triggerId: body.trigger_id }, prepare());
  };
}

/** *It was not me*: what the stranger's browser brought is thrown away. */
export function denySignIn(kit: Kit): ButtonClick {
  return async ({ ack, body, action, context, client }) => {
    await ack();
    const person = personIn(context, body.user.id);
    const memory = memoryOf(body, action.value);
    const { linkAttempts, links } = kit.store;
    const attempt = await linkAttempts.findById(memory.attemptId);
    if (attempt && !isSamePerson(attempt.person, person)) return;
    const isLetGo = attempt?.held && (await linkAttempts.letGo(attempt.id));
    // The code was quicker; `/kally logout` disconnects what it connected.
    if (!isLetGo && (await links.isConnected(person))) return;
    const { language } = await kit.profiles.of(person, client);
    await edit(client, memory, notConnectedMessage(language));
  };
}

export function submitCode(kit: Kit): Middleware<SlackViewMiddlewareArgs<ViewSubmitAction>> {
  return async ({ ack, body, view, context, client }) => {
    const person = personIn(context, body.user.id);
    const { language } = await kit.profiles.of(person, client);
    const { code: words } = connectWords(language);
    const memory = memorySchema.parse(JSON.parse(view.private_metadata));
    const code = typedInputs(view.state.values).typed.code?.replace(/\D/g, '') ?? '';
    const now = kit.clock.now();
    const entering = kit.store.linkAttempts.enterCode(
      { id: memory.attemptId, person, code },
      now,
      (tokens, tx) => kit.store.links.connect(person, tokens, now, tx),
    );
    const answer = await within(leftToAck(), entering);
    if (answer === 'wrong' || answer === 'gone')
      return ack({ response_action: 'errors', errors: { code: words[answer] } });
    await ack(answer === late ? { response_action: 'errors', errors: { code: words.late } } : undefined);
    const connected = await entering;
    if (typeof connected !== 'string') kit.home.changed(person);
    await tellConnected(client, memory, connected);
  };
}

async function tellConnected(client: webApi.WebClient, memory: Memory, answer: CodeAnswer) {
  if (typeof answer === 'string') return;
  const { language, draft, id } = answer.connected;
  await edit(client, memory, connectedMessage(language, draft && id));
}

async function edit(client: webApi.WebClient, { channelId: channel, ts }: Memory, message: Message) {
  await client.chat.update({ channel, ts, ...message });
}

function memoryOf({ container }: BlockAction, attemptId = ''): Memory {
  return { attemptId, channelId: container.channel_id, ts: container.message_ts };
}
