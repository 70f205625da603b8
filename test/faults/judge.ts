import type pg from 'pg';
import type { WireMessage } from '../../sandbox/slack/wire.ts';
import type { Call } from '../../src/domain/call.ts';
import { cardWords } from '../../src/slack/call/card-words.ts';
import { connectTo } from '../support/postgres-client.ts';
import type { Ledger, Posted } from './ledger.ts';
import type { PlannedCall } from './plan.ts';
import type { Town } from './town.ts';

/** Each entry says what happened, for whoever has to find out why. */
export type Verdict = {
  double: string[];
  lost: string[];
  duplicated: string[];
  /** The result of another call was told. */
  mixedUp: string[];
  /** Posted twice because something broke between Slack's taking a message and our writing that down. */
  duplicatedInGap: string[];
};

/** How long after Slack took a message what befell the replica may have kept it from being written down. */
const gapMs = 15_000;

/** Judges by the phones that rang, by what stands in Slack, and by what the rows say. */
export async function judge(
  town: Town,
  planned: readonly PlannedCall[],
  unsettled: ReadonlySet<string>,
): Promise<Verdict> {
  const verdict: Verdict = {
    double: ringsTwice(town, planned),
    lost: [],
    duplicated: [],
    mixedUp: mixedUp(town),
    duplicatedInGap: [],
  };
  const messages = messagesByMark(town);
  const posts = await notedPosts(town);
  const known = new Set(posts.map(({ place }) => place));
  for (const { mark } of planned) {
    const callId = town.ledger.callOf(mark);
    const call = callId ? await town.store.calls.find(callId) : undefined;
    const cards = messages.get(mark) ?? [];
    const noted = posts.filter((post) => post.callId === callId);
    const fault = unsettled.has(mark) ? 'is not settled' : missing(call, cards, noted);
    if (fault) verdict.lost.push(`${mark} ${fault}`);
    for (const twice of repeated(mark, cards)) {
      const list = isInGap(town.ledger, twice.messages, known) ? verdict.duplicatedInGap : verdict.duplicated;
      list.push(`${mark} ${twice.what} stands there ${twice.messages.length} times`);
    }
  }
  return verdict;
}

/** By KallyAI's own count: a call that was made twice, or a number that rang more often than calls were confirmed for it. */
function ringsTwice({ kallyai, ledger }: Town, planned: readonly PlannedCall[]): string[] {
  const made = Map.groupBy(kallyai.calls(), ({ idempotencyKey = '' }) => idempotencyKey);
  const twice = [...made]
    .filter(([, calls]) => calls.length > 1)
    .map(([callId]) => `${ledger.markOfCall(callId)} was placed twice`);
  const confirmed = Map.groupBy(planned, ({ phone }) => phone);
  const rings = Object.entries(kallyai.rings()).filter(
    ([phone, times]) => times > (confirmed.get(phone)?.length ?? 0),
  );
  return [...twice, ...rings.map(([phone, times]) => `${phone} rang ${times} times`)];
}

/** By what KallyAI was asked with, which it does not tell us: every end that was written is of the call that was made for it. */
function mixedUp({ kallyai, ledger }: Town): string[] {
  const madeFor = new Map(kallyai.calls().map(({ id, idempotencyKey }) => [id, idempotencyKey]));
  return ledger.endings
    .splice(0)
    .filter(({ callId, kallyCallId }) => madeFor.get(kallyCallId) !== callId)
    .map(({ callId, kallyCallId }) => {
      const other = ledger.markOfCall(madeFor.get(kallyCallId) ?? '');
      return `${ledger.markOfCall(callId)} was told the result of ${other}`;
    });
}

/** What a person would miss. A second card that was posted in the gap is counted as that. */
function missing(
  call: Call | undefined,
  cards: WireMessage[],
  noted: readonly NotedPost[],
): string | undefined {
  if (!call) return 'was confirmed, and there is no such call';
  if (cards.length === 0) return 'has no card';
  const card =
    cards.find(({ channelId, ts }) => noted.some(({ place }) => place === `${channelId}/${ts}`)) ??
    cards.at(-1);
  const { stages } = cardWords[call.request.language];
  const unfinished = [stages.queued, stages.placing, stages.checkingTitle, stages.callingSince('').trim()];
  if (unfinished.some((words) => card?.text.includes(words)))
    return `is ${call.stage}, and its card says: ${card?.text}`;
  if (cards.some(({ session }) => session?.status === 'processing'))
    return `is ${call.stage}, and its session is at work`;
  if (call.stage !== 'ended') return undefined;
  // Of these the card says all there is.
  if (['busy', 'no_answer', 'cancelled'].includes(call.status ?? '')) return undefined;
  if (cards.every(({ replies }) => replies.length === 0)) return 'ended, and its thread is empty';
  const hasTranscript = noted.some(({ part }) => /^transcript-(1|file)$/.test(part));
  return hasTranscript ? undefined : 'ended, and its thread has no transcript';
}

function messagesByMark({ slack, ledger }: Town): Map<string, WireMessage[]> {
  const cards = Object.values(slack.channels)
    .flatMap((channelId) => slack.messages(channelId))
    .filter(({ isBot }) => isBot);
  return Map.groupBy(cards, ({ channelId, ts }) => ledger.markOf({ message: `${channelId}/${ts}` }) ?? '');
}

/** Cards of one call, and replies below them that say the same. */
function repeated(mark: string, cards: WireMessage[]): { what: string; messages: WireMessage[] }[] {
  const replies = Map.groupBy(
    cards.flatMap((card) => card.replies),
    ({ text, files }) => [text, ...files.map(({ name }) => name)].join('\n'),
  );
  return [
    { what: 'the card', messages: cards },
    ...[...replies.values()].map((messages) => ({ what: `“${messages[0]?.text.split('\n')[0]}”`, messages })),
  ].filter(({ messages }) => messages.length > 1 && mark);
}

/** True when all but one of the messages were taken by Slack just before something broke, and were never written down. */
function isInGap(ledger: Ledger, messages: WireMessage[], known: ReadonlySet<string>): boolean {
  const unknown = messages.filter(({ channelId, ts }) => !known.has(`${channelId}/${ts}`));
  const excused = unknown.filter(({ channelId, ts }) => {
    const posted = ledger.posted.find((one) => one.channel === channelId && one.ts === ts);
    return posted && brokeAfter(ledger, posted);
  });
  return excused.length >= messages.length - 1;
}

function brokeAfter(ledger: Ledger, { wasAnswered, replica, at }: Posted): boolean {
  return !wasAnswered || ledger.wasHarmed(replica, at, at + gapMs);
}

type NotedPost = { callId: string; part: string; place: string };

async function notedPosts(town: Town): Promise<NotedPost[]> {
  return query<NotedPost>(
    town,
    `select call_id::text as "callId", part, channel_id || '/' || ts as place from posts`,
  );
}

export type Standing = { callId: string; viewId: string; stage: string; jobs: string[] };

/** Where all calls and their jobs stand, by the database itself. */
export async function standings(town: Town): Promise<Standing[]> {
  const all = await query<Standing>(
    town,
    `select c.id::text as "callId", c.submission_id as "viewId", c.stage::text, array_agg(j.state::text) as jobs
     from calls c left join pgboss.job j on j.name = 'calls' and j.data->>'callId' = c.id::text group by c.id`,
  );
  for (const { callId, viewId } of all) town.ledger.callStands(callId, viewId);
  return all;
}

async function query<Row extends pg.QueryResultRow>(town: Town, sql: string): Promise<Row[]> {
  const client = await connectTo(town.databaseUrl());
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}
