import { expect, test } from 'vitest';
import type { Stage } from '../../src/domain/call.ts';
import { finalStatuses, stages } from '../../src/domain/call.ts';
import {
  type Ladder,
  ladderEnd,
  mayTryAgain,
  nextAttempt,
  numberCapAt,
} from '../../src/domain/retry-ladder.ts';

const at = (iso: string) => Date.parse(iso);
const madrid = ['Europe/Madrid'];
const ended = (status: string) => ({ stage: 'ended' as Stage, status });

/** A call that ended on a Friday at 11:00 in Madrid, and may be tried again until the Monday. */
function ladder(change: Partial<Ladder> = {}): Ladder {
  const endedAt = change.endedAt ?? at('2026-11-27T10:00Z');
  return {
    call: ended('busy'),
    endedAt,
    attempts: 1,
    earlierCalls: [endedAt],
    zones: madrid,
    until: at('2026-11-30T17:00Z'),
    ...change,
  };
}

function next(change: Partial<Ladder>) {
  const answer = nextAttempt(ladder(change));
  return 'at' in answer ? new Date(answer.at).toISOString().slice(0, 16).concat('Z') : answer.none;
}

test.each(finalStatuses)('a call that ended with %s', (status) => {
  expect(mayTryAgain(ended(status))).toBe(status === 'busy' || status === 'no_answer');
});

test.each(stages)('a call that is %s, whatever KallyAI said before', (stage) => {
  expect(mayTryAgain({ stage, status: 'busy' })).toBe(stage === 'ended');
});

test.each([{ stopRequestedAt: 1 }, { stoppedAt: 1 }])('a call that somebody stopped: %j', (stop) => {
  expect(mayTryAgain({ ...ended('no_answer'), ...stop })).toBe(false);
  expect(next({ call: { ...ended('no_answer'), ...stop } })).toBe('not_retryable');
});

test.each([
  ['busy, once', { call: ended('busy'), attempts: 1 }, '2026-11-27T10:10Z'],
  ['busy, twice', { call: ended('busy'), attempts: 2 }, '2026-11-27T10:30Z'],
  ['busy, three times', { call: ended('busy'), attempts: 3 }, 'attempts_used'],
  ['nobody there, once', { call: ended('no_answer'), attempts: 1 }, '2026-11-27T10:45Z'],
  ['nobody there, twice, in the morning', { call: ended('no_answer'), attempts: 2 }, '2026-11-27T11:05Z'],
  [
    'nobody there, twice, in the afternoon',
    { call: ended('no_answer'), attempts: 2, endedAt: at('2026-11-27T12:00Z') },
    '2026-11-27T16:05Z',
  ],
  [
    'nobody there, twice, in the evening',
    { call: ended('no_answer'), attempts: 2, endedAt: at('2026-11-27T17:00Z') },
    '2026-11-28T07:05Z',
  ],
  [
    'nobody there, twice, with lunch 45 minutes away',
    { call: ended('no_answer'), attempts: 2, endedAt: at('2026-11-27T10:30Z') },
    '2026-11-27T11:15Z',
  ],
  ['nobody there, three times', { call: ended('no_answer'), attempts: 3 }, 'attempts_used'],
  ['a voicemail', { call: ended('voicemail') }, 'not_retryable'],
  ['a refusal', { call: { stage: 'refused' as Stage } }, 'not_retryable'],
  ['nobody knows', { call: { stage: 'unknown' as Stage, status: 'busy' } }, 'not_retryable'],
])('after %s: %s', (_what, change, expected) => {
  expect(next(change)).toBe(expected);
});

test.each([
  ['into the night', { endedAt: at('2026-11-27T19:55Z') }, '2026-11-28T07:05Z'],
  [
    'into the night, nobody there',
    { endedAt: at('2026-11-27T19:30Z'), call: ended('no_answer') },
    '2026-11-28T07:05Z',
  ],
  [
    'into hours that are allowed in one zone alone',
    { endedAt: at('2026-11-27T19:55Z'), zones: ['Europe/Madrid', 'Atlantic/Canary'] },
    '2026-11-28T08:05Z',
  ],
  [
    "out of an admin's hours",
    { endedAt: at('2026-11-27T16:55Z'), hours: { days: [1, 2, 3, 4, 5], from: '09:00', until: '18:00' } },
    '2026-11-30T08:05Z',
  ],
  [
    'past what the requester agreed to',
    { endedAt: at('2026-11-27T19:55Z'), until: at('2026-11-27T22:00Z') },
    'until_passed',
  ],
  ['to the very last moment', { until: at('2026-11-27T10:10Z') }, '2026-11-27T10:10Z'],
  ['a moment too late', { until: at('2026-11-27T10:10Z') - 1 }, 'until_passed'],
  ['in a zone nobody knows', { zones: [] }, 'until_passed'],
])('ten minutes later would be %s: %s', (_what, change, expected) => {
  expect(next(change)).toBe(expected);
});

