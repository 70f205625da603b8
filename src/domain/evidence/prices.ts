import type { Language } from '../language.ts';

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
};
const unit = '(?:euros?|pounds?|quid|dollars?|bucks|pesos)';
const amount = '(\\d+(?:[.,]\\d{1,3})?)';
const patterns: Record<Language, RegExp[]> = {
  en: [
    new RegExp(`[£€$] ?${amount}`),
    new RegExp(`\\b${amount} ${unit}(?: (\\d\\d)\\b)?`),
    /\b(?:it is|that is|be|costs?) (\d{1,3}) (\d\d)(?= plus|$| a (?:night|head)| each)/,
    /(?<!\d )\b(\d{1,5}) plus (?:tax|vat)\b/,
    /(?<!\d )\b(\d) (\d\d)(?= (?:a|per) night\b| plus tax)/,
    /(?<!\d )\b(\d{1,4}) (?:a (?:head|night)|each|per (?:person|night|head)|all in)\b/,
  ],
  es: [
    new RegExp(`[€$] ?${amount}`),
    new RegExp(`\\b${amount} ${unit}(?: con (\\d\\d))?\\b`),
    /\b(?:son|cuesta|sale|vale) (?:en |a )?(\d{1,3}) con (\d\d)\b/,
    /\ba (\d{2,6}) la noche\b/,
    /\b(\d{1,6}) (?:mas|con|sin) (?:el )?iva\b/,
    /\b(?:son|cuesta|sale|vale) (?:en |a )?(\d{1,6}) (?:con|mas|sin|y) (?:el )?(?:iva|impuestos|todo)\b/,
    /\ba (\d{1,3}) con (\d\d)\b/,
    /\b(?:cuestan?|salen?|valen?|cobramos) (?:en |a )?(\d{2,6})\b(?! (?:minutos|dias|horas|anos|personas))/,
    /\b(\d{1,5}) por (?:persona|cabeza|noche|cubierto)\b/,
  ],
};

/** What a clause says that something costs, as `45.00 EUR`. */
export function readPrices(
  text: string,
  language: Language,
  country: string,
): { values: string[]; rest: string } {
  const values: string[] = [];
  let rest = text
    .replace(/(?<!\d )\b(\d) (\d\d) (\d\d)(?= plus\b)/, '$$$1$2.$3')
    .replace(/\ba tenner\b/g, '10 quid')
    .replace(/\ba fiver\b/g, '5 quid');
  for (const pattern of patterns[language])
    for (let found = pattern.exec(rest); found; found = pattern.exec(rest)) {
      const [said, whole = '', parts] = found;
      const number = Number(/[.,]\d{3}$/.test(whole) ? whole.replace(/[.,]/, '') : whole.replace(',', '.'));
      const isHundreds = parts !== undefined && number < 10 && /night|plus/.test(text);
      rest = rest.replace(said, '$');
      if (parts !== undefined && number < 10 && !isHundreds && !/dollars|pounds|euros|pesos|quid/.test(said))
        continue;
      const total = isHundreds ? number * 100 + Number(parts) : number + Number(parts ?? 0) / 100;
      values.push(`${total.toFixed(2)} ${currencyOf(said, country)}`);
    }
  return { values, rest };
}

function currencyOf(said: string, country: string): string {
  if (/euro|€/.test(said)) return 'EUR';
  if (/pound|£/.test(said)) return 'GBP';
  return currencies[country] ?? 'EUR';
}
