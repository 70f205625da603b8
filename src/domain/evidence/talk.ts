import type { Line } from './speech.ts';

/** Where the matter stands. `stale` is a yes to terms that changed since; `not_taken` is an offer that the assistant left. */
export type Deal =
  | 'nothing'
  | 'offered'
  | 'accepted'
  | 'committed'
  | 'refused'
  | 'pending'
  | 'stale'
  | 'turned_down'
  | 'not_taken';

/** How far the talk has come. */
export type Talk = {
  deal: Deal;
  asked: Line | undefined;
  /** What the business last offered, in digits. */
  offer: string;
  isRequested: boolean;
  /** The numbers of the assistant's wish. */
  request: string[];
  /** The business said that it can do what was asked. */
  isAffirmed: boolean;
  /** The business asked for a name since, as it does when it writes something down. */
  isNaming: boolean;
  /** The business asked for a name, or whether it has the terms right. */
  hasAsked: boolean;
  /** A call back, and nothing else, is promised. */
  isPutOff: boolean;
  /** A place on a waiting list, and nothing else, is left to promise. */
  isListed: boolean;
  isConditional: boolean;
  isRefused: boolean;
  /** The assistant asked to cancel something, so striking it out is what was wanted. */
  isCalledOff: boolean;
  /** Something is to be told to somebody, which is done once the business takes note. */
  isMessage: boolean;
};
