import { Temporal } from 'temporal-polyfill';
import type { Reading } from '../call-request.ts';
import { blanked } from './plain.ts';

/** A day that a text names. Without a date it could be two days, or is none that can still come. */
export type Day = { start: number; end: number; date?: string; isSpan?: true };

const weekdays = [
  'mon(?:day)?|lun(?:es)?',
  'tue(?:s(?:day)?)?|martes',
  'wed(?:nesday)?|mie(?:rcoles)?',
  'thu(?:rs?(?:day)?)?|jue(?:ves)?',
  'fri(?:day)?|vie(?:rnes)?',
  'sat(?:urday)?|sab(?:ado)?',
  'sun(?:day)?|dom(?:ingo)?',
];
const months = [
  'jan(?:uary)?|ene(?:ro)?',
  'feb(?:ruary)?|febrero',
  'mar(?:ch|zo)?',
  'apr(?:il)?|abr(?:il)?',
  'may(?:o)?',
  'june?|jun(?:io)?',
  'july?|jul(?:io)?',
  'aug(?:ust)?|ago(?:sto)?',
  'sept?(?:ember)?|sep(?:t?iembre)?',
  'oct(?:ober|ubre)?',
  'nov(?:ember|iembre)?',
  'dec(?:ember)?|dic(?:iembre)?',
];
const weekday = `(?:${weekdays.join('|')})`;
const month = `(?:${months.join('|')})`;
const year = '(?:,? (?:de |del )?(20\\d\\d))?';
const placeIn = (list: string[], word: string) =>
  list.findIndex((one) => new RegExp(`^(?:${one})$`).test(word)) + 1;

type Now = Temporal.ZonedDateTime;
type Rule = readonly [
  pattern: string,
  read: (said: string[], now: Now, reading: Reading & { isNight: boolean }) => string | undefined,
];

const plus = (now: Now, days: number) => String(now.toPlainDate().add({ days }));
const daysUntil = (now: Now, day: number) => (day - now.dayOfWeek + 7) % 7;

/** The coming one is in the next week, whether weeks begin on Monday or on Sunday. */
function nextWeekday(now: Now, name: string, isNight: boolean): string | undefined {
  const day = placeIn(weekdays, name);
  if (day === now.dayOfWeek) return plus(now, 7);
  const isNextWeek = day < now.dayOfWeek && now.dayOfWeek !== 7;
  return isNextWeek && !isNight ? plus(now, daysUntil(now, day)) : undefined;
}

function dated(
  now: Now,
  day: number,
  monthOfYear: number,
  yearSaid?: string,
  weekdaySaid = '',
): string | undefined {
  const today = now.toPlainDate();
  const wanted = weekdaySaid ? placeIn(weekdays, weekdaySaid.replace(/\.$/, '')) : undefined;
  for (const yearTried of yearSaid ? [Number(yearSaid)] : [today.year, today.year + 1]) {
    const date = plainDate(yearTried, monthOfYear, day);
    if (!date || Temporal.PlainDate.compare(date, today) < 0) continue;
    // People mention a day that has just passed more often than one nearly a year ahead.
    if (!yearSaid && today.until(date).total({ unit: 'days' }) > 320) return undefined;
    return wanted && date.dayOfWeek !== wanted ? undefined : String(date);
  }
}

function plainDate(yearOf: number, monthOf: number, day: number): Temporal.PlainDate | undefined {
  if (monthOf < 1 || monthOf > 12 || day < 1 || day > 31) return undefined;
  const date = Temporal.PlainDate.from({ year: yearOf, month: monthOf, day });
  return date.day === day ? date : undefined;
}

/** The next month in which that day is that weekday, or has that day at all. */
function dayOfMonth(now: Now, day: number, name = ''): string | undefined {
  const wanted = name && placeIn(weekdays, name);
  for (let ahead = 0; ahead < 3; ahead += 1) {
    const { year: yearOf, month: monthOf } = now.toPlainDate().with({ day: 1 }).add({ months: ahead });
    const date = plainDate(yearOf, monthOf, day);
    if (!date || Temporal.PlainDate.compare(date, now.toPlainDate()) < 0) continue;
    if (!wanted || date.dayOfWeek === wanted) return String(date);
    if (ahead === 1) return undefined;
  }
}

const monthFirst = new Set(['US']);
const eitherFirst = new Set(['CA', 'PH', 'PR']);

