// How the business binds itself, and what looks like it: the three ways that docs/evidence.md tells.
import { isLapse, isNoRefusal } from './doubt.ts';
import type { Words } from './phrases.ts';
import { type Clause, type Line, numbersIn } from './speech.ts';
import type { Talk } from './talk.ts';
import { hasValue, isOfPrice, isOfTime, isPriced, isValued, valued } from './terms.ts';

/** A yes, or the terms as the assistant put them. */
export function agrees({ request }: Talk, line: Line, said: Words): boolean {
  const { clauses, plain } = line;
  if (
    clauses.some(({ words: text, isQuestion }) => !isQuestion && said.yes.test(text)) ||
    said.affirms.test(plain)
  )
    return true;
  // "Saturday at eight, what's the last name?"
  const isWriting = said.asksName.test(plain);
  const numbers = clauses.flatMap(({ digits, isQuestion }) =>
    isQuestion && !isWriting ? [] : numbersIn(digits),
  );
  return areOf(request, numbers, isWriting ? 1 : 2);
}

/** Numbers of the wish and no others, at least so many. */
function areOf(request: readonly string[], numbers: readonly string[], least: number): boolean {
  return numbers.length >= least && numbers.every((number) => request.includes(number));
}

/** The assistant accepted or gave the name, and the business says the terms once more, or closes in agreement. */
export function settles(talk: Talk, line: Line, said: Words): boolean {
  const { deal, asked, isAffirmed, isNaming, isConditional: isOnTerms, isPutOff, isListed } = talk;
  // "Right, you're in. I'll want fifty pounds by Friday": what is asked for after it was sealed is a term of it.
  const sealedIn = line.clauses.findLast(
    ({ words: text, digits, isQuestion }) =>
      !isQuestion &&
      (said.seals.test(text) || (deal === 'accepted' && valued.test(digits) && !isPriced(digits))) &&
      !said.condition.test(text) &&
      !said.guardAfter.test(text),
  )?.sentence;
  const isGuarded = line.clauses.some((clause) => {
    const { words: text, isQuestion, sentence } = clause;
    return (
      !isQuestion &&
      !inCase.test(text) &&
      !(
        sentence > (sealedIn ?? Number.POSITIVE_INFINITY) &&
        !beforehand.test(line.plain) &&
        (said.condition.test(text) || ifUnpaid.test(text) || isOfPrice(line, sentence))
      ) &&
      ((said.refuse.test(text) && !isNoRefusal(clause, line, said)) ||
        said.guardAfter.test(text) ||
        said.condition.test(text) ||
        (said.hold.test(text) && !isResumed(line, said)))
    );
  });
  // "Got it. Call tomorrow and talk to Rita."
  if (asksToCall(line, said)) return false;
  const isAccepted = deal === 'accepted';
  if (isPutOff || isListed || isGuarded || !(isAccepted || isAffirmed || isNaming)) return false;
  const some = (pattern: RegExp) =>
    line.clauses.some(({ words: text, isQuestion }) => !isQuestion && pattern.test(text));
  const isAgain = line.clauses.some(saysTerms);
  if (givesCode(line, said) && !isOnTerms) return true;
  if (leavesUndone(line, said)) return false;
  if (some(said.seals) && !isOnTerms) return true;
  if (isNaming && !isOnTerms && echoes(line, asked)) return true;
  const asksMore =
    line.clauses.some(({ words: text, isQuestion }) => isQuestion && !tag.test(text)) ||
    looksFirst.test(line.plain);
  if (isAccepted) return asksMore ? restates(talk, line) : isAgain || some(said.settles);
  return isNaming && !isOnTerms && !asksMore && (isAgain || some(said.settles) || thanks.test(line.plain));
}

/** "Great, I'll let Pete know": something is still to be done, and no terms are said beside it. */
function leavesUndone({ clauses }: Line, said: Words): boolean {
  const others = clauses.filter(({ words: text }) => !said.undone.test(text));
  return others.length < clauses.length && !others.some(saysTerms);
}

const saysTerms = ({ digits, isQuestion }: Clause) => !isQuestion && valued.test(digits);

/** Who gives a number under which it is kept has written it down. */
function givesCode({ clauses }: Line, said: Words): boolean {
  return clauses.some(({ words: text, digits, isQuestion }, at) => {
    const named = nameOfCode.exec(digits);
    if (isQuestion || !named || said.besidesDeal.test(text)) return false;
    const rest = digits.slice(named.index + named[0].length);
    return beginsCode.test([rest, ...clauses.slice(at + 1, at + 3).map((one) => one.digits)].join(' '));
  });
}

