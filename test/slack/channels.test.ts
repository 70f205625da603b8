import { webApi } from '@slack/bolt';
import { expect, test } from 'vitest';
import type { ChannelFacts } from '../../src/calls/policies.ts';
import { systemClock } from '../../src/domain/clock.ts';
import type { Person } from '../../src/domain/person.ts';
import { createChannels } from '../../src/slack/workspace/channels.ts';

type Answers = Record<string, (args: URLSearchParams) => object | Promise<object>>;

const ana = { workspaceId: 'T1', userId: 'U1' };
const anaOfOrganisation = { workspaceId: 'E1', userId: 'U1', teamId: 'T1' };
const refused = (error: string) => () => ({ ok: false, error });
const never = () => new Promise<object>(() => {});
const info = (channel: object) => () => ({ ok: true, channel: { id: 'C1', ...channel } });
const user = (is: object) => () => ({
  ok: true,
  user: { team_id: 'T1', is_restricted: false, is_ultra_restricted: false, ...is },
});
/** So many pages of strangers; the person stands in one of them, or in none. */
const members = (pages: number, at?: number) => (args: URLSearchParams) => {
  const page = Number(args.get('cursor') ?? 1);
  const next_cursor = page < pages ? String(page + 1) : '';
  return { ok: true, members: page === at ? ['U9', 'U1'] : ['U9'], response_metadata: { next_cursor } };
};

const publicOne = info({ is_private: false, context_team_id: 'T1' });
const privateOne = info({ is_private: true, is_member: true });
const member = user({});
const guest = user({ is_restricted: true });

function channelsWith(answers: Answers) {
  const fetch = async (url: string | URL, init: { body?: unknown } = {}) => {
    const method = String(url).split('/').at(-1) ?? '';
    const answer = answers[method] ?? refused('unexpected');
    return Response.json(await answer(new URLSearchParams(String(init.body))));
  };
  const options = { fetch, retryConfig: { retries: 0 } } as webApi.WebClientOptions;
  return createChannels({
    clientFor: async () => new webApi.WebClient('xoxb-1', options),
    clock: systemClock,
  });
}

const both = (canPost: string, isMember: string) => ({ canPost, isMember }) as ChannelFacts;

test.for<[string, Person, Answers, ChannelFacts]>([
  ['a public channel, a member of the workspace', ana, { info: publicOne, user: member }, both('yes', 'yes')],
  [
    'a public channel, a guest in it',
    ana,
    { info: publicOne, user: guest, members: members(1, 1) },
    both('yes', 'yes'),
  ],
  [
    'a public channel, a guest who is not',
    ana,
    { info: publicOne, user: guest, members: members(1) },
    both('yes', 'no'),
  ],
  [
    'a public channel, a guest of one channel alone',
    ana,
    { info: publicOne, user: user({ is_restricted: true, is_ultra_restricted: true }), members: members(1) },
    both('yes', 'no'),
  ],
  [
    'a public channel, a stranger',
    ana,
    { info: publicOne, user: user({ is_stranger: true }), members: members(1) },
    both('yes', 'no'),
  ],
  [
    'a public channel, and Slack does not say what somebody is',
    ana,
    { info: publicOne, user: () => ({ ok: true }), members: members(1) },
    both('yes', 'no'),
  ],
  [
    'a private channel, somebody in it',
    ana,
    { info: privateOne, members: members(1, 1) },
    both('yes', 'yes'),
  ],
  [
    'a private channel, somebody on a later page',
    ana,
    { info: privateOne, members: members(5, 5) },
    both('yes', 'yes'),
  ],
  [
    'a private channel, somebody who is not',
    ana,
    { info: privateOne, members: members(3) },
    both('yes', 'no'),
  ],
  [
    'a channel too large to look through',
    ana,
    { info: privateOne, members: members(6, 6) },
    both('yes', 'unknown'),
  ],
  ['a channel without Kally', ana, { info: refused('channel_not_found') }, both('no', 'no')],
  [
    'an archived channel',
    ana,
    { info: info({ is_private: false, is_archived: true }), user: member },
    both('no', 'yes'),
  ],
  ['a Slack that is away', ana, { info: refused('internal_error') }, both('unknown', 'unknown')],
  ['a Slack that is slow', ana, { info: never }, both('unknown', 'unknown')],
  ['members that come too late', ana, { info: privateOne, members: never }, both('yes', 'unknown')],
  [
    'members that Slack does not give',
    ana,
    { info: privateOne, members: refused('fetch_members_failed') },
    both('yes', 'unknown'),
  ],
  [
    'members whom Kally may not see',
    ana,
    { info: privateOne, members: refused('missing_scope') },
    both('yes', 'no'),
  ],
  ['too many questions', ana, { info: publicOne, user: refused('ratelimited') }, both('yes', 'unknown')],
  [
    'a public channel of their workspace of an organisation',
    anaOfOrganisation,
    { info: publicOne, user: user({ enterprise_user: { enterprise_id: 'E1' } }) },
    both('yes', 'yes'),
  ],
  [
    'a public channel of another workspace of it',
    anaOfOrganisation,
    { info: info({ is_private: false, context_team_id: 'T2' }), members: members(1) },
    both('yes', 'no'),
  ],
  [
    'one that is shared with theirs',
    anaOfOrganisation,
    {
      info: info({ is_private: false, context_team_id: 'T2', shared_team_ids: ['T2', 'T1'] }),
      user: user({ enterprise_user: { enterprise_id: 'E1' } }),
    },
    both('yes', 'yes'),
  ],
])('%s', async ([, person, { info, user, members }, expected]) => {
  const channels = channelsWith({
    'conversations.info': info ?? refused('unexpected'),
    'users.info': user ?? refused('unexpected'),
    'conversations.members': members ?? refused('unexpected'),
  });
  expect(await channels.factsOf(person, 'C1')).toEqual(expected);
});

test.each(['U1', 'D1', 'W1', '', '#general', 'general', 'C1;DROP', 'C1\n', '../C1'])(
  '%j is no channel, and Slack is not asked',
  async (id) => {
    const channels = channelsWith({
      'conversations.info': () => {
        throw new Error('asked');
      },
    });
    expect(await channels.factsOf(ana, id)).toEqual(both('no', 'no'));
    expect(await channels.canPostIn(ana, id)).toBe('no');
  },
);
