import type { Clock } from '../../domain/clock.ts';

/** https://docs.slack.dev/apis/web-api/rate-limits: a message a second in a channel; fifty edits a minute in a workspace, with bursts. */
const limits = {
  post: { everyMs: 1_000, atOnce: 1 },
  edit: { everyMs: 1_200, atOnce: 20 },
};
const remembered = 10_000;

export type Kind = keyof typeof limits;
export type Pace = ReturnType<typeof createPace>;

type Waiter = { go: () => void; isUrgent: () => boolean };
/** `caughtUpAt` is when a line will have made up for all it let through; `isServed` while somebody lets its waiters go. */
type Line = { caughtUpAt: number; waiting: Waiter[]; isServed: boolean };

/**
 * Keeps to Slack's limits before Slack has to ask for it. Each channel's posts and each workspace's edits have a line of their own:
 * nobody waits because of another's burst.
 */
export function createPace(clock: Clock, onWaited: (kind: Kind, seconds: number) => void = () => {}) {
  const lines = new Map<string, Line>();

  function lineOf(kind: Kind, place: string): Line {
    const key = `${kind}:${place}`;
    const line = lines.get(key) ?? { caughtUpAt: 0, waiting: [], isServed: false };
    if (lines.size >= remembered) forgetIdle(lines, clock.steady());
    lines.set(key, line);
    return line;
  }

  /** Lets the waiters of a line go, each as soon as it may: the urgent ones first, then in the order they came. */
  async function serve(line: Line, { everyMs, atOnce }: (typeof limits)[Kind]): Promise<void> {
    line.isServed = true;
    while (line.waiting.length > 0) {
      const waitMs = line.caughtUpAt - (atOnce - 1) * everyMs - clock.steady();
      if (waitMs > 0) {
        await clock.sleep(waitMs);
        continue;
      }
      line.caughtUpAt = Math.max(line.caughtUpAt, clock.steady()) + everyMs;
      const urgent = line.waiting.findIndex(({ isUrgent }) => isUrgent());
      const [next] = line.waiting.splice(Math.max(urgent, 0), 1);
      next?.go();
    }
    line.isServed = false;
  }

  return {
    /** Resolves when one more may leave. `isUrgent` is asked whenever one may. */
    async turn(kind: Kind, place: string, isUrgent = () => false): Promise<void> {
      const line = lineOf(kind, place);
      const { promise, resolve } = Promise.withResolvers<void>();
      line.waiting.push({ go: resolve, isUrgent });
      const askedAt = clock.steady();
      if (!line.isServed) void serve(line, limits[kind]);
      await promise;
      onWaited(kind, (clock.steady() - askedAt) / 1000);
    },

    /** Slack asked to wait: all who come from now on do. */
    pause(kind: Kind, place: string, seconds: number): void {
      const { everyMs, atOnce } = limits[kind];
      lineOf(kind, place).caughtUpAt = clock.steady() + seconds * 1000 + (atOnce - 1) * everyMs;
    },
  };
}

function forgetIdle(lines: Map<string, Line>, now: number): void {
  for (const [key, { caughtUpAt, isServed }] of lines) if (caughtUpAt <= now && !isServed) lines.delete(key);
}
