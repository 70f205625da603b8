import { isIP } from 'node:net';
import { join } from 'node:path';
import { config } from 'dotenv';
import { z } from 'zod';
import { defaultHours } from './domain/calling-hours.ts';
import { isLoopback } from './domain/loopback.ts';

const isSlack = (url: URL) => url.hostname === 'slack.com' || url.hostname.endsWith('.slack.com');

const address = z.url({ protocol: /^https?$/, error: 'must be an address like https://example.com' });

const keyRing = z.string().transform((text, context) =>
  text.split(',').flatMap((part) => {
    const [id, encoded] = part.trim().split(':');
    const key = Buffer.from(encoded ?? '', 'base64');
    if (id && key.length === 32) return { id, key: Uint8Array.from(key) };
    context.addIssue({
      code: 'custom',
      message: 'must be NAME:KEY[,NAME:KEY], the current one first; make a KEY with: openssl rand -base64 32',
    });
    return [];
  }),
);

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** A sealed value names its key. */
const keyRingOfNames = keyRing.refine(
  (keys) => new Set(keys.map(({ id }) => id)).size === keys.length,
  'must give each key a name of its own: by that name Kally finds the key of what it sealed',
);

/** `PORT` means loopback; `HOST:PORT` names another interface. */
const listenAddress = z
  .string()
  .regex(/^(.+:)?\d{1,5}$/, 'must be PORT or HOST:PORT, such as 9464 or 0.0.0.0:9464')
  .transform((text) => {
    const { host = '127.0.0.1', port = '' } =
      /^(?:\[?(?<host>.+?)\]?:)?(?<port>\d+)$/.exec(text)?.groups ?? {};
    return { host, port: Number(port) };
  })
  .refine(({ port }) => port <= 65_535, 'must have a port number up to 65535');

/** Addresses or networks, `10.0.0.0/8`. */
const proxies = z.string().transform((text, context) => {
  const all = text.split(',').map((part) => part.trim());
  if (all.every(isAddressOrNetwork)) return all;
  context.addIssue({ code: 'custom', message: 'must be ADDRESS[/BITS][,ADDRESS[/BITS]]' });
  return [];
});

function isAddressOrNetwork(text: string): boolean {
  const [address = '', bits, more] = text.split('/');
  const most = { 4: 32, 6: 128 }[isIP(address)];
  return (
    most !== undefined &&
    more === undefined &&
    // Trusting every address would let anybody choose the address they are counted by.
    (bits === undefined || (/^\d+$/.test(bits) && Number(bits) >= 1 && Number(bits) <= most))
  );
}

/** `PERSON/WORKSPACE/NUMBER`. */
const callCaps = z
  .string()
  .regex(/^[1-9]\d{0,5}(\/[1-9]\d{0,5}){2}$/, 'must be three numbers such as 20/200/3')
  .transform((text) => {
    const [ofPerson = 0, inWorkspace = 0, toNumberAnHour = 0] = text.split('/').map(Number);
    return { ofPerson, inWorkspace, toNumberAnHour };
  });

/** `HH:MM-HH:MM`, on all days. */
const callingHours = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'must be like 08:00-21:00')
  .transform((text) => {
    const [from = '', until = ''] = text.split('-');
    return { ...defaultHours, from, until };
  })
  .refine(({ from, until }) => from < until, 'must end later on the same day');

/** Something that is off unless it is switched on. */
const onOrOff = z.enum(['on', 'off'], 'must be on or off');

/** `HOST,...`, each with its subdomains. */
const hosts = z
  .string()
  .regex(
    /^[a-z\d-]+(\.[a-z\d-]+)+(,[a-z\d-]+(\.[a-z\d-]+)+)*$/,
    'must be hosts such as kallyai.com,stripe.com',
  )
  .transform((text) => text.split(','));