/** 3/12 is in March where people write the month first, in December elsewhere, and neither where both are written. */
function numeric(
  now: Now,
  [one = '', other = '', yearSaid = '', weekdaySaid = '']: string[],
  { country, language }: Reading,
): string | undefined {
  const [a, b] = [Number(one), Number(other)];
  const full = yearSaid.length === 2 ? `20${yearSaid}` : yearSaid || undefined;
  const isUnsure =
    country === undefined || eitherFirst.has(country) || (monthFirst.has(country) && language !== 'en');
  const dayFirst = a <= 31 && b <= 12 ? dated(now, a, b, full, weekdaySaid) : undefined;
  const dayLast = b <= 31 && a <= 12 ? dated(now, b, a, full, weekdaySaid) : undefined;
  if (a > 12 || a === b) return dayFirst;
  if (b > 12) return dayLast;
  if (isUnsure) return weekdaySaid && !(dayFirst && dayLast) ? (dayFirst ?? dayLast) : undefined;
  return monthFirst.has(country ?? '') ? dayLast : dayFirst;
}

const small: Record<string, number> = {
  a: 1,
  one: 1,
  un: 1,
  una: 1,
  two: 2,
  dos: 2,
  three: 3,
  tres: 3,
  four: 4,
  cuatro: 4,
  five: 5,
  cinco: 5,
  six: 6,
  seis: 6,
  seven: 7,
  siete: 7,
  ten: 10,
  diez: 10,
};
const few = `(\\d{1,2}|${Object.keys(small).join('|')})`;
const numberOf = (word = '') => small[word] ?? Number(word);
const feasts: Record<string, readonly [number, number]> = {
  'christmas eve|nochebuena': [12, 24],
  'christmas day|dia de navidad|navidad': [12, 25],
  'boxing day': [12, 26],
  "new year's eve|nochevieja|fin de ano": [12, 31],
  "new year's day|ano nuevo": [1, 1],
  "valentine'?s(?: day)?|san valentin": [2, 14],
};

/** Tried in this order; each rule removes what it has read. */
const rules: readonly Rule[] = [
  ['(20\\d\\d)-(\\d\\d?)-(\\d\\d?)', ([y, m, d], now) => dated(now, Number(d), Number(m), y)],
  [
    `(\\d{1,2})(?:st|nd|rd|th)? ?(?:to|-|–|al?|until|till|y el|and)(?: the| el)? ?\\d{1,2}(?:st|nd|rd|th)?(?: of| de)? (${month})\\b${year}`,
    ([d, m = '', y], now) => dated(now, Number(d), placeIn(months, m), y),
  ],
  // The first Friday of January: too rare to be read, too easily misread.
  [
    `(?:first|second|third|last|primer|segundo|ultimo) ${weekday}(?: (?:of|in|de) (?:the month|el mes|${month}))?`,
    () => undefined,
  ],
  [
    `(?:(${weekday})\\.?,? (?:the |el |dia )?)?(\\d{1,2})(?:st|nd|rd|th|º)?(?: of| de|-)? ?(${month})\\b\\.?${year}`,
    ([name, d, m = '', y], now) => dated(now, Number(d), placeIn(months, m), y, name),
  ],
  [
    `(?:(${weekday})\\.?,? )?(${month})\\.? (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?![:.]?\\d| ?[ap]\\.?m)${year}`,
    ([name, m = '', d, y], now) => dated(now, Number(d), placeIn(months, m), y, name),
  ],
  [
    `(?:(${weekday})\\.?,? (?:the |el |dia )?)?(\\d{1,2})([/.-])(\\d{1,2})\\3(20\\d\\d|\\d\\d)`,
    ([name = '', a = '', , b = '', y = ''], now, reading) => numeric(now, [a, b, y, name], reading),
  ],
  [
    `(?:(${weekday})\\.?,? (?:the |el |dia )?|(?:on|el|for|para el|del|dia|from|desde) (?:the |el |dia )?)(\\d{1,2})/(\\d{1,2})(?! ?(?:people|person|pers|pax|adult|portion))`,
    ([name = '', a = '', b = ''], now, reading) => numeric(now, [a, b, '', name], reading),
  ],
  [
    `(?:(${weekday}),? (?:the )|(?:on )?the )(\\d{1,2})(?:st|nd|rd|th)(?! (?:floor|birthday|street|avenue|ave))`,
    ([name, d], now) => dayOfMonth(now, Number(d), name),
  ],
  [
    `(${weekday}) (?:el )?(?:dia )?(\\d{1,2})(?![:.h]?\\d| ?(?:[ap]\\.? ?m|h\\b|people|person|hs\\b))`,
    ([name, d], now) => dayOfMonth(now, Number(d), name),
  ],
  [`(?:el|del) (?:dia )?(\\d{1,2})(?![:./]?\\d)`, ([d], now) => dayOfMonth(now, Number(d))],
  [
    '(?:the )?day after tomorrow|pasado manana',
    (_, now, { isNight }) => (isNight ? undefined : plus(now, 2)),
  ],
  ['tomorrow week|a week tomorrow', (_, now, { isNight }) => (isNight ? undefined : plus(now, 8))],
  [
    `(${weekday}) week|(?:a )?week (?:on|from) (${weekday})|(${weekday}) en ocho`,
    ([a, b, c], now) => plus(now, 7 + daysUntil(now, placeIn(weekdays, a ?? b ?? c ?? ''))),
  ],
  [`(${weekday}) fortnight`, ([name = ''], now) => plus(now, 14 + daysUntil(now, placeIn(weekdays, name)))],
  [
    '(?:a week (?:from )?today|today week|in a week(?: from today)?|de hoy en ocho(?: dias)?|in one week)',
    (_, now) => plus(now, 7),
  ],
  [
    '(?:in a fortnight|(?:a )?fortnight today|two weeks (?:from )?today|de hoy en quince(?: dias)?)',
    (_, now) => plus(now, 14),
  ],
  [
    `(?:in|dentro de|en) ${few} (?:days?|dias?)(?:' time)?`,
    ([n], now, { isNight }) => (numberOf(n) >= 15 || isNight ? undefined : plus(now, numberOf(n))),
  ],
  [`(?:in|dentro de|en) ${few} (?:weeks?|semanas?)(?:' time)?`, ([n], now) => plus(now, 7 * numberOf(n))],
  [
    `(${weekday}) (?:de la semana que viene|de la proxima semana|of next week|next week)|next week,? (?:on )?(${weekday})`,
    ([a, b], now) => nextWeekdayOfWeek(now, a ?? b ?? ''),
  ],
  [`(${weekday}) after next|not this (?:coming )?${weekday}`, () => undefined],
  [
    `(?:next|proximo) (${weekday})(?: que viene)?|(${weekday}) (?:que viene|proximo)`,
    ([a, b], now, { isNight }) => nextWeekday(now, a ?? b ?? '', isNight),
  ],
  ...Object.entries(feasts).map(([names, [m, d]]): Rule => [`(?:${names})`, (_, now) => dated(now, d, m)]),
  [
    'tonight|this evening|this afternoon|this morning|later today|today|esta (?:noche|tarde|manana)|hoy',
    (_, now) => plus(now, 0),
  ],
  ['tomorrow|tmrw?|tmw|tomoz|2morrow', (_, now, { isNight }) => (isNight ? undefined : plus(now, 1))],
  [
    '(?<!(?:por|de|en|a) la |la |buena )manana',
    (_, now, { isNight }) => (isNight ? undefined : plus(now, 1)),
  ],
  [`(?:this |coming |este )?(${weekday}|weds)\\b(?!'s)`, ([name = ''], now) => comingDay(now, name)],
];

