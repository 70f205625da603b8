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

const characters: Readonly<Record<string, string>> = {
  ':white_check_mark:': '✅',
  ':warning:': '⚠️',
  ':speech_balloon:': '💬',
  ':no_entry_sign:': '🚫',
  ':black_square_for_stop:': '⏹️',
  ':scissors:': '✂️',
  ':mailbox:': '📫',
  ':telephone:': '☎️',
  ':hourglass:': '⌛',
  ':robot_face:': '🤖',
  ':no_bell:': '🔕',
  ':x:': '❌',
  ':telephone_receiver:': '📞',
  ':hourglass_flowing_sand:': '⏳',
  ':calendar:': '📅',
  ':alarm_clock:': '⏰',
  ':raised_hand:': '✋',
  ':mag:': '🔍',
  ':grey_question:': '❔',
};

/** For plain text, in which Slack leaves shortcodes as they are. */
export const emojiCharacter = (shortcode: string): string => characters[shortcode] ?? '';

export function emojiElement(shortcode: string): types.RichTextEmoji {
  return { type: 'emoji', name: shortcode.replaceAll(':', '') };
}

function text(words: string, style?: types.RichTextText['style']): types.RichTextText {
  return { type: 'text', text: words, ...(style && { style }) };
}
