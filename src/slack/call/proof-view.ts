import type { types } from '@slack/bolt';
import { type Fact, type FactKind, factKinds } from '../../domain/evidence/schema.ts';
import type { Block } from '../ui/blocks.ts';
import type { Reader } from '../ui/formats.ts';
import { clockTime, escapeMarkup, oneLine, shorten } from '../ui/text.ts';
import { bullets, itemsOf, listText } from './lists.ts';
import { type EndedCall, factValue, outcomeLine } from './outcome-line.ts';
import { type OutcomeWords, outcomeWords } from './outcome-words.ts';

const quoteMax = 160;
const valueMax = 100;
const provenMax = 8;

type Value = { label: string; value: string };
type Proven = { values: Value[]; quote: string };

/** The values with the line of the business that says them, each line once; what no line says is said to have none. */
function provenIn(reader: Reader, call: EndedCall, kinds: readonly FactKind[]): Proven[] {
  const words = outcomeWords[reader.language];
  const { evidence, unproven = [] } = call.outcome ?? {};
  const shown = [
    ...inOrder(evidence?.facts ?? [], kinds).map((fact) => ({ fact, quote: quoteOf(words, fact) })),
    ...inOrder(unproven, kinds).map((fact) => ({ fact, quote: words.unproven })),
  ].slice(0, provenMax);
  const byQuote = Map.groupBy(shown, ({ quote }) => quote);
  return [...byQuote].map(([quote, said]) => ({
    values: [...Map.groupBy(said, ({ fact }) => fact.kind)].map(([kind, ofKind]) => ({
      label: words.facts[kind],
      value: ofKind.map(({ fact }) => shorten(factValue(reader, call, fact), valueMax)).join(', '),
    })),
    quote,
  }));
}

/** By what people look for first: the day, the time. */
function inOrder<T extends { kind: FactKind }>(facts: readonly T[], kinds: readonly FactKind[]): T[] {
  return factKinds
    .filter((kind) => kinds.includes(kind))
    .flatMap((kind) => facts.filter((fact) => fact.kind === kind));
}

function quoteOf(words: OutcomeWords, { quote, at }: Fact): string {
  const said = words.quote(shorten(oneLine(quote), quoteMax));
  return at === undefined ? said : `${said} · ${clockTime(at)}`;
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
  const item = ({ values, quote }: Proven): types.RichTextSection => ({
    type: 'rich_text_section',
    elements: [
      ...values.flatMap(({ label, value }, index): types.RichTextText[] => [
        { type: 'text', text: `${index > 0 ? ' · ' : ''}${label}: `, style: { bold: true } },
        { type: 'text', text: value },
      ]),
      { type: 'text', text: `\n${quote}`, style: { italic: true } },
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
  const lines = provenIn(reader, call, kinds).map(({ values, quote }) => {
    const named = values.map(({ label, value }) => `${label}: ${value}`).join(' · ');
    return escapeMarkup(`• ${named} (${quote})`);
  });
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
