import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { createStage } from '../../sandbox/playground/stage.ts';
import { type PlaygroundOptions, startPlayground } from '../../sandbox/playground/start.ts';
import type { PlaygroundStatus } from '../../sandbox/slack/page/playground-wire.ts';

let folder: string;
let playground: Awaited<ReturnType<typeof startPlayground>>;
let said: string[];

async function makeRoom() {
  folder = await mkdtemp(join(tmpdir(), 'kally-playground-'));
  said = [];
}

async function cleanUp() {
  await playground.stop();
  await rm(folder, { recursive: true, force: true });
}

async function open(more: Partial<PlaygroundOptions> = {}) {
  const databaseUrl = inject('postgresUrl');
  const say = (line: string) => void said.push(line);
  playground = await startPlayground({ port: 0, stateDir: folder, databaseUrl, say, ...more });
  await playground.app.ready;
  expect(said.filter((line) => line.includes('The app ended'))).toEqual([]);
  return createStage(playground);
}

async function reopen(more: Partial<PlaygroundOptions> = {}) {
  await playground.stop();
  return open(more);
}

const press = (path: string) => fetch(`${playground.url}/playground/${path}`, { method: 'POST' });
const inDinner = () => playground.slack.messages(playground.slack.channels.dinner);
const task = 'ask whether they repair bikes';

async function statusNow(): Promise<PlaygroundStatus> {
  return (await (await fetch(`${playground.url}/playground/status`)).json()) as PlaygroundStatus;
}

describe('what is kept', () => {
  beforeEach(makeRoom);
  afterEach(cleanUp);

  test('everything is there after a new start, and a call under way goes on', async () => {
    const before = await open();
    await before.connects('ana');
    await before.types('luis', 'dinner', 'Dinner tomorrow?');
    playground.setSpeed(60);
    await before.calls('ana', 'reception', '+1 415 555 0123 ask about everything they sell');
    await before.slack.until(() => before.slack.files().length > 0, { timeoutMs: 30_000 });
    playground.setSpeed(1);
    await before.calls('ana', 'dinner', `+1 415 555 0101 ${task}`);
    await before.sees('dinner', 'On the phone since');
    const { url } = playground;

    const after = await reopen({ port: Number(new URL(url).port) });
    expect(inDinner().map(({ text }) => text)[0]).toBe('Dinner tomorrow?');
    const [file] = after.slack.files();
    expect(await (await fetch(url + file?.url)).text()).toContain('everything they sell');
    playground.setSpeed(20);
    const card = await after.sees('dinner', 'Call completed');
    expect(await after.seesReplies(card, 2)).toHaveLength(2);
    expect(inDinner()).toHaveLength(2);
    expect(playground.kally.rings()).toEqual({ '+14155550101': 1, '+14155550123': 1 });

    // Still connected: the form opens at once, and what KallyAI knows of the account has not begun anew.
    await after.calls('ana', 'dinner', `+1 212 555 0142 ${task}`);
    await after.rang('+12125550142');
  });

  test('a kill loses nothing that was seen', async () => {
    await openAndKill(folder);
    const after = await open();
    playground.setSpeed(20);
    const card = await after.sees('dinner', 'Call completed');
    await after.seesReplies(card, 2);
    expect(playground.kally.rings()).toEqual({ '+14155550101': 1 });
  });

  test('fresh forgets it, and what another version wrote is set aside', async () => {
    const before = await open();
    await before.types('luis', 'dinner', 'Dinner tomorrow?');
    await reopen({ fresh: true });
    expect(inDinner()).toEqual([]);

    await playground.stop();
    await writeFile(join(folder, 'state.json'), '{"version":0}');
    await open();
    expect(said.join('\n')).toContain('another version');
    expect(await readFile(join(folder, 'state-set-aside.json'), 'utf8')).toBe('{"version":0}');
  });
});

