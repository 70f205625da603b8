import type { Call } from '../domain/call.ts';
import { categories, type Draft, draftOf, draftSchema } from '../domain/call-request.ts';
import { callLanguages } from '../domain/language.ts';
import type { KallyCall } from '../kally/client.ts';

/** One call of a person: what Kally has of it, what KallyAI has, or both. Calls made elsewhere are KallyAI's alone. */
export type KnownCall =
  | { ours: Call; theirs?: undefined }
  | { ours: Call; theirs: KallyCall }
  | { ours?: undefined; theirs: KallyCall };

/** What was asked for; what KallyAI gives back may lack anything. */
export function askedIn({ ours, theirs }: KnownCall): Partial<NonNullable<KallyCall['submission']>> {
  return ours?.request ?? theirs?.submission ?? {};
}

/** KallyAI's id where it has one: it names a call for people and in KallyAI's own tools. */
export function idOf({ ours, theirs }: KnownCall): string {
  return theirs?.id ?? ours?.kallyCallId ?? ours?.id ?? '';
}

/** By our own clock where we have it, so that every place says the same. */
export function madeAt({ ours, theirs }: KnownCall): number | undefined {
  return ours?.sentAt ?? ours?.confirmedAt ?? theirs?.createdAt;
}

/** The form filled in as that call was, as far as it is known. */
export function draftOfKnown({ ours, theirs }: KnownCall): Draft {
  if (ours) return draftOf(ours.request);
  const { category, callLanguage, partySize, ...asked } = theirs.submission ?? {};
  const knownCategory = categories.find((one) => one === category);
  const knownLanguage = callLanguages.find((one) => one === callLanguage);
  return draftSchema.parse({
    ...asked,
    ...(knownCategory && { category: knownCategory }),
    ...(knownLanguage && { callLanguage: knownLanguage }),
    ...(partySize !== undefined && { partySize: String(partySize) }),
  });
}
