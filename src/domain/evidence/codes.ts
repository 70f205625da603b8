import type { Language } from '../language.ts';

const cue: Record<Language, RegExp> = {
  en: /\b(?:confirmation|reference|(?:booking|reservation|appointment|order) (?:number|reference|code)|ready for the)\b|^number (?=\d{3,6}\b)|, number (?=\d{3,6}\b)/,
  es: /\b(?:localizador|codigo|folio|referencia|numero de (?:reserva|confirmacion|cita|pedido))\b|, numero (?=\d{3,6}\b)/,
};
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
  equis: 'X',
  zeta: 'Z',
};
const fillers = /^(?:a|y|and|is|es|el|it|the|uh|um|er|eh|then|luego|guion|dash|hyphen)?$/;
const correction = /\b(?:no|sorry|perdon|not)\b/;

export function asksForCode(plain: string, language: Language): boolean {
  return cue[language].test(plain);
}

/** A code as it is spelled: letters, digits, "B for Bravo", "be de Barcelona", "double four". None where it was corrected halfway. */
export function readCode(digits: string, language: Language): string | undefined {
  const cued = cue[language].exec(digits);
  const text = (cued ? digits.slice(cued.index + cued[0].length) : digits)
    .replace(
      /\b([a-z]|be|ce|de|ge|pe|te|uve|ese|eme|ene|efe|ele) (?:for|as in|de|como) \p{L}+/gu,
      (_, letter: string) => (letters[letter] ?? letter).toUpperCase(),
    )
    .replace(/\b(?:double|doble) (\w)\b/g, '$1 $1')
    .replace(/\b(?:triple) (\w)\b/g, '$1 $1 $1');
  // After a correction only what is spelled anew, and whole, stands.
  const last = text.split(correction).at(-1) ?? '';
  let code = '';
  for (const word of last.split(/[\s,-]+/)) {
    const at = nato.indexOf(word);
    const part = /^(?:\d+|[b-zA-Z])$|^(?=.*\d)[a-z\d]{4,12}$/.test(word)
      ? word
      : (nato[at]?.[0] ?? letters[word] ?? '');
    if (part) code += part;
    else if (fillers.test(word)) continue;
    else if (code.length >= 3) break;
    else code = '';
  }
  return code.length >= 4 && code.length <= 12 && /\d/.test(code) ? code.toUpperCase() : undefined;
}
