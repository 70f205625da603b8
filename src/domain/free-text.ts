import type { Draft, Reading } from './call-request.ts';
import { bookingNameIn, businessNameIn } from './free-text/business.ts';
import { callTimeIn, endOfCallTime } from './free-text/call-time.ts';
import { otherTimeIn } from './free-text/other-time.ts';
import { partySizeIn } from './free-text/party.ts';
import { phoneMeant, shortNumberIn, theirPhones } from './free-text/phone-meant.ts';
import { blanked, folded, plainText } from './free-text/plain.ts';
import { readWhen } from './free-text/when.ts';
import { callLanguageIn, categoryOf, isUnwanted, isWish, opening } from './free-text/words.ts';
import { readPhone } from './phone.ts';
import { phonesIn } from './phones-in-text.ts';
import { placeZoneOf } from './place-zone.ts';
import { today } from './today.ts';

/**
 * Reads the text after the command, in any of our languages, into a draft of the form. It reads by rules, and cautiously: a value that is not
 * plainly said stays empty, because a person notices an empty field sooner than a wrong one.
 */
export function readFreeText(text: string, reading: Reading): { draft: Draft; isRequest: boolean } {
  const plain = plainText(text);
  const { phone, rest, named } = takePhone(plain, reading.country);
  const there = phone ? onClockOf(phone, reading) : reading;
  const task = withoutOpening(rest.slice(endOfCallTime(folded(rest))), named, phone !== undefined);
  const details = { ...readDetails(named, there), ...callTimeIn(folded(bareOf(named)), there) };
  const said = folded(plain);
  const isDetailed = details.category || details.partySize || details.date;
  const isSentence = rest.split(/\s+/).length >= 3;
  const isAsked = phone || opening.test(said) || isWish(folded(rest)) || isDetailed;
  return {
    draft: { ...(phone && { phone }), ...(task && { task }), ...details },
    isRequest: Boolean(!isUnwanted(said) && isAsked && (phone || opening.test(said) || isSentence)),
  };
}

/** Days and times are by the clock of the business, if its number tells the zone. */
function onClockOf(phone: string, reading: Reading): Reading {
  const read = readPhone(phone, reading.country);
  if ('fault' in read) return reading;
  const { timeZone, isOpen } = placeZoneOf(read.phone, undefined, reading.timeZone);
  return isOpen ? reading : { ...reading, placeZone: timeZone };
}

/** More numbers than this are a list, and none of them is the one. */
const foundMax = 10;

/**
 * Reads a message that was written for people, not for Kally, as of when it was written: "tomorrow" was said then. Only certain phone numbers
 * count. With several, the task keeps them all, because any may be meant.
 */
