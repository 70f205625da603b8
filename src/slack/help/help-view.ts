import type { Language } from '../../domain/language.ts';
import { carry, openFormActionId } from '../form/button-draft.ts';
import { button, type Message, type ModalView, note, plain, section } from '../ui/blocks.ts';
import { escapeMarkup, messageText, oneLine, shorten } from '../ui/text.ts';
import { uiWords } from '../ui/words.ts';
import { helpWords } from './words.ts';

export const allCommandsActionId = 'all_commands';
/** The commands that everybody needs; the rest is a click away. */
export const shownFirst = 5;

/** Text that was not understood, and the command that was probably meant. */
type Slip = { notUnderstood: string; meant?: string | undefined };

export function commandLines(language: Language, count?: number): string[] {
  return helpWords[language].lines.slice(0, count).map(([command, what]) => `\`${command}\` ${what}`);
}

/** How to use /kally; after a typo, with the text that was not understood. */
export function helpMessage(language: Language, channelId: string, slip?: Slip): Message {
  const help = helpWords[language];
  const sorry = slip && help.notUnderstood(shorten(oneLine(slip.notUnderstood), 100));
  const question = slip?.meant && help.didYouMean(slip.meant);
  const lines = commandLines(language, shownFirst);
  const call = button(openFormActionId, help.makeCall, carry({ draft: {}, channelId }));
  return {
    text: messageText([sorry && escapeMarkup(sorry), question, help.title, ...lines, help.note]),
    blocks: [
      ...(sorry ? [{ type: 'section' as const, text: plain(sorry) }] : []),
      ...(question ? [section(question)] : []),
      section(`*${help.title}*\n${lines.join('\n')}`),
      {
        type: 'actions',
        elements: [{ ...call, style: 'primary' }, button(allCommandsActionId, help.all, 'help')],
      },
      note(help.note),
    ],
  };
}

/** All commands. */
export function helpView(language: Language): ModalView {
  return {
    type: 'modal',
    title: plain(helpWords[language].all),
    close: plain(uiWords[language].close),
    blocks: [section(commandLines(language).join('\n')), note(helpWords[language].note)],
  };
}
