import {
  agrees,
  asksIfBound,
  asksToCall,
  commits,
  confirms,
  isCommitment,
  isPuttingOff,
  looksFirst,
  settles,
  strikesOut,
} from './binding.ts';
import { isSpelt } from './codes.ts';
import { bothWays, hedges, isNoRefusal } from './doubt.ts';
import { asks } from './hearing.ts';
import { holds, isGuess, orLeftOpen } from './left-open.ts';
import type { Words } from './phrases.ts';
import { type Clause, isAskedIn, type Line, numbersIn, sentencesOf } from './speech.ts';
import type { Deal, Talk } from './talk.ts';
import {
  chooses,
  hasValue,
  isNew,
  isOfOther,
  isOfTime,
  isOnlyPrice,
  isPriced,
  isValued,
  picks,
  valued,
} from './terms.ts';

const linesPerStep = 50;

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
    isCalledOff: false,
    isMessage,
  };
  for (const line of lines) {
    if (line.index % linesPerStep === 0) yield;
    if (line.by === 'assistant') {
      talk.isCalledOff ||= callsOff.test(line.plain);
      talk.isListed ||= talk.isRefused && waits.test(line.plain);
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
      talk.request = [...talk.request, ...line.clauses.flatMap(({ digits }) => numbersIn(digits))].slice(-40);
      talk.isRequested ||=
        hasValue(line) || said.arranges.test(line.plain) || (isMessage && line.clauses.length > 1);
    } else if (line.by === 'business') hear(talk, line, said);
  }
  const isOpen = talk.deal === 'offered' || (talk.deal === 'accepted' && talk.isListed);
  return isOpen && talk.isRefused ? 'turned_down' : talk.deal;
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
  const isClear =
    !isGuess(line, talk.asked, said) &&
    !line.clauses.some(
      ({ words: text, isQuestion }) => !isQuestion && (said.refuse.test(text) || said.guardAfter.test(text)),
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
  // "Is there anything else?" "Nope."
  talk.isRefused ||=
    !isAskedIn(talk.asked, besideThePoint) &&
    line.clauses.some(
      (clause) => !clause.isQuestion && said.refuse.test(clause.words) && !isNoRefusal(clause, line, said),
    );
  talk.hasAsked ||=
    asksToWriteDown(line, said) ||
    line.clauses.some(({ digits, isQuestion }) => isQuestion && valued.test(digits));
  if (hasValue(line)) talk.offer = line.clauses.map(({ digits }) => digits).join(' ');
  // A list that nobody waits on is the diary: "you are on the list for Monday".
  const isOffered = talk.deal === 'offered' && line.clauses.some(({ digits }) => isOfTime(digits));
  if (said.list.test(line.plain) && (talk.isRefused || waits.test(line.plain)) && talk.deal !== 'committed')
    talk.isListed = true;
  else if ((isPuttingOff(line, said) || asksToCall(line, said)) && before !== 'committed')
    talk.isPutOff = true;
  else if (talk.deal === 'committed' || isOffered) {
    talk.isPutOff = false;
    talk.isListed = false;
  } else if (talk.deal === 'offered' && hasValue(line)) talk.isPutOff = false;
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

/** "She'll call in with the card": the terms are taken. */
const promises =
  /\b(?:she|he|they|we) will (?:\w+ )?(?:pay|settle|transfer|send|sort|do|call in|ring in|give|put|make|leave)\b|\b(?:ella|el|ellos|ellas|los?|las?|les?) (?:hara|hace|pagara|paga|deja|dejara|mandara|manda|enviara|envia|depositara|deposita|transfiere)\b/;

/** The assistant wants something cancelled. */
const callsOff =
  /\b(?:cancel|call\w* (?:it |this |that )?off|anul|dar de baja|borr|quit[ae]|delet|remov|tak\w+ (?:it|her|him|them|that) off)/;

const waits =
  /\b(?:if|in case|when) (?:it|one|that|anything|somebody|someone|anybody|anyone|a \w+|something) (?:cancels|drops?(?: out)?|pulls? out|frees? up|opens? up)\b|\b(?:por )?si (?:\w+ )?(?:se |me |nos )?(?:falla|cancela|anula|cae|libera|desocupa)|\b(?:wait(?:ing)?|cancell?ations?|standby) ?(?:list|sheet|book)\b|\blista de (?:espera|cancel)/;

/** What one asks who is about to write something down: a name, an address, whether they have been before. */
function asksToWriteDown(line: Line, said: Words): boolean {
  return said.asksName.test(line.plain) || isAskedIn(line, said.asksDetail);
}

function afterAssistant(
  { deal, offer, isConditional: isOnTerms, isRefused, isPutOff }: Talk,
  line: Line,
  said: Words,
): Deal {
  if (deal === 'committed' && said.change.test(line.plain) && hasValue(line)) return 'stale';
  if (isOnTerms && !isRefused && (deal === 'pending' || deal === 'offered') && promises.test(line.plain))
    return 'accepted';
  // "Is there any other room?": the one that was put down is gone.
  if (deal === 'committed' && isAskedIn(line, anyOther)) return 'stale';
  if (deal !== 'offered') return deal;
  if (said.decline.test(line.plain)) return (isOnTerms && !isRefused) || isPutOff ? 'pending' : 'not_taken';
  return said.accept.test(line.plain) || picks(line, offer) || chooses(line, offer) ? 'accepted' : deal;
}

/** "Any other room?" */
const anyOther =
  /\b(?:any|some|an) ?other (?:\w+ )?(?:room|table|time|slot|day|date|spot|place|opening|appointment)s?\b|\b(?:algun[ao]? )?otr[oa]s? (?:habitacion|mesa|hora|hueco|cita|turno|dia|fecha|sitio|lugar)(?:es|s)?\b/;

function afterBusiness(talk: Talk, line: Line, said: Words): Deal {
  const { deal: before, asked } = talk;
  // "You've got me wrong": what the assistant took for a yes was none.
  if (said.misheard.test(line.plain)) return hasValue(line) ? 'offered' : 'nothing';
  // "I'll cross you out then": what they had written down. "For now, until she tells me" leaves it open.
  if (before !== 'nothing' && !talk.isCalledOff && strikesOut(line, said)) {
    const some = (pattern: RegExp) => line.clauses.some(({ words: text }) => pattern.test(text));
    return some(said.undone) && !some(said.refuse) ? 'pending' : 'refused';
  }
  // "So it has been moved?" "I'm not supposed to touch the book." "So it isn't confirmed?" "No way, I have to ask him first."
  const isUnsealed = beginsWithNo.test(line.plain) && !said.full.test(line.plain);
  if (before === 'committed' && asksIfBound(asked) && (isUnsealed || !confirms(talk, line, said)))
    return 'pending';
  // "So the reservation isn't made yet?" "No, I only run the drinks."
  if (before !== 'nothing' && isAskedIn(asked, isNotMade) && beginsWithNo.test(line.plain)) return 'pending';
  if (before !== 'committed' && bothWays.test(line.plain)) return 'pending';
  // "Is it his until then?" "No, I don't hold anything": what was left open stays so.
  if (before === 'pending' && isAskedIn(asked, holds) && !commits(talk, line, said)) return before;
  if (talk.isMessage && talk.isRequested && takesNote(line, asked, said)) return 'committed';
  const statements = line.clauses.filter(({ isQuestion }) => !isQuestion);
  const isLookedUp = looksFirst.test(line.plain) || said.hold.test(line.plain);
  const lastOf = (is: (clause: Clause) => boolean) => statements.findLastIndex(is);
  const boundAt = lastOf((clause) => isCommitment(clause, said));
  let deal = before;
  let isRefusedHere = false;
  let offered = '';
  for (const [at, clause] of line.clauses.entries()) {
    const { words: text, digits, isQuestion, sentence } = clause;
    if (lied.test(text)) [deal, isRefusedHere] = [before, false];
    // When to call again is no offer.
    if (said.callBack.test(text)) {
      if (deal === 'not_taken' && !talk.isRefused) deal = 'pending';
      continue;
    }
    // "No, but I have half past, would that do?" begins with a no, and "you said Lamb, no?" has none.
    const isNoFirst = plainNo.test(text) && line.clauses[at + 1]?.sentence === sentence;
    // "He's down for seven and I'll not be finding an eighth chair."
    if (isCommitment(clause, said) && !said.full.test(text)) continue;
    if (said.refuse.test(text) && (!isQuestion || isNoFirst) && !isNoRefusal(clause, line, said)) {
      if (refusesNothingOfIt(talk, line, said, { at, offered })) continue;
      if (before !== 'committed' || isRetraction(line, asked, said)) deal = 'refused';
      isRefusedHere = true;
    } else if (isRefusedHere && !isQuestion && deal === 'refused' && thatYes.test(text)) {
      // "Inside no, but in the gallery yes."
      deal = 'offered';
    } else if (isLookedUp && !isQuestion && plainNo.test(text) && before !== 'committed') {
      deal = 'refused';
      isRefusedHere = true;
    } else if (
      isValued(digits) &&
      !said.list.test(text) &&
      (!isQuestion ||
        deal === 'refused' ||
        isNew(digits, talk.request) ||
        said.guard.test(text) ||
        said.proposes.test(line.plain))
    ) {
      const isCostOfIt =
        !said.proposes.test(text) &&
        ((deal === 'accepted' && isPriced(digits)) ||
          (deal === 'pending' && asks.price.test(asked?.plain ?? '')));
      if (deal !== 'committed' && !isCostOfIt && !(deal === 'refused' && isOnlyPrice(digits, text, said)))
        deal = 'offered';
      if (!isQuestion) offered += ` ${digits}`;
    }
  }
  if (commits(talk, line, said) || (deal !== 'refused' && settles(talk, line, said))) {
    const isLater =
      boundAt > lastOf(({ words: text }) => said.refuse.test(text) || (isLookedUp && plainNo.test(text)));
    if (deal !== 'refused' || isLater || (!isRefusedHere && !talk.isListed)) deal = 'committed';
  }
  const isBoundLast = deal === 'committed' && boundAt > lastOf(({ words: text }) => said.defer.test(text));
  return orLeftOpen(talk, line, said, { deal, isRefusedHere, isBoundLast });
}

/** A no to another time, to a side question, or to what was open anyway. */
function refusesNothingOfIt(
  { deal: before, asked }: Talk,
  line: Line,
  said: Words,
  { at, offered }: { at: number; offered: string },
): boolean {
  const clause = line.clauses[at];
  if (!clause) return false;
  const { words: text, digits, sentence } = clause;
  if (before === 'pending' && someNo.test(text) && !/\d/.test(digits) && !fullUp.test(text)) return true;
  const isAffirmed = line.clauses
    .slice(0, at)
    .some(
      (one) =>
        one.sentence < sentence &&
        !one.isQuestion &&
        said.affirms.test(one.words) &&
        !said.guard.test(one.words),
    );
  return (
    isOfOther(text, digits, offered, isAffirmed) ||
    isReason(clause, line, said) ||
    (isAskedIn(asked, besideThePoint) && before !== 'refused')
  );
}

const someNo = /(?:^| )(?:no|not)(?: |$)|^nada$/;
const fullUp = /full|booked|complet|llen/;

/** "It's more like ten to seven, we're slammed." */
const busy = /\b(?:slammed|swamped|backed up|rammed|heaving|packed|(?:a|al) tope|hasta arriba)\b/;

const ofClock = /\b\d{1,2}[ :]\d\d\b|\b(?:half|quarter|oclock)\b/;

/** "I put you inside, for outside is full." */
function isReason({ words: text, sentence }: Clause, { clauses }: Line, said: Words): boolean {
  if (busy.test(text))
    return clauses.some(
      (one) => one.sentence === sentence && ofClock.test(one.digits) && !said.refuse.test(one.words),
    );
  return (
    /^(?:que|porque|because|cause|as) /.test(text) &&
    clauses.some(
      (one) =>
        one.sentence === sentence &&
        !/^(?:que|porque)\b/.test(one.words) &&
        (said.affirms.test(one.words) || said.commit.test(one.words)),
    )
  );
}

const isNotMade =
  /\b(?:is|are) not (?:\w+ )?(?:made|booked|reserved|confirmed|done)\b|\bno (?:queda|esta)n? (?:\w+ )?(?:reserv|confirm|hech|apunt)/;
const beginsWithNo = /^(?:(?:uy|ay|oh|ah|no) )*(?:que va|no|nope|not yet|todavia no|aun no)(?:,|$)/;

/** "Anything else?", "does she pay today?": a no refuses nothing. */
const besideThePoint =
  /\b(?:anything (?:else|more)|algo mas|otra cosa|alguna cosa)\b|\b(?:do|does|should|must|will|can) (?:i|we|he|she|they) (?:have to |need to |want to )?(?:pay|bring|sign|owe)\b|\b(?:tiene|tienen|hay|debe) que (?:pagar|llevar|traer|dejar|abonar)\b|\b(?:paga|pagan|abona|debe|lleva|deja) (?:algo|ahora|hoy|ya|por adelantado)\b/;

/** "I tell a lie": what they said just now is not so. */
const lied = /^(?:no )?(?:i tell a lie|scratch that|miento|mentiras?|digo mal|me equivoque)$/;

/** "Let me look. Ah, no." */
const plainNo = /^(?:(?:oh|ah|ay|uy|uh|um|hm|pues|no|sorry) )*(?:no|nope)(?: sorry)?$/;

/** Asks that it be put down, kept or called off. */
const toKeep =
  /\b(?:a nombre|cancel|anul|reserv|apart|apunt|anot|agend|book|under (?:the name|\w+)|put (?:it|her|him|them|that))\w*/;
const keeping = /\b(?:cancel|anul|reserv|apart|apunt|anot|agend|book|keep|hold|tak)\w*/;

/** A no to a side question takes nothing back. */
function isRetraction({ plain, clauses }: Line, asked: Line | undefined, said: Words): boolean {
  const isAsked = asked?.clauses.some(({ isQuestion }) => isQuestion) ?? false;
  // "Shall we put it under Cantú?" "No, we don't keep tables."
  const keepsNone =
    isAskedIn(asked, toKeep) &&
    clauses.some(
      ({ words: text, isQuestion }) => !isQuestion && said.negates.test(text) && keeping.test(text),
    );
  // "B, B, three, zero, nine." "No, the first is V."
  if (isSpelt(asked?.clauses.map(({ digits }) => digits).join(', ') ?? '')) return said.full.test(plain);
  return !isAsked || asksIfBound(asked) || keepsNone || (!said.no.test(plain) && said.full.test(plain));
}

/** "En la galería sí": a choice, and no yes to what was asked. */
const thatYes = /^(?:(?:pero|y|a|en|el|la|los|las|para|con|por) )+\p{L}+(?: \p{L}+){0,3} yes\b/u;
