import type { Words } from './phrases.ts';
import type { Clause, Line } from './speech.ts';

/** What would happen is no refusal: "if it is not in by noon, I let it go". */
export const isConditional = /^(?:and |y |or |que )?(?:if|unless|else|otherwise|si|de lo contrario)\b/;

/** A clause after "or it", "que si no": what happens where something is not done. */
export const isLapse = /\b(?:or|otherwise|else|unless|if not|si no|o)\b|\bsin\b.*\bno\b/;
/** "They check whether there is no group that day", "I tell you whether I take it or not": nobody knows yet. */
const whether =
  /\b(?:check|see|ask|look|tell|know|cheque|checa|ve|ver|vea|veo|mira|mirar|miro|revis|consult|pregunt|dig|dec)\w*(?: (?:if|whether)\b|(?: a ver)? si\b)|\b(?:if|whether|si)\b.* (?:o no|or not)$/;
/** "Entonces no paga nada" refuses no appointment. */
const freeOfCharge = /\bno (?:(?:se|le|te|les|os) )*(?:pag|cuest|cobr|val|deb)\w* nada\b/;
/** "The diary doesn't open till June": nobody knows yet. */
const notOpenYet = /\bnot open (?:up )?(?:till?|until)\b/;
/** "We don't take cards" tells how to pay. */
const wayToPay =
  /\b(?:no|not)(?: \w+){1,2} (?:(?:credit|debit|las?|los|con|en|de|any) )*(?:cards?|cash|che(?:que|ck)s?|amex|american express|contactless|paypal|tarjetas?|efectivo|cheques?|transferencias?|bizum)\b/;
/** "No card by tonight and I let it go", "I hold nothing without the paperwork": what happens where something is not done. */
const unlessDone =
  /\b(?:no|not|nothing)\b.*\b(?:let (?:it|that|them|the \w+) go|give (?:it|the \w+) away)\b|(?<!\bcan )\b(?:not|nothing|nada|no(?! (?:(?:se|te|le|les|os|lo|la) )*(?:puedo|podemos|puede)))\b.* (?:without|sin) (?:(?:the|a|an|your|his|her|any|some|la|el|una?) )*(?:paperwork|deposit|card|payment|money|contract|agreement|signature|sena|senal|anticipo|tarjeta|pago|deposito|comprobante)\b/;
/** "Hasta que no entre el pago, yo no bloqueo nada": what would be needed. */
export const nothingBefore =
  /^(?:(?:pero|y|pues) )?(?:mientras|hasta que) no .*\bno (?:\w+ ){1,2}nada\b|\bcan not (?:\w+ ){1,5}(?:till?|until) (?:i|we|they|he|she)\b/;
/** "Mirá que se llena en dos minutos": not yet. */
const fillsUp =
  /\bse (?:(?:le|me|nos|te|les) )?llenan?\b|\b(?:about|almost|nearly) full\b|\bcasi llen[oa]s?\b/;
/** "Así no perdemos la mañana", "so we don't lose the morning". */
const purpose =
  /^(?:(?:y|and) )?(?:asi (?:ya )?no (?:(?:nos|se|te|le|les) )?(?:perd|corr|esper|lia)\w+|para no|so (?:that )?(?:we|i|you|they|he|she) (?:do|does|will) not)\b/;
/** "She has to pop in tomorrow, or we can't go ahead." */
const orNot =
  /^(?:or|otherwise|or else) (?:i|we|it|they|she|he|the \w+) (?:can|will|do|does|would) not\b|^o no (?:se|lo|la|le|les|podemos|puedo)\b/;
/** "Closed, not yet." */
export const notYet = /\b(?:todavia|aun|por ahora) no$|^not (?:as )?yet$|^todavia no (?:hay|esta) nada$/;
const recorded = /\b(?:record(?:ed|ing)?|tap(?:e|ed|ing)|grab(?:a|e|en|an|ada|ando))\b/;
/** "The only thing I can't do", "nothing jumps out at me". */
const notThat =
  /^lo que no\b|\bcan not say\b|^(?:y |que )?no hay que\b|^(?:the only thing|what) (?:i|we) can not\b|^(?:and )?nothing (?:jumps|comes to mind|wrong|that (?:i|we) (?:know|can think)|to (?:worry|pay|bring|sign)|extra|on top|for (?:the|a) re\w+)\b/;
