import { getTimezone } from 'countries-and-timezones';

/** The country (ISO 3166 alpha-2) that an IANA time zone belongs to first of all. */
export function countryOfTimeZone(timeZone: string): string | undefined {
  return getTimezone(timeZone)?.countries[0];
}

/** Whether this runtime knows the zone by that name: a date in one that it does not know would throw. */
export function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
