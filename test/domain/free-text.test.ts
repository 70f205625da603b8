import { describe, expect, test } from 'vitest';
import type { Draft, Reading } from '../../src/domain/call-request.ts';
import { readFreeText } from '../../src/domain/free-text.ts';

const now = Date.parse('2026-11-22T10:00:00Z'); // a Sunday
const inNewYork: Reading = { now, timeZone: 'America/New_York', country: 'US', language: 'en' };
const inLondon: Reading = { now, timeZone: 'Europe/London', country: 'GB', language: 'en' };
const inMadrid: Reading = { now, timeZone: 'Europe/Madrid', country: 'ES', language: 'es' };
const nowhere: Reading = { now, timeZone: 'UTC', country: undefined, language: 'en' };

type Row = [text: string, draft: Draft, isRequest?: boolean];

function check(reading: Reading, rows: Row[]) {
  test.each(rows)('%s', (text, draft, isRequest = true) => {
    expect(readFreeText(text, reading)).toEqual({ draft, isRequest });
  });
}

describe('English, New York', () => {
  check(inNewYork, [
    ['', {}, false],
    ['frobnicate', { task: 'Frobnicate' }, false],
    ['history', { task: 'History' }, false],
    ['+44 20 7946 0958', { phone: '+44 20 7946 0958' }],
    [
      '+44 20 7946 0958 ask if they repair bikes',
      { phone: '+44 20 7946 0958', task: 'Ask if they repair bikes' },
    ],
    ['+1 555 123 4567 ask about store hours', { phone: '+1 555 123 4567', task: 'Ask about store hours' }],
    [
      'call <tel:+14155550123|(415) 555-0123> and book a table for two tomorrow at 8pm',
      {
        phone: '+1 415 555 0123',
        task: 'Book a table for two tomorrow at 8pm',
        category: 'restaurant',
        partySize: '2',
        date: '2026-11-23',
        time: '20:00',
      },
    ],
    [
      'Hey, could you please call 415-555-0123 and ask about store hours',
      { phone: '+1 415 555 0123', task: 'Ask about store hours' },
    ],
    [
      'ask whether the sun terrace is open at +1 415 555 0123',
      { phone: '+1 415 555 0123', task: 'Ask whether the sun terrace is open' },
    ],
    [
      'ask if they are open 24 hours at 415-555-0123',
      { phone: '+1 415 555 0123', task: 'Ask if they are open 24 hours' },
    ],
    [
      'reserve a table for 4 on Friday at 7:30pm',
      {
        task: 'Reserve a table for 4 on Friday at 7:30pm',
        category: 'restaurant',
        partySize: '4',
        date: '2026-11-27',
        time: '19:30',
      },
    ],
    [
      'table for 80 today',
      { task: 'Table for 80 today', category: 'restaurant', partySize: '80', date: '2026-11-22' },
    ],
    [
      'book dinner for 6 after 8pm',
      { task: 'Book dinner for 6 after 8pm', category: 'restaurant', partySize: '6' },
    ],
    [
      'book a table for 2 at noon tomorrow',
      {
        task: 'Book a table for 2 at noon tomorrow',
        category: 'restaurant',
        partySize: '2',
        date: '2026-11-23',
        time: '12:00',
      },
    ],
    [
      'table for 2 at Hotel Ritz today at 8',
      {
        task: 'Table for 2 at Hotel Ritz today at 8',
        businessName: 'Hotel Ritz',
        category: 'restaurant',
        partySize: '2',
        date: '2026-11-22',
      },
    ],
    [
      'book a dentist appointment on Nov 27 at 08:00',
      {
        task: 'Book a dentist appointment on Nov 27 at 08:00',
        category: 'clinic',
        date: '2026-11-27',
        time: '08:00',
      },
    ],
    [
      'ask if they have a room for 2 nights',
      { task: 'Ask if they have a room for 2 nights', category: 'hotel' },
    ],
    [
      'table on 3/12 for 2',
      { task: 'Table on 3/12 for 2', category: 'restaurant', partySize: '2', date: '2027-03-12' },
    ],
    ['call 911 there is a fire', { phone: '911', task: 'There is a fire' }],
    ['please call <@U0LUIS|luis> &amp; ask', { task: 'Please call luis & ask' }],
    ['for 4 nights', { task: 'For 4 nights' }, false],
  ]);
});

describe('English, London', () => {
  check(inLondon, [
    [
      '020 7946 0958 ask if they repair bikes',
      { phone: '+44 20 7946 0958', task: 'Ask if they repair bikes' },
    ],
    [
      'table for two on 3/12 at 20:00',
      {
        task: 'Table for two on 3/12 at 20:00',
        category: 'restaurant',
        partySize: '2',
        date: '2026-12-03',
        time: '20:00',
      },
    ],
    [
      'table on Nov 27 for 3',
      { task: 'Table on Nov 27 for 3', category: 'restaurant', partySize: '3', date: '2026-11-27' },
    ],
    [
      'mesa para 2 mañana',
      { task: 'Mesa para 2 mañana', category: 'restaurant', partySize: '2', date: '2026-11-23' },
    ],
  ]);
});

