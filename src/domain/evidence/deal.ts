import { hedges, isConditional } from './doubt.ts';
import type { Words } from './phrases.ts';
import { type Clause, type Line, sentencesOf } from './speech.ts';

const linesPerStep = 50;

/** Where the matter stands. `stale` is a yes to terms that changed since; `not_taken` is an offer that the assistant left. */
export type Deal =
  | 'nothing'
  | 'offered'
  | 'accepted'
  | 'committed'
  | 'refused'
  | 'pending'
  | 'stale'
  | 'turned_down'
  | 'not_taken';

/** How far the talk has come. */
type Talk = {
  deal: Deal;
  asked: Line | undefined;
  /** What the business last offered, in digits. */
  offer: string;
  isRequested: boolean;
  /** The numbers of the assistant's wish. */
  request: string[];
  /** The business said that it can do what was asked. */
  isAffirmed: boolean;
  /** The business asked for a name since, as it does when it writes something down. */
  isNaming: boolean;
  /** The business asked for a name, or whether it has the terms right. */
  hasAsked: boolean;
  /** A call back, and nothing else, is promised. */
  isPutOff: boolean;
  /** A place on a waiting list, and nothing else, is left to promise. */
  isListed: boolean;
  isConditional: boolean;
  isRefused: boolean;
  /** Something is to be told to somebody, which is done once the business takes note. */
  isMessage: boolean;
};

/** Follows the deal from line to line. */
export function* dealOf(
  lines: readonly Line[],
  said: Words,
  isMessage: boolean,
): Generator<void, Deal, void> {
  const talk: Talk = {
    deal: 'nothing',
    asked: undefined,
    offer: '',
    isRequested: false,
    request: [],
    isAffirmed: false,
    isNaming: false,
    hasAsked: false,
    isPutOff: false,
    isListed: false,
    isConditional: false,
    isRefused: false,
    isMessage,
  };
  for (const line of lines) {
    if (line.index % linesPerStep === 0) yield;
    if (line.by === 'assistant') {
      talk.deal = afterAssistant(talk, line, said);
      talk.asked = line;
      if (
        talk.deal === 'refused' ||
        talk.deal === 'pending' ||
        talk.deal === 'stale' ||
        talk.deal === 'not_taken'
      ) {
        talk.isAffirmed = false;
        talk.isNaming = false;
      }
      talk.request = [
        ...talk.request,
        ...line.clauses.flatMap(({ digits }) => digits.match(/\d+/g) ?? []),
      ].slice(-40);
      talk.isRequested ||=
        hasValue(line) || said.arranges.test(line.plain) || (isMessage && line.clauses.length > 1);
    } else if (line.by === 'business') hear(talk, line, said);
  }
  return talk.deal === 'offered' && talk.isRefused ? 'turned_down' : talk.deal;
}

function takesNote(line: Line, asked: Line | undefined, said: Words): boolean {
  const noted = line.clauses.findLastIndex(
    (clause) => !clause.isQuestion && (said.noted.test(clause.words) || isCommitment(clause, said)),
  );
  // The message itself may have a "no" in it, which is said again before it is noted.
  return (
    noted >= 0 &&
    !line.clauses.slice(noted).some((clause) => said.refuse.test(clause.words) || hedges(clause, asked, said))
  );
}

