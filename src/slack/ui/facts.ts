import type { Block } from './blocks.ts';
import { escapeMarkup } from './text.ts';

export type Fact = readonly [label: string, value: string];
type Facts = { title: string; line?: string | undefined; facts: readonly Fact[] };

/** Rich text, because people or KallyAI wrote most of it: nothing in it is mark-up. */
export function factsBlock({ title, line, facts }: Facts): Block {
  return {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          { type: 'text', text: title, style: { bold: true } },
          ...(line ? [{ type: 'text' as const, text: `\n${line}` }] : []),
        ],
      },
      ...(facts.length > 0 ? [listOf(facts)] : []),
    ],
  };
}

function listOf(facts: readonly Fact[]) {
  return {
    type: 'rich_text_list' as const,
    style: 'bullet' as const,
    elements: facts.map(([label, value]) => ({
      type: 'rich_text_section' as const,
      elements: [
        { type: 'text' as const, text: `${label}: `, style: { bold: true } },
        { type: 'text' as const, text: value },
      ],
    })),
  };
}

/** The same for a message's `text`. */
export function factsText({ title, line, facts }: Facts): string {
  return [line ? `${title}. ${line}` : title, ...facts.map(([label, value]) => `${label}: ${value}`)]
    .map(escapeMarkup)
    .join('\n');
}
