import type { TranscriptLine } from '../call.ts';
import { asksForCode, givesNumber, readCode } from './codes.ts';
import { readDate } from './dates.ts';
import type { HeardCall } from './finished-call.ts';
import { readHours } from './hours.ts';
import type { Words } from './phrases.ts';
import { inThousands, readPrices } from './prices.ts';
import type { Fact, FactKind, Verdict } from './schema.ts';
import type { Clause, Line } from './speech.ts';
import { readTimes } from './times.ts';
import { isConditional, isQuestion } from './verdict.ts';
import { words } from './words.ts';

type Said = {
  kind: FactKind;
  value: string;
  line: Line;
  isRefused: boolean;
  isEcho?: boolean;
  isOffered?: boolean;
  clause?: Clause;
};

const correction = /^(?:no(?! (?:problem|worries|bother|trouble|rush))|sorry|wait|perdon|digo)\b/;
/** "Nothing until the ninth" offers the ninth. */
const onlyFrom = /\b(?:cerramos a las?|closed? at|hasta .* no|nothing (?:until|till|before))\b/;
/** An assistant that talks on and on proposes nothing more. */
const clausesHeard = 20;
/** Deciding what stands compares each value with the later ones. */
const valuesMax = 300;
/** By when something is to be done, which is no day of the appointment. */
const deadline =
  /\b(?:que llamar|(?:a|para|que) confirmar|to confirm|confirm by|let us know|avisar|antes del?|by (?:tomorrow|tonight|noon|\w+day|the \d)|no later than)\b/;
/** Times that are no time of the appointment. */
const besides =
  /\b(?:kitchen|until|till|before|by (?=\d|half|quarter|noon|\w+day)|checkout|lates?|hasta|antes|cierra|arrive|early|libre|dejais|vuelta|need (?:it|the table) back|window)\b|\d to noon\b/;

/** When something may be fetched again, unless that is what was asked. */
const isCollecting = /\b(?:pick\w*|collect\w*|recog\w*|retir\w*|ready|list[oa])\b/;
/** "We open at eight" is no time of an appointment either. */
const opening = /\b(?:we|they) open\b|\babr(?:imos|en|e)\b/;

/** "Four fifty with a roll" is a time only where one was asked for, or is named as one. */
const clock = /\b(?:at|oclock|am|pm|las?|from|until|till|by|half|quarter|media|cuarto)\b/;
const asksPrice =
  /\b(?:how much|cost|price|charges?|fee|rates?|quote|cuanto (?:cuesta|sale|vale|cobra\w*|es|seria|costaria|me|le)|precio|cobran?|presupuesto|tarifa|costo)\b/;
const asksTime = /\b(?:when|time|open|close|hours?|cuando|horas?|horario|abr\w+|cierr\w+)\b/;
const asksDay = /\b(?:when|days?|date|next|soon\w*|earliest|until|cuando|dias?|fecha|proxim\w+|hasta)\b/;

/** What was spoken of before a line, which tells what its numbers may be. */
type Hearing = {
  /** The business is about to spell a code. */
  isSpelling: boolean;
  /** The assistant asked for the number. */
  isCodeWanted: boolean;
  isPriceAsked: boolean;
  isTimeAsked: boolean;
  isDayAsked: boolean;
  isClosing: boolean;
  /** The prices of this call go into the hundreds. */
  isGrand: boolean;
  /** Times that the assistant named, or that were asked for. */
  proposed: readonly string[];
  names: readonly string[];
  /** The day that was last spoken of: "Thursday" is that Thursday. */
  lastDate?: string | undefined;
};

const nothingHeard: Hearing = {
  isSpelling: false,
  isCodeWanted: false,
  isPriceAsked: false,
  isTimeAsked: true,
  isDayAsked: true,
  isClosing: false,
  isGrand: false,
  proposed: [],
  names: [],
};

