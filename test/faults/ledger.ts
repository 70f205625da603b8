import type { PlannedCall } from './plan.ts';
import type { Harm, Moment, Phase } from './points.ts';
import { msOutside, type Span } from './spans.ts';
import type { About } from './traffic.ts';

/** A new message that Slack took. */
export type Posted = {
  mark: string;
  channel: string;
  ts: string;
  text: string;
  replica: number;
  at: number;
  /** Slack's answer went on its way to the replica. */
  wasAnswered: boolean;
};

export type Armed = { moment: Moment; phase: Phase; harm: Harm; mark?: string; name: string };
type Run = { replica: number; life: number };
/** When the phone of a call may ring for the first time, as the person confirmed it. */
export type Promised = { from: number; until: number };

export type Ledger = ReturnType<typeof createLedger>;

/** What the harness knows: which call is which, what is still to happen, and what was seen. */
export function createLedger({
  trace,
  callOfKally,
}: {
  trace: (line: string) => void;
  /** For which call of ours KallyAI made one of its own. */
  callOfKally: (kallyId: string) => string | undefined;
}) {
  const views = new Map<string, string>();
  const marks = new Map<string, string>();
  const calls = new Map<string, string[]>();
  const promises = new Map<string, Promised>();
  const armed: Armed[] = [];
  const injected = new Map<string, number>();
  const runs = new Map<string, Run>();
  const orphans = new Map<string, number>();
  /** Calls whose replica was missed sooner than in life. */
  const hastened = new Set<string>();
  const takeovers: { callId: string; ms: number }[] = [];
  const posted: Posted[] = [];
  const harmed: (Span & { replica: number })[] = [];
  const outages: Span[] = [];
  const ready = new Set<number>();
  /** When no replica was there that could have gone on with anything. */
  const deserted: Span[] = [];
  const over = new Set<string>();
  /** What was written as the end of which call. */
  const endings: { callId: string; kallyCallId: string }[] = [];

  function count(name: string) {
    injected.set(name, (injected.get(name) ?? 0) + 1);
  }

  function noteHarm(replica: number, lastsMs = 0) {
    const from = performance.now();
    harmed.push({ replica, from, until: from + lastsMs });
  }

  /** Somebody may have taken what others left the moment before, which shows only when the database's answer arrives, or a run asks it. */
  function orphansMayBeTaken() {
    for (const callId of orphans.keys()) orphans.set(callId, performance.now());
  }

  return {
    trace,
    posted,
    outages,
    takeovers,
    over,
    endings,
    orphans,
    hastened,
    injected: () => injected,
    faults: () => [...injected.values()].reduce((sum, times) => sum + times, 0),
    count,

    arm(call: Pick<PlannedCall, 'mark' | 'fault'>) {
      const { point, harm } = call.fault;
      armed.push({ moment: point.moment, phase: point.phase, harm, mark: call.mark, name: point.name });
    },
    armForAnybody(one: Armed) {
      armed.push(one);
    },
    isArmed: (mark: string) => armed.some((one) => one.mark === mark),
    disarm: () => void armed.splice(0),

    /** The harm that is planned here, used up by asking. What names no call is anybody's. */
    strike(moment: Moment, phase: Phase, mark: string | undefined): Harm | undefined {
      const at = armed.findIndex(
        (one) =>
          one.moment === moment &&
          one.phase === phase &&
          (!one.mark || mark === undefined || one.mark === mark),
      );
      const [found] = at >= 0 ? armed.splice(at, 1) : [];
      if (found) {
        count(`${found.name}: ${found.harm}`);
        trace(`${found.harm} · ${found.name} · ${mark ?? 'anybody'}`);
      }
      return found?.harm;
    },

    nameView: (viewId: string, mark: string) => void views.set(viewId, mark),
    viewIn: (bytes: string) => [...views.keys()].find((viewId) => bytes.includes(viewId)),
    /** Is being written: of several for the same form only one will stand. */
    nameCall(callId: string, viewId: string) {
      const mark = views.get(viewId);
      if (mark) marks.set(callId, mark);
      return mark;
    },
    /** Stands in the database. */
    callStands(callId: string, submission: string) {
      const [, after] = submission.split('attempt:');
      const mark = after ? this.nameTry(callId, after) : this.nameCall(callId, submission);
      const known = mark && (calls.get(mark) ?? []);
      if (known && !known.includes(callId)) calls.set(mark, [...known, callId]);
      return mark;
    },
    /** A further try of a call. */
    nameTry(callId: string, after: string) {
      const mark = marks.get(after);
      if (mark) marks.set(callId, mark);
      return mark;
    },
    promise: (mark: string, promised: Promised) => void promises.set(mark, promised),
    promised: (mark: string) => promises.get(mark),
    runsOn: (replica: number) =>
      [...runs].flatMap(([callId, run]) => (run.replica === replica ? [callId] : [])),
    replicaOf: (callId: string) => runs.get(callId)?.replica,
    nameMessage: (message: string, mark: string) => void marks.set(message, mark),
    markOf(about: About): string | undefined {
      if (about === 'anybody') return undefined;
      if ('kallyId' in about) return marks.get(callOfKally(about.kallyId) ?? '') ?? 'nobody';
      return marks.get('callId' in about ? about.callId : about.message) ?? 'nobody';
    },
    markOfCall: (callId: string) => marks.get(callId) ?? 'nobody',
    /** Its tries, in order. */
    callsOf: (mark: string) => calls.get(mark) ?? [],

    runBegan(callId: string, run: Run) {
      const since = orphans.get(callId);
      const before = runs.get(callId);
      runs.set(callId, run);
      if (before?.replica === run.replica && before.life === run.life) return;
      trace(`run of ${callId} on replica ${run.replica}, life ${run.life}`);
      if (since === undefined) return;
      orphans.delete(callId);
      const isAcrossOutage = outages.some(({ from, until }) => from < performance.now() && until > since);
      const isHastened = hastened.delete(callId);
      if (!isAcrossOutage && !isHastened) takeovers.push({ callId, ms: msOutside(deserted, since) });
    },
    replicaReady(replica: number, life: number) {
      trace(`replica ${replica}, life ${life} is ready`);
      ready.add(replica);
      const last = deserted.at(-1);
      if (last) last.until = Math.min(last.until, performance.now());
    },
    replicaGone(replica: number, life: number) {
      noteHarm(replica);
      trace(`replica ${replica}, life ${life} is gone`);
      if (ready.delete(replica)) {
        if (ready.size === 0) deserted.push({ from: performance.now(), until: Number.POSITIVE_INFINITY });
        orphansMayBeTaken();
      }
      for (const [callId, run] of runs) {
        if (run.replica !== replica || run.life !== life) continue;
        runs.delete(callId);
        orphans.set(callId, performance.now());
      }
    },
    noteHarm,
    /** What the database answered to one of the replicas was lost. */
    databaseCut: orphansMayBeTaken,
    /** Whether something befell a replica, or the database, in this span. */
    wasHarmed(replica: number, from: number, until: number): boolean {
      const hit = harmed.some(
        (one) => one.replica === replica && one.until >= from - 50 && one.from <= until,
      );
      return hit || outages.some((outage) => outage.from <= until && outage.until >= from);
    },
  };
}
