import parsePhoneNumber, {
  type CountryCode,
  isSupportedCountry,
  type PhoneNumber,
} from 'libphonenumber-js/max';
import { folded } from './free-text/plain.ts';

export type FoundPhone = { start: number; end: number; said: string; number?: PhoneNumber };

/** Groups of digits as numbers are written; a comma or a colon ends a number. */
const run = /(?<![\p{L}\p{N}/.:@#=€$£-])(?:\+ ?)?\(?\+?\d+(?:[ ().\-–/]{1,3}\d+){0,9}\)?/gu;
const vanity =
  /(?<![\p{L}\p{N}])(?:\+?1[-. ])?\(?(\d{3})\)?[-. ]?(?:([A-Z]{7,12})|(\d{3})[-. ]?([A-Z]{4})|([A-Z]{2,7}-[A-Z]{2,7}))(?![\p{L}\p{N}])(?: \(\d{4,7}\))?/gu;
const date = /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2}))(?![-/.]?\d)/;
/** Counted things after a number that are not part of it. */
const counted =
  /^[-–\s]*(?:[:.]\d\d|[ap]\.? ?m\b|h\b|hs\b|hrs?\b|horas?|hours?|people|persons?|guests|diners|adults?|kids?|child|pax|covers|personas?|comensales|adultos|ninos|nights?|noches?|days?|dias|euros?|dollars|pounds|[€$£%]|(?:de )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|dic))/;
const goesOn =
  /^[\s)]*(?:$|[.,;:!?\n"–-]|(?:and|to|ask|book|tomorrow|today|y|para|pregunt\w*|reserv\w*|please|for|por|at|on)\b)/;
const reference =
  /(?:\b(?:ref(?:erence|erencia)?|order|invoice|ticket|case|claim|policy|account|tracking|confirmation|member(?:ship)?|pedido|factura|folio|guia|rastreo|nif|nie|iban|serial|waybill|expediente|localizador|poliza|albaran|cuenta|incidencia|codigo|code|passcode|password|clave|contrasena|pin|id|dni|sku|po|purchase order|(?:booking|reservation|reserva|cita)\s+(?:no|number|ref|id|code|numero|n[º°]))\b\.?[\s:#]*(?:no\b|number|num|numero|n[º°]|code|is|es|de|del|id)?\.?[\s:#]*(?:is|es)?[\s:#]*|#)$/;

/** Unbroken digits behind these words are probably no phone number; groups of digits may be the number for bookings. */
const looseReference =
  /\b(?:job|lote?|batch|patient|paciente|booking|reservation|reserva|cita|appointment|customer|client[e]?|amount|importe|total|card|tarjeta|vat|iva|quote|presupuesto|shipment|envio|parcel|paquete|contract|contrato|employee|empleado|student|asset)\s*(?:no\b|number|num|numero|n[º°])?\.?[\s:#]*(?:is|es)?[\s:#]*$/;

function regionOf(country: string | undefined): CountryCode | undefined {
  return country && isSupportedCountry(country) ? country : undefined;
}

function parsed(text: string, country: string | undefined): PhoneNumber | undefined {
  const region = regionOf(country);
  const plain = text
    .replace(/^\(\s*(\+\d{1,3})\)/, '$1')
    .replace(/^(\+\d{1,3})\s*\(0\)/, '$1 ')
    .replace(/\+\s/, '+');
  const number = parsePhoneNumber(plain, { ...(region && { defaultCountry: region }), extract: false });
  if (number?.isValid() || !/^00[1-9]/.test(plain)) return number;
  return parsePhoneNumber(`+${plain.slice(2)}`, { extract: false }) ?? number;
}

const manyDigits = /\d(?:\D{0,3}\d){4}/;
/** More groups of digits than this are a list or a table. */
const runsMax = 10;

/** Every phone number in a text that libphonenumber considers valid, with its position. References and dates are none. */
export function phonesIn(text: string, country: string | undefined): FoundPhone[] {
  const plain = folded(text);
  const found = [...vanityPhones(text)];
  for (const { 0: said, index } of [...text.matchAll(run)]
    .filter(({ 0: said }) => manyDigits.test(said))
    .slice(0, runsMax)) {
    if (found.some(({ start, end }) => index < end && index + said.length > start)) continue;
    if (date.test(said.trim())) continue;
    const before = plain.slice(Math.max(0, index - 40), index);
    const isReference = reference.test(before) || (/^\d+$/.test(said) && looseReference.test(before));
    if (!said.includes('+') && isReference) continue;
    const one = bestOf(said, index, plain, country);
    if (!one) continue;
    found.push(one);
    const rest = said.slice(one.end - index);
    if (rest.length > 8)
      for (const next of phonesIn(rest, country))
        found.push({ ...next, start: next.start + one.end, end: next.end + one.end });
  }
  return found.sort((one, other) => one.start - other.start);
}

/** The groups that make a number; none if two readings are fair and the text does not decide. */
function bestOf(
  said: string,
  at: number,
  plain: string,
  country: string | undefined,
): FoundPhone | undefined {
  const groups = [...said.matchAll(/[+(]*\d+\)?/g)].map(({ 0: group, index }) => ({
    from: index,
    to: index + group.length,
  }));
  for (const { from } of groups.slice(0, 2)) {
    const ends = groups
      .filter(({ to }) => to > from)
      .flatMap(({ to }) => {
        const part = said.slice(from, to);
        if (part.length > 30 || part.replace(/\D/g, '').length < 6) return [];
        const number = parsed(part, country);
        return number?.isValid() ? [{ start: at + from, end: at + to, said: part, number }] : [];
      });
    const longest = ends.at(-1);
    if (!longest) continue;
    const shorter = ends.at(-2);
    if (!shorter) return longest;
    const last = longest.said.slice(shorter.said.length);
    const after = plain.slice(longest.end, longest.end + 30);
    if (counted.test(after) || /^\s.*\s\d{1,2}$|^\s*[-–]\s+\d|^ \d$/.test(last)) return shorter;
    return goesOn.test(after) ? longest : undefined;
  }
}

const keys = 'ABC2DEF3GHI4JKL5MNO6PQRS7TUV8WXYZ9';

/** 1-800-FLOWERS: letters are the digits on their keys; those past the tenth digit are ignored. */
function* vanityPhones(text: string): Generator<FoundPhone> {
  for (const { 0: said, 1: area = '', 2: word, 3: middle = '', 4: end, 5: words, index } of text.matchAll(
    vanity,
  )) {
    const letters = (word ?? end ?? words ?? '').replace('-', '');
    const digits = letters.replace(
      /[A-Z]/g,
      (letter) => /\d/.exec(keys.slice(keys.indexOf(letter)))?.[0] ?? '',
    );
    const number = parsePhoneNumber(`+1${area}${(middle + digits).slice(0, 7)}`);
    if (number?.isValid()) yield { start: index, end: index + said.length, said, number };
  }
}

export { parsed as parsePhone };
