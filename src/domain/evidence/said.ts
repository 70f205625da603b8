import { Temporal } from 'temporal-polyfill';
import {
  asidesOf,
  besides,
  bygone,
  ifSuits,
  isExtra,
  isForCollecting,
  isOfSomethingElse,
  isVague,
  lets,
  longAgo,
  notBefore,
  offersNext,
  ofWeekday,
  onlyFrom,
  opening,
  reduces,
  standsUntilMoved,
  waived,
} from './beside.ts';
import { asksForCode, givesNumber, isSpelt, readCode } from './codes.ts';
import { readDate } from './dates.ts';
import { isNoRefusal } from './doubt.ts';
import type { HeardCall } from './finished-call.ts';
import type { Hearing } from './hearing.ts';
import { readHours } from './hours.ts';
import { nameIn } from './names.ts';
import type { Words } from './phrases.ts';
import { inThousands, readPrices } from './prices.ts';
import type { FactKind } from './schema.ts';
import { type Clause, type Line, numbersIn, sentenceOf, unaccented } from './speech.ts';
import { isQuestion } from './task.ts';
import { readTimes } from './times.ts';
import { words } from './words.ts';

/** A value that a line says. */
export type Said = {
  kind: FactKind;
  value: string;
  line: Line;
  isRefused: boolean;
  /** The day that was asked for, in a question. */
  isEcho?: boolean;
  isOffered?: boolean;
  /** The day of an hour that is taken: it stands where no better line says it. */
  isOfTakenHour?: boolean;
  /** The business broke off after it; another in the same line takes its place. */
  isDoubtful?: boolean;
  /** The assistant took another. */
  isLeft?: boolean;
  /** Beside the point, unless the assistant takes it up. */
  isStray?: boolean;
  clause?: Clause;
  /** What of several choices a price is about. */
  about?: string;
};

const correction = /^(?:no(?! (?:problem|worries|bother|trouble|rush))|sorry|wait|perdon|digo)\b/;
/** "It's ninety-five... oh, hang on": another price after it is the right one. */
const breaksOff =
  /^(?:(?:oh|ah|ay|uy|no) )*(?:hang on|hold on|wait|esper[ae]|para|pera|digo|quise decir|i mean|un momento|nope|nah|no|sorry|perdon|no (?:sorry|wait|perdon|what am i saying))$/;
/** "I'm looking at the other one": nothing of the line is meant. */
const ofAnother =
  /\b(?:estoy (?:viendo|mirando) (?:el|la) (?:otr|de|\d)|(?:i am|was) (?:on|looking at|reading) the (?:wrong|other)\b|that is (?:somebody|someone) else|that is the (?:\w+ )?(?:list|page|sheet|menu|column) (?:i am|i was) (?:looking|reading))/;
/** "Fifty-three... fifty-six, they've put it up." */
const wentUp =
  /^(?:que (?:nos |lo |la )?(?:han|ha) (?:subid|cambiad)|(?:they|it|that) (?:have |has )?(?:put|bumped|raised|went|gone) (?:it |them |those )?up)/;
/** The digits of a code or a telephone, one after the other. */
const spelled = /(?:\b\d+[ ,-]+){4,}\d/;
/** So many times in one breath are what is free, or a muddle. */
const severalMin = 3;
/** What was said before it no longer stands. */
const changes = /\b(?:actually|instead|sorry|wait|rather|no|perdon|mejor|digo|en realidad|en vez)\b/;
/** "Four fifty with a roll" is a time only where one was asked for, or is named as one. */
const clock = /\b(?:at|oclock|am|pm|las?|from|until|till|by|half|quarter|media|cuarto)\b/;
/** A day of the calendar, where nobody asked for one: no "any day but Sunday", no size. */
const namedDay =
  /\b(?:tomorrow|today|tonight|dia|hoy|manana)\b|\b(?:\d+th|\p{L}+day \d+)\b|(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo) \d|\d de \p{L}+/u;
/** "Tuesday through Thursday": opening hours, whatever was asked. */
const ofWeek =
  /\b(?:mon|tues|wednes|thurs|fri|satur|sun)days? (?:to|through|thru|till?) (?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo) a (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)\b/;
