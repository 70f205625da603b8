import { hedges } from './doubt.ts';
import type { Words } from './phrases.ts';
import { type Line, numbersIn } from './speech.ts';

export const valued =
  /\d|\b(?:menos cuarto|y media|quarter (?:to|past)|half past|noon|midday|midnight|mediodia|medianoche|the day (?:after|before)|(?:next|following) day|same time|misma hora|dia (?:siguiente|anterior))\b/;

export function hasValue({ clauses }: Line): boolean {
  return clauses.some(({ digits }) => valued.test(digits));
}

/** "The mid-range, please": what was offered, by its name. */
export function picks({ plain, clauses }: Line, offer: string): boolean {
  const offered = offer.split(/[^a-z]+/).filter((word) => word.length >= 4);
  return (
    clauses.every(({ isQuestion }) => !isQuestion) &&
    /(?:please|por favor)$/.test(plain) &&
    plain.split(/[^a-z]+/).some((word) => offered.includes(word))
  );
}

/** "She has to be finished by nine", "all ten are coming": no choice. */
const noChoice =
  /\b(?:(?<!at )all|by|before|until|till|after|not|antes|hasta|despues|no(?! (?:problem|worries|bother)))\b/;
/** "At eleven", of the times that were offered. */
export function chooses({ clauses }: Line, offer: string): boolean {
  const offered = numbersIn(offer);
  return clauses.some(
    ({ digits, isQuestion, words: text }) =>
      !isQuestion &&
      !noChoice.test(text) &&
      digits.length <= 40 &&
      numbersIn(digits).length > 0 &&
      numbersIn(digits).every((number) => offered.includes(number)),
  );
}

const sameThing =
  /^(?:(?:oh|ah|ay|uy) )*(?:no|sorry|wait|actually|but|pero|perdon)\b|\b(?:that|it|this|we|eso|ese|esa)\b/;
/** "Four fifty's open. Four fifteen is taken": a no to another time than the one that was offered in the same line. */
export function isOfOther(text: string, digits: string, offered: string, isAffirmed: boolean): boolean {
  if (offered === '' || sameThing.test(text)) return false;
  const numbers = numbersIn(digits);
  const known = numbersIn(offered);
  return numbers.length > 0 ? numbers.some((number) => !known.includes(number)) : isAffirmed;
}

/** "Una vuelta" counts nothing. */
export function isValued(digits: string): boolean {
  return valued.test(digits.replace(/(?<!\bla )\b1 (?=\p{L})/gu, ''));
}

/** After a no, what something costs is no offer: "it's the set menu, ninety-five euros". */
export function isOnlyPrice(digits: string, text: string, { affirms, proposes }: Words): boolean {
  const isPrice = /^\D*\d[\d.,]* (?:euros?|pounds?|dollars?|pesos|soles)\b\D*$|^\D*[£€$] ?\d[\d.,]*\D*$/.test(
    digits,
  );
  return isPrice && !affirms.test(text) && !proposes.test(text);
}

/** A number that nobody has named yet: "Wednesday the ninth, at ten past three?" */
export function isNew(digits: string, request: readonly string[]): boolean {
  const numbers = numbersIn(digits);
  return numbers.length >= 2 && numbers.some((number) => !request.includes(number));
}

/** "Quarter past is tight. Seven, or quarter to?" */
export function offersInstead({ clauses }: Line, asked: Line | undefined, said: Words): boolean {
  const doubt = clauses.findLastIndex((clause) => hedges(clause, asked, said));
  return clauses
    .slice(doubt + 1)
    .some(
      ({ digits, isQuestion, words: text }) =>
        (isQuestion || said.proposes.test(text)) && valued.test(digits) && !said.callBack.test(text),
    );
}

/** "It's thirty euro, unless she has the card" lets the appointment stand. */
export function isOfPrice({ clauses }: Line, sentence: number): boolean {
  return clauses.some((one) => one.sentence === sentence && isPriced(one.digits));
}

/** A day or an hour, and no "number six". */
export function isOfTime(digits: string): boolean {
  return (
    valued.test(digits) &&
    /\b(?:at|on|a|las?|el|oclock|am|pm|half|quarter|past|noon|y media|y cuarto|mediodia|\w+day|the \d+th|dia|lunes|martes|miercoles|jueves|viernes|sabado|domingo)\b/.test(
      digits,
    )
  );
}

export function isPriced(digits: string): boolean {
  return /[£€$]|\b(?:son|cuesta|sale|euros?|pesos|pounds?|dollars?|soles|(?:with|plus|before) (?:the )?tax|in total|\d{4,})\b/.test(
    digits,
  );
}
