import { getAllCountries, getTimezone } from 'countries-and-timezones';
import { getCountries, getExampleNumber } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { zoneTable } from '../../src/domain/phone-zone-table.ts';
import { zoneOfCountry } from '../../src/domain/time-zone.ts';
import { zonesOfPhone } from '../../src/domain/zones-of-phone.ts';

const mainlandUsa = ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles'];

test.each([
  ['London', '+442071234567', 'Europe/London'],
  ['a British mobile', '+447911223344', 'Europe/London'],
  ['Guernsey', '+441481712345', 'Europe/Guernsey'],
  ['Jersey', '+441534712345', 'Europe/Jersey'],
  ['the Isle of Man', '+441624712345', 'Europe/Isle_of_Man'],
  ['Dublin', '+35316712345', 'Europe/Dublin'],
  ['Madrid', '+34911234567', 'Europe/Madrid'],
  ['Ceuta, on the clock of Madrid', '+34956512345', 'Europe/Madrid'],
  ['Cáceres, whose new code libphonenumber puts into the Canaries', '+34827123456', 'Europe/Madrid'],
  ['Las Palmas', '+34928123456', 'Atlantic/Canary'],
  ['Las Palmas, new code', '+34828123456', 'Atlantic/Canary'],
  ['Tenerife', '+34922123456', 'Atlantic/Canary'],
  ['Lisbon', '+351211234567', 'Europe/Lisbon'],
  ['Madeira, on the clock of Lisbon', '+351291234567', 'Europe/Lisbon'],
  ['the Azores', '+351296123456', 'Atlantic/Azores'],
  ['Oslo, which IANA links to Berlin', '+4721234567', 'Europe/Oslo'],
  ['Amsterdam, which IANA links to Brussels', '+31201234567', 'Europe/Amsterdam'],
  ['a German mobile', '+4915112345678', 'Europe/Berlin'],
  ['Hanoi, which shares a clock with Bangkok', '+84241234567', 'Asia/Ho_Chi_Minh'],
  ['Buenos Aires, twelve zones with one clock', '+541123456789', 'America/Argentina/Buenos_Aires'],
  ['Xinjiang, whose official clock is that of Beijing', '+869912345678', 'Asia/Shanghai'],
  ['a Kazakh mobile', '+77011234567', 'Asia/Almaty'],
  ['Moscow', '+74951234567', 'Europe/Moscow'],
  ['Kaliningrad', '+74012123456', 'Europe/Kaliningrad'],
  ['Volgograd, on the clock of Moscow since 2020', '+78442123456', 'Europe/Moscow'],
  ['Saratov, an hour ahead since 2016', '+78452123456', 'Europe/Saratov'],
  ['Novosibirsk', '+73832123456', 'Asia/Novosibirsk'],
  ['Yakutsk', '+74112123456', 'Asia/Yakutsk'],
  ['Sydney', '+61291234567', 'Australia/Sydney'],
  ['Brisbane, which libphonenumber mostly takes for Sydney', '+61721234567', 'Australia/Brisbane'],
  ['Darwin, which libphonenumber does not know', '+61889412345', 'Australia/Darwin'],
  ['Adelaide', '+61882312345', 'Australia/Adelaide'],
  ['Broken Hill', '+61880871234', 'Australia/Broken_Hill'],
  ['Perth', '+61892212345', 'Australia/Perth'],
  ['Christmas Island', '+61891641234', 'Indian/Christmas'],
  ['the Cocos Islands', '+61891621234', 'Indian/Cocos'],
  ['Auckland', '+6493091234', 'Pacific/Auckland'],
  ['the Chatham Islands', '+6433050123', 'Pacific/Chatham'],
  ['Ashburton, beside the Chathams in the plan alone', '+6433081234', 'Pacific/Auckland'],
  ['Recife, parts of which libphonenumber puts onto an island', '+558133011234', 'America/Sao_Paulo'],
  ['Northern Cyprus', '+903922281234', 'Asia/Famagusta'],
  ['Denpasar', '+62361123456', 'Asia/Makassar'],
  ['Honiara', '+67721234', 'Pacific/Guadalcanal'],
  ['Jamaica', '+18765123456', 'America/Jamaica'],
])('a number in %s is certainly there', (_place, phone, zone) => {
  expect(zonesOfPhone(phone)).toEqual({ zones: [zone], isCertain: true });
});

