import { isAskedIn, type Line } from './speech.ts';
import { inBoth, type Tongue } from './tongue.ts';

const cue = inBoth(
  /\b(?:confirmation|ref(?:erence)?|(?:booking|reservation|appointment|order|job|ticket|case|claim|tracking|cancell?ation) (?:number|reference|code)|(?:tell|give|read) you the (?:number|code)|ready for the)\b|\b(?:your|the) ticket (?=is (?:[a-z]|\d)\b)|^number (?=\d{3,6}\b)|, number (?=\d{3,6}\b|(?:\d ){3}|(?:[a-z][ ,]+){2,}\d)|\b(?:(?:your|the) number is|(?:given|gave) (?:it|you|that) number) (?=\d{3,6}\b|(?:\d |[a-z] ){2,}|(?:[a-z](?: (?:as in|for) [a-z]+)?[ ,]+)+\d)|\b(?:ticket|order|job|case|booking) (?:for (?:this|that|it) )?is (?=(?:[a-z] )+\d|\d{4,6}\b|(?:\d ){3})/,
  /\b(?:localizador|codigo|radicado|numerito|clave(?: de \w+)?|folio|referencia|numero de (?:reserva(?:cion)?|confirmacion|cita|pedido|orden|caso|incidencia|parte|turno|folio))\b|(?:, |\b(?:pedido|orden|encargo|reserva|turno) )numero (?=\d{3,6}\b|(?:\d ){3})|\b(?:su|tu|el) numero es (?:el )?(?=\d{3,6}\b)|\b(?:su|tu|la|el) (?:orden|pedido|encargo|boleta|recibo) es (?:la |el )?(?=(?:[a-z\d][ ,]+){2,}\d)|\bes el (?:encargo |pedido |turno )?(?=(?:\d ){3})|\b(?:anote|apunte|tome nota|le dicto)(?= (?:por favor )?(?:[b-df-hj-np-tv-xz]|be|ce|efe|ge|hache|jota|ka|ele|eme|ene|pe|cu|erre|ese|te|uve|ve|equis|zeta)(?:,| \p{L}| \d))/u,
);
const nato =
  'alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar papa quebec romeo sierra tango uniform victor whiskey xray yankee zulu'.split(
    ' ',
  );
const letters: Record<string, string> = {
  be: 'B',
  ce: 'C',
  de: 'D',
  efe: 'F',
  ge: 'G',
  hache: 'H',
  jota: 'J',
  ka: 'K',
  ele: 'L',
  eme: 'M',
  ene: 'N',
  pe: 'P',
  cu: 'Q',
  erre: 'R',
  ere: 'R',
  ese: 'S',
  te: 'T',
  uve: 'V',
  ve: 'V',
  equis: 'X',
  zeta: 'Z',
};
/** "M for Mike", "zeta de Zamora". */
const spelledOut = new RegExp(
  `\\b([a-z]|${Object.keys(letters).join('|')}) (?:for|as in|like|de|como) \\p{L}+`,
  'gu',
);
const fillers = /^(?:a|y|and|is|es|el|it|the|uh|um|er|eh|then|luego|guion|dash|hyphen)?$/;
const correction = /\b(?:no|sorry|perdon|not|miento)\b/;

/** Said right after the assistant asked for it. */
export const givesNumber =
  /\b(?:yours|the (?:right|correct|new) one) is\b|\b(?:el suyo|la suya|el tuyo|el bueno|el correcto|el nuevo) es\b|\b(?:number|numero|code|it|that|this) (?:is|es)\b|\bes el\b|\b(?:anot|apunt)[ae]\b|\b(?:has|have|got) a number\b/;

const givesNumbers = new RegExp(givesNumber, 'g');

export function asksForCode(plain: string, language: Tongue): boolean {
  return cue[language].test(plain);
}

