import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty'];
const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const unidades = 'cero una dos tres cuatro cinco seis siete ocho nueve diez once doce'.split(' ');
const minutos =
  'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve'.split(
    ' ',
  );

/** "Saturday, the 14th of February" */
export function englishDate(date: string): string {
  const day = new Date(`${date}T12:00:00Z`);
  const month = day.toLocaleDateString('en-GB', { month: 'long', timeZone: 'UTC' });
  return `${englishWeekday(date)}, the ${ordinal(day.getUTCDate())} of ${month}`;
}

/** "Saturday" */
export function englishWeekday(date: string): string {
  return weekday('en-GB', date);
}

/** "half past seven", as those say it who know which half of the day is meant. */
export function englishClockTime(time: string): string {
  const { hour, minute } = parts(time);
  return englishClock(hour, minute);
}

/** "half past seven in the evening" */
export function englishTime(time: string): string {
  const { hour, minute } = parts(time);
  if (minute === 0 && hour === 12) return 'noon';
  if (minute === 0 && hour === 0) return 'midnight';
  return `${englishClock(hour, minute)} ${englishPartOfDay(hour)}`;
}

/** "el sábado 14 de febrero" */
export function spanishDate(date: string): string {
  const day = new Date(`${date}T12:00:00Z`);
  const month = day.toLocaleDateString('es-ES', { month: 'long', timeZone: 'UTC' });
  return `el ${spanishWeekday(date)} ${day.getUTCDate()} de ${month}`;
}

/** "sábado" */
export function spanishWeekday(date: string): string {
  return weekday('es-ES', date);
}

/** "las ocho y media" */
export function spanishClockTime(time: string): string {
  const { hour, minute } = parts(time);
  return spanishClock(hour, minute);
}

/** "las ocho y media de la tarde" */
export function spanishTime(time: string): string {
  const { hour, minute } = parts(time);
  return `${spanishClock(hour, minute)} ${spanishPartOfDay(hour)}`;
}

/** "Saturday, February 14 at 8:00 PM" */
export function englishWritten(date: string, time: string): string {
  return written('en-US', date, time);
}

/** "sábado, 14 de febrero, 20:00" */
export function spanishWritten(date: string, time: string): string {
  return written('es-ES', date, time);
}

function weekday(locale: string, date: string): string {
  return new Date(`${date}T12:00:00Z`).toLocaleDateString(locale, { weekday: 'long', timeZone: 'UTC' });
}

function written(locale: string, date: string, time: string): string {
  const format = {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: 'UTC',
  } as const;
  return new Date(`${date}T${time}:00Z`).toLocaleString(locale, format);
}

/** "four", and digits from twenty on. */
export function englishCount(count: number): string {
  return ones[count] ?? String(count);
}

/** Of people: "cuatro", and digits from twenty-one on. */
export function spanishCount(count: number): string {
  return count <= 20 ? (minutos[count] ?? String(count)) : String(count);
}

/** The last name, letter by letter. */
export function spelled(name: string): string {
  const lastName = name.trim().split(/\s+/).at(-1) ?? name;
  return Array.from(lastName.toUpperCase()).join('-');
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A phone number in the groups its country reads it in. */
export function spokenPhone(phone: string): string {
  return parsePhoneNumberFromString(phone)?.formatInternational() ?? phone;
}

function parts(time: string): { hour: number; minute: number } {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return { hour, minute };
}

function ordinal(day: number): string {
  const endings: Record<string, string> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };
  return `${day}${endings[new Intl.PluralRules('en', { type: 'ordinal' }).select(day)]}`;
}

function englishClock(hour: number, minute: number): string {
  const name = ones[hour % 12 || 12];
  const next = ones[(hour + 1) % 12 || 12];
  if (minute === 0) return `${name} o'clock`;
  if (minute === 15) return `a quarter past ${name}`;
  if (minute === 30) return `half past ${name}`;
  if (minute === 45) return `a quarter to ${next}`;
  return `${name} ${minute < 10 ? 'oh ' : ''}${englishNumber(minute)}`;
}

function englishNumber(value: number): string {
  if (value < 20) return ones[value] ?? String(value);
  const rest = value % 10;
  return `${tens[Math.floor(value / 10)]}${rest ? `-${ones[rest]}` : ''}`;
}

function englishPartOfDay(hour: number): string {
  if (hour < 5) return 'at night';
  if (hour < 12) return 'in the morning';
  if (hour < 18) return 'in the afternoon';
  return hour < 22 ? 'in the evening' : 'at night';
}

function spanishClock(hour: number, minute: number): string {
  const article = (value: number) => (value % 12 === 1 ? 'la' : 'las');
  const name = (value: number) => `${article(value)} ${unidades[value % 12 || 12]}`;
  if (minute === 0) return `${name(hour)}`;
  if (minute === 15) return `${name(hour)} y cuarto`;
  if (minute === 30) return `${name(hour)} y media`;
  if (minute === 45) return `${name(hour + 1)} menos cuarto`;
  return minute < 30
    ? `${name(hour)} y ${minutos[minute]}`
    : `${name(hour + 1)} menos ${minutos[60 - minute]}`;
}

function spanishPartOfDay(hour: number): string {
  if (hour < 6) return 'de la madrugada';
  if (hour < 12) return 'de la mañana';
  if (hour === 12) return 'del mediodía';
  return hour < 21 ? 'de la tarde' : 'de la noche';
}
