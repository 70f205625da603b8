import { getCountries } from 'libphonenumber-js/max';
import { z } from 'zod';
import { type ApprovalReason, approvalReasons } from './approval.ts';
import { categories } from './call-request.ts';
import { type CallingHours, callingHoursSchema, faultOfHours, type HoursFault } from './calling-hours.ts';
import { languages } from './language.ts';
import { countryOfPhone } from './phone.ts';

/** Who may have calls made: all who can reach Kally, all but guests, or people by name. */
export const callerKinds = ['everybody', 'members', 'named'] as const;

/** How many of one kind an admin can list; a form carries them all. */
export const mostListed = {
  people: 100,
  countries: 100,
  channels: 50,
  digestChannels: 10,
  approvers: 20,
} as const;
export const perDayRange = { min: 1, max: 10_000 } as const;

/** Who may approve calls: the admins, or people by name. */
export const approverKinds = ['admins', 'named'] as const;
/** A call has three tries at most. */
export const approvedAttemptsRange = { min: 1, max: 2 } as const;

/** An id of Slack's, which may stand among words of ours. */
const id = z.string().regex(/^[\w-]{1,64}$/);
const perDay = z.int().min(perDayRange.min).max(perDayRange.max).exactOptional();

/**
 * What the admins of a workspace allow. What is missing in a stored record is as in `standardRules`, so that a rule that comes later needs no
 * migration.
 */
export const rulesSchema = z.object({
  callers: z
    .object({
      who: z.enum(callerKinds).default('members'),
      /** Slack's ids, for `named`. */
      people: z.array(id).max(mostListed.people).default([]),
    })
    .prefault({}),
  /** ISO 3166 alpha-2; none means all. */
  countries: z.array(z.string()).max(mostListed.countries).default([]),
  /** Where results may be posted, beside the requester's own messages; none means anywhere. */
  channels: z.array(id).max(mostListed.channels).default([]),
  /** When phones may ring, narrower than the operator's hours; `null` means those. */
  hours: callingHoursSchema.nullable().default(null),
  /** Calls confirmed within 24 hours. */
  perDay: z.object({ person: perDay, workspace: perDay, number: perDay }).prefault({}),
  /** The result goes to the requester alone, unless they choose otherwise. */
  privateCategories: z.array(z.enum(categories)).default(['clinic']),
  recordings: z.boolean().default(true),
  /** Transcripts go to the requester alone, whatever they chose. */
  privateTranscripts: z.boolean().default(false),
  /** Which calls somebody else has to approve before they are dialled; none means no call. */
  approval: z
    .object({
      when: z.array(z.enum(approvalReasons)).default([]),
      /** For `many_attempts`: calls that may be tried more often than this. */
      attempts: z.int().min(approvedAttemptsRange.min).max(approvedAttemptsRange.max).default(1),
      who: z.enum(approverKinds).default('admins'),
      /** Slack's ids, for `named`. */
      people: z.array(id).max(mostListed.approvers).default([]),
    })
    .prefault({}),
  /** Which channels are told once a day what their calls came to, and when: on the clock and in the language of the admin who wants it. */
  digest: z
    .object({
      channels: z.array(id).max(mostListed.digestChannels).default([]),
      at: z
        .string()
        .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
        .default('18:00'),
      timeZone: z.string().max(64).default('UTC'),
      language: z.enum(languages).default('en'),
    })
    .prefault({}),
});
export type Rules = z.infer<typeof rulesSchema>;

export const standardRules: Rules = rulesSchema.parse({});

/** The pages on which admins decide: each part of the rules is changed by itself. */
export const rulePages = {
  callers: ['callers'],
  places: ['countries', 'channels'],
  hours: ['hours'],
  amounts: ['perDay'],
  privacy: ['privateCategories', 'recordings', 'privateTranscripts'],
  approval: ['approval'],
  digest: ['digest'],
} as const satisfies Record<string, readonly (keyof Rules)[]>;
export type RulePage = keyof typeof rulePages;

/** Which rule stands against a call. */
export type RuleBreach =
  | 'guest_may_not_call'
  | 'not_a_named_caller'
  | 'do_not_call'
  | 'country_not_allowed'
  | 'channel_not_allowed';

/** What the rules look at. */
export type Ruled = {
  rules: Rules;
  userId: string;
  /** `unknown` when Slack did not say in time, or was not asked because no rule wants to know. */
  membership: 'member' | 'guest' | 'unknown';
  /** The number is on the workspace's do-not-call list. */
  isUnwanted: boolean;
  /** Where the card is to go; missing where it stands already. */
  channelId?: string;
};

