import type { WallTime } from './due-time.ts';

/** Findings that a person is asked about before a call leaves, and may accept. */
export const askCodes = ['outside_hours', 'number_called', 'balance_low', 'private_number'] as const;
export type AskCode = (typeof askCodes)[number];

/**
 * Why a planned call was not dialled when it was due: a finding that its requester would have been asked about, or
 * - late: nobody was there to dial it in time, as in an outage.
 * - due_gone: its time does not exist any more, or twice; the rules of its zone changed.
 * - restored: the database is a backup, and somebody may have cancelled the call since.
 */
export const holds = [...askCodes, 'late', 'due_gone', 'restored'] as const;
export type Hold = (typeof holds)[number];

/** When to dial a call that does not leave at once. */
export type Plan = {
  due: WallTime;
  /** The instant of the due time by the zone's last rules; for a call that was sent earlier, when it left. */
  dueAt: number;
  held?: Hold;
};
