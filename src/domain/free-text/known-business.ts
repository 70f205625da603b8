import { folded, plainText } from './plain.ts';

/** A business that is known by name, with its number. */
export type KnownBusiness = { phone: string; businessName: string };

/** Shorter names are also words, and initials. */
const shortest = 3;

/** What a business stands behind: at the beginning, or after words like "call" and "at". */
const before =
  /(?:^|[\n,;:.!?(]|\b(?:call|phone|ring|dial|ask|at|from|with|book|reserve|llamar?|llame|llama|al?|en|con|del?|preguntar?|reservar?)) ?(?:(?:to|a|en) )?(?:(?:the|el|la|los|las) )?["']?$/;
/** Where the name ends: another word behind it may belong to a longer name. */
const behind =
  /^(?:["')]|$|[\n,;:.!?]| [-–—(\d]| (?:and|to|if|whether|when|what|for|about|on|at|in|tomorrow|today|tonight|this|next|please|now|y|e|para|por|si|que|cuando|sobre|el|la|los|las|a|en|manana|hoy|esta|este|ahora)(?![\p{L}\p{N}]))/u;

/**
 * The text with the number of the one business that is plainly meant in the place of its name. `undefined` if none is, or the name may
 * be that of several.
 */
export function withNumberOfBusiness(
  text: string,
  businesses: readonly KnownBusiness[],
): { text: string; businessName: string } | undefined {
  const plain = plainText(text);
  const said = folded(plain);
  const squeezed = squeeze(said);
  const found = businesses.flatMap((business) => {
    const name = squeeze(wordsIn(business.businessName).join(''));
    if (name.length < shortest || !squeezed.includes(name)) return [];
    const span = spanOf(business.businessName, said);
    return span ? [{ business, ...span }] : [];
  });
  const [first] = found;
  if (!first || found.some(({ business }) => business.phone !== first.business.phone)) return undefined;
  const { start, end, business } = first;
  const { phone, businessName } = business;
  return { text: `${plain.slice(0, start)}${phone}${plain.slice(end)}`, businessName };
}

function spanOf(businessName: string, said: string): { start: number; end: number } | undefined {
  // People leave out apostrophes: "luigis".
  const words = wordsIn(businessName).map((word) => word.replace(/(?<=.)(?=.)/gu, "'?"));
  const name = new RegExp(`(?<![\\p{L}\\p{N}])${words.join('[^\\p{L}\\p{N}]{1,3}')}(?![\\p{L}\\p{N}])`, 'gu');
  for (const { index, 0: whole } of said.matchAll(name)) {
    const end = index + whole.length;
    if (before.test(said.slice(0, index)) && behind.test(said.slice(end))) return { start: index, end };
  }
  return undefined;
}

/** The words of a name, without its article and apostrophes. */
function wordsIn(businessName: string): string[] {
  const words =
    folded(businessName)
      .replaceAll("'", '')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length > 1 && /^(?:the|el|la|los|las)$/.test(words[0] ?? '') ? words.slice(1) : words;
}

const squeeze = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
