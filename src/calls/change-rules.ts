import type { Logger } from 'pino';
import type { Call } from '../domain/call.ts';
import { type CallingHours, isSameHours } from '../domain/calling-hours.ts';
import type { Clock } from '../domain/clock.ts';
import type { Person } from '../domain/person.ts';
import { maskPhone, type PhoneFault, readPhone } from '../domain/phone.ts';
import {
  faultsOfRules,
  isChannelAllowed,
  type RuleFault,
  type RulePage,
  type Rules,
  rulePages,
} from '../domain/rules.ts';
import type { DoNotCallEntry } from '../store/do-not-call.ts';
import { type RuleChange, RulesMoved, type StoredRules } from '../store/rules.ts';
import type { Store } from '../store/store.ts';
import type { AskPeople } from './approvers.ts';
import type { Postable } from './policies.ts';
import { rulesInForce } from './rules.ts';

/** The person who wants to see or change the rules. Asked each time: somebody who lost admin rights must not act as admin. */
export type RuleMaker = { person: Person; isAdminOfAll: () => Promise<boolean> };

type Deps = {
  store: Pick<Store, 'calls' | 'rules' | 'doNotCall'>;
  canPostIn: (person: Person, channelId: string) => Promise<Postable>;
  people: Pick<AskPeople, 'rankOf'>;
  /** When phones may ring, as the operator says. */
  hours: CallingHours;
  clock: Clock;
  log: Logger;
};

export type NotAdmin = { denied: 'notAdmin' };
type CannotApprove = { field: 'approverPeople'; code: 'cannot_approve'; what: string };
type CannotPost = {
  field: 'channels' | 'digestChannels';
  code: 'cannot_post' | 'no_results_there';
  what: string;
};
export type ChangeFault = RuleFault | CannotPost | CannotApprove;
export type ChangeAnswer =
  | { saved: StoredRules }
  | { faults: ChangeFault[] }
  /** Somebody else saved first. These are their rules; nothing of this change was saved. */
  | { moved: StoredRules; by?: RuleChange };

export const reasonMax = 300;
/** A page of a list. */
const pageSize = 10;

/** Does something for those who may decide for a whole workspace. */
export async function asAdmin<T>(
  maker: RuleMaker,
  act: (person: Person) => Promise<T>,
): Promise<T | NotAdmin> {
  return (await maker.isAdminOfAll()) ? act(maker.person) : { denied: 'notAdmin' };
}

