import { type App, webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import { newReference } from '../../domain/reference.ts';
import { AppNotInstalled } from '../install/installations.ts';
import type { Profiles } from '../workspace/profiles.ts';
import { lastResortWords } from './words.ts';

type ErrorArgs = Parameters<Parameters<App['error']>[0]>[0];

/**
 * Handles every error that a listener did not expect: logs it once, with a reference that the person sees too. Bolt alone would acknowledge
 * and say nothing.
 */
export function createLastResort({
  log,
  profiles,
  clientOptions,
  onReached,
}: {
  log: Logger;
  profiles: Profiles;
  clientOptions: webApi.WebClientOptions;
  onReached: () => void;
}) {
  return async ({ error, body, context }: ErrorArgs): Promise<void> => {
    const reference = newReference();
    const isInstalled = !causesOf(error).some((cause) => cause instanceof AppNotInstalled);
    if (isInstalled) {
      log.error({ err: error, reference }, 'a request from Slack failed');
      onReached();
    } else log.info({ err: error }, 'somebody wants Kally where it is not installed');
    const asked = readBody(body);
    if (!asked.userId) return;
    const workspaceId = context.teamId ?? context.enterpriseId ?? asked.teamId ?? '';
    const language = profiles.languageOf({ workspaceId, userId: asked.userId });
    const words = lastResortWords[language];
    const sorry = isTooLate(error) ? words.tooSlow(reference) : words.any(reference);
    const text = isInstalled ? sorry : words.notInstalled;
    await answer({ ...asked, userId: asked.userId, text, token: context.botToken, clientOptions }).catch(
      (unsaid: unknown) => log.warn({ err: unsaid, reference }, 'the person could not be told'),
    );
  };
}

type Apology = {
  responseUrl: string | undefined;
  userId: string;
  text: string;
  token: string | undefined;
  clientOptions: webApi.WebClientOptions;
};

async function answer({ responseUrl, userId, text, token, clientOptions }: Apology) {
  if (responseUrl && (await answerAt(responseUrl, text, clientOptions))) return;
  // Slack's address is used up, too old or away: send a direct message.
  if (token) await new webApi.WebClient(token, clientOptions).chat.postMessage({ channel: userId, text });
}

async function answerAt(
  responseUrl: string,
  text: string,
  { fetch }: webApi.WebClientOptions,
): Promise<boolean> {
  const sent = fetch?.(responseUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text, response_type: 'ephemeral', replace_original: false }),
  });
  return Boolean(
    await sent?.then(
      ({ ok }) => ok,
      () => false,
    ),
  );
}

/** The trigger expired before the form could open. */
function isTooLate(error: Error): boolean {
  return causesOf(error).some(
    (cause) => cause instanceof webApi.WebAPIPlatformError && cause.data.error === 'expired_trigger_id',
  );
}

/** The error, and those that Bolt wrapped around it. */
function causesOf(error: unknown): unknown[] {
  if (!(error instanceof Error)) return [];
  return [error, ...causesOf('original' in error ? error.original : undefined)];
}

/** Commands, clicks, submissions and messages name the person in different fields. Opening Home expects no answer. */
function readBody(body: object) {
  const asked = body as {
    user_id?: string;
    team_id?: string;
    response_url?: string;
    user?: { id?: string; team_id?: string };
    event?: { type: string; user?: string };
  };
  const isWritten = asked.event?.type === 'message' || asked.event?.type === 'app_mention';
  return {
    userId: asked.user_id ?? asked.user?.id ?? (isWritten ? asked.event?.user : undefined),
    teamId: asked.team_id ?? asked.user?.team_id,
    responseUrl: asked.response_url,
  };
}
