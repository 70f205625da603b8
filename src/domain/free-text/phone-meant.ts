import { isEmergency } from '../phone.ts';
import { type FoundPhone, phonesIn } from '../phones-in-text.ts';
import { folded } from './plain.ts';
import { callWords } from './words.ts';

const own =
  /(?:\bme (?:llam|localic|contact|devuelv)\w+(?: la llamada)?(?: al| en el)\s*|\b(?:my|mine|our|mi|nuestro)\b(?:\s+(?:own|cell|mobile|phone|number|work|home|direct|line|whatsapp|contact|callback|call-?back|numero|telefono|movil|celular|propio|is|es|el|:))+[\s:(]*|\b(?:call|ring|phone|text|reach|contact|get|llam\w+)\s?(?:me|us|back|nos)+(?: back)?(?: (?:on|at|al|en))?[\s:]*|\b(?:llamarme|llamenme|llamadme|llamame|localizarme|contactarme) (?:al|en el)\s*|\b(?:callback|call-?back)(?: number)?(?: is)?[\s:]*|\bfax[\s:.]*|\b(?:not|isn't|instead of|old number(?: is| was)?|en vez de|no al)\s*)$/;
const ownAfter =
  /^[\s(,-]*(?:(?:is |es )?(?:my|mi) (?:own |cell|mobile|number|phone|movil|numero|celular|telefono)|old number)/;
const fallback =
  /\b(?:if|si)\b.{0,30}\b(?:answer\w*|pick\w*|busy|through|reply|nobody|engaged|contest\w*|cogen?|comunica\w*|responde\w*|atiende\w*)\b|\b(?:otherwise|failing that|backup|fallback|if not|si no|en su defecto)\b/;
const corrected =
  /\b(?:no,? wait|wait|sorry|i mean|scratch that|correction|actually|rather|perdon|digo|mejor dicho|quise decir|me equivoque)\b|[,.–-] no,/;

/** The business's numbers in a text: neither the caller's own nor one that is not to be called. */
export function theirPhones(text: string, country: string | undefined): FoundPhone[] {
  const plain = folded(text);
  return phonesIn(text, country).filter(
    ({ start, end }) =>
      !own.test(plain.slice(Math.max(0, start - 50), start)) && !ownAfter.test(plain.slice(end, end + 30)),
  );
}

/** The one number that is to be called; none where it could be this one or that. */
export function phoneMeant(text: string, country: string | undefined): FoundPhone | undefined {
  const found = theirPhones(text, country);
  const [first, second] = found;
  if (!first || !second) return first;
  const isSame = found.every(({ number }) => number?.number === first.number?.number);
  const plain = folded(text);
  const between = plain.slice(first.end, second.start);
  if (isSame || fallback.test(between) || fallback.test(plain.slice(second.end, second.end + 50)))
    return first;
  return corrected.test(between) && found.length === 2 ? second : undefined;
}

const digitWords: Record<string, string> = {
  zero: '0',
  oh: '0',
  one: '1',
  two: '2',
  three: '3',
  eight: '8',
  nine: '9',
  eleven: '11',
  twelve: '12',
  cero: '0',
  uno: '1',
  dos: '2',
  tres: '3',
  seis: '6',
  ocho: '8',
  nueve: '9',
  once: '11',
  doce: '12',
  dieciseis: '16',
  ciento: '1',
  'sesenta y uno': '61',
  'sesenta y dos': '62',
};
const digit = `(?:\\d|${Object.keys(digitWords).join('|')})`;
const lead = '(?:(?:up|a|al|el|the|number|numero|on|at|us|me|them|emergency|emergencies|emergencias)\\s+)*';
const short = new RegExp(
  `(?:(?<!\\b(?:not|don't|dont|never|no) )\\b(?:${callWords})\\s+${lead}|^)["'(\\[*+]{0,2}(\\d{3,6}|\\d{2}(?=[\\s.!?)]*$)|${digit}(?:[-. ]{1,2}${digit}){1,4})["')\\]*]{0,2}(?=[\\s,;.!?:)]|$)(?![ .-]*\\d[\\d .-]*\\d\\d)(?!\\s*(?:people|persons|guests|restaurants|places|times|personas|[:/-]\\s?\\d|[ap]\\.?m\\b))`,
  'g',
);

/** A number for emergencies or another short one, as what is to be called: "call 911, there is a fire", "dial 9-1-1". */
export function shortNumberIn(
  text: string,
): { start: number; end: number; said: string; isEmergency: boolean } | undefined {
  const plain = folded(text);
  for (const { 0: whole, 1: said = '', index } of plain.matchAll(short)) {
    const digits = said
      .replace(
        new RegExp(
          Object.keys(digitWords)
            .sort((a, b) => b.length - a.length)
            .join('|'),
          'g',
        ),
        (word) => digitWords[word] ?? word,
      )
      .replace(/\D/g, '');
    const isUrgent = isEmergency(digits);
    if (!isUrgent && !/^\d{3,6}$/.test(said)) continue;
    return { start: index, end: index + whole.length, said: digits, isEmergency: isUrgent };
  }
}