/** Where rooms are listed, a number is what they cost a night. */
const rooms =
  /\b(?:king|queen|double|twin|single|suite|studio|cabin|quad|family room|triple|cuadruple|familiar|doble|individual|matrimonial|cabana|abuhardillada|breakfast|desayuno|(?:a|the|one|per) (?:room|night))\b/;
const whereHastaBegins = /^(?:MX|CO|EC|GT|HN|SV|NI|CR)$/;
/** Prices that go into the hundreds. */
const grand = /\b(?:plus|tax|vat|labou?r|installed|per night|a night|\d{3,})\b/;

export function saidIn(line: Line, call: HeardCall, hearing: Hearing): Said[] {
  const { language, request } = call;
  const said = words[language];
  const isArranging = !isQuestion(call);
  const text = line.clauses.map(({ digits }) => digits).join(', ');
  const code = codeIn(line, text, call, hearing);
  const asides = asidesOf(line, said, hearing);
  const mattering = line.clauses.filter((clause) => !asides.has(clause));
  const isOfWeek = line.clauses.some(({ digits }) => ofWeek.test(digits));
  const hours =
    isQuestion(call) || isOfWeek || said.open.test(line.plain)
      ? readHours(
          isArranging && !isOfWeek ? mattering.filter(({ words: text }) => said.open.test(text)) : mattering,
          language,
          { isForDining: request.category === 'restaurant', isArranging },
        )
      : [];
  const found: Said[] = [];
  const add = (kind: FactKind, value: string | undefined, more: Partial<Said> = {}) => {
    if (value) found.push({ kind, value, line, isRefused: false, ...more });
  };
  add('confirmation', code);
  for (const value of hours) add('hours', value);
  let spelledIn = -1;
  let isPriced = hearing.isPriceAsked;
  for (const clause of line.clauses) {
    if (said.hedge.test(clause.words) || isThought(clause, line)) continue;
    // The digits of a code, or of a telephone, are neither a day nor a time.
    if ((code && asksForCode(clause.words, language)) || spelled.test(sentenceOf(clause, line)))
      spelledIn = clause.sentence;
    if (spelledIn === clause.sentence) continue;
    const sentence = sentenceOf(clause, line, 'words');
    if (isOnlyAsked(clause, line, said)) {
      for (const value of readPrices(clause.digits, language, call).values) add('price', value);
      const date = dateIn(clause, call, hearing);
      if (date === request.date) add('date', date, { isEcho: true });
      continue;
    }
    const isRefused =
      (said.refuse.test(clause.words) && !onlyFrom.test(clause.words) && !isNoRefusal(clause, line, said)) ||
      (said.no.test(clause.words) && /\d/.test(clause.digits));
    if (
      isRefused &&
      !/\d/.test(clause.digits) &&
      !isButOther(clause, line) &&
      !/^(?:que|porque|because) /.test(clause.words)
    )
      for (const one of found) if (one.kind === 'time') one.isRefused = true;
    if (correction.test(clause.words)) refuseLastTime(found, line, clause);
    if (lets.test(clause.words) && !/\b(?:if|si)\b/.test(sentence))
      for (const one of found) if (one.kind === 'price') one.isRefused = true;
    if (ofAnother.test(clause.words)) for (const one of found) one.isRefused = true;
    if (wentUp.test(clause.words))
      for (const one of found.filter(({ kind }) => kind === 'price').slice(0, -1)) one.isDoubtful = true;
    for (const one of found)
      if (
        breaksOff.test(clause.words)
          ? one.kind === 'price' || one.kind === 'date'
          : one.kind === 'price' && reduces.test(clause.words)
      )
        one.isDoubtful = true;
    const prices = readPrices(clause.digits, language, {
      country: call.country,
      isAsked: isPriced && (hours.length === 0 || readHours([clause], language).length === 0),
      isGrand:
        hearing.isGrand ||
        found.some(({ kind, value }) => kind === 'price' && Number.parseFloat(value) >= 100) ||
        request.category === 'hotel' ||
        grand.test(text),
      isOfRooms: request.category === 'hotel' && !request.time && rooms.test(sentenceOf(clause, line)),
      isTimeAsked: hearing.isTimeAsked && isQuestion(call),
      isNear: found.some(({ kind }) => kind === 'price'),
      besides: request.partySize ? [request.partySize] : [],
    });
    if (clause.isAfterBreak && /^\d/.test(clause.digits) && prices.values.length > 0)
      for (const one of found)
        if (one.kind === 'price' && one.clause === line.clauses[line.clauses.indexOf(clause) - 1])
          one.isRefused = true;
    if (!bygone.test(clause.words) && !waived.test(sentence) && !(isArranging && isExtra(clause, line)))
      for (const [at, value] of prices.values.entries())
        add('price', value, {
          isRefused: said.refuse.test(
            clause.words.replace(/ (?:if|unless|si|or|o) .*$|\bfirst come\b.*$/, ''),
          ),
          clause,
          about: prices.about[at] ?? '',
        });
    isPriced ||= prices.values.length > 0 && isQuestion(call);
    const isOfHours = hours.length > 0 && (isQuestion(call) || readHours([clause], language).length > 0);
    if (isOfHours || asides.has(clause) || isOfSomethingElse(clause, said)) continue;
    // "You're in on Friday the twelfth" is where it was moved to.
    if (standsUntilMoved(clause, call) && dateIn(clause, call, hearing) !== request.date) continue;
    // "Half before this Friday?" "This Friday, the fourteenth."
    if (hearing.isDeadlineAsked && clause.sentence === 0) continue;
    if (longAgo.test(clause.words) || waived.test(sentence)) continue;
    if (!isRefused && said.negates.test(clause.words) && !onlyFrom.test(clause.words)) continue;
    const isOffered = [said.affirms, said.proposes, offersNext].some((pattern) => pattern.test(sentence));
    const isStray = (kind: FactKind) =>
      isArranging &&
      !isRefused &&
      !changes.test(clause.words) &&
      isAsAsked(kind, withoutRefusals(found, line, said), clause, call, hearing);
    const isBirth = hearing.isBirthAsked && clause.sentence === 0 && !ofWeekday.test(clause.words);
    if (!isBirth && !isVague(clause, line) && (hearing.isDayAsked || namedDay.test(clause.digits))) {
      const date = dateIn(clause, call, hearing);
      if (date && new RegExp(`\\b${Number(date.slice(8))}(?:th)?\\b`).test(clause.digits))
        leaveVague(found, date);
      add('date', date, {
        isRefused: isRefused && !isHourAlone(clause, line, said),
        isOfTakenHour: isRefused,
        isOffered,
        clause,
        isStray: isStray('date'),
      });
    }
    if (isTimeOfIt(clause, line, prices.values, call, hearing))
      for (const [, time, several] of timesIn(prices.rest, clause, line, call, hearing).map(
        (value, at, { length }) => [at, value, length >= severalMin] as const,
      ))
        add('time', time, {
          isRefused,
          isOffered,
          clause,
          isStray: (isArranging && several) || isStray('time'),
        });
  }
  add('name', nameIn(line, hearing.names, said));
  return withThousands(withoutMidday(withoutDoubtful(found), line));
}

