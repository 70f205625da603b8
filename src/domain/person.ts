/**
 * A Slack person in a workspace (a team, or an enterprise for org-wide installs). `teamId` says of an organisation's person in which of
 * its workspaces they were; it is not part of who they are.
 */
export type Person = { workspaceId: string; userId: string; teamId?: string };

export function isSamePerson(one: Pick<Person, 'workspaceId' | 'userId'>, other: typeof one): boolean {
  return one.workspaceId === other.workspaceId && one.userId === other.userId;
}

/** For what is cached by person. */
export function keyOfPerson({ workspaceId, userId }: Person): string {
  return `${workspaceId}:${userId}`;
}
