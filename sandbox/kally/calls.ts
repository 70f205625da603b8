import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { type Account, type AccountId, charge } from './accounts.ts';
import {
  type FinalStatus,
  lateTranscriptSeconds,
  type PhoneBehaviour,
  type Unanswered,
  unansweredSeconds,
} from './behaviour.ts';
import type { Appointed, SandboxClock } from './clock.ts';
import { type Report, reportOf } from './conversation.ts';
import { ApiError } from './errors.ts';
import { behaviourOf } from './phones.ts';
import type { CreateRequest, Submission } from './submission.ts';

export interface SandboxCall {
  readonly id: string;
  readonly account: Account;
  readonly submission: Submission;
  /** What the request that made it was to be known by. */
  readonly idempotencyKey?: string;
  readonly timezone: string;
  readonly behaviour: PhoneBehaviour;
  readonly createdAt: Date;
  readonly rang: PromiseWithResolvers<void>;
  readonly over: PromiseWithResolvers<void>;
  stage: 'waiting' | 'live' | 'over';
  status: string;
  endedAt?: Date;
  report?: Report;
  transcriptReady: boolean;
  next?: { step: Step; due: Appointed };
}

/** What happens to a call by itself: its phone rings, it takes these words for its status one by one and ends, its transcript appears. */
type Step =
  | { what: 'dial' }
  | { what: 'go on'; words: string[]; secondsEach: number; outcome: PhoneBehaviour['outcome'] }
  | { what: 'release transcript' };

type GoOn = Extract<Step, { what: 'go on' }>;

/** A call as plain data. */
export type SavedCall = Pick<
  SandboxCall,
  'id' | 'submission' | 'idempotencyKey' | 'timezone' | 'stage' | 'status' | 'report' | 'transcriptReady'
> & {
  account: AccountId;
  createdAt: string;
  endedAt?: string;
  next?: { step: Step; inSeconds: number };
};

/** All calls and what becomes of them. */
export class CallBook {
  readonly #clock: SandboxClock;
  readonly #calls = new Map<string, SandboxCall>();
  readonly #rings = new Map<string, number>();
  readonly #firstTriesOf: ((phone: string) => readonly Unanswered[]) | undefined;

  constructor(clock: SandboxClock, firstTriesOf?: (phone: string) => readonly Unanswered[]) {
    this.#clock = clock;
    this.#firstTriesOf = firstTriesOf;
  }

