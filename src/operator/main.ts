import { type ParseArgsConfig, parseArgs } from 'node:util';
import { addEnvFile, ConfigFaults, readConfig } from '../config.ts';
import { NoEmbeddedPostgres } from '../store/embedded-postgres.ts';
import { printAudit } from './audit.ts';
import { examine } from './doctor.ts';
import { renderFinding, renderSummary } from './findings.ts';
import { manifestOptions, readSetup, renderManifest } from './manifest.ts';
import { Misused } from './misused.ts';
import { rotateKeys } from './rotate-keys.ts';
import { isUnreached, whyNotReached } from './unreached.ts';

/** The operator's commands, by name. Each takes its own flags, and returns whether all went well. */
const commands: Record<string, (args: string[]) => Promise<boolean>> = {
  doctor: command({}, doctor),
  audit: command({ workspace: { type: 'string' }, from: { type: 'string' }, to: { type: 'string' } }, audit),
  'rotate-keys': command({}, () => rotateKeys(readConfig(process.env), console.log)),
  manifest: command(manifestOptions, async (flags) => {
    process.stdout.write(renderManifest(readSetup(flags)));
    return true;
  }),
};

type Options = NonNullable<ParseArgsConfig['options']>;
type Values<O extends Options> = ReturnType<typeof parseArgs<{ options: O }>>['values'];

function command<const O extends Options>(options: O, run: (values: Values<O>) => Promise<boolean>) {
  return async (args: string[]) => run(readFlags(args, options));
}

function readFlags<O extends Options>(args: string[], options: O): Values<O> {
  try {
    return parseArgs({ args, options }).values;
  } catch (cause) {
    throw new Misused((cause as Error).message, { cause });
  }
}

async function doctor(): Promise<boolean> {
  const findings = [];
  for await (const finding of examine(process.env)) {
    console.log(renderFinding(finding));
    findings.push(finding);
  }
  console.log(`\n${renderSummary(findings)}`);
  return !findings.some(({ state }) => state === 'fault');
}

async function audit({
  workspace,
  from,
  to,
}: {
  workspace?: string;
  from?: string;
  to?: string;
}): Promise<boolean> {
  if (!workspace) throw new Misused('Say of which workspace: --workspace T0123456789');
  const period = { workspaceId: workspace, from: readDay('from', from), to: readDay('to', to) };
  await printAudit(readConfig(process.env), period, console.log);
  return true;
}

function readDay(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  // With a time in it, it would be read on the clock of this machine.
  const at = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(at)) throw new Misused(`--${name} must be a day, like 2026-01-31`);
  return at;
}

async function main() {
  const [name = '', ...args] = process.argv.slice(2);
  const run = commands[name];
  if (!run) throw new Misused(`Say what to do: ${Object.keys(commands).join(', ')}`);
  addEnvFile(process.env);
  process.exitCode = (await run(args)) ? 0 : 1;
}

const plain = [Misused, ConfigFaults, NoEmbeddedPostgres];

main().catch((error: unknown) => {
  const isPlain = error instanceof Error && plain.some((kind) => error instanceof kind);
  if (isUnreached(error)) console.error(`The database cannot be reached: ${whyNotReached(error)}`);
  else console.error(isPlain ? error.message : error);
  process.exitCode = 2;
});
