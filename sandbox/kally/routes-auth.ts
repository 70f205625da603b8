import { z } from 'zod';
import type { Account, AccountId } from './accounts.ts';
import { ApiError } from './errors.ts';
import { type Ask, formOf, html, json, jsonAs, type Reply, type Route, redirect } from './http.ts';
import { faultPage, signInPage } from './pages.ts';
import { OAuthRefusal, scopes } from './tokens.ts';
import { grantOnWire } from './wire.ts';
import type { World } from './world.ts';

const refreshSchema = z.object({ refresh_token: z.string().min(1) });

export function authRoutes(world: World): Route[] {
  return [
    { method: 'GET', path: '/v1/auth/authorize', handle: (ask) => showCodeSignIn(world, ask) },
    { method: 'POST', path: '/v1/auth/authorize', handle: (ask) => finishCodeSignIn(world, ask) },
    { method: 'POST', path: '/v1/auth/gpt/token', handle: (ask) => answerTokenRequest(world, ask) },
    { method: 'GET', path: '/v1/auth/cli', handle: (ask) => showTerminalSignIn(world, ask) },
    { method: 'POST', path: '/v1/auth/cli', handle: (ask) => finishTerminalSignIn(world, ask) },
    { method: 'POST', path: '/v1/auth/refresh', handle: (ask) => refreshTerminalTokens(world, ask) },
  ];
}

interface SignIn {
  redirectUri: string;
  state: string | undefined;
  scopes: readonly string[];
}

function showCodeSignIn(world: World, ask: Ask): Reply {
  const signIn = codeSignInOf(world, ask);
  return 'status' in signIn
    ? signIn
    : choiceOfAccounts(world, ask, signIn, new URL(signIn.redirectUri).hostname);
}

function finishCodeSignIn(world: World, ask: Ask): Reply {
  const signIn = codeSignInOf(world, ask);
  if ('status' in signIn) return signIn;
  const { redirectUri, state } = signIn;
  const account = chosenAccount(world, ask);
  if (!account) return redirect(redirectUri, { error: 'access_denied', state });
  const code = world.tokens.issueCode(account, world.tokens.client.id, redirectUri, signIn.scopes);
  return redirect(redirectUri, { code, state });
}

/** What cannot be trusted for a redirect is answered with a page instead. */
function codeSignInOf(world: World, ask: Ask): SignIn | Reply {
  const query = ask.url.searchParams;
  const redirectUri = query.get('redirect_uri') ?? '';
  const state = query.get('state') ?? undefined;
  if (query.get('client_id') !== world.tokens.client.id) {
    return html(faultPage('No app is registered with this client_id.'), 400);
  }
  if (!isWebAddress(redirectUri)) {
    return html(faultPage('The redirect_uri is missing or not a web address.'), 400);
  }
  if (query.get('response_type') !== 'code') {
    return redirect(redirectUri, { error: 'unsupported_response_type', state });
  }
  return { redirectUri, state, scopes: (query.get('scope') ?? '').split(/[\s+]+/).filter(Boolean) };
}

function showTerminalSignIn(world: World, ask: Ask): Reply {
  const signIn = terminalSignInOf(ask);
  return 'status' in signIn ? signIn : choiceOfAccounts(world, ask, signIn, 'a program on this computer');
}

function choiceOfAccounts(world: World, ask: Ask, signIn: SignIn, asker: string): Reply {
  const accounts = [...world.accounts.values()];
  return html(signInPage({ accounts, asker, scopes: signIn.scopes, query: ask.url.search }));
}

function finishTerminalSignIn(world: World, ask: Ask): Reply {
  const signIn = terminalSignInOf(ask);
  if ('status' in signIn) return signIn;
  const { redirectUri, state } = signIn;
  const account = chosenAccount(world, ask);
  if (!account) return redirect(redirectUri, { error: 'access_denied', state });
  const grant = world.tokens.signIn(account, 'terminal', signIn.scopes);
  return redirect(redirectUri, {
    access_token: grant.accessToken,
    refresh_token: grant.refreshToken,
    expires_in: String(grant.expiresInSeconds),
    state,
  });
}

function terminalSignInOf(ask: Ask): SignIn | Reply {
  const query = ask.url.searchParams;
  const redirectUri = query.get('redirect_uri') ?? '';
  const own = isWebAddress(redirectUri) && ['localhost', '127.0.0.1'].includes(new URL(redirectUri).hostname);
  if (!own) return html(faultPage('Only addresses on localhost or 127.0.0.1 are accepted here.'), 400);
  return { redirectUri, state: query.get('state') ?? undefined, scopes };
}

/** In the form, or in the query for those who sign in without a browser. Undefined: refused. */
function chosenAccount(world: World, ask: Ask): Account | undefined {
  const chosen = formOf(ask).get('account') ?? ask.url.searchParams.get('account');
  if (chosen === 'refuse') return undefined;
  const account = world.accounts.get(chosen as AccountId);
  if (!account) throw new ApiError('validation_error', { reason: 'unknown_account' });
  return account;
}

function isWebAddress(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}

function answerTokenRequest(world: World, ask: Ask): Reply {
  const noStore = { 'cache-control': 'no-store' };
  try {
    return json(grantFor(world, formOf(ask)), 200, noStore);
  } catch (error) {
    if (!(error instanceof OAuthRefusal)) throw error;
    const status = error.error === 'invalid_client' ? 401 : 400;
    return json({ error: error.error, error_description: error.message }, status, noStore);
  }
}

function grantFor({ tokens }: World, form: URLSearchParams): unknown {
  const field = (name: string) => form.get(name) ?? '';
  tokens.checkClient(field('client_id'), field('client_secret'));
  if (field('grant_type') === 'authorization_code')
    return grantOnWire(tokens.redeemCode(field('code'), field('redirect_uri')));
  if (field('grant_type') !== 'refresh_token')
    throw new OAuthRefusal('unsupported_grant_type', 'Unknown grant_type.');
  const grant = tokens.refresh(field('refresh_token'), 'code');
  if (!grant) throw new OAuthRefusal('invalid_grant', 'The refresh token is unknown, used or revoked.');
  return grantOnWire(grant);
}

function refreshTerminalTokens({ tokens }: World, ask: Ask): Reply {
  const grant = tokens.refresh(jsonAs(ask, refreshSchema).refresh_token, 'terminal');
  if (!grant) throw new ApiError('token_expired', { reason: 'refresh_token_invalid' });
  return json(grantOnWire(grant), 200, { 'cache-control': 'no-store' });
}
