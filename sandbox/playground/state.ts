import { randomBytes } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';

const keyFile = (stateDir: string): string => join(stateDir, 'encryption-keys');
const addressFile = (stateDir: string): string => join(stateDir, 'address');

/** The key of earlier runs, as what they left in the database is sealed with it. */
export async function encryptionKeys(stateDir: string): Promise<string> {
  const kept = await readIfThere(keyFile(stateDir));
  if (kept) return kept.trim();
  const made = `playground:${randomBytes(32).toString('base64')}`;
  await writeFile(keyFile(stateDir), `${made}\n`, { mode: 0o600 });
  return made;
}

/** The database's files stay, as its server may be running on them; `emptyDatabase` empties it. */
export async function forgetState(stateDir: string): Promise<void> {
  for (const path of [keyFile(stateDir), join(stateDir, 'app.log')]) await rm(path, { force: true });
}

export async function emptyDatabase(url: string): Promise<void> {
  const server = new URL(url);
  const name = pg.escapeIdentifier(server.pathname.slice(1));
  server.pathname = '/postgres';
  const client = new pg.Client({ connectionString: server.href });
  await client.connect();
  try {
    await client.query(`drop database if exists ${name} with (force)`);
    await client.query(`create database ${name}`);
  } finally {
    await client.end();
  }
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
