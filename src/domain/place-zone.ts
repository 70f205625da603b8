import { Temporal } from 'temporal-polyfill';
import { isTimeZone } from './time-zone.ts';
import { zonesOfItsCountry, zonesOfPhone } from './zones-of-phone.ts';

/** The clock of a call is that of the business. */
export type PlaceZone = {
  timeZone: string;
  /** Nobody has chosen among several yet; `timeZone` is the likeliest. */
  isOpen: boolean;
  /** The zones a person may choose from; none if the zone is certain, or the number belongs to no country. */
  choices: readonly string[];
  /** All zones in which an instant must be allowed. */
  clocks: readonly string[];
};

/**
 * The zone of a number (E.164): its only zone, else the one that a person chose among the possible ones, else the likely one. `own` is
 * the person's zone.
 */
export function placeZoneOf(phone: string, chosen: string | undefined, own: string): PlaceZone {
  const { zones, isCertain } = zonesOfPhone(phone);
  const [first] = zones;
  const known = (timeZone: string, choices: readonly string[]) => ({
    timeZone,
    isOpen: false,
    choices,
    clocks: [timeZone],
  });
  if (isCertain && first) return known(first, []);
  // A number moves with its owner, but not abroad.
  const choices = [...new Set([...zones, ...zonesOfItsCountry(phone)])];
  const isOneOfThem = chosen !== undefined && (choices.includes(chosen) || choices.length === 0);
  if (isOneOfThem && isTimeZone(chosen)) return known(chosen, choices);
  if (first && zones.length === 1) return known(first, choices);
  const likeliest = zones.includes(own) ? own : (first ?? own);
  return { timeZone: likeliest, isOpen: true, choices, clocks: zones };
}

/** Whether people in the two zones read the same time at that moment. */
export function isSameClock(zone: string, other: string, at: number): boolean {
  return zone === other || offsetIn(zone, at) === offsetIn(other, at);
}

function offsetIn(timeZone: string, at: number): number {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).offsetNanoseconds;
}
