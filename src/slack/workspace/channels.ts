import type { webApi } from '@slack/bolt';
import type { AskChannel, ChannelFacts, Membership, Postable } from '../../calls/policies.ts';
import type { Clock } from '../../domain/clock.ts';
import type { Person } from '../../domain/person.ts';
import { createCache } from '../../store/cache.ts';
import { late, within } from '../transport/deadline.ts';
import { isElsewhere } from '../transport/refusals.ts';
import { isFullMember } from './admins.ts';

const deadlineMs = 800;
/** For several requests in a row; the work after them must also fit the 2.3 s of an acknowledgement. */
const membershipDeadlineMs = 1_200;
/** Slack allows a workspace fifty such requests a minute, which many forms would use up. */
const memory = { lifetimeMs: 5 * 60_000, capacity: 10_000 };
/** https://docs.slack.dev/reference/methods/conversations.members; for a larger channel, membership is unknown. */
const membersAtOnce = 999;
const mostPages = 5;

type Client = webApi.WebClient;
type Channel = NonNullable<Awaited<ReturnType<Client['conversations']['info']>>['channel']>;

/** A direct message: with Kally, or between people, where apps cannot be. */
export function isDirectMessage(channelId: string): boolean {
  return channelId.startsWith('D');
}

/** Slack would take a person's id as a direct message to them. */
function isChannel(channelId: string): boolean {
  return /^[CG][A-Z0-9]+$/.test(channelId);
}

/** Asks Slack whether a card can be posted in a channel: as a member, or by `chat:write.public` in any public channel. */
async function canPostIn(client: Client, channelId: string): Promise<Postable> {
  if (!isChannel(channelId)) return 'no';
  const channel = await within(deadlineMs, read(client, channelId));
  return channel === late ? 'unknown' : postableOf(channel);
}

async function factsOf(client: Client, person: Person, channelId: string): Promise<Required<ChannelFacts>> {
  if (!isChannel(channelId)) return { canPost: 'no', isMember: 'no' };
  const reading = read(client, channelId);
  const asking = reading.then((channel) => membershipOf(client, person, channel));
  const [channel, isMember] = await Promise.all([
    within(membershipDeadlineMs, reading),
    within(membershipDeadlineMs, asking),
  ]);
  return {
    canPost: channel === late ? 'unknown' : postableOf(channel),
    isMember: isMember === late ? 'unknown' : isMember,
  };
}

/** Where Kally can post, and who is there. "No" is never cached, because then somebody invites Kally. */
export function createChannels({
  clientFor,
  clock,
}: {
  clientFor: (workspaceId: string) => Promise<Client>;
  clock: Clock;
}) {
  const open = createCache<Postable>(clock, memory);
  return {
    /** Asks Slack now, because something is about to be posted. */
    canPostIn: async ({ workspaceId }, channelId) => canPostIn(await clientFor(workspaceId), channelId),
    factsOf: async (person, channelId) => factsOf(await clientFor(person.workspaceId), person, channelId),
    async isOpenToAll(person, channelId) {
      if (!isChannel(channelId)) return false;
      const channel = await within(deadlineMs, read(await clientFor(person.workspaceId), channelId));
      return typeof channel === 'object' && isOpenTo(person, channel);
    },
    /** For forms, which only warn in advance, so a cached answer is good enough. */
    canPostLately(
      { client, person }: { client: Client; person: Person },
      channelId: string,
    ): Promise<Postable> {
      const key = `${person.workspaceId}:${channelId}`;
      return open.load(
        key,
        () => canPostIn(client, channelId),
        (answer) => answer === 'yes',
      );
    },
  } satisfies AskChannel & Record<string, unknown>;
}

/**
 * `refused`: Slack does not find a private channel without Kally, and Kally may not read group messages. `unknown` if Slack is away: the form
 * must not wait for it, and the card falls back to a direct message.
 */
async function read(client: Client, channelId: string): Promise<Channel | 'refused' | 'unknown'> {
  try {
    const { channel } = await client.conversations.info({ channel: channelId });
    return channel ?? 'unknown';
  } catch (error) {
    return isElsewhere(error) ? 'refused' : 'unknown';
  }
}

function postableOf(channel: Awaited<ReturnType<typeof read>>): Postable {
  if (channel === 'refused') return 'no';
  if (channel === 'unknown') return 'unknown';
  if (channel.is_archived) return 'no';
  return channel.is_member || channel.is_private === false ? 'yes' : 'no';
}

async function membershipOf(
  client: Client,
  person: Person,
  channel: Awaited<ReturnType<typeof read>>,
): Promise<Membership> {
  if (channel === 'refused') return 'no';
  if (channel === 'unknown') return 'unknown';
  try {
    if (isOpenTo(person, channel) && (await isFullMember(person, client))) return 'yes';
    return await isAmongMembers(client, person, channel.id ?? '');
  } catch (error) {
    return isElsewhere(error) ? 'no' : 'unknown';
  }
}

/** Each workspace of an organisation has its own public channels. */
function isOpenTo({ teamId }: Person, channel: Channel): boolean {
  const { is_private, context_team_id, shared_team_ids = [] } = channel;
  if (is_private !== false) return false;
  return teamId === undefined || teamId === context_team_id || shared_team_ids.includes(teamId);
}

async function isAmongMembers(client: Client, { userId }: Person, channel: string): Promise<Membership> {
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const asked = { channel, limit: membersAtOnce, ...(cursor && { cursor }) };
    const { members = [], response_metadata } = await client.conversations.members(asked);
    if (members.includes(userId)) return 'yes';
    cursor = response_metadata?.next_cursor;
    if (!cursor) return 'no';
  }
  return 'unknown';
}

export type Channels = ReturnType<typeof createChannels>;
