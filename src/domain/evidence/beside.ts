import { isConditional } from './doubt.ts';
import type { HeardCall } from './finished-call.ts';
import type { Hearing } from './hearing.ts';
import type { Words } from './phrases.ts';
import { type Clause, type Line, sentenceOf, unaccented } from './speech.ts';

/** A fee that falls away. */
export const waived = /\b(?:no charge|(?:does|will) not apply|waived?|sin cargo|no (?:le |te |se )?aplica)\b/;
/** "Ninety-two. But I won't charge you": what was told before falls away. */
export const lets =
  /(?<!^(?:la|el|los|las) \p{L}+ )\bno (?:le|te|les|os|se) (?:lo |la |voy a )?cobr(?:o|amos|are|ar|an?)(?: nada)?$|\b(?:will|would|do) not (?:be )?charg(?:e|ing)(?: (?:you|him|her|them))?(?: (?:anything|a thing|for it|for that|it))?$|\b(?:waive|forget about|let you off) (?:it|that|the \w+)?/u;
/** Days and times that are past. */
export const longAgo =
  /\b(?:last (?:one|year|time)|used to|would have been|(?:i|we) had (?:\w+ )?(?:down|in|pencilled)|was (?:on|in|here|over) .*(?:this morning|yesterday)|(?:ano|vez) pasad[oa])\b/;
/** "That comes down to one sixty-two": the price before it is not paid. */
export const reduces =
  /\b(?:comes? down to|brings it (?:down )?to|con (?:el )?descuento (?:queda|son|sale))\b/;
/** A price that was, or would have been. */
export const bygone =
  /\b(?:would have (?:been|cost)|used to be|last (?:one|year|time)|(?:we|i|they|he|she) (?:quoted|said|told|charged)|l[eo]s? dije|cobr[ae]l[eo]s?|(?:me|les?) cobr(?:e|o|aron)|was|were|marked(?! down)|habria (?:sido|costado)|hubiera|(?:ano|vez) pasad[oa]|eran?|costaban?|solia|estaba|valia)\b/;
/** "Every day but Monday", "the first week of March, on the Tuesday": a weekday of no certain week. */
const vague =
  /\b(?:every|each|always|usually|normally|todos los|cada|siempre|normalmente|week of|(?:1th|2th|second|3th|last) week|(?:primera|segunda|tercera|ultima) semana)\b/;
/** "Tomorrow is the twenty-fifth, it's a holiday" tells of no day on which anything is done. */
const dayOff = /\b(?:es (?:feriado|fiesta|festivo)|is a (?:bank |public )?holiday)\b/;
export const ofWeekday = /day\b|\b(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)\b/;
/** "Nothing until the ninth" offers the ninth. */
export const onlyFrom = /\b(?:cerramos a las?|closed? at|hasta .* no|nothing (?:until|till|before))\b/;
/** "The next opening is the twelfth" offers a day, and "we open again on Thursday" does not. */
export const offersNext =
  /\b(?:earliest|first (?:i|we|one|available|opening|free|slot)|next (?:available|opening|one|slot)|soonest|next (?:\w+ )?(?:i|we) have|next \w+ day|then the|(?:i|we) (?:could|can) (?:do|give|offer)|proxim[ao]|lo que (?:yes|si)|(?:el|la) siguiente|(?:puedo|podria) (?:ofrecer|dar)|se (?:me|nos) (?:desocupa|libera|abre)|ese dia|lo (?:primero|mas (?:pronto|proximo|cercano|temprano)|antes)|primer[oa]? (?:hueco|cita|hora|turno|fecha|dia|libre|disponible))\b/;
/** "Se la podría dar hasta las tres y cuarto" is, in Mexico and around it, not before. */
export const notBefore =
  /\b(?:dar|tengo|hay|puedo|podria|tendria|atender|regresa|vuelve|(?:desocupa|libera)(?: un[ao]?| 1)?) hasta (?:las?|el)\b/;
/** By when something is to be done, which is no day of the appointment. */
const deadline =
  /\ba mas tardar\b|\b(?:call|ring|text|cancel|change|confirm|pay|(?:let|tell) (?:us|me)(?: know)?) (?:\w+ ){0,2}before\b|^(?:and |y )?(?:out|leaving|departing|checking out|salida|saliendo)\b|\b(?:que llamar|(?:a|para|que) confirmar|confirmando|to confirm|confirm by|let us know|avisar|antes del?|by (?:tomorrow|tonight|noon|\w+day|the \d)|no later than|(?:until|till|hasta) (?:(?:(?:las? )?\w+ (?:de )?)?(?:tomorrow|tonight|today|manana|hoy)|\w+day|the \d|el))\b/;
