import type { Draft } from '../../domain/call-request.ts';
import type { Interaction } from '../context.ts';

/** The address behind one person's *Connect KallyAI*; with the draft of the form they were on the way to. */
export async function linkAddress(
  { deps, person, profile, channelId }: Interaction,
  on: { channelId?: string; draft?: Draft } = {},
): Promise<string> {
  const [{ language, name = person.userId }, workspaceName] = await Promise.all([
    profile(),
    deps.workspaceNameOf(person.workspaceId),
  ]);
  return deps.startLink(person, { personName: name, workspaceName, language, channelId, ...on });
}
