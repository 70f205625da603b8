import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Harm } from './points.ts';
import { msOutside, type Span } from './spans.ts';

const project = new URL('../../', import.meta.url);
const entry = fileURLToPath(new URL('src/main.ts', project));
const preload = fileURLToPath(new URL('preload.ts', import.meta.url));

const restartAfterMs = 500;
const readyEveryMs = 100;
const shutdownMomentMs = 300;
/** Longer than a heartbeat is waited for, so that another replica has its calls when it wakes, or hears the database again. */
export const awayMs = 38_000;
const jumpsMs = [-10 * 60_000, -30_000, 90_000, 20 * 60_000];
/** A replica whose clock is off by more refuses all that Slack delivers. */
const heardWithinMs = 5 * 60_000;

export type Replica = ReturnType<typeof startReplica>;

type Options = {
  env: NodeJS.ProcessEnv;
  /** How far the right time is ahead of this machine's. */
  aheadMs: () => number;
  port: number;
  logFile: string;
  /** It runs no calls from now on: it died, or it was told to stop, or it is frozen. */
  onGone: (life: number) => void;
  /** It died at once, and nobody will hear of it again. */
  onKilled: () => void;
  onReady: (life: number) => void;
};

/** One replica: the real app in a process, started again whenever it ends, as an orchestrator does. */
export function startReplica({ env, aheadMs, port, logFile, onGone, onKilled, onReady }: Options) {
  const log = createWriteStream(logFile, { flags: 'a' });
  const stopping = new AbortController();
  /** How long each shutdown lasted that was not cut short. */
  const shutdownsMs: number[] = [];
  let life = 0;
  let isReady = false;
  let isFrozen = false;
  let frozen: Span[] = [];
  let wasKilled = false;
  let toldToStopAt: number | undefined;
  let jumps = 0;
  let jumpedMs = 0;
  let child: ChildProcess;

  async function keepRunning() {
    while (!stopping.signal.aborted) {
      life += 1;
      wasKilled = false;
      jumpedMs = 0;
      frozen = [];
      log.write(`--- life ${life}\n`);
      child = spawn(process.execPath, ['--import', preload, entry], {
        env: { ...env, FAULTS_AHEAD_MS: String(aheadMs()) },
        cwd: fileURLToPath(project),
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      });
      child.stdout?.pipe(log, { end: false });
      child.stderr?.pipe(log, { end: false });
      // A message to a process that has just died.
      child.on('error', () => {});
      const ended = once(child, 'exit');
      void watchReadiness(child);
      const [code, signal] = (await ended) as [number | null, string | null];
      gone();
      log.write(`--- life ${life} ended: ${code ?? signal}\n`);
      // Who is frozen can do nothing about stopping.
      if (toldToStopAt !== undefined && !wasKilled) shutdownsMs.push(msOutside(frozen, toldToStopAt));
      toldToStopAt = undefined;
      await pause(restartAfterMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
  }

  async function watchReadiness(watched: ChildProcess) {
    while (isRunning(watched) && !isReady) {
      const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
      isReady = answer?.ok === true && watched === child && toldToStopAt === undefined;
      if (isReady) onReady(life);
      await pause(readyEveryMs);
    }
  }

  function gone() {
    isReady = false;
    onGone(life);
  }

  function terminate() {
    if (toldToStopAt !== undefined || !isRunning(child)) return;
    toldToStopAt = performance.now();
    child.kill('SIGTERM');
    gone();
  }

  function kill(victim = child) {
    if (!isRunning(victim)) return;
    wasKilled = true;
    victim.kill('SIGKILL');
    onKilled();
    gone();
  }

  async function freeze() {
    const victim = child;
    if (isFrozen || !isRunning(victim)) return;
    isFrozen = true;
    const sleep = { from: performance.now(), until: Number.POSITIVE_INFINITY };
    frozen.push(sleep);
    victim.kill('SIGSTOP');
    gone();
    await pause(awayMs, undefined, { signal: stopping.signal }).catch(() => {});
    victim.kill('SIGCONT');
    sleep.until = performance.now();
    isFrozen = false;
    void watchReadiness(victim);
  }

  function jump(jumpMs: number) {
    jumpedMs += jumpMs;
    child.send({ jumpMs });
  }

  function isRunning(asked: ChildProcess): boolean {
    return asked === child && !wasKilled && asked.exitCode === null && asked.signalCode === null;
  }

  const over = keepRunning();
  return {
    port,
    shutdownsMs,
    life: () => life,
    isReady: () => isReady,
    hearsSlack: () => isReady && Math.abs(jumpedMs) < heardWithinMs,
    /** It runs, and nothing keeps it from doing so. */
    isAlive: () => !isFrozen && isRunning(child),
    async whenReady() {
      while (!isReady) await pause(readyEveryMs);
    },
    jump,
    setClockRight() {
      jumpedMs = 0;
      child.send({ rightMs: aheadMs() });
    },
    kill: () => kill(),
    /** It runs, and nobody counts on it until it says again that it is ready. */
    standAside: () => gone(),
    comeBack: () => void watchReadiness(child),
    /** Does a harm that is meant for the replica. The last one goes on hearing Slack. */
    suffer(harm: Harm, isLast = false) {
      if (harm === 'kill') kill();
      else if (harm === 'terminate') terminate();
      else if (harm === 'freeze') void freeze();
      else if (harm === 'jump the clock') {
        const possible = isLast ? jumpsMs.filter((ms) => Math.abs(ms) < heardWithinMs) : jumpsMs;
        jump(possible[jumps++ % possible.length] ?? 0);
      } else if (harm === 'terminate, then kill') {
        const victim = child;
        terminate();
        setTimeout(() => kill(victim), shutdownMomentMs);
      }
    },
    async stop() {
      stopping.abort();
      child.kill('SIGKILL');
      await over;
      log.end();
    },
  };
}