/** "Saturday at ten is impossible. Half past eight, or quarter to eleven": the day stands. */
function isHourAlone(clause: Clause, { clauses }: Line, { refuse }: Words): boolean {
  return (
    anHour.test(clause.digits) &&
    clauses.some(
      (one) =>
        one !== clause && anHour.test(one.digits) && !ofWeekday.test(one.digits) && !refuse.test(one.words),
    )
  );
}

const anHour =
  /\b(?:las? \d|\d{1,2} (?:y (?:media|cuarto|\d)|menos)|half \d|half past|quarter (?:to|past)|at \d|\d oclock|\d{1,2} (?:15|30|45)\b)/;

/** "Inside no, but in the gallery yes": the time stands. */
function isButOther({ sentence }: Clause, { clauses }: Line): boolean {
  return clauses.some((one) => one.sentence === sentence && /\p{L} yes$/u.test(one.words));
}

const thought =
  /^(?:(?:pero|but|yo) )?(?:creo|me parece|supongo|si no me equivoco|si mal no recuerdo|i think|i believe|i guess|i reckon|if i remember(?: right\w*)?|or so)$/;

/** "Nineteen thirty, I think". */
function isThought(clause: Clause, { clauses }: Line): boolean {
  const after = clauses[clauses.indexOf(clause) + 1];
  return after?.sentence === clause.sentence && thought.test(after.words);
}

