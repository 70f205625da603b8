import type { Passage, Scenario } from './language-pack.ts';

/** How a call may go that KallyAI counts as a success and that does not go as asked. */
export const situationNames = [
  'fully booked',
  'offer taken',
  'offer not taken',
  'card wanted',
  'deposit wanted',
  'they call back',
  'call later',
  'no more calls',
  'menu',
  'machine',
  'answer is no',
  'hedge',
  'wrong number',
  'undisclosed',
] as const;
export type SituationName = (typeof situationNames)[number];

export interface Situation {
  /** Who picks up. After anything but a greeting of the business, the assistant introduces itself within the passage. */
  greeting: 'business' | 'none';
  told: readonly ((scenario: Scenario, no: string) => Passage)[];
  reported: (scenario: Scenario, no: string) => { highlights: string; nextSteps: string };
  /** The business wrote an appointment down. */
  settles?: true;
}

export type Situations = Record<SituationName, Situation>;
