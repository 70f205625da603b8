import type { types } from '@slack/bolt';
import type { Usage } from '../../accounts/usage.ts';
import { type Allowance, isLow, scarcestFirst, shareLeft } from '../../domain/allowance.ts';
import type { Subscription } from '../../kally/client.ts';
import { pricingUrl } from '../errors/refusals.ts';
import { refusalWords } from '../errors/words.ts';
import { barOf } from '../ui/bars.ts';
import { type Block, linkButton, type Message, note, section } from '../ui/blocks.ts';
import { type Fact, factsBlock, factsText } from '../ui/facts.ts';
import { formatsIn, type Reader } from '../ui/formats.ts';
import { escapeMarkup, oneLine, shorten } from '../ui/text.ts';
import { type AccountWords, accountWords } from './words.ts';

/** KallyAI's name for a plan, not a paragraph. */
const nameMax = 60;
/** So many that the number stands beside them on a phone, too. */

/** What is left of the plan: a bar for each allowance, and the same in words. */
export function usageOfAccountMessage(reader: Reader, usage: Usage): Message {
  const words = accountWords[reader.language].usage;
  const { links } = refusalWords[reader.language];
  if (usage.allowances.length === 0) return { text: words.silent, blocks: [section(words.silent)] };
  const warning = warningOf(usage.allowances, words);
  const period = periodOf(reader, usage);
  const plan = usage.plan && `${words.plan}: ${nameOf(usage.plan)}`;
  return {
    text: [
      words.title,
      plan && escapeMarkup(plan),
      ...scarcestFirst(usage.allowances).map((allowance) => allowanceText(reader, allowance)),
      warning,
      period,
    ]
      .filter(Boolean)
      .join('\n'),
    blocks: [
      section(`*${words.title}*`),
      allowancesBlock(reader, usage),
      ...(warning ? [section(warning)] : []),
      ...(period ? [note(period)] : []),
      ...(warning ? [{ type: 'actions' as const, elements: [linkButton(links.upgrade, pricingUrl)] }] : []),
    ],
  };
}

/** Also for the Home tab. The scarcest allowance comes first. The bar is drawn with characters; a screen reader reads the words beside it. */
export function allowancesBlock(reader: Reader, { allowances, plan }: Usage): Block {
  const words = accountWords[reader.language].usage;
  const text = (said: string, style?: types.RichTextText['style']): types.RichTextText => ({
    type: 'text',
    text: said,
    ...(style && { style }),
  });
  const lines = scarcestFirst(allowances).map((allowance): types.RichTextText[] => {
    const share = allowance.all === undefined ? undefined : shareLeft(allowance);
    return [
      text(words.units[allowance.unit], { bold: true }),
      ...(share === undefined ? [text('\n')] : [text('\n'), text(barOf(share)), text('  ')]),
      text(amountText(reader, allowance)),
    ];
  });
  const named = plan ? [[text(`${words.plan}: ${nameOf(plan)}`)]] : [];
  return {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [...named, ...lines].flatMap((line, index) => (index > 0 ? [text('\n'), ...line] : line)),
      },
    ],
  };
}

/** A plan as a name: KallyAI says `plus`. */
function nameOf(plan: string): string {
  const name = shorten(oneLine(plan), nameMax);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function allowanceText(reader: Reader, allowance: Allowance): string {
  const { units } = accountWords[reader.language].usage;
  return `${units[allowance.unit]}: ${amountText(reader, allowance)}`;
}

function amountText({ language, timeZone }: Reader, allowance: Allowance): string {
  const { amountOf, left } = accountWords[language].usage;
  const formats = formatsIn(language, timeZone);
  const rest = formats.amount(allowance.left);
  const amount = allowance.all === undefined ? rest : amountOf(rest, formats.amount(allowance.all));
  return left[formats.plural(allowance.left)](amount);
}

function warningOf(
  allowances: Allowance[],
  { none, noCalls, low }: AccountWords['usage'],
): string | undefined {
  const paid = allowances.filter(({ unit }) => unit !== 'calls');
  const isOut = ({ left }: Allowance) => left <= 0;
  if (paid.length > 0 && paid.every(isOut)) return none;
  // KallyAI counts calls beside what it charges for.
  if (allowances.some((allowance) => allowance.unit === 'calls' && isOut(allowance)))
    return paid.length > 0 ? noCalls : none;
  return allowances.some(isLow) ? low : undefined;
}

function periodOf({ language, timeZone }: Reader, { period }: Usage): string | undefined {
  if (!period) return undefined;
  const days = formatsIn(language, timeZone).daysInUtc(period.from, period.to);
  return accountWords[language].usage.period(days);
}

/** What the person pays for. */
export function subscriptionMessage(reader: Reader, subscription: Subscription): Message {
  const words = accountWords[reader.language].subscription;
  const { links } = refusalWords[reader.language];
  const { active, managementUrl } = subscription;
  const manage = managementUrl ? [linkButton(words.manage, managementUrl)] : [];
  const said = {
    title: words.title,
    line: active ? undefined : words.none,
    facts: active ? subscriptionFacts(reader, subscription) : [],
  };
  const buttons = [...manage, ...(active ? [] : [linkButton(links.upgrade, pricingUrl)])];
  return {
    text: factsText(said),
    blocks: [
      factsBlock(said),
      ...(buttons.length > 0 ? [{ type: 'actions' as const, elements: buttons }] : []),
    ],
  };
}

function subscriptionFacts(
  { language, timeZone }: Reader,
  { plan, status, expiresAt, autoRenew }: Subscription,
): Fact[] {
  const words = accountWords[language].subscription;
  const formats = formatsIn(language, timeZone);
  const until = autoRenew === undefined ? words.until : autoRenew ? words.renews : words.ends;
  const facts = [
    [words.plan, plan?.type && nameOf(plan.type)],
    [words.billed, plan?.period && wordOf(words.periods, plan.period)],
    [words.minutes, plan?.minutesIncluded === undefined ? undefined : formats.amount(plan.minutesIncluded)],
    [words.status, status && wordOf(words.statuses, status)],
    [until, expiresAt === undefined ? undefined : formats.dayInUtc(expiresAt)],
  ] as const;
  return facts.flatMap(([label, value]) =>
    value ? [[label, shorten(oneLine(value), nameMax)] as const] : [],
  );
}

/** KallyAI's words are an open set: an unknown one is shown as it is. */
function wordOf(words: Record<string, string>, word: string): string {
  const known = Object.entries(words).find(([one]) => one === word.toLowerCase());
  return known?.[1] ?? word;
}

/** A button to the portal. Its address opens the billing without a sign-in, so it is never shown as text. */
export function billingMessage({ language }: Reader, url: string): Message {
  const { billing } = accountWords[language];
  return {
    text: `${billing.text} ${billing.note}`,
    blocks: [
      section(billing.text),
      { type: 'actions', elements: [{ ...linkButton(billing.button, url), style: 'primary' }] },
      note(billing.note),
    ],
  };
}
