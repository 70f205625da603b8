import { blanked } from './plain.ts';

export type Part = 'morning' | 'afternoon' | 'evening';
/** A time that a text names. Without a value it could be morning or evening, or is a span or a bound. */
export type Hour = { start: number; end: number; time?: string };

const en = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve';
const es = 'una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce';
const more =
  'trece|catorce|quince|dieciseis|diecisiete|dieciocho|diecinueve|veinte|veintiuna|veintidos|veintitres';
const enPart = '(?:,? (?:in the |at )?(morning|afternoon|evening|night))';
const esPart = '(?:,? (?:de|por|en) la (manana|tarde|noche|madrugada))';
const meridiem = '(?: ?([ap])(?:\\.? ?m\\b\\.?|(?<=\\dp)\\b))';
const hourWord = `(\\d{1,2}|${en})`;
const minuteWords: Record<string, number> = {
  five: 5,
  ten: 10,
  quarter: 15,
  'a quarter': 15,
  twenty: 20,
  'twenty-five': 25,
  'twenty five': 25,
  half: 30,
  cinco: 5,
  diez: 10,
  cuarto: 15,
  'un cuarto': 15,
  veinte: 20,
  veinticinco: 25,
  media: 30,
  thirty: 30,
  fifteen: 15,
  forty: 40,
  'forty-five': 45,
  treinta: 30,
  quince: 15,
  cuarenta: 40,
};
const partOf: Record<string, Part | 'night'> = {
  a: 'morning',
  p: 'afternoon',
  morning: 'morning',
  afternoon: 'afternoon',
  evening: 'evening',
  night: 'night',
  manana: 'morning',
  tarde: 'afternoon',
  noche: 'night',
  madrugada: 'morning',
};

function hourOf(word = ''): number {
  const at = [en, `${es}|${more}`].map((list) => list.split('|').indexOf(word)).find((place) => place >= 0);
  return at === undefined ? Number(word) : at + 1;
}

type Said = { hour: number; minute: number; part?: string | undefined; isExact?: boolean };
type Rule = readonly [pattern: string, read: (parts: (string | undefined)[]) => Said | undefined];

const rules: readonly Rule[] = [
  [
    `(?:un )?cuarto para las? (\\d{1,2}|${es})(?:${meridiem}|${esPart})?`,
    ([h, ap, part]) => ({ hour: hourOf(h) === 1 ? 12 : hourOf(h) - 1, minute: 45, part: ap ?? part }),
  ],
  // Spans: whichever end is meant, the other is meant too.
  [
    `(?:between|from|entre|de|desde) (?:las? )?(?:\\d{1,2}(?:[:.]\\d\\d)?|${en}|${es})(?: ?[ap]\\.?m\\.?)? ?(?:and|to|until|till|y|a|hasta|-|–) ?(?:las? )?(?:\\d{1,2}(?:[:.]\\d\\d)?|${en}|${es})(?: ?[ap]\\.?m\\.?| ?h\\b)?`,
    () => undefined,
  ],
  [
    `(?:las? )?(?:\\d{1,2}(?:[:.]\\d\\d)?)(?: ?[ap]\\.?m\\.?)? ?(?:-|–|or|o|/|to|ó) ?(?:las? )?(?:\\d{1,2}(?:[:.]\\d\\d)?)(?: ?[ap]\\.?m\\b\\.?|[:.]\\d\\d| ?h\\b)`,
    () => undefined,
  ],
  [`(?:at|around|about) (?:\\d{1,2}|${en}) (?:or|-) ?(?:\\d{1,2}|${en})`, () => undefined],
  [
    `a las? (?:\\d{1,2}(?:[:.]\\d\\d)?|${es}) (?:o|u) (?:a )?(?:las? )?(?:\\d{1,2}(?:[:.]\\d\\d)?|${es})(?: y (?:media|cuarto))?`,
    () => undefined,
  ],
  ['(?:12 )?noon|midday|12 del mediodia|doce del mediodia', () => ({ hour: 12, minute: 0, isExact: true })],
  ['midnight|medianoche', () => undefined],
  [
    `(half|quarter|a quarter|five|ten|twenty|twenty-five|twenty five) (past|after|to) ${hourWord}(?:${meridiem}|${enPart})?`,
    ([m = '', way, h, ap, part]) => {
      const minute = minuteWords[m] ?? 0;
      const hour = hourOf(h);
      return way === 'to'
        ? { hour: hour === 1 ? 12 : hour - 1, minute: 60 - minute, part: ap ?? part }
        : { hour, minute, part: ap ?? part };
    },
  ],
  [
    `half (${en}|\\d{1,2})(?:${meridiem}|${enPart})?`,
    ([h, ap, part]) => ({ hour: hourOf(h), minute: 30, part: ap ?? part }),
  ],
  [
    `(?:(?:a|sobre|hacia|para|tipo) )?(?:las?|tipo) (\\d{1,2}|${es}|${more})(?:[:.](\\d\\d)|h(\\d\\d)|(?: y (media|cuarto|cinco|diez|veinte|veinticinco|treinta|\\d\\d)| menos (cuarto|diez|cinco|veinte)| (treinta|quince|cuarenta|\\d\\d(?= ?h))))?(?: en punto)?(?: ?(?:hs?|hrs|horas?)\\b\\.?)?(?:${meridiem}|${esPart}| (del mediodia))?`,
    ([h, digits, after, past, to, bare, ap, part, noon]) => {
      const hour = hourOf(h);
      const said = digits ?? after ?? past ?? bare;
      const minute = said ? (minuteWords[said] ?? Number(said)) : 0;
      const whole = noon ? 'p' : (ap ?? part);
      if (!to) return { hour, minute, part: whole };
      return { hour: hour === 1 ? 12 : hour - 1, minute: 60 - (minuteWords[to] ?? 0), part: whole };
    },
  ],
  [
    `(\\d{1,2})(?:[:.](\\d\\d))?(?:ish)?${meridiem}`,
    ([h, m = '0', ap]) => ({ hour: Number(h), minute: Number(m), part: ap }),
  ],
  [
    `(${en})(?:[ -](thirty|fifteen|forty-five|forty|twenty|ten))?(?:ish)?${meridiem}`,
    ([h, m = '', ap]) => ({ hour: hourOf(h), minute: minuteWords[m] ?? 0, part: ap }),
  ],
  [`(\\d{1,2}) ?h ?(\\d\\d)\\b`, ([h, m]) => ({ hour: Number(h), minute: Number(m) })],
  [
    `(\\d{1,2})[:](\\d\\d)(?: ?(?:hs?|hrs|horas?)\\b\\.?)?(?:ish)?(?:${enPart}|${esPart})?`,
    ([h = '', m, a, b]) => ({ hour: Number(h), minute: Number(m), part: a ?? b, isExact: h.startsWith('0') }),
  ],
  [
    `(\\d{1,2})(?:[:.](\\d\\d))? ?(?:hs?|hrs|horas)\\b\\.?${esPart}?`,
    ([h, m = '0', part]) => (Number(h) >= 7 ? { hour: Number(h), minute: Number(m), part } : undefined),
  ],
  [
    `(?:at|around|about|circa|@|say|for|tonight|,) ?(\\d{1,2})\\.(\\d\\d)(?:ish)?${enPart}?`,
    ([h = '', m, part]) => ({ hour: Number(h), minute: Number(m), part, isExact: h.startsWith('0') }),
  ],
  [
    `at ([012]\\d)([0-5]\\d)(?: ?(?:hours|hrs|h))?`,
    ([h, m]) => ({ hour: Number(h), minute: Number(m), isExact: true }),
  ],
  [
    `(\\d{1,2}|${en})(?:ish| o'?clock| sharp)(?:${meridiem}|${enPart})?`,
    ([h, ap, part]) => ({ hour: hourOf(h), minute: 0, part: ap ?? part }),
  ],
  [
    `(\\d{1,2}|${en}) (?:in the |at )(morning|afternoon|evening|night)`,
    ([h, part]) => ({ hour: hourOf(h), minute: 0, part }),
  ],
  [
    `(?:at|around|about|@|say|tonight,?|for about) ?(\\d{1,2}|${en})(?:[ -](thirty|fifteen|forty-five|forty))?(?:ish)?(?! ?[:.]\\d| ?(?:people|person|adults|guests|nights|percent|%|years|of us))${enPart}?`,
    ([h, m = '', part]) => ({ hour: hourOf(h), minute: minuteWords[m] ?? 0, part }),
  ],
  // Right behind the day, which is blank here: "Friday 1930", "viernes 21.30".
  ['\ue000,? ?([012]?\\d)\\.?([0-5]\\d)', ([h, m]) => ({ hour: Number(h), minute: Number(m) })],
];

