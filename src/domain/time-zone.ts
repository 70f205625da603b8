import { getCountry, getTimezone } from 'countries-and-timezones';

/** The country (ISO 3166 alpha-2) that an IANA time zone belongs to first of all. */
export function countryOfTimeZone(timeZone: string): string | undefined {
  return getTimezone(timeZone)?.countries[0];
}

/** Whether this runtime knows the zone: formatting a date in an unknown zone would throw. */
export function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

/**
 * The IANA time zone of a country (ISO 3166 alpha-2) that has one clock. The country's own name for it comes first ("Europe/Oslo"),
 * although the IANA database has linked many of these to a neighbour's ("Europe/Berlin").
 */
export function zoneOfCountry(country: string): string | undefined {
  const zones = getCountry(country, { deprecated: true })?.timezones ?? [];
  const own = zones.filter((zone) => zone.includes('/') && countryOfTimeZone(zone) === country);
  return own.find((zone) => !getTimezone(zone)?.aliasOf) ?? own[0];
}
