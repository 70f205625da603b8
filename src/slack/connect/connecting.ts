import type { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import type { LinkAttempt } from '../../store/link-attempts.ts';
import type { Store } from '../../store/store.ts';
import type { Deps } from '../context.ts';
import type { Message, ModalView } from '../ui/blocks.ts';
import { noticeView } from '../ui/notices.ts';
import { codeMessage, codeView, connectedMessage, notConnectedMessage } from './connect-view.ts';

/**
 * The messages about one attempt to connect: the message or modal where the person pressed the button, and a direct message, which stays
 * when the other is gone. Both change together, so that no used button is left.
 */
export function createConnecting({
  clientFor,
  replaceAt,
  linkAttempts,
  home,
  log,
}: {
  clientFor: (workspaceId: string) => Promise<webApi.WebClient>;
  replaceAt: (responseUrl: string, message: Message) => Promise<void>;
  linkAttempts: Pick<Store['linkAttempts'], 'noteShown'>;
  home: Deps['home'];
  log: Logger;
}) {
  async function show(attempt: LinkAttempt, message: Message, view?: ModalView): Promise<void> {
    const { id, person, shown } = attempt;
    const client = await clientFor(person.workspaceId);
    await Promise.all([
      showDirectly(client, attempt, message),
      // The person may have closed it, or come back after an hour: the direct message says the same.
      ...[
        shown.responseUrl && replaceAt(shown.responseUrl, message),
        shown.viewId && view && client.views.update({ view_id: shown.viewId, view }),
      ].map((showing) =>
        Promise.resolve(showing).catch((err: unknown) =>
          log.info({ err, attemptId: id }, 'a message about connecting could not be replaced'),
        ),
      ),
    ]);
  }

  async function showDirectly(client: webApi.WebClient, attempt: LinkAttempt, message: Message) {
    const { id, person, shown } = attempt;
    if (shown.direct) {
      const { channelId: channel, ts } = shown.direct;
      await client.chat.update({ channel, ts, ...message });
      return;
    }
    const { channel = person.userId, ts = '' } = await client.chat.postMessage({
      channel: person.userId,
      ...message,
    });
    await linkAttempts.noteShown(id, { direct: { channelId: channel, ts } });
  }

  return {
    /** Asks for the code that only their browser shows. */
    async askForCode(attempt: LinkAttempt): Promise<void> {
      const { language, id } = attempt;
      await show(attempt, codeMessage(language, id), codeView(language, id));
      home.showIfFollowed(attempt.person);
    },
    /** Lets them go on where they stopped. */
    async announceConnected(attempt: LinkAttempt): Promise<void> {
      home.changed(attempt.person);
      const message = connectedMessage(attempt.language, { attemptId: attempt.draft && attempt.id });
      await show(attempt, message, noticeView(attempt.language, message.text));
    },
    /** The person continued, and their request is now a call. */
    announceCalled(attempt: LinkAttempt, channelId: string | undefined): Promise<void> {
      return show(attempt, connectedMessage(attempt.language, { calledIn: channelId }));
    },
    async announceThrownAway(attempt: LinkAttempt): Promise<void> {
      const message = notConnectedMessage(attempt.language);
      await show(attempt, message, noticeView(attempt.language, message.text));
      home.showIfFollowed(attempt.person);
    },
  };
}
