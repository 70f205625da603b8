import type { ApprovalDecision } from '../../domain/approval.ts';
import { formatsIn, type Reader, slackMoment } from '../ui/formats.ts';
import { approvalWords } from './approval-words.ts';

/** What was decided, and by whom. */
export function decisionText(reader: Reader, { result, by, at }: ApprovalDecision): string {
  const { outcomes } = approvalWords[reader.language];
  const when = slackMoment(at, formatsIn(reader.language, reader.timeZone).moment(at));
  if (result === 'approved')
    return by ? outcomes.approved(`<@${by}>`, when) : outcomes.approvedBySomebody(when);
  if (result === 'declined')
    return by ? outcomes.declined(`<@${by}>`, when) : outcomes.declinedBySomebody(when);
  return outcomes[result];
}

/** The same where nothing is mark-up: without names. */
export function plainDecisionText(reader: Reader, { result, at }: ApprovalDecision): string {
  const { outcomes } = approvalWords[reader.language];
  const when = formatsIn(reader.language, reader.timeZone).moment(at);
  if (result === 'approved') return outcomes.approvedBySomebody(when);
  return result === 'declined' ? outcomes.declinedBySomebody(when) : outcomes[result];
}