/** The first rule that stands against calling this number. */
export function breachOf(phone: string, ruled: Ruled): RuleBreach | undefined {
  const { rules, isUnwanted, userId, channelId } = ruled;
  const barred = barOf(ruled);
  if (barred) return barred;
  if (isUnwanted) return 'do_not_call';
  if (!isCountryAllowed(rules, phone)) return 'country_not_allowed';
  if (channelId !== undefined && !isChannelAllowed(rules, channelId, userId)) return 'channel_not_allowed';
  return undefined;
}

/** Whether somebody may have calls made at all. */
export function barOf({
  rules: { callers },
  userId,
  membership,
}: Pick<Ruled, 'rules' | 'userId' | 'membership'>): RuleBreach | undefined {
  if (callers.who === 'named') return callers.people.includes(userId) ? undefined : 'not_a_named_caller';
  return callers.who === 'members' && membership === 'guest' ? 'guest_may_not_call' : undefined;
}

export function isCountryAllowed({ countries }: Pick<Rules, 'countries'>, phone: string): boolean {
  return countries.length === 0 || countries.includes(countryOfPhone(phone) ?? '');
}

/** Their own messages with Kally are open to everybody. */
export function isChannelAllowed(
  { channels }: Pick<Rules, 'channels'>,
  channelId: string,
  userId?: string,
): boolean {
  return channels.length === 0 || channelId === userId || channels.includes(channelId);
}

/** The countries whose numbers can be read at all. */
export const callableCountries: readonly string[] = getCountries();

/** The rules by which a call needs somebody else's approval, of those that are looked at. */
export function approvalNeeds(
  { approval: { when, attempts } }: Pick<Rules, 'approval'>,
  call: { isNewNumber: boolean; isOutsideHours: boolean; attempts: number },
): ApprovalReason[] {
  const applies: Record<ApprovalReason, boolean> = {
    always: true,
    new_number: call.isNewNumber,
    outside_hours: call.isOutsideHours,
    many_attempts: call.attempts > attempts,
  };
  return when.filter((reason) => applies[reason]);
}

export type RuleFault =
  | { field: 'approverPeople'; code: 'no_approver' | 'only_author_approves' | 'too_many' }
  | { field: 'people'; code: 'nobody' | 'author_left_out' | 'too_many' }
  | { field: 'countries'; code: 'no_such_country' | 'too_many'; what?: string }
  | { field: 'channels' | 'digestChannels'; code: 'too_many' }
  | { field: 'hours'; code: HoursFault; what: string }
  | { field: 'person' | 'number'; code: 'more_than_workspace' };

/**
 * What is wrong with rules that an admin is about to save: what nobody could meet, or they themselves could not. `usual` are the operator's
 * hours.
 */
export function faultsOfRules(rules: Rules, authorId: string, usual: CallingHours): RuleFault[] {
  const { callers, countries, hours, perDay, approval } = rules;
  const faults: RuleFault[] = [];
  const ofHours = hours && faultOfHours(hours, usual);
  if (ofHours) faults.push({ field: 'hours', code: ofHours, what: `${usual.from}–${usual.until}` });
  if (callers.who === 'named' && callers.people.length === 0)
    faults.push({ field: 'people', code: 'nobody' });
  else if (callers.who === 'named' && !callers.people.includes(authorId))
    faults.push({ field: 'people', code: 'author_left_out' });
  const strange = countries.find((country) => !callableCountries.includes(country));
  if (strange !== undefined) faults.push({ field: 'countries', code: 'no_such_country', what: strange });
  for (const field of ['person', 'number'] as const)
    if ((perDay[field] ?? 0) > (perDay.workspace ?? Number.POSITIVE_INFINITY))
      faults.push({ field, code: 'more_than_workspace' });
  const [approver, ...others] = approval.people;
  if (approval.when.length > 0 && approval.who === 'named') {
    if (approver === undefined) faults.push({ field: 'approverPeople', code: 'no_approver' });
    else if (approver === authorId && others.length === 0)
      faults.push({ field: 'approverPeople', code: 'only_author_approves' });
  }
  return faults;
}

/** How many more calls somebody may confirm now, where a rule counts them. */
export type CallsLeft = { left: number; limit: number; whose: 'person' | 'workspace' };

/** The tighter of what is left to the person and to the workspace. */
export function callsLeft(
  { perDay }: Rules,
  counted: { person: number; workspace: number },
): CallsLeft | undefined {
  const each = (['person', 'workspace'] as const).flatMap((whose) => {
    const limit = perDay[whose];
    return limit === undefined ? [] : [{ left: Math.max(0, limit - counted[whose]), limit, whose }];
  });
  return each.sort((a, b) => a.left - b.left)[0];
}