describe('Spanish, Madrid', () => {
  check(inMadrid, [
    [
      'llama al 912 34 56 78 y pregunta si arreglan bicis',
      { phone: '+34 912 34 56 78', task: 'Pregunta si arreglan bicis' },
    ],
    ['llama al 112', { phone: '112' }],
    [
      'mesa para dos mañana a las 9 de la noche',
      {
        task: 'Mesa para dos mañana a las 9 de la noche',
        category: 'restaurant',
        partySize: '2',
        date: '2026-11-23',
        time: '21:00',
      },
    ],
    [
      'reserva mesa para 4 personas el viernes a las 21h',
      {
        task: 'Reserva mesa para 4 personas el viernes a las 21h',
        category: 'restaurant',
        partySize: '4',
        date: '2026-11-27',
        time: '21:00',
      },
    ],
    [
      'mesa el 27/11 a las 9 y media de la noche para tres',
      {
        task: 'Mesa el 27/11 a las 9 y media de la noche para tres',
        category: 'restaurant',
        partySize: '3',
        date: '2026-11-27',
        time: '21:30',
      },
    ],
    [
      'cena esta noche a las 21:30 para cuatro',
      {
        task: 'Cena esta noche a las 21:30 para cuatro',
        category: 'restaurant',
        partySize: '4',
        date: '2026-11-22',
        time: '21:30',
      },
    ],
    [
      'cena para 6 a las 9',
      { task: 'Cena para 6 a las 9', category: 'restaurant', partySize: '6', time: '21:00' },
    ],
    [
      'pide cita con el dentista pasado mañana a las 10 de la mañana',
      {
        task: 'Pide cita con el dentista pasado mañana a las 10 de la mañana',
        category: 'clinic',
        date: '2026-11-24',
        time: '10:00',
      },
    ],
    [
      'habitación para 2 noches el 27 de noviembre con vistas al mar',
      {
        task: 'Habitación para 2 noches el 27 de noviembre con vistas al mar',
        category: 'hotel',
        date: '2026-11-27',
      },
    ],
    [
      'book a table for 2 tomorrow at 8pm',
      {
        task: 'Book a table for 2 tomorrow at 8pm',
        category: 'restaurant',
        partySize: '2',
        date: '2026-11-23',
        time: '20:00',
      },
    ],
    ['para 4 noches', { task: 'Para 4 noches' }, false],
  ]);
});

test('a number of an unknown country is taken as typed', () => {
  const { draft } = readFreeText('call 912 34 56 78 to ask for the menu', nowhere);
  expect(draft).toEqual({ phone: '912 34 56 78', task: 'Ask for the menu' });
});

describe('what may be taken if that is not possible', () => {
  test.each([
    ['table for 2 tomorrow at 8pm, give or take half an hour', inLondon, '20:00', 'within_30'],
    ['table for 2 tomorrow at 8pm ±30 min', inLondon, '20:00', 'within_30'],
    [
      'dentist appointment tomorrow at 10am, an hour earlier or later is fine',
      inLondon,
      '10:00',
      'within_60',
    ],
    ['table for 2 tomorrow at 8pm or any other time that day', inLondon, '20:00', 'same_day'],
    ['mesa para 4 mañana a las 21:30, media hora arriba o abajo', inMadrid, '21:30', 'within_30'],
    ['mesa para 4 mañana a las 21:30, una hora antes o después', inMadrid, '21:30', 'within_60'],
    ['mesa para 4 mañana a las 21:30 o a cualquier hora de ese día', inMadrid, '21:30', 'same_day'],
    // Each choice of the form also allows an earlier time, which nobody asked for.
    ['table for 2 tomorrow at 8pm or any time after 8', inLondon, '20:00', undefined],
    ['table for 2 tomorrow any time after 8', inLondon, undefined, undefined],
    ['table for 2 tomorrow between 8 and 9', inLondon, undefined, undefined],
    ['mesa para 4 mañana a partir de las 8', inMadrid, undefined, undefined],
    ['mesa para 4 mañana entre las 8 y las 9', inMadrid, undefined, undefined],
    // Two of them, or none beside a time.
    ['table at 8pm, give or take an hour, or any time that day', inLondon, '20:00', undefined],
    ['ask for a table for 2 tomorrow, half an hour either way', inLondon, undefined, undefined],
  ] as const)('%s', (text, reading, time, ifNotPossible) => {
    const { draft } = readFreeText(text, reading);
    expect([draft.time, draft.ifNotPossible]).toEqual([time, ifNotPossible]);
    // The words stay in the request, whatever was read.
    expect(draft.task?.slice(-8)).toBe(text.slice(-8));
  });
});
