import { expect, test } from 'vitest';
import { secretIn } from '../../src/domain/secrets.ts';

test.each<[text: string, secret: ReturnType<typeof secretIn>]>([
  ['Book a room and pay with 4111 1111 1111 1111', 'card_number'],
  ['card 5500-0055-5555-5559, expires 12/27', 'card_number'],
  ['4111111111111111', 'card_number'],
  ['pay it from ES91 2100 0418 4502 0005 1332 please', 'iban'],
  ['My account is gb82west12345698765432', 'iban'],
  ['Tell them the verification code is 482913', 'one_time_code'],
  ['el código de verificación es 482 913', 'one_time_code'],
  ['my PIN: 4821', 'one_time_code'],
  ['The cvv is 123', 'one_time_code'],
  // One digit off, and the check sum says so.
  ['Ask about order 4111 1111 1111 1112', undefined],
  ['Ask for ES91 2100 0418 4502 0005 1333', undefined],
  ['Ask where order 4155550101 is, reference 2026111810', undefined],
  ['Ask for the door code of apartment 4821', undefined],
  ['Book a table for 4 on 2026-12-04 at 20:30, call back +44 20 7946 0958', undefined],
  ['Ask whether they take pin payments over 5000 dollars', undefined],
  ['Reserva a las 21:30 para 4, teléfono 612 345 678', undefined],
])('%s', (text, secret) => {
  expect(secretIn(text)).toBe(secret);
});