function hear(talk: Talk, line: Line, said: Words): void {
  const before = talk.deal;
  const isClear = !line.clauses.some(
    (clause) =>
      !clause.isQuestion &&
      (said.refuse.test(clause.words) ||
        hedges(clause, talk.asked, said) ||
        said.guardAfter.test(clause.words)),
  );
  talk.isAffirmed ||=
    talk.isRequested &&
    isClear &&
    before !== 'pending' &&
    (before !== 'not_taken' || hasValue(line)) &&
    !isPuttingOff(line, said) &&
    agrees(talk, line, said);
  talk.isConditional ||=
    sentencesOf(line).some((sentence) => said.condition.test(sentence)) && !said.noCondition.test(line.plain);
  talk.deal = afterBusiness(talk, line, said);
  talk.isRefused ||= line.clauses.some(
    ({ words: text, isQuestion }) => !isQuestion && said.refuse.test(text),
  );
  talk.hasAsked ||=
    asksToWriteDown(line, said) ||
    line.clauses.some(({ digits, isQuestion }) => isQuestion && valued.test(digits));
  if (hasValue(line)) talk.offer = line.clauses.map(({ digits }) => digits).join(' ');
  // A list that nobody waits on is the diary: "you are on the list for Monday".
  if (said.list.test(line.plain) && (talk.isRefused || waits.test(line.plain)) && talk.deal !== 'committed')
    talk.isListed = true;
  else if (isPuttingOff(line, said) && before !== 'committed') talk.isPutOff = true;
  else if (talk.deal === 'committed' || (talk.deal === 'offered' && hasValue(line))) {
    talk.isPutOff = false;
    talk.isListed = false;
  }
  if (
    talk.deal === 'refused' ||
    talk.deal === 'not_taken' ||
    talk.deal === 'pending' ||
    talk.isPutOff ||
    talk.isListed
  ) {
    talk.isAffirmed = false;
    talk.isNaming = false;
    return;
  }
  const isOpen = talk.isAffirmed || talk.deal === 'offered' || talk.deal === 'accepted';
  if (talk.isRequested && isOpen && asksToWriteDown(line, said)) talk.isNaming = true;
}

const waits = /\b(?:wait(?:ing)?|cancell?ation|standby) list\b|\blista de (?:espera|cancel)/;

/** What one asks who is about to write something down: a name, an address, whether they have been before. */
function asksToWriteDown({ plain, clauses }: Line, said: Words): boolean {
  return (
    said.asksName.test(plain) ||
    clauses.some(({ words: text, isQuestion }) => isQuestion && said.asksDetail.test(text))
  );
}

/** A yes, or the terms as the assistant put them. */
function agrees({ request }: Talk, { clauses, plain }: Line, said: Words): boolean {
  if (
    clauses.some(({ words: text, isQuestion }) => !isQuestion && said.yes.test(text)) ||
    said.affirms.test(plain)
  )
    return true;
  const numbers = clauses.flatMap(({ digits, isQuestion }) =>
    isQuestion ? [] : (digits.match(/\d+/g) ?? []),
  );
  return numbers.length >= 2 && numbers.every((number) => request.includes(number));
}

const valued = /\d|\b(?:noon|midday|midnight|mediodia|medianoche)\b/;

function hasValue({ clauses }: Line): boolean {
  return clauses.some(({ digits }) => valued.test(digits));
}

function afterAssistant(
  { deal, offer, isConditional: isOnTerms, isRefused }: Talk,
  line: Line,
  said: Words,
): Deal {
  if (deal === 'committed' && said.change.test(line.plain) && hasValue(line)) return 'stale';
  if (deal !== 'offered') return deal;
  if (said.decline.test(line.plain)) return isOnTerms && !isRefused ? 'pending' : 'not_taken';
  return said.accept.test(line.plain) || picks(line, offer) || chooses(line, offer) ? 'accepted' : deal;
}

/** "The mid-range, please": what was offered, by its name. */
function picks({ plain, clauses }: Line, offer: string): boolean {
  const offered = offer.split(/[^a-z]+/).filter((word) => word.length >= 4);
  return (
    clauses.every(({ isQuestion }) => !isQuestion) &&
    /(?:please|por favor)$/.test(plain) &&
    plain.split(/[^a-z]+/).some((word) => offered.includes(word))
  );
}

