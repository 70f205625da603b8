import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { CannotLink } from './cannot-link.ts';

/**
 * Our pages send no referrer, which makes a browser's own `Origin` null, so Sec-Fetch-Site decides where there is one. On plain
 * http in a local network neither is sent: the SameSite cookie and the CSRF token protect alone.
 */
export function refuseForeign(headers: IncomingHttpHeaders, ownOrigin: string) {
  const site = headers['sec-fetch-site'];
  const isOurs = site ? site === 'same-origin' : [undefined, 'null', ownOrigin].includes(headers.origin);
  if (!isOurs) throw new CannotLink('notFromHere');
}

export function secret(): string {
  return randomBytes(32).toString('base64url');
}

/** The browser prefetches a page that somebody may open: https://wicg.github.io/nav-speculation/prefetch.html */
export function isPrefetch(headers: IncomingHttpHeaders): boolean {
  return [headers['sec-purpose'], headers.purpose]
    .flat()
    .some((purpose) => /prefetch|preview/i.test(purpose ?? ''));
}
