import type { WirePerson } from '../wire.ts';

type Reader = Pick<WirePerson, 'locale' | 'tz'>;

const asDate = (ts: string): Date => new Date(Number.parseFloat(ts) * 1000);

function inZone(date: Date, reader: Reader, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(reader.locale, { timeZone: reader.tz, ...options }).format(date);
}

export function clockTime(ts: string, reader: Reader): string {
  return inZone(asDate(ts), reader, { hour: 'numeric', minute: '2-digit' });
}

/** Of Unix milliseconds. */
export function secondTime(at: number, reader: Reader): string {
  return inZone(new Date(at), reader, { timeStyle: 'medium' });
}

export function fullTime(ts: string, reader: Reader): string {
  return inZone(asDate(ts), reader, { dateStyle: 'full', timeStyle: 'medium' });
}

/** `YYYY-MM-DD` in the reader's zone: equal for messages of one day. */
export function dayOf(ts: string, reader: Reader): string {
  return calendarDay(asDate(ts), reader);
}

function calendarDay(date: Date, reader: Reader): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: reader.tz }).format(date);
}

/** Of `YYYY-MM-DD`: the browser's own date field speaks the browser's language, whoever looks. */
export function dateInWords(date: string, { locale }: Pick<Reader, 'locale'>): string {
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...LONG_DATE }).format(new Date(date));
}

export function dayLabel(ts: string, reader: Reader): string {
  return relativeDay(asDate(ts), reader) ?? inZone(asDate(ts), reader, LONG_DATE);
}

function relativeDay(date: Date, reader: Reader): string | undefined {
  const day = calendarDay(date, reader);
  const offset = [-1, 0, 1].find(
    (days) => day === calendarDay(new Date(Date.now() + days * 86_400_000), reader),
  );
  if (offset === undefined) return undefined;
  const word = new Intl.RelativeTimeFormat(reader.locale, { numeric: 'auto' }).format(offset, 'day');
  return word.charAt(0).toLocaleUpperCase(reader.locale) + word.slice(1);
}

const SHORT_DATE = { year: 'numeric', month: 'short', day: 'numeric' } as const;
const PLAIN_DATE = { year: 'numeric', month: 'long', day: 'numeric' } as const;
const LONG_DATE = { weekday: 'long', ...PLAIN_DATE } as const;

/** The tokens of Slack's `<!date^…^format|fallback>`. */
export function slackDate(unixSeconds: string, format: string, reader: Reader): string {
  const date = asDate(unixSeconds);
  const relative = relativeDay(date, reader);
  const tokens: Record<string, string> = {
    date_num: calendarDay(date, reader),
    date: inZone(date, reader, PLAIN_DATE),
    date_short: inZone(date, reader, SHORT_DATE),
    date_long: inZone(date, reader, LONG_DATE),
    date_pretty: relative ?? inZone(date, reader, PLAIN_DATE),
    date_short_pretty: relative ?? inZone(date, reader, SHORT_DATE),
    date_long_pretty: relative ?? inZone(date, reader, LONG_DATE),
    time: inZone(date, reader, { timeStyle: 'short' }),
    time_secs: inZone(date, reader, { timeStyle: 'medium' }),
    ago: ago(unixSeconds, reader.locale),
  };
  return format.replace(/\{(\w+)\}/g, (whole, token: string) => tokens[token] ?? whole);
}

export function ago(ts: string, locale: string): string {
  const minutes = Math.round((Number.parseFloat(ts) * 1000 - Date.now()) / 60_000);
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  if (minutes === 0) return words.format(0, 'second');
  if (Math.abs(minutes) < 60) return words.format(minutes, 'minute');
  if (Math.abs(minutes) < 1440) return words.format(Math.round(minutes / 60), 'hour');
  return words.format(Math.round(minutes / 1440), 'day');
}

export function fileSize(bytes: number): string {
  return bytes < 1024 ? `${bytes} B` : `${(bytes / 1024).toFixed(bytes < 10_240 ? 1 : 0)} kB`;
}

export function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return (words[0]?.[0] ?? '?') + (words.length > 1 ? (words.at(-1)?.[0] ?? '') : '');
}

/** A stable hue for a person's drawn avatar. */
export function hueOf(id: string): number {
  const sum = id.split('').reduce((total, letter) => (total * 31 + letter.charCodeAt(0)) % 1_000_003, 0);
  // The golden angle keeps ids that differ by one far apart.
  return Math.round((sum * 137.508) % 360);
}

/** Where there is little room. */
export const languageCode = (locale: string): string => new Intl.Locale(locale).language.toUpperCase();

/** A locale's language, in English. */
export const languageOf = (locale: string): string =>
  new Intl.DisplayNames('en', { type: 'language' }).of(new Intl.Locale(locale).language) ?? locale;
