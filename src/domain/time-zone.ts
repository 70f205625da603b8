import { getTimezone } from 'countries-and-timezones';

/** The country (ISO 3166 alpha-2) that an IANA time zone belongs to first of all. */
export function countryOfTimeZone(timeZone: string): string | undefined {
  return getTimezone(timeZone)?.countries[0];
}
