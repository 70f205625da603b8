import type { Call } from '../domain/call.ts';
import type { CallRequest } from '../domain/call-request.ts';
import type { DueFault } from '../domain/due-time.ts';
import type { Person } from '../domain/person.ts';
import { readPhone } from '../domain/phone.ts';
import type { AskCode } from '../domain/plan.ts';
import type { RuleBreach, Ruled } from '../domain/rules.ts';
import type { CapReached } from '../store/calls.ts';
import { ruleFinding } from './rules.ts';

/** Whether Kally can post in a channel; `unknown` when Slack did not say in time. */
export type Postable = 'yes' | 'no' | 'unknown';
/** Whether a person is in a channel, or may walk in unasked; `unknown` when Slack did not say in time. */
export type Membership = 'yes' | 'no' | 'unknown';

export type ChannelFacts = { canPost?: Postable; isMember?: Membership };
/** What the rules look at beside the request. What was not asked is missing: at dialling the card stands already. */
export type Facts = ChannelFacts & { isConnected?: boolean; ruled?: Ruled | undefined };

/** What is asked of Slack about a channel, at the moment somebody wants something posted there. */
export type AskChannel = {
  canPostIn: (person: Person, channelId: string) => Promise<Postable>;
  /** Both, where the channel is only named: a client may name any. */
  factsOf: (person: Person, channelId: string) => Promise<Required<ChannelFacts>>;
};

/** Why nothing is posted in a channel. */
export type ChannelFault = 'cannot_post' | 'not_in_channel' | 'membership_unknown';

/** What deserves a second look before a call leaves. What asks may be accepted; what blocks may not. */
export type Finding =
  | {
      effect: 'blocks';
      code:
        | 'not_connected'
        | ChannelFault
        | 'emergency_number'
        | 'toll_number'
        | RuleBreach
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
  (_, facts) => {
    const code = channelFaultOf(facts);
    return code && { effect: 'blocks', code };
  },
  numberIsAllowed,
  ruleFinding,
];

export function findingsOf(request: CallRequest, facts: Facts): Finding[] {
  return policies.flatMap((policy) => policy(request, facts) ?? []);
}

/** Without what the requester was shown already, and called in spite of. */
export function unaccepted(findings: Finding[], accepted: readonly AskCode[] = []): Finding[] {
  return findings.filter(({ effect, code }) => effect === 'blocks' || !accepted.includes(code));
}

/** That Slack did not say whether somebody is in a channel does not let them post there. */
export function channelFaultOf({ canPost, isMember }: ChannelFacts): ChannelFault | undefined {
  if (canPost === 'no') return 'cannot_post';
  if (isMember === 'no') return 'not_in_channel';
  return isMember === 'unknown' ? 'membership_unknown' : undefined;
}

function numberIsAllowed({ phone }: CallRequest): Finding | undefined {
  const read = readPhone(phone, undefined);
  if (!('fault' in read)) return undefined;
  if (read.fault === 'phone_emergency') return { effect: 'blocks', code: 'emergency_number' };
  if (read.fault === 'phone_premium') return { effect: 'blocks', code: 'toll_number' };
  return undefined;
}
