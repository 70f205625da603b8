import { type Interaction, onClick } from '../context.ts';
import { replacePrivately } from '../send/say.ts';
import { type Message, sentence } from '../ui/blocks.ts';
import { disconnect } from './connection-commands.ts';
import { forgetPerson } from './forget-command.ts';
import { accountWords } from './words.ts';

/** A click on a question that only the person asked sees: acts for the person who pressed it, and answers in its place. */
const answering = (answer: (i: Interaction) => Promise<Message>) =>
  onClick(async (i) => replacePrivately(i, await answer(i)));

export const disconnectAccount = answering(disconnect);

export const stayConnected = answering(async ({ profile }) => {
  const { language } = await profile();
  return sentence(accountWords[language].logout.stayed);
});

export const forgetMe = answering(forgetPerson);
