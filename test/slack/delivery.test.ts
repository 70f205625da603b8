import { randomBytes, randomUUID } from 'node:crypto';
import { webApi } from '@slack/bolt';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type SlackSandbox, startSlackSandbox } from '../../sandbox/slack/server.ts';
import { CannotBeSaid } from '../../src/calls/announcer.ts';
import type { Call, TranscriptLine } from '../../src/domain/call.ts';
import { systemClock } from '../../src/domain/clock.ts';
import { createAnnouncer } from '../../src/slack/delivery/announcer.ts';
import { type Method, type Remedy, refusals } from '../../src/slack/transport/refusals.ts';
import { createSenders } from '../../src/slack/transport/sender.ts';
import { webClientOptions } from '../../src/slack/transport/web-clients.ts';
import { createStore } from '../../src/store/store.ts';
import { manifest } from '../support/app.ts';
import { createTestDatabase } from '../support/database.ts';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let slack: SlackSandbox;
let store: ReturnType<typeof createStore>;
let announcer: ReturnType<typeof createAnnouncer>;
/** Another process. */
let other: typeof announcer;
const slept: number[] = [];
let aheadMs = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  slack = await startSlackSandbox({ manifest });
  const keys = [{ id: 'k', key: Uint8Array.from(randomBytes(32)) }];
  store = createStore({ databaseUrl: database.url, keys, onError: () => {} });
  const log = pino({ level: 'silent' });
  const logger = { ...console, setLevel() {}, setName() {}, getLevel: () => webApi.LogLevel.ERROR };
  const silent = { ...logger, debug() {}, info() {}, warn() {}, error() {} };
  const client = new webApi.WebClient(slack.botToken, webClientOptions(slack.apiUrl, silent));
  const clock = {
    now: () => systemClock.now() + aheadMs,
    steady: () => systemClock.steady() + aheadMs,
    async sleep(ms: number) {
      slept.push(ms);
      aheadMs += ms;
    },
  };
  const process = () =>
    createAnnouncer({
      senderFor: createSenders({ clientFor: async () => client, clock }),
      store,
      clock,
      log,
      onMoved: () => {},
      nameOf: async () => 'Ana Torres',
      steps: { proposer: async () => true },
      readerOf: async () => ({ language: 'en', timeZone: 'UTC' }),
      costs: () => undefined,
    });
  announcer = process();
  other = process();
});
afterAll(async () => {
  await slack?.stop();
  await store?.close();
  await database?.drop();
});
beforeEach(() => {
  slack.clearFaults();
  slept.length = 0;
});

async function confirmed(channelId = slack.channels.dinner, workspaceId = slack.teamId): Promise<Call> {
  const call = {
    id: randomUUID(),
    requester: { workspaceId, userId: slack.people.ana.id },
    request: {
      phone: '+14155550123',
      task: `Ask for the opening hours ${randomUUID()}`,
      category: 'general' as const,
      callLanguage: 'en' as const,
      language: 'en' as const,
      timeZone: 'America/New_York',
    },
    channelId,
    confirmedAt: Date.now(),
  };
  return store.calls.confirm(call, randomUUID(), async () => {});
}

const cardsOf = (call: Call, channelId = call.channelId) =>
  slack.messages(channelId).filter(({ text }) => text.includes(call.request.task));
const outcome = { highlights: ['They open at nine.'], nextSteps: [], transcript: 'awaited' as const };
const ended = (call: Call): Call => ({
  ...call,
  stage: 'ended',
  status: 'success',
  durationSeconds: 61,
  outcome,
});
const spoken = (count: number, length = 60): TranscriptLine[] =>
  Array.from({ length: count }, (_, index) => ({
    speaker: index % 2 ? 'business' : 'kally',
    text: `${index} ${'word '.repeat(length / 5)}`,
    atSeconds: index * 4,
  }));

test('a card is posted once, and edited only if its text changed', async () => {
  const call = await confirmed();
  await announcer.card(call);
  const updates = () => slack.calls('chat.update').length;
  const before = updates();
  await announcer.card(call);
  expect(updates()).toBe(before);
  await announcer.card(call, { delay: 'kally_away' });
  await announcer.card(ended(call));
  await announcer.card(ended(call));
  expect(updates()).toBe(before + 2);
  expect(cardsOf(call)).toHaveLength(1);
  expect(cardsOf(call)[0]?.text).toContain('Asked by');
});

