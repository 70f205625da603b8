import { type Clause, sentenceOf } from './speech.ts';
import { written } from './times.ts';
import { inBoth, type Tongue } from './tongue.ts';

const codes = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const daysEn = 'monday|tuesday|wednesday|thursday|friday|saturday|sunday';
const daysEs = 'lunes|martes|miercoles|jueves|viernes|sabado|domingo';
/** Each week begins on Monday, in whatever language. */
const days: Record<Tongue, string> = { en: daysEn, es: daysEs, mixed: `${daysEs}|${daysEn}` };
const hour =
  '(?:half (?:past )?)?(?:\\d{1,2}(?: y (?:media|cuarto)| 30|:\\d\\d)?|noon|midday|midnight|medianoche)(?: ?[ap]m| (?:de|por) la (?:manana|tarde|noche)| in the (?:morning|afternoon|evening)| at night)?';
const spans = inBoth(
  new RegExp(
    `(?<!\\b(?:past|to|after|quarter|lanes?|rooms?|ages?|levels?|floors?|grades?|tables?|numbers?|kids|children) )\\b(${hour}) (?:(?:(?:right |straight )?through )?to|till|til|until|while|through) (${hour})\\b(?! (?:\\w+ )?(?:days|weeks|months|minutes|hours|people))`,
    'g',
  ),
  new RegExp(
    `(?<!\\b(?:carriles|edades|pisos|salas|ninos|mesas) )\\b(?:de|desde las|entre las) (${hour}) (?:a|hasta las|y las) (${hour})\\b(?! (?:dias|semanas|meses|minutos|horas|personas|anos))`,
    'g',
  ),
);
const off =
  /\b(?:closed|closing|shut|(?:not|never) (?:open|on)|dark|nobody (?:here|in)|no \w+ at all|descansamos|libramos|no (?:se )?abren?|no abrimos|cerramos|cerrad[oa]s?|no (?:se atiende|atendemos|hay atencion))\b(?! (?:at|by|till?|until|before|hasta|a las?) )/;

const opening = /\b(?:open|we are|abrimos|abierto|abre)\b/;

/** "From twelve to three... no, that's on weekdays". */
const corrects =
  /^(?:(?:oh|ah|ay|uy) )*(?:no(?: (?:sorry|wait|perdon|mentiras?|espere?|digo|tell a lie))?|sorry|wait|perdon|mentiras?|digo|scratch that|(?:no )?i tell a lie|me equivoque|hang on|hold on|that is the (?:old|wrong|previous|winter|summer) .*)$/;

/** "We're shut Mondays." */
const habitual =
  /\b(?:mon|tues|wednes|thurs|fri|satur|sun)days\b|\blos (?:lunes|martes|miercoles|jueves|viernes|sabados?|domingos?)\b|\b(?:every|always|never|siempre|todos|nunca)\b/;

const ofAfternoon = /\b(?:por (?:la|las) tardes?|afternoons?|evenings?)\b/;

/** "We used to open on Saturdays." */
const usedTo = /\b(?:used to|abriamos|cerrabamos|soliamos)\b/;

const ofThose = /^(?:(?:no|sorry|perdon) )*(?:that is|that was|those are|eso es|ese es|esas? son)\b/;

/** A day that is left out has other hours. */
const excepted = /^(?:menos|excepto|salvo|except|apart from|not on)\b/;

/** Opening hours as `Mo-Fr 09:00-18:00` or `Su off`: days and spans of one line that stand beside each other. */
export function readHours(
  clauses: readonly Clause[],
  language: Tongue,
  { isForDining = false, isArranging = false } = {},
): string[] {
  const found: string[] = [];
  /** How many were found before the business took them back. */
  let takenBack = 0;
  const isOpening = clauses.some(({ words }) => opening.test(words));
  let named = '';
  let namedIn = -1;
  /** Days that were listed before their hours: "Monday, Tuesday and Friday it is nine to five". */
  let listed: string[] = [];
  let spansBefore: string[] = [];
  let since = 0;
  for (const { digits, isQuestion, words, sentence } of clauses) {
    if (corrects.test(words)) [takenBack, since] = [found.length, 0];
    // "That's weekdays" gives the hours before it their days.
    if (takenBack > 0 && takenBack === found.length && ofThose.test(words)) {
      const [, span = ''] = (found.at(-1) ?? '').split(' ');
      const own = daysIn(digits, language);
      if (own && span) {
        found[takenBack - 1] = `${own} ${span}`;
        continue;
      }
    }
    const [, closing] = closesAnew.exec(digits) ?? [];
    const before = takenBack === found.length ? found.at(-1) : undefined;
    if (closing && before?.startsWith(`${named} `)) {
      found[takenBack - 1] = endingAt(before, closing);
      continue;
    }
    if (isQuestion || usedTo.test(words) || isDated(digits, language)) continue;
    const day = daysIn(digits, language);
    if (excepted.test(digits)) {
      // The days that are left out have other hours, or none.
      const from = found.findLastIndex((span) => span.startsWith(`${named} `));
      if (from >= 0 && day) found[from] = without(found[from] ?? '', day);
      continue;
    }
    const hasHours = new RegExp(spans[language]).test(digits);
    const isOff = off.test(digits);
    const here = [...(hasHours || isOff ? listed : []), day].filter(Boolean).join(',');
    listed = isOnlyDays(digits, language) && !isOff && spansBefore.length === 0 ? [...listed, day] : [];
    const hours = spansIn(digits, language, {
      isLate: ofAfternoon.test(sentenceOf({ sentence }, { clauses }, 'words')),
      after: here ? 0 : since,
      isOpening,
      isForDining,
    });
    since = hours.length > 0 ? endOf(hours) : here ? 0 : since;
    // "Friday we're shut" tells of that Friday, where a table was wanted on it.
    if (isArranging && isOff && !habitual.test(digits)) continue;
    // "Sunday, nothing, that's closed": the day that was named last, where nothing is known of it.
    const isOfNamed = sentence === namedIn && !found.some((one) => one.startsWith(`${named} `));
    const dayOff = here || (isOfNamed ? named : '');
    if (isOff && dayOff) found.push(`${dayOff} off`);
    else if (hours.length > 0) {
      if (here) named = here;
      for (const span of hours) found.push(`${named} ${span}`.trim());
      spansBefore = here ? [] : hours;
    } else if (here) {
      for (const span of spansBefore) found[found.indexOf(span)] = `${here} ${span}`;
      spansBefore = [];
      named = here;
      namedIn = sentence;
    }
  }
  const anew = found.slice(takenBack).map((span) => span.split(' ')[0]);
  return found.filter((span, at) => at >= takenBack || !anew.includes(span.split(' ')[0]));
}

