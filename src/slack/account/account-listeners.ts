import type { BlockAction, ButtonAction, Middleware, SlackActionMiddlewareArgs } from '@slack/bolt';
import { askerIn } from '../asker-in.ts';
import { type Kit, replacePrivately } from '../context.ts';
import type { AskerInPlace } from '../errors/explain.ts';
import { type Message, sentence } from '../ui/blocks.ts';
import { disconnect } from './connection-commands.ts';
import { forgetPerson } from './forget-command.ts';
import { accountWords } from './words.ts';

type ButtonClick = Middleware<SlackActionMiddlewareArgs<BlockAction<ButtonAction>>>;

/** A click on a question that only the person asked sees: acts for whoever pressed it, and answers in its place. */
const answering =
  (answer: (asker: AskerInPlace) => Message | Promise<Message>) =>
  (kit: Kit): ButtonClick =>
  async ({ ack, ...click }) => {
    await ack();
    const asker = await askerIn(kit, click);
    await replacePrivately(asker, await answer(asker));
  };

export const disconnectAccount = answering(disconnect);

export const stayConnected = answering(({ profile }) =>
  sentence(accountWords[profile.language].logout.stayed),
);

export const forgetMe = answering(forgetPerson);