test('a call that was forgotten with its requester gets no card any more', async () => {
  const call = await confirmed();
  await store.forget(call.requester);
  await announcer.card(call, { delay: 'not_connected' });
  expect(cardsOf(call)).toEqual([]);
});

test('a second run posts nothing twice, and continues where the first one stopped', async () => {
  const call = ended(await confirmed());
  const lines = spoken(120);
  await announcer.card(call);
  await announcer.result(call);
  slack.fault({ method: 'chat.postMessage', kind: '500' });
  await expect(announcer.transcript(call, lines)).rejects.toThrow();
  for (const _ of [1, 2]) {
    await announcer.card(call);
    await announcer.result(call);
    await announcer.transcript(call, lines);
  }
  const replies = cardsOf(call)[0]?.replies ?? [];
  expect(replies.map(({ text }) => text.split('\n')[0])).toEqual([
    `<@${slack.people.ana.id}> a number ending in 123: They open at nine. The call is over. The transcript is still to come.`,
    'Transcript, 1 of 3',
    'Transcript, 2 of 3',
    'Transcript, 3 of 3',
  ]);
});

test('a long transcript is one file in the thread, whole', async () => {
  const call = ended(await confirmed(slack.channels.reception));
  const lines = spoken(400);
  await announcer.card(call);
  await announcer.transcript(call, lines);
  await announcer.transcript(call, lines);
  const files = (cardsOf(call)[0]?.replies ?? []).flatMap((reply) => reply.files);
  expect(files).toHaveLength(1);
  const content = await fetch(new URL(files[0]?.url ?? '', slack.url)).then((answer) => answer.text());
  expect(content.match(/^\[\d+:\d\d\] (Kally|Business): /gm)).toHaveLength(400);
});

test('of a transcript without an end twenty pages are posted, and how to get all of it', async () => {
  const call = ended(await confirmed());
  await announcer.card(call);
  await announcer.transcript(call, spoken(3_000));
  const replies = cardsOf(call)[0]?.replies.map(({ text }) => text) ?? [];
  // The result, twenty pages, and where the rest is.
  expect(replies).toHaveLength(22);
  expect(replies.at(-1)).toContain(`/kally transcript ${call.id.slice(0, 8)}`);
});

test('where Kally is no member Slack takes no file, and the transcript comes in pages', async () => {
  const call = ended(await confirmed());
  await announcer.card(call);
  await announcer.transcript(call, spoken(400));
  await announcer.transcript(call, spoken(400));
  const pages = cardsOf(call)[0]?.replies.map(({ text }) => text) ?? [];
  expect(pages.length).toBeGreaterThan(5);
  expect(new Set(pages).size).toBe(pages.length);
  expect(pages.at(-1)).toContain(': 399 ');
});

test('a transcript that never comes is one honest sentence', async () => {
  const call = ended(await confirmed());
  await announcer.card(call);
  await announcer.transcript(call, 'none');
  const [reply] = cardsOf(call)[0]?.replies ?? [];
  expect(reply?.text).toContain('KallyAI has no transcript of this call.');
  expect(reply?.text).toContain('They open at nine.');
  expect(reply?.text).toContain(`<@${slack.people.ana.id}>`);
});

test('Kally waits as long as Slack asks, but not forever', async () => {
  const call = await confirmed();
  slack.fault({ method: 'chat.postMessage', kind: '429', retryAfterSeconds: 2, times: 2 });
  await announcer.card(call);
  expect(slept.filter((ms) => ms > 1_500 && ms <= 2_000)).toHaveLength(2);
  expect(cardsOf(call)).toHaveLength(1);
  slack.fault({ method: 'chat.update', kind: '429', retryAfterSeconds: 1, times: 6 });
  await expect(announcer.card(ended(call))).rejects.toThrow();
  await announcer.card(ended(call));
  expect(cardsOf(call)[0]?.text).toContain('Asked by');
});

