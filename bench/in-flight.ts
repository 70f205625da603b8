import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';
import { sendCommand } from './commands.ts';
import { quantile, tell } from './figures.ts';
import { clockMs } from './peers/http.ts';
import { startWorld, until, type World } from './world.ts';

const commandsPerSecond = 50;
const peopleCount = 1_000;
const mebibyte = 2 ** 20;

/** Many calls that live in one process at once, half of them polled and half of them with their create still open. */
export async function inFlight({ postgresUrl, long }: { postgresUrl: string; long: boolean }): Promise<void> {
  const count = long ? 10_000 : 1_000;
  const workspaces = count / 50;
  const world = await startWorld({ postgresUrl, workspaces });
  // Many of them, or Slack's limits of one would be what is measured.
  const workspaceOf = (person: number) => `T${1 + (person % workspaces)}`;
  await world.kallyai.ask('answerAfter', 100);
  await world.connectPeople(peopleCount, workspaceOf);
  await world.connectPeople(peopleCount);
  const idle = await world.usage();
  const statementsBefore = await world.statements();
  await world.confirm(count, (index) => ({
    task: `#${index} ${index % 2 ? 'polled' : 'blocking'} 3600`,
    person: index % peopleCount,
    workspaceId: workspaceOf(index % peopleCount),
    channelId: `C${index}`,
  }));
  await until(async () => (await world.kallyai.ask<number>('count')) >= count, {
    withinMs: 1_200_000,
    everyMs: 500,
  });
  tell('in-flight-statements-to-place', ((await world.statements()) - statementsBefore) / count, 'per-call');
  // Until the polls have reached their usual interval.
  await pause(long ? 60_000 : 30_000);
  await measureSteadily(world, { count, long, idleBytes: idle.residentBytes });
  await measureEnds(world, count);
  await world.stop();
}

async function measureSteadily(
  world: World,
  { count, long, idleBytes }: { count: number; long: boolean; idleBytes: number },
): Promise<void> {
  const seconds = long ? { quiet: 60, busy: 300 } : { quiet: 20, busy: 20 };
  const [from, pollsFrom, statementsFrom] = await snapshot(world);
  await pause(seconds.quiet * 1000);
  const [quiet, polls, statements] = await snapshot(world);
  const quietCpuMs = 1000 * (quiet.cpuSeconds - from.cpuSeconds);
  const ackMs = await command(world, seconds.busy);
  const busy = await world.usage();
  const busyCpuMs = 1000 * (busy.cpuSeconds - quiet.cpuSeconds);
  const metrics = await world.metrics();

  tell('in-flight-calls', metrics.sum('kally_calls{'), 'calls', count);
  tell('in-flight-memory', busy.residentBytes / mebibyte, 'MiB', 1024);
  tell('in-flight-memory-per-call', (busy.residentBytes - idleBytes) / count / 1024, 'KiB');
  tell('in-flight-cpu', quietCpuMs / seconds.quiet / 10, '%-of-a-core');
  tell('in-flight-cpu-beside-commands', busyCpuMs / seconds.busy / 10, '%-of-a-core', 70);
  tell('in-flight-polls', (polls - pollsFrom) / seconds.quiet, 'polls/s');
  tell('in-flight-cpu-per-1000-polls', quietCpuMs / ((polls - pollsFrom) / 1000), 'ms');
  tell(
    'in-flight-statements',
    ((statements - statementsFrom) / count / seconds.quiet) * 60,
    'per-call-and-minute',
  );
  const lateMs = 1000 * metrics.bucket('kally_poll_lateness_seconds', 0.99);
  const waitMs = 1000 * metrics.bucket('kally_kallyai_wait_seconds', 0.99);
  tell('in-flight-poll-lateness-p99-at-most', lateMs, 'ms', 250);
  tell('in-flight-poll-wait-p99-at-most', waitMs, 'ms', 250);
  tell('in-flight-command-ack-p99', quantile(ackMs, 0.99), 'ms', 3_000);
}

async function snapshot(world: World) {
  return Promise.all([world.usage(), world.kallyai.ask<number>('polls'), world.statements()]);
}

/** So many commands a second, whether or not the last ones were answered. */
async function command(world: World, seconds: number): Promise<number[]> {
  const pool = new Pool(world.apps[0]?.url ?? '', { connections: 100 });
  const ackMs: number[] = [];
  const sent: Promise<void>[] = [];
  for (let index = 0; index < seconds * commandsPerSecond; index++) {
    const at = clockMs();
    sent.push(
      sendCommand(pool, { person: index % peopleCount, trigger: String(at) }).then(
        () => void ackMs.push(clockMs() - at),
      ),
    );
    await pause(1000 / commandsPerSecond);
  }
  await Promise.all(sent);
  await pool.destroy();
  return ackMs;
}

/** What a call costs the database from its placing to its last post, whatever its length. */
async function measureEnds(world: World, count: number): Promise<void> {
  const before = await world.statements();
  await world.kallyai.ask('endAll', 20_000);
  const over = async () => (await world.metrics()).sum('kally_runs_total{outcome="done"}') >= count;
  await until(over, { withinMs: 900_000, everyMs: 1_000 });
  tell('in-flight-statements-to-end', ((await world.statements()) - before) / count, 'per-call');
}