test.each([
  ['New York', '+12125550123', 'America/New_York'],
  ['Orlando, whose new code libphonenumber puts into Chicago', '+16894151234', 'America/New_York'],
  ['Los Angeles, short of a default in libphonenumber', '+13104151234', 'America/Los_Angeles'],
  ['El Paso', '+19155321234', 'America/Denver'],
  ['Phoenix', '+16025551234', 'America/Phoenix'],
  ['Honolulu', '+18085551234', 'Pacific/Honolulu'],
  ['Bowling Green, western Kentucky', '+12707811234', 'America/Chicago'],
  ['Elizabethtown, eastern Kentucky', '+12707651234', 'America/New_York'],
  ['Tallahassee', '+18502241234', 'America/New_York'],
  ['Pensacola', '+18504321234', 'America/Chicago'],
  ['Terre Haute, one exchange of which libphonenumber puts into Chicago', '+18124781234', 'America/New_York'],
  ['Evansville', '+18124251234', 'America/Chicago'],
  ['Boise', '+12083441234', 'America/Boise'],
  ["Coeur d'Alene", '+12086671234', 'America/Los_Angeles'],
  ['Rapid City', '+16053421234', 'America/Denver'],
  ['Anchorage', '+19072761234', 'America/Anchorage'],
  ['Unalaska, which libphonenumber puts into Honolulu', '+19075811234', 'America/Anchorage'],
  ['Adak', '+19075924500', 'America/Adak'],
  ['Toronto', '+14165551234', 'America/Toronto'],
  ['Saskatchewan, whose new code libphonenumber puts into Winnipeg', '+14742001234', 'America/Regina'],
  ["St. John's", '+17095761234', 'America/St_Johns'],
  ['Labrador City', '+17099441234', 'America/Goose_Bay'],
  ['Whitehorse', '+18676671234', 'America/Whitehorse'],
  ['Rankin Inlet', '+18676451234', 'America/Rankin_Inlet'],
  ['Iqaluit', '+18679791234', 'America/Iqaluit'],
  ['the Magdalen Islands', '+14189861234', 'America/Halifax'],
  ['Kenora', '+18074681234', 'America/Winnipeg'],
  ['Thunder Bay', '+18076221234', 'America/Toronto'],
  ['Mexico City', '+525555123456', 'America/Mexico_City'],
  ['Chihuahua, with the capital since 2022', '+526141234567', 'America/Chihuahua'],
  ['Ciudad Juárez', '+526561234567', 'America/Ciudad_Juarez'],
  ['Matamoros, which libphonenumber takes for the capital', '+528681234567', 'America/Matamoros'],
  ['Tijuana, whose new code libphonenumber takes for the capital', '+526631234567', 'America/Tijuana'],
  ['Cancún', '+529981234567', 'America/Cancun'],
  ['Punta Arenas, with no winter time', '+56612123456', 'America/Punta_Arenas'],
  ['Coyhaique, with no winter time since 2025', '+56672123456', 'America/Coyhaique'],
  ['Santiago', '+56221234567', 'America/Santiago'],
  ['a mobile of São Paulo', '+5511987654321', 'America/Sao_Paulo'],
  ['a mobile of Manaus', '+5592987654321', 'America/Manaus'],
])('a number of %s is likely there, and may have moved', (_place, phone, zone) => {
  expect(zonesOfPhone(phone)).toEqual({ zones: [zone], isCertain: false });
});

test.each([
  ['a Spanish mobile', '+34612345678', ['Europe/Madrid', 'Atlantic/Canary']],
  ['a Spanish toll-free number', '+34900123456', ['Europe/Madrid', 'Atlantic/Canary']],
  ['a Portuguese mobile', '+351912345678', ['Europe/Lisbon', 'Atlantic/Azores']],
  ['a Portuguese number for the internet', '+351301234567', ['Europe/Lisbon', 'Atlantic/Azores']],
  ['a New Zealand mobile', '+64211234567', ['Pacific/Auckland', 'Pacific/Chatham']],
  ['an Ecuadorian mobile', '+593991234567', ['America/Guayaquil', 'Pacific/Galapagos']],
  ['a Turkish Cypriot mobile', '+905338612345', ['Europe/Istanbul', 'Asia/Famagusta']],
  ['Kentucky, an unknown exchange', '+12702001234', ['America/Chicago', 'America/New_York']],
  ['Kentucky, new code', '+13642001234', ['America/Chicago', 'America/New_York']],
  ['Florida, new code of the west', '+14482001234', ['America/Chicago', 'America/New_York']],
  ['Idaho, new code', '+19862001234', ['America/Boise', 'America/Los_Angeles']],
  ['Newfoundland, new code', '+18792001234', ['America/St_Johns', 'America/Goose_Bay']],
  ['Window Rock, in the Navajo Nation', '+19288711234', ['America/Phoenix', 'America/Denver']],
  [
    'Tweed Heads, across the border of Queensland',
    '+61755361234',
    ['Australia/Brisbane', 'Australia/Sydney'],
  ],
  ['the Galápagos', '+59352526123', ['America/Guayaquil', 'Pacific/Galapagos']],
  ['Bougainville, among the Islands', '+6759731234', ['Pacific/Port_Moresby', 'Pacific/Bougainville']],
])('%s: one of several', (_place, phone, zones) => {
  expect(zonesOfPhone(phone)).toEqual({ zones, isCertain: false });
});