const compiled = rules.map(
  ([pattern, read]) => [new RegExp(`(?<![\\w/.:-])(?:${pattern})(?![\\w/]|[:.]\\d)`, 'g'), read] as const,
);

/** What tells morning from evening where the hour does not: words elsewhere in the text, the kind of call. */
export type Daytime = { part?: Part | 'night' | undefined; between?: readonly [number, number] | undefined };

/** All times that a folded text names, in its order. */
export function timesIn(plain: string, daytime: Daytime): Hour[] {
  let rest = plain;
  const hours: Hour[] = [];
  for (const [pattern, read] of compiled) {
    for (const match of rest.matchAll(pattern)) {
      const [said, ...parts] = match;
      const [start, end] = [match.index, match.index + said.length];
      const one = read(parts);
      const time = one && clock(one, daytime);
      hours.push({ start, end, ...(time && { time }) });
      rest = blanked(rest, start, end, '\ue000');
    }
  }
  return hours.sort((one, other) => one.start - other.start);
}

function clock({ hour, minute, part, isExact }: Said, daytime: Daytime): string | undefined {
  if (hour > 23 || minute > 59) return undefined;
  const two = (value: number) => String(value).padStart(2, '0');
  const at =
    isExact || hour > 12 ? hour : hourIn(hour, minute, part ? partOf[part] : undefined, part, daytime);
  return at === undefined ? undefined : `${two(at)}:${two(minute)}`;
}

function hourIn(
  hour: number,
  minute: number,
  own: Part | 'night' | undefined,
  word: string | undefined,
  { part, between }: Daytime,
): number | undefined {
  if (hour === 0) return undefined;
  if (word === 'a') return hour % 12;
  if (word === 'p') return (hour % 12) + 12;
  const said = own ?? part;
  if (said === 'morning') return hour === 12 ? (word === 'manana' ? 12 : undefined) : hour;
  if (said === 'afternoon') return hour === 12 ? 12 : hour <= 9 ? hour + 12 : undefined;
  if (said) return hour >= 5 && hour < 12 ? hour + 12 : undefined;
  if (!between) return undefined;
  const [early, late] = [hour % 12, (hour % 12) + 12].map((one) => one + minute / 60);
  const fits = [early, late].filter((one) => one !== undefined && one >= between[0] && one <= between[1]);
  return fits.length === 1 ? Math.floor(fits[0] ?? 0) : undefined;
}
