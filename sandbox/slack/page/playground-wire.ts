/** What the page asks of the playground around it, where there is one; without it `/playground/status` is 404. */

export type PlaygroundStatus = {
  app: 'starting' | 'running' | 'restarting';
  /** How many times faster than life the sandbox KallyAI runs. */
  speed: number;
};

export type MagicPhone = { phone: string; does: string; why: string };

/** How often each number rang, by E.164. */
export type Rings = Record<string, number>;

/** A request the sandbox KallyAI answered, secrets hidden. */
export type KallyTraffic = {
  at: number;
  ms: number;
  method: string;
  path: string;
  status: number | undefined;
  request: unknown;
  answer: unknown;
};
