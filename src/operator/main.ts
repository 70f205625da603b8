import { parseArgs } from 'node:util';
import { addEnvFile, ConfigFaults, readConfig } from '../config.ts';
import { NoEmbeddedPostgres } from '../store/embedded-postgres.ts';
import { printAudit } from './audit.ts';
import { examine } from './doctor.ts';
import { renderFinding, renderSummary } from './findings.ts';
import { rotateKeys } from './rotate-keys.ts';
import { isUnreached, whyNotReached } from './unreached.ts';

const optionsSchema = {
  workspace: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
} as const;
type Options = { workspace?: string; from?: string; to?: string };

/** What an operator can ask for. Each answers whether all went well. */
const commands: Record<string, (options: Options) => Promise<boolean>> = {
  doctor,
  audit,
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

async function audit({ workspace, from, to }: Options): Promise<boolean> {
  if (!workspace) throw new Misused('Say of which workspace: --workspace T0123456789');
  const period = { workspaceId: workspace, from: readDay('from', from), to: readDay('to', to) };
  await printAudit(readConfig(process.env), period, console.log);
  return true;
}

function readDay(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw new Misused(`--${name} must be a day, like 2026-01-31`);
  return at;
}

async function main() {
  const { positionals, values } = readArguments();
  const command = commands[positionals[0] ?? ''];
  if (!command) throw new Misused(`Say what to do: ${Object.keys(commands).join(', ')}`);
  addEnvFile(process.env);
  process.exitCode = (await command(values)) ? 0 : 1;
}

function readArguments() {
  try {
    return parseArgs({ allowPositionals: true, options: optionsSchema });
  } catch (cause) {
    throw new Misused((cause as Error).message, { cause });
  }
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
