import { backoff, retry } from '../domain/backoff.ts';
import type { Call, Delay, Refusal, Stage } from '../domain/call.ts';
import { systemClock } from '../domain/clock.ts';
import { NotConnected } from '../domain/not-connected.ts';
import type { KallyCall } from '../kally/client.ts';
import { KallyRefusal, surelyNotDialled } from '../kally/errors.ts';
import { isUniqueViolation } from '../store/calls.ts';
import { isInTime, latestMoment, nowByBothClocks } from './in-time.ts';
import { hold } from './plan-call.ts';
import { findingsOf } from './policies.ts';
import { heardAs, type Moved, moved, type Run } from './run.ts';
import { blockingAfterMs, deadlines, delayGrowth, leavesWithinMs, placingShownAfterMs } from './timing.ts';

/** The call after the try. In `queued` the phone surely did not ring and another try may follow: with the reason and how long to wait. */
type Placed = { moved: Moved | undefined; hitch?: Hitch };
type Hitch = { delay: Delay; refusal: Refusal; waitMs: number };

const away: Hitch = { delay: 'kally_away', refusal: { code: 'not_placed_in_time' }, waitMs: 0 };

/** Sends a confirmed call to KallyAI. Waits while KallyAI or Slack are away, for as long as the person would expect a call. */
export async function placeCall(run: Run, call: Call): Promise<Moved | undefined> {
  let queued = call;
  let hitch: Hitch | undefined;
  for (let tries = 0; ; tries++) {
    if (leftMs(run, call) < 0) return giveUp(run, queued, (hitch ?? away).refusal);
    // Requested while the request was out, and KallyAI refused that one.
    if (queued.stopRequestedAt) return refuse(run, queued, 'stopped');
    const now = await factsNow(run, queued);
    const [finding] = findingsOf(queued.request, { ruled: now?.ruled });
    if (finding) return refuse(run, queued, finding.code);
    if (now && !isInTime(queued, now)) return giveUp(run, queued, (hitch ?? away).refusal);
    if (now && (await hasCard(run, queued, hitch?.delay))) {
      const placed = await place(run, queued);
      if (placed.moved?.call.stage !== 'queued') return placed.moved;
      queued = placed.moved.call;
      hitch = placed.hitch ?? away;
      await run.show(queued, hitch.delay);
    }
    await run.sleep(Math.max(backoff(delayGrowth, tries), hitch?.waitMs ?? 0));
  }
}

/** What is left of the time in which a person expects the phone to ring. */
function leftMs({ clock }: Run, call: Call): number {
  return latestMoment(call) - clock.now();
}

/** A call that was planned must not be late because the clock of this machine is. */
async function latestNow({ store, clock }: Run, { plan }: Call): Promise<number> {
  return plan ? (await nowByBothClocks(store, clock)).latest : clock.now();
}

/** The requester of a planned call may not be watching, so Kally asks them again. */
async function giveUp(run: Run, call: Call, refusal: Refusal): Promise<Moved | undefined> {
  const { plan, stopRequestedAt } = call;
  if (!plan || stopRequestedAt) return refuse(run, call, refusal);
  return moved(await hold(run, { ...call, plan }, 'late'));
}

/** The rules as they are now; nothing while it is not known whether they allow the call: nobody's phone rings on a guess. */
async function factsNow(run: Run, call: Call) {
  const { rules, hours, log, signal } = run;
  try {
    const [ruled, at] = await Promise.all([rules.ruledAtDialling(call), latestNow(run, call)]);
    return ruled && { ruled, at, hours };
  } catch (error) {
    signal.throwIfAborted();
    log.warn({ err: error }, 'the rules could not be read, so not placing');
    return undefined;
  }
}

/** Nobody's phone rings before its card stands in Slack. */
async function hasCard(run: Run, call: Call, delay: Delay | undefined): Promise<boolean> {
  try {
    await run.announcer.card(call, { delay, lease: run.lease });
    return true;
  } catch (error) {
    run.signal.throwIfAborted();
    run.log.warn({ err: error }, 'no card yet, so not placing');
    return false;
  }
}

