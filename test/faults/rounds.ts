import { setTimeout as pause } from 'node:timers/promises';
import { judge, type Standing, standings, type Verdict } from './judge.ts';
import { approveCall, confirmCall } from './people.ts';
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
const stuckMs = 15_000;
/** Of calls that only time can move. */
const restedMs = 1_500;
/** How long before the next due time things go on as they do; longer where something is to happen before it. */
const leadMs = 1_500;
const strikesLeadMs = 6_000;
const momentMs = 1_000;
const maxSteps = 20;

/** One round: calls are confirmed while things break, until all have come to their end, and are judged. */
export async function playRound(
  town: Town,
  {
    seed,
    round,
    size,
    part,
    plans,
  }: {
    seed: number;
    round: number;
    size: number;
    part?: number | undefined;
    plans: Map<string, PlannedCall>;
  },
): Promise<Verdict> {
  const plan = planRound(seed, round, size, part);
  for (const call of plan.calls) plans.set(call.mark, call);
  town.kallyai.reset();
  town.kallyai.setListShape(plan.listShape);
  await Promise.all(town.replicas.map((replica) => replica.whenReady()));
  // A clock that is minutes off takes every request of Slack's for an old one.
  town.setClocksRight();
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
  return judge(town, plan.calls, unsettled);
}

async function confirmAll(town: Town, calls: PlannedCall[]) {
  for (const call of calls) {
    await confirmCall(town, call);
    if (call.isToApprove) await approveCall(town, call);
  }
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
  for (let hours = 0, steps = 0; left.length > 0 && steps < maxSteps; steps++) {
    const resting = left.flatMap(({ restsMs }) => restsMs ?? []);
    const [jump, isAll] = [jumps[hours], resting.length === left.length];
    if (!isAll && jump === undefined) break;
    const next = Math.floor(Math.min(...resting));
    town.release();
    await Promise.all(town.replicas.map((replica) => replica.whenReady()));
    if (isAll || next < (jump ?? 0)) await becomeDue(town, left, { next, calls });
    else {
      hours += 1;
      await town.goOn(jump ?? 0);
    }
    left = await waitFor(town, calls, patienceMs);
  }
  return new Set(left.map(({ mark }) => mark));
}

/** Time goes on to a moment before the next due time. */
async function becomeDue(
  town: Town,
  left: Left[],
  { next, calls }: { next: number; calls: readonly PlannedCall[] },
) {
  const due = left.filter(
    ({ restsMs, isHeld }) => !isHeld && restsMs !== undefined && restsMs < next + momentMs,
  );
  const planOf = new Map(calls.map((call) => [call.mark, call]));
  const struck = due.filter(
    ({ mark }) => planOf.get(mark)?.fault.point.moment === 'due' && town.ledger.isArmed(mark),
  );
  const twice = due.filter((one) => struck.includes(one) || planOf.get(one.mark)?.jobs === 2);
  const lead = struck.length > 0 ? strikesLeadMs : leadMs;
  await town.goOn(next - lead);
  for (const _ of twice) town.ledger.count('the job of a planned call is delivered twice');
  await town.deliverTwice(twice.map(({ callId }) => callId));
  if (struck.length === 0) return;
  await pause(lead - momentMs);
  for (const { callId, mark } of struck) town.strikeDue(callId, 'going', mark);
  await pause(2 * momentMs);
  for (const { callId, mark } of struck) town.strikeDue(callId, 'over', mark);
}

type Left = {
  mark: string;
  callId: string;
  isHeld: boolean;
  isWaiting: boolean;
  restsMs: number | undefined;
};

async function waitFor(town: Town, calls: PlannedCall[], limitMs: number): Promise<Left[]> {
  const until = performance.now() + limitMs;
  let [stuckSince, restingSince] = [performance.now(), performance.now()];
  for (;;) {
    await pause(lookEveryMs);
    const all = await standings(town);
    dropSettledOrphans(town, all);
    const now = Map.groupBy(all, ({ mark }) => mark);
    const left = calls.flatMap(({ mark }) => leftOf(mark, now.get(mark) ?? []));
    const time = performance.now();
    if (!left.every(({ isWaiting, restsMs }) => isWaiting || restsMs !== undefined)) stuckSince = time;
    if (!left.every(({ restsMs }) => restsMs !== undefined)) restingSince = time;
    if (left.length === 0 || time > Math.min(until, stuckSince + stuckMs, restingSince + restedMs))
      return left;
  }
}

/** What is left to do for a call: of several tries, for the last. */
function leftOf(mark: string, tries: Standing[]): Left[] {
  const open = tries.find(({ jobs }) => jobs.some((state) => state !== 'completed'));
  if (!open && tries.length > 0) return [];
  const { callId = '', stage = '', isPlanned = false, isHeld = false, restsMs } = open ?? {};
  const isWaiting = !isPlanned && ['checking', 'placing'].includes(stage);
  const rests = isPlanned && restsMs !== null && restsMs !== undefined && restsMs > 0;
  return [{ mark, callId, isHeld, isWaiting, restsMs: rests ? restsMs : undefined }];
}

/** A run that had just come to its end when its replica died is nobody's to take over, and a job that the call gets later is another matter. */
function dropSettledOrphans({ ledger }: Town, all: Standing[]) {
  for (const { callId, jobs } of all)
    if (jobs.every((state) => state === 'completed')) ledger.orphans.delete(callId);
}
