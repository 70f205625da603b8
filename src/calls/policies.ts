import type { CallRequest } from '../domain/call-request.ts';
import { readPhone } from '../domain/phone.ts';
import type { RuleBreach, Ruled } from '../domain/rules.ts';
import type { CapReached } from '../store/calls.ts';
import { ruleFinding } from './rules.ts';

/** Whether Kally can post in a channel; `unknown` when Slack did not say in time. */
export type Postable = 'yes' | 'no' | 'unknown';

/** What the rules look at beside the request. What was not asked is missing: at dialling the card stands already. */
export type Facts = { isConnected?: boolean; canPost?: Postable; ruled?: Ruled | undefined };

/** What deserves a second look before a call leaves. */
export type Finding = {
  effect: 'blocks';
  code:
    | 'not_connected'
    | 'cannot_post'
    | 'emergency_number'
    | 'toll_number'
    | RuleBreach
    // Counted where the call is written, so that many at once do not slip through.
    | CapReached['code'];
};

type Policy = (request: CallRequest, facts: Facts) => Finding | undefined;

/** Checked when a person confirms a call, and again when it is dialled. */
const policies: readonly Policy[] = [
  (_, { isConnected }) => (isConnected === false ? { effect: 'blocks', code: 'not_connected' } : undefined),
  (_, { canPost }) => (canPost === 'no' ? { effect: 'blocks', code: 'cannot_post' } : undefined),
  numberIsAllowed,
  ruleFinding,
];

export function findingsOf(request: CallRequest, facts: Facts): Finding[] {
  return policies.flatMap((policy) => policy(request, facts) ?? []);
}

function numberIsAllowed({ phone }: CallRequest): Finding | undefined {
  const read = readPhone(phone, undefined);
  if (!('fault' in read)) return undefined;
  if (read.fault === 'phone_emergency') return { effect: 'blocks', code: 'emergency_number' };
  if (read.fault === 'phone_premium') return { effect: 'blocks', code: 'toll_number' };
  return undefined;
}