/** An empty value in `.env` means the same as none. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => value || undefined, schema.optional());

const environment = z.object({
  SLACK_BOT_TOKEN: optional(z.string().startsWith('xoxb-', 'must start with xoxb-')),
  SLACK_APP_TOKEN: optional(z.string().startsWith('xapp-', 'must start with xapp-')),
  SLACK_SIGNING_SECRET: optional(z.string().min(16, 'is too short')),
  SLACK_CLIENT_ID: optional(z.string()),
  SLACK_CLIENT_SECRET: optional(z.string()),
  SLACK_AGENT: optional(onOrOff),
  SLACK_WORKFLOW: optional(z.enum(['off', 'asked', 'outcome'], 'must be off, asked or outcome')),
  SLACK_PREVIEWS: optional(onOrOff),
  SLACK_API_URL: optional(
    address.refine(
      (text) => isLoopback(new URL(text)) || (isSlack(new URL(text)) && new URL(text).protocol === 'https:'),
      'must be https at slack.com, or a loopback address',
    ),
  ),
  KALLYAI_BASE_URL: optional(
    address.refine(
      (text) => isLoopback(new URL(text)) || new URL(text).protocol === 'https:',
      'must be https, or a loopback address',
    ),
  ),
  KALLYAI_CLIENT_ID: optional(z.string()),
  KALLYAI_CLIENT_SECRET: optional(z.string()),
  LINK_HOSTS: optional(hosts),
  DATABASE_URL: optional(
    z.url({ protocol: /^postgres(ql)?$/, error: 'must be an address like postgresql://…' }),
  ),
  DATABASE_CONNECTIONS: optional(
    z.coerce
      .number('must be a number of connections')
      .int('must be a whole number of connections')
      .min(2, 'must be 2 to 200')
      .max(200, 'must be 2 to 200'),
  ),
  ENCRYPTION_KEYS: z.preprocess(
    (value) => value || undefined,
    z.string('is missing; make one with: echo "key1:$(openssl rand -base64 32)"').pipe(keyRingOfNames),
  ),
  PUBLIC_URL: optional(address),
  HOST: optional(z.string()),
  PORT: optional(z.coerce.number('must be a port number').int().min(0).max(65_535)),
  TRUSTED_PROXIES: optional(proxies),
  METRICS_ADDRESS: optional(listenAddress),
  RETENTION_DAYS: optional(
    z.coerce
      .number('must be a number of days')
      .int('must be a whole number of days')
      .min(1, 'must be 1 to 365')
      .max(365, 'must be 1 to 365'),
  ),
  MCP_SERVER: optional(onOrOff),
  CALL_CAPS: optional(callCaps),
  CALLING_HOURS: optional(callingHours),
  LOG_LEVEL: optional(z.enum(logLevels, `must be one of ${logLevels.join(', ')}`)),
});

/**
 * Adds the settings of the `.env` beside package.json that the environment lacks. `DOTENV_CONFIG_PATH` names another file; if it is
 * empty, no file is read.
 */
export function addEnvFile(env: NodeJS.ProcessEnv): void {
  const path = env.DOTENV_CONFIG_PATH ?? join(import.meta.dirname, '../.env');
  if (!path) return;
  const { error } = config({ path, processEnv: env as Record<string, string>, quiet: true });
  if (error && error.code !== 'ENOENT') throw new ConfigFaults([`${path} cannot be read (${error.code})`]);
}

/** The names of all settings. */
export const settingNames = Object.keys(environment.shape);

/** Settings that others make necessary. Checked apart from the values, so that one start lists every fault. */
function missing(env: Environment): { name: string; message: string }[] {
  const pairs: [string, string][] = [
    ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET'],
    ['KALLYAI_CLIENT_ID', 'KALLYAI_CLIENT_SECRET'],
  ];
  const faults = pairs.flatMap(([a, b]) => {
    if (Boolean(env[a]) === Boolean(env[b])) return [];
    const [there, name] = env[a] ? [a, b] : [b, a];
    return [{ name, message: `is missing; it belongs to ${there}` }];
  });
  const fault = (name: string, message: string) => faults.push({ name, message });
  if (!env.SLACK_APP_TOKEN && !env.SLACK_SIGNING_SECRET)
    fault(
      'SLACK_APP_TOKEN',
      'or SLACK_SIGNING_SECRET is missing: the one for Socket Mode, the other for HTTP',
    );
  if (!env.SLACK_BOT_TOKEN && (env.SLACK_APP_TOKEN || !env.SLACK_CLIENT_ID))
    fault('SLACK_BOT_TOKEN', 'is missing (only many workspaces over HTTP use SLACK_CLIENT_ID instead)');
  if (env.SLACK_WORKFLOW && env.SLACK_WORKFLOW !== 'off' && env.SLACK_CLIENT_ID && !env.SLACK_BOT_TOKEN)
    fault('SLACK_WORKFLOW', 'goes with one workspace: Slack lets no app with steps into many');
  if (env.MCP_SERVER === 'on' && !env.PUBLIC_URL)
    fault('PUBLIC_URL', 'is missing: assistants reach the MCP server there');
  if (env.SLACK_PREVIEWS === 'on' && !env.PUBLIC_URL)
    fault('PUBLIC_URL', 'is missing: the previews are of links to pages there');
  if (env.SLACK_CLIENT_ID && !env.SLACK_BOT_TOKEN && !env.PUBLIC_URL)
    fault('PUBLIC_URL', 'is missing: Slack sends people back to it when they install the app');
  return faults;
}

