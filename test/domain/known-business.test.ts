import { expect, test } from 'vitest';
import { withNumberOfBusiness } from '../../src/domain/free-text/known-business.ts';

const known = [
  { phone: '+14155550101', businessName: 'Luigi’s' },
  { phone: '+442079460958', businessName: 'The Ivy' },
  { phone: '+34910000001', businessName: 'Café Motor' },
  { phone: '+14155550103', businessName: 'Twin' },
  { phone: '+14155550104', businessName: 'Twin' },
  { phone: '+14155550105', businessName: 'Bo' },
  { phone: '+14155550106', businessName: '...' },
];

test.each([
  ["call Luigi's and ask if they are open", 'call +14155550101 and ask if they are open'],
  ['call luigis to cancel', 'call +14155550101 to cancel'],
  ['book a table at the ivy, Saturday 8pm', 'book a table at the +442079460958, Saturday 8pm'],
  ['llama al cafe motor para preguntar si abren', 'llama al +34910000001 para preguntar si abren'],
  ['Luigi’s', '+14155550101'],
  ['<@U0KALLY> call *Luigi’s* now', 'call +14155550101 now'],
])('%s', (text, with_) => {
  expect(withNumberOfBusiness(text, known)?.text).toBe(with_);
});

test.each([
  ['another business, whose name begins alike', "call Luigi's Garage and ask"],
  ['a name that is said by the way', 'my friend loves Luigi’s'],
  ['a name of two businesses', 'call Twin and ask for a room'],
  ['a name that is too short', 'call Bo and ask'],
  ['no name', 'call my dentist'],
  ['part of a word', 'call luigisson and ask'],
])('%s fills nothing in', (_, text) => {
  expect(withNumberOfBusiness(text, known)).toBeUndefined();
});

test('two businesses in one text are ambiguous, two entries of one number are not', () => {
  expect(withNumberOfBusiness('call Luigi’s, or call The Ivy', known)).toBeUndefined();
  const twice = [...known, { phone: '+14155550101', businessName: 'Luigis' }];
  expect(withNumberOfBusiness('call Luigi’s and ask', twice)?.text).toBe('call +14155550101 and ask');
});

test('many names and a long text take a moment', () => {
  const many = Array.from({ length: 700 }, (_, n) => ({
    phone: `+1415555${n}`,
    businessName: `a a a a ${n}`,
  }));
  const before = performance.now();
  withNumberOfBusiness('call a '.repeat(2_000), many);
  expect(performance.now() - before).toBeLessThan(1_000);
});