/** What admins do with the rules of their workspace. Each function checks admin rights and returns data. */
export function createChangeRules({ store, canPostIn, people, hours, clock, log }: Deps) {
  /** With the hours that apply, so that a page shows them where nobody decided anything. */
  const asRead = (stored: StoredRules): StoredRules => ({
    ...stored,
    rules: rulesInForce(stored.rules, hours),
  });

  /** Only what belongs to the page counts: the rest stays as it is. The operator's own hours are no rule. */
  function withPage(rules: Rules, page: RulePage, wanted: Partial<Rules>): Rules {
    const changed = rulePages[page].map((key) => [key, wanted[key] ?? rules[key]]);
    const after: Rules = { ...rules, ...Object.fromEntries(changed) };
    return after.hours && isSameHours(after.hours, hours) ? { ...after, hours: null } : after;
  }

  /** Channels that were allowed already may have been archived since; only new ones are looked at. */
  async function faultOfChannels(person: Person, before: Rules, after: Rules): Promise<CannotPost[]> {
    const lists = [
      ['channels', before.channels, after.channels],
      ['digestChannels', before.digest.channels, after.digest.channels],
    ] as const;
    const found = lists.flatMap(([field, earlier, now]) =>
      now
        .filter((channelId) => !earlier.includes(channelId))
        .map(async (what): Promise<CannotPost[]> => {
          if (field === 'digestChannels' && !isChannelAllowed(after, what))
            return [{ field, code: 'no_results_there', what }];
          return (await canPostIn(person, what)) === 'no' ? [{ field, code: 'cannot_post', what }] : [];
        }),
    );
    return (await Promise.all(found)).flat();
  }

  /** Guests, bots, and people who left approve nothing; of those who are named already, somebody may have become one since. */
  async function faultOfApprovers(person: Person, before: Rules, after: Rules): Promise<CannotApprove[]> {
    const { who, people: named } = after.approval;
    const added = who === 'named' ? named.filter((userId) => !before.approval.people.includes(userId)) : [];
    const ranks = await Promise.all(added.map((userId) => people.rankOf({ ...person, userId })));
    return added.flatMap((what, index) =>
      ranks[index] === 'guest' || ranks[index] === 'gone'
        ? [{ field: 'approverPeople', code: 'cannot_approve', what }]
        : [],
    );
  }

  return {
    /** Rules that are about to be saved, looked at before a form closes. */
    async faultsOfChange(
      { person }: Pick<RuleMaker, 'person'>,
      page: RulePage,
      wanted: Partial<Rules>,
    ): Promise<ChangeFault[]> {
      const { rules } = await store.rules.findNow(person.workspaceId);
      const after = withPage(rules, page, wanted);
      const asked = await Promise.all([
        faultOfChannels(person, rules, after),
        faultOfApprovers(person, rules, after),
      ]);
      return [...faultsOfRules(after, person.userId, hours), ...asked.flat()];
    },

    /** Changes one page of the rules, if they are still of the version that the admin saw. */
    change: (
      maker: RuleMaker,
      { page, version, wanted }: { page: RulePage; version: number; wanted: Partial<Rules> },
    ): Promise<ChangeAnswer | NotAdmin> =>
      asAdmin(maker, async ({ workspaceId, userId }) => {
        const stored = await store.rules.findNow(workspaceId);
        const after = withPage(stored.rules, page, wanted);
        const faults = faultsOfRules(after, userId, hours);
        if (faults.length > 0) return { faults };
        const how = { kind: page, userId, changedAt: clock.now() };
        try {
          await store.rules.change(workspaceId, version, after, how);
        } catch (error) {
          if (!(error instanceof RulesMoved)) throw error;
          const [moved, { changes }] = await Promise.all([
            store.rules.findNow(workspaceId),
            store.rules.changesOf(workspaceId, pageSize),
          ]);
          const by = changes.find(({ kind }) => kind in rulePages);
          return { moved: asRead(moved), ...(by && { by }) };
        }
        log.info({ workspaceId, userId, page }, 'an admin changed the rules');
        return { saved: asRead(await store.rules.findNow(workspaceId)) };
      }),

    rules: (maker: RuleMaker): Promise<StoredRules | NotAdmin> =>
      asAdmin(maker, async ({ workspaceId }) => asRead(await store.rules.findNow(workspaceId))),

    changes: (maker: RuleMaker, before?: Pick<RuleChange, 'id' | 'changedAt'>) =>
      asAdmin(maker, ({ workspaceId }) => store.rules.changesOf(workspaceId, pageSize, before)),

    doNotCallList: (maker: RuleMaker, before?: Pick<DoNotCallEntry, 'id' | 'addedAt'>) =>
      asAdmin(maker, ({ workspaceId }) => store.doNotCall.page(workspaceId, pageSize, before)),

    doNotCallEntry: (maker: RuleMaker, id: string): Promise<DoNotCallEntry | undefined | NotAdmin> =>
      asAdmin(maker, ({ workspaceId }) => store.doNotCall.find(workspaceId, id)),

    /** Puts a number on the list; returns the calls to it that are under way, which go on until somebody stops them. */
    forbidNumber: (
      maker: RuleMaker,
      { text, country, reason }: { text: string; country: string | undefined; reason: string },
    ): Promise<{ fault: PhoneFault } | { phone: string; isNew: boolean; underWay: Call[] } | NotAdmin> =>
      asAdmin(maker, async ({ workspaceId, userId }) => {
        const read = readPhone(text, country);
        if ('fault' in read) return read;
        const { phone } = read;
        const addition = { workspaceId, userId, phone, maskedPhone: maskPhone(phone), reason };
        const isNew = await store.doNotCall.add({ ...addition, by: 'admin', addedAt: clock.now() });
        if (isNew) log.info({ workspaceId, userId }, 'an admin put a number on the do-not-call list');
        return { phone, isNew, underWay: await store.calls.underWayTo(workspaceId, phone) };
      }),

    liftNumber: (
      maker: RuleMaker,
      { id, reason }: { id: string; reason: string },
    ): Promise<{ isLifted: boolean } | NotAdmin> =>
      asAdmin(maker, async ({ workspaceId, userId }) => {
        const how = { userId, reason, liftedAt: clock.now() };
        const isLifted = await store.doNotCall.lift({ workspaceId, id }, how);
        if (isLifted) log.info({ workspaceId, userId }, 'an admin took a number off the do-not-call list');
        return { isLifted };
      }),
  };
}
