import { systemClock } from '../../domain/clock.ts';
import type { Language } from '../../domain/language.ts';
import { countryOfTimeZone } from '../../domain/time-zone.ts';
import { createCache } from '../../store/cache.ts';
import { spanishPlaces } from './place-words.ts';

const homes: Record<Language, string> = { en: 'US', es: 'ES' };

const placesIn: Partial<Record<Language, Readonly<Record<string, string>>>> = { es: spanishPlaces };

/** The reader of a text: their language, and their time zone (IANA). */
export type Reader = { language: Language; timeZone: string };

/** An Intl formatter takes longer to make than a whole card, and holds memory that the garbage collector does not see. */
const cached = createCache<ReturnType<typeof makeFormats>>(systemClock, {
  lifetimeMs: Number.POSITIVE_INFINITY,
  capacity: 100,
});

/** Dates, times, durations and numbers as people write them in this language, where they live. */
export function formatsIn(language: Language, timeZone: string) {
  const key = `${language} ${timeZone}`;
  const formats = cached.get(key) ?? makeFormats(language, timeZone);
  cached.set(key, formats);
  return formats;
}

function makeFormats(language: Language, timeZone: string) {
  const locale = `${language}-${countryOfTimeZone(timeZone) ?? homes[language]}`;
  const numbers = (options?: Intl.NumberFormatOptions) => once(() => new Intl.NumberFormat(locale, options));
  const moments = (options: Intl.DateTimeFormatOptions) =>
    once(() => new Intl.DateTimeFormat(locale, { timeZone, ...options }));
  const units = (unit: string, unitDisplay: 'short' | 'long' = 'short') =>
    numbers({ style: 'unit', unit, unitDisplay });
  // Wall-clock strings have no zone: read and written in UTC, they stay as they are.
  const wallClock = (format: Intl.DateTimeFormat, text: string) => format.format(new Date(`${text}Z`));

  const number = numbers();
  const amount = numbers({ maximumFractionDigits: 1 });
  const plural = once(() => new Intl.PluralRules(locale));
  const day = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  const dayOfThisYear = moments(day);
  const dayOfAnotherYear = moments({ ...day, year: 'numeric' });
  const wallTime = moments({ timeStyle: 'short', timeZone: 'UTC' });
  const time = moments({ timeStyle: 'short' });
  const moment = moments({ dateStyle: 'medium', timeStyle: 'short' });
  const longDay = moments({ dateStyle: 'long', timeZone: 'UTC' });
  const weekday = moments({ weekday: 'short', timeZone: 'UTC' });
  const days = units('day', 'long');
  const [hours, minutes, seconds] = [units('hour'), units('minute'), units('second')];
  const country = once(() => new Intl.DisplayNames(locale, { type: 'region' }));

  return {
    number: (count: number) => number().format(count),
    amount: (count: number) => amount().format(count),
    /** Which of a catalogue's two plural forms. */
    plural: (count: number) => (plural().select(count) === 'one' ? 'one' : 'other'),
    /** With the year only if it is not the year of `nowMs`. */
    date(date: string, nowMs: number) {
      const isThisYear = date.startsWith(`${new Date(nowMs).getUTCFullYear()}-`);
      return wallClock((isThisYear ? dayOfThisYear : dayOfAnotherYear)(), `${date}T00:00`);
    },
    time: (text: string) => wallClock(wallTime(), `1970-01-01T${text}`),
    timeOf: (epochMs: number) => time().format(epochMs),
    moment: (epochMs: number) => moment().format(epochMs),
    /** KallyAI's periods begin at midnight in UTC, which is another day elsewhere. */
    dayInUtc: (epochMs: number) => longDay().format(epochMs),
    daysInUtc: (fromMs: number, toMs: number) => longDay().formatRange(fromMs, toMs),
    days: (count: number) => days().format(count),
    duration(lastedSeconds: number) {
      const whole = Math.round(lastedSeconds);
      const parts = [
        [hours, Math.floor(whole / 3600)],
        [minutes, Math.floor(whole / 60) % 60],
        [seconds, whole % 60],
      ] as const;
      const shown = parts.filter(([unit, count]) => count > 0 || (whole === 0 && unit === seconds));
      return shown.map(([unit, count]) => unit().format(count)).join(' ');
    },
    /** 1 is Monday. */
    weekdayOf: (day: number) => weekday().format(new Date(Date.UTC(2024, 0, day))),
    country: (code: string) => country().of(code) ?? code,
    /** `45.00 EUR`. */
    price(text: string) {
      const [, amountText = '', currency = ''] = /^(\d+(?:\.\d+)?) ([A-Z]{3})$/.exec(text) ?? [];
      if (!currency) return text;
      const trailing = { trailingZeroDisplay: 'stripIfInteger' } as const;
      return new Intl.NumberFormat(locale, { style: 'currency', currency, ...trailing }).format(
        Number(amountText),
      );
    },
    /** `Mo-Fr 09:00-18:00`, `Su off`. */
    hours(text: string, closed: string) {
      const [, days = '', from, to] =
        /^(?:([A-Z][a-z](?:-[A-Z][a-z])?) ?)?(?:(\d\d:\d\d)-(\d\d:\d\d)|off)$/.exec(text) ?? [];
      if (!days && !from) return text;
      const named = days.split('-').map((one) => {
        const at = weekdays.indexOf(one);
        return at < 0 ? one : weekday().format(new Date(Date.UTC(2024, 0, 1 + at)));
      });
      const times =
        from && to ? [from, to].map((one) => wallClock(wallTime(), `1970-01-01T${one}`)) : [closed];
      return [named.join('–'), times.join('–')].filter(Boolean).join(' ');
    },
  };
}

/** Weekdays as OpenStreetMap writes them. */
const weekdays = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Slack writes it for each reader: today, yesterday, or a date. So it stays true without an edit. For mark-up only. */
export function slackMoment(epochMs: number, fallback: string): string {
  return `<!date^${Math.floor(epochMs / 1000)}^{date_short_pretty}, {time}|${fallback}>`;
}

/** The city of a time zone: `Madrid`, `New York`, `Nueva York`. */
export function placeOfTimeZone(timeZone: string, language: Language): string {
  const place = (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
  return placesIn[language]?.[place] ?? place;
}