/** "At eleven", of the times that were offered. */
function chooses({ clauses }: Line, offer: string): boolean {
  const offered: string[] = offer.match(/\d+/g) ?? [];
  return clauses.some(
    ({ digits, isQuestion }) =>
      !isQuestion &&
      digits.length <= 40 &&
      (digits.match(/\d+/g) ?? []).length > 0 &&
      (digits.match(/\d+/g) ?? []).every((number) => offered.includes(number)),
  );
}

function isPuttingOff({ clauses }: Line, said: Words): boolean {
  return clauses.some(
    ({ words: text, isQuestion }) =>
      said.defer.test(text) &&
      !/\b(?:remind|recordar)/.test(text) &&
      (!isQuestion ||
        /\b(?:(?:call|ring|phone) (?:you|him|her|them) back|l[eo]s? (?:llam|marc)(?:o|an|amos)|te (?:llam|marc)o)\b/.test(
          text,
        )),
  );
}

function afterBusiness(talk: Talk, line: Line, said: Words): Deal {
  const { deal: before, asked } = talk;
  if (talk.isMessage && talk.isRequested && takesNote(line, asked, said)) return 'committed';
  const statements = line.clauses.filter(({ isQuestion }) => !isQuestion);
  const isHedged = statements.some((clause) => hedges(clause, asked, said));
  const isLookedUp = looksFirst.test(line.plain) || said.hold.test(line.plain);
  const lastOf = (is: (clause: Clause) => boolean) => statements.findLastIndex(is);
  const boundAt = lastOf((clause) => isCommitment(clause, said));
  let deal = before;
  let isRefusedHere = false;
  let offered = '';
  for (const [at, { words: text, digits, isQuestion, sentence }] of line.clauses.entries()) {
    // "No, but I have half past, would that do?" begins with a no, and "you said Lamb, no?" has none.
    const isNoFirst = plainNo.test(text) && line.clauses[at + 1]?.sentence === sentence;
    if (said.refuse.test(text) && (!isQuestion || isNoFirst) && !isConditional.test(text)) {
      if (
        before === 'pending' &&
        /(?:^| )(?:no|not)(?: |$)|^nada$/.test(text) &&
        !/\d/.test(digits) &&
        !/full|booked|complet|llen/.test(text)
      )
        continue;
      const isAffirmed = line.clauses
        .slice(0, at)
        .some(
          (one) =>
            one.sentence < sentence &&
            !one.isQuestion &&
            said.affirms.test(one.words) &&
            !said.guard.test(one.words),
        );
      if (isOfOther(text, digits, offered, isAffirmed)) continue;
      if (before !== 'committed' || isRetraction(line, asked, said)) deal = 'refused';
      isRefusedHere = true;
    } else if (isLookedUp && plainNo.test(text) && before !== 'committed') {
      deal = 'refused';
      isRefusedHere = true;
    } else if (
      isValued(digits) &&
      !said.list.test(text) &&
      (!isQuestion ||
        deal === 'refused' ||
        isNew(digits, talk) ||
        said.guard.test(text) ||
        said.proposes.test(line.plain))
    ) {
      if (deal !== 'committed' && !(deal === 'refused' && isOnlyPrice(digits, text, said))) deal = 'offered';
      if (!isQuestion) offered += ` ${digits}`;
    }
  }
  if (commits(talk, line, said) || (deal !== 'refused' && settles(talk, line, said))) {
    const isLater = boundAt > lastOf(({ words: text }) => said.refuse.test(text));
    if (deal !== 'refused' || isLater || (!isRefusedHere && !talk.isListed)) deal = 'committed';
  }
  const isBoundLast = deal === 'committed' && boundAt > lastOf(({ words: text }) => said.defer.test(text));
  if (isRefusedHere && sendsElsewhere.test(line.plain)) return deal;
  if (isPuttingOff(line, said) && before !== 'committed' && !talk.isListed && !isBoundLast)
    return before === 'not_taken' && !hasValue(line) ? before : 'pending';
  if (isHedged && before === 'not_taken' && !hasValue(line)) return before;
  if (isHedged && deal === 'refused' && mayFree.test(line.plain)) return deal;
  const isNo = line.clauses.some((clause) => said.no.test(clause.words) && !hedges(clause, asked, said));
  if (isHedged && talk.isListed) return deal;
  if (isHedged && offersInstead(line, asked, said)) return 'offered';
  if (isHedged && (deal !== 'refused' || !isNo))
    return isAside(line, said) && before === 'committed' ? deal : 'pending';
  return deal;
}

