import type { Logger } from 'pino';
import { businessNameMax } from '../domain/call-request.ts';
import type { Clock } from '../domain/clock.ts';
import type { Person } from '../domain/person.ts';
import { type PhoneFault, readPhone } from '../domain/phone.ts';
import { isCountryAllowed } from '../domain/rules.ts';
import type { Store } from '../store/store.ts';
import { asAdmin, type NotAdmin, type RuleMaker } from './change-rules.ts';
import type { SavedBusinesses, SharedBusiness } from './saved-businesses.ts';

type Deps = {
  store: Pick<Store, 'businesses' | 'rules' | 'doNotCall'>;
  savedBusinesses: Pick<SavedBusinesses, 'sharedNow' | 'decided'>;
  clock: Clock;
  log: Logger;
};

/** A page of the list. */
export const businessPageSize = 10;

/** `free`: nothing is decided about it any more, neither that it stays nor that it is removed. */
export const businessDecisions = ['pin', 'remove', 'free'] as const;
export type BusinessWish = (typeof businessDecisions)[number];

/** `gone`: it is not in the list any more. `full`: there are as many decisions as there may be. */
export type BusinessAnswer = { done: SharedBusiness } | { failed: 'gone' | 'full' };

/** What an admin typed of a business; a number as people of `country` write it. */
export type BusinessEdit = { businessName: string; text: string; country: string | undefined };
export type BusinessFaults = {
  businessName?: 'business_missing' | 'business_too_long';
  phone?: PhoneFault | 'do_not_call' | 'country_not_allowed';
};

export type BusinessPage = { businesses: SharedBusiness[]; offset: number; hasMore: boolean };

/** What admins do with the businesses that are suggested to their workspace. Each function checks admin rights and returns data. */
export function createChangeBusinesses({ store, savedBusinesses, clock, log }: Deps) {
  async function findNow(workspaceId: string, phone: string): Promise<SharedBusiness | undefined> {
    const all = await savedBusinesses.sharedNow(workspaceId);
    return all.find((one) => one.phone === phone);
  }

  /** False when there are as many decisions as there may be. */
  async function decided(
    { workspaceId, userId }: Person,
    about: string,
    decision: Parameters<typeof store.businesses.decide>[2],
    { isEdit = false } = {},
  ): Promise<boolean> {
    const how = { userId, decidedAt: clock.now(), isEdit };
    const isDone = await store.businesses.decide(workspaceId, about, decision, how);
    savedBusinesses.decided();
    return isDone;
  }

  async function faultOfPhone(workspaceId: string, phone: string): Promise<BusinessFaults> {
    const stored = await store.rules.find(workspaceId);
    if (await store.doNotCall.has(workspaceId, stored, phone)) return { phone: 'do_not_call' };
    return isCountryAllowed(stored.rules, phone) ? {} : { phone: 'country_not_allowed' };
  }

  return {
    /** A page of the list, from this entry on. */
    list: (maker: RuleMaker, from: number): Promise<BusinessPage | NotAdmin> =>
      asAdmin(maker, async ({ workspaceId }) => {
        const all = await savedBusinesses.sharedNow(workspaceId);
        const lastPage = Math.max(0, Math.ceil(all.length / businessPageSize) - 1) * businessPageSize;
        const offset = Math.min(from, lastPage);
        const end = offset + businessPageSize;
        return { businesses: all.slice(offset, end), offset, hasMore: all.length > end };
      }),

    find: (maker: RuleMaker, phone: string): Promise<{ found: SharedBusiness | undefined } | NotAdmin> =>
      asAdmin(maker, async ({ workspaceId }) => ({ found: await findNow(workspaceId, phone) })),

    /** What is wrong with a change, looked at before a form closes. */
    async faultsOfEdit(
      { workspaceId }: Person,
      { businessName, text, country }: BusinessEdit,
    ): Promise<BusinessFaults> {
      const read = readPhone(text, country);
      const length = businessName.trim().length;
      return {
        ...(length === 0 && { businessName: 'business_missing' }),
        ...(length > businessNameMax && { businessName: 'business_too_long' }),
        ...('fault' in read ? { phone: read.fault } : await faultOfPhone(workspaceId, read.phone)),
      };
    },

    /** Gives a business another name or number. It stays then, as one that is pinned. */
    edit: (
      maker: RuleMaker,
      about: string,
      { businessName, text, country }: BusinessEdit,
    ): Promise<BusinessAnswer | NotAdmin> =>
      asAdmin(maker, async (admin) => {
        const { workspaceId, userId } = admin;
        const found = await findNow(workspaceId, about);
        const read = readPhone(text, country);
        if (!found || 'fault' in read) return { failed: 'gone' };
        const edited = { phone: read.phone, businessName: businessName.trim(), isPinned: true };
        if (!(await decided(admin, about, edited, { isEdit: true }))) return { failed: 'full' };
        log.info({ workspaceId, userId }, 'an admin edited a business');
        return { done: { ...found, ...edited, state: 'pinned' } };
      }),

    decide: (maker: RuleMaker, phone: string, wish: BusinessWish): Promise<BusinessAnswer | NotAdmin> =>
      asAdmin(maker, async (admin) => {
        const { workspaceId, userId } = admin;
        const found = await findNow(workspaceId, phone);
        if (!found) return { failed: 'gone' };
        const { businessName } = found;
        if (wish === 'free') {
          await store.businesses.withdraw(workspaceId, found, { userId, decidedAt: clock.now() });
          savedBusinesses.decided();
        } else if (!(await decided(admin, phone, { phone, businessName, isPinned: wish === 'pin' })))
          return { failed: 'full' };
        log.info({ workspaceId, userId, wish }, 'an admin decided about a business');
        return { done: found };
      }),
  };
}