/** Times that are no time of the appointment. */
export const besides =
  /\b(?:kitchen|until|till|before|by (?=\d|half|quarter|noon|\w+day)|checkout|lates?|hasta|antes|cierra|cerramos|(?:we|the \w+|register) (?:closes?|shuts?)|arrive|early|(?<!\b(?:tengo|tenemos|esta|estan|hay|estoy|uno|una|hueco|mesa|queda|me queda) )libre|dejais|vuelta|l[oa]s? tienen? (?:que|hasta|libre|dos|hora|\d)|need (?:it|the table) back|out by|out of (?:there|here) (?:by|at)|(?:have|need) to be (?:out|back|gone|done|finished)|levant\w+|(?<!\b(?:me|nos) )desocup\w+|dejar(?:la|lo|nos)?|salir|devolver\w*|window)\b|\d to noon\b/;
/** "She is in at two on Thursday": what stands until it is moved. */
const standsYet =
  /\b(?:is|are) (?:in|down|booked(?: in)?|with us) (?:at|for|on)\b|\b(?:have|got|see) (?:\w+ ){1,2}(?:down|in|booked) (?:for|at|on)\b|\bqued(?:a|o) (?:anulad|cancelad|libre)|\b(?:is|has been) cancell?ed\b|\b(?:tiene|tengo|esta) (?:apuntad|anotad|agendad|citad)[oa] (?:el|para|a)\b/;
const moves =
  /\b(?:mov|chang|reschedul|cancel|postpon|push|bring|cambi|anul|aplaz|pospon|adelant|retras|pas)/;
export function standsUntilMoved({ words: text }: Clause, { request }: HeardCall): boolean {
  return standsYet.test(text) && moves.test(unaccented(request.task));
}

/** When something may be fetched again, unless that is what was asked. */
const collecting = /\b(?:pick\w*|collect\w*|recog\w*|retir\w*|pued\w+ llevar\w*|ready|list[oa])\b/;
/** "We open at eight" is no time of an appointment either. */
export const opening = /\b(?:we|they) open\b|\babr(?:imos|en|e)\b/;
/** "Si le va bien a la una y cuarto" offers. */
export const ifSuits =
  /^(?:and |y |or |o )?(?:si (?:le|te|les|os) (?:va|viene|sirve|cuadra|acomoda|parece|copa|queda|late|interesa|conviene|apetece)|si (?:se |te )?(?:esperan?|puede[sn]?)|si (?:queres|quieres?|quieren|prefiere[sn]?|preferis) (?:el|a las?|manana|hoy|pasado)|if (?:\S+ )?\S+ (?:works|suits)|if (?:you|he|she|they) (?:can|could|do not mind) (?:do|make|com(?:e|ing)|wait(?:ing)?)|if (?:you|he|she|they) (?:came|got here|turned up|arrived))\b/;
/** "If you want it with two tiers, fourteen hundred": what something else would cost. */
const ifWanted =
  /\b(?:if (?:you|he|she|they) (?:wants?|needs?|prefers?|would like|adds?)|si (?:lo |la |los |las )?(?:quier|dese|necesit|prefier)\w+)\b/;

/**
 * Clauses about what has days and times of its own, such as the kitchen or a reminder, and the rest of their sentence; unless it was
 * asked about.
 */
export function asidesOf({ clauses }: Line, { aside }: Words, { matter }: Hearing): Set<Clause> {
  const begun = new Set<number>();
  return new Set(
    clauses.filter(({ words: text, sentence }) => {
      const [found] = aside.exec(text) ?? [];
      if (found && !matter.includes(found)) begun.add(sentence);
      return begun.has(sentence);
    }),
  );
}

export function isVague(clause: Clause, line: Line): boolean {
  const sentence = sentenceOf(clause, line);
  return (vague.test(sentence) && !/\d/.test(clause.digits)) || dayOff.test(sentence);
}

export function isExtra(clause: Clause, { clauses }: Line): boolean {
  return clauses
    .slice(0, clauses.indexOf(clause) + 1)
    .some(({ sentence, words: text }) => sentence === clause.sentence && ifWanted.test(text));
}

/** By when to confirm, when to call back, what happens otherwise: no day or time of the matter itself. */
export function isOfSomethingElse({ words: text }: Clause, { callBack, defer, condition }: Words): boolean {
  if (ifSuits.test(text) && !condition.test(text)) return false;
  if (onlyFrom.test(text)) return false;
  return [isConditional, deadline, callBack, defer, condition].some((pattern) => pattern.test(text));
}

export function isForCollecting(text: string, { request }: HeardCall): boolean {
  return collecting.test(text) && !collecting.test(unaccented(request.task));
}
