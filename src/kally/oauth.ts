import { z } from 'zod';
import type { Clock } from '../domain/clock.ts';
import { endpoints } from './endpoints.ts';
import type { Http } from './http.ts';
import { salvage } from './salvage.ts';
import { tokensSchema } from './wire.ts';

/** How tokens were got decides where they are refreshed. */
export type Grant = 'code' | 'terminal';

export type Tokens = {
  accessToken: string;
  refreshToken?: string;
  /** Milliseconds since the epoch. */
  expiresAt: number;
  scope?: string;
  grant: Grant;
};

/** KallyAI's id and secret for this app; without them only the terminal flow works. */
export type ClientCredentials = { clientId: string; clientSecret: string };

const scopes = [
  'calls:read',
  'calls:write',
  'transcripts:read',
  'recordings:read',
  'subscription:read',
  'credits:read',
  'billing:manage',
];
const defaultLifeSeconds = 3600;

export function createOauth(http: Http, clock: Clock, credentials: ClientCredentials | undefined) {
  function required(): ClientCredentials {
    if (!credentials) throw new Error('The authorization-code flow needs a KallyAI client id and secret');
    return credentials;
  }

  function tokensOf(wire: z.output<typeof tokensSchema>, grant: Grant): Tokens {
    return {
      accessToken: wire.access_token,
      ...(wire.refresh_token && { refreshToken: wire.refresh_token }),
      expiresAt: clock.now() + (wire.expires_in ?? defaultLifeSeconds) * 1000,
      ...(wire.scope && { scope: wire.scope }),
      grant,
    };
  }

  async function askCodeToken(fields: Record<string, string>): Promise<Tokens> {
    const { clientId, clientSecret } = required();
    const body = new URLSearchParams({ ...fields, client_id: clientId, client_secret: clientSecret });
    return tokensOf(await http.request(endpoints.codeToken, { schema: tokensSchema, body }), 'code');
  }

  async function askTerminalRefresh(refreshToken: string): Promise<Tokens> {
    const body = { refresh_token: refreshToken };
    return tokensOf(
      await http.request(endpoints.terminalRefresh, { schema: tokensSchema, body }),
      'terminal',
    );
  }

  function authorizationUrl({ redirectUri, state }: { redirectUri: string; state: string }): string {
    return http.addressOf('/v1/auth/authorize', {
      response_type: 'code',
      client_id: required().clientId,
      redirect_uri: redirectUri,
      scope: scopes.join(' '),
      state,
    }).href;
  }

  async function exchangeCode({ code, redirectUri }: { code: string; redirectUri: string }): Promise<Tokens> {
    return askCodeToken({ grant_type: 'authorization_code', code, redirect_uri: redirectUri });
  }

  /** KallyAI accepts only `localhost` and `127.0.0.1` as the host of `redirectUri`. */
  function terminalSignInUrl({ redirectUri, state }: { redirectUri: string; state: string }): string {
    return http.addressOf('/v1/auth/cli', { redirect_uri: redirectUri, state }).href;
  }

  /**
   * Reads where the terminal flow sent the browser: a query, or an address as a person pasted it. `error` is KallyAI's
   * word, or `no_tokens`. The caller compares `state`.
   */
  function readTerminalRedirect(
    redirect: string | URLSearchParams,
  ): ({ tokens: Tokens } | { error: string }) & { state?: string } {
    const query = typeof redirect === 'string' ? queryOf(redirect) : redirect;
    const state = query.get('state');
    const wire = salvage(tokensSchema, Object.fromEntries(query));
    const error = wordSchema.safeParse(query.get('error')).data;
    return {
      ...(error || 'issue' in wire
        ? { error: error ?? 'no_tokens' }
        : { tokens: tokensOf(wire.data, 'terminal') }),
      ...(state !== null && { state }),
    };
  }

  /** The refresh token may rotate. Where none comes back the old one stays good and is in the answer. */
  async function refresh({ refreshToken, grant }: { refreshToken: string; grant: Grant }): Promise<Tokens> {
    const tokens =
      grant === 'code'
        ? await askCodeToken({ grant_type: 'refresh_token', refresh_token: refreshToken })
        : await askTerminalRefresh(refreshToken);
    return { refreshToken, ...tokens };
  }

  return { authorizationUrl, exchangeCode, terminalSignInUrl, readTerminalRedirect, refresh };
}

const wordSchema = z.string().regex(/^[\w.-]{1,64}$/);

function queryOf(address: string): URLSearchParams {
  // Not `new URL`: people paste `127.0.0.1:3000/?...` without a scheme.
  const [withoutFragment = ''] = address.trim().split('#');
  return new URLSearchParams(withoutFragment.slice(withoutFragment.indexOf('?') + 1));
}
