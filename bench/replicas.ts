import { setTimeout as pause } from 'node:timers/promises';
import { quantile, tell } from './figures.ts';
import { clockMs } from './peers/http.ts';
import type { Made } from './peers/kallyai.ts';
import { startWorld, until } from './world.ts';

type Figures = { placedMs: number; perCall: number; connections: number; perMinute: number };

/** The same work for one, two and four processes: what grows with them. */
export async function replicas({ postgresUrl, long }: { postgresUrl: string; long: boolean }): Promise<void> {
  const count = long ? 2_000 : 200;
  let alone: Figures | undefined;
  for (const processes of [1, 2, 4]) {
    const world = await startWorld({ postgresUrl, replicas: processes, workspaces: count / 20 });
    const workspaceOf = (person: number) => `T${1 + (person % (count / 20))}`;
    await world.connectPeople(count, workspaceOf);
    const startedAt = clockMs();
    await world.confirm(count, (index) => ({
      task: `#${index} polled 10`,
      person: index,
      workspaceId: workspaceOf(index),
      channelId: `C${index}`,
    }));
    const before = await world.statements();
    const done = async () => (await world.metrics()).sum('kally_runs_total{outcome="done"}') >= count;
    await until(done, { withinMs: 600_000, everyMs: 250 });
    const made = await world.kallyai.ask<Made[]>('made');
    const placedMs = quantile(
      made.map(({ createdAt }) => createdAt - startedAt),
      1,
    );
    const perCall = ((await world.statements()) - before) / count;
    const connections = await world.connections();
    const idleFrom = await world.statements();
    await pause(10_000);
    const perMinute = ((await world.statements()) - idleFrom) * 6;
    const figures = { placedMs, perCall, connections, perMinute };
    alone ??= figures;
    tell(`replicas-${processes}-all-placed`, placedMs, 'ms', alone.placedMs);
    tell(`replicas-${processes}-statements`, perCall, 'per-call', alone.perCall);
    tell(`replicas-${processes}-connections`, connections, 'connections', alone.connections);
    tell(`replicas-${processes}-idle-statements`, perMinute, 'per-minute', alone.perMinute);
    await world.stop();
  }
}
