import type { Draft } from '../../domain/call-request.ts';
import type { Interaction } from '../context.ts';
import type { ConnectLink } from './connect-view.ts';

/** The address of one person's *Connect KallyAI* button; the attempt keeps the draft of the form they were about to open. */
export async function linkAddress(
  { deps, person, profile, channelId }: Interaction,
  on: { channelId?: string; draft?: Draft; proposalId?: string } = {},
): Promise<ConnectLink> {
  const [{ language, name = person.userId }, workspaceName] = await Promise.all([
    profile(),
    deps.workspaceNameOf(person.workspaceId),
  ]);
  return deps.startLink(person, { personName: name, workspaceName, language, channelId, ...on });
}