function comingDay(now: Now, name: string): string | undefined {
  const day = placeIn(weekdays, name === 'weds' ? 'wed' : name);
  return plus(now, daysUntil(now, day));
}

/** Where weeks begin on Sunday, a Sunday's next week and that of others are not the same. */
function nextWeekdayOfWeek(now: Now, name: string): string | undefined {
  const day = placeIn(weekdays, name);
  if (day === 7 || now.dayOfWeek === 7) return undefined;
  return plus(now, 7 - now.dayOfWeek + day);
}

const compiled = rules.map(
  ([pattern, read]) => [new RegExp(`(?<![\\w/.'-])(?:${pattern})(?![\\w/])`, 'g'), read] as const,
);
/** Words that are days in one language and something else in the text. */
const isShort = /^(?:sun|sat|wed|fri|mon|tue|thu|lun|mie|jue|vie|sab|dom)$/;
const isDayAfterAll = /^[\s,.]*(?:\d|at\b|a las?\b|@|night|evening|morning|lunch|$)/;
const span =
  /\d(?:st|nd|rd|th)? ?(?:to|-|–|al?|until|till|y el|and)(?: the| el)? ?\d{1,2}(?:st|nd|rd|th)?(?: of| de)? [a-z]/;

/** All days that a folded text names, in the order in which it names them, and the text without them. */
export function daysIn(plain: string, reading: Reading): { days: Day[]; rest: string } {
  const instant = Temporal.Instant.fromEpochMilliseconds(reading.now);
  const now = instant.toZonedDateTimeISO(reading.placeZone ?? reading.timeZone);
  // After midnight, a person may mean the day before.
  const isNight = instant.toZonedDateTimeISO(reading.timeZone).hour < 4;
  let rest = plain;
  const days: Day[] = [];
  for (const [pattern, read] of compiled) {
    for (const match of rest.matchAll(pattern)) {
      const [said, ...parts] = match;
      const [start, end] = [match.index, match.index + said.length];
      if (said === 'mar' || (isShort.test(said) && !isDayAfterAll.test(rest.slice(end)))) continue;
      const date = read(parts, now, { ...reading, isNight });
      days.push({ start, end, ...(date && { date }), ...(span.test(said) && { isSpan: true }) });
      rest = blanked(rest, start, end, '\ue000');
    }
  }
  return { days: days.sort((one, other) => one.start - other.start), rest };
}