test.each([
  [
    'the territories, an unknown exchange',
    '+18672001234',
    ['America/Whitehorse', 'America/Inuvik', 'America/Iqaluit'],
  ],
  [
    'all of British Columbia',
    '+17782001234',
    ['America/Vancouver', 'America/Dawson_Creek', 'America/Edmonton'],
  ],
  ['an American toll-free number', '+18005550123', [...mainlandUsa, 'Pacific/Honolulu', 'America/St_Johns']],
  [
    'a newer American toll-free number',
    '+18335550123',
    [...mainlandUsa, 'Pacific/Honolulu', 'America/St_Johns'],
  ],
  ['an Australian mobile', '+61412345678', ['Australia/Sydney', 'Australia/Brisbane', 'Australia/Perth']],
  [
    'an Australian toll-free number',
    '+611800123456',
    ['Australia/Sydney', 'Australia/Darwin', 'Australia/Perth'],
  ],
  ['a Russian mobile', '+79161234567', ['Europe/Kaliningrad', 'Europe/Moscow', 'Asia/Kamchatka']],
  ['an Indonesian mobile', '+628123456789', ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']],
  [
    'a Brazilian toll-free number',
    '+558001234567',
    ['America/Sao_Paulo', 'America/Rio_Branco', 'America/Noronha'],
  ],
  ['a Congolese mobile', '+243991234567', ['Africa/Kinshasa', 'Africa/Lubumbashi']],
])('%s: any of many', (_place, phone, some) => {
  const { zones, isCertain } = zonesOfPhone(phone);
  expect(zones).toEqual(expect.arrayContaining(some));
  expect(isCertain).toBe(false);
});

test.each([
  ['an international toll-free number', '+80012345678'],
  ['a satellite phone', '+881612345678'],
  ['no number', 'hello'],
  ['nothing', ''],
])('%s is in no known place', (_what, phone) => {
  expect(zonesOfPhone(phone)).toEqual({ zones: [], isCertain: false });
});

/** The offsets of a zone on every third day of the years that planned calls may lie in. */
const clockOf = remembering((zone: string) => {
  let moment = Temporal.Instant.from('2026-11-01T00:00Z').toZonedDateTimeISO(zone);
  const offsets: string[] = [];
  while (moment.year < 2029) {
    offsets.push(moment.offset);
    moment = moment.add({ hours: 72 });
  }
  return offsets.join();
});

function remembering<T>(find: (key: string) => T): (key: string) => T {
  const found = new Map<string, T>();
  return (key) => {
    const value = found.get(key) ?? find(key);
    found.set(key, value);
    return value;
  };
}

function listedZones(): Map<string, string[]> {
  const lines = zoneTable.replaceAll('\n  ', ' ').matchAll(/^([A-Z]{2}): (.+)$/gm);
  return new Map([...lines].map(([, country = '', zones = '']) => [country, zones.split(' ')]));
}

/** Nobody can be phoned at a weather station or a nature reserve, and few go by a clock that is not official. */
const uninhabited = new Set(['Antarctica/Macquarie', 'America/Danmarkshavn', 'Asia/Urumqi']);
const onAnothersClock = new Set(['Europe/Simferopol']);

test('a country’s zones include every clock that its people use', () => {
  const listed = listedZones();
  const missing = Object.values(getAllCountries()).flatMap((country) => {
    if (!getCountries().some((one) => one === country.id)) return [];
    const ours = listed.get(country.id) ?? [zoneOfCountry(country.id) ?? ''];
    const clocks = new Set(ours.map(clockOf));
    return country.timezones
      .filter((zone) => getTimezone(zone)?.countries[0] === country.id)
      .filter((zone) => !uninhabited.has(zone) && !onAnothersClock.has(zone) && !clocks.has(clockOf(zone)))
      .map((zone) => `${country.id} ${zone}`);
  });
  expect(missing).toEqual([]);
});

test('every zone of the table is one that Temporal knows', () => {
  const names = new Set(zoneTable.match(/[A-Z][A-Za-z]+\/[A-Za-z_/-]+/g));
  expect(names.size).toBeGreaterThan(80);
  for (const zone of names) expect(() => clockOf(zone), zone).not.toThrow();
});

test('no prefix is in the table twice', () => {
  const prefixes = zoneTable
    .replaceAll('\n  ', ' ')
    .trim()
    .split('\n\n')
    .flatMap((block) => {
      const [code, ...lines] = block.split('\n');
      return lines
        .filter((line) => !/^[A-Z]{2}:/.test(line))
        .flatMap((line) => [...line.matchAll(/(\d+)(?:\(([\d ]+)\))?/g)])
        .flatMap(([, stem, branches]) =>
          (branches?.split(' ') ?? ['']).map((branch) => `${code}${stem}${branch}`),
        );
    });
  expect(prefixes.length).toBeGreaterThan(2000);
  expect(prefixes.filter((prefix, at) => prefixes.indexOf(prefix) !== at)).toEqual([]);
});

test.each(getCountries())('a number of %s has a zone', (country) => {
  const phone = getExampleNumber(country, examples)?.number ?? '';
  expect(zonesOfPhone(phone).zones.length).toBeGreaterThan(0);
});

test('the table stays small', () => {
  expect(Buffer.byteLength(zoneTable)).toBeLessThan(24_000);
});
