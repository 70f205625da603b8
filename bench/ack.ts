import { freePort } from '../sandbox/playground/ports.ts';
import { startChild } from './child.ts';
import { type Acks, sendCommands } from './commands.ts';
import { quantile, tell } from './figures.ts';
import { signingSecret, startWorld } from './world.ts';

/** `/kally` from a connected person until it is acknowledged and until its form leaves, against the least that Bolt can do. */
export async function ack({ postgresUrl, long }: { postgresUrl: string; long: boolean }): Promise<void> {
  const world = await startWorld({ postgresUrl });
  const people = 200;
  const seconds = long ? 20 : 4;
  const port = await freePort();
  const bare = await startChild('peers/bare-bolt.ts', {
    args: [String(port), world.slackApiUrl, signingSecret],
  });
  const [kallyUrl, bareUrl] = [world.apps[0]?.url ?? '', `http://127.0.0.1:${port}`];
  await world.connectPeople(people);
  const measure = (url: string, connections: number) =>
    sendCommands(url, world.slack, { connections, seconds, people });
  for (const url of [kallyUrl, bareUrl]) await measure(url, 20);

  for (const connections of [20, 100]) {
    const rounds: [Acks, Acks][] = [];
    for (let round = 0; round < (long ? 3 : 2); round++)
      rounds.push([await measure(bareUrl, connections), await measure(kallyUrl, connections)]);
    const best = (of: 0 | 1, figure: (acks: Acks) => number, least: boolean) =>
      Math[least ? 'min' : 'max'](...rounds.map((round) => figure(round[of])));
    const compare = (name: string, unit: string, figure: (acks: Acks) => number, least = true) =>
      tell(`ack-${connections}-${name}`, best(1, figure, least), unit, best(0, figure, least));
    compare('throughput', 'commands/s', ({ perSecond }) => perSecond, false);
    compare('p50', 'ms', ({ ackMs }) => quantile(ackMs, 0.5));
    compare('p99', 'ms', ({ ackMs }) => quantile(ackMs, 0.99));
    compare('view-p50', 'ms', ({ openMs }) => quantile(openMs, 0.5));
    compare('view-p99', 'ms', ({ openMs }) => quantile(openMs, 0.99));
  }

  await world.proxy.ask('delay', 200);
  const slow = await sendCommands(kallyUrl, world.slack, { connections: 20, seconds, people });
  tell('ack-slow-database-p50', quantile(slow.ackMs, 0.5), 'ms', 200);
  tell('ack-slow-database-max', Math.max(...slow.ackMs), 'ms', 3_000);
  tell('ack-slow-database-view-max', Math.max(...slow.openMs), 'ms', 3_000);
  await world.proxy.ask('delay', 0);
  await bare.stop();
  await world.stop();
}
