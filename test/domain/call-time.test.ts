import { describe, expect, test } from 'vitest';
import { type Draft, readCallRequest } from '../../src/domain/call-request.ts';
import { defaultHours } from '../../src/domain/calling-hours.ts';
import { readFreeText } from '../../src/domain/free-text.ts';

/** A Wednesday: 4 PM in Madrid, 10 AM in New York, 7 AM in San Francisco. */
const now = Date.parse('2026-12-02T15:00:00Z');
const inNewYork = { now, timeZone: 'America/New_York', country: 'US', language: 'en' } as const;
const inMadrid = { now, timeZone: 'Europe/Madrid', country: 'ES', language: 'es' } as const;

type Row = [text: string, read: Pick<Draft, 'when' | 'callDate' | 'callTime' | 'date' | 'time' | 'task'>];

const at = (callDate: string, callTime?: string) => ({
  when: 'at' as const,
  callDate: `2026-12-${callDate}`,
  ...(callTime && { callTime }),
});

function check(reading: typeof inNewYork | typeof inMadrid, rows: Row[]) {
  test.each(rows)('%s', (text, expected) => {
    const { when, callDate, callTime, date, time, task } = readFreeText(text, reading).draft;
    expect({ when, callDate, callTime, date, time, task }).toEqual({
      when: undefined,
      callDate: undefined,
      callTime: undefined,
      date: undefined,
      time: undefined,
      ...expected,
    });
  });
}

describe('When to call, in English', () => {
  check(inNewYork, [
    [
      'call +44 20 7946 0958 at 5pm and ask if they repair bikes',
      { ...at('02', '17:00'), task: 'Ask if they repair bikes' },
    ],
    [
      'call +44 20 7946 0958 at 2pm and ask if they repair bikes',
      { ...at('03', '14:00'), task: 'Ask if they repair bikes' },
    ],
    [
      '+44 20 7946 0958 tomorrow at 9:30 and ask if they repair bikes',
      { ...at('03', '09:30'), task: 'Ask if they repair bikes' },
    ],
    [
      'call the garage on Friday at 9 and ask if it is ready',
      { ...at('04', '09:00'), task: 'Ask if it is ready' },
    ],
    [
      'please call 415-555-0101 first thing tomorrow to ask for a refund',
      { ...at('03', '09:00'), task: 'Ask for a refund' },
    ],
    [
      'call 415-555-0101 in 20 minutes and ask for a refund',
      { ...at('02', '07:20'), task: 'Ask for a refund' },
    ],
    [
      'call 415-555-0101 in half an hour and ask for a refund',
      { ...at('02', '07:30'), task: 'Ask for a refund' },
    ],
    ['call 415-555-0101 tomorrow and ask for a refund', { ...at('03'), task: 'Ask for a refund' }],
    [
      'call 415-555-0101 at 4pm and book a table for two tomorrow at 8pm',
      {
        ...at('02', '16:00'),
        task: 'Book a table for two tomorrow at 8pm',
        date: '2026-12-03',
        time: '20:00',
      },
    ],
    [
      'call 415-555-0101 and ask whether they open tomorrow at 9am',
      { task: 'Ask whether they open tomorrow at 9am', date: '2026-12-03', time: '09:00' },
    ],
    ['415-555-0101 ask if they are hiring', { task: 'Ask if they are hiring' }],
  ]);
});

describe('When to call, in Spanish', () => {
  check(inMadrid, [
    [
      'llama mañana a primera hora al 910 000 001 y pregunta si tienen terraza',
      { ...at('03', '09:00'), task: 'Pregunta si tienen terraza' },
    ],
    [
      'llama al 910 000 001 a las 5 y pregunta si tienen terraza',
      { ...at('02', '17:00'), task: 'Pregunta si tienen terraza' },
    ],
    [
      'llama al 910 000 001 el viernes a las 10 para pedir presupuesto',
      { ...at('04', '10:00'), task: 'Pedir presupuesto' },
    ],
    [
      'llama al 910 000 001 dentro de una hora y pregunta si tienen terraza',
      { ...at('02', '17:00'), task: 'Pregunta si tienen terraza' },
    ],
    [
      'llama al 910 000 001 y reserva mesa para dos mañana a las 21:00',
      { task: 'Reserva mesa para dos mañana a las 21:00', date: '2026-12-03', time: '21:00' },
    ],
  ]);
});

