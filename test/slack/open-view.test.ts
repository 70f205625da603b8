import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { webApi } from '@slack/bolt';
import { pino } from 'pino';
import { afterAll, expect, test } from 'vitest';
import { createBoltLogger } from '../../src/slack/transport/bolt-logger.ts';
import { createOpenView } from '../../src/slack/transport/open-view.ts';
import { webClientOptions } from '../../src/slack/transport/web-clients.ts';
import type { ModalView } from '../../src/slack/ui/blocks.ts';

type Answer = { status: number; headers?: Record<string, string>; body: string };
type Request = { authorization: string | undefined; fields: Record<string, string> };

const heard: Request[] = [];
let answer: Answer | 'hang up' = { status: 200, body: '{"ok":true,"view":{"id":"V1"}}' };
const server = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += chunk as string;
  heard.push({
    authorization: request.headers.authorization,
    fields: Object.fromEntries(new URLSearchParams(body)),
  });
  if (answer === 'hang up') request.socket.destroy();
  else response.writeHead(answer.status, answer.headers).end(answer.body);
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
afterAll(() => server.close());

const slackApiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`;
const options = webClientOptions(slackApiUrl, createBoltLogger(pino({ level: 'silent' })));
const client = new webApi.WebClient('xoxb-test', options);
const openView = createOpenView({ slackApiUrl, fetch: options.fetch });
const view: ModalView = {
  type: 'modal',
  title: { type: 'plain_text', text: 'Café & co: 100 %, a+b=c \u{1F35C}' },
  blocks: [],
};

test('Slack gets what its own client sends', async () => {
  heard.length = 0;
  const opened = await openView(client, '1.2.3', view);
  const byClient = await client.views.open({ trigger_id: '1.2.3', view });
  expect(opened).toMatchObject({ ok: true, view: { id: 'V1' } });
  expect(opened.view).toEqual(byClient.view);
  expect(heard[0]).toEqual(heard[1]);
});

test.each<[string, Answer | 'hang up']>([
  ['a refusal', { status: 200, body: '{"ok":false,"error":"expired_trigger_id"}' }],
  ['a limit', { status: 429, headers: { 'retry-after': '7' }, body: '' }],
  ['a broken Slack', { status: 503, body: 'away' }],
  ['a page in place of an answer', { status: 200, body: '<html>' }],
  ['a connection that breaks', 'hang up'],
])('%s is the same error as with its own client', async (_, given) => {
  answer = given;
  const errorOf = (opening: Promise<unknown>) => opening.catch((error: unknown) => error as Error);
  const ours = await errorOf(openView(client, '1.2.3', view));
  const theirs = await errorOf(client.views.open({ trigger_id: '1.2.3', view }));
  expect(ours).toBeInstanceOf(webApi.SlackError);
  expect((ours as Error).constructor).toBe((theirs as Error).constructor);
});
