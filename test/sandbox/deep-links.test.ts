import { expect, test } from 'vitest';
import { placeOf } from '../../sandbox/slack/deep-links.ts';

test.each([
  ['slack://open', ''],
  ['slack://app?team=T000000001&id=A0KALLY001', 'app-home'],
  ['slack://app?team=T000000001&id=A0KALLY001&tab=messages', 'app-messages'],
  ['slack://channel?team=T000000001&id=C0DINNER01', 'C0DINNER01'],
  ['slack://user?team=T000000001&id=U0LUISORTE', 'U0LUISORTE'],
  ['http://127.0.0.1:4300/archives/C0DINNER01/p1764230400000100', 'C0DINNER01/1764230400.000100'],
  [
    'http://127.0.0.1:4300/archives/C0DINNER01/p1764230401000200?thread_ts=1764230400.000100&cid=C0DINNER01',
    'C0DINNER01/1764230400.000100',
  ],
  ['http://127.0.0.1:4300/?as=U0ANATORRE', undefined],
  ['http://127.0.0.1:4300/archives/C0DINNER01/nothing', undefined],
  ['mailto:ana@harbor-and-pine.test', undefined],
  ['', undefined],
])('%s leads to %s', (address, place) => {
  expect(placeOf(address)).toBe(place);
});