test('with hours only in the morning, the last attempt moves to another morning', () => {
  const hours = { days: [1, 2, 3, 4, 5, 6, 7], from: '09:00', until: '12:00' };
  expect(next({ call: ended('no_answer'), attempts: 2, hours })).toBe('2026-11-28T08:05Z');
});

const friday = ['2026-11-27T08:00Z', '2026-11-27T10:00Z'].map(at);
const week = ['2026-11-23T10:00Z', '2026-11-24T10:00Z', '2026-11-25T10:00Z', '2026-11-27T10:00Z'].map(at);

test.each([
  ['called twice that day', { earlierCalls: friday }, '2026-11-28T07:05Z'],
  [
    'called twice that day, and agreed to until its evening',
    { earlierCalls: friday, until: at('2026-11-27T19:00Z') },
    'number_rests',
  ],
  // The call of Monday 11:00 leaves the week on the next Monday at 11:00; that Tuesday begins after what was agreed.
  ['called four times that week', { earlierCalls: week }, 'number_rests'],
  [
    'called four times that week, with a longer leave',
    { earlierCalls: week, until: at('2026-12-04T17:00Z') },
    '2026-12-01T07:05Z',
  ],
])('a number that was %s: %s', (_what, change, expected) => {
  expect(next(change)).toBe(expected);
});

test.each([
  ['nothing before', [], undefined],
  ['one that day', ['2026-11-27T08:00Z'], undefined],
  ['two that day', ['2026-11-27T08:00Z', '2026-11-27T09:00Z'], 'day'],
  ['two within a day, one of them yesterday there', ['2026-11-26T20:00Z', '2026-11-27T09:00Z'], undefined],
  ['one after midnight there and before midnight in UTC', ['2026-11-26T23:30Z', '2026-11-27T09:00Z'], 'day'],
  ['three that week', ['2026-11-22T08:00Z', '2026-11-23T08:00Z', '2026-11-24T08:00Z'], undefined],
  [
    'four that week',
    ['2026-11-21T08:00Z', '2026-11-22T08:00Z', '2026-11-23T08:00Z', '2026-11-24T08:00Z'],
    'week',
  ],
  [
    'four, one of them a week ago to the minute',
    ['2026-11-20T12:00Z', '2026-11-22T08:00Z', '2026-11-23T08:00Z', '2026-11-24T08:00Z'],
    undefined,
  ],
])('a call on Friday at 13:00 in Madrid, %s: %s', (_what, earlier, expected) => {
  expect(numberCapAt(at('2026-11-27T12:00Z'), earlier.map(at), madrid)).toBe(expected);
});

test('each possible zone has its own day', () => {
  const zones = ['Europe/Kaliningrad', 'Asia/Kamchatka'];
  const earlier = ['2026-11-26T21:00Z', '2026-11-27T05:00Z'].map(at);
  expect(numberCapAt(at('2026-11-27T06:00Z'), earlier, ['Europe/Kaliningrad'])).toBeUndefined();
  expect(numberCapAt(at('2026-11-27T06:00Z'), earlier, zones)).toBe('day');
});

test.each([
  ['Europe/Madrid', '2026-11-27T10:00Z', '2026-11-28T17:00Z'],
  // Still Thursday there.
  ['America/Los_Angeles', '2026-11-27T07:59Z', '2026-11-28T02:00Z'],
  // The clocks go back in that night.
  ['Europe/London', '2026-10-24T12:00Z', '2026-10-25T18:00Z'],
])('a ladder in %s that began at %s ends in the evening of the next day', (zone, from, end) => {
  expect(ladderEnd(at(from), zone)).toBe(at(end));
});
