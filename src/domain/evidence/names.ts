import type { Words } from './phrases.ts';
import { type Line, unaccented } from './speech.ts';

/** After one of these the assistant says on whose behalf it calls. */
const givesName =
  /\b(?:on behalf of|calling for|phoning for|ringing for|booking for|under|the name is|name's|surname is|de parte de|en nombre de|a nombre de|llamo por)\s*((?:\p{Lu}[\p{L}'’-]+(?: (?=\p{Lu}))?){1,3})(?=[.,;]|$| (?:and|to|about|who|que|para|y)\b)/gu;
/** A name and nothing else before it: "Polo." "Nunn. N, U, N, N." */
const aloneAtFirst = /^(?:\p{Lu}[\p{L}'’-]+ ?){1,3}(?=[.,;]|$)/u;
const noName =
  /^(?:yes|no|okay|great|perfect|thank\w*|hello|hi|good|sure|thanks|gracias|hola|perfecto|claro|sí|vale|buen\w+|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b/i;
const ofAnimal = /\b(?:dog|cat|pet|puppy|perr\w+|gat\w+|mascota)\b/;

/** The name of a person is asked for, not that of a dog. */
export function asksForName({ plain }: Line, { asksName }: Words): boolean {
  return asksName.test(plain) && !ofAnimal.test(plain);
}

/** The names that the assistant gave: on whose behalf it calls, or alone, as an answer. */
export function namesGiven({ quote }: Line, isAsked: boolean): string[] {
  const alone = isAsked ? [aloneAtFirst.exec(quote)?.[0] ?? ''] : [];
  return [...alone, ...[...quote.matchAll(givesName)].map(([, name = '']) => name)]
    .map((name) => name.trim())
    .filter((name) => name !== '' && !noName.test(name));
}

/** Of the names that were given, what the business says; `isAskedBack` where it only asks. */
export function nameIn(
  { clauses, quote }: Line,
  names: readonly string[],
  { greeting }: Words,
  isAskedBack = false,
): string | undefined {
  const isAsked = clauses.length > 0 && clauses.every(({ isQuestion }) => isQuestion);
  if (isAsked !== isAskedBack || greeting.test(clauses[0]?.words ?? '')) return undefined;
  // A name has a capital, where any are written: "más" is no "Mas".
  const hasCapitals = /\p{Lu}\p{Ll}/u.test(quote);
  const heard = quote
    .split(/[^\p{L}]+/u)
    .filter((word) => !hasCapitals || /^\p{Lu}/u.test(word))
    .map(unaccented);
  const [longest] = names
    .map((name) => name.split(' ').filter((part) => part.length > 2 && heard.includes(unaccented(part))))
    .sort((one, other) => other.length - one.length);
  return longest?.join(' ') || undefined;
}
