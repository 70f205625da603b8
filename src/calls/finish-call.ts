import { backoff } from '../domain/backoff.ts';
import { type Call, hasConversation, type TranscriptLine } from '../domain/call.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { KallyCall } from '../kally/client.ts';
import { KallyRefusal } from '../kally/errors.ts';
import { CannotBeSaid } from './announcer.ts';
import { readOutcome, summaryOf } from './read-outcome.ts';
import type { Run } from './run.ts';
import { deadlines, transcriptGrowth } from './timing.ts';

/** Tells how a call ended: on the card and, if the call was made, in its thread. Nothing is said twice. */
export async function finishCall(run: Run, call: Call, heard?: KallyCall): Promise<'done'> {
  await unlessTooLate(run, call, async () => {
    if (call.refusal?.code === 'suppression_violation') await run.rules.keepAway(call);
    if (call.stage === 'ended') await tellOutcome(run, call, heard);
    else await saying(run, run.announcer.card(call, run));
  });
  await unlessTooLate(run, call, () => run.answerProposer(call));
  return 'done';
}

/** A job that fails comes again, but not forever. */
async function unlessTooLate(run: Run, call: Call, tell: () => Promise<void>): Promise<void> {
  try {
    await tell();
  } catch (error) {
    const age = run.clock.now() - (call.heardEndAt ?? call.endedAt ?? call.confirmedAt);
    if (run.signal.aborted || age < deadlines.deliveryMs) throw error;
    run.log.error({ err: error }, 'the end of this call could not be told in Slack; giving up');
  }
}

type Lines = TranscriptLine[] | 'none' | 'not_allowed';

/** The card says the result as soon as it says that the call is over. What is known later is added then. */
async function tellOutcome(run: Run, call: Call, heard: KallyCall | undefined): Promise<void> {
  const { announcer } = run;
  if (!hasConversation(call)) {
    const summary = call.outcome ?? summaryOf(await askAgain(run, call, heard), 'none');
    const over = await keep(run, call, summary);
    await saying(run, announcer.card(over, run));
    return run.tryOn(over);
  }
  const [told, soon] = await Promise.all([askAgain(run, call, heard), transcriptSoon(run, call)]);
  const summary = call.outcome ?? summaryOf(told, 'awaited');
  const known = soon === 'awaited' ? summary : await heldAgainst(run, call, summary, soon);
  let ended = await keep(run, call, known);
  await saying(run, announcer.card(ended, run));
  let lines = soon;
  if (lines === 'awaited') {
    if (isSaidAtOnce(call)) await saying(run, announcer.result(ended, run));
    lines = await transcriptOf(run, call);
    // KallyAI may have been away when the card was drawn.
    const whole = told || call.outcome ? summary : summaryOf(await askAgain(run, call, undefined), 'awaited');
    ended = await keep(run, ended, await heldAgainst(run, ended, whole, lines));
    await saying(run, announcer.card(ended, run));
  }
  await run.afterChange(ended);
  await run.shareBusiness(ended);
  // If perhaps nobody spoke, a missing transcript is no news.
  if (lines === 'none' && !isSaidAtOnce(call)) return;
  await saying(run, announcer.transcript(ended, lines, run));
}

/** A part that Slack never accepts does not hold back the others. */
async function saying({ log }: Run, said: Promise<void>): Promise<void> {
  try {
    await said;
  } catch (error) {
    if (!(error instanceof CannotBeSaid)) throw error;
    log.error({ err: error }, 'a part of how this call ended is taken nowhere; the rest is told');
  }
}

/** A conversation is announced before its transcript is there. The cards of other calls say all there is, until a transcript says more. */
function isSaidAtOnce({ status }: Call): boolean {
  return status === 'success';
}

async function heldAgainst(run: Run, call: Call, summary: Outcome, lines: Lines): Promise<Outcome> {
  // Read only once: the card must not contradict itself later.
  if (summary.evidence) return summary;
  if (typeof lines === 'string') return { ...summary, transcript: lines };
  return readOutcome(call, summary, lines, run.signal);
}

/** Stored once: a run that finds it continues from there. */
async function keep(run: Run, call: Call, outcome: Outcome): Promise<Call> {
  if (call.outcome === outcome) return call;
  return (await run.calls.keepOutcome(call, outcome)) ?? { ...call, outcome };
}

/** Asks KallyAI again for the summary, which only it has, after a restart. Without a summary, the transcript is still told. */
async function askAgain(
  { kally, account, signal, log }: Run,
  { kallyCallId: id, outcome }: Call,
  heard: KallyCall | undefined,
): Promise<KallyCall | undefined> {
  if (heard || outcome || id === undefined) return heard;
  try {
    return await kally.getCall({ account, id, signal });
  } catch (error) {
    signal.throwIfAborted();
    log.warn({ err: error }, 'highlights could not be read');
    return undefined;
  }
}

/** The transcript, if it comes while the card can wait for it. */
async function transcriptSoon(run: Run, call: Call): Promise<Lines | 'awaited'> {
  const patience = new AbortController();
  const asked = new AbortController();
  const sleeping = AbortSignal.any([run.signal, asked.signal]);
  void run.clock.sleep(deadlines.cardWaitsMs, sleeping).then(
    () => patience.abort(),
    () => {},
  );
  try {
    return await transcriptOf({ ...run, signal: AbortSignal.any([run.signal, patience.signal]) }, call);
  } catch (error) {
    run.signal.throwIfAborted();
    if (!patience.signal.aborted) throw error;
    return 'awaited';
  } finally {
    asked.abort();
  }
}

/** The transcript is ready some time after the call: 404 until then. */
async function transcriptOf({ kally, account, clock, log, signal }: Run, call: Call): Promise<Lines> {
  const until = (call.heardEndAt ?? clock.now()) + deadlines.transcriptMs;
  for (let tries = 0; ; tries++) {
    try {
      const lines = await kally.getTranscript({ account, id: call.kallyCallId ?? '', signal });
      if (lines.length > 0) return lines;
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof KallyRefusal && error.status === 403) return 'not_allowed';
      log.info({ err: error }, 'no transcript yet');
    }
    if (clock.now() >= until) return 'none';
    await clock.sleep(backoff(transcriptGrowth, tries), signal);
  }
}