/** A playground in a process of its own, killed with a call under way. */
async function openAndKill(stateDir: string): Promise<void> {
  const script = `
    import { startPlayground } from ${JSON.stringify(new URL('../../sandbox/playground/start.ts', import.meta.url).href)};
    import { playStory } from ${JSON.stringify(new URL('../../sandbox/playground/stories.ts', import.meta.url).href)};
    const playground = await startPlayground(${JSON.stringify({ port: 0, stateDir, databaseUrl: inject('postgresUrl') })});
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

describe('the drawer', () => {
  let stage: Awaited<ReturnType<typeof open>>;
  beforeAll(async () => {
    await makeRoom();
    stage = await open();
    await stage.connects('ana');
  });
  afterAll(cleanUp);

  const turn = (id: string, on: boolean) => press(`fault?id=${id}&on=${on}`);
  const faultsOn = async () => (await statusNow()).faults.filter(({ on }) => on).map(({ id }) => id);
  const completed = () => inDinner().filter(({ text }) => text.includes('Call completed')).length;

  test('tells who is connected, and shows no secret', async () => {
    const get = async (path: string) => await (await fetch(playground.url + path)).text();
    expect(JSON.parse(await get('/playground/people'))).toEqual([stage.slack.people.ana.id]);
    const traffic = (await get('/sandbox/traffic')) + (await get('/playground/traffic'));
    expect(traffic).toContain('[hidden]');
    for (const secret of [/sandbox-(access|refresh)-/, /xox[bp]-sandbox-\w{3}/, /\/actions\/T/])
      expect(traffic).not.toMatch(secret);
  });

  test('breaks one thing on each side, and mends all by one press', async () => {
    await turn('kally-slow', true);
    await turn('kally-loses-answers', true);
    await turn('slack-limits', true);
    expect(await faultsOn()).toEqual(['kally-loses-answers', 'slack-limits']);
    await press('mend');
    expect(await faultsOn()).toEqual([]);
    expect((await turn('no-such', true)).status).toBe(404);
  });

  test('makes KallyAI slow: Slack is answered all the same', async () => {
    await turn('kally-slow', true);
    const askedAt = Date.now();
    await stage.types('ana', 'dinner', '/kally usage');
    expect(Date.now() - askedAt).toBeLessThan(3_000);
    await stage.slack.until(() => stage.whispers('ana').at(-1)?.text, { timeoutMs: 15_000 });
    expect(Date.now() - askedAt).toBeGreaterThan(4_900);
    await turn('kally-slow', false);
  });

  test('takes KallyAI down, and makes it lose its answers: no phone rings twice', async () => {
    playground.setSpeed(20);
    await turn('kally-down', true);
    await stage.calls('ana', 'dinner', `+1 415 555 0101 ${task}`);
    await stage.sees('dinner', 'cannot be reached');
    await press('mend');
    await stage.sees('dinner', 'Call completed');

    await turn('kally-loses-answers', true);
    await stage.calls('ana', 'dinner', `+1 415 555 0110 ${task}`);
    await stage.sees('dinner', 'Checking the call');
    await press('mend');
    await stage.slack.until(() => completed() === 2, { timeoutMs: 60_000 });
    expect(playground.kally.rings()).toEqual({ '+14155550101': 1, '+14155550110': 1 });
  });

  test.for([
    ['slack-limits', 'travel'],
    ['slack-down', 'reception'],
  ] as const)('%s: the card stands still, and catches up', async ([id, channel]) => {
    playground.setSpeed(1);
    await stage.calls('ana', channel, `+1 415 555 0101 ${task}`);
    const card = await stage.sees(channel, 'On the phone since');
    await turn(id, true);
    playground.setSpeed(60);
    await stage.slack.until(() => playground.kally.calls().every(({ over }) => over));
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(stage.slack.messages(card.channelId).at(-1)?.text).toBe(card.text);
    await press('mend');
    await stage.sees(channel, 'Call completed');
  });
});
