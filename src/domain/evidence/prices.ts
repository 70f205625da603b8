import { listInBoth, type Tongue } from './tongue.ts';

const currencies: Record<string, string> = {
  GB: 'GBP',
  US: 'USD',
  MX: 'MXN',
  AR: 'ARS',
  CO: 'COP',
  CL: 'CLP',
  PE: 'PEN',
  UY: 'UYU',
  CA: 'CAD',
  AU: 'AUD',
  NZ: 'NZD',
  ZA: 'ZAR',
  IN: 'INR',
  SG: 'SGD',
  HK: 'HKD',
  CH: 'CHF',
  BO: 'BOB',
  CR: 'CRC',
  DO: 'DOP',
  EC: 'USD',
  GT: 'GTQ',
  HN: 'HNL',
  NI: 'NIO',
  PA: 'USD',
  PR: 'USD',
  PY: 'PYG',
  SV: 'USD',
};

const unit =
  '(?<unit>euros?|pounds?|quid|dollars?|dolares|bucks|pes(?:it)?os|eur(?:it|ill)os|soles|rands?|rupees|francs|bolivianos|colones|quetzales|lempiras|cordobas|guaranies)';
/** "84 99", "84 con 99", "3800", "12.50". */
const amount = '(?<whole>\\d+(?:[.,]\\d{1,3})?)(?: (?<con>con )?(?<parts>\\d\\d)\\b)?(?! (?:con )?\\d)';
/** What is counted has no price: "it is 45 minutes". */
const uncounted =
  '(?![\\d:/%]|th| (?:to|past) (?:\\d|noon)| and a (?:half|quarter)| ?(?:[ap]m\\b|h\\b|oclock|percent|por(?: )?ciento|de la (?:tarde|noche|manana)|of (?:you|them|us)\\b|y (?:media|cuarto)|(?:(?!el |la |cada |por |per |each |an? )\\p{L}+ )?(?:minut|hour|hora|day|dia|week|semana|month|mes\\b|meses|year|ano|night|noche|people|person|guest|adult|mile|kilomet|metr|block|cuadra|street|road|avenue|room|habitaci|table|mesa|plaza)|(?!plus|less|pounds|euros|dollars|bucks|pesos|dolares|soles|this|menos|gastos|unless)[a-z]{3,}s\\b))';
/** What may follow an amount that stands alone. */
const tail =
  '(?=$| (?:for|the|out|pay|with|if|on|each|plus|and|or|to|all|including|before|depending|per|a|an|in|total|en total|now|ahora|extra|more|less|give|con|por|para|las|los|mas|menos|sin|y|o|si|ya|todo|la|el|cada|otherwise|normally|incluid\\p{L}+|al)\\b)';

