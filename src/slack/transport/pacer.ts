import type { Clock } from '../../domain/clock.ts';

/**
 * https://docs.slack.dev/apis/web-api/rate-limits: a message a second in a channel; fifty edits a minute in a workspace, with bursts, and
 * as many changes of sessions.
 */
const limits = {
  post: { everyMs: 1_000, atOnce: 1 },
  edit: { everyMs: 1_200, atOnce: 20 },
  session: { everyMs: 1_200, atOnce: 20 },
};
const capacity = 10_000;

export type Kind = keyof typeof limits;
export type OnWaited = (kind: Kind, seconds: number) => void;
export type Pacer = ReturnType<typeof createPacer>;

type Waiter = { go: () => void; isUrgent: () => boolean };
/** GCRA: `tat` is the theoretical arrival time of the next request; `draining` while a loop lets the waiters go. */
type Lane = { tat: number; waiting: Waiter[]; draining: boolean };

/**
 * Keeps to Slack's rate limits in advance. Each channel's posts and each workspace's edits have their own lane, so that a burst delays
 * nobody else.
 */
export function createPacer(clock: Clock, onWaited: OnWaited = () => {}) {
  const lanes = new Map<string, Lane>();

  function laneOf(kind: Kind, place: string): Lane {
    const key = `${kind}:${place}`;
    const lane = lanes.get(key) ?? { tat: 0, waiting: [], draining: false };
    if (lanes.size >= capacity) deleteIdle(lanes, clock.steady());
    lanes.set(key, lane);
    return lane;
  }

  /** Releases the waiters of a lane, each as soon as the limit allows: urgent ones first, then in order of arrival. */
  async function drain(lane: Lane, { everyMs, atOnce }: (typeof limits)[Kind]): Promise<void> {
    lane.draining = true;
    while (lane.waiting.length > 0) {
      const waitMs = lane.tat - (atOnce - 1) * everyMs - clock.steady();
      if (waitMs > 0) {
        await clock.sleep(waitMs);
        continue;
      }
      lane.tat = Math.max(lane.tat, clock.steady()) + everyMs;
      const urgent = lane.waiting.findIndex(({ isUrgent }) => isUrgent());
      const [next] = lane.waiting.splice(Math.max(urgent, 0), 1);
      next?.go();
    }
    lane.draining = false;
  }

  return {
    /** Resolves when one more request may leave. `isUrgent` is asked each time one may. */
    async turn(kind: Kind, place: string, isUrgent = () => false): Promise<void> {
      const lane = laneOf(kind, place);
      const { promise, resolve } = Promise.withResolvers<void>();
      lane.waiting.push({ go: resolve, isUrgent });
      const askedAt = clock.steady();
      if (!lane.draining) void drain(lane, limits[kind]);
      await promise;
      onWaited(kind, (clock.steady() - askedAt) / 1000);
    },

    /** Slack asked us to wait: every request in the lane does. */
    pause(kind: Kind, place: string, seconds: number): void {
      const { everyMs, atOnce } = limits[kind];
      laneOf(kind, place).tat = clock.steady() + seconds * 1000 + (atOnce - 1) * everyMs;
    },
  };
}

function deleteIdle(lanes: Map<string, Lane>, now: number): void {
  for (const [key, { tat, draining }] of lanes) if (tat <= now && !draining) lanes.delete(key);
}
