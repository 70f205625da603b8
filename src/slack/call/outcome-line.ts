import type { Call } from '../../domain/call.ts';
import type { Evidence, Fact, FactKind, Mismatch } from '../../domain/evidence/schema.ts';
import type { Language } from '../../domain/language.ts';
import { isArranged, type Result, resultOf, type Warning, warningOf } from '../../domain/result.ts';
import { formatsIn, type Reader } from '../ui/formats.ts';
import { oneLine, shorten } from '../ui/text.ts';
import { type OutcomeWords, outcomeWords } from './outcome-words.ts';

/** What is known of a call that ended, whoever made it and wherever it is kept. */
export type EndedCall = Omit<Pick<Call, 'status' | 'stoppedAt' | 'outcome' | 'durationSeconds'>, 'status'> & {
  status?: string | undefined;
  madeAt: number;
};

/** `said` is KallyAI's, the rest is ours. */
export type OutcomeLine = {
  result: Result;
  emoji: string;
  headline: string;
  said: string[];
  warning?: string;
};

const saidMax = 400;
const highlightsShown = 2;

const emojis: Record<Result, string> = {
  arranged: ':white_check_mark:',
  arranged_as_allowed: ':white_check_mark:',
  arranged_otherwise: ':warning:',
  answered: ':speech_balloon:',
  declined: ':no_entry_sign:',
  unclear: ':speech_balloon:',
  told: ':speech_balloon:',
  talked: ':speech_balloon:',
  over: ':speech_balloon:',
  never_rang: ':black_square_for_stop:',
  stopped: ':black_square_for_stop:',
  cancelled: ':black_square_for_stop:',
  hung_up: ':scissors:',
  voicemail: ':mailbox:',
  wrong_number: ':telephone:',
  on_hold: ':hourglass:',
  machine: ':robot_face:',
  busy: ':no_bell:',
  no_answer: ':no_bell:',
  failed: ':x:',
};

/** The headline quotes KallyAI only if the transcript supports it, or there is none. */
const quotesSummary: readonly Result[] = [
  'arranged',
  'arranged_as_allowed',
  'arranged_otherwise',
  'answered',
  'declined',
  'told',
];

