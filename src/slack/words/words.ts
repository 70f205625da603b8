import type { Language } from '../../domain/call-request.ts';
import { countryOfTimeZone } from '../../domain/time-zone.ts';
import { en, type Words } from './en.ts';
import { es } from './es.ts';

const catalogue: Record<Language, Words> = { en, es };
const homes: Record<Language, string> = { en: 'US', es: 'ES' };

/** For whom something is written: their language, and the zone (IANA) whose clock they read. */
export type Reader = { language: Language; timeZone: string };

export function wordsIn(language: Language): Words {
  return catalogue[language];
}

/** Dates, times, durations and numbers as people write them in this language, where they live. */
export function formatsIn(language: Language, timeZone: string) {
  const locale = `${language}-${countryOfTimeZone(timeZone) ?? homes[language]}`;
  const unit = (name: string, count: number) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' }).format(count);
  // Wall-clock strings are the person's own: read and written in UTC, they stay as they are.
  const wallClock = (text: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(new Date(`${text}Z`));
  return {
    number: (count: number) => new Intl.NumberFormat(locale).format(count),
    amount: (count: number) => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(count),
    percent: (share: number) => new Intl.NumberFormat(locale, { style: 'percent' }).format(share),
    /** Which of a catalogue's two forms. */
    plural: (count: number) => (new Intl.PluralRules(locale).select(count) === 'one' ? 'one' : 'other'),
    /** With the year only when it is not the one of `nowMs`. */
    date: (date: string, nowMs: number) =>
      wallClock(`${date}T00:00`, {
        weekday: 'long',
        day: 'numeric',
        month: 'long',
        ...(date.startsWith(`${new Date(nowMs).getUTCFullYear()}-`) ? {} : { year: 'numeric' }),
      }),
    time: (time: string) => wallClock(`1970-01-01T${time}`, { timeStyle: 'short' }),
    timeOf: (epochMs: number) =>
      new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone }).format(epochMs),
    moment: (epochMs: number) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(epochMs),
    /** KallyAI's periods begin at midnight in UTC, which is another day elsewhere. */
    dayInUtc: (epochMs: number) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(epochMs),
    daysInUtc: (fromMs: number, toMs: number) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).formatRange(fromMs, toMs),
    days: (count: number) =>
      new Intl.NumberFormat(locale, { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(count),
    duration(seconds: number) {
      const whole = Math.round(seconds);
      const parts = [
        ['hour', Math.floor(whole / 3600)],
        ['minute', Math.floor(whole / 60) % 60],
        ['second', whole % 60],
      ] as const;
      const shown = parts.filter(([name, count]) => count > 0 || (whole === 0 && name === 'second'));
      return shown.map(([name, count]) => unit(name, count)).join(' ');
    },
    country: (code: string) => new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code,
  };
}

/** The place by which people know a time zone: `Madrid`, `New York`. */
export function placeOfTimeZone(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
}