describe('Whose clock', () => {
  const typed = (draft: Draft, reading = inNewYork) =>
    readCallRequest(
      { category: 'general', task: 'Ask if they repair bikes', ...draft },
      reading,
      defaultHours,
    );
  const london = '+44 20 7946 0958';
  const sanFrancisco = '+1 415 555 0101';

  test('"tomorrow" is tomorrow where the business is', () => {
    // 11 PM on Wednesday in New York is Thursday in London.
    const late = { ...inNewYork, now: Date.parse('2026-12-03T04:00:00Z') };
    expect(readFreeText(`${london} table for two tomorrow at 8pm`, late).draft.date).toBe('2026-12-04');
    expect(readFreeText(`${sanFrancisco} table for two tomorrow at 8pm`, late).draft.date).toBe('2026-12-03');
  });

  test('a time is the time there, and the request says whose it is', () => {
    expect(typed({ phone: london, category: 'restaurant', date: '2026-12-02', time: '20:00' })).toMatchObject(
      {
        request: { timeZone: 'Europe/London', requesterTimeZone: 'America/New_York' },
      },
    );
    // 10 AM in New York: it is 3 PM in London.
    expect(typed({ phone: london, category: 'restaurant', date: '2026-12-02', time: '14:00' })).toMatchObject(
      {
        faults: { time: 'time_past' },
      },
    );
  });

  test('if a number may be in several zones, the person chooses one of them, and no other counts', () => {
    const mobile = {
      phone: '+34 612 345 678',
      category: 'restaurant',
      date: '2026-12-03',
      time: '20:00',
    } as const;
    expect(typed(mobile)).toMatchObject({ faults: { timeZone: 'zone_missing' } });
    expect(typed({ ...mobile, timeZone: 'America/New_York' })).toMatchObject({
      faults: { timeZone: 'zone_missing' },
    });
    expect(typed({ ...mobile, timeZone: 'Atlantic/Canary' })).toMatchObject({
      request: { timeZone: 'Atlantic/Canary' },
    });
    // Nothing is asked where no time depends on it.
    expect(typed({ phone: mobile.phone })).toMatchObject({ request: { timeZone: 'Europe/Madrid' } });
  });

  test('a likely zone may be changed to another of the country', () => {
    expect(typed({ phone: sanFrancisco })).toMatchObject({ request: { timeZone: 'America/Los_Angeles' } });
    expect(typed({ phone: sanFrancisco, timeZone: 'America/Chicago' })).toMatchObject({
      request: { timeZone: 'America/Chicago' },
    });
    expect(typed({ phone: london, timeZone: 'America/Chicago' })).toMatchObject({
      request: { timeZone: 'Europe/London' },
    });
  });

  test('“when they can be called” is now by day there, and otherwise soon after they open', () => {
    expect(typed({ phone: london, when: 'open' })).not.toHaveProperty('due');
    expect(typed({ phone: sanFrancisco, when: 'open' })).toMatchObject({
      due: { date: '2026-12-02', time: '08:05', timeZone: 'America/Los_Angeles' },
    });
    // Several zones: a time at which it is day in all of them.
    expect(typed({ phone: '+1 800 356 9377', when: 'open' })).toMatchObject({ due: { date: '2026-12-02' } });
  });

  test.each<[callDate: string, callTime: string, faults: object]>([
    ['2026-12-02', '14:59', { callTime: 'due_past' }],
    ['2027-05-28', '11:30', { callDate: 'due_too_far' }],
    ['2026-12-02', '', { callTime: 'time_unreadable' }],
    ['', '10:00', { callDate: 'date_unreadable' }],
    ['2026-13-02', '10:00', { callTime: 'due_unreadable' }],
  ])('at %s %s: refused on its field', (callDate, callTime, faults) => {
    expect(typed({ phone: london, when: 'at', callDate, callTime })).toEqual({ faults });
  });

  test('the form asks about a time that the clocks skip or repeat, and does not guess', () => {
    const march = { ...inNewYork, now: Date.parse('2027-03-20T15:00:00Z') };
    const october = { ...inNewYork, now: Date.parse('2027-10-20T15:00:00Z') };
    const skipped = { phone: london, when: 'at', callDate: '2027-03-28', callTime: '01:30' } as const;
    const twice = { phone: london, when: 'at', callDate: '2027-10-31', callTime: '01:30' } as const;
    expect(typed(skipped, march as never)).toEqual({ faults: { callTime: 'due_skipped' } });
    expect(typed(twice, october as never)).toEqual({ faults: { callTime: 'due_repeated' } });
    expect(typed({ ...twice, callOccurrence: 'second' }, october as never)).toMatchObject({
      due: { time: '01:30', occurrence: 'second' },
    });
  });
});
