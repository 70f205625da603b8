import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { points } from './points.ts';
import { runFaults } from './run.ts';

// The beginning of what `npm run faults` does: every fault point once, on two replicas.
test('whatever breaks, no phone rings twice, no call is lost and nothing is said twice', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kally-faults-'));
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  const isKept = await runFaults({ seed: 7, count: 1, replicas: 2, size: points.length, folder, say });
  expect(isKept, said.join('\n')).toBe(true);
  await rm(folder, { recursive: true, force: true });
});
