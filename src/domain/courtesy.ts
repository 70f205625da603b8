import { plainText } from './plain-text.ts';

const thanks =
  /^[¡\s]*(?:ok(?:ay)?|great|perfect|super|genial|perfecto|vale)?[\s,.!¡]*(?:many thanks|thanks|thank you|thx|ty|cheers|(?:muchas |mil )?gracias)\b/;

/** Longer messages say more than thanks. */
const wordsMax = 6;

/** The message says thanks and asks for nothing. */
export function isThanks(text: string): boolean {
  const said = plainText(text)
    .replace(/<@[^>]*>/g, '')
    .trim()
    .toLowerCase();
  return thanks.test(said) && said.split(/\s+/).length <= wordsMax;
}