const nameOfCode =
  /\b(?:your|the|his|her|their) (?:confirmation|ref(?:erence)?|ticket|(?:booking|reservation|order|job) (?:number|ref\w*|code))(?: number| code)? (?:is|will be)\b|\b(?:su|tu|la|el) (?:clave|folio|codigo|localizador|numero de (?:reserva\w*|confirmacion|cita|pedido|orden))(?: \p{L}+)? es\b|\b(?:apunte|anote|canto|doy)\b.* (?:su|la|el) (?:clave|folio|codigo|localizador)\b/u;
const beginsCode = /\d|\b[b-xz]\b/;

/** "I need a card to hold it": nothing is sealed before. */
const beforehand =
  /\b(?:to (?:confirm|hold|guarantee|secure|book|reserve|keep)\b(?! or\b)|once|as soon as|until|para (?:confirmar|garantizar|apartar|reservar|asegurar|guardar)\w*|en cuanto|hasta que)\b/;

const ifUnpaid = /^(?:que )?si no\b|^(?:otherwise|or else|if not)\b/;

/** What to do where plans change, which makes nothing depend on it. */
const inCase =
  /\bif (?:you|he|she|they) (?:goe?s? ahead|decides?)$|^(?:y |que )?si (?:hubiera|hay|toca) que |\bif (?:i am|we are|no ?one|there is)\b|\bif (?:you|he|she|they|anyone|anybody|someone) (?:are|is|like|fancy|get|gets|drive|bring|come|have|can not)\b|\b(?:por )?si (?:se |le |les )?(?:vien|lleg|retras|tard|tra[ei]|necesit|quier|prefier|alguien no)\w*|^(?:and )?if (?:you|he|she|they) (?:could|can|would) (?:just )?(?:sign|come|bring|arrive|pop|be|ask)\b|\b(?:(?:call|ring|text|phone|shout|let (?:you|him|her|them) know)(?: (?:you|him|her|them))? if|(?:llamo|llamamos|aviso|avisamos|digo|decimos) si) (?:it|there|anything|something|algo|hay|surge|pasa|hace|necesita|encuentr\w+|ve[or]\w*)\b|^(?:si (?:sois|son|somos|fueran|van a ser) (?:menos|mas)\b|if (?:(?:you|he|she|they) are )?late\b|if (?:(?:you|he|she|they) (?:can not|are (?:more|less|fewer)|need|have|are running|want)|anything|something)|(?:y |que )?si (?:no )?(?:pued|va|vien|lleg|tien|necesit|quier|pasa|surge|hay algo))/;

/** "Let me see." */
export const looksFirst = /\b(?:let me|dejeme|dejame|permitame|a ver)\b/;

const thanks = /\b(?:thanks|thank you|gracias)\b/;

/** "¿Eh?" asks nothing. */
const tag = /^(?:eh|ok|okay|vale|sale|no|verdad|yeah|right|all ?right)$/;

/** Somebody looked, and says yes. */
function isResumed({ clauses }: Line, said: Words): boolean {
  const held = clauses.findLastIndex(({ words: text }) => said.hold.test(text));
  return clauses.slice(held + 1).some(({ words: text }) => said.yes.test(text));
}

/** "Me quedan dos" says no terms again. */
const stillOffers = /\bquedan?\b|\bleft\b/;

/** Numbers of what was asked for or offered, and no others: "Thursday, half seven then. What is it, a HiLux?" */
function restates({ request, offer }: Talk, { clauses }: Line): boolean {
  const terms = [...request, ...numbersIn(offer)];
  return clauses.some(
    ({ words: text, digits, isQuestion }) =>
      !isQuestion &&
      !stillOffers.test(text) &&
      isValued(digits) &&
      numbersIn(digits).every((number) => terms.includes(number)),
  );
}

/** The business says the name that it was given. */
function echoes(line: Line, asked: Line | undefined): boolean {
  if (!asked || asked.plain.length > 60 || line.clauses.some(({ isQuestion }) => isQuestion)) return false;
  const given = asked.plain.split(/[^a-z]+/).filter((word) => word.length >= 3);
  const heard = (line.clauses[0]?.words ?? '').split(' ');
  return given.some((word) => heard.includes(word));
}

