import { type Call, type Delay, isScheduled, type Stage } from '../../domain/call.ts';
import { oneLine, shorten } from '../ui/text.ts';
import { sessionWords } from './session-words.ts';

/**
 * https://docs.slack.dev/ai/agent-sessions
 * - processing: KallyAI dials or talks. Slack shows that Kally is working, with a *Stop* of its own.
 * - suspended: it goes no further without somebody's click.
 * - active: nothing is going on.
 */
export type SessionStatus = 'processing' | 'suspended' | 'active';

const ofStage: Record<Stage, SessionStatus> = {
  awaiting_approval: 'suspended',
  planned: 'active',
  queued: 'processing',
  placing: 'processing',
  calling: 'processing',
  checking: 'processing',
  ended: 'active',
  refused: 'active',
  unknown: 'active',
};

/** The status of the session that a call's thread is on Slack's agent surface. */
export function sessionStatusOf(
  call: Pick<Call, 'stage' | 'plan' | 'status' | 'request'>,
  delay?: Delay,
): SessionStatus {
  const status = ofStage[call.stage];
  if (call.stage === 'planned') return call.plan?.held ? 'suspended' : status;
  if (status !== 'processing') return status;
  // Nothing can be learned of the call before its requester connects the account.
  if (delay === 'not_connected') return 'suspended';
  return isScheduled(call) ? 'active' : status;
}

const titleMax = 80;

/** Everybody in the channel sees a session's title, so it never says the task or the number. Slack replaces colons. */
export function sessionTitleOf({ request: { businessName, language } }: Pick<Call, 'request'>): string {
  const { call, callTo } = sessionWords[language];
  const name = oneLine((businessName ?? '').replace(/[:/]+/g, ' '));
  return name ? shorten(callTo(name), titleMax) : call;
}
