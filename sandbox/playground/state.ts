import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';

const addressFile = (stateDir: string): string => join(stateDir, 'address');

/**
 * A database for this run alone, below a name of ours on whatever server it is: what Slack's and KallyAI's side knew of earlier runs
 * is gone, so the app must not remember it either.
 */
export async function emptyDatabase(serverUrl: string, name: string): Promise<string> {
  const url = new URL(serverUrl);
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(`drop database if exists ${name} with (force)`);
    await client.query(`create database ${name}`);
  } finally {
    await client.end();
  }
  url.pathname = `/${name}`;
  return url.href;
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

/** Two of them would share a database and answer each other's calls. */
export async function refuseSecond(stateDir: string): Promise<void> {
  const url = (await readIfThere(addressFile(stateDir)))?.trim();
  const running = url ? await fetch(`${url}/playground/status`).catch(() => undefined) : undefined;
  if (running?.ok) throw new Error(`A playground is running already: ${url}`);
}

export async function noteAddress(stateDir: string, url: string): Promise<void> {
  await writeFile(addressFile(stateDir), `${url}\n`);
}

async function readIfThere(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}
