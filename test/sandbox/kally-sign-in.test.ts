import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type KallySandbox, startKallySandbox } from '../../sandbox/kally/server.ts';
import { type Answer, ask, clientOf } from '../support/sandbox-kally-client.ts';

let sandbox: KallySandbox;

beforeEach(async () => {
  sandbox = await startKallySandbox({ speed: 200 });
});
afterEach(() => sandbox.stop());

const appAddress = 'http://127.0.0.1:3999/kally/callback';

function authorizeUrl(more: Record<string, string> = {}): string {
  const query = {
    response_type: 'code',
    client_id: sandbox.client.id,
    redirect_uri: appAddress,
    state: 'xyz & co',
    scope: 'calls:read calls:write transcripts:read subscription:read',
    ...more,
  };
  return `${sandbox.url}/v1/auth/authorize?${new URLSearchParams(query)}`;
}

function terminalUrl(redirectUri: string, more: Record<string, string> = {}): string {
  return `${sandbox.url}/v1/auth/cli?${new URLSearchParams({ redirect_uri: redirectUri, state: 's1', ...more })}`;
}

function choose(url: string, account: string): Promise<Answer> {
  return ask(url, { method: 'POST', body: new URLSearchParams({ account }) });
}

function token(form: Record<string, string>): Promise<Answer> {
  const client = { client_id: sandbox.client.id, client_secret: sandbox.client.secret };
  return ask(`${sandbox.url}/v1/auth/gpt/token`, {
    method: 'POST',
    body: new URLSearchParams({ ...client, ...form }),
  });
}

function redirectOf(answer: Answer): URL {
  expect(answer.status).toBe(303);
  return new URL(answer.headers.get('location') ?? '');
}

function statistics(accessToken: string): Promise<Answer> {
  const headers = { authorization: `Bearer ${accessToken}` };
  return ask(`${sandbox.url}/v1/users/me/statistics`, { headers });
}

async function codeFor(account: string, more: Record<string, string> = {}): Promise<string> {
  return redirectOf(await choose(authorizeUrl(more), account)).searchParams.get('code') ?? '';
}

const exchange = (code: string, redirect_uri = appAddress) =>
  token({ grant_type: 'authorization_code', code, redirect_uri });

describe('the authorization-code flow', () => {
  it('lets a person choose an account and gives the app tokens for it', async () => {
    const page = await ask(authorizeUrl());
    expect(page.text).toContain('Ana Torres');
    expect(page.text).not.toContain('<script');
    const back = redirectOf(await choose(authorizeUrl(), 'ana'));
    expect(back.origin + back.pathname).toBe(appAddress);
    expect(back.searchParams.get('state')).toBe('xyz & co');
    const { status, body } = await exchange(back.searchParams.get('code') ?? '');
    expect([status, body.expires_in, body.scope]).toEqual([
      200,
      3600,
      'calls:read calls:write transcripts:read subscription:read',
    ]);
    expect((await statistics(body.access_token)).status).toBe(200);
  });

  it('tells the app of a refusal', async () => {
    const back = redirectOf(await choose(authorizeUrl(), 'refuse'));
    expect(back.searchParams.get('error')).toBe('access_denied');
    expect(back.searchParams.get('state')).toBe('xyz & co');
  });

  it('takes a code once, from the right client, for the right address', async () => {
    const code = await codeFor('ana');
    expect((await exchange(code)).status).toBe(200);
    expect((await exchange(code)).body.error).toBe('invalid_grant');
    expect((await exchange(await codeFor('ana'), 'http://127.0.0.1:3999/elsewhere')).body.error).toBe(
      'invalid_grant',
    );
    const wrong = await token({
      grant_type: 'authorization_code',
      client_secret: 'guess',
      code: await codeFor('ana'),
    });
    expect([wrong.status, wrong.body.error]).toEqual([401, 'invalid_client']);
    expect((await token({ grant_type: 'password' })).body.error).toBe('unsupported_grant_type');
  });

  it('does not redirect for an unknown client or to what is no web address', async () => {
    for (const more of [
      { client_id: 'other' },
      { redirect_uri: 'javascript:alert(1)' },
      { redirect_uri: '' },
    ]) {
      const answer = await choose(authorizeUrl(more), 'ana');
      expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
    }
    const back = redirectOf(await ask(authorizeUrl({ response_type: 'token' })));
    expect(back.searchParams.get('error')).toBe('unsupported_response_type');
  });

  it('grants what was asked for, and nothing else', async () => {
    const { body } = await exchange(await codeFor('ana', { scope: 'calls:read everything:do' }));
    expect(body.scope).toBe('calls:read');
    const refused = await statistics(body.access_token);
    expect([refused.status, refused.body.error.code]).toEqual([403, 'forbidden']);
  });

  it('escapes what it shows', async () => {
    const page = await ask(authorizeUrl({ scope: '<img src=x>', state: '"><script>' }));
    expect(page.text).not.toContain('<img');
    expect(page.text).not.toContain('<script');
  });
});

