import { describe, expect, test } from 'vitest';
import type { Draft, Reading } from '../../src/domain/call-request.ts';
import { readFreeText, readMessage } from '../../src/domain/free-text.ts';
import type { Language } from '../../src/domain/language.ts';
import { readPhone } from '../../src/domain/phone.ts';

/** A Wednesday, by day everywhere. */
const now = Date.parse('2026-12-02T15:00:00Z');
const zones: Record<string, string> = {
  US: 'America/New_York',
  CA: 'America/Toronto',
  GB: 'Europe/London',
  IE: 'Europe/Dublin',
  ES: 'Europe/Madrid',
  MX: 'America/Mexico_City',
  AR: 'America/Argentina/Buenos_Aires',
};
const readingIn = (country: string, language: Language): Reading => ({
  now,
  timeZone: zones[country] ?? 'UTC',
  country,
  language,
});

type Fields = Pick<
  Draft,
  | 'when'
  | 'callDate'
  | 'callTime'
  | 'phone'
  | 'date'
  | 'time'
  | 'partySize'
  | 'businessName'
  | 'callLanguage'
  | 'name'
>;
/** Each row has all that is to be read of these fields; what is not there must stay empty. */
type Row = [country: string, text: string, fields: Fields, isRequest?: boolean];

const phone = (number: string) => ({ phone: number });
const date = (day: string) => ({ date: `2026-12-${day}` });
const time = (hour: string) => ({ time: hour });
const party = (size: number) => ({ partySize: String(size) });

function check(language: Language, rows: Row[]) {
  test.each(rows)('%s: %s', (country, text, fields, isRequest = true) => {
    const reading = readingIn(country, language);
    const { draft, isRequest: isAsked } = readFreeText(text, reading);
    const { task: _task, category: _category, phone: said, ...rest } = draft;
    const read = said ? readPhone(said, country) : {};
    expect({ ...rest, ...('phone' in read && read), isRequest: isAsked }).toEqual({ ...fields, isRequest });
  });
}