test('a channel gets one post a second, and another channel does not wait for it', async () => {
  const calls = await Promise.all(Array.from({ length: 4 }, () => confirmed(slack.channels.general)));
  const elsewhere = await confirmed(slack.channels.reception);
  aheadMs += 10_000;
  await Promise.all(calls.map((call) => announcer.card(call)));
  expect(Math.round(slept.reduce((sum, ms) => sum + ms, 0) / 1000)).toBe(3);
  slept.length = 0;
  await announcer.card(elsewhere);
  expect(slept).toEqual([]);
});

test('a workspace’s burst of edits waits for its own limit, and no other workspace waits for it', async () => {
  const burst: Call[] = [];
  while (burst.length < 25) burst.push(await confirmed());
  const other = await confirmed(slack.channels.travel, 'T0OTHER001');
  await Promise.all([...burst, other].map((call) => announcer.card(call)));
  slept.length = 0;
  await Promise.all(burst.map((call) => announcer.card(ended(call))));
  expect(slept.length).toBeGreaterThanOrEqual(5);
  slept.length = 0;
  await announcer.card(ended(other));
  expect(slept).toEqual([]);
  expect(cardsOf(other)[0]?.text).toContain('Asked by');
});

test('if edits come faster than Slack takes them, the last one wins', async () => {
  const call = await confirmed();
  await announcer.card(call);
  const before = slack.calls('chat.update').length;
  const delays = ['kally_away', 'not_connected', 'not_stopped'] as const;
  await Promise.all([...delays.map((delay) => announcer.card(call, { delay })), announcer.card(ended(call))]);
  expect(slack.calls('chat.update').length - before).toBeLessThanOrEqual(2);
  expect(cardsOf(call)[0]?.text).toContain('Asked by');
});

test('a run that lost its call while a message waited posts nothing any more', async () => {
  const call = await confirmed();
  await announcer.card(call);
  const assertHeld = () => Promise.reject(new Error('another run has the lease'));
  const lease = { callId: call.id, signal: new AbortController().signal, assertHeld };
  const sent = slack.calls().length;
  await expect(announcer.card(call, { delay: 'kally_away', lease })).rejects.toThrow('another run');
  await expect(announcer.result(ended(call), { lease })).rejects.toThrow('another run');
  expect(slack.calls()).toHaveLength(sent);
  // Whoever goes on does not wait for it.
  await Promise.all([
    announcer.transcript(ended(call), 'none', { lease }).catch(() => {}),
    announcer.transcript(ended(call), 'none'),
  ]);
  expect(cardsOf(call)[0]?.replies).toHaveLength(1);
});

test('if two processes post the same, the second deletes its message', async () => {
  const call = await confirmed();
  const bothSay = async (say: (one: typeof announcer) => Promise<void>) => {
    slack.fault({ method: 'chat.postMessage', kind: 'slow', delayMs: 500 });
    const posts = slack.calls('chat.postMessage').length;
    const first = say(announcer);
    await slack.until(() => slack.calls('chat.postMessage').length > posts);
    await Promise.all([first, say(other)]);
    expect(slack.calls('chat.postMessage').length - posts).toBe(2);
    slack.clearFaults();
  };
  // Slack is in trouble when the second is to be deleted, too.
  slack.fault({ method: 'chat.delete', kind: '429', times: 1 });
  slack.fault({ method: 'chat.delete', kind: '500', times: 1 });
  await bothSay((one) => one.card(call));
  expect(cardsOf(call)).toHaveLength(1);
  await bothSay((one) => one.result(ended(call)));
  expect(cardsOf(call)[0]?.replies).toHaveLength(1);
  await announcer.card(ended(call));
  expect(cardsOf(call)[0]?.text).toContain('Asked by');
});

test('where Kally cannot post, the requester is told directly and the thread goes there too', async () => {
  const call = ended(await confirmed(slack.channels.board));
  await announcer.card(call);
  await announcer.result(call);
  const [card] = cardsOf(call, slack.channels.anaAndKally);
  expect(card?.text).toContain(`Kally could not post in <#${slack.channels.board}>`);
  expect(card?.text).toContain('+1 415 555 0123');
  expect(card?.replies).toHaveLength(1);
});

test('“only me” is the requester’s direct message, with the number in full', async () => {
  const call = await confirmed(slack.people.ana.id);
  await announcer.card(call);
  await announcer.card(ended(call));
  const cards = cardsOf(call, slack.channels.anaAndKally);
  expect(cards).toHaveLength(1);
  expect(cards[0]?.text).toContain('+1 415 555 0123');
  expect(cards[0]?.text).not.toContain('could not post');
});

