import type { CallRequest } from '../../domain/call-request.ts';
import { attemptOf } from '../connect/code.ts';
import type { Interaction } from '../context.ts';
import { sentence } from '../ui/blocks.ts';
import { formWords } from './words.ts';

/** Where the form was opened, and where its card is; missing where that is with the person alone. */
export type Sent = {
  openedIn?: string | undefined;
  postedIn?: string | undefined;
  attemptId?: string | undefined;
};

/** What follows once the form closed. Its failure changes nothing about the call. */
export async function afterSending(
  i: Interaction,
  sent: Sent,
  request: Pick<CallRequest, 'callLanguage' | 'language'>,
): Promise<void> {
  await tellWhere(i, sent, request);
  await rememberLanguage(i, request);
}

/** Tells the person where their card is, if that is elsewhere, and removes buttons that would ask for the same call. */
async function tellWhere(
  i: Interaction,
  { openedIn, postedIn, attemptId }: Sent,
  { language }: Pick<CallRequest, 'language'>,
): Promise<void> {
  const { deps, person, client } = i;
  try {
    const attempt = attemptId && (await attemptOf(i, attemptId));
    if (attempt) await deps.connecting.announceCalled(attempt, postedIn);
    else if (postedIn && postedIn !== openedIn) {
      const said = sentence(formWords[language].cardIsIn(`<#${postedIn}>`));
      if (openedIn) await client.chat.postEphemeral({ ...said, channel: openedIn, user: person.userId });
      else await client.chat.postMessage({ ...said, channel: person.userId });
    }
  } catch (error) {
    deps.log.info({ err: error }, 'nobody was told where a card is');
  }
}

/** The next form offers this language. The name is not remembered, because it may be somebody else's. A failure is only logged. */
async function rememberLanguage(
  { deps, person }: Interaction,
  { callLanguage }: Pick<CallRequest, 'callLanguage'>,
) {
  try {
    await deps.store.preferences.change(person, (stored) => ({ ...stored, callLanguage }));
  } catch (error) {
    deps.log.warn({ err: error }, 'preferences could not be saved');
  }
}