describe('Numbers of phones', () => {
  check('en', [
    ['US', 'call (415) 555-0101 and ask about parking', phone('+14155550101')],
    ['US', 'call 415.555.0101 ask whether they ship', phone('+14155550101')],
    ['US', 'ring +44 20 7946 0958 and ask for the manager', phone('+442079460958')],
    [
      'US',
      '+49 30 123456 2 people tomorrow at 8pm, table',
      { ...phone('+4930123456'), ...party(2), ...date('03'), ...time('20:00') },
    ],
    ['US', '+49 30 123456 - 2 people', { ...phone('+4930123456'), ...party(2) }],
    ['US', '+43 1 58858 4 people please, table', { ...phone('+43158858'), ...party(4) }],
    ['US', '+39 06 698212 4 people, a table', { ...phone('+3906698212'), ...party(4) }],
    [
      'US',
      '+1 415 555 0101 2 people tomorrow at 8pm table',
      { ...phone('+14155550101'), ...party(2), ...date('03'), ...time('20:00') },
    ],
    [
      'US',
      '+49 30 123456 7pm tomorrow, a table for two',
      { ...phone('+4930123456'), ...party(2), ...date('03'), ...time('19:00') },
    ],
    ['GB', '(+44) 020 7946 0958 are they open today?', { ...phone('+442079460958'), ...date('02') }],
    ['US', '+48 (0) 22 512 1234 ask for a catalogue', phone('+48225121234')],
    ['US', '\u202d+1 415 555 0101\u202c ask if they are hiring', phone('+14155550101')],
    ['US', '+1\u202f415\u00a0555\u202f0101 ask if they are hiring', phone('+14155550101')],
    ['US', '4️⃣1️⃣5️⃣5️⃣5️⃣5️⃣0️⃣1️⃣0️⃣1️⃣ ask if they are hiring', phone('+14155550101')],
    ['US', 'https://wa.me/14155550101 ask if they are open', phone('+14155550101')],
    ['US', '<https://wa.me/14155550101|chat> ask if they are open', phone('+14155550101')],
    ['US', '<tel:+14155550101|(415) 555-0101> ask if they are open', phone('+14155550101')],
    ['US', 'tel:+1-415-555-0101 ask if they are open', phone('+14155550101')],
    ['US', '*+1 415 555 0101* ask if they are open', phone('+14155550101')],
    ['US', '1-800-FLOWERS ask for a dozen roses', phone('+18003569377')],
    ['US', 'call 877-222-VETS (8387) and ask for the form', phone('+18772228387')],
    ['US', 'call 415-555-0101 ext 12 and ask for the invoice', phone('+14155550101')],
    ['US', 'dial +1 646 558 8656,,820445398# and say I am late', phone('+16465588656')],
    ['US', 'call 415-555-0101 about order 2026111810', phone('+14155550101')],
    ['US', 'ask where order 4155550101 is', {}],
    ['US', 'ref 2026111810 delivered to dock 4', {}, false],
    ['US', 'call 415-555-0101, if nobody picks up try 415-555-0123', phone('+14155550101')],
    ['US', 'call 415-555-0101 or 415-555-0123 and ask for a quote', {}],
    ['US', 'call 415-555-0101, sorry, 415-555-0123 and ask for a quote', phone('+14155550123')],
    ['US', 'call 415-555-0101 and have them call me back on 415-555-0199', phone('+14155550101')],
    ['US', 'get me a haircut appointment, my number is 415-555-0199', {}],
  ]);
  check('es', [
    ['ES', 'llama al 910 000 001 y pregunta si tienen terraza', phone('+34910000001')],
    ['ES', '0034 910 00 00 01 preguntar por el menú', phone('+34910000001')],
    ['ES', 'Tel. 910 000 001: ¿tienen aparcamiento?', phone('+34910000001')],
    ['ES', 'llama al 910 000 001 y que me llamen al 612 345 678', phone('+34910000001')],
    ['ES', 'llama al 910 000 001 y si no contestan al 910 000 002', phone('+34910000001')],
    ['ES', 'llama al 910 000 001, perdón, al 910 000 002', phone('+34910000002')],
    ['ES', 'el pedido 910000001 no ha llegado', {}, false],
    ['MX', 'cancela mi cita del 7 de diciembre, folio 5512345678', date('07')],
    ['MX', 'desayuno para 2 mañana cuarto para las 9', { ...party(2), ...date('03'), ...time('08:45') }],
    ['MX', 'márcale al 55 5000 1234 y pregunta si abren hoy', { ...phone('+525550001234'), ...date('02') }],
    ['AR', 'llamá al 011 4000-1234 y preguntá si hacen envíos', phone('+541140001234')],
  ]);
});