/** "Friday I've got nothing": what a sentence turns down is not what was asked. */
function withoutRefusals(found: readonly Said[], { clauses }: Line, { refuse }: Words): readonly Said[] {
  return found.filter(
    ({ clause }) =>
      !clauses.some(({ sentence, words: text }) => sentence === clause?.sentence && refuse.test(text)),
  );
}

/** Once a line has said what was asked, other days and times in its further sentences are beside the point. */
function isAsAsked(
  kind: FactKind,
  found: readonly Said[],
  { sentence }: Clause,
  { request }: HeardCall,
  { proposed, proposedDays }: Hearing,
): boolean {
  const asked = kind === 'time' ? proposed : [request.date, ...proposedDays];
  return found.some(
    (one) =>
      one.kind === kind && !one.isRefused && one.clause?.sentence !== sentence && asked.includes(one.value),
  );
}

/** The days and times that the business only asks about. */
export function askedIn(line: Line, call: HeardCall, hearing: Hearing): Said[] {
  const said = words[call.language];
  const isParty = (time: string) => Number(time.slice(0, 2)) % 12 === call.request.partySize;
  return line.clauses
    .filter(
      (clause) =>
        clause.isQuestion &&
        !said.callBack.test(clause.words) &&
        !besides.test(clause.words) &&
        !standsUntilMoved(clause, call),
    )
    .flatMap((clause) => {
      const date = isVague(clause, line) ? undefined : dateIn(clause, call, hearing);
      const times = timesIn(clause.digits, clause, line, call, hearing).filter((time) => !isParty(time));
      return [
        ...(date ? [{ kind: 'date' as const, value: date }] : []),
        ...times.map((value) => ({ kind: 'time' as const, value })),
      ];
    })
    .map((one) => ({ ...one, line, isRefused: false }));
}

function codeIn(line: Line, text: string, { language }: HeardCall, hearing: Hearing): string | undefined {
  const isCode =
    hearing.isSpelling ||
    asksForCode(line.plain, language) ||
    asksForCode(text, language) ||
    (hearing.isCodeWanted && (givesNumber.test(line.plain) || isSpelt(text)));
  return isCode ? readCode(text, language, initialsIn(line)) : undefined;
}

/** Letters of a code that are written together: "WX seven one". */
function initialsIn({ quote }: Line): Set<string> {
  const isShouted = !/\p{Ll}/u.test(quote);
  const found = isShouted ? [] : (quote.match(/\b[A-Z]{2,5}\b/g) ?? []);
  return new Set(found.map((one) => one.toLowerCase()));
}

/** What is asked is not said, unless it is an offer: "how about half past?" */
function isOnlyAsked(clause: Clause, { clauses }: Line, { proposes, asksName }: Words): boolean {
  // "Saturday at eight, what's the last name?"
  const isWritten = clauses
    .slice(clauses.indexOf(clause) + 1)
    .some(({ words: text, sentence }) => sentence === clause.sentence && asksName.test(text));
  return (
    !isWritten &&
    clause.isQuestion &&
    !clauses.some(({ words: text, sentence }) => sentence === clause.sentence && proposes.test(text))
  );
}

/** "Off the twentieth and onto the twenty-seventh." */
const leftDay = /\boff (?:the )?(?:\w+day )?(?:the )?\d+th (?:and )?(?=on ?to\b)/;

