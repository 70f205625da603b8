import { randomBytes } from 'node:crypto';
import pg from 'pg';

const prefix = 'kally_playground_';

/** The server's database of this name, when it is there. */
export async function findDatabase(serverUrl: string, name: string): Promise<string | undefined> {
  return onServer(serverUrl, async (server) => {
    const found = await server.query('select 1 from pg_database where datname = $1', [name]);
    return found.rowCount ? name : undefined;
  });
}

/**
 * An empty one, below a name of ours on whatever server it is: where Slack's and KallyAI's side begin anew, the app must not remember
 * either. On a server that is the playground's alone, those of earlier times go.
 */
export async function newDatabase(serverUrl: string, { isOwn }: { isOwn: boolean }): Promise<string> {
  const name = prefix + randomBytes(4).toString('hex');
  await onServer(serverUrl, async (server) => {
    const { rows } = await server.query<{ datname: string }>('select datname from pg_database');
    const gone = isOwn ? rows.filter(({ datname }) => datname.startsWith(prefix)) : [];
    for (const { datname } of gone) await drop(server, datname);
    await server.query(`create database ${name}`);
  });
  return name;
}

export async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  await onServer(serverUrl, (server) => drop(server, name));
}

const drop = (server: pg.Client, name: string) =>
  server.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);

export function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

async function onServer<T>(serverUrl: string, work: (server: pg.Client) => Promise<T>): Promise<T> {
  const server = new pg.Client({ connectionString: serverUrl });
  await server.connect();
  try {
    return await work(server);
  } finally {
    await server.end();
  }
}

/** Asks the app's database who has connected an account; nobody else knows it. */
export function watchLinks(databaseUrl: string) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  // A connection that breaks while nobody asks is no news here: the app says so.
  pool.on('error', () => undefined);
  return {
    async people(): Promise<string[]> {
      const { rows } = await pool.query<{ user_id: string }>('select user_id from links').catch(orNoTableYet);
      return rows.map((row) => row.user_id);
    },
    stop: () => pool.end(),
  };
}

function orNoTableYet(error: Error & { code?: string }): { rows: [] } {
  if (error.code === '42P01') return { rows: [] };
  throw error;
}
