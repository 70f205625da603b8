import type { IncomingMessage } from 'node:http';
import { isIP, isIPv6 } from 'node:net';
import proxyAddr from 'proxy-addr';

/** Connecting an account takes some six pages; many people may share an address. */
const perMinute = 120;
/** An address takes about a hundred bytes. Beyond this many, the oldest are dropped. */
const remembered = 20_000;

type Bucket = { left: number; at: number };

/**
 * Returns how many seconds a client must wait before its next request; 0 means now. Only the part of `X-Forwarded-For` that trusted proxies
 * wrote counts: anybody can send the header.
 */
export function createRateLimit(trustedProxies: readonly string[], now = () => performance.now()) {
  const trust = proxyAddr.compile([...trustedProxies]);
  const waitSecondsOf = createBuckets(perMinute, now);
  return (request: Request): number => waitSecondsOf(networkOf(addressOf(request, trust)));
}

/** Returns how many seconds the one with this key must wait before the next time; 0 means now. */
export function createBuckets(perMinute: number, now = () => performance.now()) {
  const buckets = new Map<string, Bucket>();

  return (key: string): number => {
    const bucket = buckets.get(key);
    const passed = bucket ? (now() - bucket.at) / 60_000 : 1;
    const left = Math.min(perMinute, (bucket?.left ?? 0) + passed * perMinute);
    buckets.delete(key);
    buckets.set(key, { left: Math.max(0, left - 1), at: now() });
    if (buckets.size > remembered) forgetFirst(buckets);
    return left >= 1 ? 0 : Math.ceil(((1 - left) * 60) / perMinute);
  };
}

function forgetFirst(buckets: Map<string, Bucket>) {
  for (const [first] of buckets) return buckets.delete(first);
  return false;
}

type Request = Pick<IncomingMessage, 'headers' | 'socket'>;

/** The nearest hop that is not a trusted proxy. A proxy that forwards an invalid address is counted itself. */
function addressOf(request: Request, trust: ReturnType<typeof proxyAddr.compile>): string {
  const hops = proxyAddr.all(request as IncomingMessage, trust);
  return withoutMapping(hops.findLast((hop) => isIP(hop) !== 0) ?? '');
}

function withoutMapping(hop: string): string {
  return hop.replace(/^::ffff:(?=\d+\.)/i, '');
}

/** A provider gives each customer a whole /64 network of IPv6. */
function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [front = '', back] = address.split('%')[0]?.split('::') ?? [];
  const head = front.split(':').filter(Boolean);
  const tail = back?.split(':').filter(Boolean) ?? [];
  const zeros = Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0');
  return [...head, ...zeros, ...tail]
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':');
}
