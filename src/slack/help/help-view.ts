import type { Language } from '../../domain/language.ts';
import { type Message, note, plain, section } from '../ui/blocks.ts';
import { escapeMarkup, messageText, oneLine, shorten } from '../ui/text.ts';
import { helpWords } from './words.ts';

/** What was typed and not understood, and the command that was probably meant. */
type Slip = { notUnderstood: string; meant?: string | undefined };

/** How to use /kally; with what was not understood, where that is why it is shown. */
export function helpMessage(language: Language, slip?: Slip): Message {
  const help = helpWords[language];
  const sorry = slip && help.notUnderstood(shorten(oneLine(slip.notUnderstood), 100));
  const question = slip?.meant && help.didYouMean(slip.meant);
  const lines = help.lines.map(([command, what]) => `\`${command}\` ${what}`);
  return {
    text: messageText([sorry && escapeMarkup(sorry), question, help.title, ...lines, help.note]),
    blocks: [
      ...(sorry ? [{ type: 'section' as const, text: plain(sorry) }] : []),
      ...(question ? [section(question)] : []),
      section(`*${help.title}*\n${lines.join('\n')}`),
      note(help.note),
    ],
  };
}
