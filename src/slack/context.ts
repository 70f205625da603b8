import type { Context, RespondFn, webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import type { createSavedPlaces } from '../calls/saved-businesses.ts';
import type { Call, Person, RescheduleAnswer, StopAnswer } from '../domain/call.ts';
import type { Clock } from '../domain/clock.ts';
import type { KallyClient } from '../kally/client.ts';
import type { TokenSource } from '../kally/http.ts';
import type { Store } from '../store/store.ts';
import { workspaceIdOf } from './install/installations.ts';
import type { Message } from './ui/blocks.ts';
import type { createPlaces } from './workspace/channels.ts';
import type { Profiles } from './workspace/profiles.ts';

type LinkDetails = Parameters<Store['linkAttempts']['start']>[1];

/** What the listeners share. */
export type Kit = {
  store: Store;
  kally: KallyClient;
  /** A person's KallyAI account; its functions throw `NotConnected` when there is none. */
  accountOf: (person: Person) => TokenSource;
  clock: Clock;
  log: Logger;
  profiles: Profiles;
  places: ReturnType<typeof createPlaces>;
  savedPlaces: ReturnType<typeof createSavedPlaces>;
  /** How long calls are kept where the admins of a workspace decided nothing else. */
  retentionDays: number;
  workspaceNameOf: (workspaceId: string) => Promise<string>;
  /** Answers the address for the one button of this one person. */
  startLink: (person: Person, details: LinkDetails) => Promise<string>;
  /** Writes the call and queues it; the same submission twice is one call. */
  confirmCall: (
    call: Pick<Call, 'requester' | 'request' | 'channelId'>,
    submissionId: string,
  ) => Promise<Call>;
  /** Each person's Home tab. */
  home: { opened(person: Person): Promise<void>; changed(person: Person): void };
  /** Whether the person may is the listener's to know. */
  stopCall: (callId: string) => Promise<StopAnswer>;
  /** Looks once more what became of a call of which nobody knows. */
  checkAgain: (call: Call) => Promise<void>;
  /** On the clock of the call's time zone. */
  rescheduleCall: (call: Call, when: { date: string; time: string }) => Promise<RescheduleAnswer>;
};

/** Whoever did something in Slack, and the ways to answer them. */
export type Asker = {
  person: Person;
  client: webApi.WebClient;
  respond?: RespondFn | undefined;
};

export function personIn({ isEnterpriseInstall, enterpriseId, teamId }: Context, userId: string): Person {
  const workspaceId = workspaceIdOf(isEnterpriseInstall, enterpriseId, teamId);
  return { workspaceId, userId, ...(teamId && teamId !== workspaceId && { teamId }) };
}

/** Says something to the person alone: where they are, or as a direct message when Slack's address for that is used up. */
export async function tellPrivately({ respond, client, person }: Asker, message: Message): Promise<void> {
  if (respond) {
    const isSaid = await respond({ ...message, response_type: 'ephemeral', replace_original: false }).then(
      () => true,
      () => false,
    );
    if (isSaid) return;
  }
  await client.chat.postMessage({ channel: person.userId, ...message, unfurl_links: false });
}

/** Puts something else in the place of the message in which the person pressed a button. */
export async function replacePrivately(asker: Asker, message: Message): Promise<void> {
  const isReplaced = await asker.respond?.({ ...message, replace_original: true }).then(
    () => true,
    () => false,
  );
  if (!isReplaced) await tellPrivately({ ...asker, respond: undefined }, message);
}
