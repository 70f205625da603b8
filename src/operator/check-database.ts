import type pg from 'pg';
import type { Config } from '../config.ts';
import { setupOf } from '../slack/install/manifest.ts';
import { NoEmbeddedPostgres } from '../store/embedded-postgres.ts';
import { readMigrationState } from '../store/migrate.ts';
import { findUnopenable } from '../store/reseal.ts';
import { createStore } from '../store/store.ts';
import { checkInstallations } from './check-installations.ts';
import { withClient, withDatabase } from './database.ts';
import { type Finding, findingsAbout } from './findings.ts';
import { whyNotReached } from './unreached.ts';

const oldestVersion = 14;
const database = findingsAbout('Database');
const migrations = findingsAbout('Migrations');
const keyRing = findingsAbout('Encryption keys');

export async function checkDatabase(config: Config): Promise<Finding[]> {
  try {
    return await withDatabase(config, (url) => withClient(url, (client) => look(client, { ...config, url })));
  } catch (error) {
    return [explain(error), keyRing.ok(describeKeys(config))];
  }
}

async function look(client: pg.Client, config: Config & { url: string }): Promise<Finding[]> {
  const server = await checkServer(client, config);
  const state = await readMigrationState(client);
  const hasTables = state.pending.length === 0;
  const keys = await checkKeys(client, config, hasTables);
  const isReadable = hasTables && keys.state === 'ok';
  return [server, checkMigrations(state), keys, ...(isReadable ? await lookAtInstallations(config) : [])];
}

/** For many workspaces: only the database has what each of them granted. */
async function lookAtInstallations({
  url,
  keys,
  slack,
  publicUrl,
}: Config & { url: string }): Promise<Finding[]> {
  const setup = setupOf(slack, publicUrl);
  if (!setup.manyWorkspaces) return [];
  const store = createStore({ databaseUrl: url, keys, onError: () => {} });
  try {
    return [await checkInstallations(store, setup)];
  } finally {
    await store.close();
  }
}

async function checkServer(client: pg.Client, { databaseUrl }: Config): Promise<Finding> {
  const { rows } = await client.query<{ version: string }>(
    `select current_setting('server_version') as version`,
  );
  const version = rows[0]?.version ?? '';
  const whose = databaseUrl ? 'DATABASE_URL' : 'Kally’s own (DATABASE_URL is not set)';
  if (Number.parseInt(version, 10) >= oldestVersion)
    return database.ok(`Postgres ${version} answers, ${whose}`);
  return database.fault(`Postgres ${version} is too old`, `Use Postgres ${oldestVersion} or newer.`);
}

function checkMigrations(state: Awaited<ReturnType<typeof readMigrationState>>): Finding {
  const { applied, pending, unknown, failed } = state;
  if (failed)
    return migrations.warning(
      `${failed} was left unfinished by an older version`,
      'The next start tries it again, as a whole.',
    );
  if (unknown.length > 0)
    return migrations.warning(
      `the database has ${unknown.length} that this version of Kally does not know (${unknown.at(-1)})`,
      'A newer version of Kally was here. Run that one, unless you are going back on purpose.',
    );
  if (pending.length > 0)
    return migrations.ok(`${applied.length} applied, ${pending.length} will be at the next start`);
  return migrations.ok(`all ${applied.length} applied`);
}

async function checkKeys(client: pg.Client, config: Config, hasTables: boolean): Promise<Finding> {
  if (!hasTables) return keyRing.ok(describeKeys(config));
  const { rows, reasons } = await findUnopenable(client, config.keys);
  if (rows === 0) return keyRing.ok(`${describeKeys(config)}; what is stored opens`);
  return keyRing.fault(
    `about ${rows} row(s) cannot be opened: ${[...reasons].join('; ')}`,
    'Put the old key back into ENCRYPTION_KEYS, behind the current one. If it is lost, so are these rows.',
  );
}

function describeKeys({ keys }: Config): string {
  const [current, ...older] = keys.map(({ id }) => id);
  return `"${current}" is current${older.length > 0 ? `, and ${older.length} older` : ''}`;
}

/** SQLSTATE: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const refusals: Record<string, [says: string, fix: string]> = {
  '28P01': ['the password is not accepted', 'Check the user and the password in DATABASE_URL.'],
  '28000': ['this user may not log in', 'Check the user in DATABASE_URL, and pg_hba.conf of the server.'],
  '3D000': ['the database does not exist', 'Create it (createdb), or check the name in DATABASE_URL.'],
  '42501': ['the user may not read the tables', 'Let the user own the database that Kally uses.'],
  '53300': [
    'it has no connection free',
    'Raise max_connections, or lower DATABASE_CONNECTIONS: each replica takes up to so many, and 5 more.',
  ],
};

function explain(error: unknown): Finding {
  if (error instanceof NoEmbeddedPostgres)
    return database.fault(error.message, 'Or mend what its log says, and try again.');
  const refused = refusals[(error as { code?: string }).code ?? ''];
  if (refused) return database.fault(...refused);
  return database.fault(
    `cannot be reached: ${whyNotReached(error)}`,
    'Check DATABASE_URL, and that the server runs and lets this machine in.',
  );
}
