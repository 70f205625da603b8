import { Temporal } from 'temporal-polyfill';
import type { Reading } from './call-request.ts';

/** The date in a time zone at a moment, as YYYY-MM-DD. */
export function today({ now, timeZone }: Pick<Reading, 'now' | 'timeZone'>): string {
  return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}
