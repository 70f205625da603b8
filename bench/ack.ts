import { freePort } from '../sandbox/playground/ports.ts';
import { type Child, startChild, type Usage } from './child.ts';
import { type Acks, sendCommands } from './commands.ts';
import { quantile, tell, tellRounds } from './figures.ts';
import { signingSecret, startWorld, type World } from './world.ts';

type Round = Acks & { cpuMs: number };
type Measured = { url: string; child: Child };

const people = 200;

/** `/kally` from a connected person until it is acknowledged and until its form leaves, against the least that Bolt can do. */
export async function ack({ postgresUrl, long }: { postgresUrl: string; long: boolean }): Promise<void> {
  const world = await startWorld({ postgresUrl });
  const port = await freePort();
  const child = await startChild('peers/bare-bolt.ts', {
    args: [String(port), world.slackApiUrl, signingSecret],
  });
  const bare = { url: `http://127.0.0.1:${port}`, child };
  const [kally] = world.apps;
  if (!kally) throw new Error('the app was not started');
  await world.connectPeople(people);
  for (const app of [kally, bare]) await measure(world, app, { connections: 20, seconds: long ? 10 : 4 });
  for (const connections of [20, 100]) await compare(world, { kally, bare, connections, long });
  await slowDatabase(world, kally, long ? 20 : 4);
  await child.stop();
  await world.stop();
}

/**
 * Many short rounds of both in turn, each beginning with the other one: what else goes on in the machine meets both alike, and a round is
 * held against the one beside it. CPU leads, because it hardly depends on the rest of the machine.
 */
async function compare(
  world: World,
  { kally, bare, connections, long }: { kally: Measured; bare: Measured; connections: number; long: boolean },
): Promise<void> {
  const rounds: { bare: Round; kally: Round }[] = [];
  const how = { connections, seconds: 1 };
  for (let round = 0; round < (long ? 40 : 6); round++) {
    const first = round % 2 === 0 ? await measure(world, bare, how) : undefined;
    const ours = await measure(world, kally, how);
    rounds.push({ kally: ours, bare: first ?? (await measure(world, bare, how)) });
  }
  const each = (name: string, unit: string, figure: (round: Round) => number) =>
    tellRounds(
      `ack-${connections}-${name}`,
      unit,
      rounds.map((round) => ({ value: figure(round.kally), baseline: figure(round.bare) })),
    );
  each('cpu', 'ms-per-command', ({ cpuMs }) => cpuMs);
  each('throughput', 'commands/s', ({ perSecond }) => perSecond);
  each('p50', 'ms', ({ ackMs }) => quantile(ackMs, 0.5));
  each('p99', 'ms', ({ ackMs }) => quantile(ackMs, 0.99));
  each('view-p50', 'ms', ({ openMs }) => quantile(openMs, 0.5));
  each('view-p99', 'ms', ({ openMs }) => quantile(openMs, 0.99));
  tell(
    `ack-${connections}-failed`,
    Math.max(...rounds.map(({ kally: { failed } }) => failed)),
    'commands',
    0,
  );
}

async function measure(
  world: World,
  { url, child }: Measured,
  how: { connections: number; seconds: number },
): Promise<Round> {
  const before = await child.ask<Usage>('usage');
  const acks = await sendCommands(url, world.slack, { ...how, people });
  const after = await child.ask<Usage>('usage');
  return { ...acks, cpuMs: (1000 * (after.cpuSeconds - before.cpuSeconds)) / acks.ackMs.length };
}

/** Each answer of the database takes 200 ms; people who were there before, and people who come for the first time, all at once. */
async function slowDatabase(world: World, kally: Measured, seconds: number): Promise<void> {
  const newPeople = 20;
  await world.connectPeople(newPeople, () => 'T2');
  await world.proxy.ask('delay', 200);
  const connections = 20;
  const slow = await sendCommands(kally.url, world.slack, { connections, seconds, people });
  tell('ack-slow-database-p50', quantile(slow.ackMs, 0.5), 'ms', 3_000);
  tell('ack-slow-database-max', Math.max(...slow.ackMs), 'ms', 3_000);
  tell('ack-slow-database-view-max', Math.max(...slow.openMs), 'ms', 3_000);
  const once = { connections, seconds: 0, people: newPeople, workspaceId: 'T2' };
  const first = await sendCommands(kally.url, world.slack, once);
  tell('ack-slow-database-first-max', Math.max(...first.ackMs), 'ms', 3_000);
  tell('ack-slow-database-first-view-max', Math.max(...first.openMs), 'ms', 3_000);
  await world.proxy.ask('delay', 0);
}