describe('Days', () => {
  check('en', [
    ['US', 'table for 2 on Friday the 18th at 8pm', { ...party(2), ...date('18'), ...time('20:00') }],
    [
      'GB',
      'table for 2 on Friday the 18th of December at 7pm',
      { ...party(2), ...date('18'), ...time('19:00') },
    ],
    ['GB', 'table for two Fri 18 Dec 7.30pm', { ...party(2), ...date('18'), ...time('19:30') }],
    ['GB', 'book a table for 3 on the 12th at noon', { ...party(3), ...date('12'), ...time('12:00') }],
    ['US', 'book a table for 3 on 12/10', { ...party(3), ...date('10') }],
    ['GB', 'book a table for 3 on 10/12', { ...party(3), ...date('10') }],
    ['CA', 'book a table for 3 on 12/10', party(3)],
    ['CA', 'book a table for 3 on 12/20', { ...party(3), ...date('20') }],
    ['US', 'book a table for 3 on 2026-12-09', { ...party(3), ...date('09') }],
    ['IE', 'dinner for two Friday week at 8', { ...party(2), ...date('11'), ...time('20:00') }],
    ['IE', 'dinner for two a week on Friday at 8pm', { ...party(2), ...date('11'), ...time('20:00') }],
    ['GB', 'dentist appointment next Tuesday at 10', { ...date('08'), ...time('10:00') }],
    ['GB', 'dentist appointment next Friday at 10', time('10:00')],
    ['GB', 'dentist appointment this Friday at 10', { ...date('04'), ...time('10:00') }],
    ['GB', 'dentist appointment the day after tomorrow', date('04')],
    ['GB', 'book the dentist in 3 days', date('05')],
    ['GB', 'book a table for the first Friday of January', {}],
    ['GB', 'book a table for 2 this weekend', party(2)],
    ['GB', 'a table for 2, Friday or Saturday', party(2)],
    ['GB', 'a table for 2, not on Friday, on Saturday at 8pm', { ...party(2), ...time('20:00') }],
    ['GB', 'get me a dentist appointment before Friday', {}],
    ['GB', 'a dentist appointment any day next week except Monday', {}],
    [
      'GB',
      'a table for 2 on Friday, no wait, Saturday at 8pm',
      { ...party(2), ...date('05'), ...time('20:00') },
    ],
    ['GB', 'a table for 2 this evening at 7pm', { ...party(2), ...date('02'), ...time('19:00') }],
    ['US', 'ask the hotel on 415-555-0101 if reception is open 24/7', phone('+14155550101')],
    ['US', 'call 415-555-0101 and ask if 1/2 portions exist', phone('+14155550101')],
    ['GB', 'tell reception room 12/3 heating is broken', {}, false],
    ['GB', 'book a double room from 12 to 15 December', date('12')],
  ]);
  check('es', [
    ['ES', 'mesa para 2 pasado mañana a las 21h', { ...party(2), ...date('04'), ...time('21:00') }],
    ['ES', 'mesa para 2 el 10/12 a las 20h30', { ...party(2), ...date('10'), ...time('20:30') }],
    ['ES', 'mesa para 2 hoy por la noche', { ...party(2), ...date('02') }],
    ['ES', 'mesa para 2 el viernes 18 a las 14:30', { ...party(2), ...date('18'), ...time('14:30') }],
    [
      'MX',
      'mesa para 2 de hoy en ocho a las 2 de la tarde',
      { ...party(2), ...date('09'), ...time('14:00') },
    ],
    ['MX', 'mesa para 2 de hoy en quince', { ...party(2), ...date('16') }],
    ['ES', 'mesa para 2 el finde', party(2)],
    ['ES', 'mesa para 2, el viernes no, el sábado', party(2)],
    ['ES', 'mesa para 2 mañana por la mañana', { ...party(2), ...date('03') }],
    ['AR', 'reservá una mesa para 4 el sábado 21 hs', { ...party(4), ...date('05'), ...time('21:00') }],
  ]);
});

describe('Times', () => {
  check('en', [
    ['GB', 'dinner for 2 tomorrow at half past seven', { ...party(2), ...date('03'), ...time('19:30') }],
    ['GB', 'dinner for 2 tomorrow at half eight', { ...party(2), ...date('03'), ...time('20:30') }],
    ['GB', 'breakfast for 2 tomorrow at 8', { ...party(2), ...date('03'), ...time('08:00') }],
    ['US', 'table for 3 tonight at 9', { ...party(3), ...date('02'), ...time('21:00') }],
    ['US', 'table for 3 tomorrow between 7 and 8pm', { ...party(3), ...date('03') }],
    ['US', 'table for 3 tomorrow 7-8pm', { ...party(3), ...date('03') }],
    ['US', 'table for 3 tomorrow at 7 or 8pm', { ...party(3), ...date('03') }],
    ['US', 'table for 3 tomorrow after 5pm', { ...party(3), ...date('03') }],
    ['US', 'table for 3 tomorrow 7ish in the evening', { ...party(3), ...date('03'), ...time('19:00') }],
    ['US', 'dentist tomorrow quarter to ten', { ...date('03'), ...time('09:45') }],
    ['US', 'table for 2 tomorrow at midnight', { ...party(2), ...date('03') }],
    [
      'US',
      'call 415-555-0101 at 5pm and ask if my car is ready',
      { ...phone('+14155550101'), when: 'at', callDate: '2026-12-02', callTime: '17:00' },
    ],
    ['US', 'table for 2 tomorrow at 7pm, sorry, 8pm', { ...party(2), ...date('03'), ...time('20:00') }],
  ]);
  check('es', [
    ['ES', 'cena para 4 mañana a las 8 y media', { ...party(4), ...date('03'), ...time('20:30') }],
    ['ES', 'cena para 4 mañana a las nueve menos cuarto', { ...party(4), ...date('03'), ...time('20:45') }],
    ['ES', 'mesa para 4 mañana de 20:00 a 22:00', { ...party(4), ...date('03') }],
    ['ES', 'comida para 4 mañana a las 2', { ...party(4), ...date('03'), ...time('14:00') }],
    ['ES', 'mesa para 4 mañana a partir de las 21:00', { ...party(4), ...date('03') }],
    ['MX', 'cita con el dentista mañana a las 10 de la mañana', { ...date('03'), ...time('10:00') }],
  ]);
});

