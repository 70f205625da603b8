import { describe, expect, test } from 'vitest';
import { type CalendarStart, isAsAsked, readCalendarEvent, startIn } from '../../src/kally/calendar.ts';
import { windowsZones } from '../../src/kally/windows-zones.ts';

/** A file with one event of these lines. */
function fileOf(...lines: string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', ...lines, 'END:VEVENT', 'END:VCALENDAR', ''].join(
    '\r\n',
  );
}

describe('an event', () => {
  test.each<[string, CalendarStart]>([
    ['DTSTART:20260504T183000Z', { date: '2026-05-04', time: '18:30', timeZone: 'UTC' }],
    ['DTSTART:20260504T203000', { date: '2026-05-04', time: '20:30' }],
    ['DTSTART;VALUE=DATE:20260504', { date: '2026-05-04' }],
    ['DTSTART:20260504', { date: '2026-05-04' }],
    [
      'DTSTART;TZID=Europe/Madrid:20260504T203000',
      { date: '2026-05-04', time: '20:30', timeZone: 'Europe/Madrid' },
    ],
    [
      'dtstart;x-y="a;b:c";tzid="Europe/Madrid":20260504T203000',
      { date: '2026-05-04', time: '20:30', timeZone: 'Europe/Madrid' },
    ],
    [
      'DTSTART;TZID=Romance Standard Time:20260504T203000',
      { date: '2026-05-04', time: '20:30', timeZone: 'Europe/Paris' },
    ],
    ['DTSTART;TZID=Customized Time Zone:20260504T203000', { date: '2026-05-04', time: '20:30' }],
    ['DTSTART;TZID=constructor:20260504T203000', { date: '2026-05-04', time: '20:30' }],
    [
      'DTSTART;TZID=Europe/Mad\r\n rid:20260504T20\r\n\t3000',
      { date: '2026-05-04', time: '20:30', timeZone: 'Europe/Madrid' },
    ],
  ])('begins, by %s, at %j', (line, startsAt) => {
    expect(readCalendarEvent(fileOf(line))).toEqual({ startsAt });
  });

  test('has a title and a place, unfolded and unescaped', () => {
    const event = readCalendarEvent(
      fileOf(
        'DTSTART:20260504',
        'SUMMARY:Table\\, for 4\\; a\\\\b\\nlate',
        'LOCATION;LANGUAGE=es:Casa Lu\r\n cía 🌮',
      ),
    );
    expect(event).toMatchObject({ summary: 'Table, for 4; a\\b\nlate', location: 'Casa Lucía 🌮' });
  });

  test('is the first event of a file, not one of its time zones or alarms', () => {
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:Europe/Madrid',
      'BEGIN:STANDARD',
      'DTSTART:19701025T030000',
      'TZOFFSETFROM:+0200',
      'TZOFFSETTO:+0100',
      'END:STANDARD',
      'END:VTIMEZONE',
    ].join('\r\n');
    const file = fileOf(
      'BEGIN:VALARM',
      'SUMMARY:Alarm',
      'END:VALARM',
      'DTSTART;TZID=Europe/Madrid:20260504T203000',
      'SUMMARY:First',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'DTSTART:20270101',
      'SUMMARY:Second',
    ).replace('BEGIN:VEVENT', `${zone}\r\nBEGIN:VEVENT`);
    expect(readCalendarEvent(file)).toMatchObject({ startsAt: { date: '2026-05-04' }, summary: 'First' });
  });

  test('is read from a file with a byte order mark and bare line ends', () => {
    const file = `\uFEFF${fileOf('DTSTART:20260504T183000Z')}`.replaceAll('\r\n', '\n');
    expect(readCalendarEvent(file)?.startsAt.time).toBe('18:30');
  });

  test.each([
    ['no event', 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n'],
    ['an event that never begins', fileOf('SUMMARY:x')],
    ['a beginning in words', fileOf('DTSTART:soon')],
    ['a day that is none', fileOf('DTSTART:20260231')],
    ['a time that is none', fileOf('DTSTART:20260504T256000Z')],
    ['another kind of beginning', fileOf('DTSTART;VALUE=PERIOD:20260504')],
    ['a file that breaks off', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20260504'],
    ['a line that is none', fileOf('DTSTART:20260504', 'garbage')],
    ['two calendars', `${fileOf('DTSTART:20260504')}${fileOf('DTSTART:20260505')}`],
    ['nothing', ''],
  ])('is not read from %s', (_, file) => {
    expect(readCalendarEvent(file)).toBeUndefined();
  });
});

describe('a time zone that the file brings along', () => {
  const observance = (kind: string, start: string, from: string, to: string, rule?: string) => [
    `BEGIN:${kind}`,
    `DTSTART:${start}`,
    `TZOFFSETFROM:${from}`,
    `TZOFFSETTO:${to}`,
    ...(rule ? [`RRULE:${rule}`] : []),
    `END:${kind}`,
  ];
  /** As Outlook writes New York. */
  const eastern = [
    ...observance('STANDARD', '16010101T020000', '-0400', '-0500', 'FREQ=YEARLY;BYDAY=1SU;BYMONTH=11'),
    ...observance('DAYLIGHT', '16010101T020000', '-0500', '-0400', 'FREQ=YEARLY;BYDAY=2SU;BYMONTH=3'),
  ];
  const fileIn = (tzid: string, local: string, observances: string[]) =>
    fileOf(`DTSTART;TZID=${tzid}:${local}`).replace(
      'BEGIN:VEVENT',
      ['BEGIN:VTIMEZONE', `TZID:${tzid}`, ...observances, 'END:VTIMEZONE', 'BEGIN:VEVENT'].join('\r\n'),
    );

  test.each<[string, string, string, string[], string | undefined]>([
    ['a Windows id', 'Eastern Standard Time', '20261204T230000', eastern, 'America/New_York'],
    ['a Windows id in summer', 'Eastern Standard Time', '20260704T230000', eastern, 'America/New_York'],
    ['a name of its own', 'Customized Time Zone', '20261204T230000', eastern, '-05:00'],
    ['a name of its own, in summer', 'Customized Time Zone', '20260704T230000', eastern, '-04:00'],
    ['rules that are not those of its name', 'Europe/Madrid', '20261204T230000', eastern, '-05:00'],
    [
      'an offset of half an hour',
      'Mine',
      '20261204T230000',
      observance('STANDARD', '19700101T000000', '+0530', '+0530'),
      '+05:30',
    ],
    ['no rules', 'Eastern Standard Time', '20261204T230000', [], 'America/New_York'],
    [
      'rules for later years only',
      'Europe/Madrid',
      '20261204T230000',
      observance('STANDARD', '20270101T000000', '+0200', '+0300'),
      'Europe/Madrid',
    ],
    [
      'an offset that is none',
      'Europe/Madrid',
      '20261204T230000',
      observance('STANDARD', '19700101T000000', 'x', 'x'),
      'Europe/Madrid',
    ],
    [
      'a rule that would take for ever',
      'Mine',
      '20261204T230000',
      observance('STANDARD', '16010101T020000', '-0400', '-0500', 'FREQ=SECONDLY'),
      undefined,
    ],
    [
      'a rule for every second of a year',
      'Mine',
      '20261204T230000',
      observance('STANDARD', '16010101T020000', '-0400', '-0500', 'FREQ=YEARLY;BYHOUR=1;BYSECOND=1'),
      undefined,
    ],
  ])('with %s is %s', (_, tzid, local, observances, timeZone) => {
    expect(readCalendarEvent(fileIn(tzid, local, observances))?.startsAt.timeZone).toBe(timeZone);
  });

  test('gives the same instant elsewhere', () => {
    const file = fileIn('Eastern Standard Time', '20261204T230000', eastern);
    const start = readCalendarEvent(file)?.startsAt;
    if (!start) throw new Error('The file was not read');
    expect(startIn(start, 'America/Los_Angeles')).toMatchObject({ date: '2026-12-04', time: '20:00' });
    const asked = { date: '2026-12-04', time: '20:00', timeZone: 'America/Los_Angeles' };
    expect(isAsAsked(start, asked)).toBe(true);
    expect(isAsAsked(start, { ...asked, time: '21:00' })).toBe(false);
  });
});

test('every Windows zone id leads to a zone that this machine knows', () => {
  for (const zone of Object.values(windowsZones))
    expect(() => new Intl.DateTimeFormat('en', { timeZone: zone })).not.toThrow();
});

describe('on the clock of another zone', () => {
  test.each<[CalendarStart, string, CalendarStart]>([
    [
      { date: '2026-05-04', time: '18:30', timeZone: 'UTC' },
      'Europe/Madrid',
      { date: '2026-05-04', time: '20:30', timeZone: 'Europe/Madrid' },
    ],
    [
      { date: '2026-12-04', time: '18:30', timeZone: 'UTC' },
      'Europe/Madrid',
      { date: '2026-12-04', time: '19:30', timeZone: 'Europe/Madrid' },
    ],
    [
      { date: '2026-05-04', time: '02:00', timeZone: 'UTC' },
      'America/New_York',
      { date: '2026-05-03', time: '22:00', timeZone: 'America/New_York' },
    ],
    [
      { date: '2026-05-04', time: '20:30', timeZone: 'Europe/Madrid' },
      'Asia/Kolkata',
      { date: '2026-05-05', time: '00:00', timeZone: 'Asia/Kolkata' },
    ],
    [{ date: '2026-05-04', time: '20:30' }, 'America/New_York', { date: '2026-05-04', time: '20:30' }],
    [{ date: '2026-05-04' }, 'America/New_York', { date: '2026-05-04' }],
  ])('%j in %s is %j', (start, timeZone, expected) => {
    expect(startIn(start, timeZone)).toEqual(expected);
  });
});

describe('what was asked', () => {
  const asked = { date: '2026-05-04', time: '20:30', timeZone: 'Europe/Madrid' };
  test.each<[string, CalendarStart, Partial<typeof asked>, boolean]>([
    ['the same moment', { date: '2026-05-04', time: '18:30', timeZone: 'UTC' }, asked, true],
    ['another time', { date: '2026-05-04', time: '19:30', timeZone: 'UTC' }, asked, false],
    ['another day', { date: '2026-05-05', time: '18:30', timeZone: 'UTC' }, asked, false],
    ['local time passed off as UTC', { date: '2026-05-04', time: '20:30', timeZone: 'UTC' }, asked, false],
    ['the time of the place', { date: '2026-05-04', time: '20:30' }, asked, true],
    [
      'the same clock elsewhere',
      { date: '2026-05-04', time: '20:30', timeZone: 'America/New_York' },
      asked,
      true,
    ],
    [
      'the day across midnight',
      { date: '2026-05-03', time: '22:30', timeZone: 'UTC' },
      { date: '2026-05-04' },
      true,
    ],
    ['a whole day', { date: '2026-05-04' }, asked, true],
    ['another whole day', { date: '2026-05-06' }, asked, false],
    ['any time of the day', { date: '2026-05-04', time: '09:00' }, { date: '2026-05-04' }, true],
    ['any time at all', { date: '2026-05-04', time: '09:00' }, {}, true],
  ])('is what it is for %s: %j', (_, start, { date, time }, expected) => {
    const request = { ...(date && { date }), ...(time && { time }), timeZone: asked.timeZone };
    expect(isAsAsked(start, request)).toBe(expected);
  });
});
