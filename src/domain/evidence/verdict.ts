import type { HeardCall } from './finished-call.ts';
import type { Words } from './phrases.ts';
import type { Flag, Verdict } from './schema.ts';
import { type Clause, type Line, sentencesOf } from './speech.ts';
import { words } from './words.ts';

/** Where the matter stands. `stale` is a yes to terms that changed since; `not_taken` is an offer that the assistant left. */
type Deal =
  | 'nothing'
  | 'offered'
  | 'accepted'
  | 'committed'
  | 'refused'
  | 'pending'
  | 'stale'
  | 'turned_down'
  | 'not_taken';

/** What the call came to; `unclear` wherever the business did not bind itself in plain words. */
export function readVerdict(lines: readonly Line[], flags: readonly Flag[], call: HeardCall): Verdict {
  const said = words[call.language];
  const isHeard = lines.some(({ by }) => by === 'business');
  if (lines.length === 0) return isUnreachable(call.status) ? 'not_reached' : 'unclear';
  if (!isHeard || flags.includes('wrong_number')) return 'not_reached';
  if (flags.includes('do_not_call_again')) return 'declined';
  if (isQuestion(call)) return answerTo(lines, said);
  const deal = dealOf(lines, said, isMessage(call));
  if (deal === 'committed') return 'arranged';
  if (deal === 'turned_down') return flags.includes('condition') ? 'unclear' : 'declined';
  if (deal === 'not_taken') return 'declined';
  if (deal === 'refused')
    return flags.includes('asked_to_call_back') && !isFull(lines, said) ? 'unclear' : 'declined';
  return 'unclear';
}

/** Whether something is to be found out, not arranged. */
export function isQuestion({ request, language }: Pick<HeardCall, 'request' | 'language'>): boolean {
  const plain = request.task
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}¿]/gu, '')
    .trim();
  const { question, arranges } = words[language];
  if (question.test(plain)) return true;
  return (
    request.category === 'general' &&
    request.date === undefined &&
    !arranges.test(plain) &&
    asksAbout.test(plain)
  );
}

/** Whether something is to be told, and nothing to be agreed. */
function isMessage({ request, language }: HeardCall): boolean {
  return words[language].relays.test(request.task.toLowerCase().normalize('NFD').replace(/\p{M}/gu, ''));
}

/** A task in a word or two: "Opening hours of the library". */
const asksAbout =
  /\b(?:hours?|opening|prices?|costs?|fees?|availab\w+|directions?|status|info\w*|menu|stock|horarios?|precios?|costos?|tarifas?|disponib\w+|requisitos|direccion|existencias|whether|if|si|about|sobre)\b/;

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

/** "It probably takes two hours" leaves the appointment sure. */
const measure = /\d (?:minutes?|hours?|quid|pounds|dollars|bucks|euros|pesos|minutos|horas)\b/;

/** "I think so" is no hedge where the question was whether they can help. */
function hedges({ words: text, digits }: Clause, asked: Line | undefined, said: Words): boolean {
  const isConfident = said.confident.test(text) && asked !== undefined && said.offersHelp.test(asked.plain);
  return !isConfident && said.hedge.test(text) && !measure.test(digits);
}

/** "Full, try tomorrow" is a no, and "the doctor is not in, try tomorrow" none. */
function isFull(lines: readonly Line[], said: Words): boolean {
  return lines.some(
    ({ by, clauses }) =>
      by === 'business' && clauses.some(({ words: text }) => said.refuse.test(text) && said.full.test(text)),
  );
}

function isUnreachable(status: string): boolean {
  return status === 'no_answer' || status === 'busy' || status === 'voicemail';
}

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
  hasAskedName: boolean;
  /** A call back, and nothing else, is promised. */
  isPutOff: boolean;
  /** A place on a waiting list, and nothing else, is left to promise. */
  isListed: boolean;
  isConditional: boolean;
  isRefused: boolean;
  /** Something is to be told to somebody, which is done once the business takes note. */
  isMessage: boolean;
};