type Environment = Record<string, string | undefined>;

export type Config = ReturnType<typeof readConfig>;

/** The configuration cannot be used; the message lists every fault, and never a value. */
export class ConfigFaults extends Error {
  override name = 'ConfigFaults';
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`The configuration has ${faults.length} fault(s):\n${faults.map((it) => `  ${it}`).join('\n')}`);
    this.faults = faults;
  }
}

/** Reads the whole environment once. */
export function readConfig(env: Environment) {
  const read = environment.safeParse(env);
  const wrong = read.error?.issues.map(({ path, message }) => ({ name: path.join('.'), message })) ?? [];
  const faults = [...wrong, ...missing(env)].map(({ name, message }) => `${name} ${message}`);
  if (!read.success || faults.length > 0) throw new ConfigFaults(faults);
  const { data } = read;
  const port = data.PORT ?? 3000;
  const publicUrl = new URL(data.PUBLIC_URL ?? `http://localhost:${port}`);
  return {
    slack: {
      apiUrl: withSlash(data.SLACK_API_URL ?? 'https://slack.com/api/'),
      botToken: data.SLACK_BOT_TOKEN,
      appToken: data.SLACK_APP_TOKEN,
      signingSecret: data.SLACK_SIGNING_SECRET,
      agent: data.SLACK_AGENT === 'on',
      workflow: data.SLACK_WORKFLOW === 'off' ? undefined : data.SLACK_WORKFLOW,
      mcp: data.MCP_SERVER === 'on',
      previews: data.SLACK_PREVIEWS === 'on',
      oauth:
        data.SLACK_CLIENT_ID && data.SLACK_CLIENT_SECRET
          ? { clientId: data.SLACK_CLIENT_ID, clientSecret: data.SLACK_CLIENT_SECRET }
          : undefined,
    },
    kally: {
      baseUrl: data.KALLYAI_BASE_URL ?? 'https://api.kallyai.com',
      oauth:
        data.KALLYAI_CLIENT_ID && data.KALLYAI_CLIENT_SECRET
          ? { clientId: data.KALLYAI_CLIENT_ID, clientSecret: data.KALLYAI_CLIENT_SECRET }
          : undefined,
      linkHosts: data.LINK_HOSTS,
    },
    databaseUrl: data.DATABASE_URL,
    databaseConnections: data.DATABASE_CONNECTIONS ?? 20,
    keys: data.ENCRYPTION_KEYS,
    retentionDays: data.RETENTION_DAYS ?? 30,
    callCaps: data.CALL_CAPS ?? { ofPerson: 20, inWorkspace: 200, toNumberAnHour: 3 },
    callingHours: data.CALLING_HOURS ?? defaultHours,
    publicUrl: publicUrl.origin,
    /** Without an address that was chosen for people's browsers, nothing leads them to a page of a call. */
    callPages: data.PUBLIC_URL !== undefined,
    // Reachable from outside only if people's browsers are sent there.
    host: data.HOST ?? (isLoopback(publicUrl) ? '127.0.0.1' : '0.0.0.0'),
    port,
    trustedProxies: data.TRUSTED_PROXIES ?? [],
    metricsAddress: data.METRICS_ADDRESS,
    logLevel: data.LOG_LEVEL ?? 'info',
  };
}

function withSlash(url: string) {
  return url.endsWith('/') ? url : `${url}/`;
}
