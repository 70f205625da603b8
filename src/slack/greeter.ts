import type { webApi } from '@slack/bolt';
import type { LinkAttempt } from '../store/link-attempts.ts';
import type { Kit } from './kit.ts';
import { connectedMessage } from './views/connect.ts';

/** Tells a person, in their direct messages, that their account is connected, and lets them go on where they stopped. */
export function createGreeter({
  clientFor,
  home,
}: {
  clientFor: (workspaceId: string) => Promise<webApi.WebClient>;
  home: Kit['home'];
}) {
  return async function announceConnected(attempt: LinkAttempt): Promise<void> {
    const { person, language, draft, id } = attempt;
    home.changed(person);
    const client = await clientFor(person.workspaceId);
    await client.chat.postMessage({ channel: person.userId, ...connectedMessage(language, draft && id) });
  };
}