describe('the terminal flow', () => {
  it.each(['http://localhost:8740', 'http://127.0.0.1:8741/path'])('sends tokens to %s', async (address) => {
    expect((await ask(terminalUrl(address))).text).toContain('a program on this computer');
    const back = redirectOf(await choose(terminalUrl(address), 'ana'));
    expect(back.href).toContain(address);
    const { access_token = '', refresh_token, expires_in, state } = Object.fromEntries(back.searchParams);
    expect([expires_in, state, typeof refresh_token]).toEqual(['3600', 's1', 'string']);
    expect((await statistics(access_token)).status).toBe(200);
  });

  it.each([
    'https://example.com/',
    'http://localhost.example.com/',
    'http://localhost@example.com/',
    'nonsense',
    '',
  ])('sends nothing to %s', async (address) => {
    const answer = await choose(terminalUrl(address), 'ana');
    expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
  });

  it('needs no browser when the account is in the address', async () => {
    const answer = await ask(terminalUrl('http://localhost:8740', { account: 'luis' }), { method: 'POST' });
    expect(redirectOf(answer).searchParams.get('access_token')).toMatch(/^sandbox-access-/);
  });

  it('can be refused, and does not take unknown accounts', async () => {
    expect(
      redirectOf(await choose(terminalUrl('http://localhost:1'), 'refuse')).searchParams.get('error'),
    ).toBe('access_denied');
    expect((await choose(terminalUrl('http://localhost:1'), 'eve')).status).toBe(422);
  });
});

describe('tokens', () => {
  const refresh = (refresh_token: string) =>
    ask(`${sandbox.url}/v1/auth/refresh`, { method: 'POST', body: JSON.stringify({ refresh_token }) });

  it('are needed, must be known, and expire in real time', async () => {
    expect((await ask(`${sandbox.url}/v1/calls`)).body.error.code).toBe('missing_token');
    expect((await statistics('invented')).body.error.code).toBe('token_expired');
    sandbox.setAccessTokenSeconds(0.2);
    const { accessToken } = sandbox.signIn('ana');
    expect((await statistics(accessToken)).status).toBe(200);
    await pause(250);
    const late = await statistics(accessToken);
    expect([late.status, late.body.error.code]).toEqual([401, 'token_expired']);
  });

  it('rotate: a refresh token works once, and its reuse is counted', async () => {
    const { refreshToken } = sandbox.signIn('ana');
    const first = await refresh(refreshToken);
    expect(first.status).toBe(200);
    expect(first.body.refresh_token).not.toBe(refreshToken);
    expect((await refresh(refreshToken)).status).toBe(401);
    expect((await refresh(first.body.refresh_token)).status).toBe(200);
    expect(sandbox.refreshes()).toEqual({ granted: 2, reused: 1 });
  });

  it('of one account do not rotate: the answer has no refresh token, and the old one goes on working', async () => {
    const { refreshToken } = sandbox.signIn('mia');
    expect((await refresh(refreshToken)).body).not.toHaveProperty('refresh_token');
    expect((await refresh(refreshToken)).status).toBe(200);
  });

  it('of one way in are not refreshed at the other', async () => {
    const terminal = sandbox.signIn('ana');
    const code = sandbox.signIn('ana', { flow: 'code' });
    expect(
      (await token({ grant_type: 'refresh_token', refresh_token: terminal.refreshToken })).body.error,
    ).toBe('invalid_grant');
    expect((await refresh(code.refreshToken)).status).toBe(401);
    expect(
      (await token({ grant_type: 'refresh_token', refresh_token: code.refreshToken })).body.refresh_token,
    ).toBeTypeOf('string');
  });

  it('can be expired and revoked from outside', async () => {
    const { accessToken, refreshToken } = sandbox.signIn('ana');
    sandbox.expireAccessTokens();
    expect((await statistics(accessToken)).status).toBe(401);
    const { body } = await refresh(refreshToken);
    sandbox.revokeTokens('luis');
    expect((await statistics(body.access_token)).status).toBe(200);
    sandbox.revokeTokens('ana');
    expect((await statistics(body.access_token)).status).toBe(401);
    expect((await refresh(body.refresh_token)).status).toBe(401);
  });

  it('of one account may not read transcripts', async () => {
    const sam = clientOf(sandbox, 'sam');
    const { body } = await sam.call('+14155550100');
    const transcript = await sam.get(`/v1/calls/${body.call_id}/transcript`);
    expect([transcript.status, transcript.body.error.code]).toEqual([403, 'forbidden']);
  });
});
