import type { z } from 'zod';
import { askedIn, type KnownCall, madeAt } from '../calls/known-call.ts';
import { isFinal, type Stage } from '../domain/call.ts';
import { formatPhone } from '../domain/phone.ts';
import { isOpen, type Proposal } from '../domain/proposal.ts';
import type { CallOutput, getCallOutput, proposalOutput } from './schemas.ts';

/** A transcript that is longer than an assistant can use is cut. */
const transcriptMax = 60_000;

const states: Record<Stage, CallOutput['state']> = {
  awaiting_approval: 'planned',
  planned: 'planned',
  queued: 'under_way',
  placing: 'under_way',
  calling: 'under_way',
  checking: 'under_way',
  ended: 'ended',
  refused: 'not_made',
  unknown: 'unknown',
};

/** A call as assistants see it; `said` is the sentence of its card. */
export function callOutputOf(known: KnownCall, said: string, cardUrl?: string): CallOutput {
  const { ours, theirs } = known;
  const { businessName, phone, task } = askedIn(known);
  const made = madeAt(known);
  const verdict = ours?.outcome?.evidence?.verdict;
  return {
    call_id: ours?.id ?? theirs?.id ?? '',
    state: ours ? states[ours.stage] : theirs && isFinal(theirs.status) ? 'ended' : 'under_way',
    said,
    business: businessName ?? (phone ? formatPhone(phone) : ''),
    ...(task && { task }),
    ...(made !== undefined && { made_at: new Date(made).toISOString() }),
    ...(verdict && { verdict }),
    ...(cardUrl && { card_url: cardUrl }),
  };
}

export function detailsOutputOf(
  known: KnownCall,
  said: string,
  cardUrl?: string,
): z.output<typeof getCallOutput>['call'] {
  const { ours, theirs } = known;
  const { phone } = askedIn(known);
  const seconds = ours?.durationSeconds ?? theirs?.durationSeconds;
  const { highlights = theirs?.highlights ?? [], nextSteps = theirs?.nextSteps ?? [] } = ours?.outcome ?? {};
  const facts = ours?.outcome?.evidence?.facts ?? [];
  return {
    ...callOutputOf(known, said, cardUrl),
    ...(phone && { phone: formatPhone(phone) }),
    ...(seconds !== undefined && { duration_seconds: seconds }),
    highlights,
    next_steps: nextSteps,
    facts: facts.map(({ kind, value, quote }) => ({ kind, value, quote })),
  };
}

export function proposalOutputOf(
  proposal: Proposal,
  now: number,
  messageUrl?: string,
): z.output<typeof proposalOutput> {
  const { id, settled, callId, expiresAt } = proposal;
  const unsettled = isOpen(proposal, now) ? 'waiting_for_confirmation' : 'expired';
  return {
    status: settled === 'called' ? 'confirmed' : (settled ?? unsettled),
    proposal_id: id,
    ...(callId && { call_id: callId }),
    expires_at: new Date(expiresAt).toISOString(),
    ...(messageUrl && { message_url: messageUrl }),
  };
}

/** As many lines as fit. */
export function linesWithin<T extends { text: string }>(lines: T[]): { kept: T[]; isWhole: boolean } {
  let length = 0;
  const end = lines.findIndex(({ text }) => {
    length += text.length;
    return length > transcriptMax;
  });
  return end < 0 ? { kept: lines, isWhole: true } : { kept: lines.slice(0, end), isWhole: false };
}
