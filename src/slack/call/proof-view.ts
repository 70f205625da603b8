import type { types } from '@slack/bolt';
import { type FactKind, factKinds } from '../../domain/evidence/schema.ts';
import type { Block } from '../ui/blocks.ts';
import type { Reader } from '../ui/formats.ts';
import { clockTime, escapeMarkup, oneLine, shorten } from '../ui/text.ts';
import { bullets, itemsOf, listText } from './lists.ts';
import { type EndedCall, factValue, outcomeLine } from './outcome-line.ts';
import { outcomeWords } from './outcome-words.ts';

const quoteMax = 160;
const valueMax = 100;
const provenMax = 8;

type Proven = { label: string; value: string; quote?: string };

/** Each value with the line of the business that says it; what no line says is said to have none. */
function provenIn(reader: Reader, call: EndedCall, kinds: readonly FactKind[]): Proven[] {
  const words = outcomeWords[reader.language];
  const { evidence, unproven = [] } = call.outcome ?? {};
  const facts = (evidence?.facts ?? []).filter(({ kind }) => kinds.includes(kind));
  const proven = facts.map((fact): Proven => {
    const quote = words.quote(shorten(oneLine(fact.quote), quoteMax));
    const at = fact.at === undefined ? [] : [clockTime(fact.at)];
    return {
      label: words.facts[fact.kind],
      value: shorten(factValue(reader, call, fact), valueMax),
      quote: [quote, ...at].join(' · '),
    };
  });
  const missing = unproven
    .filter(({ kind }) => kinds.includes(kind))
    .map((one): Proven => {
      return {
        label: words.facts[one.kind],
        value: shorten(factValue(reader, call, one), valueMax),
        quote: words.unproven,
      };
    });
  return [...proven, ...missing].slice(0, provenMax);
}

/** Empty where the transcript says nothing that could be shown. For those who may read the transcript. */
export function proofBlocks(
  reader: Reader,
  call: EndedCall,
  kinds: readonly FactKind[] = factKinds,
): Block[] {
  const { proof } = outcomeWords[reader.language];
  const proven = provenIn(reader, call, kinds);
  if (proven.length === 0) return [];
  const item = ({ label, value, quote }: Proven): types.RichTextSection => ({
    type: 'rich_text_section',
    elements: [
      { type: 'text', text: `${label}: `, style: { bold: true } },
      { type: 'text', text: value },
      ...(quote ? [{ type: 'text' as const, text: `\n${quote}`, style: { italic: true } }] : []),
    ],
  });
  return [
    {
      type: 'rich_text',
      elements: [
        { type: 'rich_text_section', elements: [{ type: 'text', text: proof, style: { bold: true } }] },
        { type: 'rich_text_list', style: 'bullet', elements: proven.map(item) },
      ],
    },
  ];
}

/** The same for a message's `text`. */
export function proofText(reader: Reader, call: EndedCall, kinds: readonly FactKind[] = factKinds): string {
  const { proof } = outcomeWords[reader.language];
  const lines = provenIn(reader, call, kinds).map(({ label, value, quote }) =>
    escapeMarkup(`• ${label}: ${value}${quote ? ` (${quote})` : ''}`),
  );
  return lines.length > 0 ? [`${proof}:`, ...lines].join('\n') : '';
}

type List = { title: string; items: string[] };

/** What KallyAI's summary says beyond the outcome line. */
export function moreOfSummary(reader: Reader, call: EndedCall): List[] {
  const { highlights = [], nextSteps = [] } = call.outcome ?? {};
  const { said } = outcomeLine(reader, call);
  const items = itemsOf([...highlights, ...nextSteps], reader).filter((item) => !said.includes(item));
  return items.length > 0 ? [{ title: outcomeWords[reader.language].more, items }] : [];
}

export const listBlocks = (lists: List[]): Block[] => lists.map(({ title, items }) => bullets(title, items));
export const listTexts = (lists: List[]): string[] => lists.map(listText);
