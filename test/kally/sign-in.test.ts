import { describe, expect, test } from 'vitest';
import { type Clock, systemClock } from '../../src/domain/clock.ts';
import { clientOf, failureOf, json, serve } from '../support/kally-server.ts';

const now = Date.UTC(2026, 10, 22);
const clock: Clock = { ...systemClock, now: () => now };
const credentials = { clientId: 'app & co', clientSecret: 's3cret+/=' };
const base = 'https://kally.example';

function oauthAt(url: string) {
  return clientOf(url, { clock, oauth: credentials }).oauth;
}

describe('where the browser is sent', () => {
  test('to authorize, with the scopes that are used and no secret', () => {
    const address = oauthAt(base).authorizationUrl({
      redirectUri: 'https://us.example/back?x=1',
      state: 'st&te',
    });
    const { origin, pathname, searchParams } = new URL(address);
    expect(origin + pathname).toBe(`${base}/v1/auth/authorize`);
    expect(Object.fromEntries(searchParams)).toEqual({
      response_type: 'code',
      client_id: 'app & co',
      redirect_uri: 'https://us.example/back?x=1',
      scope:
        'calls:read calls:write transcripts:read recordings:read subscription:read credits:read billing:manage',
      state: 'st&te',
    });
  });

  test('to the terminal flow, which needs no client id', () => {
    const { oauth } = clientOf(base);
    const address = oauth.terminalSignInUrl({ redirectUri: 'http://localhost:3000/back', state: 'a' });
    expect(address).toBe(`${base}/v1/auth/cli?redirect_uri=http%3A%2F%2Flocalhost%3A3000%2Fback&state=a`);
    expect(() => oauth.authorizationUrl({ redirectUri: 'https://us.example', state: 'a' })).toThrow(
      /client id/,
    );
  });
});

describe('tokens', () => {
  const whole = { access_token: 'at', refresh_token: 'rt', expires_in: 60, scope: 'calls:read' };

  test('are exchanged for a code with a form', async () => {
    const { url, received } = await serve(json(200, whole));
    expect(await oauthAt(url).exchangeCode({ code: 'c+1', redirectUri: 'https://us.example/back' })).toEqual({
      accessToken: 'at',
      refreshToken: 'rt',
      expiresAt: now + 60_000,
      scope: 'calls:read',
      grant: 'code',
    });
    const [asked] = received;
    expect(`${asked?.method} ${asked?.path}`).toBe('POST /v1/auth/gpt/token');
    expect(asked?.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(asked?.headers.authorization).toBeUndefined();
    expect(Object.fromEntries(new URLSearchParams(asked?.body))).toEqual({
      grant_type: 'authorization_code',
      client_id: 'app & co',
      client_secret: 's3cret+/=',
      code: 'c+1',
      redirect_uri: 'https://us.example/back',
    });
  });

  test('are refreshed by the flow they came from', async () => {
    const { url, received } = await serve(json(200, whole));
    const oauth = oauthAt(url);
    await oauth.refresh({ refreshToken: 'old', grant: 'code' });
    expect(await oauth.refresh({ refreshToken: 'old', grant: 'terminal' })).toMatchObject({
      refreshToken: 'rt',
    });
    const [form, plain] = received;
    expect(form?.path).toBe('/v1/auth/gpt/token');
    expect(new URLSearchParams(form?.body).get('refresh_token')).toBe('old');
    expect(plain?.path).toBe('/v1/auth/refresh');
    expect(plain?.headers['content-type']).toBe('application/json');
    expect(JSON.parse(plain?.body ?? '')).toEqual({ refresh_token: 'old' });
  });

  test.each([{}, { refresh_token: null, expires_in: null, scope: null }])(
    'keep the old refresh token and an hour where KallyAI says nothing: %j',
    async (rest) => {
      const { url } = await serve(json(200, { access_token: 'at', ...rest }));
      expect(await oauthAt(url).refresh({ refreshToken: 'old', grant: 'terminal' })).toEqual({
        accessToken: 'at',
        refreshToken: 'old',
        expiresAt: now + 3_600_000,
        grant: 'terminal',
      });
    },
  );

  test.each<[string, object]>([
    ['access_token', { refresh_token: 'r-secret' }],
    ['access_token', { access_token: '', refresh_token: 'r-secret' }],
    ['expires_in', { access_token: 'a-secret', expires_in: 'soon' }],
    ['expires_in', { access_token: 'a-secret', expires_in: -1 }],
  ])('without a good %s are unreadable: %j', async (field, wire) => {
    const { url } = await serve(json(200, wire));
    const error = await failureOf(oauthAt(url).exchangeCode({ code: 'c', redirectUri: 'r' }));
    expect(error).toMatchObject({ field, endpoint: 'POST /v1/auth/gpt/token' });
    expect(String(error)).not.toContain('secret');
  });
});

describe('the redirect of the terminal flow', () => {
  const query = 'access_token=a%2Bt&refresh_token=rt&expires_in=3600&state=st';
  const tokens = { accessToken: 'a+t', refreshToken: 'rt', expiresAt: now + 3_600_000, grant: 'terminal' };
  test.each([
    ['an address', `http://localhost:3000/back?${query}`],
    ['an address with a fragment', `http://localhost:3000/back?${query}#_=_`],
    ['an address without a scheme', `127.0.0.1:3000?${query}`],
    ['an address with blanks around', `  http://localhost:3000/?${query}\n`],
    ['a query', `?${query}`],
    ['parameters', new URLSearchParams(query)],
  ])('is read from %s', (_, redirect) => {
    expect(oauthAt(base).readTerminalRedirect(redirect)).toEqual({ state: 'st', tokens });
  });

  test.each([
    ['a refusal', '?error=access_denied&state=st', { error: 'access_denied', state: 'st' }],
    ['a refusal with tokens', `?error=access_denied&${query}`, { error: 'access_denied', state: 'st' }],
    ['an error that is no word', '?error=<script>', { error: 'no_tokens' }],
    ['nothing', '', { error: 'no_tokens' }],
    ['another address', 'https://example.com/', { error: 'no_tokens' }],
    ['an empty token', '?access_token=&state=st', { error: 'no_tokens', state: 'st' }],
  ])('is told apart from %s', (_, redirect, expected) => {
    expect(oauthAt(base).readTerminalRedirect(redirect)).toEqual(expected);
  });
});
