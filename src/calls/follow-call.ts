import { backoff, jittered } from '../domain/backoff.ts';
import { type Call, type Delay, isFinal, isOver, isScheduled, isWaiting } from '../domain/call.ts';
import { NotConnected } from '../domain/not-connected.ts';
import type { KallyCall } from '../kally/client.ts';
import { KallyRefusal } from '../kally/errors.ts';
import { type Moved, moved, type Run, recordStatus } from './run.ts';
import { deadlines, failedPollGrowth, pollGaps, scheduledGrowth, unusuallyLongMs } from './timing.ts';

/** How many polls in a row fail before the card says so. */
const failuresShown = 3;

/** Polls KallyAI until the call is over, or cannot reasonably be going on any more. */
export async function followCall(run: Run, call: Call): Promise<Moved | undefined> {
  await run.show(call);
  let current = call;
  let failures = 0;
  let missingSince: number | undefined;
  let isLongShown = false;
  for (let polls = 0; ; polls++) {
    await run.sleep(waitOf(current, { polls, failures, now: run.clock.now() }));
    const answer = await poll(run, current);
    const now = run.clock.now();
    if ('heard' in answer) {
      missingSince = undefined;
      const written = await write(run, current, answer.heard, failures >= failuresShown);
      if (written === 'unwritten') failures += 1;
      else if (!written || isOver(written.call.stage)) return written;
      else {
        // Soon after one change, another may follow.
        if (written.call.status !== current.status) {
          polls = 0;
          isLongShown = false;
        }
        current = written.call;
        failures = 0;
        if (!isLongShown && isUnusuallyLong(current, now)) {
          isLongShown = true;
          await run.show(current, 'unusually_long');
        }
      }
    } else {
      failures += 1;
      missingSince = answer.missing ? (missingSince ?? now) : undefined;
      if (failures === failuresShown || answer.delay === 'not_connected')
        await run.show(current, answer.delay);
    }
    if (missingSince !== undefined && now - missingSince > deadlines.missingMs) break;
    if (now <= deadlineOf(current)) continue;
    // Somebody may have rescheduled it, which need not show in KallyAI's status.
    current = (await run.calls.find(current.id)) ?? current;
    if (now > deadlineOf(current)) break;
  }
  return moved(await run.calls.move(current, 'unknown', { endedAt: run.clock.now() }));
}

function waitOf(
  call: Call,
  { polls, failures, now }: { polls: number; failures: number; now: number },
): number {
  if (isScheduled(call)) return backoff(scheduledGrowth, polls);
  if (failures > 0) return backoff(failedPollGrowth, failures);
  const lastedMs = now - beginOf(call);
  return jittered(pollGaps.find(({ untilMs }) => lastedMs < untilMs)?.gapMs ?? 0);
}

/** Stores what KallyAI said. The database may reject it; the call then ends without it. */
async function write(
  run: Run,
  call: Call,
  heard: KallyCall,
  wasDelayed: boolean,
): Promise<Moved | undefined | 'unwritten'> {
  try {
    if (isFinal(heard.status)) return await recordStatus(run, call, heard);
    return moved(await goOn(run, call, heard, wasDelayed));
  } catch (error) {
    run.signal.throwIfAborted();
    run.log.warn({ err: error }, 'what KallyAI says of this call could not be written');
    return 'unwritten';
  }
}

function beginOf({ sentAt, confirmedAt }: Call): number {
  return sentAt ?? confirmedAt;
}

function deadlineOf(call: Call): number {
  return beginOf(call) + (isScheduled(call) ? deadlines.scheduledMs : deadlines.callingMs);
}

function isUnusuallyLong(call: Call, now: number): boolean {
  return !isWaiting(call.status) && now - beginOf(call) > unusuallyLongMs;
}

async function poll(
  run: Run,
  { kallyCallId }: Call,
): Promise<{ heard: KallyCall } | { delay: Delay; missing: boolean }> {
  if (!kallyCallId) throw new Error('a call that is followed has an id at KallyAI');
  try {
    return { heard: await run.kally.getCall({ account: run.account, id: kallyCallId, signal: run.signal }) };
  } catch (error) {
    run.signal.throwIfAborted();
    run.log.warn({ err: error }, 'KallyAI could not be asked how the call goes');
    const missing = error instanceof KallyRefusal && error.code === 'call_not_found';
    if (error instanceof NotConnected) return { delay: 'not_connected', missing };
    return { delay: missing ? 'kally_knows_nothing' : 'kally_away', missing };
  }
}

/** Touches the database and the card only if something changed. */
async function goOn(
  run: Run,
  call: Call,
  { status }: KallyCall,
  wasDelayed: boolean,
): Promise<Call | undefined> {
  if (status === call.status) {
    if (wasDelayed) await run.show(call);
    return call;
  }
  // A call that waited counts from when it got on the phone.
  const begins = isWaiting(call.status) && !isWaiting(status);
  const noted = await run.calls.note(call, { status, ...(begins && { sentAt: run.clock.now() }) });
  if (noted) await run.show(noted);
  return noted;
}
