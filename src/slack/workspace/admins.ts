import type { webApi } from '@slack/bolt';
import type { Person } from '../../domain/person.ts';

type User = NonNullable<Awaited<ReturnType<webApi.WebClient['users']['info']>>['user']>;

/** Of the workspace somebody is in. Asked anew each time: who is no longer an admin must not act as one. */
export async function isAdmin(person: Person, client: webApi.WebClient): Promise<boolean> {
  const { user } = await client.users.info({ user: person.userId });
  return isOfUs(person, user) && isAdminHere(user);
}

/**
 * Slack says of strangers in shared channels what they are at home. In an organisation only its own people count: those of any of its
 * workspaces, by the organisation that Slack names.
 */
function isOfUs({ workspaceId }: Person, user: User | undefined): boolean {
  if (user?.is_stranger) return false;
  if (workspaceId.startsWith('E')) return user?.enterprise_user?.enterprise_id === workspaceId;
  return user?.team_id === undefined || user.team_id === workspaceId || isInOrganisation(workspaceId, user);
}

/** Somebody of an organisation may be of several of its workspaces, whichever Slack names first. */
function isInOrganisation(workspaceId: string, user: User): boolean {
  return user.enterprise_user?.teams?.includes(workspaceId) ?? false;
}

/** Neither a guest, who sees only the channels they were put into, nor somebody of elsewhere. */
export async function isFullMember(person: Person, client: webApi.WebClient): Promise<boolean> {
  const { user } = await client.users.info({ user: person.userId });
  return isOfUs(person, user) && user?.is_restricted === false && user.is_ultra_restricted !== true;
}

/** Of all that Kally is installed in: the workspace, or the whole organisation. Asked anew each time, too. */
export async function isAdminOfAll(person: Person, client: webApi.WebClient): Promise<boolean> {
  const { user } = await client.users.info({ user: person.userId });
  return rulesAll(person, user);
}

/** As Slack says it of `user`. An admin of one workspace does not decide for the others of an organisation. */
export function rulesAll(person: Person, user: User | undefined): boolean {
  const { workspaceId } = person;
  if (!workspaceId.startsWith('E')) return isOfUs(person, user) && isAdminHere(user);
  const { enterprise_id, is_admin, is_owner } = user?.enterprise_user ?? {};
  return enterprise_id === workspaceId && (is_admin === true || is_owner === true);
}

function isAdminHere(user: User | undefined): boolean {
  return user?.is_admin === true || user?.is_owner === true;
}
