import type { ApiVersion } from './errors.ts';

export type AccountId = 'ana' | 'luis' | 'noor' | 'sam' | 'mia';

export interface Account {
  readonly id: AccountId;
  readonly name: string;
  readonly email: string;
  readonly about: string;
  readonly planType: string;
  /** What its calls are paid with in v2; v1 knows only minutes. */
  readonly meter: 'minutes' | 'credits';
  readonly withheldScopes: readonly string[];
  readonly rotatesRefreshTokens: boolean;
  /** Answers statistics with the three minutes and calls_remaining alone. */
  readonly terseStatistics: boolean;
  minutesAllocated: number;
  minutesUsed: number;
  callsAllocated: number;
  callsUsed: number;
  creditsAllocated: number;
  creditsUsed: number;
}

const base = {
  meter: 'minutes',
  withheldScopes: [],
  rotatesRefreshTokens: true,
  terseStatistics: false,
  minutesAllocated: 210,
  minutesUsed: 45,
  callsAllocated: 60,
  callsUsed: 33,
  creditsAllocated: 300,
  creditsUsed: 64,
} as const;

/** Fresh copies: their meters count. */
export function makeAccounts(): Map<AccountId, Account> {
  const accounts: Account[] = [
    {
      ...base,
      id: 'ana',
      name: 'Ana Torres',
      email: 'ana@example.com',
      planType: 'plus',
      about: 'Plus plan, 165 minutes left',
    },
    {
      ...base,
      id: 'luis',
      name: 'Luis Ortega',
      email: 'luis@example.com',
      planType: 'pro',
      meter: 'credits',
      creditsAllocated: 500,
      creditsUsed: 120,
      about: 'Pro plan, pays with credits where the API has them',
    },
    {
      ...base,
      id: 'noor',
      name: 'Noor Haddad',
      email: 'noor@example.com',
      planType: 'free',
      minutesAllocated: 10,
      minutesUsed: 10,
      callsAllocated: 5,
      callsUsed: 5,
      creditsAllocated: 10,
      creditsUsed: 10,
      about: 'Nothing left: every call is refused with quota_exceeded',
    },
    {
      ...base,
      id: 'sam',
      name: 'Sam Okafor',
      email: 'sam@example.com',
      planType: 'plus',
      withheldScopes: ['transcripts:read'],
      about: 'Signs in without the right to read transcripts',
    },
    {
      ...base,
      id: 'mia',
      name: 'Mia Lindqvist',
      email: 'mia@example.com',
      planType: 'plus',
      rotatesRefreshTokens: false,
      terseStatistics: true,
      about: 'Refreshing gives no new refresh token; its statistics have only four fields',
    },
  ];
  return new Map(accounts.map((account) => [account.id, account]));
}

export function isExhausted(account: Account, api: ApiVersion): boolean {
  const { allocated, used } = allowanceOf(account, api);
  return used >= allocated;
}

function allowanceOf(account: Account, api: ApiVersion): { allocated: number; used: number } {
  return api !== 'v1' && account.meter === 'credits'
    ? { allocated: account.creditsAllocated, used: account.creditsUsed }
    : { allocated: account.minutesAllocated, used: account.minutesUsed };
}

export const costs = { call: { base: 1, per_minute: 0.5 }, search: { per_query: 1 } };

/** A call that nobody answered costs nothing. */
export function creditsFor(durationSeconds: number): number {
  if (durationSeconds === 0) return 0;
  return tenths(costs.call.base + costs.call.per_minute * (durationSeconds / 60));
}

/** Takes a finished call off the account's plan. */
export function charge(account: Account, durationSeconds: number): void {
  if (durationSeconds === 0) return;
  account.callsUsed += 1;
  account.minutesUsed = tenths(
    Math.min(account.minutesAllocated, account.minutesUsed + durationSeconds / 60),
  );
  chargeCredits(account, creditsFor(durationSeconds));
}

export function chargeCredits(account: Account, credits: number): void {
  account.creditsUsed = tenths(Math.min(account.creditsAllocated, account.creditsUsed + credits));
}

export function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
