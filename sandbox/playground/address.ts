import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const addressFile = (stateDir: string): string => join(stateDir, 'address');

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
