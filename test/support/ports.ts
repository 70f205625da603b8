import { randomInt } from 'node:crypto';
import { onFirstFree, probe } from '../../sandbox/playground/ports.ts';

// Below what the playground draws from, and below what systems give to outgoing connections.
const lowestPort = 10_000;
const portsOfWorker = 500;
const workers = 20;

const worker = Number(process.env.VITEST_POOL_ID ?? 0) % workers;
// Another run of the tests on this machine begins elsewhere.
let drawn = randomInt(portsOfWorker);

/** A port that no other worker draws, and this one not again soon: between its being found free and its being used, nobody else can take it. */
export function ownPort(): Promise<number> {
  const first = lowestPort + worker * portsOfWorker;
  return onFirstFree(
    Array.from({ length: portsOfWorker }, () => first + (drawn++ % portsOfWorker)),
    probe,
  );
}
