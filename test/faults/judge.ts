import type pg from 'pg';
import type { WireMessage } from '../../sandbox/slack/wire.ts';
import type { Call } from '../../src/domain/call.ts';
import { isAllowedAt } from '../../src/domain/calling-hours.ts';
import { languages } from '../../src/domain/language.ts';
import { ladderEnd, maxFurtherAttempts } from '../../src/domain/retry-ladder.ts';
import { approvalWords } from '../../src/slack/call/approval-words.ts';
import { cardWords } from '../../src/slack/call/card-words.ts';
import { approveActionId } from '../../src/slack/card/approval-view.ts';
import { plannedWords } from '../../src/slack/form/due-words.ts';
import { connectTo } from '../support/postgres-client.ts';
import type { Ledger, Posted, Promised } from './ledger.ts';
import type { PlannedCall } from './plan.ts';
import { placeCalled, type Town } from './town.ts';

/** Each entry says what happened, for whoever has to find out why. */
export type Verdict = {
  double: string[];
  lost: string[];
  duplicated: string[];
  /** A phone rang when, or more often than, its person had confirmed. */
  outside: string[];
  /** The result of another call was told. */
  mixedUp: string[];
  /** Posted twice because something broke between Slack's taking a message and our writing that down. */
  duplicatedInGap: string[];
};

