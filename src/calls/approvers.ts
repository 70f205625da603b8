import type { Person } from '../domain/person.ts';
import { mostListed } from '../domain/rules.ts';
import type { RulesInForce } from './rules.ts';

/** What somebody is in their workspace: `admin` of all of it; `gone` if they are none of its people; `unknown` if Slack does not say. */
export type Rank = 'admin' | 'member' | 'guest' | 'gone' | 'unknown';

/** What Slack says about people, asked each time: rights that somebody lost must not outlive them. */
export type AskPeople = {
  rankOf: (person: Person) => Promise<Rank>;
  /** The ids of the admins of a workspace. Throws if Slack does not say. */
  adminsOf: (person: Person) => Promise<string[]>;
};

/** `ownCall`: somebody else has to approve it. `unsure`: Slack does not say whether they may. */
export type ApproverDenial = 'notApprover' | 'ownCall' | 'unsure';

/** Who may approve the calls of a workspace. */
export function createApprovers({ rules, people }: { rules: Pick<RulesInForce, 'of'>; people: AskPeople }) {
  /** All of them, by the rules as they are. Throws if Slack does not say. */
  async function all(workspace: Person): Promise<string[]> {
    const { approval } = await rules.of(workspace);
    if (approval.who === 'admins') return (await people.adminsOf(workspace)).slice(0, mostListed.approvers);
    const ranked = await Promise.all(
      approval.people.map(async (userId) => ({
        userId,
        rank: await people.rankOf({ ...workspace, userId }),
      })),
    );
    if (ranked.some(({ rank }) => rank === 'unknown')) throw new Error('Slack does not say who may approve');
    return ranked.filter(({ rank }) => mayApprove(rank)).map(({ userId }) => userId);
  }

  return {
    /** Whom to ask about a call of this person: never themselves, unless there is nobody else. */
    async toAsk(requester: Person): Promise<string[]> {
      const everybody = await all(requester);
      const others = everybody.filter((userId) => userId !== requester.userId);
      return others.length > 0 ? others : everybody;
    },

    /** Why somebody may not decide about a call of this person; `undefined` if they may. */
    async denialOf(requester: Person, person: Person): Promise<ApproverDenial | undefined> {
      const [{ approval }, rank] = await Promise.all([rules.of(requester), people.rankOf(person)]);
      if (rank === 'unknown') return 'unsure';
      const isNamed = approval.who === 'admins' ? rank === 'admin' : approval.people.includes(person.userId);
      if (!isNamed || !mayApprove(rank)) return 'notApprover';
      if (person.userId !== requester.userId) return undefined;
      const everybody = await all(requester).catch(() => undefined);
      if (!everybody) return 'unsure';
      return everybody.some((userId) => userId !== requester.userId) ? 'ownCall' : undefined;
    },
  };
}

function mayApprove(rank: Rank): boolean {
  return rank === 'admin' || rank === 'member';
}

export type Approvers = ReturnType<typeof createApprovers>;
