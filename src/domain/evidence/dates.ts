import { Temporal } from 'temporal-polyfill';
import type { Language } from '../language.ts';
import { monthNames as months } from './numbers.ts';
import type { Tongue } from './tongue.ts';

export type Days = { callDate: string; askedDate?: string | undefined; proposedDays?: readonly string[] };
const patternsOf = (names: string) => names.split(' ').map((name) => new RegExp(`\\b${name}\\b`));
const weekdays: Record<Language, RegExp[]> = {
  en: patternsOf('monday tuesday wednesday thursday friday saturday sunday'),
  es: patternsOf('lunes martes miercoles jueves viernes sabado domingo'),
};
/** "The first half hour", "the second floor": things that are counted, and no day. */
const counted =
  '(?! (?:floor|one|time|street|night|visit|hour|half|quarter|\\d|few|person|session|lesson|month|week|year|row|door|thing|available|class|chair|slot|spot|opening|appointment|table))';
const grammar = {
  en: {
    /** Without one of these there is no day to read. */
    any: new RegExp(`day\\b|night|morrow|\\dth|fortnight|${months.en}`),
    after2: /\bday after tomorrow\b/,
    after: /\bthe day after\b/,
    tomorrow: /\btomorrow\b/,
    today: /\b(?:today|tonight)\b/,
    named: new RegExp(
      `\\b(?:(\\d{1,2})(?:th)? (?:(?:and|to|till|until) (?:the )?\\d{1,2}(?:th)? )?(?:of )?(${months.en})|(${months.en}) (?:the )?(\\d{1,2})(?:th)?)\\b`,
    ),
    numbered: new RegExp(`\\b(?:the|\\w+day) (\\d{1,2})th\\b${counted}`),
    day: new RegExp(`\\b(\\d{1,2})th\\b${counted}`),
    week: /\bweek\b/,
    next: /\bnext\b/,
    /** Of a week that only those who talk know, or of every week. */
    beyond: /\bday after(?! (?:tomorrow|tmrw))\b(?<!\bthe day after)|\b(?:previous|last) (?:\w*day|week)\b/,
    sennight: /\btoday week\b|\ba week (?:from )?today\b|\bin a week\b/,
    fortnight: /\bin a fortnight\b/,
    /** "Tomorrow week." */
    weekOn: /\btomorrow week\b|\ba week (?:from )?tomorrow\b/,
  },
  es: {
    any: new RegExp(
      `lunes|martes|miercoles|jueves|viernes|sabado|domingo|manana|hoy|noche|tarde|\\b(?:d?el|dia) |siguiente|dias|pasado |${months.es}`,
    ),
    after2: /\bpasado(?: manana\b|(?= (?:yes|a las?|te|le|me|tengo|puedo)\b))/,
    after: /\bal dia siguiente\b/,
    tomorrow: /(?<!(?:la|esta|cada) )\bmanana\b/,
    today: /\b(?:hoy(?! en)|esta noche|esta tarde)\b/,
    named: new RegExp(`\\b(\\d{1,2})(?:th)?(?: (?:y|al) (?:el )?\\d{1,2})? de (${months.es})\\b`),
    numbered:
      /\bdel (\d{1,2}) al \d|\bl[ao] del (\d{1,2})\b|\bel (\d{1,2})\b(?= (?:a las|por la|tengo|yes|no)\b|$)|\bdia (\d{1,2})\b|\b(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo) (?:dia )?(\d{1,2})\b(?! y|:| menos| de la| en punto)/,
    day: /\b(?:d?el|dia) (\d{1,2})\b(?! (?:por ?ciento|de \p{L}+))/u,
    week: /\ben 8\b|\bsubsiguiente\b/,
    next: /\b(?:siguiente|de la semana que viene)\b/,
    beyond:
      /\b(?:\w+s|domingo|sabado) pasado\b|\bpasado (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)\b|\blos (?:lunes|martes|miercoles|jueves|viernes)\b/,
    sennight: /\bhoy en (?:ocho|8)\b|\bdentro de (?:ocho|8) dias\b/,
    weekOn: /\bmanana en (?:ocho|8)\b/,
    fortnight: /\bhoy en (?:quince|15)\b|\bdentro de (?:quince|15) dias\b/,
  },
};

