import type { Draft } from '../../domain/call-request.ts';
import type { Interaction } from '../context.ts';
import type { ConnectLink } from './connect-view.ts';

/** What is behind one person's *Connect KallyAI*; with the draft of the form they were on the way to. */
export async function linkAddress(
  { deps, person, profile, channelId }: Interaction,
  on: { channelId?: string; draft?: Draft } = {},
): Promise<ConnectLink> {
  const [{ language, name = person.userId }, workspaceName] = await Promise.all([
    profile(),
    deps.workspaceNameOf(person.workspaceId),
  ]);
  return deps.startLink(person, { personName: name, workspaceName, language, channelId, ...on });
}
