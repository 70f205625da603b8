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
import { bothWays, hedges, isNoRefusal } from './doubt.ts';
import { asks } from './hearing.ts';
import type { Words } from './phrases.ts';
import { type Clause, type Line, numbersIn, sentencesOf } from './speech.ts';
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
  offersInstead,
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
  const isClear = !line.clauses.some(
    (clause) =>
      !clause.isQuestion &&
      (said.refuse.test(clause.words) ||
        (hedges(clause, talk.asked, said) && !isLifted(clause, line, said)) ||
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
  /\b(?:she|he|they|we) will (?:\w+ )?(?:pay|settle|transfer|send|sort|do|call in|ring in|give|put|make|leave)\b|\b(?:ella|el|ellos|ellas|lo|la|les?) (?:hara|hace|pagara|paga|deja|dejara|mandara|manda|enviara|envia|depositara|deposita|transfiere)\b/;

/** The assistant wants something cancelled. */
const callsOff =
  /\b(?:cancel|call\w* (?:it |this |that )?off|anul|dar de baja|borr|quit[ae]|delet|remov|tak\w+ (?:it|her|him|them|that) off)/;

const waits =
  /\b(?:if|in case|when) (?:it|one|that|anything|somebody|someone|anybody|anyone|a \w+|something) (?:cancels|drops? out|pulls? out|frees? up|opens? up)\b|\b(?:por )?si (?:\w+ )?(?:se |me |nos )?(?:falla|cancela|anula|cae|libera|desocupa)|\b(?:wait(?:ing)?|cancell?ations?|standby) ?(?:list|sheet|book)\b|\blista de (?:espera|cancel)/;

/** "Should be right, hang on. Yep": a guess that they looked up in the same breath. */
function isLifted(clause: Clause, { clauses }: Line, said: Words): boolean {
  const later = clauses.slice(clauses.indexOf(clause) + 1);
  const held = later.findIndex(({ words: text }) => said.hold.test(text));
  const after = held < 0 ? [] : later.slice(held + 1);
  return (
    after.some(({ words: text }) => said.yes.test(text)) &&
    !after.some(({ words: text }) => said.hedge.test(text) || said.refuse.test(text))
  );
}

/** What one asks who is about to write something down: a name, an address, whether they have been before. */
function asksToWriteDown({ plain, clauses }: Line, said: Words): boolean {
  return (
    said.asksName.test(plain) ||
    clauses.some(({ words: text, isQuestion }) => isQuestion && said.asksDetail.test(text))
  );
}

function afterAssistant(
  { deal, offer, isConditional: isOnTerms, isRefused, isPutOff }: Talk,
  line: Line,
  said: Words,
): Deal {
  if (deal === 'committed' && said.change.test(line.plain) && hasValue(line)) return 'stale';
  if (isOnTerms && !isRefused && (deal === 'pending' || deal === 'offered') && promises.test(line.plain))
    return 'accepted';
  if (deal !== 'offered') return deal;
  if (said.decline.test(line.plain)) return (isOnTerms && !isRefused) || isPutOff ? 'pending' : 'not_taken';
  return said.accept.test(line.plain) || picks(line, offer) || chooses(line, offer) ? 'accepted' : deal;
}

function afterBusiness(talk: Talk, line: Line, said: Words): Deal {
  const { deal: before, asked } = talk;
  // "You've got me wrong": what the assistant took for a yes was none.
  if (said.misheard.test(line.plain)) return hasValue(line) ? 'offered' : 'nothing';
  // "I'll cross you out then": what they had written down.
  if (before !== 'nothing' && !talk.isCalledOff && strikesOut(line, said)) return 'refused';
  // "So it has been moved?" "I'm not supposed to touch the book."
  if (before === 'committed' && asksIfBound(asked) && !confirms(talk, line, said)) return 'pending';
  if (before !== 'committed' && bothWays.test(line.plain)) return 'pending';
  // "Is it his until then?" "No, I don't hold anything": what was left open stays so.
  if (before === 'pending' && asksIfHeld(asked) && !commits(talk, line, said)) return before;
  if (talk.isMessage && talk.isRequested && takesNote(line, asked, said)) return 'committed';
  const statements = line.clauses.filter(({ isQuestion }) => !isQuestion);
  const isHedged = statements.some((clause) => hedges(clause, asked, said) && !isLifted(clause, line, said));
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
    if (said.refuse.test(text) && (!isQuestion || isNoFirst) && !isNoRefusal(clause, line, said)) {
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
      if (isOfOther(text, digits, offered, isAffirmed) || isReason(clause, line, said)) continue;
      if (asksForMore.test(asked?.plain ?? '') && before !== 'refused') continue;
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
  if (deal !== 'committed' && statements.some((clause) => isPromiseOnTerms(clause, said))) return 'pending';
  const isBoundLast = deal === 'committed' && boundAt > lastOf(({ words: text }) => said.defer.test(text));
  if ((isRefusedHere || before === 'refused') && sendsElsewhere.test(line.plain)) return deal;
  // "If somebody drops out, I'll let you know" leaves a no as it is.
  const isListing = talk.isListed || ((before === 'refused' || isRefusedHere) && said.list.test(line.plain));
  if (before === 'refused' && !hasValue(line) && line.clauses.some(({ words: text }) => letsKnow.test(text)))
    return before;
  if (isPuttingOff(line, said) && before !== 'committed' && !isListing && !isBoundLast)
    return before === 'not_taken' && !hasValue(line) ? before : 'pending';
  if (isHedged && before === 'not_taken' && !hasValue(line)) return before;
  if (isHedged && deal === 'refused' && mayFree.test(line.plain)) return deal;
  const isPlainlyRefused =
    deal === 'refused' &&
    statements.some((clause) => said.refuse.test(clause.words) && !hedges(clause, asked, said));
  if (isHedged && isPlainlyRefused && comesBy.test(line.plain)) return deal;
  if (isHedged && before === 'refused' && (comesBy.test(line.plain) || beyond.test(asked?.plain ?? '')))
    return before;
  if (isHedged && before === 'refused' && !hasValue(line) && !isAnotherChance(line, asked, said))
    return before;
  const isNo = line.clauses.some((clause) => said.no.test(clause.words) && !hedges(clause, asked, said));
  if (isHedged && talk.isListed) return deal;
  if (isHedged && offersInstead(line, asked, said)) return 'offered';
  if (isHedged && (deal !== 'refused' || !isNo))
    return isAside(line, said) && before === 'committed' ? deal : 'pending';
  return deal;
}

/** After a no: "have her call herself, or go on the website". */
const sendsElsewhere =
  /\byou (?:would|will|could|can|should|might)(?: have to| need to)? (?:try|call|ring|check with)\b|\b(?:have|get|tell) (?:him|her|them) (?:to )?(?:call|ring|phone|go|book)\b|\b(?:go|book) (?:on|through|via) (?:the|our)\b|\bque (?:llame|reserve|entre|lo haga) (?:el|ella|por|en)\b|\b(?:mir|prueb|intent|preguntl?)[ae]n? en (?:el|la|los|las|otr)/;

/** "I put you inside, for outside is full." */
function isReason({ words: text, sentence }: Clause, { clauses }: Line, said: Words): boolean {
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

const asksForMore = /\b(?:anything (?:else|more)|algo mas|otra cosa|alguna cosa)\b/;

/** "I tell a lie": what they said just now is not so. */
const lied = /^(?:no )?(?:i tell a lie|scratch that|miento|mentiras?|digo mal|me equivoque)$/;

/** "Once I get those back signed I put you on the calendar." */
function isPromiseOnTerms({ words: text }: Clause, said: Words): boolean {
  return (
    (said.commit.test(text) && onTerms.test(text)) ||
    nothingUntil.test(text) ||
    sendsPapers.test(text) ||
    oncePaid.test(text)
  );
}

/** "I can't enter anything till his doctor faxes it." */
const nothingUntil =
  /\b(?:can|will|do) not \w+ anything (?:till?|until|unless)\b|\bno (?:(?:le|te|les|os|se|lo|la) )*(?:puedo|podemos) \w+ (?:nada )?(?:hasta que|sin que|mientras)\b/;

const sendsPapers =
  /\b(?:send|text|e ?mail|ping)\b.*\b(?:link|form|forms|contract|agreement|paperwork)\b|\b(?:mando|envio|paso|mandamos|enviamos)\b.*\b(?:link|liga|enlace|formulario|hoja|contrato|ficha)\b/;
const oncePaid =
  /^(?:(?:con (?:mucho )?gusto|claro|yes|sure|of course) )?(?:en cuanto|una vez que|as soon as|once)\b.*\b(?:deposit|pag|transf|firm|sign|paid|pay)\w*/;

const onTerms =
  /\b(?:once|as soon as|not until|cuando|en cuanto|hasta que|una vez que)\b(?!.*\b(?:arriv|lleg|here|there)\w*)|^(?:and )?then it is\b/;

/** "And on Wednesday?" */
function isAnotherChance({ clauses }: Line, asked: Line | undefined, said: Words): boolean {
  const isYes = said.yes.test(clauses[0]?.words ?? '');
  return (
    asked?.clauses.some(
      ({ digits, words: text, isQuestion }) =>
        isQuestion && (isYes || valued.test(digits) || otherDay.test(text)),
    ) ?? false
  );
}

const otherDay =
  /day\b|\b(?:other|another|else|later|earlier|bar|outside|otr[oa]s?|lunes|martes|miercoles|jueves|viernes|sabado|domingo|manana|barra|terraza|antes|despues)\b/;

/** After a no: "have a word with her and let us know." */
const letsKnow =
  /^(?:(?:just|so|and|well|y|pues|ya) )*(?:let (?:us|me) know|(?:me|nos) avis[ae]n?)(?: then| anyway| cualquier cosa)?$/;

/** Whether it is kept while something is still to be done. */
function asksIfHeld(asked: Line | undefined): boolean {
  return asked?.clauses.some(({ words: text, isQuestion }) => isQuestion && holds.test(text)) ?? false;
}

const holds =
  /\b(?:hold|held|keep|kept|save|saved|block|blocked|set (?:it|that|the \w+) aside)\b|\b(?:guard|apart|separ|reserv)\w+|\buntil then\b|\bmientras tanto\b|\ben firme\b/;

/** After a no, the hope that there is room when one comes by. */
const comesBy =
  /\b(?:que vengan?|que se pasen?|might be lucky|get lucky|come (?:down|by|along|in|early)|pop (?:in|by|down)|try (?:your|his|her|their) luck|take (?:your|his|her|their) chances)\b/;

/** After a no, the hope that somebody else gives a place up. */
const mayFree =
  /\b(?:cancels?|cancellations?|frees? up|opens? up|drops? out|libera\w*|desocup\w*|falla|baja)\b/;

/** After a no, a guess when they are there again, or who else does it, leaves the no as it is. */
const beyond =
  /\b(?:re ?open|open (?:again|up)|(?:be|come|are|is) back|vuelv\w+ a abrir|reabr\w+|abr\w+ (?:otra vez|de nuevo)|(?:anyone|anybody|someone|somebody|anywhere|somewhere|another place)\b.*\b(?:else|who|that|does|could|nearby)|recommend|alguien (?:que|mas)|algun otro|otro sitio|recom[ie]+nd\w*)\b/;

/** "Let me look. Ah, no." */
const plainNo = /^(?:(?:oh|ah|ay|uy|uh|um|hm|pues|no|sorry) )*(?:no|nope)(?: sorry)?$/;

/** A no to a side question takes nothing back. */
function isRetraction({ plain }: Line, asked: Line | undefined, said: Words): boolean {
  const isAsked = asked?.clauses.some(({ isQuestion }) => isQuestion) ?? false;
  return !isAsked || asksIfBound(asked) || (!said.no.test(plain) && said.full.test(plain));
}

/** "En la galería sí": a choice, and no yes to what was asked. */
const thatYes = /^(?:(?:pero|y|a|en|el|la|los|las|para|con|por) )+\p{L}+(?: \p{L}+){0,3} yes\b/u;

function isAside({ plain }: Line, said: Words): boolean {
  return !said.commit.test(plain) && !/\d/.test(plain);
}
