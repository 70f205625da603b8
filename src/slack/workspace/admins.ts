import type { webApi } from '@slack/bolt';
import type { Person } from '../../domain/person.ts';

type User = NonNullable<Awaited<ReturnType<webApi.WebClient['users']['info']>>['user']>;

/** Of the workspace somebody is in. Asked anew each time: who is no longer an admin must not act as one. */
export async function isAdmin({ userId }: Person, client: webApi.WebClient): Promise<boolean> {
  const { user } = await client.users.info({ user: userId });
  return isAdminHere(user);
}

/** Of all that Kally is installed in: the workspace, or the whole organisation. Asked anew each time, too. */
export async function isAdminOfAll(person: Person, client: webApi.WebClient): Promise<boolean> {
  const { user } = await client.users.info({ user: person.userId });
  return rulesAll(person, user);
}

/** As Slack says it of `user`. An admin of one workspace does not decide for the others of an organisation. */
export function rulesAll({ workspaceId }: Person, user: User | undefined): boolean {
  if (!workspaceId.startsWith('E')) return isAdminHere(user);
  const { enterprise_id, is_admin, is_owner } = user?.enterprise_user ?? {};
  return enterprise_id === workspaceId && (is_admin === true || is_owner === true);
}

function isAdminHere(user: User | undefined): boolean {
  return user?.is_admin === true || user?.is_owner === true;
}
