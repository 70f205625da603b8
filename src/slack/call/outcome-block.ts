import type { types } from '@slack/bolt';
import type { Block } from '../ui/blocks.ts';
import type { OutcomeLine } from './outcome-line.ts';

/** How a call ended, as a headline. Rich text, because KallyAI and people wrote it: nothing in it is mark-up. */
export function headlineBlock(who: string, { emoji, headline, said }: OutcomeLine, ours: string[]): Block {
  const elements: types.RichTextSection['elements'] = [emojiElement(emoji), text(` ${who}`, { bold: true })];
  if (headline) elements.push(text(`\n${headline}`, { bold: said.length > 0 }));
  for (const one of said) elements.push(text(`\n${one}`));
  for (const one of ours) elements.push(text('\n'), text(one, { italic: true }));
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] };
}

/** The same for a message's `text`. */
export function headlineText(who: string, { headline, said }: OutcomeLine, ours: string[]): string {
  return [who, headline, ...said, ...ours].filter(Boolean).map(asSentence).join(' ');
}

/** What goes on ends with an ellipsis already. */
export function asSentence(words: string): string {
  return /[.!?…»”"]$/.test(words) ? words : `${words}.`;
}

export function emojiElement(shortcode: string): types.RichTextEmoji {
  return { type: 'emoji', name: shortcode.replaceAll(':', '') };
}

function text(words: string, style?: types.RichTextText['style']): types.RichTextText {
  return { type: 'text', text: words, ...(style && { style }) };
}