export function readMessage(
  text: string,
  writtenAt: number,
  reading: Reading,
): { draft: Draft; phones: string[] } {
  const plain = plainText(text);
  const found = theirPhones(plain, reading.country);
  const phones = [...new Set(found.flatMap(({ number }) => number?.formatInternational() ?? []))].slice(
    0,
    foundMax,
  );
  const [only] = found.length === 1 ? found : [];
  const named = found.reduce((rest, { start, end }) => blanked(rest, start, end, phoneMark), plain);
  const task = only ? withoutOpening(without(plain, only.start, only.end), named, true) : plain;
  const there = only?.number ? onClockOf(only.number.number, reading) : reading;
  const { date, ...details } = readDetails(named, { ...there, now: writtenAt });
  const isPast = date && date < today({ now: reading.now, timeZone: there.placeZone ?? there.timeZone });
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

/** Replaces a phone number in the text. */
const phoneMark = '\ue001';

/** What the kinds of calls ask for. */
function readDetails(named: string, reading: Reading): Omit<Draft, 'phone' | 'task'> {
  const bare = bareOf(named);
  const plain = folded(bare);
  const found = categoryOf(plain);
  const partySize = partySizeIn(plain, found === 'restaurant');
  const free = (partySize?.said ?? []).reduce((rest, [start, end]) => blanked(rest, start, end), plain);
  const when = readWhen(
    plain,
    withoutOtherNumbers(free),
    found === 'general' && partySize ? 'restaurant' : found,
    reading,
  );
  const ifNotPossible = when.time === undefined ? undefined : otherTimeIn(plain);
  const isTable = found === 'general' && partySize && when.time;
  const category = isTable ? 'restaurant' : found;
  const businessName = businessNameIn(named.replaceAll(/\ue001+/g, phoneMark));
  const name = bookingNameIn(bare);
  const callLanguage = callLanguageIn(folded(bare).trim().replace(opening, ''));
  return {
    ...(category !== 'general' && { category }),
    ...(callLanguage && { callLanguage }),
    ...(businessName && { businessName }),
    ...(name && { name }),
    ...(partySize && { partySize: partySize.size }),
    ...when,
    ...(ifNotPossible && { ifNotPossible }),
  };
}

function bareOf(named: string): string {
  return named.replaceAll(phoneMark, ' ').replace(/https?:\S+|\S+@\S+/g, (link) => ' '.repeat(link.length));
}

/** Digits of prices, references, rooms and ages are no day and no time. */
function withoutOtherNumbers(plain: string): string {
  const other =
    /[€$£] ?\d[\d.,]*|\b\d[\d.,]* ?(?:[€$£%]|euros?|dollars|pounds|usd|eur|gbp|pesos)|\b24\/7\b|\b(?:room|habitacion|table no|floor|dock|gate|size|suite|apt|unit|order|ref(?:erence)?|invoice|ticket|pedido|factura|numero|no\.|number|pressure|#)[ .:#]*[a-z]{0,3}\d[\w/-]*|\b\d{1,2}[- ]?(?:years?|yrs?|months?|anos|meses)(?:[- ]old)?\b|\b\d{1,3} (?:nights?|noches?|hours?|minutes?|mins?|horas|minutos)\b(?! ?(?:de la))|\b\d{5,}\b/g;
  return plain.replace(other, (said) => (/^\d{1,2} horas$/.test(said) ? said : '\ue000'.repeat(said.length)));
}

/** Also takes a number that cannot be called: the form says what is wrong with it. */
function takePhone(
  text: string,
  country: string | undefined,
): { phone?: string; rest: string; named: string } {
  const short = shortNumberIn(text);
  const found = short?.isEmergency ? undefined : phoneMeant(text, country);
  const all = phonesIn(text, country);
  const marked = all.reduce((rest, { start, end }) => blanked(rest, start, end, phoneMark), text);
  if (found?.number)
    return {
      phone: found.number.formatInternational(),
      rest: without(text, found.start, found.end),
      named: marked,
    };
  const other = short?.isEmergency ? short : all.length > 0 ? undefined : (digitGroup(text) ?? short);
  if (!other) return { rest: text, named: marked };
  return {
    phone: other.said,
    rest: without(text, other.start, other.end),
    named: blanked(marked, other.start, other.end, phoneMark),
  };
}

/** Digits that were given to be called and are no valid number here: where the text begins, behind "call", or behind a plus. */
function digitGroup(text: string): { said: string; start: number; end: number } | undefined {
  const long = /(?<![\w/.:#-])\+?\(?\d[\d ().-]{5,20}\d(?![\w/:])/.exec(text);
  if (!long) return undefined;
  const isDate = /^\d{4}-\d\d?-\d\d?|^\d\d?[-.]\d\d?[-.]\d{2,4}/.test(long[0]);
  const before = folded(text.slice(0, long.index));
  const isGiven =
    long[0].startsWith('+') ||
    /^[^a-z0-9]*$|\b(?:call|ring|phone|dial|tel|telefono|llama\w*|llame|number|numero|at|on|al)[\s.:]*$/.test(
      before,
    );
  if (isDate || !isGiven || long[0].replace(/\D/g, '').length < 7) return undefined;
  return { said: long[0], start: long.index, end: long.index + long[0].length };
}

/** How much before a number can lead to it. */
const leadMax = 60;
const leadToNumber =
  /(?:(?:^|[\s,;]+)(?:at|on|is|tel\.?|phone|number|the|their|al|en|es|tel[eé]fono|n[uú]mero|el|su))*[\s,:(📞☎]*$/iu;

/** With the words that led to the number: "ask at +44 … if" leaves "ask if". */
function without(text: string, start: number, end: number): string {
  const from = Math.max(0, start - leadMax);
  const before = text.slice(0, from) + text.slice(from, start).replace(leadToNumber, '');
  const after = text
    .slice(end)
    .replace(/^(?:["')\]]|\s)+/, '')
    .replace(/^,,+\s*/, '');
  return `${before}${/^[.,;:!?]/.test(after) ? '' : ' '}${after}`.replace(/\s+/g, ' ').trim();
}

const count =
  '(?:\\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez)';
/** "para" introduces either the request or the party size. */
const connector = new RegExp(
  `^(?:(?!(?:for|para|somos)\\s+${count}\\b)(?:and|to|then|y|para)(?=\\s)|[,;:.!\\-–—])\\s*|^(?:in spanish|in english|en espanol|en ingles)(?: (?:and|to|y)|,|$)\\s*`,
);

/**
 * "call … and ask" is what the form is for; the task begins with "ask". A business that alone was to be called goes into its own field.
 * Whom to call stays where only the task says it: "call my dentist".
 */
function withoutOpening(text: string, named: string, hasPhone: boolean): string {
  const called = opening.exec(folded(text))?.[0] ?? '';
  let task = text.slice(called.length).trim();
  const business = called && businessNameIn(named.replaceAll(/\ue001+/g, phoneMark));
  if (business && task.replace(/^the /i, '').startsWith(business)) {
    const behind = task.slice(task.indexOf(business) + business.length).trim();
    if (/^(?:and|to|y|para|,)(?:\s|$)/.test(behind)) task = behind;
  } else if (called && !hasPhone && !connector.test(folded(task))) return capitalised(text);
  for (let found = connector.exec(folded(task)); found; found = connector.exec(folded(task)))
    task = task.slice(found[0].length);
  return capitalised(task);
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
