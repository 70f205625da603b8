import type { TranscriptLine } from '../call.ts';
import { asksForCode, readCode } from './codes.ts';
import { readDate } from './dates.ts';
import type { FinishedCall } from './finished-call.ts';
import { readHours } from './hours.ts';
import type { Words } from './phrases.ts';
import { readPrices } from './prices.ts';
import type { Fact, FactKind, Verdict } from './schema.ts';
import type { Clause, Line } from './speech.ts';
import { readTimes } from './times.ts';
import { isConditional, isQuestion } from './verdict.ts';
import { words } from './words.ts';

type Said = { kind: FactKind; value: string; line: Line; isRefused: boolean; isEcho?: boolean };

const correction = /^(?:no|sorry|wait|perdon|digo)\b/;
/** "Nothing until the ninth" offers the ninth. */
const onlyFrom = /\b(?:cerramos a las?|closed? at|hasta .* no|nothing (?:until|till|before))\b/;
/** Deciding what stands compares each value with the later ones. */
const valuesMax = 300;
/** By when something is to be done, which is no day of the appointment. */
const deadline =
  /\b(?:que llamar|(?:a|para|que) confirmar|to confirm|confirm by|let us know|avisar|antes del?|by (?:tomorrow|tonight|noon|\w+day|the \d)|no later than)\b/;
/** Times that are no time of the appointment. */
const besides =
  /\b(?:kitchen|until|till|before|by|checkout|lates?|hasta|antes|cierra|arrive|early|libre|dejais)\b/;

/** "Four fifty with a roll" is a time only where one was asked for, or is named as one. */
const clock = /\b(?:at|oclock|am|pm|las?|from|until|till|by|half|quarter|media|cuarto)\b/;

/** The values that still stand at the end, each with the line of the business that says it. */
export function* readFacts(
  lines: readonly Line[],
  verdict: Verdict,
  call: FinishedCall,
): Generator<void, Fact[], void> {
  const said = words[call.language];
  const all: Said[] = [];
  let isSpelling = false;
  let isPriced = false;
  let isClosing = false;
  let isTimed = false;
  const asks = isQuestion(call);
  for (const line of lines) {
    if (line.index % 50 === 49) yield;
    if (line.by === 'assistant') {
      isPriced = /\b(?:how much|cost|price|cuanto|precio|vale)\b/.test(line.plain);
      isClosing = said.closing.test(line.plain);
      isTimed = /\b(?:when|time|open|close|hours?|cuando|horas?|horario|abr\w+|cierr\w+)\b/.test(line.plain);
    }
    if (line.by === 'business') {
      const isFirst = all.length === 0 && line === lines.find(({ by }) => by === 'business');
      all.push(
        ...saidIn(line, call, said, { isSpelling, isClosing }).filter(
          ({ kind }) =>
            !(isFirst && kind === 'name') &&
            !(kind === 'time' && (isPriced || (asks && !isTimed && !clock.test(line.plain)))),
        ),
      );
      isSpelling = asksForCode(line.plain, call.language) && !all.some(({ kind }) => kind === 'confirmation');
    }
  }
  return standing(all.slice(-valuesMax), verdict)
    .filter(({ kind, value }) => !(verdict === 'declined' && kind === 'time' && value === call.request.time))
    .map(({ kind, value, line }) => ({
      kind,
      value,
      quote: line.quote,
      line: line.index,
      ...timeOfLine(call.transcript[line.index]),
    }))
    .sort((one, other) => one.line - other.line);
}

/** What a line says, whatever comes of it later; nothing that it takes back. */
export function valuesIn(line: Line, call: FinishedCall): Pick<Fact, 'kind' | 'value'>[] {
  return saidIn(line, call, words[call.language], { isSpelling: false, isClosing: false })
    .filter(({ isRefused }) => !isRefused)
    .map(({ kind, value }) => ({ kind, value }));
}

