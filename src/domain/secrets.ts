/** Secrets that must not be said aloud on the phone; a request with one is refused. */
export type Secret = 'card_number' | 'iban' | 'one_time_code';

export function secretIn(text: string): Secret | undefined {
  if (hasCardNumber(text)) return 'card_number';
  if (hasIban(text)) return 'iban';
  return oneTimeCode.test(text) ? 'one_time_code' : undefined;
}

/** Numbers of 13 to 19 digits, however they are grouped, whose first digits are those of a card's network. */
function hasCardNumber(text: string): boolean {
  const groups = text.match(/(?<![\d+])[2-6](?:[ -]?\d){12,18}(?!\d)/g) ?? [];
  return groups.some((group) => passesLuhn(group.replace(/\D/g, '')));
}

function passesLuhn(digits: string): boolean {
  const sum = Array.from(digits)
    .toReversed()
    .reduce((total, digit, index) => {
      const doubled = Number(digit) * (index % 2 === 1 ? 2 : 1);
      return total + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
  return sum % 10 === 0;
}

/** ISO 13616: with the first four characters at the end, and letters as numbers, it is 1 modulo 97. */
function hasIban(text: string): boolean {
  const found =
    text.match(/(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?:[ -]?[A-Za-z0-9]){11,30}(?![A-Za-z0-9])/g) ?? [];
  return found.some((one) => ibansIn(one).some(isIban));
}

/** The match may include words behind the number. */
function ibansIn(text: string): string[] {
  const parts = text.split(/[ -]/);
  return parts.map((_, index) =>
    parts
      .slice(0, parts.length - index)
      .join('')
      .toUpperCase(),
  );
}

function isIban(text: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text)) return false;
  const turned = text.slice(4) + text.slice(0, 4);
  let rest = 0;
  for (const one of turned) {
    const value = Number.parseInt(one, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

/** Only with words that name a code: four to eight digits may also be a year, a price or an order. */
const words =
  /(?:verification|security|login|sign-?in|one[- ]time|access|authentication|2fa|otp|sms)(?: pass)?[- ]?(?:code|pin|password)?|passcode|pin(?: code| number)?|cvv|cvc|c[oó]digo (?:de (?:verificaci[oó]n|seguridad|acceso|un solo uso)|sms)|clave (?:de un solo uso|sms)|pin/
    .source;
const oneTimeCode = new RegExp(
  `\\b(?:${words})\\b(?:\\s*(?:is|es|:|=|#|number|n[uú]mero)){0,2}\\s*\\d(?:[ -]?\\d){2,7}(?!\\d)`,
  'i',
);
