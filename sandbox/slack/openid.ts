import { randomUUID } from 'node:crypto';
import { type Args, textOf } from './arguments.ts';
import type { Answer } from './emulated.ts';
import type { Manifest } from './manifest.ts';
import { isAllowedRedirect, type Page } from './oauth.ts';
import { refusal } from './views.ts';
import { credentials, people, team } from './world.ts';

/** Slack's codes live ten minutes; nothing here waits that long. */
type Grant = { userId: string; redirectUri: string };
export type OpenId = ReturnType<typeof createOpenId>;

/** "Sign in with Slack": the page on which somebody says who they are, and the two methods that tell it to the app. */
export function createOpenId({ manifest }: { manifest: Manifest }) {
  const codes = new Map<string, Grant>();
  const tokens = new Map<string, string>();

  /** Slack explains a wrong request to the person, and sends nobody on. */
  function faultIn(query: URLSearchParams): string | undefined {
    const redirectUri = query.get('redirect_uri') ?? '';
    if (query.get('client_id') !== credentials.clientId) return 'invalid_client_id';
    if (query.get('response_type') !== 'code') return 'unsupported_response_type';
    if (
      !query
        .get('scope')
        ?.split(/[\s,]+/)
        .includes('openid')
    )
      return 'invalid_scope: openid is missing';
    if (!isAllowedRedirect(manifest, redirectUri)) return `bad_redirect_uri: ${redirectUri}`;
    return undefined;
  }

  function authorize(query: URLSearchParams): Page {
    const fault = faultIn(query);
    if (fault) return { status: 400, text: fault };
    const buttons = Object.values(people).map(
      ({ id, realName }) => `<p><button name="user" value="${id}">I am ${realName}</button></p>`,
    );
    const text = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Sign in with Slack</title>
<h1>Sign in to ${team.name.replace('&', '&amp;')} with Slack</h1>
<form method="post">${buttons.join('\n')}<p><button name="user" value="">Cancel</button></p></form></html>`;
    return { status: 200, contentType: 'text/html; charset=utf-8', text };
  }

  function choose(query: URLSearchParams, body: Buffer): Page {
    const fault = faultIn(query);
    if (fault) return { status: 400, text: fault };
    const redirectUri = query.get('redirect_uri') ?? '';
    const userId = new URLSearchParams(String(body)).get('user') ?? '';
    const target = new URL(redirectUri);
    if (Object.values(people).some(({ id }) => id === userId)) {
      const code = randomUUID();
      codes.set(code, { userId, redirectUri });
      target.searchParams.set('code', code);
    } else target.searchParams.set('error', 'access_denied');
    const state = query.get('state');
    if (state !== null) target.searchParams.set('state', state);
    return { status: 302, text: '', location: target.href };
  }

  /** Slack adds an `id_token`; nobody here reads one. */
  function exchange(args: Args): Answer {
    if (args.client_id !== credentials.clientId) return refusal('invalid_client_id');
    if (args.client_secret !== credentials.clientSecret) return refusal('bad_client_secret');
    const code = textOf(args.code);
    const grant = codes.get(code);
    if (!codes.delete(code) || !grant) return refusal('invalid_code');
    if (args.redirect_uri !== grant.redirectUri) return refusal('bad_redirect_uri');
    const token = `xoxp-sandbox-openid-${randomUUID()}`;
    tokens.set(token, grant.userId);
    return { ok: true, access_token: token, token_type: 'Bearer' };
  }

  function tellWho(token: string | undefined): Answer {
    const userId = tokens.get(token ?? '');
    if (!userId) return refusal(token ? 'invalid_auth' : 'not_authed');
    return {
      ok: true,
      sub: userId,
      'https://slack.com/user_id': userId,
      'https://slack.com/team_id': team.id,
    };
  }

  return { authorize, choose, exchange, tellWho };
}