/** What is no part of a code although it has digits: days, times, prices, sizes of a party and telephone numbers. */
const beside = inBoth(
  new RegExp(
    [
      /\b\d+(?:st|nd|rd|th)\b/,
      /\b\d{1,2}:\d\d\b(?: ?[ap]m\b)?|\b\d{1,2} ?(?:[ap]m|oclock)\b/,
      /\bhalf (?:past )?\d{1,2}\b|\bquarter (?:to|past|of|after) \d{1,2}\b/,
      /\b(?:january|february|march|april|may|june|july|august|september|october|november|december)(?: \d+)+\b/,
      /[£€$] ?\d+(?:[.,]\d+)?|\b\d+(?:[.,]\d+)? (?:pounds?|euros?|dollars?|quid|bucks|a (?:head|night)|each|per)\b/,
      /\bparty of \d+|\b(?:for|at|room|table) \d{1,2}\b|\b\d+ (?:people|persons|guests|of you|nights?|minutes|hours?|days?|percent)\b/,
    ]
      .map(({ source }) => source)
      .join('|'),
    'g',
  ),
  new RegExp(
    [
      /\b\d+(?:th|o|a)\b/,
      /\b(?:a )?las? \d{1,2}(?:[:.]\d\d| y (?:media|cuarto|\d+)| menos (?:cuarto|\d+))?|\b\d{1,2}[:.]\d\d\b(?: ?h\b)?/,
      /\b\d{1,2} de (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\b(?: (?:de|del) \d{4})?/,
      /\b(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|dia) \d{1,2}\b/,
      /[€$] ?\d+(?:[.,]\d+)?|\b\d+(?:[.,]\d+)? (?:euros?|pesos?|dolares|soles|por (?:persona|cabeza|noche))\b/,
      /\b(?:para|mesa|habitacion) \d{1,2}\b|\b\d+ (?:personas|comensales|noches?|minutos|horas?|dias?)\b/,
    ]
      .map(({ source }) => source)
      .join('|'),
    'g',
  ),
);
const telephone = /\b(?:phone|mobile|cell|telephone|callback|call us|telefono|celular|movil|whatsapp)\b/;
const abbreviation = /^(?:ok|ai|am|pm|id|dni|nif|rut|cc|whatsapp|sms|tv|usa|uk)$/;
const strayMax = 3;

/**
 * A code as it is spelled, right after the word for it: letters, digits, "B for Bravo", "be de Barcelona", "double four". None where it
 * was corrected halfway.
 */
export function readCode(
  digits: string,
  language: Tongue,
  initials: ReadonlySet<string> = new Set(),
): string | undefined {
  const cued = cue[language].exec(digits) ?? givesNumber.exec(digits);
  const text = (cued ? digits.slice(cued.index + cued[0].length) : digits)
    .replaceAll(',', ' ')
    .replace(/ {2,}/g, ' ')
    .replace(/\b(?:gonna|going to|will|would|should) be\b/g, '')
    .replace(/\bx ray\b/g, 'xray')
    .replace(/\b(u?ve|be) (?:corta|chica|baja|larga|grande|alta)\b/g, (_, name: string) =>
      name === 'be' ? 'B' : 'V',
    )
    .replace(spelledOut, (_, letter: string, at: number, whole: string) =>
      // "R four one M, R for Roger" spells the R again.
      letter.length === 1 &&
      new RegExp(`\\b${letter}\\b(?! (?:for|as in|de|como)\\b)`).test(whole.slice(0, at))
        ? ''
        : (letters[letter] ?? letter).toUpperCase(),
    )
    .replace(/\b(?:doble (?:uve|ve|u)|(?:uve|ve) doble)\b/g, 'W')
    .replace(/\b(?:double|doble) (\w)\b/g, '$1 $1')
    .replace(/\b(?:triple) (\w)\b/g, '$1 $1 $1')
    .replace(/(?<=\b[\dA-Z] )oh\b/g, '0')
    .replace(beside[language], '#');
  if (telephone.test(text)) return undefined;
  // After a correction what is spelled anew stands, with the beginning that is not said again.
  const pieces = text.split(correction);
  const last = pieces.findLastIndex((part) => /\d/.test(part));
  // "Sorry, not B. D": which letter it stands for nobody knows.
  if (pieces.slice(last + 1).some((part) => loneLetter.test(part))) return undefined;
  const parts = pieces.filter((part) => /\d/.test(part));
  const anew = parts.at(-1) ?? '';
  const ours = [...anew.matchAll(givesNumbers)].at(-1);
  const code = spelledIn(parts.length > 1 && ours ? anew.slice(ours.index + ours[0].length) : anew, initials);
  const before = spelledIn(parts.at(-2) ?? '', initials);
  const whole =
    /^\d+$/.test(code) && /^[A-Z]+\d+$/i.test(before) && before.replace(/\D/g, '').length === code.length
      ? before.replace(/\d+$/, code)
      : code;
  const isLikeTelephone = /^\d{9,}$/.test(whole);
  return whole.length >= 4 && whole.length <= 12 && /\d/.test(whole) && !isLikeTelephone
    ? whole.toUpperCase()
    : undefined;
}

const loneLetter = /(?:^| )[B-HJ-Zb-hj-z](?=$|[ .])/;

function spelledIn(text: string, initials: ReadonlySet<string>): string {
  let code = '';
  let strays = 0;
  for (const word of text.split(/[\s,-]+/)) {
    const at = nato.indexOf(word);
    const part = /^(?:\d+|[b-hj-xzA-Z])$|^(?=.*\d)[a-z\d]{4,12}$/.test(word)
      ? word
      : initials.has(word) && !abbreviation.test(word)
        ? word
        : (nato[at]?.[0] ?? letters[word] ?? '');
    if (part) code += part;
    else if (fillers.test(word)) continue;
    else if (code.length >= 3 || strays >= strayMax) break;
    else {
      code = '';
      strays += 1;
    }
  }
  return code;
}

/** "C for Charlie, X for X-ray, five, oh, eight": nothing else is said like that. */
export function isSpelt(digits: string): boolean {
  const words = digits.replaceAll(',', ' ').replace(spelledOut, '#').split(/ +/);
  return words.filter((word) => /^(?:#|\d|[b-hj-z])$/.test(word) || nato.includes(word)).length >= 3;
}

/** The assistant wants to know a number under which it is kept. */
const wantsCode =
  /\b(?:an?|any|the) (?:\p{L}+ )?(?:number|code|reference)\b(?! (?:for|of) (?:people|guests|days|nights))|\b(?:algun|un|el) (?:numero|codigo|localizador|comprobante|folio)\b/u;

export function asksForANumber(line: Line, language: Tongue): boolean {
  return asksForCode(line.plain, language) || isAskedIn(line, wantsCode);
}
