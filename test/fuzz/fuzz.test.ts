import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTown, type Town } from '../support/app.ts';
import { fuzz } from './fuzz.ts';

let town: Town;
const unhandled: unknown[] = [];
const keep = (reason: unknown) => void unhandled.push(reason);

beforeAll(async () => {
  process.on('unhandledRejection', keep);
  town = await startTown({
    fronts: ['agent', 'workflow', 'previews'],
    env: { LOG_LEVEL: 'error', MCP_SERVER: 'on' },
  });
});
afterAll(async () => {
  process.off('unhandledRejection', keep);
  await town?.stop();
});

test('hostile and broken requests are refused, and nothing breaks', { timeout: 120_000 }, async () => {
  const tally = await fuzz(town.publicUrl, { count: 400, seed: 7 });
  expect(tally).toMatchObject({ requests: 400, errors500: 0, unanswered: 0 });
  expect(tally.statuses[200]).toBeGreaterThan(50);
  expect(unhandled).toEqual([]);
  expect((await fetch(`${town.publicUrl}/healthz`)).status).toBe(200);
});

test('the same seed makes the same requests', async () => {
  const [one, two] = await Promise.all([1, 2].map(() => fuzz(town.publicUrl, { count: 1, seed: 3 })));
  expect(one).toEqual(two);
});
