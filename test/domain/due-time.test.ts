import { expect, test } from 'vitest';
import { instantOf, maxDaysAhead, readDueTime, wallTimeAt } from '../../src/domain/due-time.ts';

const at = (iso: string) => Date.parse(iso);
const wall = (date: string, time: string, timeZone: string) => ({ date, time, timeZone });

test.each([
  ['2026-12-01', '17:00', 'Europe/London', '2026-12-01T17:00Z'],
  ['2026-12-01', '17:00', 'Europe/Madrid', '2026-12-01T16:00Z'],
  ['2026-12-01', '17:00', 'America/New_York', '2026-12-01T22:00Z'],
  ['2026-12-01', '17:00', 'Asia/Kathmandu', '2026-12-01T11:15Z'],
  ['2026-12-01', '00:00', 'Pacific/Kiritimati', '2026-11-30T10:00Z'],
  // Before and after a night in which clocks change.
  ['2027-03-27', '09:00', 'Europe/Madrid', '2027-03-27T08:00Z'],
  ['2027-03-28', '09:00', 'Europe/Madrid', '2027-03-28T07:00Z'],
  ['2027-10-30', '09:00', 'Europe/Madrid', '2027-10-30T07:00Z'],
  ['2027-10-31', '09:00', 'Europe/Madrid', '2027-10-31T08:00Z'],
  // The edges of the hour that is left out, and of the hour that comes twice.
  ['2027-03-28', '01:59', 'Europe/Madrid', '2027-03-28T00:59Z'],
  ['2027-03-28', '03:00', 'Europe/Madrid', '2027-03-28T01:00Z'],
  ['2027-10-31', '01:59', 'Europe/Madrid', '2027-10-30T23:59Z'],
  ['2027-10-31', '03:00', 'Europe/Madrid', '2027-10-31T02:00Z'],
  ['2028-02-29', '12:00', 'Europe/Madrid', '2028-02-29T11:00Z'],
])('%s %s in %s is %s', (date, time, zone, instant) => {
  expect(instantOf(wall(date, time, zone))).toEqual({ instant: at(instant) });
});

test.each([
  ['2027-03-28', '02:00', 'Europe/Madrid', '01:59', '03:00'],
  ['2027-03-28', '02:59', 'Europe/Madrid', '01:59', '03:00'],
  ['2027-03-14', '02:30', 'America/Los_Angeles', '01:59', '03:00'],
  ['2027-03-28', '01:30', 'Europe/London', '00:59', '02:00'],
  ['2027-10-03', '02:15', 'Australia/Lord_Howe', '01:59', '02:30'],
])('%s %s in %s is never on the wall, between %s and %s', (date, time, zone, before, after) => {
  expect(instantOf(wall(date, time, zone))).toEqual({ fault: 'due_skipped', before, after });
});

test.each([
  ['2027-10-31', '02:30', 'Europe/Madrid', '2027-10-31T00:30Z', '2027-10-31T01:30Z'],
  ['2027-10-31', '02:00', 'Europe/Madrid', '2027-10-31T00:00Z', '2027-10-31T01:00Z'],
  ['2027-11-07', '01:30', 'America/New_York', '2027-11-07T05:30Z', '2027-11-07T06:30Z'],
  ['2027-04-04', '01:45', 'Australia/Lord_Howe', '2027-04-03T14:45Z', '2027-04-03T15:15Z'],
])('%s %s in %s comes twice, and somebody has to say which', (date, time, zone, first, second) => {
  const asked = wall(date, time, zone);
  expect(instantOf(asked)).toEqual({ fault: 'due_repeated', first: at(first), second: at(second) });
  expect(instantOf({ ...asked, occurrence: 'first' })).toEqual({ instant: at(first) });
  expect(instantOf({ ...asked, occurrence: 'second' })).toEqual({ instant: at(second) });
});

test.each([
  ['2027-02-30', '09:00', 'Europe/Madrid', 'due_unreadable'],
  ['2027-02-29', '09:00', 'Europe/Madrid', 'due_unreadable'],
  ['2027-02-20', '24:00', 'Europe/Madrid', 'due_unreadable'],
  ['2027-02-20', '9:00', 'Europe/Madrid', 'due_unreadable'],
  ['2027-02-20', '', 'Europe/Madrid', 'due_unreadable'],
  ['20 Feb', '09:00', 'Europe/Madrid', 'due_unreadable'],
  ['2027-02-20', '09:00', 'Europe/Nowhere', 'due_zone_unknown'],
  ['2027-02-20', '09:00', '+02:00', 'due_zone_unknown'],
  ['2027-02-20', '09:00', '', 'due_zone_unknown'],
])('%j %j in %j is %s', (date, time, zone, fault) => {
  expect(instantOf(wall(date, time, zone))).toEqual({ fault });
});

test.each([
  ['this very minute', '2026-11-27T09:00Z', { instant: at('2026-11-27T09:00Z') }],
  ['a minute ago', '2026-11-27T09:01Z', { fault: 'due_past' }],
  ['past there, though the day goes on elsewhere', '2026-11-28T01:00Z', { fault: 'due_past' }],
  ['in ninety days', '2026-08-29T09:00Z', { instant: at('2026-11-27T09:00Z') }],
  ['in ninety days and a minute', '2026-08-29T08:59Z', { fault: 'due_too_far' }],
])('asked for 10:00 in Madrid, %s', (_when, now, read) => {
  expect(maxDaysAhead).toBe(90);
  expect(readDueTime(wall('2026-11-27', '10:00', 'Europe/Madrid'), at(now))).toEqual(read);
});

test('a time that the clocks skip is reported as skipped, even if it is past', () => {
  const skipped = wall('2027-03-28', '02:30', 'Europe/Madrid');
  expect(readDueTime(skipped, at('2027-05-01T00:00Z'))).toMatchObject({ fault: 'due_skipped' });
});

test.each([
  ['2026-11-27T09:00Z', 'Europe/Madrid', { date: '2026-11-27', time: '10:00' }],
  ['2026-11-27T09:00:59.999Z', 'Europe/Madrid', { date: '2026-11-27', time: '10:00' }],
  ['2026-11-27T23:30Z', 'Asia/Tokyo', { date: '2026-11-28', time: '08:30' }],
  ['2027-10-31T00:30Z', 'Europe/Madrid', { date: '2027-10-31', time: '02:30', occurrence: 'first' }],
  ['2027-10-31T00:59:30Z', 'Europe/Madrid', { date: '2027-10-31', time: '02:59', occurrence: 'first' }],
  ['2027-10-31T01:30Z', 'Europe/Madrid', { date: '2027-10-31', time: '02:30', occurrence: 'second' }],
])('%s on the wall in %s, and back', (iso, timeZone, expected) => {
  const there = wallTimeAt(at(iso), timeZone);
  expect(there).toEqual({ ...expected, timeZone });
  expect(instantOf(there)).toEqual({ instant: Math.floor(at(iso) / 60_000) * 60_000 });
});