/** The values that still stand at the end, each with the line of the business that says it. */
export function* readFacts(
  lines: readonly Line[],
  verdict: Verdict,
  call: HeardCall,
): Generator<void, Fact[], void> {
  const said = words[call.language];
  const all: Said[] = [];
  const { request } = call;
  const hearing: Hearing = {
    ...nothingHeard,
    isTimeAsked: !isQuestion(call),
    isDayAsked: request.date !== undefined || !isQuestion(call),
    proposed: request.time ? [request.time] : [],
    names: request.name ? [request.name] : [],
  };
  const isPriceWanted = isQuestion(call) && asksPrice.test(plainOf(request.task));
  /** What the business only asked, "Ferris, was it?", "how is five fifteen?", stands once the assistant agrees. */
  let askedBack: Said[] = [];
  let isNameAsked = false;
  let isFirst = true;
  for (const line of lines) {
    if (line.index % 50 === 49) yield;
    if (line.by === 'assistant') {
      hearing.isPriceAsked =
        line.clauses.some((clause) => clause.isQuestion && asksPrice.test(clause.words)) ||
        (isPriceWanted && !asksTime.test(line.plain));
      hearing.isCodeWanted = asksForCode(line.plain, call.language);
      hearing.isClosing = said.closing.test(line.plain);
      hearing.isTimeAsked = !isQuestion(call) || asksTime.test(line.plain);
      hearing.isDayAsked = request.date !== undefined || !isQuestion(call) || asksDay.test(line.plain);
      hearing.proposed = [...(request.time ? [request.time] : []), ...timesOf(line, call)];
      hearing.names = [...hearing.names, ...namesGiven(line, isNameAsked)].slice(-namesMax);
      if (said.yes.test(line.plain) || (said.accept.test(line.plain) && !said.decline.test(line.plain)))
        all.push(...askedBack);
      askedBack = [];
    }
    if (line.by === 'business') {
      const found = saidIn(line, call, said, hearing).filter(({ kind }) => !(isFirst && kind === 'name'));
      isFirst = false;
      isNameAsked = said.asksName.test(line.plain) && !ofAnimal.test(line.plain);
      all.push(...found);
      hearing.lastDate =
        found.findLast(({ kind, isRefused }) => kind === 'date' && !isRefused)?.value ?? hearing.lastDate;
      hearing.isGrand ||= found.some(
        ({ kind, value }) => kind === 'price' && Number.parseFloat(value) >= 100,
      );
      hearing.isSpelling =
        asksForCode(line.plain, call.language) && !all.some(({ kind }) => kind === 'confirmation');
      const name = nameIn(line, hearing.names, said, true);
      if (name) askedBack.push({ kind: 'name', value: name, line, isRefused: false });
      askedBack.push(...valuesAsked(line, call, hearing));
    }
  }
  return standing(all.slice(-valuesMax), verdict)
    .filter(
      ({ kind, value }) =>
        verdict !== 'declined' || !(value === request.time || value === request.date) || kind === 'price',
    )
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
export function valuesIn(line: Line, call: HeardCall): Pick<Fact, 'kind' | 'value'>[] {
  const names = call.request.name ? [call.request.name] : [];
  return saidIn(line, call, words[call.language], { ...nothingHeard, names })
    .filter(({ isRefused }) => !isRefused)
    .map(({ kind, value }) => ({ kind, value }));
}

function saidIn(line: Line, call: HeardCall, words: Words, hearing: Hearing): Said[] {
  const { language, request, callDate } = call;
  const found: Said[] = [];
  const add = (kind: FactKind, value: string | undefined, isRefused = false) => {
    if (value) found.push({ kind, value, line, isRefused });
  };
  const text = line.clauses.map(({ digits }) => digits).join(', ');
  const code =
    hearing.isSpelling ||
    asksForCode(line.plain, language) ||
    asksForCode(text, language) ||
    (hearing.isCodeWanted && givesNumber.test(line.plain))
      ? readCode(text.replaceAll(',', ' '), language)
      : undefined;
  add('confirmation', code);
  const asks = isQuestion(call);
  let spelledIn = -1;
  const hours = asks || words.open.test(line.plain) ? readHours(line.clauses, language) : [];
  for (const value of hours) add('hours', value);
  const isGrand = hearing.isGrand || /\b(?:plus|tax|vat|per night|a night|\d{3,})\b/.test(text);
  const day = { callDate, askedDate: request.date ?? hearing.lastDate };
  let isPriced = hearing.isPriceAsked;
  for (const clause of line.clauses) {
    const isIf = isConditional.test(clause.words);
    if (words.hedge.test(clause.words)) continue;
    // The digits of a code, or of a telephone, are neither a day nor a time.
    if ((code && asksForCode(clause.words, language)) || (clause.digits.match(/\b\d/g) ?? []).length >= 5)
      spelledIn = clause.sentence;
    if (spelledIn === clause.sentence) continue;
    const isEcho =
      clause.isQuestion &&
      !line.clauses.some((other) => other.sentence === clause.sentence && words.proposes.test(other.words));
    if (isEcho) {
      const date = readDate(clause.digits, language, day);
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
    const prices = readPrices(clause.digits, language, {
      country: call.country,
      isAsked: isPriced && hours.length === 0,
      isGrand,
      isNear: found.some(({ kind }) => kind === 'price'),
      besides: request.partySize ? [request.partySize] : [],
    });
    for (const value of prices.values) add('price', value, words.refuse.test(clause.words));
    isPriced ||= prices.values.length > 0 && asks;
    if (hours.length > 0 || isIf) continue;
    if (
      deadline.test(clause.words) ||
      words.callBack.test(clause.words) ||
      words.defer.test(clause.words) ||
      words.condition.test(clause.words)
    )
      continue;
    const date = readDate(clause.digits, language, day);
    // "The computer is slow today" is no day of an appointment, and "up to the 29" is a size.
    const isAside = date === callDate && request.date !== callDate && !/\d/.test(clause.digits);
    if (!isAside && (hearing.isDayAsked || isNamedDay(clause)))
      if (date) found.push({ kind: 'date', value: date, line, isRefused, isOffered: offers(clause, words) });
    if (
      (besides.test(clause.words) && !(asks && hearing.isTimeAsked)) ||
      (!asks && opening.test(clause.words)) ||
      (isCollecting.test(clause.words) && !isCollecting.test(plainOf(request.task))) ||
      (prices.values.length > 0 && asks) ||
      (hearing.isPriceAsked && !(asks && hearing.isTimeAsked))
    )
      continue;
    if (!hearing.isTimeAsked && !clock.test(line.plain)) continue;
    const times = readTimes(prices.rest, language, {
      category: request.category,
      askedTime: request.time,
      partySize: request.partySize,
      proposed: hearing.proposed,
      isAsked: asks && hearing.isTimeAsked,
      isClosing: asks && (hearing.isClosing || words.closing.test(clause.words)),
    });
    for (const value of times.values) found.push({ kind: 'time', value, line, isRefused, clause });
  }
  add('name', nameIn(line, hearing.names, words));
  const prices = found.filter(({ kind }) => kind === 'price');
  const values = inThousands(prices.map(({ value }) => value));
  prices.forEach((price, at) => {
    price.value = values[at] ?? price.value;
  });
  return found;
}

/** "The next opening is the twelfth" offers a day, and "we open again on Thursday" does not. */
function offers({ words: text }: Clause, { affirms, proposes }: Words): boolean {
  return (
    affirms.test(text) ||
    proposes.test(text) ||
    /\b(?:earliest|next (?:available|opening|one|slot)|soonest|proxim[ao])\b/.test(text)
  );
}

/** The days and times that the business only asks about. */
function valuesAsked(
  line: Line,
  { language, request, callDate }: HeardCall,
  { proposed, lastDate }: Hearing,
): Said[] {
  const { category, time: askedTime, partySize } = request;
  const day = { callDate, askedDate: request.date ?? lastDate };
  return line.clauses
    .filter(({ isQuestion }) => isQuestion)
    .flatMap(({ digits }): [FactKind, string][] => {
      const date = readDate(digits, language, day);
      const times = readTimes(digits, language, { category, askedTime, partySize, proposed }).values.filter(
        (time) => Number(time.slice(0, 2)) % 12 !== partySize,
      );
      return [
        ...(date ? [['date', date] as [FactKind, string]] : []),
        ...times.map((time): [FactKind, string] => ['time', time]),
      ];
    })
    .map(([kind, value]) => ({ kind, value, line, isRefused: false }));
}

function timesOf(line: Line, { language, request }: HeardCall): string[] {
  const around = { category: request.category, askedTime: request.time };
  return line.clauses
    .slice(0, clausesHeard)
    .flatMap(({ digits }) => readTimes(digits, language, around).values);
}

/** A day of the calendar, where nobody asked for one: no "any day but Sunday", no size. */
function isNamedDay({ digits: text }: Clause): boolean {
  return /\b(?:tomorrow|today|tonight|dia|hoy|manana)\b|\b(?:\d+th|\p{L}+day \d+)\b|(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo) \d|\d de \p{L}+/u.test(
    text,
  );
}

/** "Eight, no, sorry, half eight": what was said before the "no" does not stand. */
function refuseLastTime(found: Said[], line: Line, clause: Clause): void {
  const at = line.clauses.indexOf(clause);
  const isReplaced = line.clauses.slice(at, at + 3).some(({ digits }) => /\d/.test(digits));
  const last = found.findLast(({ kind, clause: said }) => kind === 'time' && said === line.clauses[at - 1]);
  if (isReplaced && last) last.isRefused = true;
}

const namesMax = 6;
const ofAnimal = /\b(?:dog|cat|pet|puppy|perr\w+|gat\w+|mascota)\b/;
const givesName =
  /(?:\b(?:on behalf of|calling for|phoning for|ringing for|booking for|under|the name is|name's|surname is|de parte de|en nombre de|a nombre de|llamo por))\s*((?:\p{Lu}[\p{L}'’-]+(?: (?=\p{Lu}))?){1,3})(?=[.,;]|$| (?:and|to|about|who|que|para|y)\b)/gu;
const noName =
  /^(?:yes|no|okay|great|perfect|thank\w*|hello|hi|good|sure|thanks|gracias|hola|perfecto|claro|sí|vale|buen\w+|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b/i;

/** The names that the assistant gave: on whose behalf it calls, or alone, as an answer. */
function namesGiven({ quote }: Line, isAsked: boolean): string[] {
  const alone = isAsked ? [/^(?:\p{Lu}[\p{L}'’-]+ ?){1,3}(?=[.,;]|$)/u.exec(quote)?.[0] ?? ''] : [];
  return [...alone, ...[...quote.matchAll(givesName)].map(([, name = '']) => name)]
    .map((name) => name.trim())
    .filter((name) => name !== '' && !noName.test(name));
}

/** Of the names that were given, what the business says; `isAskedBack` where it only asks. */
function nameIn(line: Line, names: readonly string[], words: Words, isAskedBack = false): string | undefined {
  const isAsked = line.clauses.length > 0 && line.clauses.every(({ isQuestion }) => isQuestion);
  if (isAsked !== isAskedBack || words.greeting.test(line.clauses[0]?.words ?? '')) return undefined;
  const heard = plainOf(line.quote).split(/[^\p{L}]+/u);
  return (
    names
      .map((name) => name.split(' ').filter((part) => part.length > 2 && heard.includes(plainOf(part))))
      .sort((one, other) => other.length - one.length)[0]
      ?.join(' ') || undefined
  );
}

function plainOf(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
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
    ({ kind, line, isEcho, isOffered }) =>
      (!isEcho || verdict === 'arranged') &&
      (isSettled ||
        kind === 'price' ||
        (verdict === 'declined' &&
          line.index >= lastRefusal &&
          (kind === 'time' || (kind === 'date' && isOffered)))),
  );
}

function timeOfLine(line: TranscriptLine | undefined): { at?: number } {
  return line?.atSeconds === undefined ? {} : { at: line.atSeconds };
}
