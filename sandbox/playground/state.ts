import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';

const addressFile = (stateDir: string): string => join(stateDir, 'address');

/**
 * A database for this run alone, below the name of ours on whatever server it is: what Slack's and KallyAI's side knew of earlier runs
 * is gone, so the app must not remember it either.
 */
export async function emptyDatabase(serverUrl: string): Promise<string> {
  const url = new URL(serverUrl);
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query('drop database if exists kally_playground with (force)');
    await client.query('create database kally_playground');
  } finally {
    await client.end();
  }
  url.pathname = '/kally_playground';
  return url.href;
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
