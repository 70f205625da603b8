import type { Language } from '../../domain/language.ts';
import { type Message, note, plain, section } from '../ui/blocks.ts';
import { wordsIn } from '../ui/formats.ts';
import { escapeMarkup, messageText, oneLine, shorten } from '../ui/text.ts';

/** What was typed and not understood, and the command that was probably meant. */
type Slip = { notUnderstood: string; meant?: string | undefined };

/** How to use /kally; with what was not understood, where that is why it is shown. */
export function usageMessage(language: Language, slip?: Slip): Message {
  const { usage } = wordsIn(language);
  const sorry = slip && usage.notUnderstood(shorten(oneLine(slip.notUnderstood), 100));
  const question = slip?.meant && usage.didYouMean(slip.meant);
  const lines = usage.lines.map(([command, what]) => `\`${command}\` ${what}`);
  return {
    text: messageText([sorry && escapeMarkup(sorry), question, usage.title, ...lines, usage.note]),
    blocks: [
      ...(sorry ? [{ type: 'section' as const, text: plain(sorry) }] : []),
      ...(question ? [section(question)] : []),
      section(`*${usage.title}*\n${lines.join('\n')}`),
      note(usage.note),
    ],
  };
}