function dealOf(lines: readonly Line[], said: Words, isMessage: boolean): Deal {
  const talk: Talk = {
    deal: 'nothing',
    asked: undefined,
    offer: '',
    isRequested: false,
    request: [],
    isAffirmed: false,
    isNaming: false,
    hasAskedName: false,
    isPutOff: false,
    isListed: false,
    isConditional: false,
    isRefused: false,
    isMessage,
  };
  for (const line of lines) {
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
  talk.hasAskedName ||= asksToWriteDown(line, said);
  if (hasValue(line)) talk.offer = line.clauses.map(({ digits }) => digits).join(' ');
  if (said.list.test(line.plain) && talk.deal !== 'committed') talk.isListed = true;
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

function hasValue({ clauses }: Line): boolean {
  return clauses.some(({ digits }) => /\d/.test(digits));
}

function afterAssistant(
  { deal, offer, isConditional: isOnTerms, isRefused }: Talk,
  line: Line,
  said: Words,
): Deal {
  if (deal === 'committed' && said.change.test(line.plain) && hasValue(line)) return 'stale';
  if (deal !== 'offered') return deal;
  if (said.decline.test(line.plain)) return isOnTerms && !isRefused ? 'pending' : 'not_taken';
  return said.accept.test(line.plain) || chooses(line, offer) ? 'accepted' : deal;
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

/** What would happen is no refusal: "if it is not in by noon, I let it go". */
export const isConditional = /^(?:and |y |or )?(?:if|unless|else|otherwise|si|de lo contrario)\b/;

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
  let deal = before;
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
      if (before !== 'committed' || isRetraction(line, asked, said)) deal = 'refused';
    } else if (isLookedUp && plainNo.test(text) && before !== 'committed') deal = 'refused';
    else if (
      /\d/.test(digits) &&
      !said.list.test(text) &&
      (!isQuestion ||
        deal === 'refused' ||
        isNew(digits, talk) ||
        said.guard.test(text) ||
        said.proposes.test(line.plain))
    ) {
      if (deal !== 'committed') deal = 'offered';
    }
  }
  if (commits(talk, line, said) || (deal !== 'refused' && settles(talk, line, said))) {
    const lastOf = (is: (clause: Clause) => boolean) => statements.findLastIndex(is);
    const isLater =
      lastOf((clause) => isCommitment(clause, said)) > lastOf(({ words: text }) => said.refuse.test(text));
    if (deal !== 'refused' || isLater) deal = 'committed';
  }
  if (isPuttingOff(line, said) && before !== 'committed' && !talk.isListed)
    return before === 'not_taken' && !hasValue(line) ? before : 'pending';
  const isNo = line.clauses.some(({ words: text }) => said.no.test(text));
  if (isHedged && talk.isListed) return deal;
  if (isHedged && offersInstead(line, asked, said)) return 'offered';
  if (isHedged && (deal !== 'refused' || !isNo))
    return isAside(line, said) && before === 'committed' ? deal : 'pending';
  return deal;
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

/** What to do where plans change, which makes nothing depend on it. */
const inCase =
  /^(?:if (?:you|he|she|they) (?:can not|need|have|are running|want)|si (?:no )?(?:pued|va|vien|lleg|tien|necesit|quier))/;
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
  const isAgain = line.clauses.some(({ digits, isQuestion }) => !isQuestion && /\d/.test(digits));
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
  /\b(?:book|reserv|confirm|cancel|anul|schedul|agend|mov(?:ed|id)|cambi|appointment|cita|order|pedido|borr|encarg|mesa|table|baja)/;

function commits(
  { deal, isAffirmed, hasAskedName, asked, isPutOff, isListed }: Talk,
  line: Line,
  said: Words,
): boolean {
  const isBound = line.clauses.some((clause) => isCommitment(clause, said));
  // "Done" puts somebody on the list that was spoken of.
  if ((isPutOff || isListed) && !(hasValue(line) && !said.list.test(line.plain))) return false;
  const isOpen = deal === 'nothing' || deal === 'refused' || deal === 'not_taken' || deal === 'pending';
  // "It is noted" binds nobody where neither the matter nor any terms were spoken of.
  if (isBound && isOpen && !isAffirmed && !hasAskedName && !hasValue(line)) return namesDeal.test(line.plain);
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

/** They do not want to talk, which answers nothing. */
const brushesOff = /^(?:no,? )?(?:thanks|thank you|gracias|not interested|no me interesa)$/;

/** A yes to it answers nothing else. */
const asksLater =
  /\b(?:call|try|ring|phone) (?:you )?(?:again|back|later|after)\b|\b(?:puedo|puede|volver a|vuelvo a) llamar\b/;

function answerTo(lines: readonly Line[], said: Words): Verdict {
  const asking = lines.findIndex(
    ({ by, clauses, plain }, at) =>
      by === 'assistant' &&
      (clauses.length > 1 || lines.slice(0, at).some((line) => line.by === 'assistant')) &&
      !said.offersHelp.test(plain),
  );
  if (asking < 0) return 'unclear';
  let isAnswered = false;
  let isDoubted = false;
  for (const line of lines.slice(asking + 1)) {
    if (line.by !== 'business' || brushesOff.test(line.plain)) continue;
    const asked = lines.findLast(({ by, index }) => by === 'assistant' && index < line.index);
    if (asked && asksLater.test(asked.plain)) continue;
    const doubt = line.clauses.findLastIndex(
      (clause) =>
        hedges(clause, asked, said) || said.defer.test(clause.words) || said.callBack.test(clause.words),
    );
    // Somebody else is asked while the line is held.
    if (doubt >= 0 && !isAnswered && !said.hold.test(line.plain)) isDoubted = true;
    const isTold = line.clauses
      .slice(doubt + 1)
      .some(
        (clause) =>
          clause.sentence !== line.clauses[doubt]?.sentence &&
          (isDoubted ? isFirm(clause, said) : isAnswer(clause, said)),
      );
    // "No, not yet. Thursday, I'd think": the no is sure, and only the rest is a guess.
    const [first] = line.clauses;
    const isPlainNo =
      doubt > 0 &&
      first !== undefined &&
      said.no.test(first.words) &&
      !said.hedge.test(first.words) &&
      !said.defer.test(first.words) &&
      line.clauses[doubt]?.sentence !== first.sentence;
    if (isPlainNo) isAnswered = true;
    if (isTold && !/\b(?:over the phone|por telefono)\b/.test(line.plain)) isAnswered = true;
  }
  return isAnswered ? 'answered' : 'unclear';
}

function isAnswer({ words: text, digits, isQuestion }: Clause, said: Words): boolean {
  if (isQuestion || said.recording.test(text) || said.hold.test(text) || said.silent.test(text)) return false;
  return (
    /\d/.test(digits) ||
    /\b(?:yes|no)$/.test(text) ||
    [said.refuse, said.yes, said.no, said.tells, said.affirms].some((pattern) => pattern.test(text))
  );
}

/** A doubt is lifted by a plain yes or no, and by nothing less. */
function isFirm({ words: text, isQuestion }: Clause, said: Words): boolean {
  return !isQuestion && (said.yes.test(text) || said.no.test(text)) && !said.silent.test(text);
}
