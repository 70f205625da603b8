import type { types } from '@slack/bolt';
import type { Block } from '../ui/blocks.ts';
import { formatsIn, type Reader } from '../ui/formats.ts';
import { escapeMarkup, oneLine, shorten } from '../ui/text.ts';
import { threadWords } from './thread-words.ts';

/** KallyAI sets no limits to these; a message has them. */
const maxItems = 10;
const itemMax = 400;

export function itemsOf(items: string[], { language, timeZone }: Reader): string[] {
  const thread = threadWords[language];
  const { number } = formatsIn(language, timeZone);
  const shown = items.map((item) => shorten(oneLine(item), itemMax)).filter(Boolean);
  const rest = shown.length - maxItems;
  return rest > 0 ? [...shown.slice(0, maxItems), thread.more(number(rest))] : shown;
}

/** The same as `bullets`, for a message's `text`. */
export function listText({ title, items }: { title: string; items: string[] }): string {
  return [`${title}:`, ...items.map((item) => `• ${escapeMarkup(item)}`)].join('\n');
}

export function bullets(title: string, items: string[]): Block {
  const line = (text: string): types.RichTextSection => ({
    type: 'rich_text_section',
    elements: [{ type: 'text', text }],
  });
  return {
    type: 'rich_text',
    elements: [
      { type: 'rich_text_section', elements: [{ type: 'text', text: title, style: { bold: true } }] },
      { type: 'rich_text_list', style: 'bullet', elements: items.map(line) },
    ],
  };
}
