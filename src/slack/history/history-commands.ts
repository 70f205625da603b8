import type { KnownCall } from '../../calls/known-call.ts';
import { historyWords } from '../call/history-words.ts';
import { pageUrlFor } from '../call/page-link.ts';
import { tellTranscript } from '../call/transcript.ts';
import type { Command, Interaction } from '../context.ts';
import { type Message, sentence } from '../ui/blocks.ts';
import { readHistoryPage } from './history-page.ts';
import { historyMessage, listedCallMessage } from './history-view.ts';

export async function history(i: Interaction): Promise<Message[]> {
  const page = await readHistoryPage(i, 0);
  return [historyMessage(await i.profile(), page)];
}

export const info: Command = async (i, { argument }) => {
  const found = await i.deps.calls.find(i.actor, argument);
  const profile = await i.profile();
  if (typeof found === 'string') return [sentence(historyWords[profile.language].find[found])];
  return [await tellListed(i, found)];
};

/** Of a call made here, with what its business asked for. */
export async function tellListed(i: Interaction, known: KnownCall): Promise<Message> {
  const { ours } = known;
  const mayKeepAway = ours !== undefined && (await i.deps.calls.mayKeepAway(i.actor, ours));
  return listedCallMessage(await i.profile(), known, { mayKeepAway, pageUrl: pageUrlFor(i, known) });
}

export const transcript: Command = async (i, { argument }) => {
  const found = await i.deps.calls.find(i.actor, argument);
  const { language } = await i.profile();
  if (typeof found === 'string') return [sentence(historyWords[language].find[found])];
  return tellTranscript(i, found);
};
