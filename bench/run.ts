import { parseArgs } from 'node:util';
import { startThrowawayPostgres } from '../sandbox/postgres.ts';
import { ack } from './ack.ts';
import { delay } from './delay.ts';
import { evidence } from './evidence.ts';
import { fairness } from './fairness.ts';
import { inFlight } from './in-flight.ts';
import { replicas } from './replicas.ts';
import { rest } from './rest.ts';

const benchmarks = { ack, 'in-flight': inFlight, delay, evidence, fairness, replicas, rest };
type Name = keyof typeof benchmarks;

const usage = `usage: npm run bench -- [NAME...]

Prints a line for each figure: name value unit baseline ratio, and for what was measured in rounds the spread of the ratio. Without a name the short form of all of them;
with names those, at full length: ${Object.keys(benchmarks).join(', ')}.
DATABASE_URL names a Postgres to use; without it one of Kally's own is started.`;

const { positionals } = parseArgs({ allowPositionals: true });
const names = positionals.length > 0 ? positionals : Object.keys(benchmarks);
const unknown = names.filter((name) => !(name in benchmarks));
if (unknown.length > 0) {
  console.error(usage);
  process.exit(2);
}

const postgres = await startThrowawayPostgres('bench', process.env.DATABASE_URL);
try {
  for (const name of names as Name[])
    await benchmarks[name]({ postgresUrl: postgres.url, long: positionals.length > 0 });
} finally {
  await postgres.stop();
}