/** The day that a clause says, as `YYYY-MM-DD`; none where two readings are fair. */
export function readDate(text: string, language: Tongue, days: Days): string | undefined {
  if (language === 'mixed') return readDate(text, 'es', days) ?? readDate(text, 'en', days);
  const { callDate, askedDate, proposedDays = [] } = days;
  const words = grammar[language];
  if (!words.any.test(text) || words.beyond.test(text)) return undefined;
  const today = Temporal.PlainDate.from(callDate);
  const asked = askedDate ? Temporal.PlainDate.from(askedDate) : undefined;
  const later = (days: number) => today.add({ days }).toString();
  const weekday = weekdays[language].findIndex((name) => name.test(text)) + 1;
  // "Mondays and Wednesdays" is no day.
  const isSeveral = weekdays[language].filter((name) => name.test(text)).length > 1;
  const named = words.named.exec(text);
  if (named) {
    const month = months[language].split('|').indexOf(named[2] ?? named[3] ?? '') + 1;
    return dayOfMonth(today, Number(named[1] ?? named[4]), month);
  }
  const day = Number(words.day.exec(text)?.[1]);
  // The number of a day that was spoken of needs no month beside it.
  const meant = [...(askedDate ? [askedDate] : []), ...proposedDays].find(
    (one) => Number(one.slice(8)) === day,
  );
  if (meant) return meant;
  const numbered = words.numbered.exec(text);
  if (numbered) {
    const own = weekdays[language].findIndex((name) => name.test(numbered[0])) + 1;
    return ofWeekday(
      dayOfMonth(own ? today : (asked ?? today), Number(numbered.slice(1).find(Boolean)), undefined, today),
      own || (isSeveral ? 0 : weekday),
    );
  }
  if (words.fortnight.test(text)) return later(14);
  if (words.sennight.test(text)) return later(7);
  if (words.after2.test(text)) return later(2);
  if (words.after.test(text)) return (asked ?? today.add({ days: 1 })).add({ days: 1 }).toString();
  if (weekday > 0 && !isSeveral) {
    if (asked?.dayOfWeek === weekday && !words.week.test(text)) return asked.toString();
    const ahead = ((weekday - today.dayOfWeek + 6) % 7) + 1;
    if (words.week.test(text)) return later(ahead + 7);
    if (words.next.test(text)) return undefined;
    return asked && today.until(asked).days > 7 ? undefined : later(ahead);
  }
  if (words.tomorrow.test(text)) return later(words.weekOn.test(text) ? 8 : 1);
  return words.today.test(text) ? callDate : undefined;
}

/** "Friday the fifteenth" is the month in which the fifteenth is a Friday. */
function ofWeekday(date: string | undefined, weekday: number): string | undefined {
  if (!date || weekday === 0) return date;
  const first = Temporal.PlainDate.from(date);
  return [0, 1, 2]
    .map((months) => first.add({ months }))
    .find(({ dayOfWeek }) => dayOfWeek === weekday)
    ?.toString();
}

function dayOfMonth(
  from: Temporal.PlainDate,
  day: number,
  month = from.month,
  since = from,
): string | undefined {
  if (day < 1 || day > 31) return undefined;
  let date = from.with({ month, day: 1 });
  if (day > date.daysInMonth) return undefined;
  date = date.with({ day });
  if (Temporal.PlainDate.compare(date, since) >= 0) return date.toString();
  return (
    month === from.month && from === since
      ? date.add({ months: 1 })
      : date.add({ years: month === since.month ? 0 : 1, months: month === since.month ? 1 : 0 })
  ).toString();
}