/** The business promises it, strikes out what was to be cancelled, or says yes to "is that booked?". */
export function commits(talk: Talk, line: Line, said: Words): boolean {
  const { deal, isAffirmed, isRefused, hasAsked, asked, isPutOff } = talk;
  const isListed = talk.isListed || (isRefused && said.list.test(line.plain));
  const isOver =
    deal === 'refused' ||
    deal === 'not_taken' ||
    (deal === 'offered' && isRefused) ||
    (deal === 'pending' && !hasValue(line) && !agrees(talk, line, said));
  const isBound = line.clauses.some(
    (clause, at) =>
      isCommitment(clause, said) &&
      !(isOver && (seeYou.test(clause.words) || isTold(clause, deal))) &&
      !isIfOthers(clause, line.clauses[at - 1]) &&
      !hangsOnUndone(clause, line, said),
  );
  // "Done" puts somebody on the list that was spoken of.
  if (isListed && isPuttingOff(line, said)) return false;
  // "So it's Tuesday now?" "Yes sir, all done": whatever was left open before.
  if (isBound && asksIfBound(asked) && said.yes.test(line.clauses[0]?.words ?? '') && !isListed) return true;
  // On a waiting list, the time that was asked for is no new one.
  const isOther = ({ digits }: Clause) =>
    isOfTime(digits) && !(isRefused && areOf(talk.request, numbersIn(digits), 1));
  const isAnew = isListed ? line.clauses.some(isOther) : hasValue(line);
  if ((isPutOff || isListed) && !(isAnew && !said.list.test(line.plain))) return false;
  const isOpen = deal === 'nothing' || deal === 'refused' || deal === 'not_taken' || deal === 'pending';
  // "It is noted" binds nobody where neither the matter nor any terms were spoken of.
  const isTaken = asked !== undefined && said.accept.test(asked.plain) && !said.decline.test(asked.plain);
  if (isBound && isOpen && !isAffirmed && !hasAsked && !isTaken && !talk.isCalledOff && !hasValue(line))
    return namesDeal.test(line.plain);
  if (isBound || (talk.isCalledOff && strikesOut(line, said)) || isAgreedAnew(talk, line, said)) return true;
  const isYes =
    said.yes.test(line.clauses[0]?.words ?? '') &&
    !line.clauses.some(({ words: text }) => said.refuse.test(text) || said.guard.test(text));
  return (
    isYes &&
    (asked?.clauses.some(
      ({ isQuestion, words: text }) =>
        isQuestion && (said.confirming.test(text) || comes.test(text)) && !said.asking.test(text),
    ) ??
      false)
  );
}

/** After a no: "tell him two minutes and he's done", "you're all set then". */
function isTold({ words: text }: Clause, deal: Talk['deal']): boolean {
  return deal === 'refused' && /^(?:but |so |just )*tell (?:him|her|them)\b|\ball set\b/.test(text);
}

/** "If they don't want it, it's his": nobody knows yet. */
function isIfOthers({ sentence }: Clause, before: Clause | undefined): boolean {
  return before?.sentence === sentence && ifOthers.test(before.words);
}

/** "Once I get the go-ahead, I'll put it in", "we'll see you then, as long as there's a table". */
function hangsOnUndone(bound: Clause, { clauses }: Line, said: Words): boolean {
  const at = clauses.indexOf(bound);
  return clauses.some(
    ({ words: text, sentence }, of) =>
      sentence === bound.sentence && said.undone.test(text) && (of < at || onlyIf.test(text)),
  );
}

const onlyIf = /^(?:if|as long as|so long as|siempre que|si)\b/;

const ifOthers =
  /^(?:and |but |so )?(?:if|unless) (?:they|nobody|no ?one|it|that|somebody|someone|the \w+|he says|she says)\b|^(?:and |but )?(?:once|when|as soon as) .*\b(?:send|sent|pay|paid|sign|signed|returned|back)\b|^(?:y |pero )?(?:cuando|en cuanto|apenas) .*\b(?:devolv|mand|envi|pag|deposit|firm|consign)\w*|^(?:y |pero )?si (?:sale|se (?:junt|arm|complet|liber|ca|desocup)\w+|me (?:liber|d)\w+|no lo|no la|nadie|alguien|me dicen|dicen|dice que)\b/;

/** "So a driver will be there at five?" */
const comes = /^so\b.*\bwill (?:be|come|arrive)\b|^entonces\b.*\b(?:queda|va|viene|pasa|llega)n?\b/;

const namesDeal =
  /\b(?:lugar|hueco|sitio|turno|spot|slot|place|book|reserv|confirm|cancel|anul|schedul|agend|mov(?:ed|id)|cambi|appointment|cita|order|pedido|borr|encarg|mesa|table|baja|puest)/;