/** "Que lo tengan ya cerrado" asks for something. */
const wish = /^que (?:me |nos )?(?:lo|la|los|las) (?:teng|traig|dej|pong|traiga)\w+/;
const ifNot = /\b(?:si no|if not|otherwise)$/;
const ifAbsent =
  /^(?:and |y )?(?:if|si)\b.*\b(?:late|no show|not (?:here|show|come|arrive)|tarde|no (?:vien|lleg|aparec)\w+|tard\w+)/;
/** "Not this Saturday, the one after": a day is told apart from another. */
const toldApart = /^not (?:this|that|the)\b|\b(?:este|esta|ese|esa)\b.*\bno$/;
const otherOne =
  /^(?:el otro|la otra|el siguiente|la siguiente|el de|la de|el que viene|sino|the (?:next|one|following|other)|next|but)\b/;
/** "At two... no, that's in May": a slip, and no answer. */
const slip =
  /^(?:que|perdon|sorry|wait|mentiras?|miento|digo|espere?|that is|that one|it is|i am|i tell a lie|my)\b/;

/** "The other door is closed": how one comes in. */
const way = /\b(?:puerta|porton|entrada|ascensor|door|gate|entrance|lift|elevator)\b/;
/** "No te escuché nada." */
const unheard = /\bno (?:(?:se|te|le|les|os|lo|la) )*(?:escuch|oig|oi|oimos|entend|entiend)\w*\b/;
/** "Nada, adiós": nothing to thank for. */
const farewell = /\b(?:adios|hasta (?:luego|pronto|manana)|un saludo|gracias|chao|chau)\b/;

/** What tells so by itself, whatever stands around it. */
const refusesNothing = [
  isConditional,
  whether,
  freeOfCharge,
  notOpenYet,
  wayToPay,
  unlessDone,
  nothingBefore,
  fillsUp,
  purpose,
  orNot,
  notYet,
  notThat,
  wish,
  unheard,
];

/** A "no" in a clause that refuses nothing. */
export function isNoRefusal(
  { words: text, sentence }: Clause,
  { clauses }: Line,
  { condition, recording, refuse }: Words,
): boolean {
  const at = clauses.findIndex((one) => one.words === text && one.sentence === sentence);
  const [before, after] = [clauses[at - 1], clauses[at + 1]].map((one) =>
    one?.sentence === sentence ? one.words : '',
  );
  return (
    refusesNothing.some((pattern) => pattern.test(text)) ||
    // "Two hundred if she doesn't have insurance."
    !refuse.test(text.replace(/ (?:if|unless) .*$/, '')) ||
    // "No, I won't be recorded" turns nothing else down.
    recording.test(text) ||
    (/^(?:(?:oh|ay|whoa) )*(?:no|nope|nah)$/.test(text) && clauses.some((one) => recorded.test(one.words))) ||
    // "Nada, lo borro": what comes after it tells.
    (text === 'nada' && (Boolean(after) || clauses.slice(at).some((one) => farewell.test(one.words)))) ||
    (/\b(?:closed|locked|cerrad[oa])\b/.test(text) && (way.test(text) || way.test(before ?? ''))) ||
    (condition.test(text) && isLapse.test(text)) ||
    ifNot.test(before ?? '') ||
    ifAbsent.test(before ?? '') ||
    (toldApart.test(text) && otherOne.test(after ?? '')) ||
    (/^(?:no|sorry)$/.test(text) && (before ?? '') !== '' && slip.test(after ?? ''))
  );
}

/** "Maybe, maybe not": neither a yes nor a no. */
export const bothWays =
  /\b(?:puede|capaz|quizas?|a lo mejor|igual) (?:que )?(?:yes|no)\b.*\b(?:puede|capaz|quizas?|a lo mejor|igual) (?:que )?(?:yes|no)\b|\b(?:maybe|could be)\b.*\b(?:maybe|could) not\b|\bcould be (?:a )?yes\b.*\bcould be (?:a )?no\b/;

/** "It probably takes two hours" leaves the appointment sure. */
const measure = /\d (?:minutes?|hours?|quid|pounds|dollars|bucks|euros|pesos|minutos|horas)\b/;

/** "I think so" is no hedge where the question was whether they can help. */
export function hedges({ words: text, digits }: Clause, asked: Line | undefined, said: Words): boolean {
  const isConfident = said.confident.test(text) && asked !== undefined && said.offersHelp.test(asked.plain);
  return !isConfident && said.hedge.test(text) && !measure.test(digits);
}
