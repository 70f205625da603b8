import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../src/domain/clock.ts';
import type { Account, AccountId } from './accounts.ts';
import { ApiError } from './errors.ts';

/** Tokens of one way in cannot be refreshed at the other's address. */
export type Flow = 'terminal' | 'code';

export const scopes = [
  'calls:read',
  'calls:write',
  'transcripts:read',
  'recordings:read',
  'subscription:read',
  'billing:manage',
  'credits:read',
  'search:read',
] as const;

export type Scope = (typeof scopes)[number];

export interface Grant {
  accessToken: string;
  /** Absent when the account's refresh token stays the same. */
  refreshToken?: string;
  expiresInSeconds: number;
  scope: string;
}

interface Session {
  accountId: AccountId;
  flow: Flow;
  scope: string;
}

export interface OAuthClient {
  id: string;
  secret: string;
}

interface PendingCode extends Session {
  clientId: string;
  redirectUri: string;
  expiresAt: number;
}

const codeLifeMs = 600_000;

/** What OAuth's token endpoint refuses, in the words of RFC 6749. */
export class OAuthRefusal extends Error {
  readonly error: 'invalid_request' | 'invalid_client' | 'invalid_grant' | 'unsupported_grant_type';

  constructor(error: OAuthRefusal['error'], description: string) {
    super(description);
    this.name = 'OAuthRefusal';
    this.error = error;
  }
}

export class TokenDesk {
  accessTokenSeconds: number;
  readonly client: OAuthClient;
  readonly #accounts: ReadonlyMap<AccountId, Account>;
  readonly #access = new Map<string, Session & { expiresAt: number }>();
  readonly #refresh = new Map<string, Session>();
  readonly #spentRefresh = new Set<string>();
  readonly #codes = new Map<string, PendingCode>();
  readonly #clock: Pick<Clock, 'now'>;
  #granted = 0;
  #reused = 0;

  constructor(
    accounts: ReadonlyMap<AccountId, Account>,
    client: OAuthClient,
    accessTokenSeconds: number,
    clock: Pick<Clock, 'now'>,
  ) {
    this.#clock = clock;
    this.#accounts = accounts;
    this.client = client;
    this.accessTokenSeconds = accessTokenSeconds;
  }

  signIn(account: Account, flow: Flow, asked: readonly string[]): Required<Grant> {
    const session = { accountId: account.id, flow, scope: grantedScope(account, asked) };
    return { ...this.#grantAccess(session), refreshToken: this.#grantRefresh(session) };
  }

  issueCode(account: Account, clientId: string, redirectUri: string, asked: readonly string[]): string {
    const code = `sandbox-code-${randomBytes(16).toString('hex')}`;
    const scope = grantedScope(account, asked);
    const expiresAt = this.#clock.now() + codeLifeMs;
    this.#codes.set(code, { accountId: account.id, flow: 'code', scope, clientId, redirectUri, expiresAt });
    return code;
  }

  redeemCode(code: string, redirectUri: string): Required<Grant> {
    const pending = this.#codes.get(code);
    this.#codes.delete(code);
    if (!pending || pending.expiresAt < this.#clock.now()) {
      throw new OAuthRefusal('invalid_grant', 'The code is unknown, used or expired.');
    }
    if (pending.redirectUri !== redirectUri || pending.clientId !== this.client.id) {
      throw new OAuthRefusal('invalid_grant', 'The code was issued for another redirect_uri.');
    }
    const { accountId, flow, scope } = pending;
    const session = { accountId, flow, scope };
    return { ...this.#grantAccess(session), refreshToken: this.#grantRefresh(session) };
  }

  checkClient(id: string, secret: string): void {
    if (!sameText(id, this.client.id) || !sameText(secret, this.client.secret)) {
      throw new OAuthRefusal('invalid_client', 'The client id or secret is wrong.');
    }
  }

  /** Null when the refresh token is unknown, spent, revoked or of the other flow. */
  refresh(refreshToken: string, flow: Flow): Grant | null {
    if (this.#spentRefresh.has(refreshToken)) this.#reused += 1;
    const session = this.#refresh.get(refreshToken);
    if (!session || session.flow !== flow) return null;
    this.#granted += 1;
    const grant = this.#grantAccess(session);
    if (!this.#accounts.get(session.accountId)?.rotatesRefreshTokens) return grant;
    this.#refresh.delete(refreshToken);
    this.#spentRefresh.add(refreshToken);
    return { ...grant, refreshToken: this.#grantRefresh(session) };
  }

  authenticate(authorization: string | undefined, scope: Scope): Account {
    const token = /^Bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1];
    if (!token) throw new ApiError('missing_token');
    const session = this.#access.get(token);
    if (!session || session.expiresAt <= this.#clock.now()) throw new ApiError('token_expired');
    if (!session.scope.split(' ').includes(scope)) {
      throw new ApiError('forbidden', { details: { required_scope: scope } });
    }
    const account = this.#accounts.get(session.accountId);
    if (!account) throw new ApiError('token_expired');
    return account;
  }

  expireAccessTokens(): void {
    this.#access.clear();
  }

  revoke(accountId?: AccountId): void {
    for (const tokens of [this.#access, this.#refresh]) {
      for (const [token, session] of tokens) {
        if (accountId === undefined || session.accountId === accountId) tokens.delete(token);
      }
    }
  }

  save() {
    return {
      access: [...this.#access],
      refresh: [...this.#refresh],
      spentRefresh: [...this.#spentRefresh],
      codes: [...this.#codes],
    };
  }

  restore({ access, refresh, spentRefresh, codes }: ReturnType<TokenDesk['save']>): void {
    for (const [token, session] of access) this.#access.set(token, session);
    for (const [token, session] of refresh) this.#refresh.set(token, session);
    for (const token of spentRefresh) this.#spentRefresh.add(token);
    for (const [code, pending] of codes) this.#codes.set(code, pending);
  }

  refreshes(): { granted: number; reused: number } {
    return { granted: this.#granted, reused: this.#reused };
  }

  #grantAccess(session: Session): Grant {
    const accessToken = `sandbox-access-${randomBytes(24).toString('hex')}`;
    const expiresAt = this.#clock.now() + this.accessTokenSeconds * 1000;
    this.#access.set(accessToken, { ...session, expiresAt });
    return { accessToken, expiresInSeconds: this.accessTokenSeconds, scope: session.scope };
  }

  #grantRefresh(session: Session): string {
    const refreshToken = `sandbox-refresh-${randomBytes(24).toString('hex')}`;
    this.#refresh.set(refreshToken, session);
    return refreshToken;
  }
}

/** Who asks for nothing in particular may make calls and see them. */
function grantedScope(account: Account, asked: readonly string[]): string {
  const wanted = asked.length > 0 ? asked : ['calls:read', 'calls:write'];
  return scopes
    .filter((scope) => wanted.includes(scope) && !account.withheldScopes.includes(scope))
    .join(' ');
}

function sameText(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