/** An amount beside its unit, or beside what it is paid for. */
const named = listInBoth(
  [
    `[£€$] ?${amount}`,
    `(?<!\\bup to )\\b(?<whole>\\d+(?:[.,]\\d{1,3})?) ${unit}(?: (?:and )?(?<parts>\\d\\d)\\b(?! \\d)(?: cents| pence)?)?`,
    `(?<!\\d )\\b${amount} (?:plus (?:tax|vat)|(?:a|per|an|the(?= (?:night|head|week|hour)\\b(?! (?:before|after)))|for (?:the|a|an|one|your|half an)) (?:whole )?(?:head|night|person|piece|pop|hour|session|visit|cover|day|week|month|year|kilo|dozen|pair|lot|go)|for (?:that|this) one|each|apiece|all (?:in|up|told)|altogether|flat|in (?:all|total)|total|even|(?:\\p{L}+ )?deposit|down(?=$| (?:by|on|to|before|now|today|and)\\b)|up ?front|in advance)\\b`,
    `\\b(?:deposit|fee|co ?pay|deductible|balance|fare|bill) (?:is|of|would be|comes to) ${amount}${uncounted}`,
  ],
  [
    `[€$] ?${amount}`,
    `\\b(?<whole>\\d+(?:[.,]\\d{1,3})?) ${unit}(?: con (?<parts>\\d\\d))?\\b`,
    `\\b${amount} (?:el|la|cada|al) (?:dia|noche|hora|sesion|consulta|kilo|mes|ano|unidad|docena|persona|par|semana|pieza|metro|litro|racion|porcion|plato|prenda|caja|kilometro|visita|clase|entrada|cubierto)\\b`,
    `\\b${amount} (?:mas|con|sin) (?:el )?(?:\\d+ porciento de )?(?:iva|impuestos|todo)\\b`,
    `\\b${amount} (?:en total|de total)\\b`,
    `\\b${amount} (?:por (?:persona|cabeza|noche|cubierto|barba)|cada un[oa]|por adelantado)\\b`,
    `\\b${amount} de (?:senal|sena|anticipo|deposito|adelanto|fianza)\\b`,
    `\\b(?:bizum|senal|sena|anticipo|deposito|adelanto|fianza) (?:de|seria de|es de) ${amount}`,
  ],
);
/** An amount after a word that tells a price, whatever was asked. */
const told = listInBoth(
  [
    `(?:(?<!\\b(?:there|number|code|extension|he|she|room|time|date|last|next|at|minimum|maximum|limit) )\\bis|(?<!\\b(?:we|you|there|those|who) )\\bare|\\b(?:will|would|gonna|going to) be|\\b(?:costs?|charges?|for an extra|for another|(?:spend|fee|charge|total|price) of|comes? (?:out )?to|goes (?:up|down) to|looking at|starts? (?:at|from)|starting (?:at|from)|(?:runs?|cost) (?:you|him|her|them)|total is|tell (?:him|her|them)|set (?:you|him|her) back))(?: (?:just|only|about|around|like|an extra|another|roughly|under|usually))* ${amount}${uncounted}`,
    `(?<!\\d )\\b${amount}(?= an? (?!m\\b|bit|little|few|lot|couple|time|good)[a-z]{3,})${uncounted}`,
    `(?<!\\b(?:both \\w+|classes|groups|they) are )\\bat (?=(?:2[5-9]|[3-9]\\d|\\d{3}|\\d (?:[6-9]\\d|\\d[1-46-9]))\\b)${amount}${uncounted}${tail}`,
    // No clock has a half past thirty-eight.
    `(?<![\\d:.]|\\d |\\b(?:room|number|apartment|unit|and) )\\b(?<whole>2[5-9]|[3-9]\\d|1\\d\\d) (?<parts>\\d\\d)\\b(?! \\d)${uncounted}${tail}`,
  ],
  [
    `(?<!\\b(?:minimo|maximo) )\\b(?:son|cuestan?|salen?|saliendo|valen?|cobramos|cobra|esta|estan|pone(?= en\\b)|andan?(?= (?:en|por)\\b)|qued(?:a|o|aria)(?= (?:en|a|por)\\b)|serian?|total|(?:minimo|consumo|cargo|tarifa) de|dej(?:o|amos))(?: (?:en|a|por|unos|unas|como|sobre|ya|solo|de))* ${amount}${uncounted}`,
    `(?<!\\d )\\ba ${amount}${uncounted}`,
    `\\ben (?=\\d{5,})${amount}${uncounted}`,
    `\\bpor (?=\\d{2,})${amount}${uncounted}(?=$| (?:la|el|con|y|mas|en|todo)\\b)`,
    '(?<!\\blas? |\\d )\\b(?<whole>\\d{1,3}) (?<con>con) (?<parts>\\d\\d)\\b(?! (?:minutos|personas))',
  ],
);
/** "At four" is an hour, and "at one eighty-five" or "at forty" is none. */
const noHour = '(?<=\\b(?:at|a) (?=\\d (?:[6-9]\\d|\\d[1-46-9])\\b|(?:2[5-9]|[3-9]\\d|\\d{3,})\\b))';
const opener =
  '(?:a partir de|o sea|es decir|que es|alrededor de|um|uh|er|eh|este|ah|oh|so|well|okay|right|pues|bueno|and|or|then|y|o|it is|that is|they are|that would be|son|es|just|only|about|around|roughly|from|like|plus|another|como|unos|unas|desde|por|de|solo) ';
const beforeNoPrice =
  'over|under|aged?|at|a|to|do|say|number|room|size|until|till?|not|no|by|before|after|past|half|quarter|the|las?|el|del|talla|numero|modelo|table|mesa|of|in|for|age|calle|y|and|hasta|cada|every|para|quedan?|hay|is|con|with|without|sin';
