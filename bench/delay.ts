import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';
import { quantile, tell } from './figures.ts';
import { clockMs } from './peers/http.ts';
import type { Made } from './peers/kallyai.ts';
import type { Heard } from './peers/slack.ts';
import { inChannel, openForm, submit } from './submissions.ts';
import { startWorld, until, type World } from './world.ts';

/** How soon a call is placed, and how soon people learn that it is over. */
export async function delay({ postgresUrl, long }: { postgresUrl: string; long: boolean }): Promise<void> {
  const count = long ? 300 : 60;
  // Many of them, or Slack's limits of one would be what is measured.
  const workspaceOf = (person: number) => `T${2 + (person % (count / 10))}`;
  const world = await startWorld({ postgresUrl, workspaces: 1 + count / 10 });
  await world.connectPeople(count, workspaceOf);
  await world.connectPeople(50);
  await measureStarts(world, long ? 200 : 40);
  await measureEnds(world, count, long ? 240 : 40, workspaceOf);
  await world.stop();
}

/** From the pressing of *Call* until the request for it reaches KallyAI, while nothing else is going on. */
async function measureStarts(world: World, count: number): Promise<void> {
  const pool = new Pool(world.apps[0]?.url ?? '', { connections: 1 });
  const view = await openForm(world, pool, 0);
  const pressedAt = new Map<string, number>();
  for (let index = 0; index < count; index++) {
    const mark = `#${1_000_000 + index}`;
    pressedAt.set(mark, clockMs());
    // Each a person of their own, or one's many calls would wait for each other.
    await submit(pool, inChannel(view, `C${index}`), { person: index % 50, task: `${mark} polled 1` });
    await pause(100);
  }
  await until(async () => (await world.kallyai.ask<number>('count')) >= count);
  const made = await world.kallyai.ask<Made[]>('made');
  const took = made.map(({ mark, createdAt }) => createdAt - (pressedAt.get(mark) ?? Number.NaN));
  tell('delay-submit-to-post-p50', quantile(took, 0.5), 'ms', 250);
  tell('delay-submit-to-post-p99', quantile(took, 0.99), 'ms', 250);
  await world.slack.ask('take');
  await pool.destroy();
}

async function measureEnds(
  world: World,
  count: number,
  longestSeconds: number,
  workspaceOf: (person: number) => string,
): Promise<void> {
  await world.confirm(count, (index) => ({
    task: `#${index} polled ${(5 + (index / count) * longestSeconds).toFixed(1)}`,
    person: index,
    workspaceId: workspaceOf(index),
    channelId: `C${index}`,
  }));
  const heard: Heard[] = [];
  await until(
    async () => {
      heard.push(...(await world.slack.ask<Heard[]>('take')));
      return [...ends(heard).keys()].filter((mark) => mark.length < 8).length >= count;
    },
    { withinMs: (longestSeconds + 60) * 1000, everyMs: 500 },
  );
  const told = ends(heard);
  const made = (await world.kallyai.ask<Made[]>('made')).filter(
    ({ mark }) => mark.length < 8 && told.has(mark),
  );
  const posted = made.map(({ mark, endsAt }) => (told.get(mark) ?? Number.NaN) - endsAt);
  const gaps = made.map(({ lastPolls: [before = 0, last = 0] }) => last - before);
  tell('delay-end-to-card-p50', quantile(posted, 0.5), 'ms', quantile(gaps, 0.5) / 2 + 100);
  tell('delay-end-to-card-p99', quantile(posted, 0.99), 'ms', quantile(gaps, 0.99) + 100);
}

/** When each call's card was edited to say that it is over. */
function ends(heard: readonly Heard[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { method, isEnd, of, at } of heard)
    if (method === 'chat.update' && isEnd && !found.has(of)) found.set(of, at);
  return found;
}
