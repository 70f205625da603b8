import { parseArgs } from 'node:util';
import { apiVersions } from './errors.ts';
import { phoneTables } from './phones.ts';
import { defaultClient, type KallySandboxOptions, startKallySandbox } from './server.ts';
import { listShapes } from './wire.ts';

const usage = `usage: npm run sandbox:kally -- [options]

  --port P                    listen on this port of 127.0.0.1 (default 4010; 0: any free one)
  --api v1|v2|mixed                 which version of KallyAI's API to be (default v2)
  --list whole|brief|flat     how much a list says of a call (default whole)
  --speed N                   calls go by N times faster (default 1)
  --access-token-seconds N    how long access tokens live (default 3600)
  --client-id ID              of the authorization-code flow (default ${defaultClient.id})
  --client-secret SECRET      of the authorization-code flow (default ${defaultClient.secret})
  --phones                    print the table of magic phone numbers as Markdown, and end
  --help                      this text`;

interface Command {
  phones: boolean;
  help: boolean;
  options: KallySandboxOptions;
}

/** Throws a TypeError or RangeError that says what is wrong. */
function commandOf(args: string[]): Command {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: '4010' },
      api: { type: 'string', default: 'v2' },
      list: { type: 'string', default: 'whole' },
      speed: { type: 'string', default: '1' },
      'access-token-seconds': { type: 'string', default: '3600' },
      'client-id': { type: 'string', default: defaultClient.id },
      'client-secret': { type: 'string', default: defaultClient.secret },
      phones: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const api = oneOf('--api', apiVersions, values.api);
  const listShape = oneOf('--list', listShapes, values.list);
  const port = numberOf('--port', values.port, 0, 65_535);
  if (!Number.isInteger(port)) throw new RangeError(`--port is a whole number, not ${values.port}`);
  return {
    phones: values.phones,
    help: values.help,
    options: {
      port,
      api,
      listShape,
      speed: numberOf('--speed', values.speed, 0.01, 10_000),
      accessTokenSeconds: numberOf('--access-token-seconds', values['access-token-seconds'], 1, 86_400),
      client: { id: values['client-id'], secret: values['client-secret'] },
    },
  };
}

function oneOf<T extends string>(name: string, choices: readonly T[], text: string): T {
  const chosen = choices.find((choice) => choice === text);
  if (chosen) return chosen;
  throw new RangeError(`${name} is ${choices.join(' or ')}, not ${text}`);
}

function numberOf(name: string, text: string, least: number, most: number): number {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (value >= least && value <= most) return value;
  throw new RangeError(`${name} is a number from ${least} to ${most}, not "${text}"`);
}

async function run({ phones, help, options }: Command): Promise<void> {
  if (help) return console.log(usage);
  if (phones) return console.log(phoneTables());
  const sandbox = await startKallySandbox(options);
  console.log(`KallyAI sandbox (${sandbox.api}) at ${sandbox.url}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void sandbox.stop());
}

function fail(problem: unknown, exitCode: number): never {
  console.error(problem instanceof Error ? problem.message : problem);
  process.exit(exitCode);
}

let command: Command;
try {
  command = commandOf(process.argv.slice(2));
} catch (error) {
  fail(`${(error as Error).message}\n\n${usage}`, 2);
}
await run(command).catch((error) => fail(error, 1));