  place(account: Account, { submission, timezone }: CreateRequest, idempotencyKey?: string): SandboxCall {
    const phone = submission.respondent_phone;
    const firstTries = this.#firstTriesOf?.(phone);
    const behaviour = { ...behaviourOf(phone), ...(firstTries && { firstTries }) };
    const call: SandboxCall = {
      id: randomUUID(),
      account,
      submission,
      ...(idempotencyKey !== undefined && { idempotencyKey }),
      timezone,
      behaviour,
      createdAt: new Date(this.#clock.now()),
      rang: Promise.withResolvers(),
      over: Promise.withResolvers(),
      stage: 'waiting',
      status: behaviour.words.queued,
      transcriptReady: false,
    };
    this.#calls.set(call.id, call);
    this.#after(call, behaviour.queueSeconds, { what: 'dial' });
    return call;
  }

  save(): SavedCall[] {
    return this.all().map(({ next, account, createdAt, endedAt, behaviour: _, rang, over, ...plain }) => ({
      ...plain,
      account: account.id,
      createdAt: createdAt.toISOString(),
      ...(endedAt ? { endedAt: endedAt.toISOString() } : {}),
      ...(next ? { next: { step: next.step, inSeconds: next.due.remainingSeconds() } } : {}),
    }));
  }

  /** Calls that were under way go on from where they were. */
  restore(
    saved: SavedCall[],
    accounts: ReadonlyMap<AccountId, Account>,
    rings: Record<string, number>,
  ): void {
    for (const { account: accountId, createdAt, endedAt, next, ...plain } of saved) {
      const account = accounts.get(accountId);
      if (!account) continue;
      const call: SandboxCall = {
        ...plain,
        account,
        behaviour: behaviourOf(plain.submission.respondent_phone),
        createdAt: new Date(createdAt),
        ...(endedAt ? { endedAt: new Date(endedAt) } : {}),
        rang: Promise.withResolvers(),
        over: Promise.withResolvers(),
      };
      if (call.stage !== 'waiting') call.rang.resolve();
      if (call.stage === 'over') call.over.resolve();
      this.#calls.set(call.id, call);
      if (next) this.#after(call, next.inSeconds, next.step);
    }
    for (const [phone, times] of Object.entries(rings)) this.#rings.set(phone, times);
  }

  /** Newest first; without the calls that are hidden until they are over. */
  list(account: Account): SandboxCall[] {
    return [...this.#calls.values()].filter((call) => call.account === account && isListed(call)).reverse();
  }

  find(account: Account, id: string): SandboxCall {
    const call = this.#calls.get(id);
    if (!call || call.account !== account || !isListed(call)) throw new ApiError('call_not_found');
    return call;
  }

  /** By whoever knows the id, as a signed link would. */
  findRecorded(id: string): SandboxCall | undefined {
    return this.#calls.get(id);
  }

  all(): SandboxCall[] {
    return [...this.#calls.values()];
  }

  cancel(call: SandboxCall): void {
    if (call.stage !== 'waiting') throw tooLate(call);
    this.#end(call, 'cancelled');
  }

  stop(call: SandboxCall): void {
    if (call.stage !== 'live') throw tooLate(call);
    this.#end(call, 'terminated');
  }

  /** The call is dialled at that time of its own time zone instead. */
  reschedule(call: SandboxCall, date: string, time: string): void {
    if (call.stage !== 'waiting') throw tooLate(call);
    const moment = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(call.timezone);
    const seconds = (moment.epochMilliseconds - this.#clock.now()) / 1000;
    if (seconds <= 0) throw new ApiError('scheduling_violation', { reason: 'in_the_past' });
    call.status = 'scheduled';
    this.#after(call, seconds, { what: 'dial' });
  }

  rings(): Record<string, number> {
    return Object.fromEntries(this.#rings);
  }

  forget(): void {
    for (const call of this.#calls.values()) {
      call.next?.due.callOff();
      call.rang.resolve();
      call.over.resolve();
    }
    this.#calls.clear();
    this.#rings.clear();
  }

  #after(call: SandboxCall, seconds: number, step: Step): void {
    call.next?.due.callOff();
    call.next = { step, due: this.#clock.after(seconds, () => this.#take(call, step)) };
  }

  #take(call: SandboxCall, step: Step): void {
    delete call.next;
    if (step.what === 'dial') this.#dial(call);
    else if (step.what === 'go on') this.#walk(call, step);
    else call.transcriptReady = true;
  }

  #dial(call: SandboxCall): void {
    const { outcome: usualOutcome, firstTries, words } = call.behaviour;
    if (usualOutcome === 'cancelled') {
      this.#end(call, usualOutcome);
      return;
    }
    const phone = call.submission.respondent_phone;
    const rang = this.#rings.get(phone) ?? 0;
    this.#rings.set(phone, rang + 1);
    const outcome = firstTries[rang % (firstTries.length + 1)] ?? usualOutcome;
    call.stage = 'live';
    call.rang.resolve();
    if (outcome === 'never ends') {
      call.status = words.live[0] ?? 'in_progress';
      return;
    }
    const secondsEach = secondsUntil(outcome, call.behaviour) / words.live.length;
    this.#walk(call, { what: 'go on', words: words.live, secondsEach, outcome });
  }

  /** Through the words for a live call, and then to its end. */
  #walk(call: SandboxCall, { words: [word, ...rest], ...step }: GoOn): void {
    if (word === undefined) {
      this.#end(call, step.outcome);
      return;
    }
    call.status = word;
    this.#after(call, step.secondsEach, { ...step, words: rest });
  }

  #end(call: SandboxCall, outcome: PhoneBehaviour['outcome']): void {
    call.next?.due.callOff();
    delete call.next;
    const status = isFinal(outcome) ? outcome : 'success';
    call.report = reportOf(call, status, call.behaviour);
    call.status = isFinal(outcome) ? outcome : 'resolved_elsewhere';
    call.stage = 'over';
    call.endedAt = new Date(this.#clock.now());
    charge(call.account, call.report.durationSeconds);
    this.#releaseTranscript(call);
    call.rang.resolve();
    call.over.resolve();
  }

  #releaseTranscript(call: SandboxCall): void {
    const { transcript } = call.behaviour;
    if (transcript === 'never') return;
    if (transcript !== 'late') {
      call.transcriptReady = true;
      return;
    }
    this.#after(call, lateTranscriptSeconds, { what: 'release transcript' });
  }
}

function secondsUntil(outcome: PhoneBehaviour['outcome'], behaviour: PhoneBehaviour): number {
  if (isUnanswered(outcome)) return unansweredSeconds[outcome];
  return behaviour.ringSeconds + behaviour.talkSeconds;
}

function isUnanswered(outcome: PhoneBehaviour['outcome']): outcome is Unanswered {
  return outcome in unansweredSeconds;
}

function isListed(call: SandboxCall): boolean {
  if (call.behaviour.forgotten) return false;
  return call.behaviour.listed === 'from the start' || call.stage === 'over';
}

function isFinal(outcome: PhoneBehaviour['outcome']): outcome is FinalStatus {
  return outcome !== 'never ends' && outcome !== 'unknown word';
}

function tooLate(call: SandboxCall): ApiError {
  const reason = { waiting: 'not_connected_yet', live: 'already_connected', over: 'already_ended' }[
    call.stage
  ];
  return new ApiError('call_not_stoppable', { reason, details: { status: call.status } });
}