/** After a no it binds nobody: "you take your chances. See you Sunday!" */
const seeYou =
  /\bsee (?:you|ya|him|her|them)\b|\bnos vemos\b|\b(?:l[aoe]s?|os|te) (?:esper(?:o|amos)|ve(?:o|mos)|recibimos)\b/;

/** After a no: "Upstairs is fine." "Then Saturday at one, six people." */
function isAgreedAnew({ deal, asked, request }: Talk, { clauses }: Line, said: Words): boolean {
  if (deal !== 'refused' || !asked || !said.accept.test(asked.plain) || said.decline.test(asked.plain))
    return false;
  const numbers = clauses.flatMap(({ digits, isQuestion }) => (isQuestion ? [] : numbersIn(digits)));
  return (
    areOf(request, numbers, 2) &&
    !clauses.some(({ words: text }) => said.refuse.test(text) || said.hedge.test(text))
  );
}

/** "That's booked", under no condition and in no question. */
export function isCommitment({ words: text, isQuestion }: Clause, said: Words): boolean {
  if (isQuestion) return false;
  const found = said.commit.exec(text);
  if (!found || said.guardAfter.test(text) || said.undone.test(text) || said.besidesDeal.test(text))
    return false;
  return !said.guard.test(text.slice(0, found.index + found[0].length));
}

/** "So it has been moved?": whether the business bound itself. */
export function asksIfBound(asked: Line | undefined): boolean {
  const questions = asked?.clauses.filter(({ isQuestion }) => isQuestion) ?? [];
  return (
    questions.some(({ words: text }) => bound.test(text)) &&
    !questions.some(({ words: text }) => informs.test(text))
  );
}

/** "So what does it cost?" */
const informs =
  /^(?:(?:y|and|so|then|entonces) )*(?:what|how|when|where|which|who|why|cuanto|cuando|donde|cual|quien|como|por que|a? ?que (?:hora|dia|precio|le))\b/;

const bound =
  /^(?:so|then|entonces|o sea|asi que)\b|\b(?:booked|reserved|confirmed|moved|changed|cancelled|(?:his|hers|theirs|mine)(?= now|$)|confirmad|reservad|apuntad|anotad|agendad|cambiad|cancelad|anulad|hech[oa])/;

/** A yes, the terms once more, or a promise; anything else leaves it open. */
export function confirms(talk: Talk, line: Line, said: Words): boolean {
  return (
    agrees(talk, line, said) ||
    restates(talk, line) ||
    line.clauses.some(
      (clause) =>
        !clause.isQuestion &&
        (isCommitment(clause, said) || said.settles.test(clause.words) || said.seals.test(clause.words)),
    )
  );
}

/** "I'll call you back", "let me ask the boss": it is for later, or for somebody else. */
export function isPuttingOff({ clauses }: Line, said: Words): boolean {
  return clauses.some(
    ({ words: text, isQuestion }) =>
      said.defer.test(text) &&
      !(said.condition.test(text) && isLapse.test(text)) &&
      !/\b(?:remind|recordar)/.test(text) &&
      !onArrival.test(text) &&
      (!isQuestion ||
        /\b(?:(?:call|ring|phone) (?:you|him|her|them) back|l[eo]s? (?:llam|marc)(?:o|an|amos)|te (?:llam|marc)o)\b/.test(
          text,
        )),
  );
}

/** "They call him when they are half an hour out": who comes to the door has it in the book. */
const onArrival =
  /\b(?:(?:call|ring|phone|text|buzz)\w* (?:you|him|her|them)|giv\w+ (?:you|him|her|them) an? \w+) (?:when|once|if) (?:they|he|she|the \w+) (?:is|are|gets?) (?:\w+ ){0,4}(?:out|away|off|close|near(?:by)?|there|here|outside|downstairs|on (?:the|his|her|their) way)\b|\b(?:le|te|les|os) (?:llam|timbr|avis)\w+ (?:cuando|al) (?:\w+ )?(?:lleg\w+|est\w+ (?:abajo|afuera|cerca|en la puerta)|vay\w+|salg\w+)\b/;

/** "Call tomorrow and talk to Rita." */
export function asksToCall({ clauses }: Line, said: Words): boolean {
  return clauses.some(({ words: text }) => said.callBack.test(text));
}

/** "I'll take him off", and no other terms with it or after it. */
export function strikesOut({ clauses }: Line, said: Words): boolean {
  const at = clauses.findLastIndex(({ words: text }) => said.strikesOut.test(text));
  return at >= 0 && !clauses.slice(at).some(({ digits }) => valued.test(digits));
}
