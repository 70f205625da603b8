import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export type Child = Awaited<ReturnType<typeof startChild>>;
export type Usage = { cpuSeconds: number; residentBytes: number };

/** As Node chooses by itself in a container of 1 GiB. Where there is more, V8 lets garbage lie for as long as there is. */
const heap = { NODE_OPTIONS: '--max-old-space-size=512' };

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** A process of its own, so that what it costs is not mixed with what measuring costs. */
export async function startChild(
  path: string,
  {
    args = [],
    env,
    whenReady,
  }: { args?: string[]; env?: NodeJS.ProcessEnv; whenReady?: () => Promise<void> } = {},
) {
  const preload = path.startsWith('peers/') ? [] : ['--import', here('peers/usage.ts')];
  const process = fork(here(path), args, {
    env: { ...(env ?? globalThis.process.env), ...heap },
    execArgv: preload,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const waiting = new Map<number, (answer: unknown) => void>();
  const port = new Promise<number>((resolve, reject) => {
    process.on('message', (message: { ready?: number; id?: number; answer?: unknown }) => {
      if (message.ready !== undefined) resolve(message.ready);
      if (message.id !== undefined) waiting.get(message.id)?.(message.answer);
    });
    process.once('exit', (code) => reject(new Error(`${path} ended with ${code}`)));
  });
  port.catch(() => {});
  let asked = 0;

  const child = {
    port: 0,
    ask<T>(ask: string, data?: unknown): Promise<T> {
      const id = ++asked;
      return new Promise<T>((resolve) => {
        waiting.set(id, (answer) => {
          waiting.delete(id);
          resolve(answer as T);
        });
        process.send({ id, ask, data });
      });
    },
    stop: () => end(process),
  };
  if (whenReady) await whenReady();
  else child.port = await port;
  return child;
}

async function end(process: ChildProcess): Promise<void> {
  if (process.exitCode !== null || process.signalCode !== null) return;
  const exited = new Promise((resolve) => process.once('exit', resolve));
  process.kill('SIGTERM');
  const overdue = setTimeout(() => process.kill('SIGKILL'), 25_000);
  await exited;
  clearTimeout(overdue);
}
