import type { Category } from '../call-request.ts';
import { listInBoth, type Tongue } from './tongue.ts';

export type Around = {
  category: Category;
  askedTime?: string | undefined;
  partySize?: number | undefined;
  /** Times that were spoken of: their bare hour is understood. */
  proposed?: readonly string[];
  isClosing?: boolean;
  /** What is said around it, and what was asked for: "first thing", "in the evening". */
  sentence?: string;
  task?: string;
  /** A time of day was asked for, and a number alone is one. */
  isAsked?: boolean;
};
type Clock = { hour: number; minute: number };
type Pattern = [RegExp, (groups: string[]) => Clock];

const at = (hour: string | undefined, minute: string | number = 0): Clock => ({
  hour: Number(hour),
  minute: Number(minute),
});
/** `before('9', 15)` is a quarter to nine. */
const before = (hour: string | undefined, minutes: string | number): Clock => ({
  hour: (Number(hour) + 23) % 24 || 12,
  minute: 60 - Number(minutes),
});

/** What is counted is no hour: "two fours", "at two tables". */
const counted = '(?! (?!works|suits|is|was|has|does|yes|thanks|unless|plus)[a-z]{3,}s\\b)';
const notAnHour =
  '(?![\\d:/.,]|th| \\d\\d\\b| y \\d| ?(?:people|persons?|of you|guests|adults|pounds?|euros?|quid|dollars|bucks|pesos|mil|minutes?|hours?|days?|weeks?|nights?|tables?|inch|inches|cm|centimetros|kilos?|por|personas?|%|a head|[a-z]+ (?:street|road|avenue|lane)))';

/** What may follow an hour without a colon; any other word makes it the number of a house, or of things: "four twenty Elm". */
const pairEnds =
  '(?! (?!(?:and|or|on|for|with|works|is|was|would|if|then|please|in|to|it|that|at|\\w*day|tomorrow|tonight|suits|thanks|sharp|latest|onwards?|the|through|till?|until|does|sound|okay|good|[ap]m|h|no|yes|so|as|will|can|instead|free|open|available|fine|slot|spot|though|appointment|table|class|start|one|we|i|she|he|they|you|but|because|by|under|from|of|por|para|el|la|y|o|con|de|si|esta|tengo|le|me|te|hay|horas?|menos)\\b)[a-z]+)';

