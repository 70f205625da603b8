import type { Verdict } from './judge.ts';
import type { PlannedCall } from './plan.ts';
import { playRefreshes } from './refreshes.ts';
import { playRound } from './rounds.ts';
import { startTown, type Town } from './town.ts';

const takeoverWithinMs = 45_000;
const shutdownWithinMs = 20_000;

export type FaultRun = {
  seed: number;
  count: number;
  replicas: number;
  size: number;
  firstRound?: number;
  /** One part of each round alone. */
  part?: number;
  /** See `startTown`. */
  hastens?: boolean;
  /** Whether one token is used by many at once, before anything else. */
  refreshes?: boolean;
  folder: string;
  say: (line: string) => void;
};

/** Injects at least `count` faults; answers whether all promises were kept. */
export async function runFaults({
  seed,
  count,
  replicas,
  size,
  firstRound = 0,
  part,
  hastens,
  refreshes: playsRefreshes = true,
  folder,
  say,
}: FaultRun): Promise<boolean> {
  const plans = new Map<string, PlannedCall>();
  const town = await startTown({
    size: replicas,
    folder,
    ...(hastens && { hastens }),
    deliveriesOf: (mark) => plans.get(mark)?.deliveries ?? 1,
  });
  const total: Verdict = {
    double: [],
    lost: [],
    outside: [],
    duplicated: [],
    mixedUp: [],
    duplicatedInGap: [],
  };
  try {
    const { refreshes, answers } = playsRefreshes ? await playRefreshes(town) : { refreshes: 1, answers: 0 };
    if (playsRefreshes)
      say(`refreshes of one token under 100 uses at once, of which ${answers} were answered: ${refreshes}`);
    for (let round = firstRound; town.ledger.faults() < count; round++) {
      const verdict = await playRound(town, { seed, round, size, part, plans });
      for (const kind of Object.keys(total) as (keyof Verdict)[]) total[kind].push(...verdict[kind]);
      say(`round ${round}: ${figures(town, verdict)}`);
      const late = town.ledger.takeovers.filter(({ ms }) => ms > takeoverWithinMs);
      for (const { callId, ms } of late) say(`  late: ${callId} went on after ${seconds(ms)} s`);
      for (const [kind, cases] of Object.entries(verdict)) for (const one of cases) say(`  ${kind}: ${one}`);
    }
    for (const [name, times] of [...town.ledger.injected()].sort())
      say(`${String(times).padStart(5)} ${name}`);
    const shutdownMaxMs = Math.max(0, ...town.replicas.flatMap(({ shutdownsMs }) => shutdownsMs));
    say(
      `duplicated_in_gap=${total.duplicatedInGap.length} shutdown_max_s=${seconds(shutdownMaxMs)} refreshes=${refreshes}`,
    );
    say(figures(town, total));
    const { double, lost, outside, duplicated, mixedUp } = total;
    const broken = [double, lost, outside, duplicated, mixedUp].flat().length;
    const isInTime = takeoverMaxMs(town) <= takeoverWithinMs && shutdownMaxMs <= shutdownWithinMs;
    return broken === 0 && isInTime && refreshes === 1;
  } finally {
    await town.stop();
  }
}

function figures(town: Town, { double, lost, outside, duplicated, mixedUp }: Verdict): string {
  return [
    `faults=${town.ledger.faults()}`,
    `double=${double.length}`,
    `lost=${lost.length}`,
    `outside=${outside.length}`,
    `duplicated=${duplicated.length}`,
    `mixed_up=${mixedUp.length}`,
    `takeover_max_s=${seconds(takeoverMaxMs(town))}`,
  ].join(' ');
}

function takeoverMaxMs({ ledger }: Town): number {
  return Math.max(0, ...ledger.takeovers.map(({ ms }) => ms));
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1);
}
