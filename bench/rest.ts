import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../sandbox/playground/ports.ts';
import { startChild, type Usage } from './child.ts';
import { quantile, tell } from './figures.ts';
import { signingSecret, startWorld } from './world.ts';

const mebibyte = 2 ** 20;
const plannedCalls = 10_000;
const monthMs = 30 * 24 * 3_600_000;

/** Starting, and doing nothing: against an app that is Bolt alone. */
export async function rest({ postgresUrl, long }: { postgresUrl: string; long: boolean }): Promise<void> {
  const world = await startWorld({ postgresUrl, replicas: 0 });
  const starts: [number, number][] = [];
  const bares = [];
  for (let round = 0; round < 3; round++) {
    const startedAt = performance.now();
    const port = String(await freePort());
    const bare = await startChild('peers/bare-bolt.ts', { args: [port, world.slackApiUrl, signingSecret] });
    const bareMs = performance.now() - startedAt;
    starts.push([(await world.addApp()).startedMs, bareMs]);
    bares.push(bare);
  }
  tell(
    'rest-start-to-ready',
    quantile(
      starts.map(([app]) => app),
      0.5,
    ),
    'ms',
    quantile(
      starts.map(([, bare]) => bare),
      0.5,
    ),
  );
  const seconds = long ? 60 : 15;
  const [from, statementsFrom] = [await world.usage(), await world.statements()];
  await pause(seconds * 1000);
  const [to, statementsTo] = [await world.usage(), await world.statements()];
  const bareBytes = (await bares[0]?.ask<Usage>('usage'))?.residentBytes ?? Number.NaN;
  const apps = world.apps.length;
  tell('rest-memory', to.residentBytes / apps / mebibyte, 'MiB', bareBytes / mebibyte);
  tell('rest-cpu', ((to.cpuSeconds - from.cpuSeconds) / apps / seconds) * 100, '%-of-a-core');
  const restStatements = statementsTo - statementsFrom;
  tell('rest-statements', (restStatements / apps / seconds) * 60, 'per-minute');
  // The same with calls that are planned for in a month.
  await world.confirm(plannedCalls, () => ({ task: 'Ask about bikes', person: 0, channelId: 'C1' }), monthMs);
  const [plannedFrom, cpuFrom] = [await world.statements(), await world.usage()];
  await pause(seconds * 1000);
  const [plannedTo, cpuTo] = [await world.statements(), await world.usage()];
  const perMinute = (statements: number) => (statements / apps / seconds) * 60;
  tell(
    'rest-planned-statements',
    perMinute(plannedTo - plannedFrom),
    'per-minute',
    perMinute(restStatements),
  );
  tell('rest-planned-cpu', ((cpuTo.cpuSeconds - cpuFrom.cpuSeconds) / apps / seconds) * 100, '%-of-a-core');
  await Promise.all(bares.map((bare) => bare.stop()));
  await world.stop();
}
