import type { webApi } from '@slack/bolt';
import type { LinkAttempt } from '../../store/link-attempts.ts';
import type { Deps } from '../context.ts';
import type { Message } from '../ui/blocks.ts';
import { codeMessage, connectedMessage } from './connect-view.ts';

/** What a person is told in their direct messages while they connect an account in the browser. */
export function createNotify({
  clientFor,
  home,
}: {
  clientFor: (workspaceId: string) => Promise<webApi.WebClient>;
  home: Deps['home'];
}) {
  async function tell({ person }: LinkAttempt, message: Message): Promise<void> {
    const client = await clientFor(person.workspaceId);
    await client.chat.postMessage({ channel: person.userId, ...message });
  }

  return {
    /** Asks whether it was they who signed in, and for the code that only their browser shows. */
    askForCode: (attempt: LinkAttempt) => tell(attempt, codeMessage(attempt.language, attempt.id)),
    /** Lets them go on where they stopped. */
    async announceConnected(attempt: LinkAttempt): Promise<void> {
      home.changed(attempt.person);
      await tell(attempt, connectedMessage(attempt.language, attempt.draft && attempt.id));
    },
  };
}
