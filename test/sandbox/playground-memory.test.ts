import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makePlaygroundRoom, type PlaygroundRoom } from '../support/playground-room.ts';

let room: PlaygroundRoom;
const task = 'ask whether they repair bikes';

describe('what is kept', () => {
  beforeEach(async () => {
    room = await makePlaygroundRoom();
  });
  afterEach(() => room.cleanUp());

  test('everything is there after a restart, and a call under way continues', async () => {
    const before = await room.open();
    await before.connects('ana');
    await before.types('luis', 'dinner', 'Dinner tomorrow?');
    room.playground.setSpeed(60);
    await before.calls('ana', 'reception', '+1 415 555 0123 ask about everything they sell');
    await before.slack.until(() => before.slack.files().length > 0, { timeoutMs: 30_000 });
    room.playground.setSpeed(1);
    await before.calls('ana', 'dinner', `+1 415 555 0101 ${task}`);
    await before.sees('dinner', 'On the phone since');
    const { url } = room.playground;

    const after = await room.reopen({ port: Number(new URL(url).port) });
    expect(room.inDinner().map(({ text }) => text)[0]).toBe('Dinner tomorrow?');
    const [file] = after.slack.files();
    expect(await (await fetch(url + file?.url)).text()).toContain('everything they sell');
    room.playground.setSpeed(20);
    const card = await after.sees('dinner', 'Asked by');
    expect(await after.seesReplies(card, 1)).toHaveLength(1);
    expect(room.inDinner()).toHaveLength(2);
    expect(room.playground.kally.rings()).toEqual({ '+14155550101': 1, '+14155550123': 1 });

    // Still connected: the form opens at once, and what KallyAI knows of the account has not begun anew.
    await after.calls('ana', 'dinner', `+1 212 555 0142 ${task}`);
    await after.rang('+12125550142');
  });

  test('fresh forgets it, and what another version wrote is set aside', async () => {
    const before = await room.open();
    await before.types('luis', 'dinner', 'Dinner tomorrow?');
    await room.reopen({ fresh: true });
    expect(room.inDinner()).toEqual([]);

    await room.playground.stop();
    await writeFile(join(room.folder, 'state.json'), '{"version":0}');
    await room.open();
    expect(room.said.join('\n')).toContain('another version');
    expect(await readFile(join(room.folder, 'state-set-aside.json'), 'utf8')).toBe('{"version":0}');
  });
});
