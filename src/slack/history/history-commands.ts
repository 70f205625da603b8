import { findCall } from '../../calls/find-call.ts';
import { readHistory } from '../../calls/history.ts';
import { tellTranscript } from '../call/transcript.ts';
import type { Command } from '../command.ts';
import { sentence } from '../ui/blocks.ts';
import { historyMessage, listedCallMessage } from './history-view.ts';
import { historyWords } from './words.ts';

export const history: Command = async (asked) => [
  historyMessage(asked.profile, await readHistory(asked.kit, asked, 0)),
];

export const info: Command = async ({ kit, person, profile, argument }) => {
  const found = await findCall(kit, person, argument);
  if (typeof found === 'string') return [sentence(historyWords[profile.language].find[found])];
  return [listedCallMessage(profile, found)];
};

export const transcript: Command = async (asked) => {
  const found = await findCall(asked.kit, asked.person, asked.argument);
  if (typeof found === 'string') return [sentence(historyWords[asked.profile.language].find[found])];
  return tellTranscript(asked, found);
};
