import { webApi } from '@slack/bolt';
import { expect, test } from 'vitest';
import { refusals, remedyOf } from '../../src/slack/transport/refusals.ts';
import { sourcesIn } from '../support/sources.ts';

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

test('every code gets the remedy of its row', async () => {
  const met = await Promise.all(
    rows.map(async (row) => ({ ...row, remedy: remedyOf(await refusal(row.code)) })),
  );
  expect(met).toEqual(rows);
});

test('a code means the same for every method', () => {
  const remedies = Map.groupBy(rows, ({ code }) => code);
  for (const [code, same] of remedies) expect(new Set(same.map(({ remedy }) => remedy)).size, code).toBe(1);
});

test('every Slack method in use has its rows', () => {
  const methods =
    /\b(?:\w*[cC]lient|app|person)\.((?:agents|assistant|auth|chat|conversations|files|functions|oauth|openid|users|views)\.[\w.]+)\(|slackApiUrl\}([\w.]+)`/g;
  const used = sourcesIn('src/slack').flatMap(({ text }) =>
    [...text.matchAll(methods)].map(([, called, named]) => called ?? named ?? ''),
  );
  // It asks for an address, and says when the file is there.
  const upload = ['files.getUploadURLExternal', 'files.completeUploadExternal'];
  const listed = Object.keys(refusals).filter((name) => name !== 'any' && name !== 'unlisted');
  expect([...new Set([...used, ...upload])].sort()).toEqual(listed.sort());
});

test('an unknown code, and an answer that is none, are tried again', async () => {
  expect(remedyOf(await refusal('of_tomorrow'))).toBe('again');
  expect(remedyOf(new Error('reset'))).toBe('again');
});
