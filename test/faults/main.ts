import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runFaults } from './run.ts';

const usage = 'usage: npm run faults -- [--seed N] [--count N] [--replicas N] [--size N] [--first-round N]';

function numberOf(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0) return value;
  console.error(usage);
  process.exit(2);
}

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    /** Faults to inject at least. */
    count: { type: 'string', default: '100' },
    replicas: { type: 'string', default: '2' },
    /** Calls in a round. */
    size: { type: 'string', default: '60' },
    /** To play one round of a seed again. */
    'first-round': { type: 'string', default: '0' },
  },
});

const folder = await mkdtemp(join(tmpdir(), 'kally-faults-logs-'));
console.log(`The replicas' logs: ${folder}`);
const isKept = await runFaults({
  seed: numberOf(values.seed),
  count: numberOf(values.count),
  replicas: numberOf(values.replicas),
  size: numberOf(values.size),
  firstRound: numberOf(values['first-round']),
  folder,
  say: console.log,
});
process.exit(isKept ? 0 : 1);
