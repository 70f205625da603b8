import type { FinalStatus } from './behaviour.ts';
import type { Situations } from './situations.ts';
import type { Submission } from './submission.ts';

export type Speaker = 'AI' | 'HUMAN';

/** In the time zone of the request. */
export interface Appointment {
  date: string;
  time: string;
}

/** Lines to be spoken: who, and what. */
export type Passage = readonly (readonly [Speaker, string])[];

export interface Scenario {
  category: Submission['task_category'];
  business: string | undefined;
  name: string;
  callBack: string | undefined;
  partySize: number;
  task: string;
  timePreference: string | undefined;
  instructions: string[];
  asked: Appointment | undefined;
  agreed: Appointment | undefined;
  staff: string;
  confirmation: string;
}

export interface LanguagePack {
  staff: readonly string[];
  opening: readonly ((scenario: Scenario) => Passage)[];
  booking: Record<'restaurant' | 'clinic' | 'hotel', readonly ((scenario: Scenario) => Passage)[]>;
  errand: readonly ((scenario: Scenario, answer: string) => Passage)[];
  answers: readonly string[];
  /** In the order of the answers. */
  refusals: readonly string[];
  /** What a business says that takes no bookings. */
  noBookings: Record<'restaurant' | 'clinic' | 'hotel', string>;
  situations: Situations;
  extras: (scenario: Scenario) => Passage;
  closing: readonly ((scenario: Scenario) => Passage)[];
  smallTalk: readonly Passage[];
  voicemail: (scenario: Scenario) => Passage;
  cutOff: (scenario: Scenario) => Passage;
  booked: (scenario: Scenario) => { highlights: string; nextSteps: string };
  answered: (scenario: Scenario, answer: string) => { highlights: string; nextSteps: string };
  ended: Record<Exclude<FinalStatus, 'success'>, { highlights: string; nextSteps: string }>;
}
