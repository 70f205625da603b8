import { expect, test } from 'vitest';
import {
  defaultHours,
  faultOfHours,
  isAllowedAt,
  nextAllowed,
  withinBoth,
} from '../../src/domain/calling-hours.ts';
import { zonesOfPhone } from '../../src/domain/zones-of-phone.ts';

const at = (iso: string) => Date.parse(iso);
const said = (instant: number | undefined) =>
  instant === undefined ? undefined : new Date(instant).toISOString().slice(0, 16).concat('Z');

const madrid = ['Europe/Madrid'];
const spanishMobile = ['Europe/Madrid', 'Atlantic/Canary'];
const portugueseMobile = ['Europe/Lisbon', 'Atlantic/Azores'];
const weekdays = { ...defaultHours, days: [1, 2, 3, 4, 5], from: '09:00', until: '18:00' };

test.each([
  ['2026-11-27T06:59Z', madrid, false],
  ['2026-11-27T07:00Z', madrid, true],
  ['2026-11-27T19:59:59.999Z', madrid, true],
  ['2026-11-27T20:00Z', madrid, false],
  // Sundays too, and by the clock of summer.
  ['2026-08-02T06:00Z', madrid, true],
  ['2026-08-02T19:00Z', madrid, false],
  // 8:00 in Madrid is 7:00 in Las Palmas; 21:00 in Madrid is 20:00 there.
  ['2026-11-27T07:30Z', spanishMobile, false],
  ['2026-11-27T08:00Z', spanishMobile, true],
  ['2026-11-27T20:30Z', spanishMobile, false],
  ['2026-11-27T08:30Z', portugueseMobile, false],
  ['2026-11-27T09:00Z', portugueseMobile, true],
  ['2026-11-27T20:30Z', portugueseMobile, true],
  ['2026-11-27T21:00Z', portugueseMobile, false],
  ['2026-11-27T12:00Z', [], false],
])('at %s in %j: %s', (iso, zones, expected) => {
  expect(isAllowedAt(at(iso), zones)).toBe(expected);
});

test('a phone that may be anywhere in the United States may ring when all its zones allow it', () => {
  const { zones } = zonesOfPhone('+18005550123');
  const allowed = Array.from({ length: 24 }, (_, hour) => hour).filter((hour) =>
    isAllowedAt(Date.UTC(2026, 11, 1, hour), zones),
  );
  // From 8:00 in Honolulu to 21:00 in St. John's, which is half past midnight in UTC.
  expect(allowed).toEqual([0, 18, 19, 20, 21, 22, 23]);
});

test.each([
  ['already allowed', '2026-11-27T12:34Z', madrid, '2026-11-27T12:34Z'],
  ['sharp at the opening', '2026-11-27T07:00Z', madrid, '2026-11-27T07:00Z'],
  ['before the opening', '2026-11-27T03:10Z', madrid, '2026-11-27T07:05Z'],
  ['after the closing', '2026-11-27T20:00Z', madrid, '2026-11-28T07:05Z'],
  ['a minute before the opening', '2026-11-27T06:59Z', madrid, '2026-11-27T07:05Z'],
  ['when clocks have gone forward meanwhile', '2027-03-27T20:30Z', madrid, '2027-03-28T06:05Z'],
  ['when clocks have gone back meanwhile', '2027-10-30T20:30Z', madrid, '2027-10-31T07:05Z'],
  ['in the zone that opens last', '2026-11-27T07:30Z', spanishMobile, '2026-11-27T08:05Z'],
  ['across the date line', '2026-11-27T09:00Z', ['Pacific/Auckland'], '2026-11-27T19:05Z'],
  ['nowhere', '2026-11-27T12:00Z', [], undefined],
  [
    'where the days of two zones do not meet',
    '2026-11-27T12:00Z',
    ['Asia/Kamchatka', 'America/Sao_Paulo'],
    '2026-11-27T20:05Z',
  ],
])('the next allowed moment, %s', (_what, iso, zones, expected) => {
  expect(said(nextAllowed(at(iso), zones))).toBe(expected);
});

test.each([
  ['on Friday evening', '2026-11-27T17:00Z', '2026-11-30T08:05Z'],
  ['on Saturday at noon', '2026-11-28T11:00Z', '2026-11-30T08:05Z'],
  ['on Monday at noon', '2026-11-30T11:00Z', '2026-11-30T11:00Z'],
])('hours that an admin narrowed to weekdays, %s', (_when, iso, expected) => {
  expect(said(nextAllowed(at(iso), madrid, weekdays))).toBe(expected);
});

test('an open hour a week is found, and a window shorter than the margin is used from its beginning', () => {
  const sundays = { days: [7], from: '08:00', until: '08:03' };
  expect(said(nextAllowed(at('2026-11-29T07:03Z'), madrid, sundays))).toBe('2026-12-06T07:00Z');
});

test('zones that are never open at once have no allowed moment', () => {
  const mornings = { ...defaultHours, until: '09:00' };
  expect(nextAllowed(at('2026-11-27T12:00Z'), spanishMobile, mornings)).toBeUndefined();
});

test('at any moment, the time found is allowed, and none before it is', () => {
  const zones = [...zonesOfPhone('+61412345678').zones];
  for (let hour = 0; hour < 24 * 14; hour += 5) {
    const asked = at('2027-03-28T00:20Z') + hour * 3_600_000;
    const found = nextAllowed(asked, zones, weekdays) ?? 0;
    expect(isAllowedAt(found, zones, weekdays)).toBe(true);
    for (let before = asked; before < found - 5 * 60_000; before += 7 * 60_000)
      expect(isAllowedAt(before, zones, weekdays), new Date(before).toISOString()).toBe(false);
  }
});

test.each([
  [{}, undefined],
  [{ from: '09:30', until: '18:00' }, undefined],
  [{ days: [1] }, undefined],
  [{ days: [] }, 'hours_no_day'],
  [{ days: [0] }, 'hours_no_day'],
  [{ days: [1, 8] }, 'hours_unreadable'],
  [{ from: '9:00' }, 'hours_unreadable'],
  [{ until: '25:00' }, 'hours_unreadable'],
  [{ from: '18:00', until: '09:00' }, 'hours_never'],
  [{ from: '12:00', until: '12:00' }, 'hours_never'],
  [{ from: '07:59' }, 'hours_too_wide'],
  [{ until: '21:01' }, 'hours_too_wide'],
])('hours changed by %j: %s', (change, fault) => {
  expect(faultOfHours({ ...defaultHours, ...change })).toBe(fault);
});

test('hours narrowed by somebody else allow what both allow', () => {
  const theirs = { days: [1, 2, 6], from: '07:00', until: '18:00' };
  expect(withinBoth(weekdays, theirs)).toEqual({ days: [1, 2], from: weekdays.from, until: '18:00' });
  expect(withinBoth(weekdays, null)).toBe(weekdays);
  const evening = withinBoth({ ...defaultHours, until: '09:00' }, { ...defaultHours, from: '20:00' });
  expect(nextAllowed(at('2026-11-27T12:00Z'), madrid, evening)).toBeUndefined();
});
