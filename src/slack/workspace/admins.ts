import { webApi } from '@slack/bolt';
import type { AskPeople, Rank } from '../../calls/approvers.ts';
import type { Person } from '../../domain/person.ts';

type User = NonNullable<Awaited<ReturnType<webApi.WebClient['users']['info']>>['user']>;

/** Admins of the person's own workspace. Asked each time: somebody who lost admin rights must not act as admin. */
export async function isAdmin(person: Person, client: webApi.WebClient): Promise<boolean> {
  const { user } = await client.users.info({ user: person.userId });
  return isOfUs(person, user) && isAdminHere(user);
}

/**
 * For external users in shared channels, Slack says what they are in their own workspace. In an organisation only its own people count:
 * members of any of its workspaces, by the organisation that Slack names.
 */
function isOfUs({ workspaceId }: Person, user: User | undefined): boolean {
  if (user?.is_stranger) return false;
  if (workspaceId.startsWith('E')) return user?.enterprise_user?.enterprise_id === workspaceId;
  return user?.team_id === undefined || user.team_id === workspaceId || isInOrganisation(workspaceId, user);
}

/** A person of an organisation may be in several of its workspaces; Slack names any of them. */
function isInOrganisation(workspaceId: string, user: User): boolean {
  return user.enterprise_user?.teams?.includes(workspaceId) ?? false;
}

/** Neither a guest, who sees only the channels they were added to, nor an external user. */
export async function isFullMember(person: Person, client: webApi.WebClient): Promise<boolean> {
  const { user } = await client.users.info({ user: person.userId });
  return isOfUs(person, user) && user?.is_restricted === false && user.is_ultra_restricted !== true;
}

/** Admins of the whole installation: the workspace, or the organisation. Asked each time, too. */
export async function isAdminOfAll(person: Person, client: webApi.WebClient): Promise<boolean> {
  const { user } = await client.users.info({ user: person.userId });
  return rulesAll(person, user);
}

/** By Slack's `user`. An admin of one workspace does not decide for the others of an organisation. */
export function rulesAll(person: Person, user: User | undefined): boolean {
  const { workspaceId } = person;
  if (!workspaceId.startsWith('E')) return isOfUs(person, user) && isAdminHere(user);
  const { enterprise_id, is_admin, is_owner } = user?.enterprise_user ?? {};
  return enterprise_id === workspaceId && (is_admin === true || is_owner === true);
}

/** Slack advises at most this many at once; of a larger workspace, the admins among the first pages are enough to be asked. */
const pageSize = 200;
const mostPages = 20;

/** What people are in their workspace, as Slack says now. */
export function createAskPeople(
  clientFor: (workspaceId: string) => Promise<webApi.WebClient>,
  onFailure: (error: unknown) => void,
): AskPeople {
  return {
    async rankOf(person) {
      try {
        const client = await clientFor(person.workspaceId);
        return rankIn(person, (await client.users.info({ user: person.userId })).user);
      } catch (error) {
        if (isUnknownUser(error)) return 'gone';
        onFailure(error);
        return 'unknown';
      }
    },

    async adminsOf({ workspaceId, teamId }) {
      const client = await clientFor(workspaceId);
      const admins: string[] = [];
      for (let page = 0, cursor: string | undefined = ''; cursor !== undefined && page < mostPages; page++) {
        const { members = [], response_metadata } = await client.users.list({
          limit: pageSize,
          ...(cursor && { cursor }),
          ...(teamId && { team_id: teamId }),
        });
        for (const user of members)
          if (user.id && rankIn({ workspaceId, userId: user.id }, user) === 'admin') admins.push(user.id);
        cursor = response_metadata?.next_cursor || undefined;
      }
      return admins;
    },
  };
}

function rankIn(person: Person, user: User | undefined): Rank {
  if (!user || user.deleted || user.is_bot || !isOfUs(person, user)) return 'gone';
  if (user.is_restricted || user.is_ultra_restricted) return 'guest';
  return rulesAll(person, user) ? 'admin' : 'member';
}

function isUnknownUser(error: unknown): boolean {
  return error instanceof webApi.WebAPIPlatformError && unknownUser.includes(error.data.error);
}

const unknownUser = ['user_not_found', 'user_not_visible'];

function isAdminHere(user: User | undefined): boolean {
  return user?.is_admin === true || user?.is_owner === true;
}