function dateIn(
  { digits }: Clause,
  call: HeardCall,
  { lastDate, proposedDays }: Hearing,
): string | undefined {
  const { language, request, callDate } = call;
  const date = readDate(digits.replace(leftDay, ''), language, {
    callDate,
    askedDate: request.date ?? lastDate,
    proposedDays,
  });
  // "The computer is slow today" is no day of an appointment.
  const isAside = date === callDate && ![request.date, ...proposedDays].includes(date) && !/\d/.test(digits);
  return isAside ? undefined : date;
}

/** "Callout is six fifty" tells no hour. */
const feeIs =
  /\b(?:call ?out|fee|charge|price|rate|deposit|cost|total|bill)(?: fee| charge)? (?:is|comes to|would be)\b/;

function isTimeOfIt(
  { words: text }: Clause,
  { plain }: Line,
  prices: readonly string[],
  call: HeardCall,
  { isTimeAsked, isPriceAsked }: Hearing,
): boolean {
  const asks = isQuestion(call);
  if (asks && isTimeAsked) return prices.length === 0 && !isForCollecting(text, call);
  return (
    (!besides.test(text) ||
      ifSuits.test(text) ||
      (notBefore.test(text) && whereHastaBegins.test(call.country))) &&
    (asks || !opening.test(text)) &&
    !isForCollecting(text, call) &&
    !feeIs.test(text) &&
    !isPriceAsked &&
    !(asks && prices.length > 0) &&
    (isTimeAsked || clock.test(plain))
  );
}

function timesIn(text: string, clause: Clause, line: Line, call: HeardCall, hearing: Hearing): string[] {
  const { category, time: askedTime, partySize } = call.request;
  const asks = isQuestion(call);
  return readTimes(text, call.language, {
    category,
    askedTime,
    sentence: sentenceOf(clause, line, 'words'),
    task: unaccented(call.request.task),
    partySize,
    proposed: hearing.proposed,
    isAsked: asks && hearing.isTimeAsked && !hearing.isPriceAsked,
    isClosing: asks && (hearing.isClosingAsked || words[call.language].closing.test(clause.words)),
  }).values;
}

/** "Eight, no, sorry, half eight": what was said before the "no" does not stand. */
function refuseLastTime(found: readonly Said[], line: Line, clause: Clause): void {
  const at = line.clauses.indexOf(clause);
  const isReplaced = line.clauses.slice(at, at + 6).some(({ digits }) => /\d/.test(digits));
  const last = found.findLast(({ kind, clause: said }) => kind === 'time' && said === line.clauses[at - 1]);
  if (isReplaced && last) last.isRefused = true;
}

/** "The Thursday, the eighteenth" is no Thursday before it. */
function leaveVague(found: Said[], date: string): void {
  const dayOf = (value: string) => Temporal.PlainDate.from(value).dayOfWeek;
  const at = found.findIndex(
    ({ kind, value, clause }) =>
      kind === 'date' &&
      value !== date &&
      !numbersIn(clause?.digits ?? '').some((number) => Number(number) === Number(value.slice(8))) &&
      dayOf(value) === dayOf(date),
  );
  if (at >= 0) found.splice(at, 1);
}

function withoutDoubtful(found: Said[]): Said[] {
  const isSure = (kind: FactKind) => found.some((one) => one.kind === kind && !one.isDoubtful);
  return found.filter(({ kind, isDoubtful }) => !isDoubtful || !isSure(kind));
}

/** "At midday, at two": where a time is told, midday is when one has lunch. */
function withoutMidday(found: Said[], { plain }: Line): Said[] {
  const isMeal =
    plain.includes('mediodia') && found.some(({ kind, value }) => kind === 'time' && value !== '12:00');
  return isMeal ? found.filter(({ kind, value }) => kind !== 'time' || value !== '12:00') : found;
}

function withThousands(found: Said[]): Said[] {
  const prices = inThousands(found.flatMap(({ kind, value }) => (kind === 'price' ? [value] : [])));
  return found.flatMap((one) => {
    const value = one.kind === 'price' ? prices.shift() : one.value;
    return value === undefined ? [] : [{ ...one, value }];
  });
}
