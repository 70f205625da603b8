import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const restartAfterMs = 1_000;
const stopWithinMs = 8_000;
const probeEveryMs = 50;
const shownLines = 12;

export type AppState = 'starting' | 'running' | 'restarting';

type AppProcessOptions = {
  entry: string;
  env: NodeJS.ProcessEnv;
  /** How far its clock is ahead of the machine's. */
  aheadMs: () => number;
  /** Where it listens: it counts as running once it does. */
  port: number;
  logFile: string;
  say: (line: string) => void;
};

export type AppProcess = ReturnType<typeof startAppProcess>;

/** Keeps the app running: whenever it ends by itself, it is started again a second later. */
export function startAppProcess({ entry, env, aheadMs, port, logFile, say }: AppProcessOptions) {
  const changes = new EventEmitter<{ change: [AppState] }>();
  const log = createWriteStream(logFile, { flags: 'a' });
  const leash = fileURLToPath(new URL('leash.ts', import.meta.url));
  const stopping = new AbortController();
  let state: AppState = 'starting';
  let child: ChildProcess;

  const become = (next: AppState) => {
    if (next === state) return;
    state = next;
    changes.emit('change', state);
  };

  function launch(): { ended: Promise<string[]> } {
    child = spawn(process.execPath, ['--import', leash, entry], {
      env: { ...env, PLAYGROUND_AHEAD_MS: String(aheadMs()) },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const tail: string[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream?.pipe(log, { end: false });
      stream?.on('data', (chunk: Buffer) => {
        tail.push(...String(chunk).split('\n').filter(Boolean));
        tail.splice(0, tail.length - shownLines);
      });
    }
    return { ended: once(child, 'close').then(() => tail) };
  }

  async function keepRunning(): Promise<void> {
    while (!stopping.signal.aborted) {
      const { ended } = launch();
      const watched = child;
      void whenListening(port, () => watched.exitCode === null && watched.signalCode === null).then(
        (listens) => listens && become('running'),
      );
      const tail = await ended;
      if (stopping.signal.aborted) return;
      // One that dies again before it listened has nothing new to say.
      const isNews = state !== 'restarting' && watched.signalCode !== 'SIGKILL';
      become('restarting');
      if (isNews) say(`The app ended (${watched.exitCode}); its log is ${logFile}\n${tail.join('\n')}`);
      await pause(restartAfterMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  const over = keepRunning();
  return {
    state: () => state,
    onChange: (listener: (state: AppState) => void) => changes.on('change', listener),
    /** Resolves when it listens for the first time, or has died instead. */
    ready: once(changes, 'change').then(() => undefined),
    /** Its clock is set once this resolves; one that is starting has the right time already. */
    async setClock() {
      if (!child.connected) return;
      const heard = Promise.race([once(child, 'message'), once(child, 'disconnect')]);
      child.send({ aheadMs: aheadMs() });
      await heard;
    },
    /** As if the machine had died under it. */
    kill: () => child.kill('SIGKILL'),
    async stop() {
      stopping.abort();
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), stopWithinMs);
      await over;
      clearTimeout(late);
      log.end();
    },
  };
}

async function whenListening(port: number, isAlive: () => boolean): Promise<boolean> {
  while (isAlive()) {
    if (await accepts(port)) return isAlive();
    await pause(probeEveryMs);
  }
  return false;
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
