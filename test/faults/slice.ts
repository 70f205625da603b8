import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parts } from './plan.ts';
import { points } from './points.ts';
import { runFaults } from './run.ts';

/** With this seed no part waits twice for a replica that is frozen or alone, further tries wait for none, and all harms occur. */
const seed = 2371;

/** The part that waits for the least. */
const restfulPart = 5;

/** A part of what `npm run faults` does, on two replicas. All points are hit once by all parts together. */
export function testSlice(part: number) {
  test(`whatever breaks, no phone rings twice or unasked, no call is lost and nothing is said twice (${part} of ${parts})`, {
    timeout: 600_000,
  }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kally-faults-'));
    const said: string[] = [];
    const say = (line: string) => void said.push(line);
    const isKept = await runFaults({
      seed,
      part,
      size: points.length,
      count: 1,
      replicas: 2,
      hastens: true,
      refreshes: part === restfulPart,
      folder,
      say,
    });
    if (process.env.FAULTS_TOLD) console.log(said.join('\n'));
    expect(isKept, said.join('\n')).toBe(true);
    await rm(folder, { recursive: true, force: true });
  });
}
