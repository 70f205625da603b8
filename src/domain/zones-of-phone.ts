import parsePhoneNumber, { type PhoneNumber } from 'libphonenumber-js/max';
import { zoneTable } from './phone-zone-table.ts';
import { zoneOfCountry } from './time-zone.ts';

export type PhoneZones = {
  /** IANA zones, the likeliest first, one for each clock; none if a number belongs to no country. */
  zones: readonly string[];
  /** The number can only be in this zone. Without it, a single zone is only likely: the owner may have moved away with the area code. */
  isCertain: boolean;
};

/** The zones a number (E.164) may be in: those of its area, else all inhabited ones of its country. */
export function zonesOfPhone(phone: string): PhoneZones {
  const number = parsePhoneNumber(phone);
  if (!number?.country) return { zones: [], isCertain: false };
  const ofCountry = zonesOfNumbersCountry(number, number.country);
  const zones = (hasPlace(number) && zonesOfPrefix(number, number.country)) || ofCountry;
  const isBound = ofCountry.length === 1 || number.getType() === 'FIXED_LINE';
  return { zones, isCertain: zones.length === 1 && isBound };
}

/** All inhabited zones of a number's country, to which its owner may have moved. */
export function zonesOfItsCountry(phone: string): readonly string[] {
  const number = parsePhoneNumber(phone);
  return number?.country ? zonesOfNumbersCountry(number, number.country) : [];
}

const typesWithPlace = new Set(['FIXED_LINE', 'MOBILE', 'FIXED_LINE_OR_MOBILE']);

function hasPlace(number: PhoneNumber): boolean {
  return typesWithPlace.has(number.getType() ?? '');
}

function zonesOfNumbersCountry(number: PhoneNumber, country: string): readonly string[] {
  const { zonesByCountry } = readTable();
  const own = zonesByCountry.get(country) ?? [zoneOfCountry(country)].filter((zone) => zone !== undefined);
  // The United States and Canada share their toll-free numbers.
  const isShared = !hasPlace(number) && (country === 'US' || country === 'CA');
  return isShared ? [...new Set(['US', 'CA'].flatMap((one) => zonesByCountry.get(one) ?? []))] : own;
}

/** libphonenumber tells apart countries that share a calling code: Christmas Island is not in Western Australia. */
function zonesOfPrefix(
  { countryCallingCode, nationalNumber }: PhoneNumber,
  country: string,
): readonly string[] | undefined {
  const { zonesByCountry, zonesByPrefix } = readTable();
  if (!zonesByCountry.has(country)) return undefined;
  for (let length = nationalNumber.length; length > 0; length--) {
    const found = zonesByPrefix.get(countryCallingCode + nationalNumber.slice(0, length));
    if (found) return found === anywhere ? undefined : found;
  }
}

const anywhere: readonly string[] = ['*'];

type ZoneTable = {
  zonesByCountry: Map<string, readonly string[]>;
  zonesByPrefix: Map<string, readonly string[]>;
};

let table: ZoneTable | undefined;

/** Parsed at first use, not when Kally starts. */
function readTable(): ZoneTable {
  table ??= parseTable(zoneTable);
  return table;
}

function parseTable(text: string): ZoneTable {
  const parsed: ZoneTable = { zonesByCountry: new Map(), zonesByPrefix: new Map() };
  for (const block of text.replaceAll('\n  ', ' ').trim().split('\n\n')) {
    const [code = '', ...lines] = block.split('\n');
    for (const line of lines) parseLine(line, code.slice(1), parsed);
  }
  return parsed;
}

function parseLine(line: string, callingCode: string, { zonesByCountry, zonesByPrefix }: ZoneTable): void {
  const space = line.indexOf(' ');
  const [key, rest] = [line.slice(0, space), line.slice(space + 1)];
  if (key.endsWith(':')) {
    zonesByCountry.set(key.slice(0, -1), rest.split(' '));
    return;
  }
  const zones = key === '*' ? anywhere : key.split('+');
  for (const [, stem = '', branches] of rest.matchAll(/(\d+)(?:\(([\d ]+)\))?/g))
    for (const branch of branches?.split(' ') ?? ['']) zonesByPrefix.set(callingCode + stem + branch, zones);
}
