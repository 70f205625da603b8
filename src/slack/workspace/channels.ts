import { webApi } from '@slack/bolt';
import type { Postable } from '../../calls/policies.ts';
import type { Clock } from '../../domain/clock.ts';
import type { Person } from '../../domain/person.ts';
import { createCache } from '../../store/cache.ts';
import { late, within } from '../transport/deadline.ts';

const deadlineMs = 800;
/** Slack lets a workspace ask fifty times a minute, which many forms would use up. */
const memory = { lifetimeMs: 5 * 60_000, capacity: 10_000 };
/** A private channel without Kally is not found at all; one of several people is outside what Kally may read. */
const refusals = new Set([
  'channel_not_found',
  'missing_scope',
  'not_in_channel',
  'method_not_supported_for_channel_type',
]);

/** A direct message: with Kally, or between people, where no app can be. */
export function isDirectMessage(channelId: string): boolean {
  return channelId.startsWith('D');
}

/** Asks Slack whether a card can be posted in a channel: as a member, or in any public one by `chat:write.public`. */
async function canPostIn(client: webApi.WebClient, channelId: string): Promise<Postable> {
  if (isDirectMessage(channelId)) return 'no';
  const answer = await within(deadlineMs, ask(client, channelId));
  return answer === late ? 'unknown' : answer;
}

/** Where Kally can post. That it cannot is never cached, for then somebody invites Kally. */
export function createChannels({
  clientFor,
  clock,
}: {
  clientFor: (workspaceId: string) => Promise<webApi.WebClient>;
  clock: Clock;
}) {
  const open = createCache<Postable>(clock, memory);
  return {
    /** Asked of Slack now: for what is about to be posted. */
    canPostIn: async ({ workspaceId }: Person, channelId: string): Promise<Postable> =>
      canPostIn(await clientFor(workspaceId), channelId),
    /** For forms, which only tell beforehand: what Slack lately said is good enough. */
    canPostLately(
      { client, person }: { client: webApi.WebClient; person: Person },
      channelId: string,
    ): Promise<Postable> {
      const key = `${person.workspaceId}:${channelId}`;
      return open.load(
        key,
        () => canPostIn(client, channelId),
        (answer) => answer === 'yes',
      );
    },
  };
}

async function ask(client: webApi.WebClient, channelId: string): Promise<Postable> {
  try {
    const { channel } = await client.conversations.info({ channel: channelId });
    if (channel?.is_archived) return 'no';
    return channel?.is_member || channel?.is_private === false ? 'yes' : 'no';
  } catch (error) {
    if (error instanceof webApi.WebAPIPlatformError && refusals.has(error.data.error)) return 'no';
    // Slack is slow or away: the form must not wait for it, and the card falls back to a direct message.
    return 'unknown';
  }
}

export type Channels = ReturnType<typeof createChannels>;
