import type { Clock } from '../domain/clock.ts';
import type { Person } from '../domain/person.ts';
import type { LinkAttempt } from '../store/link-attempts.ts';
import type { Store } from '../store/store.ts';

export type LinkDetails = Omit<LinkAttempt, 'id' | 'person' | 'expiresAt' | 'used' | 'held' | 'shown'>;

/** Returns the function that makes the address of a *Connect KallyAI* button: it works for this person, once, for ten minutes. */
export function createStartLink({
  linkAttempts,
  clock,
  publicUrl,
}: {
  linkAttempts: Store['linkAttempts'];
  clock: Clock;
  publicUrl: string;
}) {
  return async (person: Person, details: LinkDetails): Promise<{ attemptId: string; url: string }> => {
    const { id, nonce } = await linkAttempts.start(person, details, clock.now());
    const url = new URL(startPath(nonce), publicUrl);
    return { attemptId: id, url: url.href };
  };
}

export function startPath(nonce: string): string {
  return `/link/start?n=${encodeURIComponent(nonce)}`;
}
