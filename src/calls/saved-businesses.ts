import type { Call } from '../domain/call.ts';
import type { Clock } from '../domain/clock.ts';
import { keyOfPerson, type Person } from '../domain/person.ts';
import { plainText } from '../domain/plain-text.ts';
import { isCountryAllowed } from '../domain/rules.ts';
import { type BusinessDecision, type SharingCall, standsFor } from '../store/businesses.ts';
import { createCache } from '../store/cache.ts';
import type { Changes } from '../store/changes.ts';
import type { Store } from '../store/store.ts';
import type { RulesInForce } from './rules.ts';

/** A business that can be chosen instead of typing its number. */
export type SavedBusiness = { phone: string; businessName: string };

/** A business that is suggested to a workspace, or was until an admin removed it. */
export type SharedBusiness = {
  phone: string;
  businessName: string;
  state: 'called' | 'pinned' | 'removed';
  /** When it was last called, or an admin decided about it. */
  at: number;
  /** The admin who decided. */
  decidedBy?: string;
  /** Numbers that an admin corrected to this one. */
  replaces?: string[];
  /** Where people called it: in an organisation, its workspaces. */
  teamIds?: (string | undefined)[];
};

/** How many of a person's calls are looked through: about a year, for most people. */
const rememberedCalls = 200;
/** Slack's limit of a menu. */
const shownMax = 100;

/** Cached, because every form and every letter typed in its menu needs them. */
const memory = { lifetimeMs: 60_000, capacity: 5_000 };

type Deps = {
  store: Pick<Store, 'calls' | 'businesses' | 'preferences' | 'rules' | 'doNotCall'>;
  rules: Pick<RulesInForce, 'isMember'>;
  changes: Pick<Changes, 'subscribe'>;
  clock: Clock;
};

/**
 * The businesses that each person can choose from: those they called before, then those of their workspace, newest first, each number once.
 * Numbers that the rules forbid are never among them.
 */
export function createSavedBusinesses({ store, rules, changes, clock }: Deps) {
  const ofPeople = createCache<SavedBusiness[]>(clock, memory);
  const ofWorkspaces = createCache<SharedBusiness[]>(clock, memory);
  changes.subscribe((change) => {
    if (change === undefined || change.kind === 'forgotten' || change.kind === 'ruled') clear();
  });

  function clear(): void {
    ofPeople.clear();
    ofWorkspaces.clear();
  }

  async function readShared(workspaceId: string): Promise<SharedBusiness[]> {
    const [calls, decisions] = await Promise.all([
      store.businesses.sharingCalls(workspaceId),
      store.businesses.decisions(workspaceId),
    ]);
    const people = [...new Set(calls.map(({ requester }) => requester.userId))];
    const keeping = await store.preferences.keepingBusinesses(workspaceId, people);
    const sharing = calls.filter(({ requester }) => !keeping.has(requester.userId));
    return sharedBusinessesIn(sharing, decisions);
  }

  /** At most a minute old. */
  const shared = (workspaceId: string) => ofWorkspaces.load(workspaceId, () => readShared(workspaceId));

  /** Guests see few channels of a workspace, and are not told whom the others call. */
  async function sharedWith(person: Person): Promise<SharedBusiness[]> {
    const [all, isMember] = await Promise.all([shared(person.workspaceId), rules.isMember(person)]);
    return isMember ? all.filter((one) => isSharedWith(one, person)) : [];
  }

  async function read(person: Person): Promise<SavedBusiness[]> {
    const { workspaceId } = person;
    const [calls, others, stored] = await Promise.all([
      store.calls.ofPerson(person, rememberedCalls),
      sharedWith(person),
      store.rules.find(workspaceId),
    ]);
    const merged = merge(savedBusinessesIn(calls), others);
    const unwanted = await store.doNotCall.among(
      workspaceId,
      stored,
      merged.map(({ phone }) => phone),
    );
    return merged.filter(({ phone }) => !unwanted.has(phone) && isCountryAllowed(stored.rules, phone));
  }

  return {
    /** At most a minute old, if the person made a call through another replica. */
    of: (person: Person): Promise<SavedBusiness[]> => ofPeople.load(keyOf(person), () => read(person)),
    /** The person made another call. */
    changed: (person: Person) => ofPeople.delete(keyOf(person)),
    /** An admin decided here; other replicas hear of it. */
    decided: clear,
    /** Reads the database, for admins. */
    sharedNow: readShared,
  };
}

export function savedBusinessesIn(calls: Pick<Call, 'stage' | 'request'>[]): SavedBusiness[] {
  const businesses = new Map<string, SavedBusiness>();
  for (const { stage, request } of calls) {
    const { phone, businessName } = request;
    // Do not offer a number that KallyAI refused.
    if (businessName && stage !== 'refused' && !businesses.has(phone))
      businesses.set(phone, { phone, businessName });
  }
  return [...businesses.values()];
}

/** Pinned ones first, then those that were called, then those that were removed; each newest first. */
export function sharedBusinessesIn(calls: SharingCall[], decisions: BusinessDecision[]): SharedBusiness[] {
  const decided = decisions
    .map(({ isPinned, decidedAt, userId, ...named }): SharedBusiness => {
      const state = isPinned ? 'pinned' : 'removed';
      return { ...named, state, at: decidedAt, ...(userId && { decidedBy: userId }) };
    })
    .sort((a, b) => b.at - a.at);
  const called = new Map<string, SharedBusiness>();
  for (const { requester, request, confirmedAt } of calls) {
    const { phone, businessName } = request;
    if (!businessName || decisions.some((decision) => standsFor(decision, phone))) continue;
    const known = called.get(phone);
    const teamIds = [...(known?.teamIds ?? []), requester.teamId];
    called.set(phone, { phone, businessName, state: 'called', at: confirmedAt, ...known, teamIds });
  }
  return [
    ...decided.filter(({ state }) => state === 'pinned'),
    ...called.values(),
    ...decided.filter(({ state }) => state === 'removed'),
  ];
}

function isSharedWith({ state, teamIds }: SharedBusiness, { teamId }: Person): boolean {
  return state === 'pinned' || (state === 'called' && teamIds?.includes(teamId) === true);
}

/** People's own come first, by their own names; where an admin corrected a number, the corrected one. */
function merge(own: SavedBusiness[], others: SharedBusiness[]): SavedBusiness[] {
  const corrected = own.map((one) => others.find(({ replaces }) => replaces?.includes(one.phone)) ?? one);
  const all = new Map<string, SavedBusiness>();
  for (const { phone, businessName } of [...corrected, ...others])
    if (!all.has(phone)) all.set(phone, { phone, businessName });
  return [...all.values()];
}

/** The businesses that match a part of a name or a number. */
export function businessesLike(businesses: SavedBusiness[], query: string): SavedBusiness[] {
  const wanted = plainText(query.trim());
  const digits = /^[\d\s()+.-]+$/.test(query) ? query.replace(/\D/g, '') : '';
  const found = businesses.filter(
    ({ phone, businessName }) =>
      plainText(businessName).includes(wanted) || (digits !== '' && phone.includes(digits)),
  );
  return found.slice(0, shownMax);
}

export type SavedBusinesses = ReturnType<typeof createSavedBusinesses>;

/** In an organisation, each of its workspaces has businesses of its own. */
function keyOf(person: Person): string {
  return `${keyOfPerson(person)}:${person.teamId ?? ''}`;
}
