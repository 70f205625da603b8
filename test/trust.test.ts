import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, startTown, type Town } from './support/app.ts';
import { dumpOf } from './support/database.ts';

let town: Town;
beforeAll(async () => {
  town = await startTown();
});
afterAll(() => town.stop());

const body = () =>
  new URLSearchParams({
    command: '/kally',
    text: 'help',
    team_id: town.slack.teamId,
    channel_id: town.slack.channels.general,
    user_id: town.slack.people.ana.id,
    trigger_id: '1.2.abc',
    response_url: `${town.slack.url}/nowhere`,
    api_app_id: 'A1',
  }).toString();

function post(headers: Record<string, string>, text = body()) {
  return fetch(`${town.publicUrl}/slack/events`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: text,
  });
}

function signed(timestamp: number, text = body(), secret = town.slack.signingSecret) {
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${text}`).digest('hex');
  return { 'x-slack-request-timestamp': String(timestamp), 'x-slack-signature': `v0=${signature}` };
}

const now = () => Math.floor(Date.now() / 1000);

test('only what Slack signed, and lately, is heard', async () => {
  const before = town.slack.calls().length;
  const refused = await Promise.all([
    post({}),
    post({ 'x-slack-request-timestamp': String(now()), 'x-slack-signature': 'v0=00' }),
    post(signed(now() - 6 * 60)),
    post(signed(now(), body(), 'another secret of the same kind')),
    post(signed(now()), `${body()}&text=call`),
  ]);
  expect(refused.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401]);
  expect(town.slack.calls()).toHaveLength(before);
  expect((await post(signed(now()))).status).toBe(200);
  await town.slack.until(() => town.slack.calls().length > before);
});

test('a body too large for Slack to have sent is refused', async () => {
  const text = `${body()}&more=${'x'.repeat(2_000_000)}`;
  const answer = await post(signed(now(), text), text).catch(() => ({ status: 413 }));
  expect(answer.status).toBe(413);
});

test('what is secret is in no log and not in clear in the database', async () => {
  const { slack, database, logged, environment } = town;
  const ana = slack.as(slack.people.ana.id);
  await connect(town, slack.people.ana.id);
  await ana.types(slack.channels.dinner, '/kally +1 415 555 0101 Ask for the violet umbrella left behind');
  await slack.until(() => slack.modal(slack.people.ana.id));
  await ana.fills({ 'In whose name?': 'Zenobia Quill', 'Name of the business': 'Umbrella Palace' });
  await ana.submits();
  await slack.until(() => slack.messages(slack.channels.dinner).some(({ replies }) => replies.length >= 2));

  const secrets = {
    'the number': /4155550101|555[ -]0101/,
    'the task': /violet umbrella/,
    'the name': /Zenobia|Quill/,
    'the business': /Umbrella Palace/,
    'a KallyAI token': /sandbox-(access|refresh)/,
    'the bot token': new RegExp(environment.SLACK_BOT_TOKEN),
    'the signing secret': new RegExp(slack.signingSecret),
    'a nonce': /[?&]n=[\w-]{20}/,
    'a transcript': /How can I help/i,
  };
  const dump = await dumpOf(database.url);
  const found = Object.entries(secrets).flatMap(([name, pattern]) => [
    ...(pattern.test(logged.join('\n')) ? [`${name} in the log`] : []),
    ...(pattern.test(dump) ? [`${name} in the database`] : []),
  ]);
  expect(found).toEqual([]);
  // The search would prove nothing if there were nothing to search.
  expect(logged.join('\n')).toContain('call moved on');
  expect(dump).toContain(slack.people.ana.id);
});
