import type { KallyClient } from '../kally/client.ts';
import type { Tokens } from '../kally/oauth.ts';

/** What KallyAI sent the browser back with. `error` is KallyAI's word, `no_tokens` or `no_code`. */
export type Return = { state?: string } & ({ error: string } | { redeem: () => Promise<Tokens> });

/** One way of getting from a person's sign-in at KallyAI to tokens. */
export type SignInFlow = {
  /** `false`: the browser ends on an address that does not load, and the person brings us that address. */
  redirectsToUs: boolean;
  signInUrl: (state: string) => string;
  readReturn: (answer: string | URLSearchParams) => Return;
};

/** Hardly anything can listen there: a port without a known use, below those that systems hand out by themselves. */
const deadEnd = 'http://localhost:28417/';

/**
 * The authorization-code flow where KallyAI knows this app; else the terminal flow, which KallyAI sends back to `localhost` and
 * `127.0.0.1` only: straight to us when we are there, else by the person's hand.
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
