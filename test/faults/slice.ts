import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { points } from './points.ts';
import { runFaults } from './run.ts';

/** All points are hit once by all slices together. */
const slices = 4;

/** The beginning of what `npm run faults` does, a part of it: its share of the fault points, on two replicas. */
export function testSlice(nth: number) {
  test(`whatever breaks, no phone rings twice, no call is lost and nothing is said twice (${nth} of ${slices})`, {
    timeout: 600_000,
  }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kally-faults-'));
    const said: string[] = [];
    const say = (line: string) => void said.push(line);
    const from = Math.floor(((nth - 1) * points.length) / slices);
    const size = Math.floor((nth * points.length) / slices) - from;
    const isKept = await runFaults({ seed: 7, count: 1, replicas: 2, size, from, folder, say });
    if (process.env.FAULTS_TOLD) console.log(said.join('\n'));
    expect(isKept, said.join('\n')).toBe(true);
    await rm(folder, { recursive: true, force: true });
  });
}
