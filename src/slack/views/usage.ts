import type { Language } from '../../domain/call-request.ts';
import { wordsIn } from '../words/words.ts';
import { type Message, note, plain, section } from './blocks.ts';
import { escapeMarkup, oneLine, shorten } from './text.ts';

/** How to use /kally; with what was not understood, where that is why it is shown. */
export function usageMessage(language: Language, notUnderstood?: string): Message {
  const { usage } = wordsIn(language);
  const sorry = notUnderstood && usage.notUnderstood(shorten(oneLine(notUnderstood), 100));
  const lines = usage.lines.map(([command, what]) => `\`${command}\` ${what}`);
  return {
    text: [sorry && escapeMarkup(sorry), ...lines, usage.note].filter(Boolean).join('\n'),
    blocks: [
      ...(sorry ? [{ type: 'section' as const, text: plain(sorry) }] : []),
      section(`*${usage.title}*\n${lines.join('\n')}`),
      note(usage.note),
    ],
  };
}
