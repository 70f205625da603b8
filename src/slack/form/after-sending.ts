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

/** What follows once the form closed: the call is on its way whatever becomes of it. */
export async function afterSending(
  i: Interaction,
  sent: Sent,
  request: Pick<CallRequest, 'callLanguage' | 'language'>,
): Promise<void> {
  await tellWhere(i, sent, request);
  await rememberLanguage(i, request);
}

/** Where they were, when their card is somewhere else; and no button is left that would ask for the same call. */
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

/** Offered in the next form; not the name, which may be somebody else's for once. Not worth troubling anybody about: the call is on its way. */
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