const sameThing =
  /^(?:(?:oh|ah|ay|uy) )*(?:no|sorry|wait|actually|but|pero|perdon)\b|\b(?:that|it|this|we|eso|ese|esa)\b/;
/** "Four fifty's open. Four fifteen is taken": a no to another time than the one that was offered in the same line. */
function isOfOther(text: string, digits: string, offered: string, isAffirmed: boolean): boolean {
  if (offered === '' || sameThing.test(text)) return false;
  const numbers: string[] = digits.match(/\d+/g) ?? [];
  const known: string[] = offered.match(/\d+/g) ?? [];
  return numbers.length > 0 ? numbers.some((number) => !known.includes(number)) : isAffirmed;
}

/** "Una vuelta" counts nothing. */
function isValued(digits: string): boolean {
  return /\d/.test(digits.replace(/(?<!\bla )\b1 (?=\p{L})/gu, ''));
}

/** After a no, what something costs is no offer: "it's the set menu, ninety-five euros". */
function isOnlyPrice(digits: string, text: string, { affirms, proposes }: Words): boolean {
  const isPrice = /^\D*\d[\d.,]* (?:euros?|pounds?|dollars?|pesos|soles)\b\D*$|^\D*[£€$] ?\d[\d.,]*\D*$/.test(
    digits,
  );
  return isPrice && !affirms.test(text) && !proposes.test(text);
}

/** A number that nobody has named yet: "Wednesday the ninth, at ten past three?" */
function isNew(digits: string, { request }: Talk): boolean {
  const numbers = digits.match(/\d+/g) ?? [];
  return numbers.length >= 2 && numbers.some((number) => !request.includes(number));
}

/** "Quarter past is tight. Seven, or quarter to?" */
function offersInstead({ clauses }: Line, asked: Line | undefined, said: Words): boolean {
  const doubt = clauses.findLastIndex((clause) => hedges(clause, asked, said));
  return clauses.slice(doubt + 1).some(({ digits, isQuestion }) => isQuestion && /\d/.test(digits));
}

/** After a no: "have her call herself, or go on the website". */
const sendsElsewhere =
  /\b(?:have|get|tell) (?:him|her|them) (?:to )?(?:call|ring|phone|go|book)\b|\b(?:go|book) (?:on|through|via) (?:the|our)\b|\bque (?:llame|reserve|entre|lo haga) (?:el|ella|por|en)\b/;
/** What to do where plans change, which makes nothing depend on it. */
const inCase =
  /^(?:if (?:(?:you|he|she|they) (?:can not|need|have|are running|want)|anything|something)|(?:y |que )?si (?:no )?(?:pued|va|vien|lleg|tien|necesit|quier|pasa|surge|hay algo))/;
/** After a no, the hope that somebody else gives a place up. */
const mayFree =
  /\b(?:cancels?|cancellations?|frees? up|opens? up|drops? out|libera\w*|desocup\w*|falla|baja)\b/;
const looksFirst = /\b(?:let me|dejeme|dejame|permitame|a ver)\b/;
/** "Let me look. Ah, no." */
const plainNo = /^(?:(?:oh|ah|ay|uy|uh|um|hm|pues|no|sorry) )*(?:no|nope)(?: sorry)?$/;
const thanks = /\b(?:thanks|thank you|gracias)\b/;