/** An amount that begins a clause, where a price was asked for or stands beside it. */
const first = `(?:${noHour}|(?<=^(?:${opener})*))\\b${amount}${uncounted}${tail}`;
/** "Adults eighteen": an amount after what it is for, where a price was asked for. */
const last = `(?<=[a-z]{3,} )(?<!\\b(?:${beforeNoPrice}) )${amount}${uncounted}(?=$| (?:with|con|sin|without|plus|mas|and|y|or|o)\\b)`;

/** "Plus thirty-five for the blood test", beside another price. */
const plusFor = `(?<=\\b(?:mas|plus) )${amount}${uncounted}(?= (?:de|del|for|por|para) )`;
/** "And sixteen for the little ones", in the same breath. */
const andFor = `(?<=\\b(?:and|or|y|o) )${amount}${uncounted}(?= (?:for|para|per|por) )`;
const wants = `\\bwant(?:ing)? ${amount}(?= (?:off|from)\\b)`;

const ofRoom = `\\b(?:at|for|is) (?<whole>\\d) (?<parts>\\d\\d)\\b(?! \\d)${uncounted}`;

const compiled = (sources: readonly string[]) => sources.map((source) => new RegExp(source, 'gu'));
const all: Record<Tongue, { named: RegExp[]; told: RegExp[] }> = {
  en: { named: compiled(named.en), told: compiled(told.en) },
  es: { named: compiled(named.es), told: compiled(told.es) },
  mixed: { named: compiled(named.mixed), told: compiled(told.mixed) },
};
const [alone = /$./g, behind = /$./g, roomAt = /$./g, besideIt = /$./g, added = /$./g, wanted = /$./g] =
  compiled([first, last, ofRoom, andFor, plusFor, wants]);

/** `besides` are numbers of the wish itself, such as the size of the party. */
export type Pricing = {
  country: string;
  isAsked?: boolean;
  isGrand?: boolean;
  /** A time was asked for as well: a number up to twelve is an hour. */
  isTimeAsked?: boolean;
  /** Rooms are listed: "a king at two fifteen" is no hour. */
  isOfRooms?: boolean;
  /** Another price stands in the same line. */
  isNear?: boolean;
  besides?: readonly number[];
};

/** What a clause says that something costs, as `45.00 EUR`, with the choice that it is about; what was read is masked in `rest`. */
export function readPrices(
  text: string,
  language: Tongue,
  {
    country,
    isAsked = false,
    isGrand = false,
    isNear = false,
    isOfRooms = false,
    isTimeAsked = false,
    besides = [],
  }: Pricing,
): { values: string[]; about: string[]; rest: string } {
  const values: string[] = [];
  const about: string[] = [];
  const choices = text.split(/ (?:or|o) /);
  let rest = text
    // "One eighty-nine dollars" is no eighty-nine.
    .replace(/(?<!\d )\b(\d) (\d\d)(?= (?:pounds|quid|dollars|bucks|euros|rupees|rands?)\b)/, '$1$2')
    .replace(/(?<!\d )\b(\d) (\d\d) (\d\d)(?= plus\b)/, '$$$1$2.$3')
    .replace(/\b(\d+) (?:grand|lucas)\b/g, '$$$1000')
    .replace(
      /\b(?<=(?:\bis|are|at|for|room|queen|king|double) )([1-9]) 0 ([1-9])\b(?! \d)/g,
      isAsked || isOfRooms ? '$10$2' : '$&',
    )
    .replace(/\ba tenner\b/g, '10 quid')
    .replace(/\ba fiver\b/g, '5 quid')
    .replace(/\bentre (\d{1,2}) y (?=\d{1,3}000\b)/, 'entre $1000 y ');
  const isAdmission = admission.test(text);
  const read = (pattern: RegExp, least: number, isSure = false) => {
    rest = rest.replace(pattern, (said: string, ...matched: unknown[]) => {
      const groups = matched.at(-1) as Record<string, string | undefined>;
      // Elsewhere pounds are what a dog weighs, and suns what a bakery is called after.
      if (/\bpounds?\b/.test(said) && !/^(?:GB|IE)$/.test(country)) return said;
      if (/\bsoles\b/.test(said) && country !== 'PE') return said;
      const isUnit = groups.unit !== undefined || /[£€$]/.test(said);
      const isLarge =
        !isAdmission &&
        (isGrand ||
          isOfRooms ||
          /charges|night|plus|person|head|week|day|month|year|hour|session|visit|deposit|front/.test(said));
      // "Uno cuarenta" is never a hundred and forty, which is "ciento cuarenta".
      const isInCents = language === 'es';
      const value = amountOf(groups, {
        isUnit,
        isAsked: isAsked || isSure,
        isLarge,
        isInCents,
        isAdmission,
      });
      if (
        value === undefined ||
        (!isUnit &&
          (value < (isAdmission ? 3 : groups.parts && !isAsked && !isSure ? 13 : least) ||
            besides.includes(value)))
      )
        return said;
      values.push(`${value.toFixed(2)} ${currencyOf(said, country)}`);
      about.push(choices.find((choice) => choice.includes(said.trim())) ?? text);
      return '$';
    });
  };
  const leastAlone = isTimeAsked ? 13 : 3;
  const { named: beside, told: after } = all[language];
  for (const pattern of beside) read(pattern, 3, true);
  if (isOfRooms) read(roomAt, 15);
  for (const pattern of after) read(pattern, isAsked ? leastAlone : 15);
  if (isAsked || isNear || isOfRooms || values.length > 0) read(alone, isAsked && !isGrand ? leastAlone : 15);
  read(wanted, 15, true);
  if (values.length > 0) read(besideIt, 3, true);
  if (isNear || values.length > 0) read(added, 3, true);
  if (isAsked) read(behind, 10);
  return { values, about, rest };
}

