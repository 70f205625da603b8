// What leaves a matter open, and what leaves a no as it is.
import { isPuttingOff } from './binding.ts';
import { hedges, nothingBefore, notYet } from './doubt.ts';
import { asks } from './hearing.ts';
import type { Words } from './phrases.ts';
import type { Clause, Line } from './speech.ts';
import type { Deal, Talk } from './talk.ts';
import { hasValue, offersInstead, valued } from './terms.ts';

/** Where the matter stands after a line of the business, unless a term, a guess or somebody else leaves it open. */
export function orLeftOpen(
  talk: Talk,
  line: Line,
  said: Words,
  { deal, isRefusedHere, isBoundLast }: { deal: Deal; isRefusedHere: boolean; isBoundLast: boolean },
): Deal {
  const { deal: before, asked } = talk;
  const statements = line.clauses.filter(({ isQuestion }) => !isQuestion);
  if (deal !== 'committed' && statements.some((clause) => isPromiseOnTerms(clause, said))) return 'pending';
  if (before !== 'refused' && deal !== 'committed' && statements.some(({ words: text }) => notYet.test(text)))
    return 'pending';
  if ((isRefusedHere || before === 'refused') && sendsElsewhere.test(line.plain)) return deal;
  // "If somebody drops out, I'll let you know" leaves a no as it is.
  const isListing = talk.isListed || ((before === 'refused' || isRefusedHere) && said.list.test(line.plain));
  if (before === 'refused' && !hasValue(line) && line.clauses.some(({ words: text }) => letsKnow.test(text)))
    return before;
  if (isPuttingOff(line, said) && before !== 'committed' && !isListing && !isBoundLast)
    return before === 'not_taken' && !hasValue(line) ? before : 'pending';
  // "Great, I'll let Pete know": no goodbye after it seals what was accepted.
  if (
    (before === 'accepted' || (before === 'offered' && !isRefusedHere && !hasValue(line))) &&
    deal !== 'committed' &&
    statements.some(({ words: text }) => said.undone.test(text))
  )
    return 'pending';
  if (!isGuess(line, asked, said)) return deal;
  // "Depends on the weight": the price is open, and the matter where it was.
  if (before !== 'committed' && asks.price.test(asked?.plain ?? '')) return before;
  if (before === 'not_taken' && !hasValue(line)) return before;
  if (deal === 'refused' && mayFree.test(line.plain)) return deal;
  const isPlainlyRefused =
    deal === 'refused' &&
    statements.some((clause) => said.refuse.test(clause.words) && !hedges(clause, asked, said));
  if (isPlainlyRefused && comesBy.test(line.plain)) return deal;
  if (before === 'refused' && (comesBy.test(line.plain) || beyond.test(asked?.plain ?? ''))) return before;
  if (before === 'refused' && !hasValue(line) && !isAnotherChance(line, asked, said)) return before;
  const isNo = line.clauses.some((clause) => said.no.test(clause.words) && !hedges(clause, asked, said));
  if (talk.isListed) return deal;
  if (offersInstead(line, asked, said)) return 'offered';
  if (deal === 'refused' && isNo) return deal;
  return isAside(line, said) && before === 'committed' ? deal : 'pending';
}

/** Something is said of which the business is not sure. */
export function isGuess(line: Line, asked: Line | undefined, said: Words): boolean {
  return line.clauses.some(
    (clause) => !clause.isQuestion && hedges(clause, asked, said) && !isLifted(clause, line, said),
  );
}

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

/** "Once I get those back signed I put you on the calendar." */
function isPromiseOnTerms({ words: text }: Clause, said: Words): boolean {
  return (
    (said.commit.test(text) && onTerms.test(text)) ||
    nothingUntil.test(text) ||
    nothingBefore.test(text) ||
    sendsPapers.test(text) ||
    oncePaid.test(text)
  );
}

/** "I can't enter anything till his doctor faxes it." */
const nothingUntil =
  /\b(?:can|will|do) not \w+ anything (?:till?|until|unless)\b|\bno (?:(?:le|te|les|os|se|lo|la) )*(?:puedo|podemos) \w+ (?:nada )?(?:hasta que|sin que|mientras)\b/;

/** "I'll text her the link." */
const sendsPapers =
  /\b(?:send|text|e ?mail|ping)\b.*\b(?:link|form|forms|contract|agreement|paperwork)\b|\b(?:mando|envio|paso|mandamos|enviamos)\b.*\b(?:link|liga|enlace|formulario|hoja|contrato|ficha)\b/;
/** "As soon as half of it is paid." */
const oncePaid =
  /^(?:(?:con (?:mucho )?gusto|claro|yes|sure|of course|entonces|pues|y) )?(?:en cuanto|apenas|una vez que|as soon as|once)\b.*\b(?:deposit|consign|pag|transf|firm|sign|paid|pay)\w*/;

const onTerms =
  /\b(?:once|as soon as|not until|cuando|en cuanto|hasta que|una vez que)\b(?!.*\b(?:arriv|lleg|here|there)\w*)|^(?:and )?then it is\b/;

/** Whether it is kept while something is still to be done. */
export const holds =
  /\b(?:hold|held|keep|kept|save|saved|block|blocked|set (?:it|that|the \w+) aside)\b|\b(?:guard|apart|separ|reserv)\w+|\buntil then\b|\bmientras tanto\b|\ben firme\b/;

/** After a no: "have her call herself, or go on the website". */
const sendsElsewhere =
  /\byou (?:would|will|could|can|should|might)(?: have to| need to)? (?:try|call|ring|check with)\b|\b(?:have|get|tell) (?:him|her|them) (?:to )?(?:call|ring|phone|go|book)\b|\b(?:go|book) (?:on|through|via) (?:the|our)\b|\bque (?:llame|reserve|entre|lo haga) (?:el|ella|por|en)\b|\b(?:mir|prueb|intent|preguntl?)[ae]n? en (?:el|la|los|las|otr)/;

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

/** After a no, the hope that there is room when one comes by. */
const comesBy =
  /\b(?:que vengan?|que se pasen?|might be lucky|get lucky|come (?:down|by|along|in|early)|pop (?:in|by|down)|try (?:your|his|her|their) luck|take (?:your|his|her|their) chances)\b/;

/** After a no, the hope that somebody else gives a place up. */
const mayFree =
  /\b(?:cancels?|cancellations?|frees? up|opens? up|drops? out|libera\w*|desocup\w*|falla|baja)\b/;

/** After a no, a guess when they are there again, or who else does it, leaves the no as it is. */
const beyond =
  /\b(?:re ?open|open (?:again|up)|(?:be|come|are|is) back|vuelv\w+ a abrir|reabr\w+|abr\w+ (?:otra vez|de nuevo)|(?:anyone|anybody|someone|somebody|anywhere|somewhere|another place)\b.*\b(?:else|who|that|does|could|nearby)|recommend|alguien (?:que|mas)|algun otro|(?:algun|otr)[oa]? \w+ (?:que|donde)|otro sitio|recom[ie]+nd\w*)\b/;

function isAside({ plain }: Line, said: Words): boolean {
  return !said.commit.test(plain) && !/\d/.test(plain);
}