/** What is done about a refusal of something: said to the requester instead, tried again later, or given up. */
async function metWith(say: () => Promise<void>, method: string, error: string): Promise<Remedy | 'nothing'> {
  slack.clearFaults();
  slack.fault({ method, kind: 'refused', error });
  const toAna = () => slack.messages(slack.channels.anaAndKally).length;
  const before = toAna();
  try {
    await say();
    return toAna() > before ? 'elsewhere' : 'nothing';
  } catch (refused) {
    return refused instanceof CannotBeSaid ? 'giveUp' : 'again';
  }
}

async function withCard(): Promise<Call> {
  slack.clearFaults();
  const call = await confirmed();
  await announcer.card(call);
  return call;
}

test.each<[Method, (call: Call) => Promise<void>]>([
  ['chat.update', (call) => announcer.card(ended(call))],
  ['chat.postMessage', (call) => announcer.result(ended(call))],
])(
  'whatever %s answers, the requester hears it, or it is said later, or it is given up',
  async (method, say) => {
    const rows = { ...refusals.any, ...refusals.unlisted, ...refusals[method] };
    const met: Record<string, string> = {};
    let call = await withCard();
    for (const error of Object.keys(rows)) {
      const how = await metWith(() => say(call), method, error);
      met[error] = how;
      // It stands there now, and would not be said again.
      if (how === 'elsewhere') call = await withCard();
    }
    expect(met).toEqual(rows);
  },
);

test.each<Method>(['files.getUploadURLExternal', 'files.completeUploadExternal'])(
  'whatever %s answers, Slack takes no file there, or it is tried again',
  async (method) => {
    const rows = { ...refusals.any, ...refusals.unlisted, ...refusals[method] };
    const call = await withCard();
    for (const [error, remedy] of Object.entries(rows)) {
      slack.clearFaults();
      slack.fault({ method, kind: 'refused', error });
      const taken = await announcer.calendar(call, 'BEGIN:VCALENDAR').catch(() => 'again');
      expect([error, taken]).toEqual([error, remedy === 'again' ? 'again' : false]);
    }
  },
);

test.each(['restricted_action_thread_locked', 'thread_not_found', 'is_archived'])(
  'beneath a card where Slack answers %s, outcome and transcript go to the requester, once',
  async (error) => {
    const call = await confirmed();
    await announcer.card(call);
    const before = slack.messages(slack.channels.anaAndKally).length;
    const lines: TranscriptLine[] = [{ speaker: 'kally', text: `Good morning ${call.id}` }];
    for (const _ of ['run', 'run again']) {
      slack.fault({ method: 'chat.postMessage', kind: 'refused', error });
      await announcer.result(ended(call));
      slack.clearFaults();
      slack.fault({ method: 'chat.postMessage', kind: 'refused', error });
      await announcer.transcript(ended(call), lines);
      slack.clearFaults();
    }
    expect(slack.messages(slack.channels.anaAndKally).slice(before)).toHaveLength(2);
  },
);

test('a card that somebody deleted is told to the requester instead', async () => {
  const call = await confirmed();
  await announcer.card(call);
  const [card] = cardsOf(call);
  const client = new webApi.WebClient(slack.botToken, { slackApiUrl: slack.apiUrl });
  await client.chat.delete({ channel: call.channelId, ts: card?.ts ?? '' });
  await announcer.card(ended(call));
  await announcer.result(ended(call));
  expect(cardsOf(call, slack.channels.anaAndKally)[0]?.replies).toHaveLength(1);
});

test('if two processes edit a card at once, the stored state wins', async () => {
  const call = await confirmed();
  await announcer.card(call);
  await store.calls.move(call, 'refused', { refusal: { code: 'stopped' } });
  slack.fault({ method: 'chat.update', kind: 'slow', delayMs: 200 });
  const updates = slack.calls('chat.update').length;
  const old = announcer.card({ ...call, stage: 'calling' });
  await slack.until(() => slack.calls('chat.update').length > updates);
  await announcer.refresh(call.id);
  await old;
  expect(cardsOf(call)[0]?.text).toContain('Cancelled before anybody’s phone rang');
});