function saidIn(
  line: Line,
  call: FinishedCall,
  words: Words,
  { isSpelling, isClosing }: { isSpelling: boolean; isClosing: boolean },
): Said[] {
  const { language, country, request, callDate } = call;
  const found: Said[] = [];
  const add = (kind: FactKind, value: string | undefined, isRefused = false) => {
    if (value) found.push({ kind, value, line, isRefused });
  };
  const text = line.clauses.map(({ digits }) => digits).join(', ');
  const code =
    isSpelling || asksForCode(line.plain, language)
      ? readCode(text.replaceAll(',', ' '), language)
      : undefined;
  add('confirmation', code);
  const asks = isQuestion(call);
  let spelledIn = -1;
  const tellsHours = asks || words.open.test(line.plain);
  const hours = tellsHours ? readHours(line.clauses, language) : [];
  for (const value of hours) add('hours', value);
  for (const clause of line.clauses) {
    if (words.hedge.test(clause.words) || isConditional.test(clause.words)) continue;
    // The digits of a code, or of a telephone, are neither a day nor a time.
    if ((code && asksForCode(clause.words, language)) || (clause.digits.match(/\b\d/g) ?? []).length >= 5)
      spelledIn = clause.sentence;
    if (spelledIn === clause.sentence) continue;
    const isEcho =
      clause.isQuestion &&
      !line.clauses.some((other) => other.sentence === clause.sentence && isOffer(other));
    if (isEcho) {
      const date = readDate(clause.digits, language, { callDate, askedDate: request.date });
      if (date && date === request.date)
        found.push({ kind: 'date', value: date, line, isRefused: false, isEcho });
      continue;
    }
    const isRefused =
      (words.refuse.test(clause.words) && !onlyFrom.test(clause.words)) ||
      (words.no.test(clause.words) && /\d/.test(clause.digits));
    if (isRefused && !/\d/.test(clause.digits))
      for (const one of found) if (one.kind === 'time') one.isRefused = true;
    if (correction.test(clause.words)) refuseLastTime(found, line, clause);
    const prices = readPrices(clause.digits, language, country);
    for (const value of prices.values) add('price', value, isRefused);
    if (hours.length > 0) continue;
    if (
      !deadline.test(clause.words) &&
      !words.callBack.test(clause.words) &&
      !words.defer.test(clause.words) &&
      !words.condition.test(clause.words)
    ) {
      const date = readDate(clause.digits, language, { callDate, askedDate: request.date });
      // "The computer is slow today" is no day of an appointment.
      const isAside = date === callDate && request.date !== callDate && !/\d/.test(clause.digits);
      if (!isAside) add('date', date, isRefused);
      if (besides.test(clause.words) || (prices.values.length > 0 && asks)) continue;
      const times = readTimes(prices.rest, language, {
        category: request.category,
        askedTime: request.time,
        isClosing: asks && (isClosing || words.closing.test(clause.words)),
      });
      for (const value of times.values) add('time', value, isRefused);
    }
  }
  add('name', nameIn(line, request.name, words));
  return found;
}

function isOffer({ words: text }: Clause): boolean {
  return /\b(?:how about|what about|any (?:good|use)|if you like|(?:does|would) that|is that|could (?:offer|do|squeeze)|le viene bien|le va bien|te viene bien)\b/.test(
    text,
  );
}

/** "Eight, no, sorry, half eight": what was said before the "no" does not stand. */
function refuseLastTime(found: Said[], line: Line, clause: Clause): void {
  const at = line.clauses.indexOf(clause);
  const isReplaced = line.clauses.slice(at, at + 3).some(({ digits }) => /\d/.test(digits));
  const last = found.findLast(({ kind, line: where }) => kind === 'time' && where === line);
  if (isReplaced && last) last.isRefused = true;
}

function nameIn(line: Line, name: string | undefined, words: Words): string | undefined {
  if (!name) return undefined;
  const parts = name.split(' ').filter((part) => part.length > 2);
  const spoken = parts.filter((part) =>
    new RegExp(`(?<!\\p{L})${escaped(part)}(?!\\p{L})`, 'iu').test(line.quote),
  );
  const isAsked =
    line.clauses.some(({ isQuestion }) => isQuestion) && line.clauses.every((clause) => clause.isQuestion);
  return isAsked || words.greeting.test(line.clauses[0]?.words ?? '')
    ? undefined
    : spoken.join(' ') || undefined;
}

function escaped(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '\\$&');
}

/** Of what was arranged the last day and time stand; otherwise all that was not taken back. */
function standing(all: readonly Said[], verdict: Verdict): Said[] {
  const kept: Said[] = [];
  all.forEach((one, at) => {
    const later = all.slice(at + 1);
    const isTakenBack =
      one.isRefused ||
      later.some(({ kind, value, isRefused }) => isRefused && kind === one.kind && value === one.value);
    const isReplaced =
      verdict === 'arranged' &&
      (one.kind === 'date' || one.kind === 'time') &&
      later.some(({ kind, value, isRefused }) => !isRefused && kind === one.kind && value !== one.value);
    const isKept = kept.some(
      ({ kind, value }) => kind === one.kind && (value === one.value || kind === 'name'),
    );
    if (!isTakenBack && !isReplaced && !isKept) kept.push(one);
  });
  const isSettled = verdict === 'arranged' || verdict === 'answered';
  const lastRefusal = all.findLast(({ isRefused }) => isRefused)?.line.index ?? 0;
  return kept.filter(
    ({ kind, line, isEcho }) =>
      (!isEcho || verdict === 'arranged') &&
      (isSettled ||
        kind === 'price' ||
        (verdict === 'declined' && kind === 'time' && line.index >= lastRefusal)),
  );
}

function timeOfLine(line: TranscriptLine | undefined): { at?: number } {
  return line?.atSeconds === undefined ? {} : { at: line.atSeconds };
}
