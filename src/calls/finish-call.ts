import { backoff } from '../domain/backoff.ts';
import { type Call, hasConversation, isFinal, type Outcome, type TranscriptLine } from '../domain/call.ts';
import type { KallyCall } from '../kally/client.ts';
import { KallyRefusal } from '../kally/errors.ts';
import type { Run } from './run.ts';
import { deadlines, transcriptGrowth } from './timing.ts';

/** Tells how it ended: on the card, and for a call that was made, in its thread. What stands there already is not said again. */
export async function finishCall(run: Run, call: Call, heard?: KallyCall): Promise<'done'> {
  try {
    if (call.refusal?.code === 'suppression_violation') await run.rules.keepAway(call);
    await run.announcer.card(call, run);
    if (call.stage === 'ended') await tellInThread(run, call, heard);
  } catch (error) {
    const age = run.clock.now() - (call.heardEndAt ?? call.endedAt ?? call.confirmedAt);
    if (run.signal.aborted || age < deadlines.deliveryMs) throw error;
    run.log.error({ err: error }, 'the end of this call could not be told in Slack; giving up');
  }
  return 'done';
}

async function tellInThread(run: Run, call: Call, heard?: KallyCall) {
  await run.announcer.outcome(call, await outcomeOf(run, call, heard), run);
  if (!hasConversation(call)) return;
  await run.announcer.transcript(call, await transcriptOf(run, call), run);
}

/** What only KallyAI keeps; after a restart it is asked again. Without it, status and duration are still told. */
async function outcomeOf(run: Run, call: Call, heard?: KallyCall): Promise<Outcome> {
  const { status, durationSeconds, kallyCallId } = call;
  if (!status || !isFinal(status)) throw new Error('a call that ended has a final status');
  const told = heard ?? (kallyCallId === undefined ? undefined : await askAgain(run, kallyCallId));
  const { highlights = [], nextSteps = [] } = told ?? {};
  return { status, highlights, nextSteps, ...(durationSeconds !== undefined && { durationSeconds }) };
}

async function askAgain({ kally, account, signal, log }: Run, id: string): Promise<KallyCall | undefined> {
  try {
    return await kally.getCall({ account, id, signal });
  } catch (error) {
    signal.throwIfAborted();
    log.warn({ err: error }, 'highlights could not be read');
    return undefined;
  }
}

/** The transcript is ready some time after the call: 404 until then. */
async function transcriptOf(run: Run, call: Call): Promise<TranscriptLine[] | 'unavailable' | 'not_allowed'> {
  const { account, signal } = run;
  const until = (call.heardEndAt ?? run.clock.now()) + deadlines.transcriptMs;
  for (let tries = 0; ; tries++) {
    try {
      const lines = await run.kally.getTranscript({ account, id: call.kallyCallId ?? '', signal });
      if (lines.length > 0) return lines;
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof KallyRefusal && error.status === 403) return 'not_allowed';
      run.log.info({ err: error }, 'no transcript yet');
    }
    if (run.clock.now() >= until) return 'unavailable';
    await run.sleep(backoff(transcriptGrowth, tries));
  }
}
