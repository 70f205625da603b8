import type { Call } from '../domain/call.ts';
import type { CallRequest } from '../domain/call-request.ts';
import type { DueFault } from '../domain/due-time.ts';
import { readPhone } from '../domain/phone.ts';
import type { AskCode } from '../domain/plan.ts';
import type { CapReached } from '../store/calls.ts';

/** Whether Kally can post in a channel; `unknown` when Slack did not say in time. */
export type Postable = 'yes' | 'no' | 'unknown';

/** What the rules look at beside the request. What was not asked is missing: at dialling the card stands already. */
export type Facts = { isConnected?: boolean; canPost?: Postable };

/** What deserves a second look before a call leaves. What asks may be accepted; what blocks may not. */
export type Finding =
  | {
      effect: 'blocks';
      code:
        | 'not_connected'
        | 'cannot_post'
        | 'emergency_number'
        | 'toll_number'
        | DueFault['fault']
        // Counted where the call is written, so that many at once do not slip through.
        | CapReached['code'];
    }
  | { effect: 'asks'; code: AskCode };

/** What the rules say of a call that is there, if it leaves at a moment. */
export type FindingsOf = (call: Call, at: number) => Promise<Finding[]>;

type Policy = (request: CallRequest, facts: Facts) => Finding | undefined;

/** Checked when a person confirms a call, and again when it is dialled. */
const policies: readonly Policy[] = [
  (_, { isConnected }) => (isConnected === false ? { effect: 'blocks', code: 'not_connected' } : undefined),
  (_, { canPost }) => (canPost === 'no' ? { effect: 'blocks', code: 'cannot_post' } : undefined),
  numberIsAllowed,
];

export function findingsOf(request: CallRequest, facts: Facts): Finding[] {
  return policies.flatMap((policy) => policy(request, facts) ?? []);
}

/** Without what the requester was shown already, and called in spite of. */
export function unaccepted(findings: Finding[], accepted: readonly AskCode[] = []): Finding[] {
  return findings.filter(({ effect, code }) => effect === 'blocks' || !accepted.includes(code));
}

function numberIsAllowed({ phone }: CallRequest): Finding | undefined {
  const read = readPhone(phone, undefined);
  if (!('fault' in read)) return undefined;
  if (read.fault === 'phone_emergency') return { effect: 'blocks', code: 'emergency_number' };
  if (read.fault === 'phone_premium') return { effect: 'blocks', code: 'toll_number' };
  return undefined;
}
