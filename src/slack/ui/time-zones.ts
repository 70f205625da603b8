import type { Language } from '../../domain/language.ts';
import { plainText } from '../../domain/plain-text.ts';
import { countryOfTimeZone } from '../../domain/time-zone.ts';
import { placeOfTimeZone } from './formats.ts';

/** Slack shows a hundred; nobody reads as many. */
const shownMax = 40;

const timeZones = [...Intl.supportedValuesOf('timeZone'), 'UTC'];

/** The zones that match a city, a country or an IANA name; those of the person's own country first. */
export function timeZonesLike(query: string, own: { language: Language; country?: string }): string[] {
  const wanted = plain(query.trim());
  const countries = new Intl.DisplayNames(own.language, { type: 'region' });
  const found = timeZones.flatMap((timeZone) => {
    const home = countryOfTimeZone(timeZone);
    const place = placeOfTimeZone(timeZone, own.language);
    const names = [place, home ? (countries.of(home) ?? home) : '', timeZone].map(plain);
    const rank = names.findIndex((name) => name.includes(wanted));
    const begins = names.some((name) => name.startsWith(wanted));
    return rank < 0 ? [] : [{ timeZone, order: [home === own.country ? 0 : 1, begins ? 0 : 1, rank] }];
  });
  found.sort((a, b) => a.order.join().localeCompare(b.order.join()));
  return found.slice(0, shownMax).map(({ timeZone }) => timeZone);
}

/** "Madrid (GMT+1)", with today's offset: half of the zones change it twice a year. */
export function timeZoneLabel(timeZone: string, language: Language, now: number): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' }).formatToParts(now);
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
  return `${placeOfTimeZone(timeZone, language)} (${offset})`;
}

/** As people type it: no accents, no capitals, no underscores. */
function plain(text: string): string {
  return plainText(text).replaceAll('_', ' ');
}
