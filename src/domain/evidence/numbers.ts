import type { Language } from '../language.ts';
import type { Tongue } from './tongue.ts';

type Words = Record<string, number>;
type Table = { units: Words; tens: Words; hundreds: Words; thousand: string; and: string; ordinals: Words };

const listed = (words: string, from = 0, step = 1): Words =>
  Object.fromEntries(words.split(' ').map((word, index) => [word, from + index * step]));

const english: Table = {
  units: listed(
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  ),
  tens: listed('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10),
  hundreds: {},
  thousand: 'thousand',
  and: 'and',
  ordinals: {
    ...listed(
      'third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth',
      3,
    ),
    first: 1,
    thirtieth: 30,
  },
};

const spanish: Table = {
  units: {
    ...listed(
      'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve',
    ),
    una: 1,
    veintiuna: 21,
    veintiun: 21,
  },
  tens: listed('treinta cuarenta cincuenta sesenta setenta ochenta noventa', 30, 10),
  hundreds: {
    cien: 100,
    ciento: 100,
    ...listed(
      'doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos',
      200,
      100,
    ),
    ...listed(
      'doscientas trescientas cuatrocientas quinientas seiscientas setecientas ochocientas novecientas',
      200,
      100,
    ),
  },
  thousand: 'mil',
  and: 'y',
  ordinals: { primero: 1 },
};

const tables: Record<Language, Table> = { en: english, es: spanish };

export const monthNames: Record<Language, string> = {
  en: 'january|february|march|april|may|june|july|august|september|october|november|december',
  es: 'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre',
};
/** A second is an ordinal beside a month alone, or after twenty. */
const theSecond = new RegExp(
  `(?<=\\b(?:${monthNames.en}) (?:the )?)second\\b|\\bsecond(?= of (?:${monthNames.en})\\b)`,
  'g',
);

/** Writes the numbers of a clause of plain words as digits: "half past eight" becomes "half past 8", "eighteenth" becomes "18th". */
export function withDigits(text: string, language: Tongue): string {
  // "Once" is eleven where an hour or a day is told.
  if (language === 'mixed')
    return withDigits(
      withDigits(text.replace(/(?<!\b(?:las|el|dia|son) )once\b/g, 'ONCE'), 'es').replaceAll('ONCE', 'once'),
      'en',
    );
  const table = tables[language];
  const words = text
    .replace(/\bpor ciento\b/g, 'porciento')
    .replace(/\by un(?= mil\b)/g, 'y uno')
    .replace(theSecond, '2th')
    .replace(/\b(twenty) second\b/g, '22th')
    .split(' ');
  const written: string[] = [];
  for (let at = 0; at < words.length; ) {
    const number = numberAt(words, at, table);
    written.push(number ? number.text : (words[at] ?? ''));
    at = number ? number.next : at + 1;
  }
  return written
    .join(' ')
    .replace(/(\d) (?:oh|o) (?=\d)/g, '$1 0 ')
    .replace(/(?<=\b\d \d) oh(?=$| \d)/g, ' 0');
}

/** "I need your name first" counts nothing. */
const ofADay = new RegExp(
  `^(?!the \\w+ (?:i|we|opening|appointment|slot|thing|available|free)$)(?:the|on|el|del|dia|al|\\w+day|lunes|martes|miercoles|jueves|viernes|sabado|domingo|${monthNames.en}) | (?:of|de|${monthNames.en})$`,
);

type Found = { value: number; next: number };

function numberAt(words: string[], at: number, table: Table): { text: string; next: number } | undefined {
  const word = words[at] ?? '';
  const ordinal = table.ordinals[word];
  if (ordinal === 1 && !ofADay.test(`${words[at - 1] ?? ''} ${word} ${words[at + 1] ?? ''}`))
    return undefined;
  if (ordinal !== undefined) return { text: `${ordinal}th`, next: at + 1 };
  const last = table.ordinals[words[at + 1] ?? ''];
  if (table.tens[word] && last !== undefined && last < 10)
    return { text: `${table.tens[word] + last}th`, next: at + 2 };
  const below = groupAt(words, at, table);
  if (!below && word !== table.thousand) return undefined;
  if (words[below?.next ?? at] !== table.thousand)
    return below && { text: String(below.value), next: below.next };
  const after = (below?.next ?? at) + 1;
  const rest = groupAt(words, words[after] === 'and' ? after + 1 : after, table);
  return { text: String((below?.value ?? 1) * 1000 + (rest?.value ?? 0)), next: rest?.next ?? after };
}

function groupAt(words: string[], at: number, table: Table): Found | undefined {
  const word = words[at] ?? '';
  const hundreds = table.hundreds[word];
  if (hundreds !== undefined) return added({ value: hundreds, next: at + 1 }, words, table);
  // "Hundred and eighteen", and no "couple hundred".
  if (table === english && word === 'hundred' && (at === 0 || words[at + 1] === 'and'))
    return added({ value: 100, next: at + 1 }, words, table);
  const small = word === 'a' ? { value: 1, next: at + 1 } : smallAt(words, at, table);
  if (small && table === english && words[small.next] === 'hundred')
    return added({ value: small.value * 100, next: small.next + 1 }, words, table);
  return word === 'a' ? undefined : small;
}

function added(hundred: Found, words: string[], table: Table): Found {
  const at = words[hundred.next] === 'and' && table === english ? hundred.next + 1 : hundred.next;
  const isRange = words[hundred.next - 3] === 'between';
  const small = isRange ? undefined : smallAt(words, at, table);
  return small && hundred.value < 1000 ? { value: hundred.value + small.value, next: small.next } : hundred;
}

function smallAt(words: string[], at: number, { units, tens, and }: Table): Found | undefined {
  const word = words[at] ?? '';
  const ten = tens[word];
  if (ten === undefined)
    return Object.hasOwn(units, word) ? { value: units[word] ?? 0, next: at + 1 } : undefined;
  const unitAt = and === 'y' ? (words[at + 1] === 'y' ? at + 2 : -1) : at + 1;
  const unit = Object.hasOwn(units, words[unitAt] ?? '') ? units[words[unitAt] ?? ''] : undefined;
  return unit && unit < 10 ? { value: ten + unit, next: unitAt + 1 } : { value: ten, next: at + 1 };
}
