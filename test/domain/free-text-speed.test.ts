import { expect, test } from 'vitest';
import { type Reading, readCallRequest } from '../../src/domain/call-request.ts';
import { readEvidence } from '../../src/domain/evidence/evidence.ts';
import { readFreeText, readMessage } from '../../src/domain/free-text.ts';
import { readPhone } from '../../src/domain/phone.ts';
import { readCalendarEvent } from '../../src/kally/calendar.ts';

const reading: Reading = {
  now: Date.parse('2026-12-02T10:00:00Z'),
  timeZone: 'Europe/London',
  country: 'GB',
  language: 'en',
};
const finishedCall = {
  request: { category: 'restaurant', task: 'Ask for a table', date: '2026-12-24', time: '20:00' },
  status: 'success',
  callDate: '2026-12-02',
  country: 'GB',
  language: 'en',
} as const;
const calendarWith = (text: string) =>
  `BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261224T200000Z\nSUMMARY:${text}\nEND:VEVENT\nEND:VCALENDAR`;
const readers: Record<string, (text: string) => unknown> = {
  readFreeText: (text) => readFreeText(text, reading),
  readMessage: (text) => readMessage(text, reading.now, reading),
  readPhone: (text) => readPhone(text, 'GB'),
  readCallRequest: (text) => readCallRequest({ phone: text, task: text, businessName: text }, reading),
  readEvidence: (text) => readEvidence({ ...finishedCall, transcript: [{ speaker: 'business', text }] }),
  readCalendarEvent: (text) => readCalendarEvent(calendarWith(text)),
};
const repeated: Record<string, string> = {
  blank: ' ',
  comma: ',',
  'line break': '\n',
  digit: '1',
  'opening mark': '<',
  'blank and comma': ' ,',
  'digit and blank': '1 ',
  word: 'call ',
  'number of people': 'for 2 ',
  letter: 'A',
  capital: 'Ab ',
};

const rows = Object.keys(readers).flatMap((reader) =>
  Object.keys(repeated).map((what) => [reader, what] as const),
);

/** Time of the processor, the best of a few tries: what others do on the machine is not measured. */
test.each(rows)('%s of 40,000 characters of one kind (%s) takes less than 50 ms', (reader, what) => {
  const unit = repeated[what] ?? '';
  const text = `call 5pm${unit.repeat(40_000 / unit.length)}x on friday at 5pm +14155550100 ok`;
  const took = Array.from({ length: 6 }, () => {
    const start = process.cpuUsage();
    readers[reader]?.(text);
    return process.cpuUsage(start).user / 1000;
  });
  expect(Math.min(...took)).toBeLessThan(50);
});
