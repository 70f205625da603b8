import { type CountryCode, findPhoneNumbersInText, isSupportedCountry } from 'libphonenumber-js/max';
import type { Category, Draft, Reading } from './call-request.ts';
import { readWhen, today } from './free-text-when.ts';
import { inAnyLanguage, numberOfWord } from './free-text-words.ts';

/**
 * Reads what a person typed after the command, in any language of ours, into a draft of the form. By rules, and sparingly: what was not
 * plainly said stays empty, because a person corrects an empty field sooner than a wrong one.
 */
export function readFreeText(text: string, reading: Reading): { draft: Draft; isRequest: boolean } {
  const plain = unmarked(text).trim();
  const { phone, rest } = takePhone(plain, reading.country);
  const task = withoutOpening(rest);
  const details = readDetails(rest, reading);
  const isDetailed = details.category || details.partySize || details.date;
  const isSentence = rest.split(/\s+/).length >= 3;
  return {
    draft: { ...(phone && { phone }), ...(task && { task }), ...details },
    isRequest: Boolean(phone || opening.test(plain) || (isDetailed && isSentence)),
  };
}

/** More numbers than this are a list, and none of them is the one. */
const foundMax = 10;

/**
 * Reads a message that was written for people and not for Kally, at the time when it was: "tomorrow" was said then. Only what surely is
 * a phone number is taken for one; with several, the task keeps them all, because any may be meant.
 */
export function readMessage(
  text: string,
  writtenAt: number,
  reading: Reading,
): { draft: Draft; phones: string[] } {
  const plain = unmarked(text).trim();
  const found = phonesIn(plain, reading.country);
  const phones = [...new Set(found.map(({ number }) => number.formatInternational()))].slice(0, foundMax);
  const [only] = found.length === 1 ? found : [];
  const task = only ? withoutOpening(without(plain, only.startsAt, only.endsAt)) : plain;
  // From the back, so that the places of those before stay what they are.
  const bare = found.reduceRight(
    (rest, { startsAt, endsAt }) => `${rest.slice(0, startsAt)} ${rest.slice(endsAt)}`,
    plain,
  );
  const { date, ...details } = readDetails(bare, { ...reading, now: writtenAt });
  const isPast = date && date < today(reading);
  return {
    draft: {
      ...(phones[0] && { phone: phones[0] }),
      ...(task && { task }),
      ...details,
      ...(date && !isPast && { date }),
    },
    phones,
  };
}

/** What the kinds of calls ask for. */
function readDetails(text: string, reading: Reading): Omit<Draft, 'phone' | 'task'> {
  const category = categoryOf(text);
  const partySize = category === 'restaurant' ? partySizeIn(text) : undefined;
  return {
    ...(category !== 'general' && { category }),
    ...(partySize && { partySize: partySize.size }),
    ...readWhen(text.replace(partySize?.said ?? '', ' '), reading),
  };
}

