import { afterEach, expect, test } from 'vitest';
import { connectFromSlack, startTown, type Town } from '../support/app.ts';

let town: Town | undefined;
afterEach(async () => {
  await town?.stop();
  town = undefined;
});

/** Where this town's figures are told, as its log says. */
function addressIn({ logged }: Town): string {
  const line = logged.find((text) => text.includes('the figures are at /metrics')) ?? '{}';
  return `http://127.0.0.1:${(JSON.parse(line) as { port: number }).port}/metrics`;
}

const read = (address: string) => fetch(address).then((answer) => answer.text());

/** The figures whose line begins like this, added up. */
function figure(text: string, beginning: string): number {
  const lines = text.split('\n').filter((line) => line.startsWith(beginning));
  return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}

test('a call shows in the metrics, and nobody can be recognised in them', async () => {
  town = await startTown({ env: { METRICS_ADDRESS: '0' } });
  const { slack } = town;
  const address = addressIn(town);
  expect(figure(await read(address), 'kally_queue_waiting ')).toBe(0);
  const ana = slack.as(slack.people.ana.id);
  await connectFromSlack(town, ana.id);
  await ana.types(slack.channels.dinner, '/kally +1 415 555 0101 ask for the opening hours');
  await slack.until(() => slack.modal(ana.id)?.callbackId === 'call_form');
  await ana.submits();
  await slack.until(() =>
    slack
      .messages(slack.channels.dinner)
      .some(({ replies }) => replies.some(({ text }) => /Transcript/.test(text))),
  );
  const done = async () => figure(await read(address), 'kally_runs_total{outcome="done"}');
  await expect.poll(done).toBe(1);
  const text = await read(address);

  expect(figure(text, 'kally_slack_ack_seconds_count{kind="command"}')).toBe(2);
  // The code that connects the account, and the form of the call.
  expect(figure(text, 'kally_slack_ack_seconds_count{kind="view_submission"}')).toBe(2);
  expect(figure(text, 'kally_kallyai_request_seconds_count{endpoint="POST /v1/calls",outcome="2xx"}')).toBe(
    1,
  );
  expect(figure(text, 'kally_kallyai_request_seconds_count{endpoint="GET /v1/calls/{id}"')).toBeGreaterThan(
    0,
  );
  expect(figure(text, 'kally_slack_request_seconds_count{method="chat.postMessage"')).toBeGreaterThan(1);
  expect(figure(text, 'kally_poll_lateness_seconds_count')).toBeGreaterThan(0);
  expect(figure(text, 'kally_calls{')).toBe(0);
  expect(text).toContain('nodejs_eventloop_lag_p99_seconds');
  for (const personal of [slack.teamId, ana.id, slack.channels.dinner, '4155550101', 'opening hours', 'xoxb'])
    expect(text).not.toContain(personal);
});

test('the metrics are not served where people come', async () => {
  town = await startTown({ env: { METRICS_ADDRESS: '0' } });
  expect((await fetch(`${town.publicUrl}/metrics`)).status).toBe(404);
  expect((await fetch(addressIn(town).replace('/metrics', '/'))).status).toBe(404);
});
