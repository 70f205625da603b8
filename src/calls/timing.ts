import type { Growth } from '../domain/backoff.ts';

const second = 1_000;
const minute = 60 * second;

/** How long each stage may last, in milliseconds; past it the person is told, so that no card says "calling" forever. */
export const deadlines = {
  /** From confirmation to dialling. Nobody wants a table for tonight to be asked for hours later, without a new click. */
  queuedMs: 15 * minute,
  /** How long a planned call that was not dialled waits for its requester's answer. */
  heldMs: 24 * 60 * minute,
  /** Until a rescheduled call begins. */
  scheduledMs: 30 * 24 * 60 * minute,
  /** From the request to the end, as far as KallyAI lets us see it. */
  callingMs: 2 * 60 * minute,
  /** How long a call whose answer was lost may still show up in KallyAI's list: as long as a call can last. */
  checkingMs: 30 * minute,
  /** How long KallyAI may not know a call whose id it gave us. */
  missingMs: 5 * minute,
  transcriptMs: 10 * minute,
  /** How long a card waits for a transcript before it says what is known without. */
  cardWaitsMs: 3 * second,
  /** Slack may be away for long; past this, what could not be posted is given up. */
  deliveryMs: 24 * 60 * minute,
} as const;

/** Calls that people speak in are over by then: from here on, the card says until when Kally asks. */
export const unusuallyLongMs = 20 * minute;

/** A request that is answered sooner goes from "queued" straight to its result. */
export const placingShownAfterMs = 1 * second;

/** A request without an answer by then is answered when the phone call is over; until then the card says "calling". */
export const blockingAfterMs = 5 * second;

/** How long a colleague's call to a number is mentioned to somebody who wants to call it too. */
export const latelyMs = 120 * minute;

/** KallyAI's clock and ours may differ by this much. */
export const clockSkewMs = 2 * minute;

/** A request that dials leaves within this time after the row says so, or not at all. */
export const leavesWithinMs = 5 * second;

/** A request that dials is answered or given up within this time, and KallyAI's call begins within it. */
export const createMayLastMs = 10 * minute;

/**
 * How long the next poll waits, by how long the call has lasted. Most calls that people speak in last 20 to 50 seconds, and few end sooner or
 * last two minutes: polls are close where ends are likely, and there are no more of them in all.
 */
export const pollGaps = [
  { untilMs: 1 * second, gapMs: 3 * second },
  { untilMs: 12 * second, gapMs: 6 * second },
  { untilMs: 60 * second, gapMs: 3.2 * second },
  { untilMs: 150 * second, gapMs: 7 * second },
  { untilMs: Number.POSITIVE_INFINITY, gapMs: 10 * second },
] as const;
/** The same while KallyAI cannot be asked. */
export const failedPollGrowth: Growth = { firstMs: 2 * second, factor: 1.2, maxMs: 10 * second };
export const scheduledGrowth: Growth = { firstMs: 5 * second, factor: 1.5, maxMs: 45 * second };
export const checkGrowth: Growth = { firstMs: 2 * second, factor: 1.5, maxMs: 20 * second };
export const transcriptGrowth: Growth = { firstMs: 1 * second, factor: 1.5, maxMs: 20 * second };
export const stopGrowth: Growth = { firstMs: 1 * second, factor: 1.5, maxMs: 10 * second };
export const delayGrowth: Growth = { firstMs: 2 * second, factor: 2, maxMs: 30 * second };