/** How long after Slack took a message what befell the replica may have kept it from being written down. */
const gapMs = 15_000;
/** As far as the times of several processes can be compared. */
const accuracyMs = 1_500;

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
    outside: await outside(town, planned),
    mixedUp: mixedUp(town),
    duplicatedInGap: [],
  };
  const messages = messagesByMark(town);
  const posts = await notedPosts(town);
  const known = new Set(posts.map(({ place }) => place));
  for (const { mark } of planned) {
    const callId = town.ledger.callsOf(mark).at(-1);
    const call = callId ? await town.store.calls.find(callId) : undefined;
    const [asked = [], cards = []] = [true, false].map((is) =>
      (messages.get(mark) ?? []).filter((message) => isAsked(message) === is),
    );
    const noted = posts.filter((post) => post.callId === callId);
    const fault = unsettled.has(mark)
      ? 'is not settled'
      : (missing(call, cards, noted) ?? stillAsked(asked, noted));
    if (fault) verdict.lost.push(`${mark} ${fault}`);
    for (const twice of [...repeated(mark, cards), ...askedTwice(asked)]) {
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
  const most = (phone: string) => confirmed.get(phone)?.reduce((sum, call) => sum + mostTries(call), 0) ?? 0;
  const rings = Object.entries(kallyai.rings()).filter(([phone, times]) => times > most(phone));
  return [...twice, ...rings.map(([phone, times]) => `${phone} rang ${times} times`)];
}

const mostTries = ({ later }: PlannedCall) => (later === 'ladder' ? 1 + maxFurtherAttempts : 1);

/** By KallyAI's clock: each call began in the time that was confirmed for it, and within calling hours. */
async function outside({ kallyai, ledger, hours }: Town, planned: readonly PlannedCall[]): Promise<string[]> {
  const made = kallyai.calls().toSorted((one, other) => +one.createdAt - +other.createdAt);
  return planned.flatMap((call) => {
    const ids = ledger.callsOf(call.mark);
    const tries = made.filter(({ idempotencyKey = '' }) => ids.includes(idempotencyKey));
    const faults = tries.flatMap(({ createdAt }, index) => {
      const at = createdAt.getTime();
      const window = index === 0 ? ledger.promised(call.mark) : furtherWindow(tries, index);
      const isIn = window && at >= window.from - accuracyMs && at <= window.until + accuracyMs;
      return [
        ...(isIn ? [] : [`${call.mark} rang at ${createdAt.toISOString()}, confirmed for ${told(window)}`]),
        ...(isAllowedAt(at, [placeCalled], hours)
          ? []
          : [`${call.mark} rang out of hours, at ${createdAt.toISOString()}`]),
      ];
    });
    if (tries.length > mostTries(call)) faults.push(`${call.mark} was tried ${tries.length} times`);
    return faults;
  });
}

type Tried = ReturnType<Town['kallyai']['calls']>[number];

/** A further try: after one that reached nobody, ten or more minutes later, until the evening of the next day. */
function furtherWindow(tries: Tried[], index: number): Promised | undefined {
  const [first, before] = [tries[0], tries[index - 1]];
  if (!first || !before?.endedAt || !['busy', 'no_answer'].includes(before.status)) return undefined;
  const afterMs = before.status === 'busy' ? 10 * 60_000 : 45 * 60_000;
  // A due time has no seconds.
  const from = before.endedAt.getTime() + afterMs - 60_000;
  return { from, until: ladderEnd(first.createdAt.getTime(), placeCalled) };
}

function told(window: Promised | undefined): string {
  return window
    ? [window.from, window.until].map((ms) => new Date(ms).toISOString()).join(' to ')
    : 'no time';
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
  const known = noted.filter(({ part }) => part === 'card' || part === 'refusal');
  const card =
    cards.find(({ channelId, ts }) => known.some(({ place }) => place === `${channelId}/${ts}`)) ??
    cards.at(-1);
  const { stages } = cardWords[call.request.language];
  const { planned: later, plannedAgain, heldTitle } = plannedWords[call.request.language];
  const waiting = [later('').trim(), plannedAgain('').trim(), heldTitle];
  if (waiting.some((words) => card?.text.includes(words)))
    return `is ${call.stage}, and its card says: ${card?.text}`;
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

/** What an approver was sent about it. */
function isAsked({ text }: WireMessage): boolean {
  return languages.some((language) => text.includes(approvalWords[language].facts.until));
}

/** Somebody may still press in what they were sent, although it is decided. One that was posted in the gap is nobody's to change. */
function stillAsked(asked: WireMessage[], noted: readonly NotedPost[]): string | undefined {
  const isOpen = ({ channelId, ts, blocks }: WireMessage) =>
    noted.some(({ place }) => place === `${channelId}/${ts}`) &&
    JSON.stringify(blocks).includes(approveActionId);
  return asked.some(isOpen) ? 'is decided, and an approver can still press' : undefined;
}

function askedTwice(asked: WireMessage[]): { what: string; messages: WireMessage[] }[] {
  const byApprover = Map.groupBy(asked, ({ channelId }) => channelId);
  return [...byApprover.values()]
    .filter(({ length }) => length > 1)
    .map((messages) => ({ what: 'what an approver was sent', messages }));
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
  const titles = languages.map((language) => plannedWords[language].heldTitle);
  const isQuestion = ({ text }: WireMessage) => titles.some((title) => text.includes(title));
  return [
    { what: 'the card', messages: cards.filter((card) => !isQuestion(card)) },
    { what: 'the question', messages: cards.filter(isQuestion) },
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

export type Standing = {
  callId: string;
  mark: string;
  submission: string;
  stage: string;
  isPlanned: boolean;
  isHeld: boolean;
  jobs: string[];
  /** How long until its next job is due, where it has no other. */
  restsMs: number | null;
};

/** Where all calls and their jobs stand, by the database itself. */
export async function standings(town: Town): Promise<Standing[]> {
  const all = await query<Standing>(
    town,
    `select c.id::text as "callId", c.submission_id as submission, c.stage::text, c.is_planned as "isPlanned",
       c.held is not null as "isHeld", array_agg(j.state::text) as jobs,
       case when bool_and(j.state in ('created', 'completed'))
         then 1000 * extract(epoch from min(j.start_after) filter (where j.state = 'created') - now())::float8 end as "restsMs"
     from calls c left join pgboss.job j on j.name = 'calls' and j.data->>'callId' = c.id::text
       -- The reminder of approvers who have answered comes later, and does nothing.
       and not (j.data->>'errand' = 'approval' and j.start_after > now() and not (c.is_planned and c.due_at is null))
     group by c.id order by c.attempt`,
  );
  return all.map((one) => ({ ...one, mark: town.ledger.callStands(one.callId, one.submission) ?? 'nobody' }));
}

async function query<Row extends pg.QueryResultRow>(town: Town, sql: string): Promise<Row[]> {
  const client = await connectTo(town.databaseUrl());
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}
