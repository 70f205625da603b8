import type { MagicPhone } from '../../kally/phones.ts';
import type { TrafficEntry } from '../../kally/traffic.ts';

/** What the page asks of the playground around it, where there is one; without it `/playground/status` is 404. */

export type PlaygroundStatus = {
  app: 'starting' | 'running' | 'restarting';
  /** How many times faster than life the sandbox KallyAI runs; at 0 its time stands still. */
  speed: number;
  /** How far Kally's and KallyAI's clock is ahead of the machine's. */
  aheadMs: number;
  faults: FaultSwitch[];
};

/** Something that a person may break on purpose. */
export type FaultSwitch = {
  id: string;
  side: 'KallyAI' | 'Slack';
  name: string;
  /** What the top bar says while it is on. */
  sign: string;
  /** What to watch for. */
  watch: string;
  on: boolean;
};

/** A number that makes something happen, without what the sandbox KallyAI does about it. */
export type ListedPhone = Omit<MagicPhone, 'behaviour'>;
export type PhoneGroup = { title: string; phones: readonly ListedPhone[] };

/** A request that the sandbox KallyAI answered, without what was said in it. */
export type KallyHead = Pick<TrafficEntry, 'id' | 'at' | 'method' | 'path' | 'status' | 'tookMs'>;

/** A phone that rang or was to ring, newest first. */
export type KallyCall = { id: string; phone: string; task: string; status: string; over: boolean };

/** How often each number rang, by E.164. */
export type Rings = Record<string, number>;
