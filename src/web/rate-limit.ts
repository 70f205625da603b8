import type { IncomingMessage } from 'node:http';
import { BlockList, isIP, isIPv6 } from 'node:net';

/** Connecting an account takes some six pages; many people may share an address. */
const perMinute = 120;
/** Each takes a hundred bytes or so; of more, those that came longest ago are forgotten. */
const remembered = 20_000;

type Visitor = { left: number; at: number };

/**
 * Answers after how many seconds whoever asks may ask again; 0: now. `X-Forwarded-For` counts only as far as proxies that are trusted
 * wrote it: anybody can send one.
 */
export function createVisitors(trustedProxies: readonly string[], now = () => performance.now()) {
  const trusted = trustList(trustedProxies);
  const visitors = new Map<string, Visitor>();

  return (request: Pick<IncomingMessage, 'headers' | 'socket'>): number => {
    const key = networkOf(addressOf(request, trusted));
    const known = visitors.get(key);
    const passed = known ? (now() - known.at) / 60_000 : 1;
    const left = Math.min(perMinute, (known?.left ?? 0) + passed * perMinute);
    visitors.delete(key);
    visitors.set(key, { left: Math.max(0, left - 1), at: now() });
    if (visitors.size > remembered) forgetFirst(visitors);
    return left >= 1 ? 0 : Math.ceil(((1 - left) * 60) / perMinute);
  };
}

function forgetFirst(visitors: Map<string, Visitor>) {
  for (const [first] of visitors) return visitors.delete(first);
  return false;
}

/** The last hop that no proxy of ours is. */
function addressOf(
  { headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>,
  trusted: BlockList,
): string {
  const forwarded = [headers['x-forwarded-for']].flat().join(',').split(',');
  const hops = [...forwarded.map((hop) => hop.trim()), socket.remoteAddress ?? ''].map(withoutMapping);
  const reached = hops.findLastIndex((hop) => !isTrusted(hop, trusted));
  const hop = hops[reached] ?? '';
  // What a trusted proxy passed on unread is nobody's address; the proxy's stands for it.
  return isIP(hop) ? hop : (hops[reached + 1] ?? '');
}

function isTrusted(hop: string, trusted: BlockList): boolean {
  return isIP(hop) !== 0 && trusted.check(hop, isIPv6(hop) ? 'ipv6' : 'ipv4');
}

function withoutMapping(hop: string): string {
  return hop.replace(/^::ffff:(?=\d+\.)/i, '');
}

/** One customer of a provider has a whole IPv6 network of 64 bits. */
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

function trustList(proxies: readonly string[]): BlockList {
  const list = new BlockList();
  for (const proxy of proxies) {
    const [address = '', bits] = proxy.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}