const patterns = listInBoth<Pattern>(
  [
    [/(?<!\b(?:half|past|to|after) )\b(\d{1,2})(?= or (?:half|quarter) )/, ([hour]) => at(hour)],
    [/\bquarter to (?=or (?:quarter|half) past (\d{1,2})\b)/, ([hour]) => before(hour, 15)],
    [/\bhalf (?:past |passed )?(\d{1,2})\b/, ([hour]) => at(hour, 30)],
    [/\bquarter (?:to|of|til|till) (\d{1,2})\b/, ([hour]) => before(hour, 15)],
    [/\bquarter (?:past|passed|after) (\d{1,2})\b/, ([hour]) => at(hour, 15)],
    [
      new RegExp(
        `(?<!from |between )\\b(5|10|20|25)(?: minutes)? (?:to|of|til|till) (\\d{1,2})\\b${notAnHour}`,
      ),
      ([minutes = '', hour]) => before(hour, minutes),
    ],
    [/\b(5|10|20|25)(?: minutes)? past (\d{1,2})\b/, ([minutes, hour]) => at(hour, minutes)],
    [/\b(\d{1,2}):(\d\d)\b/, ([hour, minute]) => at(hour, minute)],
    [
      /(?<![£$€\d.])\b(1?\d|2[0-3])\.([0-5][05])\b(?! ?(?:pounds|euros|dollars|percent|miles|each|a |per ))/,
      ([hour, minute]) => at(hour, minute),
    ],
    [/(?<!\d )\b(1\d|[1-9]) 0 ([1-9])\b(?! \d)/, ([hour, minute]) => at(hour, minute)],
    [
      new RegExp(`(?<!\\d |[£$€]|\\bbe )\\b(1?\\d) ([1-5][05])\\b(?! ?(?:\\d|a head))${pairEnds}`),
      ([hour, minute]) => at(hour, minute),
    ],
    [/\b(?:(?:at|for) (?=\d+00\b)|(?=\d+00 (?:hours|on the dot)))(1\d|2[0-3])00\b/, ([hour]) => at(hour)],
    [/\b(\d{1,2}) ?(?:oclock|[ap]m\b)/, ([hour]) => at(hour)],
    [/\bnoon|midday\b/, () => at('12')],
    [/(?<!(?:after|until|till|past) )\bmidnight\b/, () => at('0')],
    [
      new RegExp(
        `\\b(?:at|do you|do|(?:do|have|got|left|earliest|latest|opening|slot)(?: (?:you|her|him|them|left))? is|make it|say|around|about|till?|until) ([1-9]|1[0-2])\\b${counted}${notAnHour}`,
      ),
      ([hour]) => at(hour),
    ],
    [/\bready for ([1-9]|1[0-2])(?=$| (?:on|tomorrow|today)\b)/, ([hour]) => at(hour)],
    [/\bfrom ([1-9]|1[0-2])(?=$| (?:on|onwards?|tomorrow|today|that day|in the)\b)/, ([hour]) => at(hour)],
    [/\bhave (?:got )?(?:a |an )?(\d{1,2})(?= or \d{1,2}$)/, ([hour]) => at(hour)],
    [
      /^(?:okay )?(\d{1,2}) (?:is (?:open|free|fine|available|the (?:best|earliest|latest|soonest|first))|on \w+day)/,
      ([hour]) => at(hour),
    ],
  ],
  [
    [/\b(5|10|20|25) (?:minutos )?para las? (\d{1,2})\b/, ([minutes = '', hour]) => before(hour, minutes)],
    [/\b(?:un )?cuarto para las? (\d{1,2})\b/, ([hour]) => before(hour, 15)],
    [/\b(\d{1,2}) y medi[ao]\b/, ([hour]) => at(hour, 30)],
    [/\b(\d{1,2}) y cuarto\b/, ([hour]) => at(hour, 15)],
    [/\b(\d{1,2}) menos cuarto\b/, ([hour]) => before(hour, 15)],
    [/\b(\d{1,2}) menos (5|10|20|25)\b/, ([hour, minutes = '']) => before(hour, minutes)],
    [/\b(?:las|la(?= 1\b)) (\d{1,2}) y (\d\d)\b/, ([hour, minute]) => at(hour, minute)],
    [
      /(?:\blas? |^|(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|manana|hoy) )(\d{1,2}) y ([1-5]?[05])\b(?! [a-z]{3,}s\b)/,
      ([hour, minute]) => at(hour, minute),
    ],
    [
      /\b(\d{1,2})[:.](\d\d)(?= ?(?:h|horas)\b|$| )(?! ?(?:euros|pesos))/,
      ([hour, minute]) => at(hour, minute),
    ],
    [
      new RegExp(`(?<!\\d )\\b(1\\d|2[0-3]|\\d) ([1-5][05])\\b(?! ?\\d)${pairEnds}`),
      ([hour, minute]) => at(hour, minute),
    ],
    [/\bpara (\d{1,2}) y (\d\d)\b/, ([hour, minute]) => at(hour, minute)],
    [/\b(\d{1,2}) en punto\b/, ([hour]) => at(hour)],
    [/\bmediodia\b/, () => at('12')],
    [/\bmedianoche\b/, () => at('0')],
    // "La tres" is a room, or a cabin.
    [
      new RegExp(`\\b(?:las|la(?= 1\\b)) (\\d{1,2})\\b(?! (?:le|te|les|os|me) sal)${notAnHour}`),
      ([hour]) => at(hour),
    ],
  ],
);

const morning =
  /(?<!\bi )\bam\b|\b(?:in the morning|(?:this|tomorrow|day) morning|first thing(?! (?:after|i|we|that|you)\b)|bright and early|early bird|first (?:boat|ferry|bus|coach|train|tram|flight|sailing)|(?:de|por|en) la manana|a primera hora(?! de la (?:tarde|noche))|bien temprano|breakfast|desayuno)\b/;
const evening =
  /\b(?:pm|in the (?:afternoon|evening)|(?:this|tomorrow|day) (?:afternoon|evening|night)|last thing|end of the day|at night|tonight|(?:de|por|en|a) la (?:tarde|noche)|a ultima hora|esta (?:tarde|noche))\b/;

/** The half of the day that is named, where one is. */
function halfOf(text: string): 'morning' | 'evening' | undefined {
  const [isEarly, isLate] = [morning.test(text), evening.test(text)];
  return isEarly === isLate ? undefined : isEarly ? 'morning' : 'evening';
}

