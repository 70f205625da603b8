import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject } from 'vitest';
import { createStage } from '../../sandbox/playground/stage.ts';
import { type PlaygroundOptions, startPlayground } from '../../sandbox/playground/start.ts';
import { grantedTime } from '../../sandbox/slack/granted-time.ts';

export type PlaygroundRoom = Awaited<ReturnType<typeof makePlaygroundRoom>>;

/** A folder in which a playground is opened, closed and opened again. */
export async function makePlaygroundRoom() {
  const folder = await mkdtemp(join(tmpdir(), 'kally-playground-'));
  const said: string[] = [];
  let playground: Awaited<ReturnType<typeof startPlayground>> | undefined;

  const current = () => {
    if (!playground) throw new Error('no playground is open');
    return playground;
  };

  async function open(more: Partial<PlaygroundOptions> = {}) {
    playground = await startPlayground({
      port: 0,
      stateDir: folder,
      databaseUrl: inject('postgresUrl'),
      say: (line) => void said.push(line),
      slackTime: grantedTime,
      ...more,
    });
    await playground.app.ready;
    expect(said.filter((line) => line.includes('The app ended'))).toEqual([]);
    return createStage(playground);
  }

  return {
    folder,
    said,
    get playground() {
      return current();
    },
    open,
    async reopen(more: Partial<PlaygroundOptions> = {}) {
      await current().stop();
      return open(more);
    },
    inDinner: () => current().slack.messages(current().slack.channels.dinner),
    async cleanUp() {
      await playground?.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
