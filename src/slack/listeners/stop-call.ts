import type { BlockAction, ButtonAction, Middleware, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { Call } from '../../domain/call.ts';
import { callForAdmins } from '../call-for.ts';
import { type Asker, type Kit, personIn, tellPrivately } from '../kit.ts';
import { section } from '../views/blocks.ts';
import { stoppedByMessage } from '../views/stopped.ts';
import { callActionWords } from '../words/call-actions.ts';
import { wordsIn } from '../words/words.ts';

type ButtonClick = Middleware<SlackActionMiddlewareArgs<BlockAction<ButtonAction>>>;

/** *Stop* on a card, for the requester and the workspace's admins. The card itself says when it worked. */
export function stopCall(kit: Kit): ButtonClick {
  return async ({ ack, body, action, context, client, respond }) => {
    await ack();
    const person = personIn(context, body.user.id);
    const asker = { person, client, respond };
    const { language } = await kit.profiles.of(person, client);
    const found = await callForAdmins(kit, person, action.value, client);
    if ('sorry' in found) return say(asker, wordsIn(language).card[found.sorry]);
    const { result } = await kit.stopCall(found.call.id);
    if (result !== 'stopped' && result !== 'cancelled')
      return say(asker, callActionWords(language).stopAnswers[result]);
    if (person.userId !== found.call.requester.userId) await tellRequester(asker, found.call);
  };
}

async function tellRequester({ client, person }: Asker, call: Call) {
  await client.chat.postMessage({ channel: call.requester.userId, ...stoppedByMessage(call, person.userId) });
}

async function say(asker: Asker, text: string) {
  await tellPrivately(asker, { text, blocks: [section(text)] });
}