/** The times of day that a clause says, as `HH:MM`; what was read is masked in `rest`. */
export function readTimes(
  text: string,
  language: Tongue,
  around: Around,
): { values: string[]; rest: string } {
  const found: { value: string; at: number }[] = [];
  const add = (value: string | undefined, said: string) => {
    if (value) found.push({ value, at: text.indexOf(said) });
  };
  let rest = soonest.test(`${around.sentence ?? ''} ${text}`) ? text.replace(/\bbe (?=\d)/, 'at ') : text;
  for (const [pattern, read] of patterns[language]) {
    for (let times = 0; times < 4; times++) {
      const one = pattern.exec(rest);
      if (!one) break;
      const value = timeOfDay(read(one.slice(1)), rest, around);
      rest = rest.replace(one[0], '#');
      const more = /# or (\d{1,2})$/.exec(rest)?.[1];
      add(value, one[0]);
      if (more) add(timeOfDay(at(more), text, around), `or ${more}`);
    }
  }
  const listed = around.isAsked
    ? /^(?:at )?(\d{1,2})(?: (?:and|y|or|o) (\d{1,2}|#))?$/.exec(rest)
    : undefined;
  for (const hour of listed?.slice(1, 3) ?? [])
    if (hour && hour !== '#') add(timeOfDay(at(hour), text, around), hour);
  const values = found.sort((one, other) => one.at - other.at).map(({ value }) => value);
  if (values.length === 0) values.push(...readBareHour(rest, around));
  return { values, rest };
}

const bareHour = new RegExp(
  `(?<![\\d:.,£€$]|\\b(?:for|of|para|de|mesa|table|room|number|numero|those|los|dos) )\\b(\\d{1,2})(?: (\\d\\d))?(?: \\d{1,2})?\\b${notAnHour}`,
);

/** "Soonest I've got, it would be nine twenty" is no price. */
const soonest = /\b(?:closest|nearest|earliest|soonest|next|slammed|busy)\b/;

const ofSomeHour = (
  [
    [15, 'quarter past', 'y cuarto'],
    [30, 'half past', 'y media'],
    [45, 'quarter to', 'menos cuarto'],
    [10, '10 past', 'y 10'],
    [20, '20 past', 'y 20'],
    [40, '20 to', 'menos 20'],
    [50, '10 to', 'menos 10'],
  ] as const
).map(([minutes, inEnglish, inSpanish]) => ({
  minutes,
  said: new RegExp(
    `\\b${inEnglish}(?! [a-z\\d])|\\b${inEnglish} (?:it is|is|works|suits|and)\\b|\\ba ${inSpanish}\\b`,
  ),
}));

/** "A menos cuarto me viene bien", "half past works", "say twenty past": the minutes of the hour that was spoken of. */
function minutesIn(text: string): number | undefined {
  return ofSomeHour.find(({ said }) => said.test(text))?.minutes;
}

/** "Thursday, eight, two people": the hour that was spoken of, where it is no size of a party. */
function readBareHour(text: string, { proposed = [], partySize }: Around): string[] {
  const minutes = minutesIn(text);
  if (minutes !== undefined) {
    const [hour, named] = (proposed[0] ?? '').split(':');
    const same = proposed.find((time) => time.endsWith(`:${minutes}`));
    if (same || !hour) return same ? [same] : [];
    // "Quarter to five" is asked for, and "twenty to" is offered.
    if (Number(named) > 30 && minutes > 30) return [written(Number(hour), minutes)];
    if (named !== '00') return [];
    return [written(minutes > 30 ? Number(hour) - 1 : Number(hour), minutes)];
  }
  const [, hour = '', minute = '00'] = bareHour.exec(text) ?? [];
  if (!hour || (minute === '00' && Number(hour) === partySize)) return [];
  const isSame = (time: string) =>
    Number(time.slice(0, 2)) % 12 === Number(hour) % 12 && time.slice(3) === minute;
  return proposed.filter(isSame).slice(0, 1);
}

/** Morning or evening by what is said, else by what was asked, else by when such places are open. */
function timeOfDay(
  { hour, minute }: Clock,
  text: string,
  { category, askedTime, isClosing = false, sentence = '', task = '' }: Around,
): string | undefined {
  if (hour > 23 || minute > 59) return undefined;
  const both = hour >= 13 || hour === 0 ? [hour] : [hour % 12, (hour % 12) + 12];
  const [first = hour, second = first] = both;
  const minutes = (one: number) => one * 60 + minute;
  if (both.length === 1) return written(hour, minute);
  if (morning.test(text)) return written(first, minute);
  if (evening.test(text)) return written(second, minute);
  const half = halfOf(sentence) ?? (askedTime ? undefined : halfOf(task));
  if (half && hour < 12) return written(half === 'morning' ? first : second, minute);
  const isEarlyAsked = askedTime !== undefined && askedTime < '08:00' && first > 3;
  if ((first < 7 && !isEarlyAsked) || isClosing) return written(second, minute);
  // At nine in the evening one dines, and sees no dentist.
  if (category !== 'restaurant' && second >= 20 && askedTime && askedTime < '19:00')
    return written(first, minute);
  if (!askedTime)
    return written(category === 'restaurant' && first < 12 ? second : hour === 7 ? second : hour, minute);
  const [askedHour = 0, askedMinute = 0] = askedTime.split(':').map(Number);
  const distance = (one: number) => Math.abs(minutes(one) - askedHour * 60 - askedMinute);
  return written(distance(first) <= distance(second) ? first : second, minute);
}

export function written(hour: number, minute: number): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
