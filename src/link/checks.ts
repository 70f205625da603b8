import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { CannotLink } from './cannot-link.ts';

/**
 * Our pages send no referrer, which makes a browser's own `Origin` null, so Sec-Fetch-Site decides where there is one. On plain
 * http in a local network there is neither: the SameSite cookie and the ticket then stand alone.
 */
export function refuseForeign(headers: IncomingHttpHeaders, ownOrigin: string) {
  const site = headers['sec-fetch-site'];
  const isOurs = site ? site === 'same-origin' : [undefined, 'null', ownOrigin].includes(headers.origin);
  if (!isOurs) throw new CannotLink('notFromHere');
}

export function secret(): string {
  return randomBytes(32).toString('base64url');
}

/** In constant time, whatever the lengths. */
export function isSame(given: string | null | undefined, expected: string | undefined): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return given != null && expected !== undefined && timingSafeEqual(digest(given), digest(expected));
}

/** The browser fetches a page that somebody may open: https://wicg.github.io/nav-speculation/prefetch.html */
export function isPrefetch(headers: IncomingHttpHeaders): boolean {
  return [headers['sec-purpose'], headers.purpose]
    .flat()
    .some((purpose) => /prefetch|preview/i.test(purpose ?? ''));
}
