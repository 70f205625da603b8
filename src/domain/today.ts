import { Temporal } from 'temporal-polyfill';
import type { Reading } from './call-request.ts';

/** Today's date where the person is, as YYYY-MM-DD. */
export function today({ now, timeZone }: Pick<Reading, 'now' | 'timeZone'>): string {
  return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}
