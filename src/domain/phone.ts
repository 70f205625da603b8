import parsePhoneNumber, { type CountryCode, isSupportedCountry } from 'libphonenumber-js/max';
import { plainText } from './free-text/plain.ts';
import { parsePhone, phonesIn } from './phones-in-text.ts';

export type PhoneFault =
  | 'phone_missing'
  | 'phone_unreadable'
  | 'phone_two'
  | 'phone_extension'
  | 'phone_needs_country'
  | 'phone_emergency'
  | 'phone_short'
  | 'phone_premium';

/**
 * Emergency and crisis numbers of the countries KallyAI calls and of most others. Short numbers are refused anyhow; these
 * are told apart because the person must hear "dial it yourself, now".
 */
const emergencyNumbers = new Set(
  `000 010 015 016 017 018 024 060 061 062 066 080 085 088 091 092 100 101 102 103 104 107 108 110 111 112 113 114 115
   116 117 118 119 120 122 123 124 128 129 130 131 132 133 140 144 147 150 155 158 160 165 166 175 190 191 192 193 194
   195 196 197 198 199 900 901 902 903 911 912 977 988 990 991 992 993 994 995 996 997 998 999 15 17 18`.split(
    /\s+/,
  ),
);

const premiumTypes = new Set(['PREMIUM_RATE', 'SHARED_COST']);

/** Whether these digits are an emergency number, in any notation. */
export function isEmergency(text: string): boolean {
  return emergencyNumbers.has(text.replace(/\D/g, ''));
}

/** Words and signs that may surround a number in its field: "Tel. 910…", a telephone emoji. */
const label =
  /^(?:[^\p{L}\p{N}+]|tel(?:[eé]fono|ephone)?\b|phone\b|call\b|n[uú]mero\b|number\b|m[oó]vil\b|mobile\b)*$/iu;

/** Digits dialled after a number: an extension, or the code of a conference. */
const extension =
  /^[\s(]*(?:(?:ext(?:ensi[oó]n)?|x|anexo|interno|int)(?:[.:=\s]|no\b|n[º°]){0,4}|;ext=|[,;#*]{1,3} ?)\d{1,12}[\s)#]*$/iu;

/** Reads a number in any usual format of the country (ISO 3166 alpha-2) or in international form; answers E.164. */
export function readPhone(
  text: string,
  country: string | undefined,
): { phone: string } | { fault: PhoneFault } {
  const plain = text && plainText(text);
  if (plain === '') return { fault: 'phone_missing' };
  const digits = plain.replace(/\D/g, '');
  if (emergencyNumbers.has(digits)) return { fault: 'phone_emergency' };
  const found = phonesIn(plain, country);
  const [one] = found;
  if (found.some(({ number }) => number?.number !== one?.number?.number)) return { fault: 'phone_two' };
  const [before, after] = one ? [plain.slice(0, one.start), plain.slice(one.end)] : ['', ''];
  if (label.test(before) && extension.test(after)) return { fault: 'phone_extension' };
  const isAlone = found.length === 1 && label.test(before + after);
  const number = isAlone ? one?.number : parsePhone(plain, country);
  if (!number) return { fault: faultOfUnread(plain, digits, regionOf(country)) };
  if (emergencyNumbers.has(number.nationalNumber)) return { fault: 'phone_emergency' };
  if (premiumTypes.has(number.getType() ?? '')) return { fault: 'phone_premium' };
  if (!number.isValid())
    return { fault: number.nationalNumber.length <= 6 ? 'phone_short' : 'phone_unreadable' };
  if (number.ext) return { fault: 'phone_extension' };
  return { phone: number.number };
}

function regionOf(country: string | undefined): CountryCode | undefined {
  return country && isSupportedCountry(country) ? country : undefined;
}

function faultOfUnread(text: string, digits: string, region: CountryCode | undefined): PhoneFault {
  const hasLetters = /\p{L}{3}/u.test(text);
  if (digits.length > 0 && digits.length <= 6 && !hasLetters) return 'phone_short';
  const needsCountry = !region && !text.trim().startsWith('+') && digits.length > 6;
  return needsCountry ? 'phone_needs_country' : 'phone_unreadable';
}

/** International form for people: +1 415 555 0123. */
export function formatPhone(phone: string): string {
  return parsePhoneNumber(phone)?.formatInternational() ?? phone;
}

/** For channels: the country code and the last three digits, the rest hidden. */
export function maskPhone(phone: string): string {
  const country = parsePhoneNumber(phone)?.countryCallingCode;
  return `${country ? `+${country} ` : ''}••• ${phone.slice(-3)}`;
}

/** A mobile number. Where mobile and landline numbers look alike, as in North America, it counts as a landline. */
export function isMobile(phone: string): boolean {
  return parsePhoneNumber(phone)?.getType() === 'MOBILE';
}

/** The country (ISO 3166 alpha-2) of a number, if the number tells. */
export function countryOfPhone(phone: string): string | undefined {
  return parsePhoneNumber(phone)?.country;
}
