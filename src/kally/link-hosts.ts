import { isLoopback } from '../domain/loopback.ts';

/** Where people pay for their KallyAI account and manage it. */
const usualHosts = ['kallyai.com', 'stripe.com', 'apps.apple.com', 'play.google.com'];

/** Whether a button may lead to an address that KallyAI gives: at its own host, at one that is allowed, or below one. */
export function createLinkCheck(base: URL, hosts: readonly string[] = usualHosts) {
  return function mayLeadTo(address: string): boolean {
    const url = URL.parse(address);
    if (!url) return false;
    const { hostname } = url;
    const isAllowed = hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
    return isAllowed || hostname === base.hostname || isLoopback(url);
  };
}
