import { randomUUID } from 'node:crypto';
import type { Emulated } from './emulated.ts';
import type { Manifest } from './manifest.ts';

export const callbackPath = '/sandbox/oauth-return';

export type Page = { status: number; contentType?: string; text: string; location?: string };

/**
 * "Add to Slack". The emulator accepts redirect addresses that it knew when it started, and the app's address is known
 * later: the emulator sends people back here, and from here they go on to the app.
 */
export function createOAuth({
  emulated,
  manifest,
  url,
}: {
  emulated: Emulated;
  manifest: Manifest;
  url: string;
}) {
  const journeys = new Map<string, { redirectUri: string; state: string | null }>();

  async function authorize(query: URLSearchParams): Promise<Page> {
    const redirectUri = query.get('redirect_uri') ?? manifest.oauth_config?.redirect_urls?.[0] ?? '';
    if (!isAllowedRedirect(manifest, redirectUri)) {
      return {
        status: 400,
        text: `bad_redirect_uri: ${redirectUri} is neither in the manifest nor on loopback`,
      };
    }
    const journey = randomUUID();
    journeys.set(journey, { redirectUri, state: query.get('state') });
    const forwarded = new URLSearchParams(query);
    forwarded.set('redirect_uri', url + callbackPath);
    forwarded.set('state', journey);
    return emulatedPage(await emulated.forward(`/oauth/v2/authorize?${forwarded}`, { method: 'GET' }));
  }

  async function choose(contentType: string, body: Buffer): Promise<Page> {
    return emulatedPage(
      await emulated.forward('/oauth/v2/authorize/callback', { method: 'POST', contentType, body }),
    );
  }

  function comeBack(query: URLSearchParams): Page {
    const id = query.get('state') ?? '';
    const journey = journeys.get(id);
    if (!journeys.delete(id) || !journey)
      return { status: 400, text: 'This installation is over or never began.' };
    const target = new URL(journey.redirectUri);
    target.searchParams.set('code', query.get('code') ?? '');
    if (journey.state !== null) target.searchParams.set('state', journey.state);
    return { status: 302, text: '', location: target.href };
  }

  return { authorize, choose, comeBack };
}

export function isAllowedRedirect({ oauth_config }: Manifest, redirectUri: string): boolean {
  if (oauth_config?.redirect_urls?.some((allowed) => redirectUri.startsWith(allowed))) return true;
  return (
    URL.canParse(redirectUri) && ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(redirectUri).hostname)
  );
}

function emulatedPage({
  status,
  contentType,
  text,
  location,
}: Awaited<ReturnType<Emulated['forward']>>): Page {
  return { status, contentType, text, ...(location ? { location } : {}) };
}
