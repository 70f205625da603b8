import type { Call } from './call.ts';
import { instantOf } from './due-time.ts';
import type { FactKind } from './evidence/schema.ts';
import { isArranged, resultOf } from './result.ts';

/** So long before an appointment people are reminded of it. */
export const remindBeforeMs = 2 * 60 * 60_000;

/** On the clock of the business; `at` is the instant. */
export type Appointment = { date: string; time: string; at: number };

/** What was arranged, if the business named one day and one time for it, and it is known whose clock it meant. */
export function appointmentOf(call: Call): Appointment | undefined {
  const { stage, outcome, request } = call;
  if (stage !== 'ended' || !isArranged(resultOf(call)) || request.isTimeZoneGuessed) return undefined;
  const facts = outcome?.evidence?.facts ?? [];
  const only = (wanted: FactKind) => {
    const values = new Set(facts.flatMap(({ kind, value }) => (kind === wanted ? [value] : [])));
    return values.size === 1 ? [...values][0] : undefined;
  };
  const [date, time] = [only('date'), only('time')];
  if (!date || !time) return undefined;
  const read = instantOf({ date, time, timeZone: request.timeZone });
  return 'instant' in read ? { date, time, at: read.instant } : undefined;
}

/** Whether there is still time for a reminder. */
export function mayRemind(call: Call, now: number): boolean {
  const appointment = appointmentOf(call);
  return appointment !== undefined && appointment.at - remindBeforeMs > now;
}
