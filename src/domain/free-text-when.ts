import type { Chrono, ParsedResult } from 'chrono-node';
import * as en from 'chrono-node/en';
import * as es from 'chrono-node/es';
import { Temporal } from 'temporal-polyfill';
import type { Draft, Reading } from './call-request.ts';
import { inAnyLanguage } from './free-text-words.ts';
import { type Language, languages } from './language.ts';

/** The date and the time that a text plainly says, as wall clock where the person is; in their own language before others. */
export function readWhen(text: string, reading: Reading): Pick<Draft, 'date' | 'time'> {
  let said = readIn(reading.language, text, reading);
  for (const other of languages.filter((language) => language !== reading.language))
    if (!said.date) said = { ...readIn(other, text, reading), ...said };
  return said;
}

/** The day it is where the person is, as YYYY-MM-DD. */
export function today({ now, timeZone }: Reading): string {
  return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

function readIn(language: Language, text: string, reading: Reading): Pick<Draft, 'date' | 'time'> {
  const now = Temporal.Instant.fromEpochMilliseconds(reading.now).toZonedDateTimeISO(reading.timeZone);
  const reference = { instant: new Date(reading.now), timezone: now.offsetNanoseconds / 60e9 };
  const { plainly, parserFor } = readers[language];
  const asked = plainly(text, now);
  const results = parserFor(asked, reading.country)
    .parse(asked, reference, { forwardDate: true })
    .filter(isPlain);
  const dated = results.find(hasDate);
  const timed = results.find((result) => hasTime(result, asked));
  const date = dated && dateOf(dated);
  const isPast = date && Temporal.PlainDate.compare(Temporal.PlainDate.from(date), now.toPlainDate()) < 0;
  return { ...(date && !isPast && { date }), ...(timed && { time: timeOf(timed) }) };
}

type Reader = {
  /** Says what the parser would take for another day, or not at all, so that it cannot be mistaken. */
  plainly: (text: string, now: Temporal.ZonedDateTime) => string;
  parserFor: (text: string, country: string | undefined) => Chrono;
};

const readers: Record<Language, Reader> = {
  en: { plainly: (text) => text, parserFor: englishParser },
  es: { plainly: spanishPlainly, parserFor: () => es.casual },
};

/** 3/12 is in March where people write the month first, and in December everywhere else. */
function englishParser(text: string, country: string | undefined): Chrono {
  const isDayFirst = country !== 'US' && /\b\d{1,2}[/.-]\d{1,2}\b/.test(text);
  return isDayFirst ? en.GB : en.casual;
}

function spanishPlainly(text: string, now: Temporal.ZonedDateTime): string {
  const today = now.toPlainDate();
  return text
    .replace(/\bpasado ma[ñn]ana\b/gi, String(today.add({ days: 2 })))
    .replace(/\besta (?:ma[ñn]ana|tarde|noche)\b/gi, String(today))
    .replace(spokenHour, (_said, hour: string, minutes?: string, part?: string) =>
      plainHour(hour, minutes, part),
    )
    .replace(/\b(?:por|de) la ma[ñn]ana\b/gi, ' ');
}

/** "a las 9 y media de la noche", "a las 21h", "sobre las 14:30". */
const spokenHour =
  /\b(?:a|sobre)\s+las?\s+(\d{1,2})([:.]\d{2}|\s+y\s+(?:media|cuarto))?(?:\s*h(?:oras)?\b)?(?:\s+(?:de|por)\s+la\s+(ma[ñn]ana|tarde|noche))?/gi;

function plainHour(hour: string, minutes = '', part?: string): string {
  const past = /media/i.test(minutes)
    ? '30'
    : /cuarto/i.test(minutes)
      ? '15'
      : minutes.replace(/\D/g, '') || '00';
  if (!part) return `a las ${hour}:${past}`;
  const isMorning = /^ma/i.test(part) ? Number(hour) < 12 : /^no/i.test(part) && Number(hour) === 12;
  return `a las ${Number(hour) % 12 || 12}:${past} ${isMorning ? 'am' : 'pm'}`;
}

/** Not a bare abbreviation ("sun", "mar") and not a length of time ("24 hours"). */
function isPlain({ text, start }: ParsedResult): boolean {
  const isAbbreviation = /^[a-z]{3,4}\.?$/i.test(text);
  return !isAbbreviation && !start.isCertain('timezoneOffset');
}

function hasDate({ start }: ParsedResult): boolean {
  return start.isCertain('day') || start.isCertain('weekday');
}

function dateOf({ start }: ParsedResult): string | undefined {
  const [year, month, day] = [start.get('year'), start.get('month'), start.get('day')];
  if (year === null || month === null || day === null) return undefined;
  return new Temporal.PlainDate(year, month, day).toString();
}

/** "after 5pm" and "until 10" bound a time without naming it; the parser takes some of these words for its own. */
const isBefore = new RegExp(`(?:${inAnyLanguage('bounds')})\\s*$`, 'i');
const isWithin = new RegExp(`(?:${inAnyLanguage('bounds')})\\b`, 'i');

/** Said so that morning and evening cannot be confused: "8pm", "20:30", "08:00", "noon", and never "at 8". */
function hasTime({ start, end, text, index }: ParsedResult, whole: string): boolean {
  const isExact = start.isCertain('meridiem') || /\b0\d[:.]\d\d|noon|midnight/i.test(text);
  const isBound = isBefore.test(whole.slice(0, index)) || isWithin.test(text);
  return start.isCertain('hour') && isExact && !end && !isBound;
}

function timeOf({ start }: ParsedResult): string {
  const two = (value: number | null) => String(value ?? 0).padStart(2, '0');
  return `${two(start.get('hour'))}:${two(start.get('minute'))}`;
}