describe('How many come', () => {
  check('en', [
    ['US', 'table for 2 adults and 3 kids tomorrow at 8pm', { ...party(5), ...date('03'), ...time('20:00') }],
    ['US', 'a table for two adults and two children', party(4)],
    ['US', 'a table for 4 adults, 2 children and a baby', party(7)],
    ['US', 'a table for two or three', {}],
    ['US', 'a table for 4 or 5 people', {}],
    ['US', 'a table for 2-3 people', {}],
    ['US', 'a table for 2/3 people', {}],
    ['US', 'dinner for less than 40 people', {}],
    ['US', 'a table for 6 plus a baby', party(7)],
    ['US', 'a table, party of six', party(6)],
    ['US', 'a table for 4, no, 5 people', party(5)],
  ]);
  check('es', [
    ['ES', 'mesa para 10 o 12', {}],
    ['ES', 'una mesa, somos cuatro', party(4)],
    ['ES', 'mesa para 4 personas y un bebé', party(5)],
    ['ES', 'mesa para 2 adultos y 2 niños', party(4)],
  ]);
});

describe('Names and languages', () => {
  check('en', [
    [
      'US',
      "call Luigi's and book a table for 2 on Sunday at 8pm",
      { businessName: "Luigi's", ...party(2), ...date('06'), ...time('20:00') },
    ],
    [
      'US',
      'Can you call +1 415 555 0101 in Spanish and book a table for 3 tonight at 9',
      { ...phone('+14155550101'), callLanguage: 'es', ...party(3), ...date('02'), ...time('21:00') },
    ],
    [
      'US',
      'dinner for two at Nobu tomorrow, under Torres',
      { businessName: 'Nobu', name: 'Torres', ...party(2), ...date('03') },
    ],
    ['US', 'call 415-555-0101 and ask if the menu is in Spanish', phone('+14155550101')],
  ]);
});

describe('No request', () => {
  check('en', [
    ['US', 'thanks!', {}, false],
    ['US', 'thank you, that was great', {}, false],
    ['US', 'hello', {}, false],
    ['US', "don't call them", {}, false],
    ['US', 'usage', {}, false],
  ]);
  check('es', [
    ['ES', '¡gracias!', {}, false],
    ['ES', 'hola', {}, false],
    ['ES', 'no llames todavía', {}, false],
  ]);
});

test.each([
  'call 911, there is a fire',
  'call 911!',
  'call 911.',
  'call (911)',
  'call 9-1-1',
  'call 9 1 1',
  'dial 999, fire!',
  'please call nine one one',
  'there is a fire, call 911',
  '911 there is a fire',
  'call *911* now',
  '<tel:911|911>',
  'llama al 112, hay un incendio',
  'llame al 016, por favor',
  'hay un incendio, llama al 112',
  'llama al ciento doce',
  'call 911 34 year-old man collapsed',
  'ring 999 please',
  'call ９１１',
])('an emergency number is the one that was to be called: %s', (text) => {
  const { draft, isRequest } = readFreeText(text, readingIn('US', 'en'));
  expect(readPhone(draft.phone ?? '', 'US')).toEqual({ fault: 'phone_emergency' });
  expect(isRequest).toBe(true);
});

