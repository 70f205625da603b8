import { readHistory } from '../call-history.ts';
import { findCall } from '../find-call.ts';
import { tellTranscript } from '../private-transcript.ts';
import { sentence } from '../views/blocks.ts';
import { historyMessage, listedCallMessage } from '../views/history.ts';
import { historyWords } from '../words/history.ts';
import type { Command } from './command.ts';

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
