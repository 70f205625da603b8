import type { Person } from '../../domain/call.ts';
import type { Draft } from '../../domain/call-request.ts';
import type { Kit } from '../context.ts';
import type { Profile } from '../workspace/profiles.ts';

/** The address behind one person's *Connect KallyAI*; with the draft of the form they were on the way to. */
export async function linkAddress(
  { startLink, workspaceNameOf }: Kit,
  person: Person,
  { language, name }: Profile,
  on: { channelId: string; draft?: Draft },
): Promise<string> {
  const workspaceName = await workspaceNameOf(person.workspaceId);
  return startLink(person, { personName: name ?? person.userId, workspaceName, language, ...on });
}