test.each([
  ['ES', '\u202a+34 910 00 00 01\u202c', '+34910000001'],
  ['US', '\u2068+1 415 555 0101\u2069', '+14155550101'],
  ['US', '\ufeff+1\u202f415\u202f555\u202f0101', '+14155550101'],
  ['US', '(+44) 020 7946 0958', '+442079460958'],
  ['US', '877-222-VETS (8387)', '+18772228387'],
  ['ES', 'Tel. 910 000 001', '+34910000001'],
  ['ES', '📞 910 000 001', '+34910000001'],
  ['US', 'https://wa.me/14155550101', '+14155550101'],
  ['US', '+48 (0) 22 512 1234', '+48225121234'],
])('the form in %s reads %s', (country, text, expected) => {
  expect(readPhone(text, country)).toEqual({ phone: expected });
});

test.each([
  ['ES', '910 000 001 / 910 000 002', 'phone_two'],
  ['ES', '910 000 001 o el 910 000 002', 'phone_two'],
  ['US', '415 555 0101 or 415 555 0102', 'phone_two'],
  ['US', '+1 415 555 0101 ext 12', 'phone_extension'],
  ['US', '415 555 0101 x12', 'phone_extension'],
  ['US', '(415) 555-0101 (ext. 12)', 'phone_extension'],
  ['US', '+14155550101;ext=12', 'phone_extension'],
  ['US', '+1 646 558 8656,,820445398#', 'phone_extension'],
  ['ES', '910 000 001 extensión nº 5', 'phone_extension'],
  ['US', '415 555 0101 / 911', 'phone_unreadable'],
  ['US', '415 555 0101 / 0102', 'phone_unreadable'],
  ['US', '415 555 0101 ask for Ana', 'phone_unreadable'],
])('the form in %s says of %s: %s', (country, text, fault) => {
  expect(readPhone(text, country)).toEqual({ fault });
});

test.each([
  ['en', 'call my dentist and ask for an appointment', 'Call my dentist and ask for an appointment'],
  ['en', 'call the plumber about the leak', 'Call the plumber about the leak'],
  ['en', 'call and ask for the opening hours', 'Ask for the opening hours'],
  [
    'en',
    'call the dentist on 415 555 0101 and ask for an appointment',
    'The dentist and ask for an appointment',
  ],
  ['es', 'llama a mi dentista y pide cita', 'Llama a mi dentista y pide cita'],
  ['es', 'llama y pregunta el horario', 'Pregunta el horario'],
] as const)('whom to call stays in the task where nothing else says it: %s, %s', (language, text, task) => {
  expect(readFreeText(text, readingIn('US', language)).draft.task).toBe(task);
});

test.each([
  ['Luigi +1 415-555-0101 ext 12 – ask for Maria', ['+1 415 555 0101'], 'Luigi ext 12 – ask for Maria'],
  ['Dial-in: +1 646 558 8656,,820445398#', ['+1 646 558 8656'], 'Dial-in 820445398#'],
  ['tel +34 910 000 001 ext. 204', ['+34 910 00 00 01'], 'Ext. 204'],
  ['ref 2026111810 delivered to dock 4', [], 'ref 2026111810 delivered to dock 4'],
  ['Purchase order 4155550199 is late', [], 'Purchase order 4155550199 is late'],
  ['Job number: 4155550199', [], 'Job number: 4155550199'],
  ['Patient 4155550199', [], 'Patient 4155550199'],
  ['Bookings: 415 555 0199', ['+1 415 555 0199'], 'Bookings'],
  ['Reservation 415-555-0199', ['+1 415 555 0199'], 'Reservation'],
] as const)('in a message, only the number is read as one: %s', (text, phones, task) => {
  const read = readMessage(text, 0, readingIn('US', 'en'));
  expect(read.phones).toEqual(phones);
  expect(read.draft.task).toBe(task);
});
