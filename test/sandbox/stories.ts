import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import { startPlayground } from '../../sandbox/playground/start.ts';
import { playStory, stories } from '../../sandbox/playground/stories.ts';
import { grantedTime } from '../../sandbox/slack/granted-time.ts';
import { dropDatabase } from '../support/database.ts';

const parts = 3;

/** Plays a part of what `--story` offers, each with a playground of its own. All are played by all parts together. */
export function testStories(part: number) {
  const names = Object.keys(stories).filter((_, index) => index % parts === part - 1);
  test.for(names)('%s plays to its middle', async (name) => {
    const stateDir = await mkdtemp(join(tmpdir(), 'kally-story-'));
    const databaseUrl = inject('postgresUrl');
    const playground = await startPlayground({
      port: 0,
      stateDir,
      databaseUrl,
      say: () => {},
      slackTime: grantedTime,
    });
    onTestFinished(async () => {
      await playground.stop();
      await dropDatabase(new URL(playground.databaseUrl).pathname.slice(1));
      await rm(stateDir, { recursive: true, force: true });
    });
    await playground.app.ready;
    const address = new URL(await playStory(name, playground));
    const { slack } = playground;
    const person = slack.stateFor(address.searchParams.get('as') ?? '');
    const [place = '', thread] = address.hash.slice(1).split('/');

    const appChannel = person.channels.find(
      ({ kind, memberIds }) => kind === 'im' && memberIds.includes(slack.botUserId),
    );
    const channel = person.channels.find(({ id }) => id === place) ?? appChannel;
    if (place === 'app-home') expect(person.home?.blocks.length).toBeGreaterThan(3);
    else expect([...(channel?.messages ?? []), ...person.modals].length).toBeGreaterThan(0);
    if (thread) expect(channel?.messages.find(({ ts }) => ts === thread)?.replies.length).toBeGreaterThan(0);

    // Nothing went wrong on the way that the person would have been told of, or the phones would tell.
    expect(person.notices).toEqual([]);
    expect(Object.values(playground.kally.rings()).filter((times) => times !== 1)).toEqual([]);
  });
}