/** What KallyAI's summary says already is not said once more in our words, which say less. In both languages: people may write either. */
const saysAlready: Partial<Record<Warning, RegExp>> = {
  condition:
    /\bdeposit|\bcard\b|\bpre-?pay|\bconfirm (?:it |this )?by\b|\b(?:señal|anticipo|depósito|fianza|tarjeta)\b|\bconfirmar(?:lo|la)? antes/iu,
  do_not_call_again:
    /\b(?:not|never|\w+n[’']t) [^.]{0,20}(?:call|phon|ring|contact)[^.]{0,25} (?:again|any ?more|any longer)|\bstop calling|\bno [^.]{0,20}(?:llam|contact)[^.]{0,15} más|\bno (?:se )?(?:les? |nos )?(?:volver|vuelv\w+) a (?:llamar|contactar)/iu,
  asked_to_call_back:
    /\bcall(?:ed)? (?:them |us |him |her )?(?:back|again|later)|\b(?:volver|vuelv\w+|volvamos) a llamar|\bllam\w+ (?:más tarde|en otro momento|después|otro día)/iu,
};

/** The only place that words how a call ended: for its card, lists, shared results and notifications. */
export function outcomeLine(reader: Reader, call: EndedCall): OutcomeLine {
  const words = outcomeWords[reader.language];
  const result = resultOf(call);
  const { highlights = [], nextSteps = [], isDisputed } = call.outcome ?? {};
  const isQuoted = quotesSummary.includes(result) && !isDisputed && highlights.length > 0;
  const isToBeDone = result !== 'answered' && result !== 'declined';
  const said = isQuoted
    ? [...highlights.slice(0, highlightsShown), ...(isToBeDone ? nextSteps.slice(0, 1) : [])]
    : [];
  const warned = warningOf(call);
  const isSaid = warned !== undefined && said.some((one) => saysAlready[warned]?.test(one));
  const warning = isSaid ? undefined : warningWords(words, warned, said.length > 0);
  return {
    result,
    emoji: emojis[result],
    headline: headlineOf(reader, call, result, isQuoted),
    said: said.map((item) => shorten(oneLine(item), saidMax)),
    ...(warning && { warning }),
  };
}

/** The result in a word, with nothing of what was said. */
export function plainResult(language: Language, result: Result): string {
  return outcomeWords[language].results[result === 'told' ? 'over' : result]('');
}

/** In one line, for lists and notifications. */
export function lineText({ headline, said }: OutcomeLine): string {
  return [headline, ...said.slice(0, 1)].filter(Boolean).join(' ');
}

function headlineOf(reader: Reader, call: EndedCall, result: Result, isQuoted: boolean): string {
  const words = outcomeWords[reader.language];
  const { evidence } = call.outcome ?? {};
  const mismatch = evidence && isArranged(result) ? mismatchText(reader, call, evidence.mismatches) : '';
  if (isQuoted) return result === 'declined' ? words.results.declined() : mismatch;
  const offered = evidence && result === 'declined' ? offeredText(reader, call, evidence.facts) : '';
  const detail = isArranged(result)
    ? agreedText(reader, call, evidence)
    : lengthOf(reader, call.durationSeconds);
  const own = result === 'told' ? '' : words.results[result](detail);
  const code = isArranged(result) && evidence?.facts.find(({ kind }) => kind === 'confirmation');
  return [mismatch, own, offered, code && words.confirmation(code.value)].filter(Boolean).join(' ');
}

function lengthOf({ language, timeZone }: Reader, seconds: number | undefined): string {
  return seconds ? formatsIn(language, timeZone).duration(seconds) : '';
}

/** "8:30 PM, not 8:00 PM as asked." */
function mismatchText(reader: Reader, call: ValueContext, mismatches: readonly Mismatch[]): string {
  const words = outcomeWords[reader.language];
  const parts = mismatches.map(({ field, said, asked, isAllowed }) => {
    const pair = [askedValue(reader, call, field, said), askedValue(reader, call, field, asked)] as const;
    return isAllowed ? words.allowed(...pair) : words.mismatch(...pair);
  });
  return parts.length > 0 ? `${parts.join('; ')}.` : '';
}

function agreedText(reader: Reader, call: EndedCall, evidence: Evidence | undefined): string {
  const values = (['date', 'time'] as const).map((kind) => {
    const fact = evidence?.facts.findLast((one) => one.kind === kind);
    return fact && factValue(reader, call, fact);
  });
  return values.filter(Boolean).join(', ');
}

/** Of the times that a no left open. */
function offeredText(reader: Reader, call: EndedCall, facts: readonly Fact[]): string {
  const words = outcomeWords[reader.language];
  const times = facts.filter(({ kind }) => kind === 'time').map((fact) => factValue(reader, call, fact));
  return times.length > 0 ? words.offered(times.join(` ${words.or} `)) : '';
}

function warningWords(
  words: OutcomeWords,
  warning: Warning | undefined,
  isQuoted: boolean,
): string | undefined {
  if (warning === undefined) return undefined;
  if (!isQuoted && warning === 'awaited') return words.awaitedOnly;
  if (!isQuoted && warning === 'unchecked') return words.uncheckedOnly;
  return words.warnings[warning];
}

type ValueContext = Pick<EndedCall, 'madeAt'>;

function askedValue(reader: Reader, call: ValueContext, field: Mismatch['field'], value: string): string {
  if (field !== 'partySize') return factValue(reader, call, { kind: field, value });
  const { people } = outcomeWords[reader.language];
  const { plural, number } = formatsIn(reader.language, reader.timeZone);
  return plural(Number(value)) === 'one' ? people.one : people.other(number(Number(value)));
}

/** A value that was read from what was said, as people write it. */
export function factValue(
  { language, timeZone }: Reader,
  { madeAt }: ValueContext,
  { kind, value }: Pick<Fact, 'kind' | 'value'>,
): string {
  const formats = formatsIn(language, timeZone);
  const { closed } = outcomeWords[language];
  const asWritten: Record<FactKind, () => string> = {
    date: () => formats.date(value, madeAt),
    time: () => formats.time(value),
    price: () => formats.price(value),
    hours: () => formats.hours(value, closed),
    confirmation: () => value,
    name: () => value,
  };
  return asWritten[kind]();
}

/** The part of a call made here that tells how it ended. */
export function endedCall(call: Call): EndedCall {
  const { sentAt, confirmedAt } = call;
  return { ...call, madeAt: sentAt ?? confirmedAt };
}