/** The assistant accepted or gave the name, and the business says the terms once more, or closes in agreement. */
function settles(
  { deal, asked, isAffirmed, isNaming, isConditional: isOnTerms, isPutOff, isListed }: Talk,
  line: Line,
  said: Words,
): boolean {
  const isGuarded = line.clauses.some(
    ({ words: text, isQuestion }) =>
      !isQuestion &&
      !inCase.test(text) &&
      (said.refuse.test(text) ||
        said.guardAfter.test(text) ||
        said.condition.test(text) ||
        said.hold.test(text)),
  );
  const isAccepted = deal === 'accepted';
  if (isPutOff || isListed || isGuarded || !(isAccepted || isAffirmed || isNaming)) return false;
  const some = (pattern: RegExp) =>
    line.clauses.some(({ words: text, isQuestion }) => !isQuestion && pattern.test(text));
  if (some(said.seals) && !isOnTerms) return true;
  if (isNaming && !isOnTerms && echoes(line, asked)) return true;
  const isAgain = line.clauses.some(({ digits, isQuestion }) => !isQuestion && valued.test(digits));
  if (isAccepted) return isAgain || some(said.settles);
  const isOpen = line.clauses.some(({ isQuestion }) => isQuestion) || looksFirst.test(line.plain);
  return isNaming && !isOnTerms && !isOpen && (isAgain || some(said.settles) || thanks.test(line.plain));
}

/** The business says the name that it was given. */
function echoes(line: Line, asked: Line | undefined): boolean {
  if (!asked || asked.plain.length > 60 || line.clauses.some(({ isQuestion }) => isQuestion)) return false;
  const given = asked.plain.split(/[^a-z]+/).filter((word) => word.length >= 3);
  const heard = (line.clauses[0]?.words ?? '').split(' ');
  return given.some((word) => heard.includes(word));
}

/** A no to a side question takes nothing back. */
function isRetraction({ plain }: Line, asked: Line | undefined, said: Words): boolean {
  const isAsked = asked?.clauses.some(({ isQuestion }) => isQuestion) ?? false;
  return !isAsked || (!said.no.test(plain) && said.full.test(plain));
}

function isAside({ plain }: Line, said: Words): boolean {
  return !said.commit.test(plain) && !/\d/.test(plain);
}

function isCommitment({ words: text, isQuestion }: Clause, said: Words): boolean {
  if (isQuestion) return false;
  const found = said.commit.exec(text);
  if (!found || said.guardAfter.test(text) || said.besidesDeal.test(text)) return false;
  return !said.guard.test(text.slice(0, found.index + found[0].length));
}

const namesDeal =
  /\b(?:book|reserv|confirm|cancel|anul|schedul|agend|mov(?:ed|id)|cambi|appointment|cita|order|pedido|borr|encarg|mesa|table|baja|puest)/;

function commits(
  { deal, isAffirmed, hasAsked, asked, isPutOff, isListed }: Talk,
  line: Line,
  said: Words,
): boolean {
  const isBound = line.clauses.some((clause) => isCommitment(clause, said));
  // "Done" puts somebody on the list that was spoken of.
  if (isListed && isPuttingOff(line, said)) return false;
  if ((isPutOff || isListed) && !(hasValue(line) && !said.list.test(line.plain))) return false;
  const isOpen = deal === 'nothing' || deal === 'refused' || deal === 'not_taken' || deal === 'pending';
  // "It is noted" binds nobody where neither the matter nor any terms were spoken of.
  if (isBound && isOpen && !isAffirmed && !hasAsked && !hasValue(line)) return namesDeal.test(line.plain);
  if (isBound) return true;
  const isYes =
    said.yes.test(line.clauses[0]?.words ?? '') &&
    !line.clauses.some(({ words: text }) => said.refuse.test(text) || said.guard.test(text));
  return (
    isYes &&
    (asked?.clauses.some(
      ({ isQuestion, words: text }) => isQuestion && said.confirming.test(text) && !said.asking.test(text),
    ) ??
      false)
  );
}
