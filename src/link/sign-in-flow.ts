import type { KallyClient } from '../kally/client.ts';
import type { Tokens } from '../kally/oauth.ts';

/** What KallyAI sent the browser back with. `error` is KallyAI's word, `no_tokens` or `no_code`. */
export type Return = { state?: string } & ({ error: string } | { redeem: () => Promise<Tokens> });

export type SignInFlow = {
  /** `false`: the browser ends on an address that does not load, and the person pastes that address on our page. */
  redirectsToUs: boolean;
  signInUrl: (state: string) => string;
  readReturn: (answer: string | URLSearchParams) => Return;
};

/** Nothing should listen there: the port has no registered use and lies below the ephemeral range. */
const deadEnd = 'http://localhost:28417/';

/**
 * The authorization-code flow where KallyAI knows this app. Else the terminal flow, which KallyAI sends back only to `localhost` and
 * `127.0.0.1`: straight to us when we run there, otherwise the person pastes the address.
 */
export function chooseSignInFlow({
  oauth,
  hasClientId,
  publicUrl,
}: {
  oauth: KallyClient['oauth'];
  hasClientId: boolean;
  publicUrl: string;
}): SignInFlow {
  const callback = new URL('/link/callback', publicUrl);
  if (hasClientId) return byCode(oauth, callback.href);
  const here = ['localhost', '127.0.0.1'].includes(callback.hostname);
  return { ...byTerminal(oauth, here ? callback.href : deadEnd), redirectsToUs: here };
}

function byCode(oauth: KallyClient['oauth'], redirectUri: string): SignInFlow {
  return {
    redirectsToUs: true,
    signInUrl: (state) => oauth.authorizationUrl({ redirectUri, state }),
    readReturn(answer) {
      const query = new URLSearchParams(answer);
      const state = query.get('state') ?? '';
      const error = query.get('error');
      const code = query.get('code');
      if (error !== null || code === null) return { state, error: error ?? 'no_code' };
      return { state, redeem: () => oauth.exchangeCode({ code, redirectUri }) };
    },
  };
}

function byTerminal(oauth: KallyClient['oauth'], redirectUri: string) {
  return {
    signInUrl: (state: string) => oauth.terminalSignInUrl({ redirectUri, state }),
    readReturn(answer: string | URLSearchParams): Return {
      const read = oauth.readTerminalRedirect(answer);
      if ('error' in read) return read;
      const { tokens, ...rest } = read;
      return { ...rest, redeem: async () => tokens };
    },
  };
}
