/** What the page asks of the playground around it, where there is one; without it `/playground/status` is 404. */

export type PlaygroundStatus = {
  app: 'starting' | 'running' | 'restarting';
  /** How many times faster than life the sandbox KallyAI runs. */
  speed: number;
};

export type { MagicPhone } from '../../kally/phones.ts';
/** A request that the sandbox KallyAI answered, secrets hidden. */
export type { TrafficEntry as KallyTraffic } from '../../kally/traffic.ts';

/** How often each number rang, by E.164. */
export type Rings = Record<string, number>;
