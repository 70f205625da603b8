import { createHmac, hkdfSync } from 'node:crypto';
import type { KeyRing } from './sealing.ts';

/**
 * Hashes of phone numbers, by which calls to one number are found without opening any. The keys are derived from those of the ring, so
 * that a hash says nothing of what they seal; each workspace has hashes of its own. Numbers are few enough to be tried one by one:
 * only the key keeps them secret.
 */
export function createPhoneHash(ring: KeyRing) {
  const keys = ring.map(({ key }) =>
    Buffer.from(hkdfSync('sha256', key, '', 'kally: hash of phone numbers', 32)),
  );
  const all = (workspaceId: string, phone: string) =>
    keys.map((key) => Uint8Array.from(createHmac('sha256', key).update(`${workspaceId}\0${phone}`).digest()));
  return {
    /** With the current key: for writing. */
    current: (workspaceId: string, phone: string) => all(workspaceId, phone)[0] ?? null,
    /** With every key of the ring: for finding what was written before the current one, or is by a replica that does not have it yet. */
    all,
  };
}

export type PhoneHash = ReturnType<typeof createPhoneHash>;
