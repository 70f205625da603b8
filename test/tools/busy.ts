/** Runs the test command while endless loops take the processors. Run by `npm run test:busy -- --runs 3 --loops 4`. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const usage = 'usage: npm run test:busy -- [--runs N] [--loops N]';

function numberOf(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0) return value;
  console.error(usage);
  process.exit(2);
}

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '3' }, loops: { type: 'string', default: '4' } },
});
const runs = numberOf(values.runs);
// A loop ends with whoever started it, even when that was killed.
const loop = `const parent = process.ppid; for (;;) if (process.ppid !== parent) process.exit();`;
const loops = Array.from({ length: numberOf(values.loops) }, () =>
  spawn(process.execPath, ['-e', loop], { stdio: 'ignore' }),
);
const endLoops = () => loops.forEach((one) => void one.kill('SIGKILL'));
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    endLoops();
    process.exit(1);
  });

type Report = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { assertionResults: { status: string; fullName: string }[] }[];
};

/** Runs all tests once; answers whether they passed. */
async function run(nth: number, folder: string): Promise<boolean> {
  const report = join(folder, `${nth}.json`);
  const startedAt = performance.now();
  const args = ['test', '--', '--reporter=json', `--outputFile.json=${report}`];
  const child = spawn('npm', args, { stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = await once(child, 'close');
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(
    await readFile(report, 'utf8'),
  ) as Report;
  console.log(
    `run ${nth}: ${numPassedTests} passed, ${numFailedTests} failed, ${seconds} s, ended with ${code}`,
  );
  for (const { status, fullName } of testResults.flatMap(({ assertionResults }) => assertionResults))
    if (status === 'failed') console.log(`  ${fullName}`);
  return code === 0;
}

const folder = await mkdtemp(join(tmpdir(), 'kally-busy-'));
let isGreen = true;
try {
  for (let nth = 1; nth <= runs; nth++) isGreen = (await run(nth, folder)) && isGreen;
} finally {
  endLoops();
  await rm(folder, { recursive: true, force: true });
}
process.exit(isGreen ? 0 : 1);
