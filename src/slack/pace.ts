import type { Clock } from '../domain/clock.ts';

/** https://docs.slack.dev/apis/web-api/rate-limits: a message a second in a channel; fifty edits a minute in a workspace, with bursts. */
const limits = {
  post: { everyMs: 1_000, atOnce: 1 },
  edit: { everyMs: 1_200, atOnce: 20 },
};
const remembered = 10_000;

export type Kind = keyof typeof limits;
/**
 * Keeps to Slack's limits before Slack has to ask for it. Each channel's posts and each workspace's edits have a line of their own:
 * nobody waits because of another's burst.
 */
export function createPace(clock: Clock, onWaited: (kind: Kind, seconds: number) => void = () => {}) {
  /** When each line will have caught up with what it let through. */
  const lines = new Map<string, number>();

  return {
    /** Resolves when one more may leave; in the order of asking. */
    async turn(kind: Kind, place: string): Promise<void> {
      const { everyMs, atOnce } = limits[kind];
      const now = clock.now();
      const caughtUpAt = Math.max(lines.get(keyOf(kind, place)) ?? 0, now);
      forgetIdle(lines, now);
      lines.set(keyOf(kind, place), caughtUpAt + everyMs);
      const waitMs = caughtUpAt - now - (atOnce - 1) * everyMs;
      onWaited(kind, Math.max(0, waitMs) / 1000);
      if (waitMs > 0) await clock.sleep(waitMs);
    },

    /** Slack asked to wait: all who come from now on do. */
    pause(kind: Kind, place: string, seconds: number): void {
      const { everyMs, atOnce } = limits[kind];
      lines.set(keyOf(kind, place), clock.now() + seconds * 1000 + (atOnce - 1) * everyMs);
    },
  };
}

function keyOf(kind: Kind, place: string): string {
  return `${kind}:${place}`;
}

function forgetIdle(lines: Map<string, number>, now: number): void {
  if (lines.size < remembered) return;
  for (const [key, caughtUpAt] of lines) if (caughtUpAt <= now) lines.delete(key);
}
