import { setTimeout as pause } from 'node:timers/promises';
import { judge, type Standing, standings, type Verdict } from './judge.ts';
import { confirmCall } from './people.ts';
import { type Calamity, type PlannedCall, planRound } from './plan.ts';
import type { Town } from './town.ts';

const lookEveryMs = 1_000;
const outageMs = 20_000;
/** The longest chain of take-overs and waits that calls go through before only time can end them. */
const patienceMs = 150_000;
/**
 * Past what `checking` and `calling` wait for; a clock that says so makes them tell the person. Several times, for a process that is
 * killed meanwhile starts again with the right time, as no process does in life.
 */
const jumps = [31 * 60_000, 3 * 3600_000, 3 * 3600_000, 3 * 3600_000];
const refreshAfterMs = 6_000;
/** A call that is not in KallyAI's list after so long will not come. */
const stuckMs = 30_000;

/** One round: calls are confirmed while things break, until all have come to their end, and are judged. */
export async function playRound(
  town: Town,
  {
    seed,
    round,
    size,
    from,
    plans,
  }: {
    seed: number;
    round: number;
    size: number;
    from?: number | undefined;
    plans: Map<string, PlannedCall>;
  },
): Promise<Verdict> {
  const plan = planRound(seed, round, size, from);
  for (const call of plan.calls) plans.set(call.mark, call);
  town.kallyai.reset();
  town.kallyai.setListShape(plan.listShape);
  await Promise.all(town.replicas.map((replica) => replica.whenReady()));
  // A clock that is minutes off takes every request of Slack's for an old one.
  for (const replica of town.replicas) replica.setClockRight();
  for (const call of plan.calls) town.ledger.arm(call);
  const { point, harm } = plan.refresh;
  town.ledger.armForAnybody({ moment: point.moment, phase: point.phase, harm, name: point.name });

  const confirming = Promise.all(
    ['ana', 'luis', 'noor'].map((who) =>
      confirmAll(
        town,
        plan.calls.filter((call) => call.who === who),
      ),
    ),
  );
  const expiring = pause(refreshAfterMs).then(() => town.kallyai.expireAccessTokens());
  const befalling = pause(plan.calamityAfterMs).then(() => befall(town, plan.calamity));
  await Promise.all([confirming, expiring, befalling]);
  for (const { deliveries } of plan.calls)
    if (deliveries > 1) town.ledger.count(`a submission is delivered ${deliveries} times`);

  const unsettled = await settle(town, plan.calls);
  town.ledger.disarm();
  await dropSettledOrphans(town);
  return judge(town, plan.calls, unsettled);
}

async function confirmAll(town: Town, calls: PlannedCall[]) {
  for (const call of calls) await confirmCall(town, call);
}

async function befall(town: Town, calamity: Calamity) {
  if (calamity === 'nothing') return;
  town.ledger.count(calamity);
  if (calamity === 'the database stops') await town.stopDatabaseFor(outageMs);
  else if (calamity === 'the database is silent') await town.silenceDatabaseFor(outageMs);
  else if (calamity === 'all connections are cut') town.cutDatabase();
  else for (const replica of town.replicas) replica.kill();
  if (calamity === 'a replica starts without a database') await town.stopDatabaseFor(outageMs / 2);
}

/** Waits until nothing is left to do for any call, and lets time jump for those that only time can end. Answers who is left. */
async function settle(town: Town, calls: PlannedCall[]): Promise<Set<string>> {
  let left = await waitFor(town, calls, patienceMs);
  for (const jump of jumps) {
    if (left.size === 0) return left;
    town.release();
    await Promise.all(town.replicas.map((replica) => replica.whenReady()));
    for (const replica of town.replicas) replica.jump(jump);
    left = await waitFor(town, calls, patienceMs);
  }
  return left;
}

async function waitFor(town: Town, calls: PlannedCall[], limitMs: number): Promise<Set<string>> {
  const until = performance.now() + limitMs;
  for (let stuckSince = performance.now(); ; ) {
    await pause(lookEveryMs);
    const now = await standings(town);
    const left = calls.filter(({ mark }) => !isSettled(now, town.ledger.callOf(mark)));
    const isStuck = left.every(({ mark }) => isWaiting(now, town.ledger.callOf(mark)));
    if (!isStuck) stuckSince = performance.now();
    if (left.length === 0 || performance.now() > Math.min(until, stuckSince + stuckMs))
      return new Set(left.map(({ mark }) => mark));
  }
}

function find(all: Standing[], callId: string | undefined): Standing | undefined {
  return all.find((one) => one.callId === callId);
}

function isSettled(all: Standing[], callId: string | undefined): boolean {
  return find(all, callId)?.jobs.every((state) => state === 'completed') ?? false;
}

/** Nobody can hurry these. */
function isWaiting(all: Standing[], callId: string | undefined): boolean {
  return ['checking', 'placing'].includes(find(all, callId)?.stage ?? '');
}

/** A run that had just come to its end when its replica died is nobody's to take over. */
async function dropSettledOrphans(town: Town) {
  const done = (await standings(town)).filter(({ jobs }) => jobs.every((state) => state === 'completed'));
  for (const { callId } of done) town.ledger.orphans.delete(callId);
}