/** One try. */
async function place(run: Run, queued: Call): Promise<Placed> {
  // Most problems show here, before the row says that the call may have been made.
  const { signal } = run;
  const entry = await enter(run, leftMs(run, queued)).then(
    (leave) => ({ leave }),
    (error: unknown) => ({ error }),
  );
  if ('error' in entry) {
    signal.throwIfAborted();
    run.log.warn({ err: entry.error }, 'KallyAI takes no call now, so not placing');
    if (entry.error instanceof NotConnected) return { moved: await refuse(run, queued, 'not_connected') };
    return { moved: moved(queued), hitch: hitchOf(entry.error) };
  }
  if (leftMs(run, queued) >= 0) return sendWatched(run, queued).finally(entry.leave);
  // The account's turn came too late.
  entry.leave();
  return { moved: moved(queued) };
}

/** Waits for the account's turn, as long as the call may still be placed. */
async function enter({ kally, account, clock, signal }: Run, patienceMs: number): Promise<() => void> {
  const entered = new AbortController();
  const patience = new AbortController();
  void clock.sleep(Math.max(0, patienceMs), AbortSignal.any([signal, entered.signal])).then(
    () => patience.abort(new Error('the turn of the account did not come in time')),
    () => {},
  );
  return kally
    .enter({ account, signal: AbortSignal.any([signal, patience.signal]) })
    .finally(() => entered.abort());
}

async function sendWatched(run: Run, queued: Call): Promise<Placed> {
  // Before the request leaves, the row says so: a run that finds this row must not send it again.
  const isSoon = stopwatch();
  const call = await run.calls.move(queued, 'placing', { sentAt: run.clock.now() });
  if (!call) return { moved: undefined };
  run.log.info('the call leaves for KallyAI');
  const answered = new AbortController();
  const watched = watch(run, call, answered.signal);
  const answer = await send(run, call, () => mayLeave(run, call, isSoon));
  answered.abort();
  const placed =
    'heard' in answer
      ? { moved: await recordAnswer(run, call, answer.heard) }
      : await mend(run, call, answer.error);
  await watched;
  return placed;
}

/** By both clocks of the machine: one of them stops while the machine sleeps. */
function stopwatch(): () => boolean {
  const { now, steady } = systemClock;
  const [atWall, at] = [now(), steady()];
  return () => Math.max(now() - atWall, steady() - at) <= leavesWithinMs;
}

/**
 * Rejects if the request must not leave any more. Between the row and the first byte, this process may have been frozen; another run may have
 * taken the call since, or told the person that nobody can know.
 */
async function mayLeave(run: Run, call: Call, isSoon: () => boolean): Promise<void> {
  await run.lease.assertHeld();
  // KallyAI may have kept it waiting since they were looked at.
  const now = await factsNow(run, call);
  if (!now || findingsOf(call.request, { ruled: now.ruled }).length > 0)
    throw new Error('a rule may stand against the call');
  if (!isInTime(call, now)) throw new Error('the time for the call is over');
  const stored = await run.calls.find(call.id);
  if (stored?.version !== call.version) throw new Error('the call moved on before its request left');
  if (stored.stopRequestedAt) throw new Error('the call was stopped before its request left');
  if (!isSoon()) throw new Error('the request would leave too late');
}

async function send(
  run: Run,
  call: Call,
  beforeSending: () => Promise<void>,
): Promise<{ heard: KallyCall } | { error: unknown }> {
  const { account, signal } = run;
  const { id: idempotencyKey, request } = call;
  try {
    return { heard: await run.kally.createCall({ account, idempotencyKey, request, signal, beforeSending }) };
  } catch (error) {
    return { error };
  }
}

/** Handles a call that KallyAI refused, or whose answer was lost. */
async function mend(run: Run, call: Call, error: unknown): Promise<Placed> {
  // The process is stopping, or another run has the call; the next run finds it in `placing` and checks.
  run.signal.throwIfAborted();
  run.log.warn({ err: error }, 'KallyAI did not take the call');
  if (error instanceof NotConnected) return { moved: await refuse(run, call, 'not_connected') };
  if (!surelyNotDialled(error)) return { moved: await move(run, call, 'checking') };
  const isRefused = error instanceof KallyRefusal;
  if (isRefused && error.status !== 429) return { moved: await refuse(run, call, toRefusal(error)) };
  return { moved: await move(run, call, 'queued'), hitch: hitchOf(error) };
}

