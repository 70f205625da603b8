import type { webApi } from '@slack/bolt';
import type { Call, Person } from '../domain/call.ts';
import type { Kit } from '../slack/context.ts';
import { isAdmin } from '../slack/workspace/admins.ts';

type Found = { call: Call } | { sorry: 'gone' | 'notYours' };

/** The call behind a button, for the person who asked for it, and for nobody else. */
export async function callFor(kit: Kit, person: Person, callId: string | undefined): Promise<Found> {
  const found = await callInWorkspace(kit, person, callId);
  if ('sorry' in found || found.call.requester.userId === person.userId) return found;
  return { sorry: 'notYours' };
}

/** The same for what the workspace's admins may do with everybody's calls. */
export async function callForAdmins(
  kit: Kit,
  person: Person,
  callId: string | undefined,
  client: webApi.WebClient,
): Promise<Found> {
  const found = await callInWorkspace(kit, person, callId);
  if ('sorry' in found || found.call.requester.userId === person.userId) return found;
  return (await isAdmin(person, client)) ? found : { sorry: 'notYours' };
}

async function callInWorkspace(
  { store }: Kit,
  { workspaceId }: Person,
  callId: string | undefined,
): Promise<Found> {
  const call = callId ? await store.calls.find(callId) : undefined;
  return call?.requester.workspaceId === workspaceId ? { call } : { sorry: 'gone' };
}
