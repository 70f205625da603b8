import type { Logger } from 'pino';
import type { Call } from '../domain/call.ts';
import type { CallRequest } from '../domain/call-request.ts';
import { type CallingHours, withinBoth } from '../domain/calling-hours.ts';
import type { Clock } from '../domain/clock.ts';
import type { Person } from '../domain/person.ts';
import { maskPhone } from '../domain/phone.ts';
import {
  barOf,
  breachOf,
  type CallsLeft,
  callsLeft,
  isChannelAllowed,
  type RuleBreach,
  type Ruled,
  type Rules,
} from '../domain/rules.ts';
import type { Store } from '../store/store.ts';
import type { Actor } from './actor.ts';

export type RulesDeps = {
  store: Pick<Store, 'calls' | 'rules' | 'doNotCall'>;
  /** Whether somebody is a guest of their workspace; `unknown` when Slack does not say in time. */
  membershipOf: (person: Person) => Promise<Ruled['membership']>;
  /** When phones may ring, as the operator says. */
  hours: CallingHours;
  clock: Clock;
  log: Logger;
};

/** The rules of a workspace, as they apply to one person. */
export type Standing = {
  rules: Rules;
  /** Why this person may not have Kally call at all. */
  bar?: RuleBreach;
  /** Missing where no rule counts. */
  left?: CallsLeft;
};

/** The rules as people read them: with the hours that result from the admins' and the operator's. */
export function rulesInForce(rules: Rules, hours: CallingHours): Rules {
  return { ...rules, hours: withinBoth(hours, rules.hours) };
}

/** The finding of the rules, for the list of policies. */
export function ruleFinding({ phone }: CallRequest, { ruled }: { ruled?: Ruled | undefined }) {
  const code = ruled && breachOf(phone, ruled);
  return code && ({ effect: 'blocks', code } as const);
}

/** Reads the rules of a workspace, for those whom they concern. */
export function createRules({ store, membershipOf, hours, clock, log }: RulesDeps) {
  async function membershipUnder({ callers }: Rules, person: Person): Promise<Ruled['membership']> {
    return callers.who === 'members' ? membershipOf(person) : 'unknown';
  }

  async function ruledFor(person: Person, phone: string, channelId?: string): Promise<Ruled> {
    const stored = await store.rules.find(person.workspaceId);
    const [membership, isUnwanted] = await Promise.all([
      membershipUnder(stored.rules, person),
      store.doNotCall.has(person.workspaceId, stored, phone),
    ]);
    const { userId } = person;
    return { rules: stored.rules, userId, membership, isUnwanted, ...(channelId && { channelId }) };
  }

  return {
    /** What the rules look at when somebody confirms a call. */
    ruledFor,

    /**
     * The same when it is dialled, where there is time to wait: `undefined` while it is not known whether the requester is a guest, if
     * that decides.
     */
    async ruledAtDialling({ requester, request }: Call): Promise<Ruled | undefined> {
      const ruled = await ruledFor(requester, request.phone);
      const decides = ruled.rules.callers.who === 'members' && ruled.membership === 'unknown';
      return decides ? undefined : ruled;
    },

    /** A full member of the workspace, as far as Slack says in time. */
    isMember: async (person: Person): Promise<boolean> => (await membershipOf(person)) === 'member',

    async of({ workspaceId }: Person): Promise<Rules> {
      return rulesInForce((await store.rules.find(workspaceId)).rules, hours);
    },

    /** When phones may ring for the people of this workspace, by the clock of the place that is called. */
    async hoursOf({ workspaceId }: Person): Promise<CallingHours> {
      return withinBoth(hours, (await store.rules.find(workspaceId)).rules.hours);
    },

    /** What applies to somebody before they ask for a call. */
    async standingOf({ person }: Pick<Actor, 'person'>): Promise<Standing> {
      const { rules } = await store.rules.find(person.workspaceId);
      const isCounted = rules.perDay.person !== undefined || rules.perDay.workspace !== undefined;
      const [membership, counted] = await Promise.all([
        membershipUnder(rules, person),
        isCounted ? store.calls.countDay(person, clock.now()) : undefined,
      ]);
      const bar = barOf({ rules, userId: person.userId, membership });
      const left = counted && callsLeft(rules, counted);
      return { rules, ...(bar && { bar }), ...(left && { left }) };
    },

    /** The rule against posting a result, or a transcript, there for others; `undefined` if there is none. */
    async faultOfSharing(
      { person }: Pick<Actor, 'person'>,
      { channelId, withTranscript }: { channelId: string; withTranscript: boolean },
    ): Promise<'channel_not_allowed' | 'transcripts_private' | undefined> {
      const { rules } = await store.rules.find(person.workspaceId);
      if (!isChannelAllowed(rules, channelId, person.userId)) return 'channel_not_allowed';
      return withTranscript && rules.privateTranscripts ? 'transcripts_private' : undefined;
    },

    /** Puts the number on the list, because the business asked KallyAI not to call it. Doing it again changes nothing. */
    async keepAway({ id, requester: { workspaceId }, request: { phone } }: Call): Promise<void> {
      const addition = { workspaceId, phone, maskedPhone: maskPhone(phone), by: 'kallyai' as const };
      if (await store.doNotCall.add({ ...addition, addedAt: clock.now() }))
        log.info({ callId: id, workspaceId }, 'KallyAI may not call this number; it is on the list now');
    },
  };
}

export type RulesInForce = ReturnType<typeof createRules>;
