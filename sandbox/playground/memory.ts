import { randomBytes } from 'node:crypto';
import { renameSync, writeFileSync } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { KallyMemory } from '../kally/memory.ts';
import type { SlackMemory } from '../slack/memory.ts';

/** Goes up when an older file can no longer be understood. */
const version = 2;
// Short, because a kill loses what came since.
const keepEveryMs = 300;

/** What lasts from one start to the next, beside the app's own database. */
export type Memory = {
  version: number;
  /** The app's database, which knows the same calls and messages. */
  database: string;
  encryptionKey: string;
  /** Messages hold addresses, which should go on leading somewhere. */
  ports: { page: number; kally: number; app: number };
  kally: KallyMemory;
  slack: SlackMemory;
  /** How far time was set forward. */
  aheadMs?: number;
};

const fileIn = (stateDir: string): string => join(stateDir, 'state.json');

export const newEncryptionKey = (): string => randomBytes(32).toString('base64');

/** Nothing at the first start; a file of another version is set aside. */
export async function recall(stateDir: string, say: (line: string) => void): Promise<Memory | undefined> {
  const text = await readFile(fileIn(stateDir), 'utf8').catch(orNothing);
  if (text === undefined) return undefined;
  const memory = parsed(text);
  if (memory?.version === version) return memory;
  await setAside(stateDir, say, 'was written by another version of the playground');
  return undefined;
}

export async function setAside(stateDir: string, say: (line: string) => void, why: string): Promise<void> {
  const aside = join(stateDir, 'state-set-aside.json');
  await rename(fileIn(stateDir), aside);
  say(`What the playground kept ${why}. It is set aside as ${aside}, and everything begins anew.`);
}

export async function forget(stateDir: string): Promise<void> {
  await rm(fileIn(stateDir), { force: true });
}

/** Keeps what `take` gives, again and again, so that little is lost when the playground is killed. */
export function keepInMind(stateDir: string, take: () => Omit<Memory, 'version'>) {
  let kept = '';

  function keep(): void {
    const text = JSON.stringify({ version, ...take() } satisfies Memory);
    if (text === kept) return;
    const draft = `${fileIn(stateDir)}.new`;
    writeFileSync(draft, text, { mode: 0o600 });
    renameSync(draft, fileIn(stateDir));
    kept = text;
  }

  keep();
  const timer = setInterval(keep, keepEveryMs);
  return {
    stop(): void {
      clearInterval(timer);
      keep();
    },
  };
}

function parsed(text: string): Memory | undefined {
  try {
    return JSON.parse(text) as Memory;
  } catch {
    return undefined;
  }
}

function orNothing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
  return undefined;
}
