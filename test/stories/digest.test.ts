import { randomUUID } from 'node:crypto';
import { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Verdict } from '../../src/domain/evidence/schema.ts';
import { startTown, type Town } from '../support/app.ts';
import { ask, withPlainSpaces } from '../support/ask.ts';
import { decide } from '../support/decide.ts';
import { connectTo } from '../support/postgres-client.ts';
import { request } from '../support/samples.ts';
import { createSetClock } from '../support/set-clock.ts';

/** 10 AM where Ana is, who is an admin. */
const clock = createSetClock('2027-03-10T15:00:00Z');
let town: Town;
beforeAll(async () => {
  town = await startTown({ clock });
});
afterAll(() => town?.stop());

const ana = () => town.slack.people.ana.id;
const shown = () => withPlainSpaces(JSON.stringify(town.slack.modal(ana())?.blocks ?? []));
const showing = (words: string) => town.slack.until(() => shown().includes(words));
const digests = (channelId: string) =>
  town.slack.messages(channelId).filter(({ text }) => text.includes('calls* in this channel'));

type Ended = { status: string; verdict?: Verdict; endedAt: string; cardIn?: string };

/** A call that was asked for in *dinner*, as its run leaves it. */
async function callThatEnded({ status, verdict, endedAt, cardIn = town.slack.channels.dinner }: Ended) {
  const { calls, posts } = town.store;
  const at = Date.parse(endedAt);
  const id = randomUUID();
  const requester = { workspaceId: town.slack.teamId, userId: ana() };
  const channelId = town.slack.channels.dinner;
  const confirmed = { id, requester, request, channelId, confirmedAt: at - 60_000 };
  const queued = await calls.confirm(confirmed, randomUUID(), async () => {});
  const placing = await calls.move(queued, 'placing', { sentAt: at - 30_000 });
  if (!placing) throw new Error('the call did not move');
  const ended = await calls.move(placing, 'ended', { status, endedAt: at, heardEndAt: at });
  const evidence = verdict && { verdict, facts: [], mismatches: [], flags: [] };
  if (ended && evidence)
    await calls.keepOutcome(ended, { highlights: [], nextSteps: [], transcript: 'read', evidence });
  await posts.save({ callId: id, part: 'card', channelId: cardIn, ts: `1.${at}`, digest: 'd' });
  return id;
}

/** What the schedule does every ten minutes; a process that starts looks for it at once. */
async function comesRound() {
  const boss = new PgBoss(town.database.url);
  await boss.start();
  await boss.send('digests');
  await boss.stop({ graceful: false });
  await town.restart();
}

test('an admin wants one for a channel, and everybody reads that in the rules', async () => {
  const { slack } = town;
  await slack.as(ana()).types(slack.channels.dinner, '/kally admin');
  await showing('Who called whom');
  await slack.as(ana()).clicks('modal', 'Daily digest');
  await showing('No channel is told every day');
  await slack.as(ana()).fills({ digestChannels: [slack.channels.board] });
  const refused = await slack.as(ana()).submits();
  expect(refused.errors).toEqual({ digestChannels: expect.stringContaining('cannot post in one of') });
  await slack.as(ana()).fills({ digestChannels: [slack.channels.dinner], digestAt: '09:30' });
  await showing(`Every day at 9:30 AM (New York time), Kally tells <#${slack.channels.dinner}>`);
  await slack.as(ana()).submits();
  await showing('Saved.');
  expect((await ask(town, slack.people.luis.id, 'reglas')).text).toContain(
    'Todos los días a las 9:30 (hora de Nueva York), Kally dice',
  );
});

test('it says once what came of the calls whose card stands there, and nothing of others', async () => {
  const { slack } = town;
  const { dinner } = slack.channels;
  await callThatEnded({ status: 'success', verdict: 'arranged', endedAt: '2027-03-10T12:00:00Z' });
  await callThatEnded({ status: 'success', verdict: 'arranged', endedAt: '2027-03-10T13:00:00Z' });
  await callThatEnded({ status: 'busy', endedAt: '2027-03-09T16:00:00Z' });
  // Two days ago, after the moment, and where Slack took its card to the requester alone.
  await callThatEnded({ status: 'busy', endedAt: '2027-03-08T13:00:00Z' });
  await callThatEnded({ status: 'busy', endedAt: '2027-03-10T14:45:00Z' });
  const cardIn = slack.channels.anaAndKally;
  await callThatEnded({ status: 'success', verdict: 'declined', endedAt: '2027-03-10T13:30:00Z', cardIn });

  slack.fault({ method: 'chat.postMessage', kind: 'refused', error: 'internal_error' });
  await comesRound();
  await expect.poll(() => town.logged.some((line) => line.includes('did not take a digest'))).toBe(true);
  expect(digests(dinner)).toHaveLength(0);
  // The process may be another one by then: what was not told is told at the next round.
  await comesRound();
  const [digest] = await slack.until(() => (digests(dinner).length > 0 ? digests(dinner) : undefined));
  expect(withPlainSpaces(digest?.text ?? '')).toMatch(
    /^\*3 calls\* in this channel since <!date\^1804602600\^[^|]*\|Mar 9, 2027, 9:30 AM>: 2 arranged, 1 to try again\.\n/,
  );
  expect(JSON.stringify(digest)).not.toMatch(/bikes|20\W{0,2}7946|declined/);
  await comesRound();
  expect(digests(dinner)).toHaveLength(1);
});

test('a process that dies right after it told a channel tells it nothing twice', async () => {
  const { slack } = town;
  const { dinner } = slack.channels;
  const noted = async () => (await client.query('select told_until from digests')).rows;
  const client = await connectTo(town.database.url);
  try {
    const before = await noted();
    // Slack took the message, and the moment until which it tells was not noted any more.
    await client.query("update digests set told_until = told_until - interval '1 day'");
    await comesRound();
    await expect.poll(noted).toEqual(before);
    expect(digests(dinner)).toHaveLength(1);
  } finally {
    await client.end();
  }
});

test('the next day it goes on where it stopped, but not where the rules allow no results any more', async () => {
  const { slack } = town;
  const { dinner, travel } = slack.channels;
  const before = digests(dinner).length;
  await callThatEnded({ status: 'no_answer', endedAt: '2027-03-11T12:00:00Z' });
  await callThatEnded({ status: 'no_answer', endedAt: '2027-03-11T12:30:00Z' });
  await decide(town, { channels: [travel] });
  clock.set('2027-03-11T15:00:00Z');
  await comesRound();
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(digests(dinner)).toHaveLength(before);
  await decide(town, { channels: [] });
  await comesRound();
  const last = await slack.until(() =>
    digests(dinner).length > before ? digests(dinner).at(-1) : undefined,
  );
  expect(last.text).toContain('*3 calls* in this channel since');
  expect(last.text).toContain(': 3 to try again.');
});
