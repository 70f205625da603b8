import { createHash, timingSafeEqual } from 'node:crypto';

export function hashOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHash('sha256').update(text).digest());
}

/** Compares in constant time, whatever the lengths. */
export function isSameSecret(given: string | null | undefined, expected: string | undefined): boolean {
  return given != null && expected !== undefined && timingSafeEqual(hashOf(given), hashOf(expected));
}
