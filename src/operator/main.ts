import { parseArgs } from 'node:util';
import { ConfigFaults, readConfig } from '../config.ts';
import { NoEmbeddedPostgres } from '../store/embedded-postgres.ts';
import { examine } from './doctor.ts';
import { renderFinding, renderSummary } from './findings.ts';
import { rotateKeys } from './rotate-keys.ts';
import { isUnreached, whyNotReached } from './unreached.ts';

/** What an operator can ask for. Each answers whether all went well. */
const commands: Record<string, () => Promise<boolean>> = {
  doctor,
  'rotate-keys': () => rotateKeys(readConfig(process.env), console.log),
};

async function doctor(): Promise<boolean> {
  const findings = [];
  for await (const finding of examine(process.env)) {
    console.log(renderFinding(finding));
    findings.push(finding);
  }
  console.log(`\n${renderSummary(findings)}`);
  return !findings.some(({ state }) => state === 'fault');
}

async function main() {
  const { positionals } = parseArgs({ allowPositionals: true, strict: false });
  const command = commands[positionals[0] ?? ''];
  if (!command) throw new Misused(`Say what to do: ${Object.keys(commands).join(', ')}`);
  process.exitCode = (await command()) ? 0 : 1;
}

class Misused extends Error {
  override name = 'Misused';
}

const plain = [Misused, ConfigFaults, NoEmbeddedPostgres];

main().catch((error: unknown) => {
  const isPlain = error instanceof Error && plain.some((kind) => error instanceof kind);
  if (isUnreached(error)) console.error(`The database cannot be reached: ${whyNotReached(error)}`);
  else console.error(isPlain ? error.message : error);
  process.exitCode = 2;
});
