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

type FactValue = Pick<Fact, 'kind' | 'value'>;
type Value = { label: string; value: string };
type Proven = { values: Value[]; quote?: string };
export type Proof = { title: string; items: Proven[] };

/** The values with the line of the business that says them, each line once; and apart from them what no line says. */
export function proofIn(reader: Reader, call: EndedCall, kinds: readonly FactKind[] = factKinds): Proof[] {
  const words = outcomeWords[reader.language];
  const { evidence, unproven = [] } = call.outcome ?? {};
  const valuesOf = (facts: FactValue[]): Value[] =>
    [...Map.groupBy(facts, ({ kind }) => kind)].map(([kind, ofKind]) => ({
      label: words.facts[kind],
      value: ofKind.map((fact) => shorten(factValue(reader, call, fact), valueMax)).join(', '),
    }));
  const facts = inOrder(evidence?.facts ?? [], kinds).slice(0, provenMax);
  const said = [...Map.groupBy(facts, (fact) => quoteOf(words, fact))].map(
    ([quote, ofQuote]): Proven => ({ values: valuesOf(ofQuote), quote }),
  );
  const unsaid = valuesOf(inOrder(unproven, kinds).slice(0, provenMax)).map(
    (one): Proven => ({ values: [one] }),
  );
  return [
    { title: words.proof, items: said },
    { title: words.unproven, items: unsaid },
  ].filter(({ items }) => items.length > 0);
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

/** For people who may read the transcript. Empty if it supports no value. */
export function proofBlocks(
  reader: Reader,
  call: EndedCall,
  kinds: readonly FactKind[] = factKinds,
): Block[] {
  const item = ({ values, quote }: Proven): types.RichTextSection => ({
    type: 'rich_text_section',
    elements: [
      ...values.flatMap(({ label, value }, index): types.RichTextText[] => [
        ...(index > 0 ? [{ type: 'text' as const, text: ' · ' }] : []),
        { type: 'text', text: `${label}: `, style: { bold: true } },
        { type: 'text', text: value },
      ]),
      ...(quote ? [{ type: 'text' as const, text: `\n${quote}`, style: { italic: true } }] : []),
    ],
  });
  return proofIn(reader, call, kinds).map(({ title, items }) => ({
    type: 'rich_text',
    elements: [
      { type: 'rich_text_section', elements: [{ type: 'text', text: title, style: { bold: true } }] },
      { type: 'rich_text_list', style: 'bullet', elements: items.map(item) },
    ],
  }));
}

/** The same for a message's `text`. */
export function proofText(reader: Reader, call: EndedCall, kinds: readonly FactKind[] = factKinds): string {
  const lines = proofIn(reader, call, kinds).flatMap(({ title, items }) => [
    `${title}:`,
    ...items.map(({ values, quote }) => {
      const named = values.map(({ label, value }) => `${label}: ${value}`).join(' · ');
      return escapeMarkup(`• ${named}${quote ? ` (${quote})` : ''}`);
    }),
  ]);
  return lines.join('\n');
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