/** Slack's mark-up read as the person saw it: `<tel:+15551234567|+1 555 123 4567>`, links, names. */
function unmarked(text: string): string {
  return text
    .replace(/<(?:tel|mailto|https?):([^|>]+)\|([^>]+)>/g, '$2')
    .replace(/<(?:tel|mailto):([^>]+)>/g, '$1')
    .replace(/<(https?:[^>]+)>/g, '$1')
    .replace(/<[@#!][^|>]*\|([^>]+)>/g, '$1')
    .replace(/<[@#!][^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

function phonesIn(text: string, country: string | undefined) {
  const region = country && isSupportedCountry(country) ? (country as CountryCode) : undefined;
  const found = findPhoneNumbersInText(text, region ? { defaultCountry: region } : {});
  return found.filter(({ number }) => !number.ext);
}

/** A number that cannot be called is taken too: the form says what is wrong with it. */
function takePhone(text: string, country: string | undefined): { phone?: string; rest: string } {
  const [found] = phonesIn(text, country);
  if (found)
    return { phone: found.number.formatInternational(), rest: without(text, found.startsAt, found.endsAt) };
  const other = digitGroup(text);
  if (!other) return { rest: text };
  return { phone: other.said, rest: without(text, other.at, other.at + other.said.length) };
}

function digitGroup(text: string): { said: string; at: number } | undefined {
  const long = /(?<![\w/.:-])\+?\(?\d[\d\s().-]{5,}\d(?![\w/:])/.exec(text);
  const isDate = /^\d{4}-\d\d?-\d\d?|^\d\d?[-.]\d\d?[-.]\d{2,4}/.test(long?.[0] ?? '');
  if (long && !isDate && long[0].replace(/\D/g, '').length >= 7) return { said: long[0], at: long.index };
  const short = shortNumber.exec(text);
  return short?.[1] ? { said: short[1], at: short[0].length - short[1].length } : undefined;
}

const shortNumber = new RegExp(`^(?:\\D*?(?:${inAnyLanguage('call')})\\s+)?(\\d{3,6})(?=\\s|$)`, 'i');
const leadToNumber = new RegExp(`(?:(?:^|[\\s,;]+)(?:${inAnyLanguage('at')}))*[\\s,:(]*$`, 'i');

/** With the words that led to the number: "ask at +44 … if" leaves "ask if". */
function without(text: string, start: number, end: number): string {
  const before = text.slice(0, start).replace(leadToNumber, '');
  const after = text.slice(end).replace(/^[\s)]+/, '');
  return `${before}${/^[.,;:!?]/.test(after) ? '' : ' '}${after}`.replace(/\s+/g, ' ').trim();
}

const opening = new RegExp(
  `^(?:[¿¡]?(?:${inAnyLanguage('courtesies')})[\\s,!]+)*(?:${inAnyLanguage('call')})(?=\\s|$|[,:])`,
  'i',
);
const count = `(\\d{1,3}|${inAnyLanguage('numbers')})`;
/** "para" introduces either the request or the party size. */
const connector = new RegExp(
  `^(?:(?!(?:${inAnyLanguage('countFor')})\\s+${count}\\b)(?:${inAnyLanguage('leadOn')})(?=\\s)|[,;:.!\\-–—])\\s*`,
  'i',
);

/** "call … and ask" is what the form is for; the task begins with "ask". */
function withoutOpening(text: string): string {
  let task = text.replace(opening, '').trim();
  while (connector.test(task)) task = task.replace(connector, '');
  return task.charAt(0).toUpperCase() + task.slice(1);
}

/** Tried in this order: a table in a hotel is still a table. */
const categoryWords = (
  [
    ['clinic', inAnyLanguage('clinic')],
    ['restaurant', inAnyLanguage('table')],
    ['hotel', inAnyLanguage('hotel')],
    ['restaurant', inAnyLanguage('meal')],
  ] as const
).map(([category, words]) => [category, new RegExp(`\\b(?:${words})\\b`, 'i')] as const);

function categoryOf(text: string): Category {
  return categoryWords.find(([, words]) => words.test(text))?.[0] ?? 'general';
}

const noOtherUnit = `(?!\\s*(?:[:/€$.,-]\\d|${inAnyLanguage('otherUnits')}))`;
const parties = [
  `\\b(?:${inAnyLanguage('tableFor')})\\s+${count}\\b${noOtherUnit}`,
  `\\b${count}\\s+(?:${inAnyLanguage('people')})\\b`,
  `\\b(?:${inAnyLanguage('countFor')})\\s+${count}\\b${noOtherUnit}`,
].map((pattern) => new RegExp(pattern, 'i'));

function partySizeIn(text: string): { size: string; said: string } | undefined {
  for (const party of parties) {
    const found = party.exec(text);
    if (found?.[1]) return { size: String(numberOfWord(found[1]) ?? found[1]), said: found[0] };
  }
}