/** Of an error after which the call may still be placed. */
function hitchOf(error: unknown): Hitch {
  if (!(error instanceof KallyRefusal) || error.status !== 429) return away;
  const waitMs = Math.min((error.retryAfterSeconds ?? 0) * 1000, deadlines.queuedMs);
  return { delay: 'kally_busy', refusal: { ...toRefusal(error), code: 'rate_limited' }, waitMs };
}

/** Keeps the card true while the request is out. A request without a quick answer is answered when the phone call is over. */
async function watch(run: Run, call: Call, answered: AbortSignal) {
  const isStillOut = (ms: number) =>
    run.clock.sleep(ms, AbortSignal.any([answered, run.signal])).then(
      () => true,
      () => false,
    );
  // Slack limits edits, so skip one that the answer would replace at once.
  if (!(await isStillOut(placingShownAfterMs))) return;
  await run.show(call);
  if (await isStillOut(blockingAfterMs)) await run.show({ ...call, stage: 'calling' });
}

async function refuse(run: Run, call: Call, reason: string | Refusal): Promise<Moved | undefined> {
  const refusal = typeof reason === 'string' ? { code: reason } : reason;
  return move(run, call, 'refused', { refusal, endedAt: run.clock.now() });
}

async function recordAnswer(run: Run, call: Call, heard: KallyCall): Promise<Moved | undefined> {
  const { stage, change } = heardAs(call, heard, run.clock.now());
  const again = (tx: Parameters<typeof run.queue.enqueue>[2], id: string) =>
    run.queue.enqueue(id, 'call', tx);
  const recorded = await record(
    run,
    call,
    () => run.calls.tell(call, stage, change, again),
    (stored) => {
      const isTold = stored.kallyCallId === heard.id && !stored.kallyCallFound;
      return isTold ? stored : 'unwritten';
    },
  );
  run.queue.wakeUp();
  return recorded && { call: recorded, heard };
}

async function move(
  run: Run,
  call: Call,
  stage: Stage,
  change?: Parameters<Run['calls']['move']>[2],
): Promise<Moved | undefined> {
  const isNext = (stored: Call) => stored.stage === stage && stored.version === call.version + 1;
  const written = await record(
    run,
    call,
    () => run.calls.move(call, stage, change),
    (stored) => {
      if (stored.version === call.version) return 'unwritten';
      return isNext(stored) ? stored : undefined;
    },
  );
  return moved(written);
}

/**
 * Stores what KallyAI said as soon as the database is back, so that a short outage does not lose it. A statement that seemed to fail may have
 * succeeded, and another run may have continued from there. So the row is read before the statement is sent again.
 */
function record(
  { calls, signal, sleep, log }: Run,
  { id }: Call,
  write: () => Promise<Call | undefined>,
  lookedUp: (stored: Call) => Call | undefined | 'unwritten',
): Promise<Call | undefined> {
  let isRepeated = false;
  const attempt = async () => {
    if (isRepeated) {
      signal.throwIfAborted();
      const stored = await calls.find(id);
      const found = stored && lookedUp(stored);
      if (found !== 'unwritten') return found;
    }
    isRepeated = true;
    return write();
  };
  return retry(attempt, {
    growth: delayGrowth,
    tries: 11,
    sleep,
    onFailure(error) {
      if (isUniqueViolation(error)) throw error;
      log.warn({ err: error }, 'what KallyAI said could not be written yet');
    },
  });
}

/** A refusal of the token, which the person fixes by connecting again. The account stays connected. */
const tokenCodes = ['missing_token', 'token_expired'];

function toRefusal({ status, code, correlationId, upgradeUrl }: KallyRefusal): Refusal {
  return {
    code: status === 401 && !tokenCodes.includes(code) ? 'missing_token' : code,
    ...(correlationId && { correlationId }),
    ...(upgradeUrl && { upgradeUrl }),
  };
}
