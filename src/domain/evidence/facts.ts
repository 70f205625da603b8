import type { TranscriptLine } from '../call.ts';
import { asksForCode } from './codes.ts';
import type { HeardCall } from './finished-call.ts';
import { afterAssistant, beforeAnything, datesOf, type Hearing, timesOf } from './hearing.ts';
import { asksForName, nameIn } from './names.ts';
import { askedIn, type Said, saidIn } from './said.ts';
import type { Fact, Verdict } from './schema.ts';
import { type Clause, type Line, unaccented } from './speech.ts';
import { isQuestion } from './task.ts';
import { words } from './words.ts';

/** Deciding what stands compares each value with the later ones. */
const valuesMax = 300;
const linesPerStep = 50;

/** The values that still stand at the end, each with the line of the business that says it. */
export function* readFacts(
  lines: readonly Line[],
  verdict: Verdict,
  call: HeardCall,
): Generator<void, Fact[], void> {
  const { request } = call;
  const said = words[call.language];
  const all: Said[] = [];
  let hearing: Hearing = {
    ...beforeAnything(call),
    isTimeAsked: !isQuestion(call),
    isDayAsked: request.date !== undefined || !isQuestion(call),
  };
  /** "Ferris, was it?", "How is five fifteen?": it stands once the assistant agrees. */
  let onlyAsked: Said[] = [];
  let before: Line | undefined;
  let isSpokenTo = false;
  /** The numbers that the assistant gave are no answer when they are said again. */
  let given = unaccented(request.task).toUpperCase();
  for (const line of lines) {
    if (line.index % linesPerStep === 0) yield;
    isSpokenTo ||= line.by === 'assistant';
    if (line.by === 'assistant') {
      const isDeclined = said.decline.test(line.plain);
      if (!isDeclined) {
        leaveOthers('time', all, timesOf(line, call), before);
        leaveOthers('date', all, datesOf(line, call, hearing.lastDate), before);
        const isAccepted = said.accept.test(line.plain) || said.arranges.test(line.plain);
        const telling = {
          ...line,
          clauses: line.clauses.filter(({ isQuestion }) => isAccepted || !isQuestion),
        };
        const taken = [...timesOf(telling, call), ...datesOf(telling, call, hearing.lastDate)];
        for (const one of all) if (taken.includes(one.value)) one.isStray = false;
      }
      const isYes = line.clauses.some(({ words: text, isQuestion }) => !isQuestion && said.yes.test(text));
      if (isYes || (said.accept.test(line.plain) && !isDeclined)) all.push(...onlyAsked);
      // What the assistant turns down was an offer, unless it is what it had asked for.
      else if (isDeclined)
        all.push(
          ...onlyAsked.filter(({ kind, value }) => kind === 'time' && !hearing.proposed.includes(value)),
        );
      if (!isDeclined && before) leaveOtherPrices(all, before, line);
      if (said.no.test(line.clauses[0]?.words ?? ''))
        for (const one of all) if (one.line === before && isExtra(one)) one.isLeft = true;
      onlyAsked = [];
      hearing = afterAssistant(hearing, line, call);
      given += ` ${digitsOf(line)}`;
    } else if (line.by === 'business') {
      const isAnew =
        takesBack.test(line.plain) && all.some((one) => one.kind === 'confirmation' && one.line === before);
      const found = saidIn(line, call, isAnew ? { ...hearing, isSpelling: true } : hearing);
      if (before && takesBack.test(line.plain)) takeBack(all, found, before);
      if (forgets.test(line.plain))
        for (const one of all) if (one.kind === 'price' && one.line === before) one.isRefused = true;
      const name = nameIn(line, hearing.names, said, true);
      onlyAsked.push(...askedIn(line, call, hearing));
      if (name) onlyAsked.push({ kind: 'name', value: name, line, isRefused: false });
      // Who answers the telephone may have the same name.
      all.push(
        ...found.filter(
          ({ kind, value }) =>
            (before !== undefined || kind !== 'name') &&
            // "Bodega Nueve" tells no hour.
            (isSpokenTo || (kind !== 'time' && kind !== 'date')) &&
            !(kind === 'confirmation' && given.includes(value)) &&
            !(kind === 'price' && !/\.00 /.test(value) && given.includes(value.replace(/\D/g, ''))),
        ),
      );
      hearing = afterBusiness(hearing, line, found, all, call);
      before = line;
    }
  }
  return standing(all.filter(({ isStray }) => !isStray).slice(-valuesMax), verdict)
    .filter(
      (one) =>
        !(verdict === 'declined' && isAskedFor(one.kind, one.value, call) && !isOfOtherOffer(one, all, call)),
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
  return saidIn(line, call, { ...beforeAnything(call), proposed: [] })
    .filter(({ isRefused }) => !isRefused)
    .map(({ kind, value }) => ({ kind, value }));
}

function afterBusiness(
  before: Hearing,
  line: Line,
  found: readonly Said[],
  all: readonly Said[],
  { language }: HeardCall,
): Hearing {
  const date = found.findLast(({ kind, isRefused }) => kind === 'date' && !isRefused);
  return {
    ...before,
    isNameAsked: asksForName(line, words[language]),
    isBirthAsked: /\b(?:date of birth|birthday|fecha de nacimiento)\b/.test(line.plain),
    isSpelling:
      (asksForCode(line.plain, language) || offersNumber.test(line.plain)) &&
      !all.some(({ kind }) => kind === 'confirmation'),
    isGrand:
      before.isGrand || found.some(({ kind, value }) => kind === 'price' && Number.parseFloat(value) >= 100),
    lastDate: date?.value ?? before.lastDate,
  };
}

/** "You want a number for it?" */
const offersNumber =
  /\b(?:want|need) (?:a|the) (?:\w+ )?(?:number|code|reference)\b|\b(?:quier|necesit)\w+ (?:un|el) (?:numero|codigo)\b/;

/** "Does he want a courtesy car? Fifteen a day." */
function isExtra({ kind, line, clause }: Said): boolean {
  return (
    kind === 'price' &&
    line.clauses.slice(0, clause && line.clauses.indexOf(clause)).some(({ isQuestion }) => isQuestion)
  );
}

/** "No, I tell a lie, it's thirty-eight now": the business corrects what it said before. */
const takesBack =
  /\b(?:that (?:is|was) (?:the|an) (?:old|wrong|previous|last|other) one|gave you the wrong|(?:ese|esa) (?:es|era) (?:el|la) (?:anterior|viej[oa]|otr[oa]|de otr[oa])|mentiras|tell a lie|scratch that|that is (?:the|that) (?:gentleman|lady|guy|fella|person|one|other \w+) (?:i|we) (?:did|had|have|just did|was)|reading off the (?:old|wrong)|my (?:mistake|bad)|(?:i was|i am) wrong|i mis(?:spoke|read)|lei mal|me equivoque|miento|mentira|corrijo|digo mal|se l[oa]s? dej(?:o|a|amos|aria|an?) en|(?:could|can|will) (?:do|let) (?:it|that|(?:you|him|her|them) have (?:it|that)) for)\b|\b(?:per ?cent|por ciento|discount|descuento)\b.*\b(?:queda en|comes? (?:down )?to|makes it)\b/;

/** "Tell her never mind the deposit." */
const forgets =
  /\b(?:never mind|forget(?: about)?|skip|olvid\w+(?: de)?) (?:the|that|la|el) (?:deposit|fee|charge|sena|senal|deposito|anticipo|recargo)\b/;

function takeBack(all: readonly Said[], found: readonly Said[], before: Line): void {
  for (const one of all)
    if (one.line === before && found.some(({ kind, value }) => kind === one.kind && value !== one.value))
      one.isRefused = true;
}

/** "Quarter to seven or quarter past eight?" "Quarter to seven, please." */
function leaveOthers(
  kind: 'date' | 'time',
  all: readonly Said[],
  picked: readonly string[],
  offer: Line | undefined,
): void {
  const offered = all.filter((one) => one.kind === kind && one.line === offer);
  const [value] = picked;
  if (new Set(picked).size !== 1 || !offered.some((one) => one.value === value)) return;
  for (const one of offered) if (one.value !== value) one.isLeft = true;
}

const leavesOut = /\b(?:without|not?|sin)\b/;
/** Words with which anything is taken. */
const takes =
  /^(?:that|this|with|would|will|works?|like|please|book|take|have|good|fine|great|esa?|este|para|favor|quiere|queda|esta|bien|reserv\w*)$/;

/** "A queen at one forty-nine or a king at one eighty-nine." "The queen, please." */
function leaveOtherPrices(all: readonly Said[], offer: Line, { plain }: Line): void {
  if (leavesOut.test(plain)) return;
  const prices = all.filter(({ kind, line, clause }) => kind === 'price' && line === offer && clause);
  const said = plain.split(/[^a-z]+/).filter((word) => word.length >= 4 && !takes.test(word));
  const isPriced = (clause: Clause) => prices.some((one) => one.clause === clause);
  const besides = offer.clauses.filter((clause) => !isPriced(clause)).map((clause) => clause.words);
  const isIn = (text: string) => said.some((word) => text.split(' ').includes(word));
  if (besides.some(isIn)) return;
  const named = prices.filter(({ about = '' }) => isIn(about));
  if (named.length === 1) for (const one of prices) if (!named.includes(one)) one.isLeft = true;
}

/** "What I do have on Friday is five fifteen", "Saturday I could give you seven": an offer may keep the day or the hour that was asked for. */
function isOfOtherOffer({ kind, clause, line }: Said, all: readonly Said[], { request }: HeardCall): boolean {
  return (
    (kind === 'date' &&
      all.some(
        (one) => one.kind === 'time' && !one.isRefused && one.clause === clause && one.value !== request.time,
      )) ||
    (kind === 'time' &&
      all.some(
        (one) =>
          one.kind === 'date' &&
          !one.isRefused &&
          one.clause?.sentence === clause?.sentence &&
          one.line === line &&
          one.value !== request.date,
      ))
  );
}

/** What was declined is no offer. */
function isAskedFor(kind: Fact['kind'], value: string, { request }: HeardCall): boolean {
  return (kind === 'time' && value === request.time) || (kind === 'date' && value === request.date);
}

/** Of what was arranged the last day and time stand; otherwise all that was not taken back. */
function standing(all: readonly Said[], verdict: Verdict): Said[] {
  const kept: Said[] = [];
  all.forEach((one, at) => {
    const later = all.slice(at + 1);
    const isTakenBack =
      one.isRefused ||
      (one.isOfTakenHour && later.some(({ kind, value }) => kind === 'date' && value === one.value)) ||
      (verdict === 'arranged' && one.isLeft) ||
      later.some(({ kind, value, isRefused }) => isRefused && kind === one.kind && value === one.value);
    const isReplaced =
      verdict === 'arranged' &&
      (one.kind === 'date' || one.kind === 'time') &&
      later.some(
        ({ kind, value, isRefused, isLeft }) =>
          !isRefused && !isLeft && kind === one.kind && value !== one.value,
      );
    const isKept = kept.some(
      ({ kind, value }) => kind === one.kind && (value === one.value || kind === 'name'),
    );
    if (!isTakenBack && !isReplaced && !isKept) kept.push(one);
  });
  const isSettled = verdict === 'arranged' || verdict === 'answered';
  return kept.filter(
    ({ kind, line, isEcho, isOffered }) =>
      (!isEcho || verdict === 'arranged') &&
      (verdict === 'arranged' || kind !== 'name') &&
      (isSettled ||
        kind === 'price' ||
        kind === 'hours' ||
        (verdict === 'declined' &&
          !isRefusedLater(line, all) &&
          (kind === 'time' || (kind === 'date' && isOffered)))),
  );
}

/** A later no to the day or the time of an offer withdraws it; a no to another day does not. */
function isRefusedLater(offer: Line, all: readonly Said[]): boolean {
  const offered = all.filter(({ line, isRefused }) => line === offer && !isRefused);
  return all.some(
    ({ line, isRefused, kind, value }) =>
      isRefused &&
      line.index > offer.index &&
      offered.some((one) => one.kind === kind && one.value === value),
  );
}

function digitsOf({ clauses }: Line): string {
  return clauses.map(({ digits }) => digits.replace(/(?<=\b\w) (?=\w\b)/g, '').toUpperCase()).join(' ');
}

function timeOfLine(line: TranscriptLine | undefined): { at?: number } {
  return line?.atSeconds === undefined ? {} : { at: line.atSeconds };
}
