import { webApi } from '@slack/bolt';
import { expect, test } from 'vitest';
import { isElsewhere, refusals } from '../../src/slack/transport/refusals.ts';

const rows = Object.entries(refusals).flatMap(([method, codes]) =>
  Object.entries(codes).map(([code, remedy]) => ({ method, code, remedy })),
);

async function refusal(code: string): Promise<unknown> {
  const fetch = async () => Response.json({ ok: false, error: code });
  const options = { fetch, retryConfig: { retries: 0 } };
  return new webApi.WebClient('xoxb-1', options).chat
    .postMessage({ channel: 'C1', text: 'x' })
    .catch((it) => it);
}

test.each(rows)('$method answering $code: $remedy', async ({ code, remedy }) => {
  expect(isElsewhere(await refusal(code))).toBe(remedy === 'elsewhere');
});

test('a code means the same wherever it is answered', () => {
  const remedies = Map.groupBy(rows, ({ code }) => code);
  for (const [code, same] of remedies) expect(new Set(same.map(({ remedy }) => remedy)).size, code).toBe(1);
});

test('a code that Slack made up since, and what is no answer, are tried again', async () => {
  expect(isElsewhere(await refusal('of_tomorrow'))).toBe(false);
  expect(isElsewhere(new Error('reset'))).toBe(false);
});