/** "Adults eight ninety" is no nine hundred. */
const admission = /\b(?:adults?|concessions?|child(?:ren)?|kids?|seniors?|pensioners?|students?)\b/;

/** Where nothing is paid in less than thousands, "a hundred and twenty" leaves them out. */
const inThousandsOnly = /(?:COP|ARS|CLP)$/;

/** "Twelve thousand, fifteen with the beard": the second is of thousands as well. */
export function inThousands(values: readonly string[]): (string | undefined)[] {
  const isLarge = values.some(
    (value) => Number.parseFloat(value) >= 5000 && Number.parseFloat(value) % 1000 === 0,
  );
  return values.map((value) => {
    const number = Number.parseFloat(value);
    const isShort = number < (inThousandsOnly.test(value) ? 1000 : 100);
    if (isLarge && isShort) return `${(number * 1000).toFixed(2)} ${value.slice(-3)}`;
    return isShort && inThousandsOnly.test(value) ? undefined : value;
  });
}

/** "One thirty-nine" is 139 and "eighty-four ninety-nine" 84.99; "four fifty" is either, unless the other prices are large. */
function amountOf(
  { whole = '', con, parts }: Record<string, string | undefined>,
  {
    isUnit,
    isAsked,
    isLarge,
    isInCents,
    isAdmission,
  }: Record<'isUnit' | 'isAsked' | 'isLarge' | 'isInCents' | 'isAdmission', boolean>,
): number | undefined {
  const number = Number(/[.,]\d{3}$/.test(whole) ? whole.replace(/[.,]/, '') : whole.replace(',', '.'));
  if (parts === undefined) return number;
  if (isUnit || con || isInCents) return number + Number(parts) / 100;
  const isCents = number >= 10 && !isLarge && /[59]$/.test(parts) && Number(parts) >= 60;
  if (isCents) return number + Number(parts) / 100;
  // "Six ninety-nine" is 6.99 in a shop and 699 in a garage.
  if (number > 1 && number < 10 && !isLarge && /49|9[59]/.test(parts)) return undefined;
  if (isAdmission && number < 10) return number + Number(parts) / 100;
  if (number < 10 && (isLarge || Number(parts) >= 60 || Number(parts) % 5 > 0 || (isAsked && number === 1)))
    return number * 100 + Number(parts);
  return number > 12 || (isAsked && number > 9) ? number + Number(parts) / 100 : undefined;
}

function currencyOf(said: string, country: string): string {
  if (/euro|€/.test(said)) return 'EUR';
  if (/pound|£/.test(said)) return 'GBP';
  const own = currencies[country] ?? 'EUR';
  if (/dol+ar|bucks/.test(said) && !own.endsWith('D')) return 'USD';
  return own;
}
