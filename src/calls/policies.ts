import type { Balance } from '../accounts/balance.ts';
import type { Call } from '../domain/call.ts';
import type { CallRequest } from '../domain/call-request.ts';
import { type CallingHours, isAllowedAt, nextAllowed, withinBoth } from '../domain/calling-hours.ts';
import type { DueFault } from '../domain/due-time.ts';
import type { Person } from '../domain/person.ts';
import { isMobile, readPhone } from '../domain/phone.ts';
import type { AskCode } from '../domain/plan.ts';
import { numberCapAt, numberWeekMs } from '../domain/retry-ladder.ts';
import type { RuleBreach, Ruled } from '../domain/rules.ts';
import { type Secret, secretIn } from '../domain/secrets.ts';
import { zonesOfPhone } from '../domain/zones-of-phone.ts';
import type { Admission, CapReached, NumberCall } from '../store/calls.ts';
import { ruleFinding } from './rules.ts';
import { latelyMs } from './timing.ts';

/** Whether Kally can post in a channel; `unknown` when Slack did not say in time. */
export type Postable = 'yes' | 'no' | 'unknown';
/** Whether a person is in a channel, or may join it without an invitation; `unknown` when Slack did not say in time. */
export type Membership = 'yes' | 'no' | 'unknown';

export type ChannelFacts = { canPost?: Postable; isMember?: Membership };
/** The facts that the rules read beside the request. Facts that were not asked for are missing: at dialling, the card is posted already. */
export type Facts = ChannelFacts & {
  isConnected?: boolean;
  /** What the admins decided, as it bears on this request. */
  ruled?: Ruled | undefined;
  /** When it leaves, and when phones may ring as the operator says; the admins may have said less. */
  leaves?: { at: number; isNow: boolean; hours: CallingHours };
  /** Other calls to the number from this workspace, and the requester and channel of this one. */
  lately?: {
    calls: NumberCall[];
    userId: string;
    channelId: string;
    now: number;
    /** A further try, which counts against the caps of the number. */
    isFurtherAttempt?: boolean;
  };
  /** The person had Kally call this number before. */
  isKnown?: boolean;
  /** What is left at KallyAI, as far as Kally knows without asking. */
  balance?: Balance | undefined;
};

/** What Slack says about a channel, at the moment somebody wants something posted there. */
export type AskChannel = {
  canPostIn: (person: Person, channelId: string) => Promise<Postable>;
  /** Both facts, for a channel that the client names: it may name any. */
  factsOf: (person: Person, channelId: string) => Promise<Required<ChannelFacts>>;
  /** Whether all members of the workspace can read it; not if Slack does not say so in time. */
  isOpenToAll: (person: Person, channelId: string) => Promise<boolean>;
};

/** Why nothing is posted in a channel. */
export type ChannelFault = 'cannot_post' | 'not_in_channel' | 'membership_unknown';

export type Block = {
  effect: 'blocks';
  code:
    | 'not_connected'
    | ChannelFault
    | 'emergency_number'
    | 'toll_number'
    | Secret
    | RuleBreach
    | DueFault['fault']
    | 'never_open'
    /** What was proposed was confirmed, discarded or has expired. */
    | 'proposal_over'
    /** The number was tried as often as the caps allow, for now. */
    | 'number_rests'
    /** The requested time would be over by then. */
    | 'asked_time_over'
    // Counted where the call is written, so that many at once do not slip through.
    | CapReached['code'];
};

/** What the person is asked, with what they need to know of it. */
type Asks = { effect: 'asks' } & (
  | {
      code: 'outside_hours';
      at: number;
      /** It is night there now, and not only when the call would leave. */
      isNow: boolean;
      /** Missing if the number does not tell its zone. */
      timeZone?: string;
      /** When it may be called next. */
      opensAt?: number;
    }
  | {
      code: 'number_called';
      at: number;
      isUnderWay: boolean;
      /** The person themselves, somebody who may be named, or a colleague whose call is private. */
      by: { isOwn: true } | { userId: string; callId: string } | undefined;
    }
  | { code: 'balance_low'; balance: Balance }
  | { code: 'private_number' }
);

/** A reason for a second look before a call leaves. A person may accept a finding that asks, and not one that blocks. */
export type Finding = Block | Asks;

/** What the rules say of an existing call, if it leaves at this moment. */
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
  nothingSecretIsSaid,
  isDayThere,
  nobodyCalledLately,
  numberMayBeTried,
  isABusiness,
  balanceSuffices,
  ruleFinding,
];

