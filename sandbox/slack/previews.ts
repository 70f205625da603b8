import { type Args, textOf } from './arguments.ts';
import { checkBlocks } from './check-blocks.ts';
import type { Answer } from './emulated.ts';
import { unescapeText } from './escaping.ts';
import { withIds } from './inputs.ts';
import type { Manifest } from './manifest.ts';
import type { State } from './state.ts';
import { refusal } from './views.ts';
import type { Block } from './wire.ts';

const address = /https?:\/\/[^\s<>|]+/g;
const loopback = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * The links of a message that Slack tells the app of: those of its domains. The app runs on loopback here, whatever domain its manifest
 * names.
 */
export function linksFor(manifest: Manifest, text: string): { domain: string; url: string }[] {
  const domains = manifest.features?.unfurl_domains ?? [];
  if (domains.length === 0) return [];
  return [...unescapeText(text).matchAll(address)].flatMap(([url]) => {
    const domain = URL.parse(url)?.hostname ?? '';
    return [...domains, ...loopback].includes(domain) ? [{ domain, url }] : [];
  });
}

/** `chat.unfurl`. https://docs.slack.dev/reference/methods/chat.unfurl */
export function unfurl(state: State, manifest: Manifest, args: Args): Answer {
  const message = state.findMessage(textOf(args.channel), textOf(args.ts));
  if (!message) return refusal('cannot_find_message');
  const unfurls = Object.entries((args.unfurls ?? {}) as Record<string, { blocks?: Block[] }>);
  if (unfurls.length === 0) return refusal('missing_unfurls');
  const urls = linksFor(manifest, message.text).map(({ url }) => url);
  if (unfurls.some(([url]) => !urls.includes(url))) return refusal('cannot_unfurl_url');
  const faults = unfurls.flatMap(([, { blocks }]) => checkBlocks('message', { blocks }));
  if (faults.length > 0) return refusal('invalid_blocks', faults);
  const previews = unfurls.map(([url, { blocks = [] }]) => ({ url, blocks: withIds(blocks) }));
  state.put({ ...message, previews });
  return { ok: true };
}
