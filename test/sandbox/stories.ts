import { expect, onTestFinished, test } from 'vitest';
import { playStory, stories } from '../../sandbox/playground/stories.ts';
import { dropDatabase } from '../support/database.ts';
import { makePlaygroundRoom } from '../support/playground-room.ts';

const parts = 3;

/** Plays a part of what `--story` offers, each with a playground of its own. All are played by all parts together. */
export function testStories(part: number) {
  const names = Object.keys(stories).filter((_, index) => index % parts === part - 1);
  test.for(names)('%s plays to its middle', async (name) => {
    const room = await makePlaygroundRoom();
    onTestFinished(async () => {
      const { databaseUrl } = room.playground;
      await room.cleanUp();
      await dropDatabase(new URL(databaseUrl).pathname.slice(1));
    });
    await room.open();
    const { playground } = room;
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