export function findingsOf(request: CallRequest, facts: Facts): Finding[] {
  return policies.flatMap((policy) => policy(request, facts) ?? []);
}

/** Another call to the same number was quicker. */
export class NotAdmitted extends Error {
  override name = 'NotAdmitted';
  readonly findings: Finding[];

  constructor(findings: Finding[]) {
    super(findings.map(({ code }) => code).join());
    this.findings = findings;
  }
}

export function isOutsideHours(findings: readonly Finding[]): boolean {
  return findings.some(({ code }) => code === 'outside_hours');
}

export function isBlock(finding: Finding): finding is Block {
  return finding.effect === 'blocks';
}

type Lately = NonNullable<Facts['lately']>;

/** Asks the rules about other calls to the number in the transaction that writes this one, so that two at once do not slip through. */
export function admissionOf(
  request: CallRequest,
  about: Omit<Lately, 'calls'>,
  accepted?: readonly AskCode[],
): Admission {
  return {
    since: about.now - (about.isFurtherAttempt ? numberWeekMs : latelyMs),
    admit(calls) {
      const findings = unaccepted(findingsOf(request, { lately: { ...about, calls } }), accepted);
      if (findings.length > 0) throw new NotAdmitted(findings);
    },
  };
}

/** The findings that the requester has not accepted. */
export function unaccepted(findings: Finding[], accepted: readonly AskCode[] = []): Finding[] {
  return findings.filter(({ effect, code }) => effect === 'blocks' || !accepted.includes(code));
}

/** If Slack does not say whether somebody is in a channel, they may not post there. */
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

/** KallyAI may say all of these aloud to anybody who picks up. */
function nothingSecretIsSaid({ task, name, businessName, wishes }: CallRequest): Finding | undefined {
  const code = secretIn([task, name, businessName, wishes].filter(Boolean).join('\n'));
  return code && { effect: 'blocks', code };
}

/** The time zones that a number may be in. */
export function clocksOf({ phone, timeZone, isTimeZoneGuessed }: CallRequest): readonly string[] {
  return isTimeZoneGuessed ? zonesOfPhone(phone).zones : [timeZone];
}

/** A number with several possible zones may be called when it is day in all of them. */
function isDayThere(request: CallRequest, { leaves, ruled }: Facts): Finding | undefined {
  if (!leaves) return undefined;
  const { at, isNow } = leaves;
  const hours = withinBoth(leaves.hours, ruled?.rules.hours ?? null);
  const { timeZone, isTimeZoneGuessed } = request;
  const clocks = clocksOf(request);
  if (isAllowedAt(at, clocks, hours)) return undefined;
  const opensAt = nextAllowed(at, clocks, hours);
  return {
    effect: 'asks',
    code: 'outside_hours',
    at,
    isNow,
    ...(!isTimeZoneGuessed && { timeZone }),
    ...(opensAt !== undefined && { opensAt }),
  };
}

/** People know their own calls that are over. A colleague is named only if both cards are in one channel. */
function nobodyCalledLately(_: CallRequest, { lately }: Facts): Finding | undefined {
  if (!lately) return undefined;
  const { userId, channelId, now } = lately;
  const near = lately.calls.find(
    (one) => one.isUnderWay || (one.userId !== userId && one.at > now - latelyMs),
  );
  if (!near) return undefined;
  const mayBeNamed = near.channelId === channelId;
  const by =
    near.userId === userId
      ? { isOwn: true as const }
      : mayBeNamed
        ? { userId: near.userId, callId: near.id }
        : undefined;
  return { effect: 'asks', code: 'number_called', at: near.at, isUnderWay: near.isUnderWay, by };
}

/** A person decides about each first call. Further tries, by a button or by themselves, count against the caps. */
function numberMayBeTried(request: CallRequest, { lately }: Facts): Finding | undefined {
  if (!lately?.isFurtherAttempt) return undefined;
  const earlier = lately.calls.map(({ at }) => at);
  return numberCapAt(lately.now, earlier, clocksOf(request))
    ? { effect: 'blocks', code: 'number_rests' }
    : undefined;
}

function isABusiness({ phone }: CallRequest, { isKnown }: Facts): Finding | undefined {
  return isKnown === false && isMobile(phone) ? { effect: 'asks', code: 'private_number' } : undefined;
}

function balanceSuffices(_: CallRequest, { balance }: Facts): Finding | undefined {
  return balance && { effect: 'asks', code: 'balance_low', balance };
}