/** "Tuesday the eighth we are closed" tells of one day. */
function isDated(text: string, language: Tongue): boolean {
  return new RegExp(
    `\\b(?:${days[language]}) (?:the |dia )?\\d{1,2}(?:th)?\\b(?! (?:to|till?|until|a|y|hasta|[ap]m)\\b|:)`,
  ).test(text);
}

/** Hours without a day that is left out of them: "Mo-Fr 09:00-17:00" without "We" is "Mo,Tu,Th,Fr 09:00-17:00". */
function without(hours: string, day: string): string {
  const [named = '', span = ''] = hours.split(' ');
  const [first = '', last = first] = named.split('-');
  const all = named.includes('-')
    ? codes.slice(codes.indexOf(first), codes.indexOf(last) + 1)
    : named.split(',');
  return `${all.filter((one) => !day.split(',').includes(one)).join(',')} ${span}`;
}

function isOnlyDays(text: string, language: Tongue): boolean {
  return daysIn(text, language) !== '' && text.split(' ').length <= 3;
}

function daysIn(text: string, language: Tongue): string {
  const name = days[language];
  const indexOf = (word: string) => name.split('|').findIndex((day) => word.startsWith(day.slice(0, 5))) % 7;
  const range = new RegExp(`\\b(${name})s? (?:to|through|till|a) (${name})s?\\b`).exec(text);
  if (range) return `${codes[indexOf(range[1] ?? '')]}-${codes[indexOf(range[2] ?? '')]}`;
  if (/\b(?:weekdays|during the week|entre semana)\b/.test(text)) return 'Mo-Fr';
  if (/\b(?:weekends?|fin(?:es)? de semana)\b/.test(text)) return 'Sa-Su';
  if (/\b(?:every day|seven days|7 days|todos los dias)\b/.test(text)) {
    const [, left] =
      new RegExp(`\\b(?:but|except|menos|excepto|salvo) (?:el |los )?(${name})`).exec(text) ?? [];
    return left ? without('Mo-Su ', codes[indexOf(left)] ?? '').trim() : 'Mo-Su';
  }
  return [...text.matchAll(new RegExp(`\\b(${name})s?\\b`, 'g'))]
    .map(([, word = '']) => codes[indexOf(word)])
    .join(',');
}

/** "Half eight to five. No, it's till six now." */
const closesAnew =
  /^(?!.*\d.*\b(?:hasta|till?|until)\b).*\b(?:hasta|till?|until) (?:las? )?(\d{1,2}(?::\d\d| y (?:media|cuarto)| 30)?)\b/;

function endingAt(hours: string, closing: string): string {
  const [days = '', span = ''] = hours.split(' ');
  const [open = ''] = span.split('-');
  let close = minutesOf(closing);
  while (close <= minutesOf(open)) close += 12 * 60;
  return `${days} ${open}-${clock(close)}`;
}

function endOf(spans: readonly string[]): number {
  return minutesOf(spans.at(-1)?.split('-')[1] ?? '');
}

function spansIn(
  text: string,
  language: Tongue,
  {
    after,
    isLate,
    isOpening,
    isForDining,
  }: { after: number; isLate: boolean; isOpening: boolean; isForDining: boolean },
): string[] {
  let since = after;
  // "Twenty to six" is one time.
  const oneTime = /\b2[05] to (?:\d|1[0-2])\b/g;
  return [...text.replace(oneTime, '#').matchAll(spans[language])].map((found) => {
    const [from = '', to = ''] = found.slice(1).filter(Boolean);
    let open = minutesOf(from);
    if (open < since || open < (isForDining && !/am|manana|morning/.test(from) ? 7 : 5) * 60) open += 12 * 60;
    if (isLate && open < 9 * 60) open += 12 * 60;
    let close = minutesOf(to);
    while (close <= open) close += 12 * 60;
    // "We are open seven to nine" is rarely two hours.
    if (close - open <= 2 * 60 && close <= 12 * 60 && isOpening && !/[ap]m|noon|de la|in the/.test(from + to))
      close += 12 * 60;
    since = close;
    return `${clock(open)}-${clock(close)}`;
  });
}

function minutesOf(text: string): number {
  if (/midnight|medianoche/.test(text)) return 24 * 60;
  const [hour = 12] = /\d+/.exec(text)?.map(Number) ?? [];
  const minute = /half|media| 30/.test(text)
    ? 30
    : / y cuarto/.test(text)
      ? 15
      : Number(/:(\d\d)/.exec(text)?.[1] ?? 0);
  const isLate = hour < 12 && /pm|tarde|noche|afternoon|evening|night/.test(text);
  return (isLate ? hour + 12 : hour) * 60 + minute;
}

function clock(minutes: number): string {
  return written(Math.floor(minutes / 60) % 24, minutes % 60);
}
