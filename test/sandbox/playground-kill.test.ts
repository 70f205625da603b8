import { type ChildProcess, spawn } from 'node:child_process';
import { expect, inject, onTestFinished, test } from 'vitest';
import { makePlaygroundRoom } from '../support/playground-room.ts';

test('a kill loses nothing that people saw', async () => {
  const room = await makePlaygroundRoom();
  onTestFinished(() => room.cleanUp());
  await openAndKill(room.folder);
  const after = await room.open();
  room.playground.setSpeed(20);
  const card = await after.sees('dinner', 'Asked by');
  await after.seesReplies(card, 1);
  expect(room.playground.kally.rings()).toEqual({ '+14155550101': 1 });
});

/** A playground in a process of its own, killed with a call under way. */
async function openAndKill(stateDir: string): Promise<void> {
  const script = `
    import { startPlayground } from ${JSON.stringify(new URL('../../sandbox/playground/start.ts', import.meta.url).href)};
    import { playStory } from ${JSON.stringify(new URL('../../sandbox/playground/stories.ts', import.meta.url).href)};
    import { grantedTime } from ${JSON.stringify(new URL('../../sandbox/slack/granted-time.ts', import.meta.url).href)};
    const options = ${JSON.stringify({ port: 0, stateDir, databaseUrl: inject('postgresUrl') })};
    const playground = await startPlayground({ ...options, slackTime: grantedTime, say: () => {} });
    await playground.app.ready;
    await playStory('dinner', playground);
    console.log('in its middle');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await firstLine(child);
  // As long as it takes to be kept.
  await new Promise((resolve) => setTimeout(resolve, 500));
  child.kill('SIGKILL');
}

function firstLine(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.once('data', () => resolve());
    child.once('exit', (code) => reject(new Error(`it ended with ${code}`)));
  });
}
