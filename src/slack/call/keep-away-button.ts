import type { types } from '@slack/bolt';
import type { Language } from '../../domain/language.ts';
import { button, spokenMax, sureDialog } from '../ui/blocks.ts';
import { shorten } from '../ui/text.ts';
import { callActionWords } from './words.ts';

export const keepAwayActionId = 'keep_number_away';

/** *Never call again*, asked once more before it counts. */
export function keepAwayButton(language: Language, callId: string, who: string): types.Button {
  const { actions, keepAway } = callActionWords[language];
  const { label, spoken } = actions.keepAway;
  return {
    ...button(keepAwayActionId, label, callId),
    confirm: sureDialog(keepAway.sure),
    accessibility_label: shorten(spoken(who), spokenMax),
  };
}
